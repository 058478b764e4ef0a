import Core
import Store
import Surveys
import Web

/// What deleting an organisation would take away, in words and for programs.
struct LeavingTelling {
    let plan: LeavingPlan
    let remedy: Remedy
    private var words: Words { remedy.words }
    private var language: Language { remedy.language }

    struct Document: Encodable {
        let organisation: String
        let waves: [String: Int]
        let removed: [String: Int]
        let files: [String]
        let blocked: [String]
        let accountsThatStay: Int
        let copies: [LeavingPlan.Copy]
        let openWaves: [String]
        let decisions: [String]
        let lastExport: String?
        let isReady: Bool

        enum CodingKeys: String, CodingKey {
            case organisation, waves, removed, files, blocked, accountsThatStay = "accounts_that_stay", copies
            case openWaves = "open_waves", decisions, lastExport = "last_export", isReady = "ready"
        }
    }

    private var mayGo: Bool {
        plan.open.isEmpty && plan.blocked == nil && !plan.waitsForBackup && plan.isTaken
            && (!plan.decisions.isEmpty || plan.removedBefore != nil)
    }

    var document: Document {
        Document(
            organisation: plan.organisation.slug,
            waves: Dictionary(uniqueKeysWithValues: plan.waves.map { ($0.key.rawValue, $0.value) }),
            removed: plan.removed, files: plan.files, blocked: plan.blocked?.paths ?? [],
            accountsThatStay: plan.staying, copies: plan.copies,
            openWaves: plan.open, decisions: plan.decisions.map { "\($0.id)" },
            lastExport: plan.exported.map { "\($0.day)" }, isReady: mayGo)
    }

    var text: String {
        let states = plan.waves.sorted { $0.key.rawValue < $1.key.rawValue }.map { state, count in
            "  " + say("departure.waves.\(state.rawValue)", ["count": "\(count)"])
        }
        let kinds = RemovedKinds(words: words, language: language).lines(of: plan.removed, but: ["wave"])
        return
            ([say("departure.plan.title", ["name": plan.organisation.name])] + states + kinds.map { "  " + $0 }
            + ["  " + say("departure.plan.files", ["count": "\(plan.files.count)"]), say("departure.plan.stays")]
            + stays.map { "  " + $0 } + [say("departure.plan.needs")] + needs.map { "  " + $0 }).joined(separator: "\n")
    }

    private var stays: [String] {
        let accounts = plan.staying == 0 ? [] : [say("departure.plan.accounts", ["count": "\(plan.staying)"])]
        let copies = plan.copies.map { say("departure.plan.copy", ["file": $0.file, "day": date($0.until)]) }
        return accounts + copies + [say("departure.plan.backups", ["day": date(plan.backupsUntil)])]
    }

    /// What must happen first, or the command that does it.
    private var needs: [String] {
        let open = plan.open.isEmpty ? [] : [say("departure.plan.open", ["waves": plan.open.joined(separator: ", ")])]
        let waiting = plan.waitsForBackup ? [say("departure.plan.backup_lies")] : []
        let taken = plan.isTaken ? [] : [say("departure.plan.take", place)]
        let stuck = plan.blocked.map { [remedy.text(for: $0)] } ?? []
        let first = [exported] + open + stuck + waiting
        guard plan.removedBefore == nil else {
            let day = plan.removedBefore.map(date) ?? ""
            return first + [
                say("departure.plan.before", ["day": day]), say("departure.plan.command_again", place),
            ]
        }
        guard !plan.decisions.isEmpty else {
            let council =
                plan.organisation.council == .none ? "departure.plan.decision_meeting" : "departure.plan.decision"
            return first + [say(council)]
        }
        return first + taken
            + plan.decisions.map { say("departure.plan.command", place.merging(["id": "\($0.id)"]) { $1 }) }
    }

    private var exported: String { Speech(words: words, language: language).exported(plan.exported) }

    /// What a command needs to find it.
    private var place: [String: String] {
        ["slug": plan.organisation.slug, "folder": remedy.folder.quotedForShell]
    }

    private func date(_ day: Day) -> String { Speech(words: words, language: language).date(day) }

    private func say(_ key: String, _ values: [String: String] = [:]) -> String { words(key, values, in: language) }
}

/// How many of each kind went or would go.
struct RemovedKinds {
    let words: Words
    let language: Language

    func lines(of numbers: [String: Int], but left: Set<String> = []) -> [String] {
        numbers.sorted { $0.key < $1.key }.filter { $0.value > 0 && !left.contains($0.key) }.map { kind, count in
            "\(words("departure.kind.\(kind)", in: language)): \(count)"
        }
    }
}
