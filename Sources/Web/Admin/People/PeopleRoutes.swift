import Core
import Hummingbird
import Store

/// Everybody with an account here, and making one.
struct PeopleRoutes {
    let store: Store
    let pages: Pages
    private let fresh = ShownOnce()

    init(store: Store, pages: Pages) {
        (self.store, self.pages) = (store, pages)
    }

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.people, needs: .right(.changePeople), use: index)
        routes.post(Paths.people, needs: .right(.changePeople), isWeighty: true, use: create)
        PersonRoutes(store: store, pages: pages, fresh: fresh).add(to: routes)
    }

    private func index(_ request: Request, _ context: WebContext) async throws -> Response {
        pages.render(try await page(.empty, nil, context), request, context)
    }

    private func page(_ form: PersonForm, _ wrong: WrongFields?, _ context: WebContext) async throws -> Page {
        let member = try context.member
        let say = pages.speech(context)
        let tree = try await store.units(in: member.organisation.id)
        let people = try await store.accounts(in: member.organisation.id).map { account, memberships in
            [
                "path": Paths.person(account.id), "name": account.name,
                "roles": say.list(memberships.map { $0.text(tree, say) }),
            ]
        }
        let values: [String: Any] = [
            "path": Paths.people, "people": people, "name": form.name,
            "roles": form.choices(for: member.rights, say), "units": tree.choices(chosen: form.unit),
        ]
        return Page("admin/people", room: .admin, values).with(wrong, say)
    }

    private func create(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let wish = PersonForm(form)
        do {
            let password = Password.fresh()
            let person = try await store.addAccount(
                wish.name, password: password, role: wish.roleOfNewAccount(), unit: wish.chosenUnit,
                in: member.organisation.id, by: member.account.id)
            fresh.keep(password, about: person, for: member.account.id, at: store.clock.now)
            return .seeOther(Paths.password(of: person))
        } catch let refusal as Account.Refusal {
            return try await refuse(wish, WrongFields(refusal.field, refusal), request, context)
        } catch let wrong as WrongFields {
            return try await refuse(wish, wrong, request, context)
        }
    }

    private func refuse(
        _ wish: PersonForm, _ wrong: WrongFields, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        pages.render(try await page(wish, wrong, context), request, context, status: .unprocessableContent)
    }
}

extension Membership {
    /// The role in words; a leader's with the team.
    func text(_ tree: UnitTree, _ say: Speech) -> String {
        let name = say("role.\(role.rawValue)")
        guard let unit = unit.flatMap({ tree[$0] }) else { return name }
        return say("admin.people.leads", ["role": name, "unit": unit.name])
    }
}
