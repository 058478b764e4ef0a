import Core
import Crypto
import Foundation
import Store

/// A list of staff that rests, as it is read with the columns that somebody chose.
struct ListReading: Sendable {
    struct Read: Sendable {
        let file: StaffFile
        let changes: StaffChanges
    }

    let draft: StaffDraft
    let tree: UnitTree
    let result: Result<Read, Problems>

    init(_ draft: StaffDraft, _ members: [Member], _ tree: UnitTree, on today: Day) {
        (self.draft, self.tree) = (draft, tree)
        result = Result { () throws(Problems) in
            let file = try StaffFile(draft.table, draft.columns, name: draft.name)
            return Read(file: file, changes: StaffChanges(of: members, in: tree, by: file, on: today))
        }
    }
}

extension StaffChanges {
    /// The same changes have the same fingerprint; a form carries that of what was shown.
    var fingerprint: String {
        var hash = SHA256()
        func add(_ texts: [String?]) {
            hash.update(data: Array((texts.map { $0 ?? "\u{0}" }.joined(separator: "\u{1}") + "\u{2}").utf8))
        }
        for (kind, list) in [("n", newcomers), ("c", changes), ("m", moves), ("r", returns)] {
            for change in list {
                let work = change.work?.map { "\($0.place) \($0.from?.number ?? 0) \($0.until?.number ?? 0)" }
                let before = change.before.map { "\($0.id) \($0.version)" }
                add([
                    kind, before, change.name, change.number, change.email, change.functionGroup,
                    change.leftOn?.description, work?.joined(separator: "\u{3}"),
                ])
            }
        }
        for leaver in leavers {
            add(["l", "\(leaver.member.id)", "\(leaver.member.version)", leaver.lastDay.description])
        }
        return hash.finalize().prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

extension StaffColumns {
    static func field(_ field: StaffField) -> String { "column-\(field.rawValue)" }

    /// Takes over what somebody chose for each field; what the form does not name stays.
    mutating func take(_ form: Form, _ table: StaffTable) {
        for field in StaffField.allCases where form.has(Self.field(field)) {
            self[field] = Int(form[Self.field(field)]).flatMap { table.headings.indices.contains($0) ? $0 : nil }
        }
    }
}

extension StaffImport.Leavers {
    /// What somebody chose; nil where they chose nothing.
    init?(_ form: Form) {
        switch form["leavers"] {
        case "stay": self = .stay
        case "go": self = .go(areMany: form["many"] == "1")
        default: return nil
        }
    }
}

extension StaffImport.Refusal {
    /// Beside which field it belongs.
    var field: String {
        switch self {
        case .manyAreLeaving: "many"
        case .leaversAreUnsure, .isUndone: "leavers"
        }
    }
}

extension StaffWords {
    /// In every language that is spoken, as that of a file is not known.
    init(_ words: Words) {
        func all(_ key: String) -> [String] {
            Language.spoken.flatMap { words(key, in: $0).components(separatedBy: " | ") }
        }
        self.init(
            headings: Dictionary(
                uniqueKeysWithValues: StaffField.allCases.map { ($0, all("staff.heading.\($0.rawValue)")) }),
            refused: Dictionary(
                uniqueKeysWithValues: RefusedColumn.allCases.map { ($0, all("staff.refused.\($0.rawValue)")) }))
    }
}
