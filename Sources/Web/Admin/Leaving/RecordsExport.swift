import Core
import Files
import Foundation
import Store
import Surveys

/// What was agreed, what others allowed with the papers that say so, and the log.
struct RecordsExport {
    let store: Store
    let home: Organisation
    let say: (Language) -> Speech

    func add(to files: inout ExportedFiles) async throws {
        let decisions = try await store.decisions(in: home.id)
        let overtaken = try await store.overtaken(decisions, in: home.id)
        let documents = decisions.map { DecisionDocument($0, isOvertaken: overtaken.contains($0.id), in: home) }
        try await files.add("decisions.json", document: documents)
        let texts = Language.spoken.map { listed(decisions, overtaken, say($0)) }
        try await files.add("decisions.md", text: texts.joined())
        try await addPermissions(to: &files)
        try await addLog(to: &files)
    }

    private struct DecisionDocument: Encodable {
        struct Agreement: Encodable {
            let role: String
            let on: String
        }

        let id: String
        let kind: String
        let subject: String
        let askedBy: String?
        let agreed: [Agreement]
        let holds: Bool
        let decidedOn: String
        let text: String
        let language: String
        let witnesses: [String?]
        /// Who types forms of paper.
        let typists: [String?]
        /// What it opens something of, and nothing else.
        let waves: [NamedWave]
        let withdrawnOn: String?
        /// What held, and was ended by one of both.
        let endedOn: String?

        struct NamedWave: Encodable {
            let id: String
            let title: String
            /// What it asked then, in a decision about its raw answers.
            let questionnaire: String?
            let questionnaireVersion: String?
        }

        init(_ decision: Decision, isOvertaken: Bool, in home: Organisation) {
            (id, kind) = ("\(decision.id)", decision.kind.rawValue)
            (subject, text, language) = (decision.subject, decision.text, decision.language.rawValue)
            (askedBy, decidedOn) = (decision.askedBy.known, "\(decision.decidedOn)")
            agreed = decision.inOrder.map { Agreement(role: $0.role.rawValue, on: "\($0.day)") }
            holds = !isOvertaken && decision.holds(where: home.council)
            waves = decision.waves.map {
                NamedWave(
                    id: "\($0.id)", title: $0.title, questionnaire: $0.questionnaire?.pack,
                    questionnaireVersion: $0.questionnaire?.version)
            }
            let until = decision.withdrawnOn.map { "\($0)" }
            (withdrawnOn, endedOn) = decision.isEnded ? (nil, until) : (until, nil)
            witnesses = decision.witnesses.map(\.known)
            typists = decision.typists.map(\.known)
        }
    }

    private func listed(_ decisions: [Decision], _ overtaken: Set<Decision.ID>, _ say: Speech) -> String {
        let texts = decisions.map { decision in
            let values = decision.values(say, isOvertaken: overtaken.contains(decision.id), in: home)
            let told = ["kind", "asked_by", "day", "agreed", "status"].compactMap { key -> String? in
                guard let text = values[key] as? String, !text.isEmpty else { return nil }
                return "- " + say("leaving.decision.\(key)", ["text": text.inMarkdown])
            }
            let lines = decision.text.split(whereSeparator: \.isNewline).map { "> \(String($0).inMarkdown)" }
            let named = [("witnesses", decision.witnesses), ("typists", decision.typists)].compactMap { key, people in
                people.isEmpty
                    ? nil : "- " + say("decision.\(key)", ["names": say.list(people.map { $0.text(say) })]).inMarkdown
            }
            let about = decision.waves.map { wave in
                let asked = wave.questionnaire.map { say.asked($0) }
                return "- "
                    + ([say("decision.about", ["wave": wave.title])] + [asked].compactMap(\.self))
                    .joined(separator: " ").inMarkdown
            }
            return (["## \(decision.subject.inMarkdown)", ""] + told + about + named + [""] + lines).joined(
                separator: "\n")
        }
        let none = texts.isEmpty ? [say("admin.decisions.empty")] : []
        return (["# \(say("admin.decisions.title"))"] + texts + none).joined(separator: "\n\n") + "\n\n"
    }

    private struct PermissionDocument: Encodable {
        let questionnaire: String
        let givenBy: String?
        let until: String
        let paper: String
    }

    private func addPermissions(to files: inout ExportedFiles) async throws {
        var listed: [PermissionDocument] = []
        for permission in try await store.permissions(in: home.id) {
            let paper = try await store.permissionDocument(for: permission.definition, in: home.id)
            let name = "permissions/\(permission.definition).\(FileKind.ending(of: paper.type))"
            try await files.add(name, paper.bytes)
            listed.append(
                PermissionDocument(
                    questionnaire: permission.definition, givenBy: permission.giver.known,
                    until: "\(permission.until)", paper: name))
        }
        try await files.add("permissions.json", document: listed)
    }

    private func addLog(to files: inout ExportedFiles) async throws {
        let lines = try await store.auditLines(in: home.id, most: .max)
        let rows = lines.map { line -> [Sheet.Value] in
            [
                .text("\(line.day)"), .number(Double(line.hour)), .text(line.act.rawValue), .text(line.subject),
                .text(line.by?.known ?? ""), .text(line.about?.known ?? ""),
            ]
        }
        let heads = ["day", "hour", "act", "subject", "by", "about"]
        try await files.add("log.csv", table: Sheet(name: "log", heads: heads, rows: rows))
    }
}

extension Person {
    /// The name; nil of who is gone.
    var known: String? {
        switch self {
        case .named(let name): name
        case .gone: nil
        }
    }
}

extension String {
    /// Text that people typed, so that nothing of it is taken for markup.
    var inMarkdown: String {
        var text = ""
        for sign in self {
            if "\\`*_[]<>#|~".contains(sign) { text.append("\\") }
            text.append(sign.isNewline ? " " : sign)
        }
        return text
    }
}
