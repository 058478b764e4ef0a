import Core
import Hummingbird
import Store

/// The tree of teams with how many people work there, and adding one by hand.
struct UnitsRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.units, needs: .right(.changeUnits), use: index)
        routes.post(Paths.units, needs: .right(.changeUnits), use: create)
    }

    private func index(_ request: Request, _ context: WebContext) async throws -> Response {
        pages.render(try await page(.empty, nil, context), request, context)
    }

    private func page(_ form: UnitForm, _ wrong: WrongFields?, _ context: WebContext) async throws -> Page {
        let home = try context.member.organisation
        let say = pages.speech(context)
        let tree = try await store.units(in: home.id)
        let archived = tree.archived.map {
            [
                "path": Paths.unit($0.id), "name": tree.path(of: $0).joined(separator: Core.Unit.separator),
                "day": $0.archivedOn.map { say.date($0) } ?? "",
            ]
        }
        let units = tree.values(of: tree.roots, say)
        let people = tree.roots.filter { $0.archivedOn == nil }.reduce(0) { $0 + tree.people(in: $1) }
        let values: [String: Any] = [
            "path": Paths.units, "file_path": Paths.unitsFile, "units": units,
            "has_units": !units.isEmpty,
            "people": say("unit.people", ["count": "\(people)"]), "parents": tree.choices(chosen: form.parent),
            "form": form.values, "archived": archived, "has_archived": !archived.isEmpty,
            "example": say.example, "empty_heading": say("admin.units.empty", ["organisation": home.name]),
        ]
        return Page("admin/units", room: .admin, values).with(wrong, say)
    }

    private func create(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let wish = UnitForm(form)
        do {
            try await store.addUnit(
                wish.name, under: wish.above(), headcount: wish.people(), by: member.account.id,
                in: member.organisation.id)
            return pages.done(Paths.units)
        } catch let refusal as Core.Unit.Refusal {
            return try await refuse(wish, WrongFields(refusal.field, refusal), request, context)
        } catch let wrong as WrongFields {
            return try await refuse(wish, wrong, request, context)
        }
    }

    private func refuse(
        _ wish: UnitForm, _ wrong: WrongFields, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        pages.render(try await page(wish, wrong, context), request, context, status: .unprocessableContent)
    }
}
