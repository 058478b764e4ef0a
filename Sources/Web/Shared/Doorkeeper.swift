import Core
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Store

/// Who asks, and whether they may: sign-in, rights, and where a form came from.
struct Doorkeeper: Sendable {
    let store: Store
    let isSecure: Bool

    /// Without TLS a browser refuses a `__Host-` cookie.
    var cookie: String { isSecure ? "__Host-weefsel" : "weefsel" }

    func admit(
        _ request: Request, _ context: WebContext, _ need: Need, isWeighty: Bool = false
    ) async throws -> WebContext {
        var context = context
        context.language = language(of: request)
        if let token = token(of: request) {
            context.signedIn = try await store.signedIn(token)
            context.token = context.signedIn == nil ? nil : token
        }
        guard need != .nothing else { return context }
        guard let signedIn = context.signedIn else { throw MustSignIn(path: request.uri.description) }
        guard !isObliged(signedIn) || signedIn.hasSecondFactor || Self.isOwn(request.uri.path) else {
            throw MustSetFactor()
        }
        guard need.isMet(by: signedIn) else { throw NotFound() }
        guard !isWeighty || store.kind != .real || signedIn.isProved(at: store.clock.now) else {
            throw MustProve(path: request.uri.description)
        }
        return context
    }

    /// What the browser sends of a sign-in, whole or half.
    func token(of request: Request) -> [UInt8]? {
        request.cookies[cookie].flatMap { Data(base64Encoded: $0.value.base64) }.map(Array.init)
    }

    /// What somebody reaches who still has to set up a second factor: that, reading, and going away.
    private static func isOwn(_ path: String) -> Bool {
        path.hasPrefix(Paths.secondFactor) || path == Paths.signOut || path.hasPrefix("/about/")
    }

    /// The language of the whole program that somebody wants, else Dutch.
    func language(of request: Request) -> Language { LanguageWish(request).instead }

    /// Refuses a form that another site made a browser send.
    func checkSource(of request: Request, _ form: Form, _ context: WebContext) throws {
        try checkSite(of: request)
        guard let token = context.token else { return }
        guard form["token"] == Self.formToken(of: token) else { throw FromElsewhere() }
    }

    /// Where the browser says so, a form must come from our own pages.
    func checkSite(of request: Request) throws {
        let site = HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] }
        if let site, site != "same-origin", site != "none" { throw FromElsewhere() }
    }

    /// What a form of this sign-in carries.
    static func formToken(of token: [UInt8]) -> String {
        Data(SHA256.hash(data: Array("form|".utf8) + token)).base64EncodedString().url
    }

    func cookie(for token: [UInt8]) -> Cookie {
        Cookie(
            name: cookie, value: Data(token).base64EncodedString().url, path: "/", secure: isSecure, httpOnly: true,
            sameSite: .lax)
    }

    func clearedCookie() -> Cookie {
        Cookie(name: cookie, value: "", maxAge: 0, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
    }
}

extension String {
    /// Base64 as it may stand in cookies and forms.
    var url: String {
        replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    fileprivate var base64: String {
        let plain = replacing("-", with: "+").replacing("_", with: "/")
        return plain + String(repeating: "=", count: (4 - plain.count % 4) % 4)
    }
}

/// Nobody is signed in here; the sign-in page comes first.
struct MustSignIn: Error {
    let path: String
}

/// It is some minutes ago that they proved who they are.
struct MustProve: Error {
    let path: String
}

/// Who sees most sets up a second factor before anything else.
struct MustSetFactor: Error {}

/// A form that did not come from our own page.
struct FromElsewhere: Error {}
