import Core
import HTTPTypes
import Hummingbird
import Store

/// A list of staff from a file: sent, looked at person by person, and only then made true.
struct ListRoutes {
    let store: Store
    let pages: Pages
    private let words: StaffWords

    init(store: Store, pages: Pages) {
        (self.store, self.pages) = (store, pages)
        words = StaffWords(pages.words)
    }

    private static let mostBytes = StaffTable.largest + 100_000

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.membersList, needs: .right(.changePeople), use: new)
        routes.upload(
            Paths.membersList, needs: .right(.changePeople), upTo: Self.mostBytes, largest: "staff.file_is_too_large",
            use: create)
        routes.get(Paths.membersDraft, needs: .right(.changePeople), use: show)
        routes.post(Paths.membersDraft, needs: .right(.changePeople), use: look)
        // Where a form that was refused stands, the page is there for a plain visit too.
        routes.get(Paths.membersDraftCarriedOut, needs: .right(.changePeople), use: show)
        routes.post(Paths.membersDraftCarriedOut, needs: .right(.changePeople), use: carryOut)
        routes.post(Paths.membersDraftRemoval, needs: .right(.changePeople), use: destroy)
    }

    private func new(_ request: Request, _ context: WebContext) async throws -> Response {
        pages.render(page([], context), request, context)
    }

    private func page(_ problems: [Problem], _ context: WebContext) -> Page {
        let say = pages.speech(context)
        let values: [String: Any] = [
            "path": Paths.membersList, "members_path": Paths.members, "has_problems": !problems.isEmpty,
            "problems": problems.map { ["field": "file", "text": say($0)] },
        ]
        return Page("admin/members/file", room: .admin, values)
    }

    private func create(_ upload: Upload, _ request: Request, _ context: WebContext) async throws -> Response {
        let (member, say) = (try context.member, pages.speech(context))
        do {
            guard let sent = upload.file("file") else { throw Problems(Problem("staff.file_is_missing")) }
            let name =
                sent.name.trimmed.isEmpty ? say.plain("admin.list.nameless") : String(sent.name.trimmed.prefix(200))
            let remembered = try await store.staffColumns(in: member.organisation.id)
            let bytes = try await store.slowWork.run { [words] in
                let table = try StaffTable(sent.bytes, name: name, words)
                return StaffDraft(
                    table, name: name, columns: StaffColumns(table.headings, words, remembered: remembered)
                ).bytes
            }
            let id = try store.keepDraft(bytes, of: .staff, by: member.account.id, in: member.organisation.id)
            return .seeOther(Paths.membersDraft(id))
        } catch let problems as Problems {
            return pages.render(page(problems.all, context), request, context, status: .unprocessableContent)
        }
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let reading = try await reading(try draft(context), context)
        let query = request.uri.queryParameters
        let turned = ListPart(
            kind: query["kind"].flatMap { ListPart.Kind(rawValue: String($0)) },
            page: query["page"].map(String.init))
        return pages.render(try preview(reading, context).page(turned), request, context)
    }

    /// Reads the list again with other columns, and keeps that.
    private func look(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let (member, id) = (try context.member, try id(context))
        var draft = try draft(context)
        draft.columns.take(form, draft.table)
        _ = try store.keepDraft(draft.bytes, as: id, of: .staff, by: member.account.id, in: member.organisation.id)
        return .seeOther(Paths.membersDraft(id))
    }

    private func carryOut(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let (member, id) = (try context.member, try id(context))
        let (draft, say) = (try draft(context), pages.speech(context))
        let reading = try await reading(draft, context)
        func again(_ wrong: WrongFields?, _ status: HTTPResponse.Status, isConflict: Bool = false) throws -> Response {
            var page = try preview(reading, context).page(isConflict: isConflict).with(wrong, say)
            for choice in ["stay", "go"] { page.values["leavers_\(choice)"] = form["leavers"] == choice }
            return pages.render(page.standing(at: Paths.membersDraft(id)), request, context, status: status)
        }
        guard case .success(let read) = reading.result else { return try again(nil, .unprocessableContent) }
        guard form["shown"] == read.changes.fingerprint else { return try again(nil, .conflict, isConflict: true) }
        do {
            try await store.importStaff(
                read.file, headings: draft.headings, expecting: read.changes, leavers: .init(form),
                by: member.account.id, in: member.organisation.id)
        } catch Conflict.changedMeanwhile {
            let now = try await self.reading(draft, context)
            let page = try preview(now, context).page(isConflict: true).standing(at: Paths.membersDraft(id))
            return pages.render(page, request, context, status: .conflict)
        } catch let refusal as StaffImport.Refusal {
            return try again(WrongFields(refusal.field, refusal), .unprocessableContent)
        }
        store.dropDraft(id, of: .staff, by: member.account.id, in: member.organisation.id)
        return pages.done(Paths.members)
    }

    private func destroy(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let (member, id) = (try context.member, try id(context))
        _ = try draft(context)
        store.dropDraft(id, of: .staff, by: member.account.id, in: member.organisation.id)
        return .seeOther(Paths.members)
    }
}

extension ListRoutes {
    private func id(_ context: WebContext) throws -> FileDraft.ID { try context.id("list") }

    private func draft(_ context: WebContext) throws -> StaffDraft {
        let member = try context.member
        let bytes = try store.draft(
            try id(context), of: .staff, by: member.account.id, in: member.organisation.id)
        guard let draft = StaffDraft(bytes) else { throw NotFound() }
        return draft
    }

    private func reading(
        _ draft: StaffDraft, _ context: WebContext
    ) async throws -> ListReading {
        let home = try context.member.organisation
        let (members, tree) = (try await store.allMembers(in: home.id), try await store.units(in: home.id))
        let today = store.clock.now.day(in: home.zone)
        return try await store.slowWork.run { ListReading(draft, members, tree, on: today) }
    }

    private func preview(_ reading: ListReading, _ context: WebContext) throws -> ListPage {
        ListPage(
            id: try id(context), reading: reading, say: pages.speech(context),
            today: store.clock.now.day(in: try context.member.organisation.zone))
    }
}
