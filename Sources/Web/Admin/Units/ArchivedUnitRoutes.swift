import Core
import HTTPTypes
import Hummingbird
import Store

/// A team that was archived: when, and bringing it back.
struct ArchivedUnitRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.post(Paths.archivedUnitRemoval, needs: .right(.changeUnits), use: putBack)
    }

    func show(
        _ unit: Core.Unit, _ tree: UnitTree, _ request: Request, _ context: WebContext,
        _ refusal: Core.Unit.Refusal? = nil
    ) -> Response {
        let say = pages.speech(context)
        let along = tree.archivedTogether(with: unit)
        let values: [String: Any] = [
            "path": Paths.archivedRemoval(unit.id), "units_path": Paths.units, "heading": unit.name,
            "lead": say("admin.archived.text", ["day": unit.archivedOn.map { say.date($0) } ?? ""]),
            "above": tree.path(of: unit).dropLast().joined(separator: Core.Unit.separator),
            "people": say("unit.people", ["count": "\(along.reduce(0) { $0 + $1.headcount })"]),
            "coming": along.dropFirst().map { tree.path(of: $0).joined(separator: Core.Unit.separator) }.sorted(),
            "has_coming": along.count > 1, "problem": refusal.map { say($0.key) } as Any? ?? false,
        ]
        let page = Page("admin/archived", room: .admin, values).standing(at: Paths.unit(unit.id))
        return pages.render(page, request, context, status: refusal?.status ?? .ok)
    }

    private func putBack(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let id: Core.Unit.ID = try context.id("unit")
        do {
            try await store.putBackUnit(id, by: member.account.id, in: member.organisation.id)
            return pages.done(Paths.unit(id))
        } catch let refusal as Core.Unit.Refusal {
            let tree = try await store.units(in: member.organisation.id)
            guard let unit = tree[id] else { throw NotFound() }
            return show(unit, tree, request, context, refusal)
        }
    }
}
