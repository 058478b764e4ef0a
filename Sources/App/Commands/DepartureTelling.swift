import Core
import Store
import Web

/// The proof that an organisation was deleted, to read: in every language that the program speaks.
struct DepartureTelling {
    let words: Words

    func text(of proof: DepartureProof) -> String {
        Language.spoken.map { chapter(proof, $0) }.joined(separator: "\n")
    }

    private func chapter(_ proof: DepartureProof, _ language: Language) -> String {
        func say(_ key: String, _ values: [String: String] = [:]) -> String {
            words("departure.proof.\(key)", values, in: language)
        }
        func date(_ text: String) -> String {
            Day(text).map { Speech(words: words, language: language).date($0) } ?? text
        }
        let named = ["name": proof.organisation.name, "slug": proof.organisation.slug, "id": proof.organisation.id]
        let removed = RemovedKinds(words: words, language: language).lines(of: proof.removed)
        let copies = proof.copies.map { say("copy", ["file": $0.file, "day": date("\($0.until)")]) }
        let until = Day(proof.deletedOn).map { date("\($0 + Store.backupDays)") } ?? ""
        let lines =
            ["# " + say("title", named), "", say("lead", named.merging(["day": date(proof.deletedOn)]) { $1 }), ""]
            + decided(proof, say, date) + ["", "## " + say("removed"), ""] + removed.map { "- \($0)" }
            + ["", "## " + say("files"), ""]
            + (proof.files.isEmpty ? [say("no_files")] : proof.files.map { "- `\($0)`" })
            + (proof.emptyMarks.map { ["- " + say("marks", ["count": "\($0)"])] } ?? [])
            + (proof.notWrittenOver.map { ["- " + say("not_written_over", ["count": "\($0)"])] } ?? [])
            + ["", "## " + say("search"), ""] + searched(proof.search, say) + ["", "## " + say("stays"), ""]
            + ["- " + say("accounts", ["count": "\(proof.accountsThatStay)"])] + copies.map { "- \($0)" }
            + [
                "- " + say("backups", ["day": until]), "",
                say("hash", ["hash": proof.sha256 ?? "", "version": proof.version]), "",
            ]
        return lines.joined(separator: "\n")
    }

    private func decided(
        _ proof: DepartureProof, _ say: (String, [String: String]) -> String, _ date: (String) -> String
    ) -> [String] {
        guard let decision = proof.decision else { return [say("again", [:])] }
        let values = ["id": decision.id, "day": date(decision.decidedOn), "hash": decision.textHash]
        return [say("decision", values)]
            + decision.agreed.map { "- " + say("agreed_\($0.role)", ["day": date($0.on)]) }
    }

    private func searched(
        _ search: DepartureProof.Search, _ say: (String, [String: String]) -> String
    ) -> [String] {
        let numbers = ["files": "\(search.files)", "bytes": "\(search.bytes)", "terms": "\(search.terms)"]
        let short = search.tooShort == 0 ? [] : [say("too_short", ["count": "\(search.tooShort)"])]
        let common = search.common.map { $0 == 0 ? [] : [say("common", ["count": "\($0)"])] } ?? []
        let found = search.found.map { found in
            "- " + say("found_\(found.place.rawValue)", ["file": found.file, "count": "\(found.terms)"])
        }
        return [say("searched", numbers)] + short + common + [say(search.isClean ? "clean" : "not_clean", [:]), ""]
            + found
    }
}
