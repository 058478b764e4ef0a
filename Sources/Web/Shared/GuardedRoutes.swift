import Core
import HTTPTypes
import Hummingbird
import NIOCore

typealias Handler = @Sendable (Request, WebContext) async throws -> Response
typealias FormHandler = @Sendable (Form, Request, WebContext) async throws -> Response

/// The one way to add a route: with what it needs. Rooms get nothing else.
final class GuardedRoutes {
    private let router: Router<WebContext>
    private let entrance: Doorkeeper
    private let forms: FormPages
    private let uploads = UploadRoom()
    private(set) var table: [RouteEntry] = []

    /// Bytes of an ordinary form.
    static let formLimit = 65_536

    init(_ router: Router<WebContext>, _ entrance: Doorkeeper, _ forms: FormPages) {
        self.router = router
        self.entrance = entrance
        self.forms = forms
    }

    /// - Parameter isWeighty: whether somebody proves again who they are, where that is minutes ago: what takes people or
    ///   single answers out, gives roles, or decides.
    func get(_ path: String, needs need: Need, isWeighty: Bool = false, use handler: @escaping Handler) {
        add(.get, path, need, isWeighty: isWeighty) { [entrance] request, context in
            let context = try await entrance.admit(request, context, need, isWeighty: isWeighty)
            return try await handler(request, context)
        }
    }

    /// A form: its token is checked before anything is read from it.
    func post(
        _ path: String, needs need: Need, isWeighty: Bool = false, upTo limit: Int = formLimit,
        use handler: @escaping FormHandler
    ) {
        add(.post, path, need, isWeighty: isWeighty) { [entrance] request, context in
            let context = try await entrance.admit(request, context, need, isWeighty: isWeighty)
            let form = Form(try await request.bytes(upTo: limit))
            try entrance.checkSource(of: request, form, context)
            return try await handler(form, request, context)
        }
    }

    /// A form that is filled in before signing in, or at an address that is a secret itself: whoever signed in since it
    /// was opened, in another tab, has no token in it.
    func post(withoutToken path: String, use handler: @escaping FormHandler) {
        add(.post, path, .nothing) { [entrance] request, context in
            let context = try await entrance.admit(request, context, .nothing)
            let form = Form(try await request.bytes(upTo: Self.formLimit))
            try entrance.checkSite(of: request)
            return try await handler(form, request, context)
        }
    }

    /// A form with files; its token is checked like that of any form.
    ///
    /// - Parameter largest: what is said of more than the limit, where that is known.
    func upload(
        _ path: String, needs need: Need, upTo limit: Int, largest: String? = nil, use handler: @escaping UploadHandler
    ) {
        add(.post, path, need) { [entrance, uploads] request, context in
            let context = try await entrance.admit(request, context, need)
            return try await uploads.taking(try request.room(upTo: limit, largest: largest)) {
                let upload = Upload(try await request.parts(upTo: limit, largest: largest))
                try entrance.checkSource(of: request, upload.form, context)
                return try await handler(upload, request, context)
            }
        }
    }

    /// The anonymous path and machines: no sign-in is looked at, no token is asked.
    func open(_ method: HTTPRequest.Method, _ path: String, use handler: @escaping Handler) {
        add(method, path, .nothing, handler)
    }

    private func add(
        _ method: HTTPRequest.Method, _ path: String, _ need: Need, isWeighty: Bool = false,
        _ handler: @escaping Handler
    ) {
        if method == .get { forms.note(page: RouterPath(path).description) }
        table.append(RouteEntry(method: method.rawValue, path: path, need: need, isWeighty: isWeighty))
        router.on(RouterPath(path), method: method) { request, context in try await handler(request, context) }
    }
}
