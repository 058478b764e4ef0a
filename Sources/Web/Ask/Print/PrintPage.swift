import Core
import Surveys

/// How far a PDF is: it waits, it is ready, or it did not come to be.
struct PrintPage {
    let found: FoundReport
    let job: PrintQueue.Job

    private var say: Speech { found.say }

    private var state: String {
        switch job.state {
        case .waits: "waits"
        case .done: "done"
        case .failed(let problem): problem.rawValue
        }
    }

    var page: Page {
        let own = Paths.wave(found.wave.id, "\(PrintRoutes.part)/\(job.id)")
        let files = Paths.wave(found.wave.id, "results/files")
        return Page(
            "ask/exports/print", room: .ask,
            [
                "heading": say("exports.pdf.\(state).title"), "lead": say("exports.pdf.\(state).text"),
                "here": say("exports.pdf.here"), "who_sees": say("exports.pdf.who"), "notice": "",
                "crumbs": [
                    ["path": Paths.waves, "name": say("room.ask")],
                    [
                        "path": Paths.wave(found.wave.id, "results"),
                        "name": say("exports.report", ["wave": found.wave.title]),
                    ],
                    ["path": files, "name": say("exports.here")],
                ],
                "own": state == "waits" ? own : "", "file": state == "done" ? own + "/report.pdf" : "",
                "back": files,
            ])
    }
}
