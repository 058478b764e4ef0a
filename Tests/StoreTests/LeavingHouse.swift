import Core
import Support
import Surveys
import Testing

@testable import Store

/// A full house that is about to leave: hr and the council decided it, and no wave is open any more.
struct LeavingHouse {
    let full: FullHouse
    let decision: Decision.ID
    var store: Store { full.house.store }
    var home: Organisation { full.house.organisation }

    init(_ eraser: Eraser = Eraser()) async throws {
        full = try await FullHouse(House { $0.eraser = eraser })
        let (store, day) = (full.house.store, Day(2026, 10, 1))
        let home = try await store.organisation(full.house.organisation.id)
        try await store.change(home.id, since: home.version, by: nil) { $0.council = .worksCouncil }
        let agreed = try Decision(
            id: .random(), kind: .leaving, subject: "Weg", askedBy: .named("Ria Zwart"),
            agreements: [.init(role: .hr, day: day), .init(role: .council, day: day)], decidedOn: day,
            text: "Wij gaan.", language: .dutch)
        decision = agreed.id
        try await store.record(agreed, by: nil, in: home.id)
        let open = try #require(full.waves[.open])
        try await store.withdraw(open.id, in: open.organisation)
    }

    func remove() async throws -> DepartureProof {
        try #require(try await store.remove(home.slug, by: decision, withoutExport: true))
    }
}
