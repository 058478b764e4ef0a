import Core
import Surveys

/// Which files there are of a wave, and what each is good for.
struct ExportPage {
    let found: FoundReport
    let makesPDF: Bool
    var notice = ""

    private var say: Speech { found.say }

    var page: Page {
        let report = Paths.wave(found.wave.id, "results")
        return Page(
            "ask/exports/show", room: .ask,
            [
                "heading": say("exports.title", ["wave": found.wave.title]), "here": say("exports.here"),
                "lead": say("exports.lead"), "who_sees": found.who + " " + say("exports.who"), "notice": notice,
                "crumbs": [
                    ["path": Paths.waves, "name": say("room.ask")],
                    ["path": report, "name": say("exports.report", ["wave": found.wave.title])],
                ],
                "files": [
                    file("workbook", "results/files/workbook.xlsx"),
                    file("spreadsheet", "results/files/spreadsheet.csv"),
                    file("analysis", "results/files/analysis.csv"), file("document", "results.json"),
                ],
                "print_path": makesPDF ? Paths.wave(found.wave.id, PrintRoutes.part) : "",
                "report_path": report, "schema_path": found.pages.assets.address(of: "results.schema.json"),
            ])
    }

    private func file(_ kind: String, _ part: String) -> [String: Any] {
        [
            "name": say("exports.\(kind).name"), "text": say("exports.\(kind).text"),
            "button": say("exports.\(kind).button"), "path": Paths.wave(found.wave.id, part),
            "is_document": kind == "document",
            // The document has one address for programs; who saves it gets a name that tells of what it is.
            "file": kind == "document" ? say.plain("exports.file_name", ["wave": found.wave.title]) + ".json" : "",
        ]
    }
}
