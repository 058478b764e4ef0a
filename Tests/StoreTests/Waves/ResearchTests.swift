import Core
import Disclosure
import Foundation
import Methods
import Support
import Surveys
import Testing

@testable import Store

/// Waves whose answers bear the background of who answers, and no team.
@Suite struct ResearchTests {
    private func house() async throws -> House {
        let files = try PackFolder(House.root.appendingPathComponent("Tests/Packs/asking").path).files()
        let house = try await House { $0.packs.append(files) }
        try await house.store.change(house.organisation.id, since: 0, by: nil) { $0.council = .worksCouncil }
        try await house.addUnits("path;headcount\nZorg;40\nKeuken;40\n")
        return house
    }

    private func read(_ wave: Wave, _ house: House) async throws {
        let olga = try await house.visitor(.council).account
        try await house.store.noteReading(of: wave.id, by: "Olga", account: olga, in: wave.organisation)
    }

    private func decision(
        _ house: House, kind: Decision.Kind = .researchWave, agreed: [Decision.Agreed] = [.hr, .council]
    ) async throws -> Decision.ID {
        let day = Day(2026, 10, 1)
        let decision = try Decision(
            id: .random(), kind: kind, subject: "Waarom blijven mensen?", askedBy: .named("Noor"),
            agreements: agreed.map { Decision.Agreement(role: $0, day: day) }, decidedOn: day, text: "Tot de zomer.",
            language: .dutch)
        try await house.store.record(decision, by: nil, in: house.organisation.id)
        return decision.id
    }

    private func wave(_ house: House, on decision: Decision.ID) async throws -> Wave {
        let draft = try house.store.draft("Onderzoek", pack: "asking", in: house.organisation, research: decision)
        try await house.store.add(draft)
        try await read(draft, house)
        try await house.store.open(draft.id, in: draft.organisation)
        return try await house.store.wave(draft.id, in: draft.organisation)
    }

    @Test func `it takes a decision on research that both took`() async throws {
        let house = try await house()
        let alone = try await decision(house, agreed: [.hr])
        await #expect(throws: Wave.Refusal.researchTakesTwo) { try await wave(house, on: alone) }
        let other = try await decision(house, kind: .absenceData)
        await #expect(throws: Wave.Refusal.researchTakesTwo) { try await wave(house, on: other) }
        await #expect(throws: NotFound.self) { try await wave(house, on: .random()) }
        #expect(try await house.store.waves(in: house.organisation.id).isEmpty)
    }

    @Test func `each has a decision of its own, and questions that somebody read as they are`() async throws {
        let house = try await house()
        let decision = try await decision(house)
        let first = try house.store.draft("Onderzoek", pack: "asking", in: house.organisation, research: decision)
        try await house.store.add(first)
        let second = try house.store.draft("Nog een", pack: "pulse", in: house.organisation, research: decision)
        await #expect(throws: Wave.Refusal.researchIsUsed) { try await house.store.add(second) }

        await #expect(throws: Wave.Refusal.researchIsUnread) {
            try await house.store.open(first.id, in: first.organisation)
        }
        try await read(first, house)
        try await house.store.change(first.id, in: first.organisation, since: 0, by: nil) { $0.pack = "pulse" }
        await #expect(throws: Wave.Refusal.researchIsUnread) {
            try await house.store.open(first.id, in: first.organisation)
        }
    }

    @Test func `a reading that hr noted is none of the council, and takes none away`() async throws {
        let house = try await house()
        let hanna = try await house.visitor(.hr).account
        let draft = try await house.store.draft(
            "Onderzoek", pack: "asking", in: house.organisation, research: decision(house))
        try await house.store.add(draft)
        for account in [hanna, nil] {
            try await house.store.noteReading(of: draft.id, by: "Olga", account: account, in: draft.organisation)
            await #expect(throws: Wave.Refusal.researchIsUnread) {
                try await house.store.open(draft.id, in: draft.organisation)
            }
        }
        try await read(draft, house)
        try await house.store.noteReading(of: draft.id, by: "Olga", account: hanna, in: draft.organisation)
        try await house.store.open(draft.id, in: draft.organisation)
    }

    @Test func `where there is no council nobody agrees for it, and no research begins or opens`() async throws {
        let house = try await house()
        let (home, olga) = (house.organisation.id, try await house.visitor(.council).account)
        let (waiting, agreed) = (try await decision(house, agreed: [.hr]), try await decision(house))
        let draft = try house.store.draft("Onderzoek", pack: "asking", in: house.organisation, research: agreed)
        try await house.store.add(draft)
        try await read(draft, house)
        try await house.dropCouncil()
        await #expect(throws: Decision.Refusal.hasNoCouncil) {
            try await house.store.agree(to: waiting, as: .council, by: olga, in: home)
        }
        await #expect(throws: Decision.Refusal.hasNoCouncil) { try await decision(house) }
        await #expect(throws: Wave.Refusal.researchTakesTwo) { try await house.store.open(draft.id, in: home) }
        #expect(try await house.store.decision(waiting, in: home).agreed == [.hr])
    }

    @Test func `another organisation's decision is no decision here`() async throws {
        let house = try await house()
        let elsewhere = try await house.store.addOrganisation("elders", name: "Elders")
        let decision = try await decision(house)
        let draft = try house.store.draft("Onderzoek", pack: "asking", in: elsewhere, research: decision)
        await #expect(throws: NotFound.self) { try await house.store.add(draft) }
    }

    @Test func `an answer bears background and no team, and nothing is told of teams`() async throws {
        let house = try await house()
        let wave = try await wave(house, on: decision(house))
        let piles = try await house.store.codes(of: wave.id, in: wave.organisation)
        #expect(piles.map(\.block.invited) == [80])
        for (number, code) in piles[0].codes.prefix(30).enumerated() {
            let fields = [
                ("code", code.description), ("rhythm-nights", "3"), ("years", "\(number % 2)"), ("stove-heat", "2"),
                ("staff-group", "kitchen"),
            ]
            _ = try await house.store.submit(Array(encoded(fields).utf8), to: wave.slug)
        }
        let closed = try await house.close(wave)

        let file = try AnswersFile(house.store.folder.files(of: wave.id).answers)
        var rows: [(Int, [UInt8])] = []
        try file.forEach { rows.append(($0, Array($1))) }
        try file.close()
        #expect(Set(rows.map(\.0)) == [0])
        let none = Layout.none
        #expect(rows.count { $0.1 == [3, none, none, 0] } == 15 && rows.count { $0.1 == [3, none, none, 1] } == 15)

        let release = try await house.store.release(of: closed)
        #expect(release.responses.map(\.group) == [0])
        #expect(release.figures.filter { $0.theme == "rhythm" }.map(\.n) == [30, 30])
        #expect(release.figures.filter { $0.theme == "stove" }.map(\.n) == [30, 30])
        // Of background nothing is a figure.
        #expect(!release.figures.contains { $0.item == "years" || $0.theme == "years" })
        let published = try await house.publish(closed)
        #expect(published.terms?.research == published.research.map { "\($0)" })
        #expect(published.terms?.background == ["years"])
    }

    @Test func `no other wave asks for background, and its manifest says nothing of research`() async throws {
        let house = try await house()
        let wave = try await house.openWave("Gewoon", pack: "asking")
        let code = try #require(try await house.codes(of: wave)["Zorg"]?.first)
        await #expect(throws: Submission.Refusal.itemIsUnknown) {
            _ = try await house.store.submit(Array("code=\(code)&years=1".utf8), to: wave.slug)
        }
        let bytes = String(decoding: try #require(wave.manifest).bytes, as: UTF8.self)
        #expect(!bytes.contains("research") && !bytes.contains("background"))
    }

    @Test func `a copy of it is no research`() async throws {
        let house = try await house()
        let wave = try await wave(house, on: decision(house))
        let copy = try house.store.draft(like: wave, in: house.organisation)
        #expect(copy.research == nil)
    }
}
