import Core
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Methods
import Store
import Support
import Surveys
import Testing

@Suite struct AnsweringTests {
    @Test func `the page is one document for everybody, with every question and without a code`() async throws {
        let open = try await OpenHouse(House(), pack: "staff-survey-care")
        try await open.house.test { client in
            let page = try await client.execute(uri: open.path, method: .get)
            #expect(page.status == .ok)
            for item in open.items { #expect(page.text.contains("name=\"\(item)\"")) }
            #expect(!page.text.contains("⟦"))
            #expect(page.headers[.setCookie] == nil)
            let again = try await client.execute(uri: open.path, method: .get, headers: [.cookie: "weefsel=x"])
            #expect(again.text == page.text)
        }
    }

    @Test(arguments: [
        (Wave.Sharing.totals, "nl", "eigen teams. Hr, het bestuur en de ondernemingsraad zien alle teams."),
        (.totals, "en", "also see their own teams. HR, the board and the works council see all teams."),
        (.units, "nl", "Iedereen ziet de thema’s van de hele organisatie en van alle teams."),
        (.units, "en", "Everybody sees the themes of the whole organisation and of all teams."),
    ])
    func `before the first question everybody reads who sees what`(
        sharing: Wave.Sharing, language: String, told: String
    ) async throws {
        let house = try await House()
        try await house.addUnits(OpenHouse.units)
        let home = house.organisation
        try await house.store.change(home.id, since: home.version, by: nil) { $0.council = .worksCouncil }
        let wave = try await house.openWave("Meting") { $0.sharing = sharing }
        try await house.test { client async throws in
            #expect(try await client.get("/m/\(wave.slug)", language: language).text.contains(told))
        }
    }

    @Test func `without JavaScript one form stores, and thanks`() async throws {
        let open = try await OpenHouse(House())
        try await open.house.test { client in
            let sent = try await open.send([("code", open.codes[0]), (open.items[0], "4")], client)
            #expect(sent.status == .seeOther)
            let thanks = try await client.execute(uri: sent.headers[.location] ?? "", method: .get)
            #expect(thanks.text.contains("Dank je wel"))
        }
        try await open.house.store.countResponses()
    }

    @Test func `a used code says that sending again replaces, and never shows what was sent`() async throws {
        let open = try await OpenHouse(House())
        let (code, item) = (open.codes[0], open.items[0])
        try await open.house.test { client in
            _ = try await open.send([("code", code), (item, "5")], client)
            let second = try await open.send([("code", code), (item, "2")], client)
            #expect(second.status == .conflict)
            #expect(second.text.contains("name=\"replace\""))
            #expect(second.text.contains("name=\"\(item)\" value=\"2\" checked"))
            #expect(!second.text.contains("name=\"\(item)\" value=\"5\" checked"))
            let third = try await open.send([("code", code), (item, "2"), ("replace", "1")], client)
            #expect(third.status == .seeOther)
        }
    }

    @Test func `a mistyped address says so, wherever it leads`() async throws {
        let house = try await House()
        try await house.test { client async throws in
            for path in ["/m/zzzzz", "/m/zzzzz/thanks", "/m/zzzzz/safety", "/d/zzzzz"] {
                let answer = try await client.get(path)
                #expect(answer.status == .notFound, "\(path)")
                #expect(answer.text.contains("Deze meting kennen we niet"), "\(path)")
            }
            let spent = try await client.get("/set-up/abcdef")
            #expect(spent.status == .notFound)
            #expect(spent.text.contains("Dit adres werkt niet meer"))
        }
    }

    @Test func `after closing by hand the page says on which day that was`() async throws {
        let open = try await OpenHouse(House())
        _ = try await open.house.close(open.wave)
        try await open.house.test { client async throws in
            let page = try await client.get(open.path)
            #expect(page.text.contains("Tot en met maandag 5 oktober 2026 kon je meedoen."))
        }
    }

    @Test func `who fills in a wave that is withdrawn meanwhile hears that it is over`() async throws {
        let open = try await OpenHouse(House())
        try await open.house.store.withdraw(open.wave.id, in: open.wave.organisation)
        try await open.house.test { client async throws in
            let sent = try await open.send([("code", open.codes[0])], client, asScript: true)
            #expect(sent.status == .forbidden)
            #expect(sent.text.hasPrefix(#"{"state":"over""#))
        }
    }

    @Test(arguments: [
        ("nl", "De meting is gesloten. Er is niets bewaard.", "Tot en met maandag 26 oktober 2026 kon je meedoen."),
        ("en", "The survey is closed. Nothing was stored.", "Monday 26 October 2026"),
    ])
    func `who sends too late without JavaScript reads first of all that nothing was stored`(
        language: String, refusal: String, rest: String
    ) async throws {
        let time = Timepiece(House.morning)
        let open = try await OpenHouse(House { $0.clock = time.clock })
        time.pass(Moment.end(of: open.wave.closesOn, in: open.house.organisation.zone) - House.morning)
        try await open.house.test { client async throws in
            let fields = [("code", open.codes[0]), (open.items[0], "4")]
            let page = try await open.send(fields, client, lang: language)
            #expect(page.status == .forbidden)
            let told = try #require(page.text.range(of: refusal))
            let after = try #require(page.text.range(of: rest))
            #expect(told.upperBound < after.lowerBound)
            #expect(!(try await client.get(open.path, language: language).text.contains(refusal)))
        }
    }

    @Test func `without help of its own an organisation sends nobody to somebody who is not there`() async throws {
        let open = try await OpenHouse(House())
        let home = open.house.organisation
        try await open.house.test { client async throws in
            let thanks = try await client.get(open.path + "/thanks")
            #expect(!thanks.text.contains("bedrijfsarts"))
            #expect(thanks.text.contains("iemand die je vertrouwt"))
        }
        try await open.house.store.change(home.id, since: home.version, by: nil) { organisation in
            organisation.helpChannels = [.init(name: ["nl": "Vertrouwenspersoon"], text: ["nl": "Bel Noor, 06 1234"])]
        }
        try await open.house.test { client async throws in
            #expect(try await client.get(open.path + "/thanks").text.contains("Bel Noor, 06 1234"))
        }
    }

    @Test func `the script hears the same in JSON`() async throws {
        let open = try await OpenHouse(House())
        try await open.house.test { client in
            let first = try await open.send([("code", open.codes[0])], client, asScript: true)
            #expect((first.status, first.text) == (.ok, #"{"state":"stored"}"#))
            let second = try await open.send([("code", open.codes[0])], client, asScript: true)
            #expect(second.status == .conflict)
            #expect(second.text.hasPrefix(#"{"state":"used""#))
            let wrong = try await open.send([("code", "AAAA-AAAB")], client, asScript: true, lang: "en")
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains(#""field":"code""#))
        }
    }

    @Test func `a forged code keeps what was typed and says where to look`() async throws {
        let open = try await OpenHouse(House())
        // The right check character, but no card bears it.
        let forged = try #require(
            ["2222-2222", "3333-3333", "4444-4444"].first { EntryCode($0) != nil } ?? "2222-2222")
        try await open.house.test { client in
            let page = try await open.send([("code", forged), (open.items[0], "3")], client)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("value=\"\(forged)\""))
            #expect(page.text.contains("name=\"\(open.items[0])\" value=\"3\" checked"))
            #expect(page.text.contains("Fout:"))
        }
    }

    @Test func `a code of another wave is unknown here`() async throws {
        let house = try await House()
        let one = try await OpenHouse(house)
        let other = try await OpenHouse(house)
        try await house.test { client in
            let page = try await other.send([("code", one.codes[0])], client, asScript: true)
            #expect(page.status == .unprocessableContent)
        }
    }

    @Test func `invented items and values are refused whole`() async throws {
        let open = try await OpenHouse(House())
        try await open.house.test { client in
            for field in [("verzonnen", "1"), (open.items[0], "99")] {
                let page = try await open.send([("code", open.codes[0]), field], client)
                #expect(page.status == .unprocessableContent)
            }
            #expect(try await open.send([("code", open.codes[0])], client).status == .seeOther)
        }
    }

    @Test func `a body over 64 KB is refused, and the page says so`() async throws {
        let open = try await OpenHouse(House())
        try await open.house.test { client in
            let page = try await open.send([("code", String(repeating: "x", count: 65_600))], client)
            #expect(page.status == .contentTooLarge)
            #expect(page.text.contains("Er is niets bewaard"))
        }
    }

    @Test func `before opening and after the end a page says what is the case`() async throws {
        let house = try await House()
        let draft = try house.store.draft("Meting", pack: "pulse", in: house.organisation)
        try await house.store.add(draft)
        try await house.test { client in
            let early = try await client.execute(
                uri: "/m/\(draft.slug)", method: .get, headers: [.acceptLanguage: "nl"])
            #expect(early.text.contains("nog niet begonnen"))
            let unknown = try await client.execute(uri: "/m/nergens", method: .get)
            #expect(unknown.status == .notFound)
        }
    }

    @Test func `a withdrawn wave says that nobody read anything`() async throws {
        let open = try await OpenHouse(House())
        try await open.house.store.withdraw(open.wave.id, in: open.house.organisation.id)
        try await open.house.test { client in
            let page = try await client.execute(uri: open.path, method: .get, headers: [.acceptLanguage: "nl"])
            #expect(page.text.contains("Alle antwoorden zijn vernietigd"))
            let late = try await open.send([("code", open.codes[0])], client)
            #expect(late.status == .forbidden && late.text.contains("Deze meting is gestopt. Er is niets bewaard."))
        }
    }

    @Test(arguments: ["privacy", "accessibility", "server", "safety"])
    func `what one may want to know first stands in both languages`(part: String) async throws {
        let open = try await OpenHouse(House())
        try await open.house.test { client in
            var texts: [String] = []
            for language in ["nl", "en"] {
                let page = try await client.execute(uri: "\(open.path)/\(part)?lang=\(language)", method: .get)
                #expect(page.status == .ok)
                #expect(!page.text.contains("⟦"))
                #expect(page.text.contains("<html lang=\"\(language)\""))
                texts.append(page.text)
            }
            #expect(texts[0] != texts[1])
        }
    }
}
