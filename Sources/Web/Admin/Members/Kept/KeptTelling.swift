public import Core
import Methods
public import Store

/// What is kept of somebody, in the words of a reader: the same on a page, in a terminal and in a file.
public struct KeptTelling {
    private let kept: Kept
    private let titles: [String: String]
    private let say: Speech

    /// - Parameter titles: of questionnaires of others, by their ids.
    public init(_ kept: Kept, titles: [String: String], _ say: Speech) {
        (self.kept, self.titles, self.say) = (kept, titles, say)
    }

    /// All of one kind, in sentences.
    public struct Row {
        public let kind: Kept.Kind
        public let what: String
        public let told: [String]
        public let cameFrom: [String]
        public let goes: String
        public let erasing: String
    }

    public var rows: [Row] {
        kept.parts.map { part in
            Row(
                kind: part.kind, what: say("kept.what.\(part.kind.rawValue)"), told: part.records.map(text),
                cameFrom: part.origins.map { text($0, part.kind) }, goes: goes(part),
                erasing: say(part.kind.staysNameless ? "kept.stays_nameless" : "kept.goes_along"))
        }
    }

    /// What is looked for in vain, and why.
    public static func notHere(_ say: Speech) -> String { say("kept.not_here", backups) }

    /// How long a name that is erased is still in a backup.
    static let backups = ["days": "\(Store.backupDays)"]

    /// For a terminal: a block for each kind.
    public var lines: [String] { [kept.name] + rows.flatMap(lines) }

    private func lines(of row: Row) -> [String] {
        let told = row.told.map { "    - \($0)" }
        var rules = row.cameFrom.map { say("kept.line.from", ["text": $0]) }
        rules.append(say("kept.line.goes", ["text": row.goes]))
        rules.append(say("kept.line.erasing", ["text": row.erasing]))
        return ["  \(row.what):"] + told + rules.map { "    \($0)" }
    }

    public func file(of home: Organisation, on day: Day) -> KeptFile {
        KeptFile(
            organisation: home.slug, on: day.description, name: kept.name,
            kept: zip(kept.parts, rows).map { part, row in
                KeptFile.Part(
                    kind: part.kind.rawValue, what: row.what, records: part.records.map(Self.values), told: row.told,
                    cameFrom: row.cameFrom, goes: row.goes, goesOn: part.goesOn?.description, erasing: row.erasing)
            }, notHere: Self.notHere(say))
    }

    private static func values(_ record: [Kept.Fact]) -> [[String: String]] {
        record.map { ["as": $0.label.rawValue, "value": $0.value.plain] }
    }

    private func text(_ record: [Kept.Fact]) -> String {
        guard !record.isEmpty else { return say("kept.nothing_more") }
        let told = record.map { fact in
            say("kept.fact.\(fact.label.rawValue)", ["text": text(fact.value)])
        }.joined(separator: ", ")
        // What somebody typed stays as they typed it: it may be a name.
        if case .text(let typed)? = record.first?.value, told.hasPrefix(typed) { return told }
        return told.prefix(1).uppercased() + told.dropFirst()
    }

    private func text(_ value: Kept.Value) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): "\(number)"
        case .day(let day): say.date(day)
        case .hour(let day, let hour): say("kept.hour", ["day": say.date(day), "hour": "\(hour)"])
        case .word(let key): say(key)
        case .questionnaire(let id): titles[id] ?? id
        case .device(let kind): Device.text(kind, say)
        case .hidden: ""
        }
    }

    private func text(_ origin: Kept.Origin, _ kind: Kept.Kind) -> String {
        switch origin {
        case .typed(let by, let day): say("kept.origin.typed", by, day)
        case .list(let day, let by?): say("kept.origin.list_by", by, day)
        case .list(let day, nil): say("kept.origin.list", ["day": say.date(day)])
        case .earlier: say("kept.origin.earlier")
        case .changed(let by, let day): say("kept.origin.changed", by, day)
        case .changedByList(let day): say("kept.origin.changed_by_list", ["day": say.date(day)])
        case .added(let by, let day): say("kept.origin.added", by, day)
        case .ownKind: say("kept.from.\(kind.rawValue)")
        }
    }

    private func goes(_ part: Kept.Part) -> String {
        let rule = say("kept.goes.\(part.kind.rawValue)")
        guard let day = part.goesOn else { return rule }
        // Of lines of the log each goes in its turn.
        let isLines = part.kind == .act || part.kind == .about
        return say(isLines ? "kept.goes_first" : "kept.goes_whole", ["rule": rule, "day": say.date(day)])
    }
}

extension Speech {
    fileprivate func callAsFunction(_ key: String, _ by: Person?, _ day: Day) -> String {
        self(key, ["name": by?.text(self) ?? self("audit.by_server"), "day": date(day)])
    }
}

extension Kept.Value {
    /// For programs: days as numbers, and words of ours by the last part of their keys.
    fileprivate var plain: String {
        switch self {
        case .text(let text), .questionnaire(let text), .device(let text): text
        case .number(let number): "\(number)"
        case .day(let day): day.description
        case .hour(let day, let hour): "\(day)T\(hour < 10 ? "0" : "")\(hour)"
        case .word(let key): key.split(separator: ".").last.map(String.init) ?? key
        case .hidden: ""
        }
    }
}

/// What is kept of somebody, to take along: for programs, and with the words that stand on the page.
public struct KeptFile: Encodable {
    let organisation: String
    let on: String
    let name: String
    let kept: [Part]
    let notHere: String

    struct Part: Encodable {
        let kind: String
        let what: String
        /// Each a list of what is known, because one record may hold a thing twice.
        let records: [[[String: String]]]
        let told: [String]
        let cameFrom: [String]
        let goes: String
        let goesOn: String?
        let erasing: String

        enum CodingKeys: String, CodingKey {
            case kind, what, records, told, goes, erasing
            case cameFrom = "came_from"
            case goesOn = "goes_on"
        }
    }

    enum CodingKeys: String, CodingKey {
        case organisation, on, name, kept
        case notHere = "not_here"
    }
}

extension Store {
    /// What questionnaires of others are called, by their ids.
    public func questionnaireTitles(_ home: Organisation.ID, in language: Language) -> [String: String] {
        Dictionary(
            definitions(for: home).map { ($0.id, $0.frame.title[language]) }, uniquingKeysWith: { first, _ in first })
    }
}
