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

@testable import Web

/// The page on which forms of paper are typed.
@Suite struct TypingTests {
    private func open(_ pack: String = "pulse", forms: Int = 3) async throws -> OpenHouse {
        let asking = try PackFolder(House.root.appendingPathComponent("Tests/Packs/asking").path).files()
        let open = try await OpenHouse(House { $0.packs.append(asking) }, pack: pack)
        let (store, home, wave) = (open.house.store, open.house.organisation, open.wave)
        try await store.change(home.id, since: home.version, by: nil) { $0.council = .none }
        guard forms > 0 else { return open }
        let decision = try Decision(
            id: .random(), kind: .paper, subject: "Wie typt", askedBy: .named("Noor"),
            agreements: [.init(role: .staffMeeting, day: Day(2026, 10, 1))], decidedOn: Day(2026, 10, 1),
            text: "Samen.", language: .dutch, typists: [.named("Joke")],
            waves: [.init(wave)])
        try await store.record(decision, by: nil, in: home.id)
        let batches = try await store.batches(for: wave.id, in: home.id)
        try await store.addCards(
            forms, to: batches[0].block, of: wave.id, onPaper: true, in: home.id, since: batches.count)
        return open
    }

    @Test func `it is one document for everybody, without account, cookie or code, in each language of the wave`()
        async throws
    {
        let open = try await open()
        let hr = try await open.house.visitor(.hr)
        try await open.house.test { client async throws in
            let path = open.path + "/paper"
            let page = try await client.get(path)
            #expect(page.status == .ok && page.headers[.setCookie] == nil && !page.text.contains("⟦"))
            #expect(try await hr.get(path, client).text == page.text)
            #expect(!page.text.contains("Joke") && !page.text.contains("name=\"token\""))
            for language in ["en", "fr", "nl-x-plain"] {
                let other = try await client.get("\(path)?lang=\(language)")
                #expect(other.text.contains("<html lang=\"\(language)\"") && !other.text.contains("⟦"))
            }
        }
    }

    @Test func `it has each question with the number and the digits of the form`() async throws {
        let open = try await open("asking")
        try await open.house.test { client async throws in
            let page = try await client.get(open.path + "/paper").text
            let rows = page.matches(of: /<li data-number="(\d+)" data-field="([^"]+)"/).map { "\($0.1) \($0.2)" }
            #expect(rows == ["1 staff-group", "2 rhythm-nights", "3 nights-sleep", "4 stove-heat", "5 better"])
            #expect(page.contains("data-key=\"2\" data-value=\"kitchen\""))
            #expect(
                page.contains("data-field=\"stove-heat\"")
                    && page.contains("data-only=\"staff-group\" data-answers=\"kitchen\""))
            #expect(page.contains("data-only=\"rhythm-nights\" data-answers=\"2 3\""))
            #expect(page.contains("data-condition=\"Alleen als je bij vraag 1 koos: 2 (Keuken).\""))
        }
    }

    @Test func `without forms it is missing, as is an address that no wave has`() async throws {
        let open = try await open(forms: 0)
        try await open.house.test { client async throws in
            let none = try await client.get(open.path + "/paper")
            #expect(none.status == .notFound && none.text.contains("Van deze meting zijn er geen papieren formulieren"))
            #expect(try await client.get("/m/2222/paper").status == .notFound)
        }
    }

    @Test func `from the moment that forms are made until the wave is over it can be typed, and then the page says so`()
        async throws
    {
        let open = try await open()
        try await open.house.test { client async throws in
            #expect(try await client.get(open.path + "/paper").text.contains("data-module=\"typing\""))
            try await open.house.store.close(open.wave.id, in: open.house.organisation.id)
            let page = try await client.get(open.path + "/paper")
            #expect(page.status == .ok && !page.text.contains("data-module=\"typing\""))
            #expect(
                page.text.contains("uiterlijk op de laatste dag zelf") && page.text.contains("De meting is gesloten"))
        }
    }

    @Test func `who answers reads about paper where forms were made, and nowhere else`() async throws {
        let (paper, cards) = (try await open(), try await open(forms: 0))
        let told = [
            "/privacy": "Op een papieren formulier staan je antwoorden",
            "/server": "Wie je formulier typt, leest wat erop staat",
            "/safety": "Doe je mee op papier",
        ]
        for (house, isTold) in [(paper, true), (cards, false)] {
            try await house.house.test { client async throws in
                for (part, text) in told {
                    let page = try await client.get(house.path + part).text
                    #expect(page.contains(text) == isTold && !page.contains("⟦"), "\(part)")
                }
            }
        }
    }

    @Test func `what it loads is its own, and the questionnaire on a phone loads none of it`() async throws {
        let open = try await open()
        try await open.house.test { client async throws in
            let page = try await client.get(open.path + "/paper").text
            #expect(page.contains("/assets/typing-") && !page.contains("/assets/answer-"))
            #expect(try await !client.get(open.path).text.contains("/assets/typing-"))
        }
    }
}
