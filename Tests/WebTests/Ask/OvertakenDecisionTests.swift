import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import Methods
import Store
import Support
import Surveys
import Testing

/// A decision about raw answers holds for what the wave asked when it was asked for.
@Suite struct OvertakenDecisionTests {
    private struct Prepared {
        let house: House
        let draft: Wave
        var home: Organisation.ID { draft.organisation }
        var store: Store { house.store }

        func decide(_ kind: Decision.Kind = .rawExport, _ agreed: [Decision.Agreed] = [.hr, .council]) async throws
            -> Decision
        {
            let id = try await OvertakenDecisionTests.decide(house, kind, agreed, draft)
            return try await store.decision(id, in: home)
        }

        func choose(_ pack: String) async throws {
            let version = try await store.wave(draft.id, in: home).version
            try await store.change(draft.id, in: home, since: version, by: nil) { $0.pack = pack }
        }

        func open() async throws {
            let olga = try await house.visitor(.council).account
            try await store.noteReading(of: draft.id, by: "Olga", account: olga, in: home)
            try await store.open(draft.id, in: home)
        }

        /// Opened, answered by twenty and closed.
        func held(_ answers: String) async throws {
            try await open()
            let wave = try await store.wave(draft.id, in: home)
            let pile = try #require(try await store.codes(of: wave.id, in: home).first)
            for code in pile.codes.prefix(20) {
                _ = try await store.submit(Array("code=\(code)&\(answers)".utf8), to: wave.slug)
            }
            _ = try await house.close(wave)
        }
    }

    private static func decide(
        _ house: House, _ kind: Decision.Kind, _ agreed: [Decision.Agreed], _ wave: Wave?
    ) async throws -> Decision.ID {
        let day = Day(2026, 10, 1)
        let decision = try Decision(
            id: .random(), kind: kind, subject: "Voor de universiteit", askedBy: .named("Noor"),
            agreements: agreed.map { .init(role: $0, day: day) }, decidedOn: day, text: "Tot de zomer.",
            language: .dutch, waves: wave.map { [.init($0)] } ?? [])
        try await house.store.record(decision, by: nil, in: house.organisation.id)
        return decision.id
    }

    private func prepared(_ pack: String = "asking") async throws -> Prepared {
        let files = try PackFolder(House.root.appendingPathComponent("Tests/Packs/asking").path).files()
        let house = try await House { $0.packs.append(files) }
        try await house.store.change(house.organisation.id, since: 0, by: nil) { $0.council = .worksCouncil }
        try await house.addUnits("path;headcount\nZorg;40\nKeuken;40\n")
        let allowed = try await Self.decide(house, .researchWave, [.hr, .council], nil)
        let draft = try house.store.draft("Onderzoek", pack: pack, in: house.organisation, research: allowed)
        try await house.store.add(draft)
        return Prepared(house: house, draft: draft)
    }

    private static let pulse = "pulse-workload=3&pulse-tasks=4&pulse-help=2&pulse-voice=3&pulse-joy=5"
    private let overtaken = "Dit besluit gaat over de vragenlijst “Vragen op elke manier”."

    @Test func `the page of the decision tells the questionnaire, and the council reads that it holds`() async throws {
        let prepared = try await prepared()
        let waiting = try await prepared.decide(.rawExport, [.hr])
        let page = "/admin/decisions/\(waiting.id)"
        let (council, agreements) = (try await prepared.house.visitor(.council), "/waves/\(prepared.draft.id)/manifest")
        try await prepared.house.test { client in
            let read = try await council.get(page, client).text
            #expect(read.contains("was de vragenlijst van die meting “Vragen op elke manier” (versie 1.0)."))
            #expect(!read.contains(overtaken))
            let before = try await council.get(agreements, client).text
            #expect(before.contains("Een besluit van donderdag 1 oktober 2026 is gevraagd, en wacht op akkoord."))
            #expect(try await council.post("\(page)/agreement", [], client).status == .seeOther)
            let after = try await council.get(agreements, client)
            #expect(
                after.isComplete && after.text.contains("oktober 2026 geldt voor deze meting. Losse antwoorden mogen"))
            #expect(!after.text.contains("wacht op akkoord"))
            let english = try await council.get(agreements, client, language: "en").text
            #expect(english.contains("holds for this survey. After closing, single answers may come out"))
        }
    }

    @Test func `where another questionnaire was chosen since, it opens nothing, and each page says so`() async throws {
        let prepared = try await prepared()
        let decision = try await prepared.decide()
        try await prepared.choose("pulse")
        let (hr, wave) = (try await prepared.house.visitor(.hr), prepared.draft.id)
        try await prepared.house.test { client in
            let page = try await hr.get("/admin/decisions/\(decision.id)", client)
            #expect(page.isComplete && page.text.contains(overtaken) && page.text.contains("Vraag een nieuw besluit."))
            for text in ["De antwoorden staan op de pagina", "Dit besluit geldt"] {
                #expect(!page.text.contains(text), "\(text)")
            }
            let list = try await hr.get("/admin/decisions", client).text
            #expect(list.contains("Dit besluit opent niets: de meting vraagt nu iets anders."))
            let agreements = try await hr.get("/waves/\(wave)/manifest", client).text
            #expect(agreements.contains("geldt niet voor deze meting: toen vroeg zij iets anders"))
        }
        try await prepared.held(Self.pulse)
        await #expect(throws: RawExport.Refusal.decisionIsOvertaken) {
            try await prepared.store.checkDecision(decision.id, lets: wave, in: prepared.home)
        }
        await #expect(throws: RawExport.Refusal.isNotTied) {
            _ = try await prepared.store.takeRawAnswers(of: wave, in: prepared.home, by: nil)
        }
        try await prepared.house.test { client in
            let page = try await hr.get("/waves/\(wave)/answers", client)
            #expect(page.isComplete && page.text.contains(overtaken) && !page.text.contains("Er is nog geen besluit."))
            #expect(page.text.contains("/admin/decisions/new?kind=raw_export&amp;wave=\(wave)"))
            #expect(try await hr.get("/waves/\(wave)/answers/answers.csv", client).status == .notFound)
            _ = try await prepared.decide()
            #expect(try await hr.get("/waves/\(wave)/answers/answers.csv", client).status == .ok)
        }
    }

    @Test func `hr may leave a theme out of what was agreed to, and adds no question to it`() async throws {
        let prepared = try await prepared("pulse")
        let decision = try await prepared.decide()
        let (hr, wave) = (try await prepared.house.visitor(.hr), prepared.draft.id)
        try await prepared.house.test { client in
            let page = "/admin/decisions/\(decision.id)"
            for (own, isOvertaken) in [
                ([(String, String)](), false), ([("own-nl-1", "Ik lach"), ("own-en-1", "I laugh")], true),
            ] {
                let version = try await prepared.store.wave(wave, in: prepared.home).version
                let fields = [("theme", "work"), ("version", "\(version)")] + own
                let fitted = try await hr.post("/waves/\(wave)/questions/fit", fields, client)
                #expect(fitted.status == .seeOther)
                #expect(try await prepared.store.wave(wave, in: prepared.home).pack.hasPrefix("own-"))
                let told = try await hr.get(page, client).text
                #expect(told.contains("Daarom opent dit besluit niets.") == isOvertaken)
                #expect(told.contains("Dit besluit geldt.") != isOvertaken)
            }
        }
    }

    @Test func `what was chosen back holds again, and of before only the questionnaire is known`() async throws {
        let prepared = try await prepared()
        let decision = try await prepared.decide()
        try await prepared.choose("pulse")
        try await prepared.choose("asking")
        try await prepared.held("rhythm-nights=3&years=1")
        let wave = prepared.draft.id
        try await prepared.store.checkDecision(decision.id, lets: wave, in: prepared.home)
        let asked = try #require(decision.questionnaire(of: wave))
        let instrument = try await prepared.store.instrument(of: prepared.store.wave(wave, in: prepared.home))
        for (pack, holds) in [("asking", true), ("pulse", false)] {
            let old = Decision.Questionnaire(pack: pack, title: pack, version: "", asked: nil)
            #expect(old.covers(instrument) == holds && asked.covers(instrument))
        }
    }

    @Test func `a questionnaire that asks nothing about people is told as that, on every page`() async throws {
        let prepared = try await prepared("pulse")
        let (hr, wave) = (try await prepared.house.visitor(.hr), prepared.draft.id)
        let other = try await self.prepared()
        let usual = try await other.house.visitor(.hr)
        try await prepared.house.test { client in
            for part in ["questions", "sharing", "review", "manifest"] {
                let page = try await hr.get("/waves/\(wave)/\(part)", client).text
                #expect(page.contains("vraagt mensen niets over zichzelf"), "\(part)")
                #expect(!page.contains("wat iemand over zichzelf invult"), "\(part)")
            }
        }
        try await other.house.test { client in
            let page = try await usual.get("/waves/\(other.draft.id)/sharing", client).text
            #expect(page.contains("wat iemand over zichzelf invult") && !page.contains("vraagt mensen niets"))
        }
        _ = try await prepared.decide()
        try await prepared.held(Self.pulse)
        try await prepared.house.test { client in
            let page = try await hr.get("/waves/\(wave)/answers", client)
            #expect(page.isComplete && page.text.contains("Een kolom per vraag, 5 in totaal"))
            for text in ["over zichzelf invulde", "aantal jaren"] { #expect(!page.text.contains(text), "\(text)") }
            #expect(try await hr.get("/waves/\(wave)/answers/answers.csv", client).status == .ok)
        }
    }

    @Test(arguments: [
        (
            "nl", ["Wat je over jezelf invult", "met wat je over jezelf invulde"],
            ["Bij je antwoorden bewaren we geen team.", "Na Versturen: je antwoorden. Geen team."]
        ),
        (
            "en", ["What you fill in about yourself", "with what you filled in about yourself"],
            ["No team is kept with your answers.", "After Send: your answers. No team."]
        ),
    ])
    func `whoever answers reads of background only where it is asked`(
        language: String, asking: [String], plain: [String]
    ) async throws {
        for pack in ["asking", "pulse"] {
            let prepared = try await prepared(pack)
            try await prepared.open()
            try await prepared.house.test { client in
                for (place, part) in ["", "/privacy"].enumerated() {
                    let page = try await client.get("/m/\(prepared.draft.slug)\(part)", language: language).text
                    #expect(page.contains(asking[place]) == (pack == "asking"), "\(pack) \(part)")
                    #expect(page.contains(plain[place]) == (pack == "pulse"), "\(pack) \(part)")
                }
            }
        }
    }
}
