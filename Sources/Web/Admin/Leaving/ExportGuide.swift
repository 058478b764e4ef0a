import Core
import Store

/// README.md: what is what, file by file, which program opens it, and what is not in it and why.
struct ExportGuide {
    let export: OrganisationExport
    let today: Day
    /// Answers that stay behind for now.
    let kept: [KeptAnswers]

    /// Each with its words below `leaving.file`.
    private static let files: [(paths: [String], words: String)] = [
        (["organisation.json"], "organisation"), (["logo.png", "logo.jpg"], "logo"), (["units.csv"], "units"),
        (["people.csv"], "people"), (["members.csv"], "members"), (["decisions.json"], "decisions_json"),
        (["decisions.md"], "decisions"),
        (["permissions.json", "permissions/"], "permissions"), (["log.csv"], "log"),
        (["questionnaires/own/"], "own"), (["questionnaires/asked/"], "asked"), (["waves/*/wave.json"], "wave"),
        (["waves/*/manifest.json", "waves/*/manifest.sha256"], "manifest"), (["waves/*/results.json"], "results"),
        (["waves/*/results.xlsx"], "workbook"), (["waves/*/figures.csv"], "figures"),
        (["waves/*/responses.csv"], "responses"), (["MANIFEST.json"], "manifest_file"),
    ]
    private static let missing = ["secrets", "open", "raw", "texts", "others", "exact"]

    var text: String { Language.spoken.map { chapter(export.say(in: $0)) }.joined(separator: "\n") }

    private func chapter(_ say: Speech) -> String {
        let home = export.home.name.inMarkdown
        let lines =
            [
                "# " + say("leaving.readme.title", ["organisation": home]), "",
                say("leaving.readme.lead", ["organisation": home, "day": say.date(today)]), "",
                "## " + say("leaving.readme.files"), "",
            ]
            + Self.files.map { file in
                "- \(file.paths.map { "`\($0)`" }.joined(separator: ", ")): " + say("leaving.file.\(file.words)")
            }
            + ["", "## " + say("leaving.readme.back"), "", say("leaving.readme.back_text"), ""]
            + ["## " + say("leaving.readme.missing"), ""]
            + Self.missing.flatMap { [say("leaving.missing.\($0)")].map { "- \($0)" } + keptLines($0, say) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What of this stays behind for now, and until when.
    private func keptLines(_ part: String, _ say: Speech) -> [String] {
        kept.filter { Self.parts[$0.kind] == part }.map { answers in
            let values = ["wave": answers.title.inMarkdown, "day": say.date(answers.until)]
            return "  - " + say("leaving.kept.\(answers.kind.rawValue)", values)
        }
    }

    private static let parts: [KeptAnswers.Kind: String] = [.answers: "raw", .texts: "texts"]
}
