import Core
import Hummingbird
import Store

/// Everybody who works here, to look for somebody among them.
struct MembersRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.members, needs: .right(.changePeople), use: index)
        InvitationRoutes(store: store, pages: pages).add(to: routes)
        MemberRoutes(store: store, pages: pages).add(to: routes)
        KeptRoutes(store: store, pages: pages).add(to: routes)
        ListRoutes(store: store, pages: pages).add(to: routes)
        ListUndoRoutes(store: store, pages: pages).add(to: routes)
        MembersFileRoutes(store: store, pages: pages).add(to: routes)
    }

    private func index(_ request: Request, _ context: WebContext) async throws -> Response {
        let (home, say) = (try context.member.organisation, pages.speech(context))
        let tree = try await store.units(in: home.id)
        let search = MemberSearch(request, tree)
        let asked = request.uri.queryParameters["page"].map(String.init)
        let count = try await store.members(search, in: home.id, most: 0).count
        let turns = PageTurns(lines: count, each: Store.membersOnPage, asked: asked)
        let found = try await store.members(search, in: home.id, skipping: turns.skipped)
        let today = store.clock.now.day(in: home.zone)
        let hasAny = search == MemberSearch() ? count > 0 : try await store.members(in: home.id, most: 0).count > 0
        let hasLeavers = try await store.members(MemberSearch(isOfLeavers: true), in: home.id, most: 0).count > 0
        let last = try await store.lastStaffImport(in: home.id)
        let values: [String: Any] = [
            "list_path": Paths.membersList, "invitations_path": Paths.invitations,
            "undo_path": last?.isUndone == false ? Paths.membersUndo : "",
            "last": last.map { $0.text(say) } ?? "", "path": Paths.members, "new_path": Paths.newMember,
            "text": search.text, "has_any": hasAny,
            "csv_path": Paths.membersFile("csv"), "workbook_path": Paths.membersFile("xlsx"),
            "has_units": !tree.units.isEmpty, "has_members": !found.members.isEmpty,
            "units": tree.choices(chosen: search.unit.map { "\($0)" } ?? ""), "is_of_leavers": search.isOfLeavers,
            "has_leavers": hasLeavers, "is_shown": hasAny || hasLeavers,
            "count": say("admin.members.\(search.isOfLeavers ? "gone" : "count")", ["count": "\(count)"]),
            "members": found.members.map { $0.values(tree, today, say) },
            "pages": turns.values(at: search.address, "admin.members", say),
        ]
        return pages.render(Page("admin/members/index", room: .admin, values), request, context)
    }
}

extension MemberSearch {
    /// What stands in an address. A unit that is not there is none.
    fileprivate init(_ request: Request, _ tree: UnitTree) {
        let told = request.uri.queryParameters
        let unit = told["unit"].flatMap { Core.Unit.ID(String($0)) }
        self.init(
            text: told["q"].map { String($0).trimmed } ?? "", unit: unit.flatMap { tree[$0]?.id },
            isOfLeavers: told["left"] == "1")
    }

    /// Where its first page stands.
    fileprivate var address: String {
        let told = [
            ("q", text.addingPercents), ("unit", unit.map { "\($0)" } ?? ""), ("left", isOfLeavers ? "1" : ""),
        ]
        let query = told.filter { !$0.1.isEmpty }.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        return query.isEmpty ? Paths.members : "\(Paths.members)?\(query)"
    }
}

extension Member {
    /// A row of the list. Where somebody works is told as of today.
    fileprivate func values(_ tree: UnitTree, _ today: Day, _ say: Speech) -> [String: String] {
        let work = places.filter { $0.holds(on: today) }.compactMap { tree[$0.unit] }
        return [
            "path": Paths.member(id), "name": name, "number": number ?? "", "function": functionGroup ?? "",
            "units": say.list(work.map { tree.path(of: $0).joined(separator: Core.Unit.separator) }),
            "left": leftOn.map { say("admin.members.until", ["day": say.date($0, from: today)]) } ?? "",
        ]
    }
}
