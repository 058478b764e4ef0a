import Core
import Files
import Hummingbird
import NIOCore
import Store
import Surveys

/// The raw answers of a research wave: what they are, the decision that lets them out, and two files.
struct RawAnswersRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.rawAnswers, needs: .right(.readRawAnswers), use: show)
        routes.get(Paths.rawAnswersPart("answers.csv"), needs: .right(.readRawAnswers), isWeighty: true, use: answers)
        routes.get(Paths.rawAnswersPart("codebook.csv"), needs: .right(.readRawAnswers), isWeighty: true, use: codebook)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let say = pages.speech(context)
        let wave = try await store.wave(context.id("wave"), in: member.organisation.id)
        // Of any other wave there never are any; of one in preparation know those who read what is agreed about it.
        guard wave.isResearch, wave.state != .draft || member.rights.contains(.readManifest) else { throw NotFound() }
        do {
            let export = try await store.rawExport(of: wave.id, in: wave.organisation)
            return pages.render(RawAnswersPage(export: export, rights: member.rights, say: say).page, request, context)
        } catch is NotFound {
            return pages.render(NoRawAnswersPage(wave: wave, rights: member.rights, say: say).page, request, context)
        }
    }

    private func answers(_ request: Request, _ context: WebContext) async throws -> Response {
        let found = try await taken(context) { try await store.takeRawAnswers(of: $0, in: $1, by: $2) }
        let body = ResponseBody { writer in
            try await found.content.write { try await writer.write(ByteBuffer(bytes: $0)) }
            try await writer.finish(nil)
        }
        return attachment("raw.answers_name", found.wave, body, context)
    }

    private func codebook(_ request: Request, _ context: WebContext) async throws -> Response {
        let found = try await taken(context) { try await store.takeCodebook(of: $0, in: $1, by: $2) }
        let bytes = DelimitedText.forAnalysis.bytes(of: found.content.codebook)
        return attachment("raw.codebook_name", found.wave, ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)), context)
    }

    /// As long as no decision lets them out, the files are not there.
    private func taken<Content>(
        _ context: WebContext, _ take: (Wave.ID, Organisation.ID, Account.ID) async throws -> Content
    ) async throws -> (wave: Wave, content: Content) {
        let member = try context.member
        let wave = try await store.wave(context.id("wave"), in: member.organisation.id)
        do {
            return (wave, try await take(wave.id, wave.organisation, member.account.id))
        } catch is RawExport.Refusal {
            throw NotFound()
        }
    }

    private func attachment(_ name: String, _ wave: Wave, _ body: ResponseBody, _ context: WebContext) -> Response {
        let name = pages.speech(context).plain(name, ["wave": wave.title])
        return Attachment(bytes: [], type: "text/csv; charset=utf-8", name: name, ending: "csv").response(of: body)
    }
}
