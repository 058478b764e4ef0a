import Core
import Hummingbird
import Store

/// What is kept of oneself, to read and to take along: of the account, and of the work that it is for.
struct OwnKeptRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.ownKept, needs: .right(.beHere), use: show)
        routes.get(Paths.ownKeptFile, needs: .right(.beHere), isWeighty: true, use: file)
    }

    private func tellings(_ context: WebContext) async throws -> [KeptTelling] {
        let member = try context.member
        let (home, say) = (member.organisation.id, pages.speech(context))
        let titles = store.questionnaireTitles(home, in: say.language)
        return try await store.ownKept(of: member.account.id, in: home).map { KeptTelling($0, titles: titles, say) }
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let (home, say) = (try context.member.organisation, pages.speech(context))
        let values: [String: Any] = [
            "heading": say("kept.own.heading"), "lead": say("kept.own.lead", ["organisation": home.name]),
            "account_path": Paths.account,
            "name": try context.member.account.name, "home": home.name,
            "picture": home.logo.map { _ in Paths.logo(home.slug) as Any } ?? false,
            "printed": say("kept.printed", ["day": say.date(store.clock.now.day(in: home.zone))]),
            "file_path": Paths.ownKeptFile, "rows": try await tellings(context).flatMap(\.rows).map(\.values),
            "not_here": KeptTelling.notHere(say), "officer": home.officer,
        ]
        return pages.render(Page("entrance/kept", values), request, context)
    }

    private func file(_ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let today = store.clock.now.day(in: member.organisation.zone)
        let files = try await tellings(context).map { $0.file(of: member.organisation, on: today) }
        let name = pages.speech(context).plain("kept.file_name", ["name": member.account.name])
        return try Attachment.json(["people": files], name: name)
    }
}
