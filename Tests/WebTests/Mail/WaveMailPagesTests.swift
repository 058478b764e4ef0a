import Core
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@testable import Web

/// What hr says about a wave to everybody alike, and how somebody gets no more of it.
@Suite struct WaveMailPagesTests {
    private func house() async throws -> (House, Wave) {
        let house = try await House()
        try await house.addUnits("path;headcount\nZorg;30\n")
        let wave = try await house.openWave("Najaar")
        try await house.addMember("Anna & co", email: "anna@linde.example", ["Zorg"])
        try await house.addMember("Bram", ["Zorg"])
        return (house, wave)
    }

    @Test func `hr looks at the text and the number, and it goes once`() async throws {
        let (house, wave) = try await house()
        let (hr, path) = (try await house.visitor(.hr), Paths.wave(wave.id, "mail"))
        try await house.test { client async throws in
            #expect(try await hr.get(Paths.wave(wave.id), client).text.contains(path))
            let page = try await hr.get("\(path)?kind=open&giver=Ria+van+de+receptie", client).text
            #expect(page.contains("Je kaartje met een code krijg je van Ria van de receptie."))
            #expect(page.contains("Verstuur naar een adres"))
            let fields = [("kind", "open"), ("giver", "Ria"), ("readers", "2")]
            let changed = try await hr.post(path, fields, client)
            #expect(changed.status == .unprocessableContent && changed.text.contains("Intussen veranderde"))
            let right = [("kind", "open"), ("giver", "Ria"), ("readers", "1")]
            #expect(try await hr.post(path, right, client).status == .seeOther)
            #expect(try await hr.post(path, right, client).status == .unprocessableContent)
            #expect(try await hr.get(path, client).text.contains("Verstuurd op"))
        }
        let sent = try await house.store.messages(areFailed: false, in: house.organisation.id, most: 9)
        let message = try #require(sent.first?.message)
        #expect(sent.count == 1 && message.subject == "De meting “Najaar” is open")
        #expect(message.text.contains("Dag Anna & co,") && message.text.contains("van Ria."))
        #expect(message.text.contains("Read this in English: http"))
        let codes = try await house.codes(of: wave)
        for code in codes.values.joined() { #expect(!message.text.contains(code)) }
    }

    @Test func `a program that looks the address up ends nothing, and one press does`() async throws {
        let (house, _) = try await house()
        let home = house.organisation.id
        let path = Paths.mailRefusal(try #require(try await house.store.mailReaders(in: home).first?.refusal))
        try await house.test { client async throws in
            let page = try await client.get(path)
            #expect(page.status == .ok && page.text.contains("De Linde") && !page.text.contains("Anna"))
            #expect(try await house.store.mailReaders(in: home).count == 1)
            let ended = try await client.send(path, [("List-Unsubscribe", "One-Click")])
            #expect(ended.status == .seeOther)
            #expect(try await house.store.mailReaders(in: home).isEmpty)
            #expect(try await client.get(path).text.contains("name=\"again\""))
            #expect(try await client.send(path, [("again", "1")]).status == .seeOther)
            #expect(try await house.store.mailReaders(in: home).count == 1)
            #expect(try await client.get(path + "0").status == .notFound)
            #expect(try await client.send(path.replacing(".", with: "-"), []).status == .notFound)
        }
    }
}
