import Core
import Hummingbird
import Store

/// Inviting who works here to sign in: codes on paper, by name.
struct InvitationRoutes {
    let store: Store
    let pages: Pages
    private let fresh = FreshInvitations()

    init(store: Store, pages: Pages) {
        (self.store, self.pages) = (store, pages)
    }

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.invitations, needs: .right(.changePeople), use: new)
        routes.post(Paths.invitations, needs: .right(.changePeople), isWeighty: true, use: create)
        routes.get(Paths.invitationSheets, needs: .right(.changePeople), use: showSheets)
        routes.get(Paths.memberInvitation, needs: .right(.changePeople), use: newOne)
        routes.post(Paths.memberInvitation, needs: .right(.changePeople), isWeighty: true, use: createOne)
    }

    private func new(_ request: Request, _ context: WebContext) async throws -> Response {
        let unit = request.uri.queryParameters["unit"].map(String.init) ?? ""
        var page = try await page(unit, again: false, nil, context)
        page.values["is_gone"] = request.uri.queryParameters["gone"] == "1"
        return pages.render(page, request, context)
    }

    private func page(
        _ unit: String, again: Bool, _ wrong: WrongFields?, _ context: WebContext
    ) async throws -> Page {
        let (home, say) = (try context.member.organisation, pages.speech(context))
        let tree = try await store.units(in: home.id)
        let counts = try await store.invitationCounts(in: home.id)
        let values: [String: Any] = [
            "path": Paths.invitations, "members_path": Paths.members, "has_people": counts.people > 0,
            "count": say(
                "admin.invitations.count",
                ["count": "\(counts.people)", "accounts": "\(counts.accounts)", "waiting": "\(counts.waiting)"]),
            "units": tree.choices(chosen: unit), "again": again,
            "days": say("admin.invitations.days", ["count": "\(Store.invitationDays)"]),
        ]
        return Page("admin/members/invitations", room: .admin, values).with(wrong, say).standing(at: Paths.invitations)
    }

    private func create(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let tree = try await store.units(in: member.organisation.id)
        let unit = Core.Unit.ID(form["unit"]).flatMap { tree[$0]?.id }
        guard form["unit"].isEmpty || unit != nil else { throw NotFound() }
        let again = form.has("again")
        do {
            let made = try await store.invite(
                unit, again: again, by: member.account.id, in: member.organisation.id)
            return .seeOther(Paths.invitationSheets(fresh.keep(made, for: member, at: store.clock.now)))
        } catch let refusal as Invitation.Refusal {
            let page = try await page(form["unit"], again: again, WrongFields("unit", refusal), context)
            return pages.render(page, request, context, status: .unprocessableContent)
        }
    }

    private func newOne(_ request: Request, _ context: WebContext) async throws -> Response {
        pages.render(try await pageOfOne(nil, context), request, context)
    }

    private func pageOfOne(_ wrong: WrongFields?, _ context: WebContext) async throws -> Page {
        let (home, say) = (try context.member.organisation, pages.speech(context))
        let member = try await store.member(try context.id("member"), in: home.id)
        let account = try await store.account(of: member.id)
        let refusal = try await store.refusalToInvite(member.id, in: home.id)
        let state = account == nil ? "none" : refusal == .hasRoles ? "roles" : "known"
        let words = ["name": member.name, "account": account?.name ?? ""]
        let values: [String: Any] = [
            "path": Paths.invitation(member.id), "members_path": Paths.members, "name": member.name,
            "member_path": Paths.member(member.id), "heading": say("admin.invitations.one_heading", words),
            "state": refusal == .leftAlready
                ? say(Invitation.Refusal.leftAlready.key) : say("admin.invitations.state.\(state)", words),
            "may": refusal == nil,
            "person_path": account.map { Paths.person($0.id) } ?? "",
            "days": say("admin.invitations.days", ["count": "\(Store.invitationDays)"]),
        ]
        return Page("admin/members/invitation", room: .admin, values).with(wrong, say)
    }

    private func createOne(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        do {
            let made = try await store.invite(
                member: try context.id("member"), by: member.account.id, in: member.organisation.id)
            return .seeOther(Paths.invitationSheets(fresh.keep([made], for: member, at: store.clock.now)))
        } catch let refusal as Invitation.Refusal {
            let page = try await pageOfOne(WrongFields("code", refusal), context)
            return pages.render(page, request, context, status: .unprocessableContent)
        }
    }

    private func showSheets(_ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let say = pages.speech(context)
        let made = try fresh.find(try context.id("sheets"), for: member, at: store.clock.now)
        guard !made.isEmpty else { return .seeOther(Paths.invitations + "?gone=1") }
        let tree = try await store.units(in: member.organisation.id)
        let sheets = InvitationSheets(
            say: say, home: member.organisation, tree: tree, today: store.clock.now.day(in: member.organisation.zone),
            configuration: pages.configuration)
        let values: [String: Any] = [
            "members_path": Paths.members, "back": Paths.invitations,
            "count": say("admin.invitations.made", ["count": "\(made.count)"]), "sheets": sheets.values(made),
        ]
        return pages.render(Page("admin/members/sheets", room: .admin, values), request, context)
    }
}
