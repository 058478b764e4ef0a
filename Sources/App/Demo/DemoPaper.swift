import Core
import Store
import Surveys

/// Forms of paper for who is never behind a screen: the council says who types them, hr makes some.
struct DemoPaper {
    let store: Store
    let client: LoopbackClient
    let organisation: Organisation
    let wave: Wave

    private static let decision = [
        ("kind", Decision.Kind.paper.rawValue), ("subject", "Wie de papieren formulieren typt"),
        (
            "text",
            "Wil en Noor typen de papieren formulieren in, samen, in de kamer van de or."
        ),
        ("asked_by", "Hanna"), ("agreed", Decision.Agreed.council.rawValue), ("typist_one", "Wil de Groot"),
        ("typist_two", "Noor Visser"),
    ]

    func make(_ count: Int, for unit: String, on day: Day) async throws {
        let new = "/admin/decisions/new"
        try await DemoDesk(client, name: "Olga").submit(
            new, Self.decision + [("wave", "\(wave.id)"), ("decided_on", "\(day)")])
        let blocks = try await store.groups(of: wave.id, in: organisation.id).filter(\.isBlock)
        guard let block = blocks.first(where: { $0.names == [.unit(unit)] }) else { throw DemoProblem.isIncomplete }
        let (hanna, page) = (try await DemoDesk(client, name: "Hanna"), "/waves/\(wave.id)/paper")
        try await hanna.submit(page, [("block", "\(block.position)"), ("forms", "\(count)")])
    }
}
