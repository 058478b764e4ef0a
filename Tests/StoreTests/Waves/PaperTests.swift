import Core
import Support
import Surveys
import Testing

@testable import Store

@Suite struct PaperTests {
    private static let day = Day(2026, 10, 1)

    private func decision(
        _ role: Decision.Agreed, _ kind: Decision.Kind = .paper, by typists: [Person] = [.named("Joke")],
        about wave: Wave? = nil, called subject: String = "Wie typt"
    ) throws -> Decision {
        try Decision(
            id: .random(), kind: kind, subject: subject, askedBy: .named("Noor"),
            agreements: [.init(role: role, day: Self.day)], decidedOn: Self.day, text: "Samen.", language: .dutch,
            typists: kind == .paper ? typists : [],
            waves: kind.isAboutWave ? [wave.map(Decision.NamedWave.init) ?? .init(id: .random(), title: "Iets")] : [])
    }

    /// A wave with a block, in an organisation with this council, under a decision of this role.
    private func prepared(
        _ council: Organisation.CouncilKind = .none, _ role: Decision.Agreed = .staffMeeting
    ) async throws -> (filled: FilledWave, decision: Decision, block: Int) {
        let filled = try await FilledWave(House(), people: 40, answers: 12)
        let (store, home) = (filled.house.store, filled.house.organisation)
        try await store.change(home.id, since: home.version, by: nil) { $0.council = council }
        let decision = try decision(role, about: filled.wave)
        let block = try #require(try await store.cardsMade(for: filled.wave.id, in: home.id).keys.min())
        return (filled, decision, block)
    }

    private func make(_ count: Int, _ block: Int, _ filled: FilledWave) async throws {
        let (store, wave) = (filled.house.store, filled.wave)
        let version = try await store.batches(for: wave.id, in: wave.organisation).count
        try await store.addCards(count, to: block, of: wave.id, onPaper: true, in: wave.organisation, since: version)
    }

    private func record(_ decision: Decision, _ filled: FilledWave) async throws {
        try await filled.house.store.record(decision, by: nil, in: filled.wave.organisation)
    }

    private func named(_ filled: FilledWave) async throws -> Decision? {
        try await filled.house.store.paper(of: filled.wave.id, in: filled.wave.organisation)
    }

    @Test func `without a decision that names who types no form is made or printed`() async throws {
        let (filled, decision, block) = try await prepared()
        let (store, wave) = (filled.house.store, filled.wave)
        await #expect(throws: Wave.Refusal.paperTakesDecision) { try await make(2, block, filled) }
        await #expect(throws: Wave.Refusal.paperTakesDecision) {
            _ = try await store.codes(of: wave.id, onPaper: true, in: wave.organisation)
        }
        #expect(try await store.formsMade(for: wave.id, in: wave.organisation) == [:])
        try await record(decision, filled)
        try await make(2, block, filled)
        #expect(try await store.formsMade(for: wave.id, in: wave.organisation) == [block: 2])
    }

    @Test(arguments: [
        (Organisation.CouncilKind.worksCouncil, Decision.Agreed.hr, false), (.worksCouncil, .staffMeeting, false),
        (.worksCouncil, .council, true), (.none, .hr, false), (.none, .staffMeeting, true),
    ])
    func `the council names who types, and where there is none a staff meeting does`(
        council: Organisation.CouncilKind, role: Decision.Agreed, holds: Bool
    ) async throws {
        #expect(try decision(role).namesTypists(where: council) == holds)
        #expect(try !decision(role == .staffMeeting ? .council : role, .other).namesTypists(where: council))
    }

    @Test func `when everybody who was named is erased, nobody types any more`() throws {
        #expect(try !decision(.council, by: [.gone]).namesTypists(where: .worksCouncil))
        #expect(try decision(.council, by: [.gone, .named("Joke")]).namesTypists(where: .worksCouncil))
    }

    @Test func `of several decisions about a wave the last that holds counts, whatever day was typed`() async throws {
        let (filled, first, block) = try await prepared(.worksCouncil, .council)
        try await record(first, filled)
        let later = try decision(.council, about: filled.wave, called: "Later")
        try await record(later, filled)
        try await record(decision(.hr, about: filled.wave, called: "Van hr alleen"), filled)
        #expect(try await named(filled)?.subject == "Later")
        try await make(1, block, filled)
        // Whom the council replaced does not come back when the last ones are erased.
        try await record(decision(.council, by: [.gone], about: filled.wave, called: "Gewist"), filled)
        #expect(try await named(filled) == nil)
    }

    @Test func `who is erased leaves nobody of an earlier decision in their place`() async throws {
        let (filled, first, block) = try await prepared(.worksCouncil, .council)
        try await record(first, filled)
        try await record(decision(.council, by: [.named("Xaveer Zwart")], about: filled.wave, called: "Later"), filled)
        #expect(try await named(filled)?.typists == [.named("Xaveer Zwart")])
        try await filled.house.store.erasePerson("Xaveer Zwart")
        #expect(try await named(filled) == nil)
        await #expect(throws: Wave.Refusal.paperTakesDecision) { try await make(1, block, filled) }
    }

    @Test func `a decision opens the wave that it names, and no other`() async throws {
        let (filled, decision, block) = try await prepared()
        let other = try await filled.house.openWave("Een andere")
        try await record(self.decision(.staffMeeting, about: other), filled)
        #expect(try await named(filled) == nil)
        await #expect(throws: Wave.Refusal.paperTakesDecision) { try await make(1, block, filled) }
        try await record(decision, filled)
        try await make(1, block, filled)
    }

    @Test func `a wave that is over, or from a file, is not named any more`() async throws {
        let (filled, decision, _) = try await prepared()
        let draft = try await filled.house.draftWave("Proef")
        try await record(self.decision(.staffMeeting, about: draft), filled)
        let store = filled.house.store
        #expect(try await store.waves(for: .paper, in: draft.organisation).count == 2)
        _ = try await filled.house.close(filled.wave)
        await #expect(throws: Decision.Refusal.waveTakesNoPaper) { try await record(decision, filled) }
        await #expect(throws: NotFound.self) { try await record(self.decision(.staffMeeting), filled) }
        #expect(try await store.waves(for: .paper, in: draft.organisation).map(\.id) == [draft.id])
    }

    @Test func `a decision is taken back until a form was made, and then names nobody`() async throws {
        let (filled, decision, block) = try await prepared()
        let (store, home) = (filled.house.store, filled.wave.organisation)
        let account = try await filled.house.visitor(.hr).account
        try await record(decision, filled)
        try await store.withdraw(decision.id, by: account, in: home)
        #expect(try await named(filled) == nil)
        await #expect(throws: Decision.Refusal.isWithdrawn) {
            try await store.withdraw(decision.id, by: account, in: home)
        }
        let again = try self.decision(.staffMeeting, about: filled.wave, called: "Opnieuw")
        try await record(again, filled)
        try await make(1, block, filled)
        await #expect(throws: Decision.Refusal.hasForms) {
            try await store.withdraw(again.id, by: account, in: home)
        }
        #expect(try await named(filled)?.subject == "Opnieuw")
        let acts = try await store.auditLines(in: home).filter { $0.act == .decisionWithdrawn }
        #expect(acts.map(\.subject) == ["paper"])
    }

    @Test func `once there is a council, what a staff meeting decided holds no more`() async throws {
        let (filled, decision, block) = try await prepared()
        let (store, wave) = (filled.house.store, filled.wave)
        try await record(decision, filled)
        try await make(2, block, filled)
        let home = try await store.organisation(wave.organisation)
        try await store.change(home.id, since: home.version, by: nil) { $0.council = .worksCouncil }
        #expect(try await store.paper(of: wave.id, in: home.id) == nil)
        await #expect(throws: Wave.Refusal.paperTakesDecision) { try await make(1, block, filled) }
    }

    @Test func `codes on forms are not among those on cards, and both send answers`() async throws {
        let (filled, decision, block) = try await prepared()
        let (store, wave) = (filled.house.store, filled.wave)
        let cards = try await store.cardsMade(for: wave.id, in: wave.organisation)
        try await record(decision, filled)
        try await make(3, block, filled)
        func codes(onPaper: Bool) async throws -> Set<EntryCode> {
            Set(try await store.codes(of: wave.id, onPaper: onPaper, in: wave.organisation).flatMap(\.codes))
        }
        let (onCards, onForms) = (try await codes(onPaper: false), try await codes(onPaper: true))
        #expect(onForms.count == 3 && onCards.count == cards.values.reduce(0, +) && onCards.isDisjoint(with: onForms))
        #expect(try await store.cardsMade(for: wave.id, in: wave.organisation) == cards)
        for code in onForms { try await filled.house.send([3], code: "\(code)", to: wave) }

        let number = try await store.batches(for: wave.id, in: wave.organisation).count - 1
        let batch = try await store.codes(ofBatch: number, of: wave.id, onPaper: true, in: wave.organisation)
        #expect(Set(batch.codes) == onForms)
        await #expect(throws: NotFound.self) {
            _ = try await store.codes(ofBatch: number, of: wave.id, in: wave.organisation)
        }
    }

    @Test func `the report counts forms among cards, and those left over as cards that came back`() async throws {
        let (filled, decision, block) = try await prepared()
        let (store, wave) = (filled.house.store, filled.wave)
        let cards = try await store.cardsMade(for: wave.id, in: wave.organisation)
        try await record(decision, filled)
        try await make(3, block, filled)
        let made = try await store.codesMade(for: wave.id, in: wave.organisation)
        #expect(made[block] == (cards[block] ?? 0) + 3)
        try await store.count(made, leftOf: wave.id, in: wave.organisation, since: 0)
        let closed = try await filled.house.close(wave)
        let told = try await store.release(of: closed).cards
        let all = made.values.reduce(0, +)
        #expect(told == Release.Cards(made: all, forms: 3, leftover: all, replaced: .init(times: 0)))
    }

    @Test func `each decision, making and printing is a line in the log, and none says more than that`() async throws {
        let (filled, decision, block) = try await prepared()
        let (store, wave) = (filled.house.store, filled.wave)
        try await record(decision, filled)
        try await make(3, block, filled)
        for _ in 1...2 { _ = try await store.codes(of: wave.id, block: block, onPaper: true, in: wave.organisation) }
        let lines = try await store.auditLines(in: wave.organisation)
        func subjects(_ act: AuditLine.Act) -> [String] { lines.filter { $0.act == act }.map(\.subject) }
        #expect(subjects(.decisionRecorded) == ["paper"])
        #expect(subjects(.formsMade) == ["\(wave.title): 3"])
        #expect(subjects(.formsPrinted) == [wave.title, wave.title])
    }

    @Test func `nothing is made after closing`() async throws {
        let (filled, decision, block) = try await prepared()
        let (store, wave) = (filled.house.store, filled.wave)
        try await record(decision, filled)
        try await make(1, block, filled)
        _ = try await filled.house.close(wave)
        await #expect(throws: Wave.Refusal.isNotOpen) { try await make(1, block, filled) }
        await #expect(throws: Wave.Refusal.isNotOpen) {
            _ = try await store.codes(of: wave.id, onPaper: true, in: wave.organisation)
        }
    }

    @Test func `nobody of another organisation decides about the forms`() async throws {
        let (filled, decision, _) = try await prepared()
        let store = filled.house.store
        let other = try await store.addOrganisation("esdoorn", name: "De Esdoorn")
        await #expect(throws: NotFound.self) { try await store.record(decision, by: nil, in: other.id) }
        #expect(try await store.decisions(in: other.id).isEmpty)
    }

    @Test func `after a restart the same codes are on forms`() async throws {
        let (filled, decision, block) = try await prepared()
        try await record(decision, filled)
        try await make(4, block, filled)
        let wave = filled.wave
        func codes(_ store: Store) async throws -> Set<EntryCode> {
            Set(try await store.codes(of: wave.id, onPaper: true, in: wave.organisation).flatMap(\.codes))
        }
        let before = try await codes(filled.house.store)
        let copy = try await House(in: filled.house.copyOfFolder())
        #expect(try await codes(copy.store) == before && before.count == 4)
    }
}
