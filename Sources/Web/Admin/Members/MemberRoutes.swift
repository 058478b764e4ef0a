import Core
import Hummingbird
import Store

/// One member of staff: written down, and changed, each on one page.
struct MemberRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.newMember, needs: .right(.changePeople), use: new)
        routes.post(Paths.members, needs: .right(.changePeople), use: create)
        routes.get(Paths.member, needs: .right(.changePeople), use: show)
        routes.post(Paths.member, needs: .right(.changePeople), use: update)
    }

    private func page(of member: Member?, _ context: WebContext) async throws -> MemberPage {
        let home = try context.member.organisation
        return MemberPage(
            say: pages.speech(context), tree: try await store.units(in: home.id),
            functionGroups: try await store.functionGroups(in: home.id), member: member)
    }

    private func found(_ context: WebContext) async throws -> Member {
        try await store.member(try context.id("member"), in: context.member.organisation.id)
    }

    private func new(_ request: Request, _ context: WebContext) async throws -> Response {
        pages.render(try await page(of: nil, context).page(.empty, nil), request, context)
    }

    private func create(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let (member, wish) = (try context.member, MemberForm(form))
        return try await save(wish, nil, request, context) {
            try await store.add(
                wish.member(.random()), by: member.account.id, in: member.organisation.id)
        }
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let member = try await found(context)
        let form = MemberForm(member, pages.speech(context))
        return pages.render(try await page(of: member, context).page(form, nil), request, context)
    }

    private func update(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let (viewer, found, wish) = (try context.member, try await found(context), MemberForm(form))
        return try await save(wish, found, request, context) {
            try await store.change(wish.member(found.id), by: viewer.account.id, in: viewer.organisation.id)
        }
    }

    private func save(
        _ wish: MemberForm, _ member: Member?, _ request: Request, _ context: WebContext,
        _ act: () async throws -> Void
    ) async throws -> Response {
        let wrong: WrongFields
        do {
            try await act()
            return pages.done(Paths.members)
        } catch let refusal as Member.Refusal {
            wrong = WrongFields(refusal.field, refusal)
        } catch let found as WrongFields {
            wrong = found
        } catch Conflict.changedMeanwhile {
            let now = try await found(context)
            let page = try await page(of: now, context)
            return pages.render(
                page.page(wish, nil, conflict: now.text(page.tree, page.say)), request, context, status: .conflict)
        }
        let page = try await page(of: member, context).page(wish, wrong)
        return pages.render(page, request, context, status: .unprocessableContent)
    }
}

extension Member {
    /// Who somebody is and where they work, in a line.
    func text(_ tree: UnitTree, _ say: Speech) -> String {
        let work = places.compactMap { tree[$0.unit] }.map { tree.path(of: $0).joined(separator: Core.Unit.separator) }
        return say.list([name, number, email, functionGroup].compactMap(\.self) + work)
    }
}
