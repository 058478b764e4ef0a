import Core
import Hummingbird
import Store

/// An address that worked once, and no longer does.
struct AddressIsSpent: Error {}

/// Somebody set things up already, in another tab perhaps.
struct SetUpIsDone: Error {}

/// The first set-up, by an address that works once.
struct SetUpRoutes {
    let store: Store
    let pages: Pages
    let doorkeeper: Doorkeeper

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.setUp, needs: .nothing, use: new)
        routes.post(withoutToken: Paths.setUp, use: create)
    }

    private func token(_ context: WebContext) async throws -> String {
        guard let token = context.parameters.get("token"), try await store.isSetUp(token) else {
            throw try await refusal
        }
        return token
    }

    private var refusal: any Error {
        get async throws { try await store.hasAccounts() ? SetUpIsDone() : AddressIsSpent() }
    }

    private func new(_ request: Request, _ context: WebContext) async throws -> Response {
        let token = try await token(context)
        // A command may have made the organisation before anybody signed in.
        let known = try await store.organisations().first
        let typed = ["organisation": known?.name ?? "", "name": "", "council": known?.council.rawValue ?? ""]
        return pages.render(page(token, typed, isHR: true, nil, context), request, context)
    }

    private func page(
        _ token: String, _ typed: [String: String], isHR: Bool, _ wrong: WrongFields?, _ context: WebContext
    ) -> Page {
        let say = pages.speech(context)
        let councils = Choices.values(
            of: Organisation.CouncilKind.self, named: "organisation.council", chosen: [typed["council"] ?? ""], say)
        let values: [String: Any] = [
            "path": Paths.setUp(token), "form": typed, "is_hr": isHR, "councils": councils,
            "shortest": Account.shortestPassword,
        ]
        return Page("entrance/set-up", values).with(wrong, say)
    }

    /// The first organisation, and the account of whoever holds the one-time address.
    private func create(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let token = try await token(context)
        do {
            let wish = try SetUpForm(form)
            guard try await store.spendSetUp(token) else { throw try await refusal }
            try await begin(wish)
            var response = Response.seeOther(Paths.today)
            let token = try await store.signIn(wish.name, password: wish.password, with: Device.kind(of: request))
            response.setCookie(doorkeeper.cookie(for: token))
            return response
        } catch let wrong as WrongFields {
            let typed = ["organisation", "name", "council"].reduce(into: [:]) { $0[$1] = form[$1] }
            let page = page(token, typed, isHR: form.has("hr"), wrong, context)
            return pages.render(page, request, context, status: .unprocessableContent)
        }
    }

    private func begin(_ wish: SetUpForm) async throws {
        let home = try await firstOrganisation(named: wish.organisation)
        try await store.change(home.id, since: home.version, by: nil) { organisation in
            (organisation.name, organisation.council) = (wish.organisation, wish.council)
        }
        let account = try await store.addAccount(wish.name, password: wish.password, role: .admin, in: home.id)
        if wish.isHR { try await store.addRole(.hr, unit: nil, to: account, in: home.id) }
    }

    private func firstOrganisation(named name: String) async throws -> Organisation {
        if let made = try await store.organisations().first { return made }
        return try await store.addOrganisation("default", name: name)
    }
}
