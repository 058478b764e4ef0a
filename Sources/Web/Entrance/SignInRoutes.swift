import Core
import HTTPTypes
import Hummingbird
import Store

/// Signing in and out, and the way to a wave for who came with a card.
struct SignInRoutes {
    let store: Store
    let pages: Pages
    let doorkeeper: Doorkeeper
    let limits: TryLimits

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.signIn, needs: .nothing, use: new)
        routes.post(withoutToken: Paths.signIn, use: create)
        routes.post(Paths.signOut, needs: .right(.beHere), use: destroy)
        routes.get(Paths.card, needs: .nothing, use: new)
        routes.post(Paths.card, needs: .nothing, use: findWave)
    }

    private func new(_ request: Request, _ context: WebContext) async throws -> Response {
        let next = request.uri.queryParameters["next"].map(String.init) ?? ""
        return pages.render(page(next: next, context), request, context)
    }

    private func page(
        name: String = "", next: String = "", address: String = "", wrong: WrongFields? = nil, _ context: WebContext
    ) -> Page {
        let say = pages.speech(context)
        let example = "\(pages.configuration.shortBase)/m/k7hp4"
        let values = [
            "name": name, "next": next, "address": address, "path": Paths.signIn, "card_path": Paths.card,
            "address_hint": say("entrance.card.hint", ["address": example]),
        ]
        let address = next.isEmpty ? Paths.signIn : Paths.signIn + "?next=" + next.addingPercents
        return Page("entrance/sign-in", values).with(wrong, say).standing(at: address)
    }

    private func create(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let name = form["name"]
        if let signedIn = context.signedIn { return meet(signedIn, form, request, context) }
        do {
            let token = try await token(for: name, form["password"], from: request, context)
            let isHalf = try await store.halfSignedIn(token) != nil
            let next = form["next"].isEmpty ? "" : "?next=" + form["next"].addingPercents
            var response = Response.seeOther(isHalf ? Paths.secondStep + next : Self.safe(form["next"]))
            response.setCookie(doorkeeper.cookie(for: token))
            return response
        } catch let refusal as Account.Refusal {
            let page = page(name: name, next: form["next"], wrong: WrongFields("name", refusal), context)
            return pages.render(page, request, context, status: refusal.signInStatus)
        } catch let wait as MustWait {
            let page = page(name: name, next: form["next"], wrong: WrongFields("name", wait.problem), context)
            return pages.render(page, request, context, status: .tooManyRequests)
        }
    }

    /// Somebody signed in already, in another tab: the same person goes on, another one signs out first.
    private func meet(
        _ signedIn: SignedIn, _ form: Form, _ request: Request, _ context: WebContext
    ) -> Response {
        let name = signedIn.account.name
        guard form["name"].trimmed.lowercased() != name.lowercased() else { return .seeOther(Self.safe(form["next"])) }
        let problem = Problem("entrance.sign_in.is_signed_in", ["name": name])
        let page = page(name: form["name"], next: form["next"], wrong: WrongFields("name", problem), context)
        return pages.render(page, request, context, status: .conflict)
    }

    private func token(
        for name: String, _ password: String, from request: Request, _ context: WebContext
    ) async throws -> [UInt8] {
        let (now, address) = (store.clock.now, pages.configuration.client(of: request, context))
        guard limits.addresses.mayTry(address, at: now) else { throw MustWait(seconds: TryLimit.rest(at: now)) }
        do {
            return try await store.signIn(name, password: password, with: Device.kind(of: request))
        } catch Account.Refusal.doesNotMatch {
            limits.addresses.count(address, at: now)
            throw Account.Refusal.doesNotMatch
        }
    }

    /// Only a path of our own: an address elsewhere would lead people away.
    static func safe(_ path: String) -> String {
        // Browsers drop tabs and line ends, so that "/", tab, "/" becomes an address elsewhere.
        let isPlain = path.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x5C }
        return path.hasPrefix("/") && !path.hasPrefix("//") && isPlain ? path : Paths.today
    }

    private func destroy(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        if let token = context.token { try await store.signOut(token) }
        var response = Response.seeOther(Paths.signIn)
        response.setCookie(doorkeeper.clearedCookie())
        return response
    }

    /// A POST, so that what somebody typed by mistake, such as a code, stands in no address.
    private func findWave(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        do {
            let slug = try CardAddress(form["address"]).slug
            guard try await store.wave(slug: slug) != nil else { throw CardAddress.Refusal.isUnknown }
            return .seeOther(Paths.answering(slug))
        } catch let refusal as CardAddress.Refusal {
            let page = page(address: form["address"], wrong: WrongFields("address", refusal), context)
            return pages.render(page, request, context, status: .unprocessableContent)
        }
    }
}

extension Account.Refusal {
    fileprivate var signInStatus: HTTPResponse.Status {
        switch self {
        case .isBusy: .serviceUnavailable
        default: .unprocessableContent
        }
    }
}
