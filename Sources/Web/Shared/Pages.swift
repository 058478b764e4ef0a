import Core
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Mustache
import NIOCore
import Store

/// Renders pages in their frame. Templates are parsed once, at start.
struct Pages: Sendable {
    let words: Words
    let assets: AssetShelf
    let configuration: WebConfiguration
    let kind: Store.Kind
    /// Of reports, what is written once: the themes, and the tables of teams.
    let themes = ReportShelf<String>()
    let heat = ReportShelf<HeatView.Table>()
    private let library: MustacheLibrary

    init(_ configuration: WebConfiguration, kind: Store.Kind) async throws {
        let root = configuration.resources
        self.configuration = configuration
        self.kind = kind
        words = try Words(root.appendingPathComponent("Locales"))
        assets = try AssetShelf(root.appendingPathComponent("Assets"))
        library = try Templates.library(in: root.appendingPathComponent("Templates"))
    }

    func speech(_ context: WebContext) -> Speech { speech(context.signedIn?.organisation, context.language) }

    func speech(_ organisation: Organisation?, _ language: Language) -> Speech {
        Speech(words: words, language: language, council: organisation?.council ?? .other)
    }

    /// A page that nobody but its reader may keep.
    func render(
        _ page: Page, _ request: Request, _ context: WebContext, status: HTTPResponse.Status = .ok
    ) -> Response {
        let deed = deed(request, context, status)
        var page = page
        if let deed { page.values["done"] = deed.told(speech(context)) }
        var response = Response(
            status: status, body: ResponseBody(byteBuffer: ByteBuffer(string: text(page, request, context))))
        if deed != nil { response.setCookie(doneCookie("", seconds: 0)) }
        response.headers[.contentType] = "text/html; charset=utf-8"
        response.headers[.cacheControl] = "no-store"
        remember(request, in: &response)
        return response
    }

    /// The language that somebody chose holds on the next page too.
    func remember(_ request: Request, in response: inout Response) {
        guard let chosen = request.uri.queryParameters["lang"].map(String.init),
            Language.spoken.contains(Language(rawValue: chosen))
        else { return }
        response.setCookie(
            Cookie(
                name: "language", value: chosen, maxAge: 31_536_000, path: "/", secure: configuration.isSecure,
                httpOnly: true, sameSite: .lax))
    }

    func text(_ page: Page, _ request: Request, _ context: WebContext) -> String {
        text(page, path: page.address ?? request.address.withoutLanguage, context)
    }

    func text(_ page: Page, path: String, _ context: WebContext) -> String {
        rendered(page, frame(page, path, context.signedIn, context.token, speech(context)))
    }

    /// A page that is the same for everybody, with links to itself in the other of its languages.
    func publicText(
        _ page: Page, path: String, _ say: Speech, languages: [Language] = Language.spoken
    ) -> String {
        var values = frame(page, path, nil, nil, say, languages)
        values["script"] = ""
        values["css"] = assets.address(of: page.room == .share ? "app.css" : "answer.css")
        return rendered(page, values)
    }

    /// A document that stands by itself, with all words in it.
    func standing(_ template: String, _ values: [String: Any], _ say: Speech) -> String {
        let frame: [String: Any] = ["language": say.language.rawValue, "words": say.tree]
        return library.render(values.merging(frame) { own, _ in own }, withTemplate: template) ?? "⟦\(template)⟧"
    }

    /// A document that bears its styles in itself and asks no server for more.
    func alone(_ template: String, _ values: [String: Any], styles: String, _ say: Speech) -> String {
        let hash = Data(SHA256.hash(data: Array(styles.utf8))).base64EncodedString()
        return standing(template, values.merging(["css": styles, "css_hash": hash]) { $1 }, say)
    }

    /// A part of a page, finished: for what stands there a thousand times in a few forms.
    func part(_ template: String, _ values: [String: Any]) -> String {
        library.render(values, withTemplate: template) ?? "⟦\(template)⟧"
    }

    private func rendered(_ page: Page, _ frame: [String: Any]) -> String {
        library.render(frame.merging(page.values) { _, own in own }, withTemplate: page.template)
            ?? "⟦\(page.template)⟧"
    }

    private func frame(
        _ page: Page, _ path: String, _ signedIn: SignedIn?, _ token: [UInt8]?, _ say: Speech,
        _ languages: [Language] = Language.spoken
    ) -> [String: Any] {
        let others = otherLanguages(path, say, languages)
        var values: [String: Any] = [
            "words": say.tree, "language": say.language.rawValue, "room": page.room.style,
            "css": assets.address(of: "app.css"),
            "script": assets.address(of: "app.js"), "icon": assets.address(of: "icon.svg"),
            "other_language": others, "several": others.count > 1, "banner": banners(say),
            "is_secure": configuration.isSecure,
        ]
        // Before anybody is signed in the bar bears the name of the program.
        values["organisation"] = "Weefsel"
        if let signedIn, let token {
            values["rooms"] = rooms(for: signedIn, page.room, say)
            values["organisation"] = signedIn.organisation.name
            values["about"] = AboutPage.paths(below: "/about", language: say.language)
            values["me"] = say.list(signedIn.roles.map { say("role.\($0.rawValue)") }.sorted())
            values["token"] = Doorkeeper.formToken(of: token)
            values["sign_out"] = ["token": Doorkeeper.formToken(of: token), "path": Paths.signOut]
        }
        return values
    }

    private func rooms(for signedIn: SignedIn, _ current: Room, _ say: Speech) -> [[String: Any]] {
        Room.inBar.filter { !$0.needs.isDisjoint(with: signedIn.rights) }.map {
            ["path": $0.path, "name": say("room.\($0.room.rawValue)"), "current": $0.room == current]
        }
    }

    private func otherLanguages(_ path: String, _ say: Speech, _ languages: [Language]) -> [[String: String]] {
        let sign = path.contains("?") ? "&" : "?"
        return languages.filter { $0 != say.language }.map {
            ["path": "\(path)\(sign)lang=\($0)", "code": $0.rawValue, "name": words("page.own_name", in: $0)]
        }
    }

    private func banners(_ say: Speech) -> [String] {
        var keys: [String] = []
        if kind == .demo { keys.append("page.banner_demo") }
        if kind == .test { keys.append("page.banner_test") }
        if !configuration.isSecure, kind == .real { keys.append("page.banner_plain_http") }
        return keys.map { say($0) }
    }
}

extension Request {
    /// The path with its query.
    fileprivate var address: String { uri.path + (uri.query.map { "?" + $0 } ?? "") }
}

extension String {
    /// An address with all of its query but the language.
    var withoutLanguage: String {
        let parts = split(separator: "?", maxSplits: 1)
        let rest = parts.dropFirst().joined().split(separator: "&").filter { !$0.hasPrefix("lang=") }
        return rest.isEmpty ? String(parts.first ?? "") : "\(parts[0])?" + rest.joined(separator: "&")
    }
}

extension Response {
    static func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
    }
}
