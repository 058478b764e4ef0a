import Core
import HTTPTypes
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@Suite struct AskDraftTests {
    @Test func `a wave is made in steps, and each leads to the next`() async throws {
        let ask = try await AskHouse()
        try await ask.house.test { client in
            let first = try await ask.hr.get("/waves/new", client)
            #expect(first.isComplete)
            #expect(first.text.contains("42 vragen, 10 thema’s, 8 minuten. Niet gevalideerd."))
            let made = try await ask.hr.post("/waves", [("title", " Meting 2026 "), ("pack", "pulse")], client)
            #expect(made.status == .seeOther)
            let wave = try await ask.store.waves(in: ask.organisation.id)[0]
            #expect((wave.title, wave.pack, made.location) == ("Meting 2026", "pulse", ask.path(wave, "who")))
            let who = try await ask.hr.get(made.location, client)
            #expect(who.text.contains("href=\"\(ask.path(wave, "when"))\""))
            let days = [("version", "0"), ("opens", "12-10-2026"), ("closes", "2026-10-23"), ("results", "")]
            let when = try await ask.hr.post(ask.path(wave, "when"), days, client)
            #expect(when.location == ask.path(wave, "sharing"))
            let sharing = try await ask.hr.post(
                ask.path(wave, "sharing"), [("version", "1"), ("sharing", "units"), ("threshold", "10")], client)
            #expect(sharing.location == ask.path(wave, "review"))
            let saved = try await ask.now(wave)
            #expect((saved.opensOn, saved.closesOn) == (Day(2026, 10, 12), Day(2026, 10, 23)))
            #expect((saved.resultsOn, saved.sharing, saved.threshold) == (Day(2026, 11, 6), .units, 10))
            for part in ["questions", "who", "when", "sharing", "review"] {
                for language in ["nl", "en"] {
                    let page = try await ask.hr.get(ask.path(wave, part), client, language: language)
                    #expect(page.status == .ok && page.isComplete, "\(part) in \(language)")
                }
            }
        }
    }

    @Test func `the first step leads to making the questions fit as well, and keeps what was typed on the way`()
        async throws
    {
        let ask = try await AskHouse()
        try await ask.house.test { client in
            #expect(try await ask.hr.get("/waves/new", client).text.contains(">Pas de vragen aan</button>"))
            let typed = [("title", "Herfst"), ("pack", "pulse"), ("then", "fit")]
            let made = try await ask.hr.post("/waves", typed, client)
            let wave = try await ask.store.waves(in: ask.organisation.id)[0]
            #expect(made.location == ask.path(wave, "questions/fit"))
            let renamed = [("title", "Winter"), ("pack", "pulse"), ("version", "0"), ("then", "fit")]
            let changed = try await ask.hr.post(ask.path(wave, "questions"), renamed, client)
            #expect(changed.location == ask.path(wave, "questions/fit"))
            #expect(try await ask.now(wave).title == "Winter")
            #expect(!(try await ask.hr.get(ask.path(wave, "when"), client).text.contains("name=\"then\"")))
        }
    }

    @Test func `what was typed stays, with what is wrong beside each field`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.draft()
        try await ask.house.test { client in
            let new = try await ask.hr.post("/waves", [("title", String(repeating: "e", count: 81))], client)
            #expect(new.status == .unprocessableContent)
            #expect(new.text.contains("value=\"\(String(repeating: "e", count: 81))\""))
            #expect(new.text.contains("href=\"#title\"") && new.text.contains("href=\"#pack\""))
            let days = [("version", "0"), ("opens", "<gisteren>"), ("closes", "31-2-2027"), ("results", "1-3-2027")]
            let when = try await ask.hr.post(ask.path(wave, "when"), days, client)
            #expect(when.status == .unprocessableContent)
            #expect(when.text.contains("value=\"&lt;gisteren&gt;\"") && when.text.contains("value=\"31-2-2027\""))
            #expect(when.text.contains("value=\"1-3-2027\""))
            #expect(when.text.contains("id=\"opens-wrong\"") && when.text.contains("id=\"closes-wrong\""))
            #expect(!when.text.contains("id=\"results-wrong\""))
            #expect(when.isComplete)
            // As in every other room: "Fout:" goes on in small letters.
            for page in [new.page, when.page] {
                let beside = page.texts.filter { $0.hasPrefix("Fout: ") }
                #expect(
                    !beside.isEmpty && beside.allSatisfy { $0.dropFirst(6).first?.isLowercase == true }, "\(beside)")
            }
        }
        #expect(try await ask.now(wave) == wave)
    }

    @Test(arguments: [
        (["12-10-2026", "11-10-2026", "1-11-2026"], "closes-wrong"),
        (["", "23-10-2026", "23-10-2026"], "results-wrong"),
        (["", "4-10-2026", "1-11-2026"], "closes-wrong"),
        (["1-1-2020", "23-10-2026", "1-11-2026"], "opens-wrong"),
        (["", "12-12-2099", "1-2-2100"], "closes-wrong"),
    ])
    func `days in the wrong order, over already or too far away are refused`(days: [String], place: String) async throws
    {
        let ask = try await AskHouse()
        let wave = try await ask.draft()
        let fields = [("version", "0")] + zip(["opens", "closes", "results"], days).map { ($0, $1) }
        try await ask.house.test { client in
            let page = try await ask.hr.post(ask.path(wave, "when"), fields, client)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("id=\"\(place)\""))
        }
        #expect(try await ask.now(wave) == wave)
    }

    @Test(arguments: ["4", "21", "acht", "", "8,5"])
    func `a threshold outside 5 to 20 is refused`(threshold: String) async throws {
        let ask = try await AskHouse()
        let wave = try await ask.draft()
        try await ask.house.test { client in
            let fields = [("version", "0"), ("sharing", "units"), ("threshold", threshold)]
            let page = try await ask.hr.post(ask.path(wave, "sharing"), fields, client)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("id=\"threshold\" name=\"threshold\" value=\"\(threshold)\""))
            #expect(page.text.contains("value=\"units\" checked"))
        }
        #expect(try await ask.now(wave).threshold == 8)
    }

    @Test func `of two who save at once the second sees what the first saved, and loses nothing`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.draft()
        let other = try await ask.house.visitor(.hr)
        try await ask.house.test { client in
            let fields = [("pack", "pulse")]
            _ = try await other.post(
                ask.path(wave, "questions"), fields + [("version", "0"), ("title", "Die van hen")], client)
            let mine = fields + [("title", "Die van mij")]
            let page = try await ask.hr.post(ask.path(wave, "questions"), mine + [("version", "0")], client)
            #expect(page.status == .conflict)
            #expect(page.isComplete)
            #expect(page.text.contains("Die van hen: ") && page.text.contains("value=\"Die van mij\""))
            #expect(try await ask.now(wave).title == "Die van hen")
            let again = mine + [("version", page.hidden("version"))]
            #expect(try await ask.hr.post(ask.path(wave, "questions"), again, client).status == .seeOther)
        }
        #expect(try await ask.now(wave).title == "Die van mij")
    }

    @Test func `going on without a change is no act for the log`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.draft()
        try await ask.house.test { client in
            let fields = [("version", "0"), ("title", wave.title), ("pack", wave.pack)]
            #expect(try await ask.hr.post(ask.path(wave, "questions"), fields, client).status == .seeOther)
            #expect(try await ask.changes().isEmpty)
            _ = try await ask.hr.post(
                ask.path(wave, "sharing"), [("version", "0"), ("sharing", "units"), ("threshold", "8")], client)
            #expect(try await ask.changes() == [.waveSharingChanged])
        }
    }

    @Test func `the log names which parts of a wave changed, and neither what was there nor what came`() async throws {
        let ask = try await AskHouse()
        let (wave, council) = (try await ask.draft("Eerst zo"), try await ask.house.visitor(.council))
        let steps: [(part: String, fields: [(String, String)])] = [
            ("questions", [("title", "Daarna zo"), ("pack", "pulse")]),
            ("questions", [("title", "Daarna zo"), ("pack", "basic-needs")]),
            ("when", [("opens", ""), ("closes", "20-11-2026"), ("results", "7-12-2026")]),
            ("sharing", [("sharing", "units"), ("threshold", "11")]),
            ("questions/fit", [("theme", "autonomy"), ("own-nl-1", "Ik lach"), ("own-en-1", "I laugh")]),
        ]
        try await ask.house.test { client in
            for (number, step) in steps.enumerated() {
                let fields = step.fields + [("version", "\(number)")]
                #expect(try await ask.hr.post(ask.path(wave, step.part), fields, client).status == .seeOther, "\(step)")
            }
            let log = try await council.get("/admin/log", client).page
            for text in [
                "Naam van de meting gewijzigd", "Vragenlijst van de meting gewijzigd", "Dagen van de meting gewijzigd",
                "Delen of groepsgrens van de meting gewijzigd",
            ] { #expect(log.texts.contains(text), "\(text)") }
            for text in ["basic-needs", "pulse", "7 december", "2026-12-07", "units", "Ik lach"] {
                #expect(!log.source.contains(text), "\(text)")
            }
        }
        let acts: [AuditLine.Act] = [
            .waveDaysChanged, .waveQuestionsChanged, .waveQuestionsChanged, .waveSharingChanged, .waveTitleChanged,
        ]
        #expect(try await ask.changes() == acts)
    }

    @Test func `a day of the results that nobody chose is a day on which people work`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.draft()
        try await ask.house.test { client async throws in
            // Two weeks after 11 December is Christmas, a Friday.
            let fields = [("version", "0"), ("opens", ""), ("closes", "11-12-2026"), ("results", "")]
            #expect(try await ask.hr.post(ask.path(wave, "when"), fields, client).status == .seeOther)
            #expect(try await ask.now(wave).resultsOn == Day(2026, 12, 28))
            let chosen = [("version", "1"), ("opens", ""), ("closes", "11-12-2026"), ("results", "19-12-2026")]
            #expect(try await ask.hr.post(ask.path(wave, "when"), chosen, client).status == .seeOther)
            // Whoever chooses a Saturday gets it.
            #expect(try await ask.now(wave).resultsOn == Day(2026, 12, 19))
        }
    }

    @Test func `an opened wave has no steps any more`() async throws {
        let ask = try await AskHouse()
        let wave = try await ask.opened()
        try await ask.house.test { client in
            for part in ["questions", "who", "when", "sharing", "review"] {
                #expect(try await ask.hr.get(ask.path(wave, part), client).location == ask.path(wave))
            }
            let fields = [("version", "1"), ("sharing", "units"), ("threshold", "5")]
            let page = try await ask.hr.post(ask.path(wave, "sharing"), fields, client)
            #expect(page.status == .unprocessableContent)
        }
        #expect(try await ask.now(wave) == wave)
    }
}
