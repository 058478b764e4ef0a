import Core
import Foundation
import Hummingbird
import Store
import Surveys

/// What a closed wave tells, for people and for machines, each as far as its reader may see.
struct ResultsRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.wavePart("results"), needs: .right(.readTotals), use: show)
        routes.get(Paths.wavePart("results.json"), needs: .right(.readTotals), use: document)
        routes.get(Paths.report, needs: .right(.readTotals), use: show)
        routes.get(Paths.question, needs: .right(.readTotals), use: question)
        routes.get(Paths.reportPart("slides"), needs: .right(.readTotals), use: slides)
        routes.get(Paths.reportPart("sheet"), needs: .right(.readTotals), use: sheet)
        routes.get(Paths.reportPart("sheets"), needs: .right(.readTotals), use: sheets)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let found = try await found(context)
        let others =
            found.isWhole
            ? try await ReportReader(store: store, pages: pages).others(than: found.wave, for: context.member)
            : OtherWaves()
        let order = HeatOrder(request.uri.queryParameters["sort"].map(String.init), in: found.instrument)
        let address = pages.configuration.baseURL + Paths.share(found.wave.slug)
        let page = ReportPage(found: found, order: order, shareAddress: address, others: others)
        return pages.render(Page("ask/results/show", room: .ask, page.values), request, context)
    }

    private func question(_ request: Request, _ context: WebContext) async throws -> Response {
        let found = try await found(context)
        guard let question = AskedQuestion(context.parameters.get("item"), of: found.instrument) else {
            throw NotFound()
        }
        let page = QuestionPage(found: found, question: question)
        return pages.render(Page("ask/results/question", room: .ask, page.values), request, context)
    }

    private func slides(_ request: Request, _ context: WebContext) async throws -> Response {
        let page = SlidesPage(found: try await found(context))
        return pages.render(Page("ask/results/slides", room: .ask, page.values), request, context)
    }

    private func sheet(_ request: Request, _ context: WebContext) async throws -> Response {
        let found = try await found(context)
        guard !found.wave.isImported || found.isWhole else { throw NotFound() }
        let page = SheetsPage(found: found, groups: [found.group])
        return pages.render(Page("ask/results/sheets", room: .ask, page.values), request, context)
    }

    private func sheets(_ request: Request, _ context: WebContext) async throws -> Response {
        let found = try await found(context)
        guard !found.wave.isImported else { throw NotFound() }
        let page = SheetsPage(found: found, groups: found.report.blocks(below: found.group))
        return pages.render(Page("ask/results/sheets", room: .ask, page.values), request, context)
    }

    private func document(_ request: Request, _ context: WebContext) async throws -> Response {
        // For machines a group is called the same in every language, and as `wave results` calls it.
        let found = try await found(context)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = try encoder.encode(ResultsDocument(found.report, name: \.label))
        let name = found.say.plain("exports.file_name", ["wave": found.wave.title])
        return Attachment(bytes: [UInt8](bytes), type: "application/json", name: name, ending: "json").response
    }

    private func found(_ context: WebContext) async throws -> FoundReport {
        try await ReportReader(store: store, pages: pages).found(context)
    }
}
