import Core
import HTTPTypes
import Hummingbird
import Methods
import NIOCore
import Store
import Surveys

/// Which questionnaires there are, whose they are, and what an organisation may do with them.
struct RegisterRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.register, needs: .right(.readRegister), use: index)
        routes.get(Paths.registered, needs: .right(.readRegister), use: show)
        routes.get(Paths.registeredPart("sources"), needs: .right(.readRegister), use: sources)
        routes.get(Paths.registeredPart("document"), needs: .right(.readRegister), use: document)
    }

    private func index(_ request: Request, _ context: WebContext) async throws -> Response {
        let home = try context.member.organisation
        let page = RegisterPage(
            say: pages.speech(context), today: store.clock.now.day(in: home.zone),
            definitions: try await store.registered(in: home.id),
            // Those that were made to fit stand with their wave.
            own: store.packs(for: home.id).filter { !$0.isFitted && $0.definitionOfName == nil })
        return pages.render(page.page, request, context)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let page = try await RegisteredPage(context, store, pages).page()
        return pages.render(page, request, context)
    }

    /// As it lies in the folder: for whoever wants to know, in English and in no form of ours.
    private func sources(_ request: Request, _ context: WebContext) async throws -> Response {
        let home = try context.member.organisation.id
        let id = try context.registered
        guard store.definition(id, for: home) != nil || store.isOwn(id, for: home),
            let text = store.sources(of: id, for: home)
        else { throw NotFound() }
        return .file(Array(text.utf8), type: "text/plain; charset=utf-8")
    }

    private func document(_ request: Request, _ context: WebContext) async throws -> Response {
        let id = try context.registered
        let document = try await store.permissionDocument(for: id, in: context.member.organisation.id)
        let ending = document.type.split(separator: "/").last.map(String.init) ?? ""
        return .file(document.bytes, type: document.type, name: "permission-\(id).\(ending)")
    }
}

extension WebContext {
    /// The pack of the address; one whose name no pack can have is not there.
    var registered: String {
        get throws {
            guard let id = parameters.get("instrument"), id.isPlain else { throw NotFound() }
            return id
        }
    }
}

extension String {
    fileprivate var isPlain: Bool {
        !isEmpty && utf8.allSatisfy { $0.isDigit || $0.isSmallLetter || $0 == UInt8(ascii: "-") }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    fileprivate var isSmallLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
}

extension Response {
    /// Bytes that somebody handed in: fetched where they have a name, never shown as a page.
    fileprivate static func file(_ bytes: [UInt8], type: String, name: String? = nil) -> Response {
        var headers = HTTPFields()
        headers[.contentType] = type
        headers[.cacheControl] = "no-store"
        if let name { headers[.contentDisposition] = "attachment; filename=\"\(name)\"" }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
