import Core
import Hummingbird
import Store

/// Teams from a file: sent, looked at, and only then made true.
struct UnitsFileRoutes {
    let store: Store
    let pages: Pages

    private static let mostBytes = UnitsFile.largest + 200_000

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.unitsFile, needs: .right(.changeUnits), use: new)
        routes.upload(Paths.unitsFile, needs: .right(.changeUnits), upTo: Self.mostBytes, use: create)
        routes.get(Paths.unitsDraft, needs: .right(.changeUnits), use: show)
        routes.post(Paths.unitsDraft, needs: .right(.changeUnits), use: apply)
        routes.post(Paths.unitsDraftRemoval, needs: .right(.changeUnits), use: destroy)
    }

    private func new(_ request: Request, _ context: WebContext) async throws -> Response {
        pages.render(page([], context), request, context)
    }

    private func page(_ problems: [Problem], _ context: WebContext) -> Page {
        let say = pages.speech(context)
        let most = 50
        let more = problems.count > most ? say("admin.units_file.more", ["count": "\(problems.count - most)"]) : ""
        let values: [String: Any] = [
            "path": Paths.unitsFile, "units_path": Paths.units, "example": say.example,
            "has_problems": !problems.isEmpty,
            "problems": problems.prefix(most).map { ["field": "file", "text": say($0)] }, "more": more,
        ]
        return Page("admin/units-file", room: .admin, values)
    }

    private func create(_ upload: Upload, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        do {
            guard let file = upload.file("file") else { throw Problems(Problem("units.file_is_missing")) }
            _ = try UnitsFile(file.bytes, name: file.name)
            let id = try store.keepDraft(file.bytes, of: .units, by: member.account.id, in: member.organisation.id)
            return .seeOther(Paths.unitsDraft(id))
        } catch let problems as Problems {
            return pages.render(page(problems.all, context), request, context, status: .unprocessableContent)
        }
    }

    private func draft(_ context: WebContext) async throws -> (id: FileDraft.ID, file: UnitsFile, changes: UnitChanges)
    {
        let member = try context.member
        let id: FileDraft.ID = try context.id("draft")
        let bytes = try store.draft(id, of: .units, by: member.account.id, in: member.organisation.id)
        let file = try UnitsFile(bytes, name: "")
        return (id, file, try await store.units(in: member.organisation.id).changes(by: file))
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let draft = try await draft(context)
        return pages.render(preview(draft.id, draft.file, draft.changes, context), request, context)
    }

    private func preview(
        _ id: FileDraft.ID, _ file: UnitsFile, _ changes: UnitChanges, isConflict: Bool = false, _ context: WebContext
    ) -> Page {
        let say = pages.speech(context)
        var values = changes.values(say)
        values.merge(
            [
                "path": Paths.unitsDraft(id), "removal_path": Paths.unitsDraftRemoval(id), "is_conflict": isConflict,
                "remarks": file.remarks.map { say($0.key, $0.values) }, "shown": changes.fingerprint,
            ] as [String: Any]
        ) { _, new in new }
        return Page("admin/units-preview", room: .admin, values)
    }

    private func apply(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let (id, file, changes) = try await draft(context)
        do {
            guard form["shown"] == changes.fingerprint else { throw Conflict.changedMeanwhile }
            try await store.importUnits(file, expecting: changes, by: member.account.id, in: member.organisation.id)
            store.dropDraft(id, of: .units, by: member.account.id, in: member.organisation.id)
            return pages.done(Paths.units)
        } catch Conflict.changedMeanwhile {
            let now = try await draft(context)
            return pages.render(
                preview(id, now.file, now.changes, isConflict: true, context), request, context, status: .conflict)
        }
    }

    private func destroy(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let id: FileDraft.ID = try context.id("draft")
        _ = try store.draft(id, of: .units, by: member.account.id, in: member.organisation.id)
        store.dropDraft(id, of: .units, by: member.account.id, in: member.organisation.id)
        return .seeOther(Paths.units)
    }
}
