import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

/// What a decision opens as the organisation is now, in the same words on every page.
@Suite struct DecisionsNowTests {
    private func house(_ council: Organisation.CouncilKind) async throws -> House {
        let house = try await House()
        try await house.store.change(house.organisation.id, since: 0, by: nil) { $0.council = council }
        try await house.addUnits(OpenHouse.units)
        return house
    }

    private func decide(
        _ house: House, _ kind: Decision.Kind, _ agreed: [Decision.Agreed], about wave: Wave? = nil
    ) async throws -> Decision {
        let day = Day(2026, 10, 1)
        let decision = try Decision(
            id: .random(), kind: kind, subject: "Weg", askedBy: .named("Noor"),
            agreements: agreed.map { .init(role: $0, day: day) }, decidedOn: day, text: "Zo is het.",
            language: .dutch, typists: kind == .paper ? [.named("Joke")] : [], waves: wave.map { [.init($0)] } ?? [])
        try await house.store.record(decision, by: nil, in: house.organisation.id)
        return decision
    }

    @Test func `a council that came does not hold what a staff meeting decided, on the page, the list and the command`()
        async throws
    {
        let house = try await house(.none)
        let hr = try await house.visitor(.hr)
        let decision = try await decide(house, .leaving, [.hr, .staffMeeting])
        let (home, path) = (house.organisation.id, "/admin/decisions/\(decision.id)")
        try await house.test { client in
            #expect(try await hr.get(path, client).text.contains("--carry-out"))
            #expect(try await house.store.leavingPlan(of: house.store.organisation(home)).decisions == [decision])
            let version = try await house.store.organisation(home).version
            try await house.store.change(home, since: version, by: nil) { $0.council = .worksCouncil }
            for place in [path, "/admin/decisions"] {
                let page = try await hr.get(place, client).text
                #expect(
                    page.contains("Dit besluit geldt nu niet.") && !page.contains("Dit besluit geldt.<"), "\(place)")
                #expect(!page.contains("--carry-out"), "\(place)")
            }
            #expect(try await house.store.leavingPlan(of: house.store.organisation(home)).decisions.isEmpty)
        }
    }

    @Test func `where nobody speaks for the staff by now, a decision about research says that it opens nothing`()
        async throws
    {
        let house = try await house(.worksCouncil)
        let hr = try await house.visitor(.hr)
        let decision = try await decide(house, .researchWave, [.hr, .council])
        let path = "/admin/decisions/\(decision.id)"
        try await house.test { client in
            #expect(try await hr.get(path, client).text.contains("--research"))
            try await house.dropCouncil()
            let page = try await hr.get(path, client).text
            #expect(page.contains("er is nu geen medezeggenschap") || page.contains("hier is nu geen medezeggenschap"))
            #expect(!page.contains("--research"))
        }
    }

    @Test(arguments: [
        (Decision.Kind.leaving, [Decision.Agreed.hr, .council], true, true),
        (.leaving, [.hr, .staffMeeting], false, true),
        (.leaving, [.hr], false, false), (.rawExport, [.hr, .council], true, false),
        (.researchWave, [.hr, .council], true, false), (.paper, [.council], true, true),
        (.paper, [.staffMeeting], false, true), (.paper, [.hr], false, false), (.other, [.hr], true, true),
    ])
    func `one rule says what holds with a council and without`(
        kind: Decision.Kind, agreed: [Decision.Agreed], with: Bool, without: Bool
    ) throws {
        let day = Day(2026, 10, 1)
        let decision = try Decision(
            id: .random(), kind: kind, subject: "x", askedBy: .named("Noor"),
            agreements: agreed.map { .init(role: $0, day: day) }, decidedOn: day, text: "x", language: .dutch,
            typists: [.named("Joke")], isKept: true)
        #expect(decision.holds(where: .worksCouncil) == with && decision.holds(where: .none) == without)
        var ended = decision
        if (try? ended.end(on: day)) != nil || (try? ended.withdraw(on: day)) != nil {
            #expect(!ended.holds(where: .worksCouncil) && !ended.holds(where: .none))
        }
    }

    @Test func `the council stays as long as somebody has its account, and the log says from what to what`()
        async throws
    {
        let house = try await house(.worksCouncil)
        let (admin, olga) = (try await house.visitor(.admin), try await house.visitor(.council))
        @Sendable func fields() async throws -> [(String, String)] {
            let version = try await house.store.organisation(house.organisation.id).version
            return [("name", "De Linde"), ("council", "none"), ("zone", "Europe/Amsterdam"), ("version", "\(version)")]
        }
        try await house.test { client in
            let refused = try await admin.post("/admin/settings", fields(), client)
            #expect(refused.status == .unprocessableContent && refused.isComplete)
            #expect(refused.text.contains("Haal die eerst weg, bij Mensen. Dat staat in het logboek"))
            #expect(try await house.store.organisation(house.organisation.id).council == .worksCouncil)
            let log = try await olga.get("/admin/log", client).text
            #expect(log.contains("van Niemand") && log.contains("Medezeggenschap veranderd"))
            try await house.dropCouncil()
        }
        let lines = try await house.store.auditLines(in: house.organisation.id, most: 10)
        #expect(lines.contains { $0.act == .councilChanged && $0.subject == "or none" })
        #expect(lines.contains { $0.act == .roleTaken && $0.subject == "council" })
    }
}
