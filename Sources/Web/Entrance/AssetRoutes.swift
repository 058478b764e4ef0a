import Core
import HTTPTypes
import Hummingbird
import NIOCore
import Store

/// Styles, scripts and the organisations' logos.
struct AssetRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.open(.get, "/assets/:name") { [pages] request, context in
            guard let document = context.parameters.get("name").flatMap(pages.assets.document) else { throw NotFound() }
            return document.response(to: request)
        }
        routes.open(.get, "/logo/:slug", use: logo)
    }

    private func logo(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let slug = context.parameters.get("slug"), let logo = try await store.organisation(slug: slug)?.logo
        else {
            throw NotFound()
        }
        var headers = HTTPFields()
        headers[.contentType] = logo.type
        headers[.cacheControl] = "public, max-age=300"
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: logo.bytes)))
    }
}
