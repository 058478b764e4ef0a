import Core
import Files
import Hummingbird
import Store
import Surveys

/// The figures of a wave to take along: a page that tells what there is, and the files, each as far as its reader sees.
struct ExportRoutes {
    let store: Store
    let pages: Pages
    /// Whether this server has a browser that makes PDFs.
    let makesPDF: Bool

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.wavePart("results/files"), needs: .right(.readTotals), use: show)
        routes.get(Paths.wavePart("results/files/workbook.xlsx"), needs: .right(.readTotals), use: workbook)
        routes.get(Paths.wavePart("results/files/spreadsheet.csv"), needs: .right(.readTotals), use: spreadsheet)
        routes.get(Paths.wavePart("results/files/analysis.csv"), needs: .right(.readTotals), use: analysis)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let found = try await found(context)
        return pages.render(ExportPage(found: found, makesPDF: makesPDF).page, request, context)
    }

    private func workbook(_ request: Request, _ context: WebContext) async throws -> Response {
        let found = try await found(context)
        let bytes = try Workbook(found.sheets.all, of: found.wave.closedOn).bytes(
            in: store, of: found.wave.organisation)
        return attachment(found, bytes, Workbook.type, ending: "xlsx")
    }

    private func spreadsheet(_ request: Request, _ context: WebContext) async throws -> Response {
        let found = try await found(context)
        let bytes = DelimitedText.forSpreadsheets.bytes(of: found.sheets.figures)
        return attachment(found, bytes, "text/csv; charset=utf-8", ending: "csv")
    }

    private func analysis(_ request: Request, _ context: WebContext) async throws -> Response {
        let found = try await found(context)
        let bytes = DelimitedText.forAnalysis.bytes(of: ResultsSheets.figuresForPrograms(of: found.report))
        return attachment(found, bytes, "text/csv; charset=utf-8", ending: "csv", named: "exports.analysis_name")
    }

    private func attachment(
        _ found: FoundReport, _ bytes: [UInt8], _ type: String, ending: String, named key: String = "exports.file_name"
    ) -> Response {
        let name = found.say.plain(key, ["wave": found.wave.title])
        return Attachment(bytes: bytes, type: type, name: name, ending: ending).response
    }

    private func found(_ context: WebContext) async throws -> FoundReport {
        try await ReportReader(store: store, pages: pages).found(context)
    }
}

extension FoundReport {
    fileprivate var sheets: ResultsSheets {
        ResultsSheets(report, of: .init(wave, whole: organisation.name, on: today, say), say: say)
    }
}
