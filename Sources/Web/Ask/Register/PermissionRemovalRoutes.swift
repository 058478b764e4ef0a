import Core
import HTTPTypes
import Hummingbird
import Methods
import Store
import Surveys

/// Removing a permission with its paper, after one look at what goes and which waves go on without it.
struct PermissionRemovalRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.registeredPart("permission/removal"), needs: .right(.changeWaves), use: confirm)
        routes.post(Paths.registeredPart("permission/removal"), needs: .right(.changeWaves), use: remove)
    }

    private func confirm(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let known = try await permission(context) else { return try back(context) }
        return pages.render(try await page(of: known, context), request, context)
    }

    private func remove(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        guard let known = try await permission(context) else { return try back(context) }
        let member = try context.member
        do {
            try await store.removePermission(
                for: known.definition, in: member.organisation.id, since: form.version, by: member.account.id)
            return try back(context)
        } catch let conflict as Conflict {
            guard let now = try await permission(context) else { return try back(context) }
            let page = try await page(of: now, isConflict: true, context)
                .standing(at: Paths.registered(now.definition, "permission/removal"))
            return pages.render(page, request, context, status: conflict.status)
        }
    }

    /// Nothing where somebody removed it already.
    private func permission(_ context: WebContext) async throws -> Permission? {
        let (id, home) = (try context.registered, try context.member.organisation.id)
        let known = try await store.permission(for: id, in: home)
        guard known != nil || store.definition(id, for: home) != nil else { throw NotFound() }
        return known
    }

    private func back(_ context: WebContext) throws -> Response {
        .seeOther(place(of: try context.registered, in: try context.member.organisation.id))
    }

    /// A definition that is no longer installed has no page of its own.
    private func place(of id: String, in home: Organisation.ID) -> String {
        store.definition(id, for: home) == nil ? Paths.register : Paths.registered(id)
    }

    private func page(
        of permission: Permission, isConflict: Bool = false, _ context: WebContext
    ) async throws -> Page {
        let (say, home) = (pages.speech(context), try context.member.organisation)
        let id = permission.definition
        let title = store.definition(id, for: home.id)?.frame.title[say.language] ?? id
        let waves = try await store.waves(beyond: nil, for: id, in: home.id)
        let lines = RegisterLines(say: say, today: store.clock.now.day(in: home.zone))
        return Page(
            "register/removal", room: .ask,
            [
                "crumbs": [
                    ["path": Paths.waves, "name": say("room.ask")],
                    ["path": Paths.register, "name": say("register.here")],
                    ["path": place(of: id, in: home.id), "name": title],
                ],
                "here": say("register.removal.here"), "heading": say("register.removal.heading", ["title": title]),
                "lead": say("register.removal.lead"), "who_sees": say("register.who"),
                "known": lines.permission(permission), "is_conflict": isConflict, "version": "\(permission.version)",
                "path": Paths.registered(id, "permission/removal"), "back": place(of: id, in: home.id),
                "open": waves.isEmpty
                    ? false : say("register.removal.open", ["waves": say.list(waves.map(\.title))]) as Any,
            ])
    }
}
