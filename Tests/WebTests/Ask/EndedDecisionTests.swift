import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import Methods
import Store
import Support
import Surveys
import Testing

/// What both agreed to about raw answers is ended by either.
@Suite struct EndedDecisionTests {
    private static func decide(
        _ house: House, _ kind: Decision.Kind, about wave: Wave? = nil
    ) async throws -> Decision.ID {
        let day = Day(2026, 10, 1)
        let decision = try Decision(
            id: .random(), kind: kind, subject: "Voor de universiteit", askedBy: .named("Noor"),
            agreements: [.init(role: .hr, day: day), .init(role: .council, day: day)], decidedOn: day,
            text: "Tot de zomer.", language: .dutch, waves: wave.map { [.init($0)] } ?? [])
        try await house.store.record(decision, by: nil, in: house.organisation.id)
        return decision.id
    }

    /// A research wave that twenty people answered, closed.
    private func held() async throws -> (house: House, wave: Wave) {
        let files = try PackFolder(House.root.appendingPathComponent("Tests/Packs/asking").path).files()
        let house = try await House { $0.packs.append(files) }
        let (store, home) = (house.store, house.organisation)
        try await store.change(home.id, since: 0, by: nil) { $0.council = .worksCouncil }
        try await house.addUnits("path;headcount\nZorg;40\nKeuken;40\n")
        let allowed = try await Self.decide(house, .researchWave)
        let draft = try store.draft("Onderzoek", pack: "asking", in: home, research: allowed)
        try await store.add(draft)
        let olga = try await house.visitor(.council).account
        try await store.noteReading(of: draft.id, by: "Olga", account: olga, in: home.id)
        try await store.open(draft.id, in: home.id)
        let wave = try await store.wave(draft.id, in: home.id)
        let pile = try #require(try await store.codes(of: wave.id, in: home.id).first)
        for code in pile.codes.prefix(20) {
            _ = try await store.submit(Array("code=\(code)&rhythm-nights=3&years=1".utf8), to: wave.slug)
        }
        return (house, try await house.close(wave))
    }

    @Test(arguments: [Role.hr, .council])
    func `either of both ends it, once it is sure, and only a new decision of both opens it again`(role: Role)
        async throws
    {
        let (house, wave) = try await held()
        let (store, home) = (house.store, house.organisation.id)
        let decision = try await Self.decide(house, .rawExport, about: wave)
        let (one, board) = (try await house.visitor(role), try await house.visitor(.board))
        let (page, file) = ("/admin/decisions/\(decision)", "/waves/\(wave.id)/answers/answers.csv")
        try await house.test { client in
            #expect(try await one.get(file, client).status == .ok)
            #expect(try await one.get(page, client).text.contains("\(page)/ending"))
            #expect(!(try await board.get(page, client).text.contains("\(page)/ending")))
            let unsure = try await one.post("\(page)/ending", [], client)
            #expect(unsure.status == .unprocessableContent && unsure.text.contains("Er is niets veranderd"))
            #expect(try await one.get(file, client).status == .ok)

            #expect(try await one.post("\(page)/ending", [("sure", "1")], client).status == .seeOther)
            #expect(try await one.get(file, client).status == .notFound)
            for place in [page, "/admin/decisions"] {
                let text = try await one.get(place, client).text
                #expect(text.contains("Beëindigd op") && text.contains("opent niets meer"), "\(place)")
                #expect(!text.contains("\(page)/ending"))
            }
            let again = try await one.post("\(page)/ending", [("sure", "1")], client)
            #expect(again.status == .unprocessableContent)
            await #expect(throws: RawExport.Refusal.decisionTakesTwo) {
                try await store.checkDecision(decision, lets: wave.id, in: home)
            }
            _ = try await Self.decide(house, .rawExport, about: wave)
            #expect(try await one.get(file, client).status == .ok)
        }
        let lines = try await store.auditLines(in: home, most: 20)
        #expect(lines.contains { $0.act == .decisionEnded && $0.subject == "raw_export" && $0.by != nil })
    }

    @Test func `what both agreed to about anything else is not ended by one`() async throws {
        let house = try await House()
        let (store, home) = (house.store, house.organisation.id)
        try await store.change(home, since: 0, by: nil) { $0.council = .worksCouncil }
        let decision = try await Self.decide(house, .leaving)
        await #expect(throws: Decision.Refusal.isNotToEnd) {
            try await store.end(decision, by: .random(), in: home)
        }
        #expect(try await store.decision(decision, in: home).withdrawnOn == nil)
    }
}
