import Core
import HTTPTypes
import Hummingbird
import Store

/// What the demo's first page offers; the program that made the demo tells it.
public struct DemoTour: Sendable {
    public let results: String
    public let cards: String
    public let answering: String
    public let share: String
    public let people: [(role: String, name: String)]

    public init(
        results: String, cards: String, answering: String, share: String, people: [(role: String, name: String)]
    ) {
        self.results = results
        self.cards = cards
        self.answering = answering
        self.share = share
        self.people = people
    }
}

/// The first page of a demo: results, answering and cards, each one click away. Only on a folder marked demo.
struct DemoRoutes {
    let store: Store
    let pages: Pages
    let doorkeeper: Doorkeeper
    let tour: @Sendable () -> DemoTour?

    func add(to routes: GuardedRoutes) {
        routes.open(.post, "/demo/visits", use: visit)
    }

    /// The page, or nil while the demo is being made.
    func page(_ context: WebContext) -> Page? {
        guard let tour = tour() else { return nil }
        let say = pages.speech(context)
        let people = tour.people.map { ["role": say("role.\($0.role)"), "name": $0.name] }
        return Page(
            "entrance/demo", room: .entrance,
            [
                "results": tour.results, "cards": tour.cards, "answering": tour.answering, "share": tour.share,
                "hr": tour.people.first { $0.role == "hr" }?.name ?? "", "people": people, "organisation": "De Linde",
            ])
    }

    /// Signs a visitor in as one of the made-up people, without a password.
    private func visit(_ request: Request, _ context: WebContext) async throws -> Response {
        try doorkeeper.checkSite(of: request)
        let form = Form(try await request.bytes(upTo: GuardedRoutes.formLimit))
        let device = Device.kind(of: request)
        guard store.kind == .demo, let token = try await store.signInToDemo(form["name"], with: device) else {
            throw NotFound()
        }
        var response = Response.seeOther(SignInRoutes.safe(form["to"]))
        response.setCookie(doorkeeper.cookie(for: token))
        return response
    }
}
