import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import Methods
import Store
import Support
import Surveys
import Testing

@testable import Web

@Suite struct AskPaperTests {
    private func decide(
        _ ask: AskHouse, about wave: Wave, _ subject: String = "Wie typt", _ role: Decision.Agreed = .staffMeeting
    ) async throws {
        let day = Day(2026, 10, 1)
        let decision = try Decision(
            id: .random(), kind: .paper, subject: subject, askedBy: .named("Noor"),
            agreements: [.init(role: role, day: day)], decidedOn: day,
            text: "In de kamer van de raad.\nNa vijven.",
            language: .dutch, witnesses: role == .staffMeeting ? [.named("An"), .named("Bo")] : [],
            typists: [.named("Joke Prins"), .named("Piet Vos")], waves: [.init(wave)])
        try await ask.store.record(decision, by: nil, in: ask.organisation.id)
    }

    private func house(_ council: Organisation.CouncilKind) async throws -> AskHouse {
        let ask = try await AskHouse()
        try await ask.store.change(ask.organisation.id, since: 0, by: nil) { $0.council = council }
        return ask
    }

    /// A wave for which hr made forms, and the position of their block.
    private func made(
        _ ask: AskHouse, _ count: Int = 3, pack: String = "pulse", council: Organisation.CouncilKind = .none,
        sharing: Wave.Sharing = .totals
    ) async throws -> (wave: Wave, block: Int) {
        let wave = try await ask.house.openWave("Meting 2026", pack: pack) { $0.sharing = sharing }
        try await decide(ask, about: wave, "Wie typt", council == .none ? .staffMeeting : .council)
        let home = ask.organisation.id
        let block = try #require(try await ask.blocks(of: wave).first { $0.names == [.unit("Lindehof")] }).position
        let version = try await ask.store.batches(for: wave.id, in: home).count
        try await ask.store.addCards(count, to: block, of: wave.id, onPaper: true, in: home, since: version)
        return (wave, block)
    }

    @Test func `without a decision the page says what is needed and leads to making one`() async throws {
        let ask = try await house(.none)
        let wave = try await ask.opened()
        try await ask.house.test { client in
            for language in ["nl", "en"] {
                #expect(try await ask.hr.get(ask.path(wave, "paper"), client, language: language).isComplete)
            }
            let page = try await ask.hr.get(ask.path(wave, "paper"), client).text
            #expect(
                page.contains("namens de personeelsvergadering")
                    && page.contains("/admin/decisions/new?kind=paper&amp;wave=\(wave.id)"))
            #expect(!page.contains("name=\"forms\"") && !page.contains("/m/\(wave.slug)/paper"))
            let new = try await ask.hr.get("/admin/decisions/new?kind=paper&wave=\(wave.id)", client).text
            #expect(new.contains("value=\"paper\" selected") && new.contains("value=\"\(wave.id)\" selected"))
        }
    }

    @Test func `where there is a council, it decides: a decision of hr alone is not offered`() async throws {
        let ask = try await house(.worksCouncil)
        let wave = try await ask.opened()
        try await decide(ask, about: wave, "Van hr alleen", .hr)
        try await ask.house.test { client in
            let page = try await ask.hr.get(ask.path(wave, "paper"), client).text
            #expect(page.contains("Er is nog geen besluit van de ondernemingsraad over papier bij deze meting."))
            #expect(!page.contains("Van hr alleen") && !page.contains("?kind=paper"))
            try await decide(ask, about: wave, "Van de raad", .council)
            #expect(
                try await ask.hr.get(ask.path(wave, "paper"), client).text.contains(
                    "Van de raad (donderdag 1 oktober 2026)"))
        }
    }

    @Test func `under a decision about this wave hr makes forms within bounds`() async throws {
        let ask = try await house(.none)
        let wave = try await ask.opened()
        let block = try await ask.blocks(of: wave)[0].position
        try await ask.house.test { client in
            let path = ask.path(wave, "paper")
            let batches = try await ask.store.batches(for: wave.id, in: ask.organisation.id).count
            let early = try await ask.hr.post(
                path, [("block", "\(block)"), ("forms", "2"), ("version", "\(batches)")], client)
            #expect(early.status == .unprocessableContent && early.isComplete)
            #expect(early.text.contains("<a href=\"#decision\">Vraag eerst een besluit over deze meting"))
            try await decide(ask, about: wave)
            let page = try await ask.hr.get(path, client)
            let version = try #require(
                page.text.firstMatch(of: /action="[^"]*\/paper" novalidate>\s*<input[^>]*>\s*<input[^>]*value="(\d+)"/)?
                    .1)
            func add(_ count: String) async throws -> TestResponse {
                try await ask.hr.post(
                    path, [("block", "\(block)"), ("forms", count), ("version", String(version))], client)
            }
            for wrong in ["0", "501", "veel", ""] {
                let page = try await add(wrong)
                #expect(page.status == .unprocessableContent && page.isComplete)
                #expect(page.text.contains("name=\"forms\" value=\"\(wrong)\""))
            }
            #expect(try await add("3").location == path)
            let late = try await add("3")
            #expect(late.status == .conflict && late.text.contains("Als laatste kwamen er 3 formulieren bij"))
            #expect(try await ask.hr.get(path, client).text.contains("Er zijn 3 papieren formulieren gemaakt"))
            // Whoever closes is asked for the box, and whoever asked for the decision cannot take it back any more.
            let open = try await ask.hr.get(Paths.wave(wave.id), client).text
            #expect(open.contains("Er zijn 3 papieren formulieren gemaakt. Is alles uit de doos ingetypt?"))
            let decision = try #require(try await ask.store.decisions(in: ask.organisation.id).first)
            #expect(!(try await ask.hr.get(Paths.decision(decision.id), client).text.contains("Trek dit in")))
        }
        #expect(try await ask.store.formsMade(for: wave.id, in: ask.organisation.id) == [block: 3])
        for (act, count) in [(AuditLine.Act.decisionRecorded, 1), (.formsMade, 1), (.formsPrinted, 0)] {
            #expect(try await ask.lines(act) == count)
        }
    }

    @Test func `each form bears its code on every page, and no name, team or block`() async throws {
        let ask = try await house(.none)
        let (wave, block) = try await made(ask, pack: "staff-survey-care")
        let codes = try await ask.store.codes(of: wave.id, block: block, onPaper: true, in: ask.organisation.id)[0]
            .codes
        try await ask.house.test { client in
            let page = try await ask.hr.get(ask.path(wave, "paper/\(block)"), client)
            #expect(page.status == .ok && page.isComplete)
            let forms = page.text.components(separatedBy: "<section class=\"paper-form plain\">").dropFirst()
            // Forty-two questions fit on one sheet.
            #expect(forms.count == 6)
            for code in codes {
                let own = forms.filter { $0.contains(">\(code)</b>") }
                #expect(own.count == 2 && own.allSatisfy { !$0.contains("Lindehof") })
                #expect(
                    own.first?.contains("bladzijde 1 van 2") == true && own.last?.contains("bladzijde 2 van 2") == true)
                #expect(own.allSatisfy { $0.contains("<thead>") && $0.contains("Helemaal mee eens") })
                let numbers = own.joined().matches(of: /<th scope="row"><b>(\d+)<\/b>/).compactMap { Int($0.1) }
                #expect(numbers == Array(1...42))
            }
            let slip = try #require(page.text.components(separatedBy: "cover-slip").dropFirst().first)
            for told in [
                "Lindehof", "Joke Prins", "Piet Vos", "In de kamer van de raad.", "Na vijven.", "An en Bo",
                "dichte doos", "Handtekening",
            ] {
                #expect(slip.contains(told), "\(told)")
            }
            #expect(slip.contains("<b>1.</b> Schud de formulieren.") && !slip.contains("vellen"))
            // How many came back filled in is written down nowhere: of one block it would tell who took part.
            let signed = try #require(slip.components(separatedBy: "panel sunken").dropFirst().first)
            #expect(!signed.contains("formulieren\n") && !signed.contains("Ingetypt en vernietigd:"))
            #expect(signed.contains("Schrijf niet op hoeveel formulieren het waren"))
        }
        #expect(try await ask.lines(.formsPrinted) == 2)
    }

    @Test func `the slip speaks of sheets that stay together where a form has several`() async throws {
        let ask = try await house(.none)
        let (wave, block) = try await made(ask, 1)
        let home = ask.organisation.id
        let pile = try #require(try await ask.store.codes(of: wave.id, block: block, onPaper: true, in: home).first)
        let decision = try #require(try await ask.store.decisions(in: home).last)
        for (isOfSheets, first) in [
            (true, "Niet de vellen van elk formulier samen."), (false, "Schud de formulieren."),
        ] {
            let slip = BoxSlip(
                say: Speech(words: try Words(House.root.appendingPathComponent("Locales")), language: .dutch),
                wave: wave, decision: decision, pile: pile, isOfSheets: isOfSheets)
            let steps = try #require(slip.values["steps"] as? [[String: String]])
            #expect(steps.first?["text"]?.hasPrefix(first) == true && steps.first?["number"] == "1")
        }
    }

    @Test func `a short questionnaire is one page, printed on one side`() async throws {
        let ask = try await house(.none)
        let (wave, block) = try await made(ask)
        try await ask.house.test { client in
            let page = try await ask.hr.get(ask.path(wave, "paper/\(block)"), client).text
            #expect(page.contains("Print aan één kant.") && !page.contains("paper-form blank"))
            #expect(page.components(separatedBy: "bladzijde 1 van 1").count == 4)
        }
    }

    @Test func `forms speak any language of the wave, the page around them that of its reader`() async throws {
        let ask = try await house(.none)
        let (wave, block) = try await made(ask)
        let pack = try #require(ask.store.pack(wave.pack, for: wave.organisation))
        try await ask.house.test { client in
            for (language, told) in [
                ("fr", "Entourez le chiffre"), ("nl-x-plain", "Een vraag overslaan mag."), ("en", "Draw a circle"),
            ] {
                let page = try await ask.hr.get(ask.path(wave, "paper/\(block)?forms=\(language)"), client)
                #expect(
                    page.isComplete && page.text.contains(told) && page.text.contains("Terug naar op papier"),
                    "\(language)")
                let wording = pack.items[0].wording[Language(rawValue: language)]
                #expect(page.text.contains(wording), "\(language)")
            }
        }
    }

    @Test(arguments: Language.answering)
    func `every text on a form is in the language of the form, whoever reads the results`(language: Language)
        async throws
    {
        for (council, sharing) in [
            (Organisation.CouncilKind.none, Wave.Sharing.totals), (.other, .totals), (.none, .units),
        ] {
            let ask = try await house(council)
            let (wave, block) = try await made(ask, 1, council: council, sharing: sharing)
            let codes = try await ask.store.codes(of: wave.id, block: block, onPaper: true, in: ask.organisation.id)
            let texts = try await ask.house.test { client in
                let page = try await ask.hr.get(ask.path(wave, "paper/\(block)?forms=\(language)"), client).text
                let forms = try #require(page.components(separatedBy: "<div lang=\"\(language.rawValue)\">").last)
                return ReadPage(forms.components(separatedBy: "</main>")[0]).texts
            }
            var known = try KnownTexts(
                language, typed: Set(["De Linde", "Meting 2026", wave.slug] + codes[0].codes.map(\.description)))
            let strangers = texts.filter { !known.holds($0) }
            #expect(texts.count > 20)
            #expect(strangers == [], "\(sharing)")
        }
    }

    @Test func `more forms than a block has people are asked about once more`() async throws {
        let ask = try await house(.none)
        let (wave, block) = try await made(ask, 3)
        let home = ask.organisation.id
        let version = try await ask.store.batches(for: wave.id, in: home).count
        try await ask.house.test { client in
            let path = ask.path(wave, "paper")
            func add(_ count: Int, _ more: [(String, String)] = []) async throws -> TestResponse {
                let fields = [("block", "\(block)"), ("forms", "\(count)"), ("version", "\(version)")]
                return try await ask.hr.post(path, fields + more, client)
            }
            // Lindehof has 34 people, and 4 to spare; 3 forms are there.
            let asked = try await add(36)
            #expect(asked.status == .ok && asked.isComplete)
            for number in ["<dd>34<", "<dd>3<", "<dd>36<", "<dd>39<"] { #expect(asked.text.contains(number)) }
            #expect(asked.text.contains("name=\"sure\" value=\"39\""))
            // Agreed to other numbers than these.
            #expect(try await add(37, [("sure", "39")]).text.contains("name=\"sure\" value=\"40\""))
            #expect(try await ask.store.formsMade(for: wave.id, in: home) == [block: 3])
            #expect(try await add(36, [("sure", "39")]).location == path)
        }
        #expect(try await ask.store.formsMade(for: wave.id, in: home) == [block: 39])
    }

    @Test func `forms are made for a block that somebody chose`() async throws {
        let ask = try await house(.none)
        let (wave, block) = try await made(ask, 1)
        let version = try await ask.store.batches(for: wave.id, in: ask.organisation.id).count
        try await ask.house.test { client in
            let page = try await ask.hr.get(ask.path(wave, "paper"), client).text
            let select = try #require(page.firstMatch(of: /<select id="block"(?:.|\n)*?<\/select>/)).0
            #expect(select.contains("<option value=\"\">Kies een blok</option>") && !select.contains("selected"))
            #expect(page.contains("Vernietig de formulieren die je niet gebruikt."))
            let fields = [("block", ""), ("forms", "2"), ("version", "\(version)")]
            let none = try await ask.hr.post(ask.path(wave, "paper"), fields, client)
            #expect(none.status == .unprocessableContent && none.isComplete)
            #expect(none.text.contains("<a href=\"#block\">Kies het blok waarvoor de formulieren zijn"))
            #expect(none.text.contains("name=\"forms\" value=\"2\""))
        }
        #expect(try await ask.store.formsMade(for: wave.id, in: ask.organisation.id) == [block: 1])
    }

    @Test func `later forms are printed by themselves, and cards never along with them`() async throws {
        let ask = try await house(.none)
        let (wave, block) = try await made(ask)
        let (store, home) = (ask.store, ask.organisation.id)
        let version = try await store.batches(for: wave.id, in: home).count
        try await store.addCards(2, to: block, of: wave.id, onPaper: true, in: home, since: version)
        try await ask.house.test { client in
            func codes(_ path: String) async throws -> Set<String> {
                let text = try await ask.hr.get(ask.path(wave, path), client).text
                return Set(text.matches(of: /class="code">([^<]*)</).map { String($0.1) })
            }
            let (all, later) = (try await codes("paper/\(block)"), try await codes("paper/\(block)?batch=\(version)"))
            #expect(all.count == 5 && later.count == 2 && later.isSubset(of: all))
            let cards = try await codes("cards/\(block)")
            #expect(cards.count == 38 && cards.isDisjoint(with: all))
            #expect(try await ask.hr.get(ask.path(wave, "cards/\(block)?batch=\(version)"), client).status == .notFound)
            #expect(try await ask.hr.get(ask.path(wave, "paper/\(block)?batch=0"), client).status == .notFound)
            #expect(try await ask.hr.get(ask.path(wave, "paper/0"), client).status == .notFound)
        }
    }

    @Test func `hr and the council read how many forms were made, leaders see their cards alone`() async throws {
        let ask = try await house(.worksCouncil)
        let wave = try await ask.opened()
        try await decide(ask, about: wave, "Van de raad", .council)
        let home = ask.organisation.id
        let block = try #require(try await ask.blocks(of: wave).first { $0.names == [.unit("Lindehof")] })
        let version = try await ask.store.batches(for: wave.id, in: home).count
        try await ask.store.addCards(3, to: block.position, of: wave.id, onPaper: true, in: home, since: version)
        let council = try await ask.house.visitor(.council)
        let leader = try await ask.house.visitor(.leader, unit: block.units[0])
        try await ask.house.test { client in
            for visitor in [ask.hr, council] {
                #expect(
                    try await visitor.get(ask.path(wave), client).text.contains(
                        "Er zijn 3 papieren formulieren gemaakt."))
            }
            let own = try await leader.get(ask.path(wave), client).text
            #expect(!own.contains("papieren") && own.contains(">38<"))
            let manifest = try await council.get(ask.path(wave, "manifest"), client)
            #expect(manifest.isComplete && manifest.text.contains("Er zijn ook 3 papieren formulieren met een code."))
            #expect(manifest.text.contains("Wie typt, staat in het besluit van donderdag 1 oktober 2026."))
            #expect(try await council.get(ask.path(wave, "paper"), client).status == .notFound)

            try await ask.store.close(wave.id, in: home)
            let over = try await council.get(ask.path(wave), client).text
            #expect(over.contains("Er zijn 3 papieren formulieren gemaakt.") && over.contains("Intypen kan niet meer"))
            let account = try await ask.hr.get(ask.path(wave, "manifest"), client)
            #expect(account.isComplete && account.text.contains("3 daarvan zijn papieren formulieren"))
            let leftovers = try await ask.hr.get(ask.path(wave, "leftovers"), client).text
            #expect(leftovers.contains("Van 41 kaartjes.") && leftovers.contains("telt mee als kaartje van dat blok"))
        }
    }

    @Test func `once a wave is over its forms are made and printed no more, and the page says so`() async throws {
        let ask = try await house(.none)
        let draft = try await ask.draft()
        let (closed, block) = try await made(ask)
        let withdrawn = try await ask.house.openWave("Afgeblazen")
        let home = ask.organisation.id
        try await ask.store.close(closed.id, in: home)
        try await ask.store.withdraw(withdrawn.id, in: home)
        try await ask.house.test { client in
            #expect(try await ask.hr.get(ask.path(draft, "paper"), client).location == ask.path(draft))
            for (wave, told) in [
                (closed, "De meting is gesloten."), (withdrawn, "De meting is ingetrokken."),
            ] {
                for path in ["paper", "paper/\(block)"] {
                    let page = try await ask.hr.get(ask.path(wave, path), client)
                    #expect(page.status == .ok && page.isComplete && page.text.contains(told))
                }
                let fields = [("block", "\(block)"), ("forms", "2"), ("version", "5")]
                #expect(try await ask.hr.post(ask.path(wave, "paper"), fields, client).text.contains(told))
            }
        }
        #expect(try await ask.lines(.formsPrinted) == 0)
    }
}
