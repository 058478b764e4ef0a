import Core
import Foundation
import HTTPTypes
import Hummingbird
import Store
import Surveys

/// A report as a PDF, where this server has a browser that makes it: asked for, waited for, fetched.
struct PrintRoutes {
    let store: Store
    let pages: Pages
    /// Nil where this server has no browser.
    let queue: PrintQueue?

    static let part = "results/files/pdf"

    func add(to routes: GuardedRoutes) {
        routes.post(Paths.wavePart(Self.part), needs: .right(.readTotals), use: create)
        routes.get(Paths.wavePart("\(Self.part)/:job"), needs: .right(.readTotals), use: show)
        routes.get(Paths.wavePart("\(Self.part)/:job/report.pdf"), needs: .right(.readTotals), use: file)
    }

    private func create(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        guard let queue else { throw NotFound() }
        let found = try await ReportReader(store: store, pages: pages).found(context)
        let name = found.say.plain("exports.file_name", ["wave": found.wave.title])
        do {
            let job = try await queue.add(
                PaperReport(found: found).page, called: name, of: found.wave.id, in: found.wave.organisation,
                groups: found.report.below, rights: context.member.rights,
                for: context.member.account.id)
            return .seeOther(Paths.wave(found.wave.id, "\(Self.part)/\(job)"))
        } catch let fault as PrintQueue.Fault {
            let page = ExportPage(found: found, makesPDF: true, notice: found.say(fault.key)).page
            return pages.render(page, request, context, status: .serviceUnavailable)
        }
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let found = try await ReportReader(store: store, pages: pages).found(context)
        // After a restart, or an hour later: the page where it is asked for again.
        guard let job = try await job(of: found, context) else {
            return .seeOther(Paths.wave(found.wave.id, "results/files"))
        }
        var response = pages.render(PrintPage(found: found, job: job).page, request, context)
        // Looks again after so many seconds, also where no script runs.
        if job.state == .waits, let refresh = HTTPField.Name("Refresh") { response.headers[refresh] = "2" }
        return response
    }

    private func file(_ request: Request, _ context: WebContext) async throws -> Response {
        let found = try await ReportReader(store: store, pages: pages).found(context)
        guard let job = try await job(of: found, context), case .done(let file) = job.state,
            let bytes = try? Data(contentsOf: file)
        else { return .seeOther(Paths.wave(found.wave.id, "results/files")) }
        return Attachment(bytes: [UInt8](bytes), type: "application/pdf", name: job.name, ending: "pdf").response
    }

    private func job(of found: FoundReport, _ context: WebContext) async throws -> PrintQueue.Job? {
        guard let queue else { throw NotFound() }
        let job = try await queue.job(context.id("job"), for: context.member.account.id)
        let rights = try context.member.rights
        return job.flatMap {
            $0.wave == found.wave.id && $0.groups == found.report.below && $0.rights == rights ? $0 : nil
        }
    }
}
