import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import Methods
import Store
import Support
import Surveys
import Testing

/// Who reads the page of raw answers, and who gets the files.
@Suite struct RawAnswersTests {
    private static let readers: Set<Role> = [.hr, .council, .researcher]

    private func house(at clock: Timepiece = Timepiece(House.morning)) async throws -> House {
        let files = try PackFolder(House.root.appendingPathComponent("Tests/Packs/asking").path).files()
        let house = try await House {
            $0.packs.append(files)
            $0.clock = clock.clock
        }
        try await house.store.change(house.organisation.id, since: 0, by: nil) { $0.council = .worksCouncil }
        try await house.addUnits("path;headcount\nZorg;40\nKeuken;40\n")
        return house
    }

    private func decision(
        _ house: House, _ kind: Decision.Kind, _ agreed: [Decision.Agreed] = [.hr, .council],
        about subject: String = "x", of wave: Wave? = nil
    ) async throws -> Decision.ID {
        let day = Day(2026, 10, 1)
        let decision = try Decision(
            id: .random(), kind: kind, subject: subject, askedBy: .named("Noor"),
            agreements: agreed.map { Decision.Agreement(role: $0, day: day) }, decidedOn: day, text: "Tot de zomer.",
            language: .dutch, waves: wave.map { [.init($0)] } ?? [])
        try await house.store.record(decision, by: nil, in: house.organisation.id)
        return decision.id
    }

    private func wave(_ house: House, people: Int = 20) async throws -> Wave {
        let allowed = try await decision(house, .researchWave)
        let draft = try house.store.draft("Onderzoek", pack: "asking", in: house.organisation, research: allowed)
        try await house.store.add(draft)
        let olga = try await house.visitor(.council).account
        try await house.store.noteReading(of: draft.id, by: "Olga", account: olga, in: draft.organisation)
        try await house.store.open(draft.id, in: draft.organisation)
        let wave = try await house.store.wave(draft.id, in: draft.organisation)
        let pile = try #require(try await house.store.codes(of: wave.id, in: wave.organisation).first)
        for code in pile.codes.prefix(people) {
            _ = try await house.store.submit(Array("code=\(code)&rhythm-nights=3&years=1".utf8), to: wave.slug)
        }
        return wave
    }

    private func statuses(
        _ wave: Wave, _ house: House, as role: Role, in home: Organisation? = nil
    ) async throws -> [Int] {
        let visitor = try await house.visitor(
            role, unit: house.store.units(in: (home ?? house.organisation).id).roots.first?.id, in: home)
        let path = "/waves/\(wave.id)/answers"
        return try await house.statuses([path, "\(path)/answers.csv", "\(path)/codebook.csv"], of: visitor)
    }

    @Test(arguments: Role.allCases)
    func `hr, the council and researchers read the page, and nobody else learns of it`(role: Role) async throws {
        let house = try await house()
        let open = try await wave(house)
        let isReader = Self.readers.contains(role)
        #expect(try await statuses(open, house, as: role) == [isReader ? 200 : 404, 404, 404])
        let closed = try await house.close(open)
        #expect(try await statuses(closed, house, as: role) == [isReader ? 200 : 404, 404, 404])
        _ = try await decision(house, .rawExport, of: closed)
        for wave in [closed, try await house.publish(closed)] {
            let status = isReader ? 200 : 404
            #expect(try await statuses(wave, house, as: role) == [status, status, status])
        }
    }

    @Test(arguments: Role.allCases)
    func `whoever works elsewhere finds nothing`(role: Role) async throws {
        let house = try await house()
        let closed = try await house.close(wave(house))
        _ = try await decision(house, .rawExport, of: closed)
        let other = try await house.store.addOrganisation("wilg", name: "De Wilg")
        try await house.addUnits("path;headcount\nZuid;40\n", in: other)
        #expect(try await statuses(closed, house, as: role, in: other) == [404, 404, 404])
    }

    private static let fields = [
        ("kind", "raw_export"), ("subject", "Voor de universiteit"), ("text", "Tot de zomer."),
        ("asked_by", "Noor"), ("decided_on", "2026-10-01"), ("agreed", "hr"),
    ]

    @Test func `without its wave, or with one that has no raw answers, it is not written down`() async throws {
        let house = try await house()
        let hr = try await house.visitor(.hr)
        try await house.test { client in
            let usual = try await house.openWave("Gewoon", pack: "asking")
            for (typed, told) in [
                ("", "Kies de meting waar"), ("\(usual.id)", "Ruwe antwoorden zijn er alleen van een onderzoeks"),
            ] {
                let wrong = try await hr.post("/admin/decisions/new", Self.fields + [("wave", typed)], client)
                #expect(wrong.status == .unprocessableContent && wrong.isComplete)
                #expect(wrong.text.contains("<a href=\"#wave\">\(told)"), "\(typed)")
            }
        }
        #expect(try await house.store.decisions(in: house.organisation.id).isEmpty)
    }

    @Test func `waves are offered for each kind apart, and where there are none it is said`() async throws {
        let house = try await house()
        let hr = try await house.visitor(.hr)
        try await house.test { client in
            let empty = try await hr.get("/admin/decisions/new", client)
            #expect(empty.isComplete && !empty.text.contains("<select id=\"wave\""))
            for text in ["Voor ruwe antwoorden is er nu geen meting.", "Voor papier is er nu geen meting."] {
                #expect(empty.text.contains(text), "\(text)")
            }
            let lacking = try await hr.post("/admin/decisions/new", Self.fields, client)
            #expect(lacking.isComplete && lacking.text.contains("<a href=\"#wave\">Kies de meting waar"))

            let usual = try await house.openWave("Gewoon", pack: "asking")
            let open = try await wave(house)
            let page = try await hr.get("/admin/decisions/new?kind=paper&wave=\(open.id)", client).text
            let raw = try #require(page.between("<optgroup label=\"Voor ruwe antwoorden\">", "</optgroup>"))
            let paper = try #require(page.between("<optgroup label=\"Voor papier\">", "</optgroup>"))
            #expect(raw.contains("\(open.id)") && !raw.contains("\(usual.id)"))
            #expect(
                paper.contains("\(open.id)\" selected") && paper.contains("\(usual.id)") && !raw.contains("selected"))
            #expect(!page.contains("geen meting."))

            let closed = try await house.close(open)
            let wrong = try await hr.post(
                "/admin/decisions/new",
                Self.fields.map { $0.0 == "kind" ? ("kind", "paper") : $0 }
                    + [("wave", "\(closed.id)"), ("typist_one", "Joke")], client)
            #expect(wrong.text.contains("<a href=\"#wave\">Op papier kan alleen bij een meting"))
            let english = try await hr.post(
                "/admin/decisions/new?lang=en", Self.fields + [("wave", "\(usual.id)")], client)
            #expect(english.text.contains("Only a research survey has raw answers."))
        }
    }

    @Test func `the wave is chosen when the decision is asked for, and nobody ties it to another afterwards`()
        async throws
    {
        let house = try await house()
        let closed = try await house.close(wave(house))
        let path = "/waves/\(closed.id)/answers"
        let (hr, council, researcher) = (
            try await house.visitor(.hr), try await house.visitor(.council), try await house.visitor(.researcher)
        )
        try await house.test { client in
            let ask = "/admin/decisions/new?kind=raw_export&wave=\(closed.id)"
            #expect(try await hr.get(path, client).text.contains(ask.replacing("&", with: "&amp;")))
            #expect(!(try await researcher.get(path, client).text.contains("/admin/decisions")))
            #expect(try await hr.get(ask, client).text.contains("value=\"\(closed.id)\" selected"))
            let asked = try await hr.post("/admin/decisions/new", Self.fields + [("wave", "\(closed.id)")], client)
            let decision = asked.location
            let told = "Dit besluit gaat over de meting “Onderzoek”, en geldt voor geen andere."
            #expect(try await council.get(decision, client).text.contains(told))
            for visitor in [hr, council, researcher] {
                let page = try await visitor.get(path, client)
                #expect(page.isComplete && page.text.contains("Dit besluit is gevraagd, en geldt nog niet."))
            }
            #expect(try await hr.get("\(path)/answers.csv", client).status == .notFound)
            #expect(try await hr.post(path, [("decision", "x")], client).status != .seeOther)
            #expect(try await council.post("\(decision)/agreement", [], client).status == .seeOther)
            #expect(try await researcher.get("\(path)/answers.csv", client).status == .ok)
            let read = try await researcher.get(path, client).text
            #expect(read.contains("Voor de universiteit") && !read.contains("/admin/decisions/"))
            #expect(try await council.get(path, client).text.contains(decision))
        }
    }

    @Test func `who asked takes it back before the other agrees, and nobody after`() async throws {
        let house = try await house()
        let closed = try await house.close(wave(house))
        let (hr, council) = (try await house.visitor(.hr), try await house.visitor(.council))
        let wrong = "/admin/decisions/\(try await decision(house, .rawExport, [.hr], of: closed))"
        let right = "/admin/decisions/\(try await decision(house, .rawExport, of: closed))"
        try await house.test { client in
            #expect(try await hr.get(wrong, client).text.contains("\(wrong)/withdrawal"))
            #expect(!(try await council.get(wrong, client).text.contains("\(wrong)/withdrawal")))
            let other = try await council.post("\(wrong)/withdrawal", [], client)
            #expect(other.status == .unprocessableContent && other.text.contains("Alleen wie om dit besluit vroeg"))
            #expect(try await hr.post("\(wrong)/withdrawal", [], client).location == wrong)
            let page = try await council.get(wrong, client)
            #expect(page.isComplete && page.text.contains("Ingetrokken op") && !page.text.contains("/agreement"))
            let late = try await council.post("\(wrong)/agreement", [], client)
            #expect(late.status == .unprocessableContent && late.text.contains("Dit besluit is ingetrokken"))
            #expect(!(try await hr.get(right, client).text.contains("/withdrawal")))
            let kept = try await hr.post("\(right)/withdrawal", [], client)
            #expect(kept.status == .unprocessableContent && kept.text.contains("kan niet meer worden ingetrokken"))
            #expect(try await council.get("/today", client).text.contains(wrong) == false)
        }
    }

    @Test func `a decision goes on saying what its wave was called, when a draft is renamed or removed`() async throws {
        let house = try await house()
        let allowed = try await decision(house, .researchWave)
        let draft = try house.store.draft("Onderzoek", pack: "asking", in: house.organisation, research: allowed)
        try await house.store.add(draft)
        let page = "/admin/decisions/\(try await decision(house, .rawExport, of: draft))"
        let (hr, home) = (try await house.visitor(.hr), draft.organisation)
        try await house.test { client in
            try await house.store.change(draft.id, in: home, since: 0, by: nil) { $0.title = "Iets anders" }
            let renamed = try await hr.get(page, client).text
            #expect(renamed.contains("“Onderzoek”, en geldt voor geen andere. Die meting heet nu “Iets anders”."))
            try await house.store.removeDraft(draft.id, in: home, since: 1)
            let gone = try await hr.get(page, client).text
            #expect(
                gone.contains("“Onderzoek”, en geldt voor geen andere. Die meting is verwijderd voor zij open ging."))
        }
    }

    @Test func `a researcher comes to it by a link, before the figures are published`() async throws {
        let house = try await house()
        let closed = try await house.close(wave(house))
        let usual = try await house.openWave("Gewoon", pack: "asking")
        _ = try await house.close(usual)
        let (researcher, board) = (try await house.visitor(.researcher), try await house.visitor(.board))
        try await house.test { client in
            let list = try await researcher.get("/waves", client).text
            #expect(list.contains("/waves/\(closed.id)/answers") && !list.contains("Gewoon"))
            #expect(!(try await board.get("/waves", client).text.contains("/answers")))
            #expect(try await researcher.get("/waves/\(usual.id)/answers", client).status == .notFound)
        }
    }

    @Test func `every file that is fetched is a line in the log`() async throws {
        let house = try await house()
        let closed = try await house.close(wave(house))
        let hr = try await house.visitor(.hr)
        let path = "/waves/\(closed.id)/answers"
        _ = try await decision(house, .rawExport, of: closed)
        for part in ["answers.csv", "codebook.csv", "answers.csv"] {
            #expect(try await house.statuses(["\(path)/\(part)"], of: hr) == [200])
        }
        let lines = try await house.store.auditLines(in: closed.organisation).filter { $0.by == .named(hr.name) }
        #expect(lines.count { $0.act == .codebookTaken } == 1)
        #expect(lines.count { $0.act == .rawAnswersTaken } == 2)
        #expect(lines.filter { $0.act == .rawAnswersTaken }.allSatisfy { $0.subject == "Onderzoek" })
    }

    @Test func `of a handful of people nothing comes out, whatever was decided`() async throws {
        let house = try await house()
        let closed = try await house.close(wave(house, people: 7))
        let hr = try await house.visitor(.hr)
        _ = try await decision(house, .rawExport, about: "Voor de universiteit", of: closed)
        await #expect(throws: RawExport.Refusal.areTooFew) {
            _ = try await house.store.takeRawAnswers(of: closed.id, in: closed.organisation, by: nil)
        }
        try await house.test { client in
            let page = try await hr.get("/waves/\(closed.id)/answers", client).text
            #expect(page.contains("minder dan 8 mensen"))
            for text in ["mogen eruit", "Voor de universiteit", "Wat staat erin?", "herkennen", "Vernietig", "7 rijen"]
            {
                #expect(!page.contains(text), "\(text)")
            }
        }
    }

    @Test func `where nobody speaks for the staff by now, nothing comes out`() async throws {
        let house = try await house()
        let closed = try await house.close(wave(house))
        _ = try await decision(house, .rawExport, of: closed)
        try await house.dropCouncil()
        await #expect(throws: RawExport.Refusal.isNotTied) {
            _ = try await house.store.takeRawAnswers(of: closed.id, in: closed.organisation, by: nil)
        }
    }

    @Test func `after the last day that was promised there is nothing, also before it was destroyed`() async throws {
        let clock = Timepiece(House.morning)
        let house = try await house(at: clock)
        let closed = try await house.close(wave(house))
        clock.pass(30 * 86_400)
        #expect(try await statuses(closed, house, as: .hr)[0] == 200)
        #expect(try await read(closed, house).contains("Wat staat erin?"))
        clock.pass(86_400)
        let after = try await read(closed, house)
        #expect(after.contains("zijn gewist") && !after.contains("Wat staat erin?"))
    }

    @Test func `before a wave closes, its page says when they are there`() async throws {
        let house = try await house()
        let open = try await wave(house)
        let page = try await read(open, house)
        #expect(page.contains("Deze meting is nog niet gesloten") && !page.contains("Wat staat erin?"))
    }

    private func read(_ wave: Wave, _ house: House) async throws -> String {
        let hr = try await house.visitor(.hr)
        return try await house.test { try await hr.get("/waves/\(wave.id)/answers", $0).text }
    }
}

extension House {
    fileprivate func statuses(_ paths: [String], of visitor: Visitor) async throws -> [Int] {
        let found = Found()
        try await test { client in
            for path in paths { await found.add(try await visitor.get(path, client).status.code) }
        }
        return await found.codes
    }

    private actor Found {
        private(set) var codes: [Int] = []
        func add(_ code: Int) { codes.append(code) }
    }
}
