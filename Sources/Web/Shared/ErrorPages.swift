import Core
import HTTPTypes
import Hummingbird
import Logging
import Store

/// Turns what was thrown into a calm page in the reader's language.
struct ErrorPages: RouterMiddleware {
    let pages: Pages
    let doorkeeper: Doorkeeper
    let failures: QuietFailures
    let forms: FormPages

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let sign as MustSignIn {
            guard request.method == .get else { return await sentBack(request, context, by: Paths.signIn) }
            let language = request.uri.queryParameters["lang"].map { "&lang=" + String($0).addingPercents } ?? ""
            return .seeOther(Paths.signIn + "?next=" + sign.path.addingPercents + language)
        } catch let prove as MustProve {
            guard request.method == .get else { return await sentBack(request, context, by: Paths.proof) }
            return .seeOther(Paths.proof + "?next=" + prove.path.addingPercents)
        } catch is MustSetFactor {
            return .seeOther(Paths.secondFactor)
        } catch {
            return page(for: error, request, await known(request, context))
        }
    }

    /// A form that was sent when its sign-in had ended, or when who they are was proved minutes ago: what was typed is
    /// shown back, to be taken over.
    private func sentBack(_ request: Request, _ context: WebContext, by way: String) async -> Response {
        let page = forms.page(of: request.uri.path, route: context.endpointPath)
        let back = way + "?next=" + page.addingPercents
        let kind = request.headers[.contentType] ?? ""
        let isForm = kind.hasPrefix("application/x-www-form-urlencoded")
        let form = Form((isForm ? try? await request.bytes(upTo: GuardedRoutes.formLimit) : nil) ?? [])
        // Nothing is told of a bare button, but of a file that did not arrive.
        guard form.isFilledIn || kind.hasPrefix("multipart/form-data") else { return .seeOther(back) }
        var context = context
        context.language = doorkeeper.language(of: request)
        return pages.render(ended(form.typed, back: back, by: way), request, context, status: .forbidden)
    }

    private func ended(_ texts: [String], back: String, by way: String) -> Page {
        let typed = texts.enumerated().map { number, text -> [String: Any] in
            ["number": "\(number + 1)", "text": text, "is_long": Self.isLong(text)]
        }
        let values: [String: Any] = [
            "has_texts": !texts.isEmpty, "texts": typed, "sign_in": back, "is_proof": way == Paths.proof,
        ]
        return Page("entrance/ended", values).standing(at: way)
    }

    private static func isLong(_ text: String) -> Bool { text.count > 40 || text.contains(where: \.isNewline) }

    /// Whoever is signed in keeps the bar. Where nobody is asked who they are, nobody is looked up.
    private func known(_ request: Request, _ context: WebContext) async -> WebContext {
        var context = context
        context.language = doorkeeper.language(of: request)
        guard !Paths.isAnonymous(request.uri.path) else { return context }
        return (try? await doorkeeper.admit(request, context, .nothing)) ?? context
    }

    private func page(for error: any Error, _ request: Request, _ context: WebContext) -> Response {
        let say = pages.speech(context)
        let (status, key) = kind(of: error)
        var details: [String] = []
        if let refusal = error as? any Refusal { details = [say(refusal.key)] }
        if let large = error as? TooLarge { details = large.key.map { [say($0)] } ?? [] }
        if let problems = error as? Problems { details = problems.all.prefix(20).map { say($0) } }
        let leadsIn = error is SetUpIsDone && context.signedIn == nil
        let isLogged = status == .internalServerError && note(error, request, context)
        let values: [String: Any] = [
            "title": say("error.\(key).title"), "text": say("error.\(key).text"), "details": details,
            "request": isLogged ? context.id : "", "sign_in": leadsIn ? Paths.signIn : "",
        ]
        var page = Page("error", values)
        // Nothing stands where only forms are sent to.
        if request.method == .post { page.address = Paths.today }
        return pages.render(page, request, context, status: status)
    }

    /// A line with a number that people can name, and the route without what was filled in; none where people answer.
    private func note(_ error: any Error, _ request: Request, _ context: WebContext) -> Bool {
        guard !Paths.isAnonymous(request.uri.path) else {
            failures.count(error, at: doorkeeper.store.clock.now)
            return false
        }
        context.logger.error(
            "unexpected", metadata: ["error": "\(type(of: error))", "route": "\(context.endpointPath ?? "")"])
        return true
    }

    private func kind(of error: any Error) -> (HTTPResponse.Status, String) {
        switch error {
        case is NotFound: (.notFound, "not_found")
        case is AddressIsSpent: (.notFound, "spent")
        case is SetUpIsDone: (.notFound, "set_up_done")
        case is FromElsewhere: (.forbidden, "from_elsewhere")
        case is Conflict: (.conflict, "conflict")
        case is any Refusal, is Problems: (.unprocessableContent, "refused")
        case is TooLarge: (.contentTooLarge, "too_large")
        case let error as HTTPError where error.status == .notFound: (.notFound, "not_found")
        case let error as HTTPError where error.status == .contentTooLarge: (.contentTooLarge, "too_large")
        case let error as HTTPError where error.status.code < 500: (error.status, "bad_request")
        default: (.internalServerError, "unexpected")
        }
    }
}

extension Refusal {
    var status: HTTPResponse.Status { self is Conflict ? .conflict : .unprocessableContent }
}

extension String {
    /// For one value of a query.
    var addingPercents: String {
        let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
        return utf8.reduce(into: "") { text, byte in
            if plain.contains(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
    }
}
