import Core
import Hummingbird
import Store

/// Taking the last list of staff back as a whole.
struct ListUndoRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.membersUndo, needs: .right(.changePeople), use: show)
        routes.post(Paths.membersUndo, needs: .right(.changePeople), use: undo)
    }

    /// - Parameter kept: who stays as they are though the list was undone.
    private func page(
        _ last: StaffImport, _ wrong: WrongFields?, kept: [Member] = [], _ say: Speech
    ) -> Page {
        let values: [String: Any] = [
            "path": Paths.membersUndo, "members_path": Paths.members, "last": last.text(say),
            "can_undo": !last.isUndone, "shown": "\(last.id)",
            "kept": kept.isEmpty ? "" : say("admin.list.kept", ["count": "\(kept.count)"]),
            "kept_members": kept.map { ["path": Paths.member($0.id), "name": $0.name] },
        ]
        return Page("admin/members/undo", room: .admin, values).with(wrong, say)
    }

    private func found(_ context: WebContext) async throws -> StaffImport {
        guard let last = try await store.lastStaffImport(in: context.member.organisation.id) else { throw NotFound() }
        return last
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        pages.render(page(try await found(context), nil, pages.speech(context)), request, context)
    }

    private func undo(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        guard let shown = StaffImport.ID(form["shown"]) else { throw Conflict.changedMeanwhile }
        do {
            let kept = try await store.undoStaffImport(shown, by: member.account.id, in: member.organisation.id)
            guard !kept.isEmpty else { return pages.done(Paths.members) }
            let page = page(try await found(context), nil, kept: kept, pages.speech(context))
            return pages.render(page.standing(at: Paths.membersUndo), request, context)
        } catch let refusal as StaffImport.Refusal {
            let page = page(try await found(context), WrongFields("undo", refusal), pages.speech(context))
            return pages.render(page, request, context, status: .unprocessableContent)
        }
    }
}

extension StaffImport {
    /// When it was carried out, and how many it changed.
    func text(_ say: Speech) -> String {
        let counts = ["joined": "\(joined)", "changed": "\(changed)", "left": "\(left)"]
        return say(
            isUndone ? "admin.list.last_undone" : "admin.list.last", counts.merging(["day": say.date(day)]) { $1 })
    }
}
