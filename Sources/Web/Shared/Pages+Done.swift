import HTTPTypes
import Hummingbird

extension Pages {
    private static let done = "done"

    /// Leads to a page that says once, at its top, that what was sent is kept.
    func done(_ path: String) -> Response {
        var response = Response.seeOther(path)
        response.setCookie(doneCookie("1", seconds: 30))
        return response
    }

    /// Whether this is the first page after a form that was kept.
    func isDone(_ request: Request, _ context: WebContext, _ status: HTTPResponse.Status) -> Bool {
        request.method == .get && status == .ok && context.signedIn != nil && request.cookies[Self.done]?.value == "1"
    }

    func doneCookie(_ value: String, seconds: Int) -> Cookie {
        Cookie(
            name: Self.done, value: value, maxAge: seconds, path: "/", secure: configuration.isSecure, httpOnly: true,
            sameSite: .lax)
    }
}
