import Core
import Hummingbird
import Store

/// One team: its name, where it belongs, how many people work directly in it, and archiving it.
struct UnitRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.unit, needs: .right(.changeUnits), use: edit)
        routes.post(Paths.unit, needs: .right(.changeUnits), use: update)
        routes.get(Paths.archivedUnit, needs: .right(.changeUnits), use: confirmArchive)
        routes.post(Paths.archivedUnit, needs: .right(.changeUnits), use: archive)
    }

    /// A team that is there now; one that was archived cannot be changed.
    private func found(_ context: WebContext) async throws -> (unit: Core.Unit, tree: UnitTree) {
        let id: Core.Unit.ID = try context.id("unit")
        let tree = try await store.units(in: context.member.organisation.id)
        guard let unit = tree[id], unit.archivedOn == nil else { throw NotFound() }
        return (unit, tree)
    }

    private func edit(_ request: Request, _ context: WebContext) async throws -> Response {
        let id: Core.Unit.ID = try context.id("unit")
        let all = try await store.units(in: context.member.organisation.id)
        if let gone = all[id], gone.archivedOn != nil {
            return ArchivedUnitRoutes(store: store, pages: pages).show(gone, all, request, context)
        }
        let (unit, tree) = try await found(context)
        return pages.render(page(unit, tree, UnitForm(unit), nil, context), request, context)
    }

    private func page(
        _ unit: Core.Unit, _ tree: UnitTree, _ form: UnitForm, _ wrong: WrongFields?, isConflict: Bool = false,
        _ context: WebContext
    ) -> Page {
        let say = pages.speech(context)
        let above = tree.path(of: unit).dropLast().joined(separator: Core.Unit.separator)
        let now = say(
            "admin.unit.now",
            [
                "name": unit.name, "people": say("unit.people", ["count": "\(unit.headcount)"]),
                "above": above.isEmpty ? say("admin.units.no_parent") : above,
            ])
        var values: [String: Any] = [
            "path": Paths.unit(unit.id), "archive_path": Paths.archived(unit.id), "units_path": Paths.units,
            "heading": unit.name, "above": above, "is_counted": unit.isCounted,
            "counted": say("admin.unit.counted", ["people": say("unit.people", ["count": "\(unit.headcount)"])]),
            "typed": unit.isTyped && unit.hasMembers ? say("admin.unit.typed") : "",
            "parents": tree.choices(chosen: form.parent, without: tree.branch(of: unit.id)), "form": form.values,
            "conflict": isConflict ? now : "",
        ]
        if isConflict { values["form"] = form.values.merging(["version": "\(unit.version)"]) { _, new in new } }
        return Page("admin/unit", room: .admin, values).with(wrong, say)
    }

    private func update(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let (unit, tree) = try await found(context)
        let member = try context.member
        let wish = UnitForm(form)
        func refuse(_ wrong: WrongFields) -> Response {
            pages.render(page(unit, tree, wish, wrong, context), request, context, status: .unprocessableContent)
        }
        do {
            try await store.changeUnit(
                unit.id, name: wish.name, under: form.has("parent") ? wish.above() : unit.parent,
                headcount: unit.isCounted ? unit.headcount : wish.people(), since: wish.version, by: member.account.id,
                in: member.organisation.id)
            return pages.done(Paths.units)
        } catch let refusal as Core.Unit.Refusal {
            return refuse(WrongFields(refusal.field, refusal))
        } catch let wrong as WrongFields {
            return refuse(wrong)
        } catch Conflict.changedMeanwhile {
            let (now, tree) = try await found(context)
            let page = page(now, tree, wish, nil, isConflict: true, context)
            return pages.render(page, request, context, status: .conflict)
        }
    }

    private func confirmArchive(_ request: Request, _ context: WebContext) async throws -> Response {
        let (unit, tree) = try await found(context)
        let say = pages.speech(context)
        let branch = tree.branch(of: unit.id)
        let going = tree.units.filter { branch.contains($0.id) && $0.id != unit.id && $0.archivedOn == nil }
        let leaders = try await store.accounts(in: context.member.organisation.id).filter {
            $0.memberships.contains { $0.unit.map(branch.contains) ?? false }
        }
        let values: [String: Any] = [
            "path": Paths.archived(unit.id), "back_path": Paths.unit(unit.id),
            "heading": say("admin.archive.heading", ["name": unit.name]),
            "people": say("unit.people", ["count": "\(tree.people(in: unit))"]),
            "going": going.map { tree.path(of: $0).joined(separator: Core.Unit.separator) }.sorted(),
            "has_going": !going.isEmpty, "leaders": say.list(leaders.map(\.account.name)),
        ]
        return pages.render(Page("admin/archive", room: .admin, values), request, context)
    }

    private func archive(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let (unit, _) = try await found(context)
        let member = try context.member
        try await store.archiveUnit(unit.id, by: member.account.id, in: member.organisation.id)
        return pages.done(Paths.units)
    }
}
