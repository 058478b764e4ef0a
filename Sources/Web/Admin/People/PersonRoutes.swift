import Core
import Hummingbird
import Store

/// One account: its roles, and a new password.
struct PersonRoutes {
    let store: Store
    let pages: Pages
    let fresh: ShownOnce

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.person, needs: .right(.changePeople), use: show)
        // Where a form that was refused stands, the page is there for a plain visit too.
        routes.get(Paths.personRoles, needs: .right(.changePeople), use: show)
        routes.get(Paths.personRoleRemoval, needs: .right(.changePeople), use: show)
        routes.post(Paths.personRoles, needs: .right(.changePeople), isWeighty: true, use: giveRole)
        routes.post(Paths.personRoleRemoval, needs: .right(.changePeople), isWeighty: true, use: takeRole)
        routes.get(Paths.personPassword, needs: .right(.changePeople), use: showPassword)
        routes.post(Paths.personPassword, needs: .right(.changePeople), isWeighty: true, use: resetPassword)
    }

    private func found(_ context: WebContext) async throws -> (account: Account, memberships: [Membership]) {
        let id: Account.ID = try context.id("person")
        return try await store.account(id, in: context.member.organisation.id)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        pages.render(try await page(.empty, nil, context), request, context)
    }

    private func page(_ form: PersonForm, _ wrong: WrongFields?, _ context: WebContext) async throws -> Page {
        let member = try context.member
        let (account, memberships) = try await found(context)
        let say = pages.speech(context)
        let tree = try await store.units(in: member.organisation.id)
        let mayChange = PersonForm.roles(for: member.rights)
        let held = memberships.map { membership -> [String: Any] in
            [
                "name": membership.text(tree, say),
                "removal_path": membership.role != .staff && mayChange.contains(membership.role)
                    ? Paths.roleRemoval(membership.id, of: account.id) : "",
            ]
        }
        let values: [String: Any] = [
            "people_path": Paths.people, "heading": account.name, "held": held,
            "path": Paths.roles(of: account.id),
            "password_path": memberships.allSatisfy { mayChange.contains($0.role) }
                ? Paths.password(of: account.id) : "",
            "roles": form.choices(for: member.rights, say), "units": tree.choices(chosen: form.unit),
        ]
        return Page("admin/person", room: .admin, values).with(wrong, say)
    }

    private func giveRole(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let wish = PersonForm(form)
        return try await change(wish, request, context) { person, member in
            try await store.addRole(
                wish.chosenRole(), unit: wish.chosenUnit, to: person, by: member.account.id,
                in: member.organisation.id)
        }
    }

    private func takeRole(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let membership: Membership.ID = try context.id("membership")
        let isLast = try await found(context).memberships.map(\.id) == [membership]
        let answer = try await change(.empty, request, context) { person, member in
            try await store.takeRole(
                membership, from: person, by: member.account.id, in: member.organisation.id)
        }
        // Without a role somebody is no longer here, and neither is their page.
        return isLast && answer.status == .seeOther ? .seeOther(Paths.people) : answer
    }

    private func change(
        _ wish: PersonForm, _ request: Request, _ context: WebContext,
        _ act: (Account.ID, SignedIn) async throws -> Void
    ) async throws -> Response {
        let person = try await found(context).account
        let wrong: WrongFields
        do {
            try await act(person.id, try context.member)
            return pages.done(Paths.person(person.id))
        } catch let refusal as Account.Refusal {
            wrong = WrongFields(refusal.field, refusal)
        } catch let found as WrongFields {
            wrong = found
        }
        return pages.render(try await page(wish, wrong, context), request, context, status: .unprocessableContent)
    }

    private func showPassword(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try await found(context).account
        let viewer = try context.member.account.id
        let password = fresh.take(about: person.id, for: viewer, at: store.clock.now)
        var page = passwordPage(person, password, nil, context)
        page.values["has_factor"] = try await store.hasSecondFactor(person.id)
        return pages.render(page, request, context)
    }

    private func passwordPage(
        _ person: Account, _ password: String?, _ wrong: WrongFields?, _ context: WebContext
    ) -> Page {
        let say = pages.speech(context)
        let values: [String: Any] = [
            "path": Paths.password(of: person.id), "person_path": Paths.person(person.id),
            "people_path": Paths.people, "heading": say("admin.password.heading", ["name": person.name]),
            "password": password ?? "",
        ]
        return Page("admin/password", room: .admin, values).with(wrong, say)
    }

    private func resetPassword(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let person = try await found(context).account
        let member = try context.member
        let password = Password.fresh()
        do {
            try await store.resetPassword(
                of: person.id, to: password, phoneIsLost: form.has("phone"), by: member.account.id,
                in: member.organisation.id)
            fresh.keep(password, about: person.id, for: member.account.id, at: store.clock.now)
            return .seeOther(Paths.password(of: person.id))
        } catch let refusal as Account.Refusal {
            let page = passwordPage(person, nil, WrongFields("reset", refusal), context)
            return pages.render(page, request, context, status: .unprocessableContent)
        }
    }
}
