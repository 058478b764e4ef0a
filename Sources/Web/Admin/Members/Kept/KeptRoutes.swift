import Core
import Hummingbird
import Store

/// What is kept of one member of staff: to read, to print, to take along, and to erase.
struct KeptRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.memberKept, needs: .right(.changePeople), use: show)
        routes.get(Paths.memberKeptFile, needs: .right(.changePeople), isWeighty: true, use: file)
        routes.get(Paths.memberErasure, needs: .right(.changePeople), use: ask)
        routes.post(Paths.memberErasure, needs: .right(.changePeople), isWeighty: true, use: erase)
    }

    /// Of a member only: what stands of an account of the council is not for hr.
    private func found(_ context: WebContext) async throws -> (member: Member, telling: KeptTelling) {
        let home = try context.member.organisation.id
        let say = pages.speech(context)
        let member = try await store.member(try context.id("member"), in: home)
        let kept = try await store.kept(of: member.id, in: home)
        return (
            member, KeptTelling(kept, titles: store.questionnaireTitles(home, in: say.language), say)
        )
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let (member, telling) = try await found(context)
        let say = pages.speech(context)
        let (home, others) = (try context.member.organisation, try await others(of: member, context))
        let values: [String: Any] = [
            "heading": say("kept.heading", ["name": member.name]), "name": member.name,
            "lead": say("kept.lead", ["organisation": home.name]), "members_path": Paths.members,
            "member_path": Paths.member(member.id), "file_path": Paths.keptFile(member.id),
            "picture": home.logo.map { _ in Paths.logo(home.slug) as Any } ?? false, "home": home.name,
            "printed": say("kept.printed", ["day": say.date(store.clock.now.day(in: home.zone))]),
            "erasure_path": Paths.erasure(member.id), "rows": telling.rows.map(\.values),
            "not_here": KeptTelling.notHere(say),
            "others": others > 0 ? say("kept.others", ["count": "\(others)"]) : "",
        ]
        return pages.render(Page("admin/members/kept", room: .admin, values), request, context)
    }

    /// How many others bear the same name here, who may be the same person.
    private func others(of member: Member, _ context: WebContext) async throws -> Int {
        try await store.bearers(of: member.name, in: context.member.organisation.id).count - 1
    }

    private func file(_ request: Request, _ context: WebContext) async throws -> Response {
        let (member, telling) = try await found(context)
        let home = try context.member.organisation
        let file = telling.file(of: home, on: store.clock.now.day(in: home.zone))
        return try Attachment.json(file, name: pages.speech(context).plain("kept.file_name", ["name": member.name]))
    }

    private func ask(_ request: Request, _ context: WebContext) async throws -> Response {
        pages.render(try await erasurePage(context, nil), request, context)
    }

    private func erasurePage(_ context: WebContext, _ wrong: WrongFields?) async throws -> Page {
        let (member, telling) = try await found(context)
        let say = pages.speech(context)
        let staying = telling.rows.filter(\.kind.staysNameless)
        let going = telling.rows.filter { !$0.kind.staysNameless }
        let others = try await others(of: member, context)
        let refused = telling.rows.contains { $0.kind == .account } ? say(Kept.Refusal.signsIn.rawValue) : nil
        let values: [String: Any] = [
            "heading": say("kept.erasure.heading", ["name": member.name]), "name": member.name,
            "members_path": Paths.members, "kept_path": Paths.kept(member.id), "path": Paths.erasure(member.id),
            "going": going.map(\.summary), "staying": staying.map(\.summary), "has_staying": !staying.isEmpty,
            "others": others > 0 ? say("kept.others", ["count": "\(others)"]) : "",
            "also": say("kept.erasure.also", KeptTelling.backups), "refused": refused ?? "",
        ]
        return Page("admin/members/erasure", room: .admin, values).with(wrong, say)
    }

    private func erase(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let viewer = try context.member
        do {
            try await store.eraseMember(
                try context.id("member"), by: viewer.account.id, in: viewer.organisation.id)
            return pages.done(Paths.members, .erased)
        } catch let refusal as Kept.Refusal {
            let page = try await erasurePage(context, WrongFields("erase", refusal))
            return pages.render(page, request, context, status: .unprocessableContent)
        }
    }
}

extension KeptTelling.Row {
    var values: [String: Any] {
        ["what": what, "told": told, "came_from": cameFrom, "goes": goes, "erasing": erasing]
    }

    /// What it is, with what stands there, in a line.
    fileprivate var summary: [String: Any] { ["what": what, "told": told] }
}
