import HTTPTypes
import Hummingbird

extension Pages {
    private static let done = "done"

    /// Leads to a page that says once, at its top, that what was sent is kept.
    func done(_ path: String, _ deed: Deed = .kept) -> Response {
        var response = Response.seeOther(path)
        response.setCookie(doneCookie(deed.rawValue, seconds: 30))
        return response
    }

    /// What a form did that was sent just before this page.
    enum Deed: String {
        case kept = "1"
        case erased
        case mailed

        func told(_ say: Speech) -> String {
            switch self {
            case .kept: say("page.done")
            case .mailed: say("mail.mailed")
            case .erased: say("kept.erasure.done", KeptTelling.backups)
            }
        }
    }

    /// On the first page after a form.
    func deed(_ request: Request, _ context: WebContext, _ status: HTTPResponse.Status) -> Deed? {
        guard request.method == .get, status == .ok, context.signedIn != nil else { return nil }
        return request.cookies[Self.done].flatMap { Deed(rawValue: $0.value) }
    }

    func doneCookie(_ value: String, seconds: Int) -> Cookie {
        Cookie(
            name: Self.done, value: value, maxAge: seconds, path: "/", secure: configuration.isSecure, httpOnly: true,
            sameSite: .lax)
    }
}
