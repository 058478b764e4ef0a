import Core
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Testing

@Suite struct SettingsTests {
    private let good = [
        ("name", "De Linde Wonen"), ("council", "or"), ("officer", "Fatima, privacy@delinde.example"),
        ("zone", "Europe/Brussels"), ("version", "0"), ("channel_0_name_nl", "Bedrijfsarts"),
        ("channel_0_text_nl", "Bel 0123"), ("channel_2_name_nl", "Vertrouwenspersoon"),
        ("channel_2_text_nl", "Mail Anne"), ("channel_2_name_en", "Confidential adviser"),
        ("channel_2_text_en", "Mail Anne"),
    ]

    @Test func `settings are kept, without the rows that were left empty`() async throws {
        let house = try await House()
        let admin = try await house.visitor(.admin)
        try await house.test { client async throws in
            #expect(try await admin.post("/admin/settings", good, client).status == .seeOther)
            let page = try await admin.get("/admin/settings", client)
            #expect(page.text.contains("value=\"De Linde Wonen\""))
            #expect(page.text.contains("name=\"channel_1_name_nl\" value=\"Vertrouwenspersoon\""))
            #expect(page.text.contains("name=\"channel_2_name_nl\" value=\"\""))
        }
        let home = try await house.store.organisation(house.organisation.id)
        #expect(home.zone.identifier == "Europe/Brussels")
        #expect(home.council == .worksCouncil)
        #expect(home.helpChannels.map { $0.name["nl"] } == ["Bedrijfsarts", "Vertrouwenspersoon"])
        #expect(home.helpChannels.map { $0.text["en"] } == [nil, "Mail Anne"])
    }

    @Test func `after a form that was kept, the next page says so once`() async throws {
        let house = try await House()
        let admin = try await house.visitor(.admin)
        try await house.test { client async throws in
            let kept = try await admin.post("/admin/settings", good, client)
            let note = try #require(kept.headers[.setCookie]?.split(separator: ";").first)
            var headers = admin.headers
            headers[.cookie] = (headers[.cookie] ?? "") + "; \(note)"
            let page = try await client.execute(uri: "/admin/settings", method: .get, headers: headers)
            #expect(page.text.contains("role=\"status\">Gelukt. Het is bewaard.</p>"))
            #expect(page.headers[.setCookie]?.hasPrefix("done=;") == true)
            headers[.cookie] = (admin.headers[.cookie] ?? "") + "; done=erased"
            let erased = try await client.execute(uri: "/admin/settings", method: .get, headers: headers)
            #expect(erased.text.contains("De persoon is gewist. In een reservekopie staat de naam nog hooguit 14 "))
            #expect(!(try await admin.get("/admin/settings", client).text.contains("Gelukt.")))
            let refused = try await admin.post("/admin/settings", [("name", "")], client)
            #expect(refused.headers[.setCookie] == nil)
        }
    }

    @Test func `what is wrong stands beside its field, and what was typed stays`() async throws {
        let house = try await House()
        let admin = try await house.visitor(.admin)
        try await house.test { client async throws in
            let fields = [
                ("name", " "), ("council", "x"), ("zone", "Mars/Base"), ("officer", "Fatima"), ("version", "0"),
                ("channel_0_name_nl", "Bedrijfsarts"), ("channel_1_text_en", "Mail"),
            ]
            let page = try await admin.post("/admin/settings", fields, client)
            #expect(page.status == .unprocessableContent)
            for told in ["Vul de naam van je organisatie in", "Kies een tijdzone", "Vul in hoe je hier terechtkunt"] {
                #expect(page.text.contains(told), "\(told)")
            }
            #expect(page.text.contains("name=\"officer\" value=\"Fatima\""))
            #expect(page.text.contains("name=\"channel_0_name_nl\" value=\"Bedrijfsarts\""))
            #expect(page.text.contains("href=\"#channel_0_text_nl\""))
        }
        #expect(try await house.store.organisation(house.organisation.id).version == 0)
    }

    @Test func `of two who save the second sees what the first saved, and may still choose`() async throws {
        let house = try await House()
        let admin = try await house.visitor(.admin)
        try await house.test { client async throws in
            _ = try await admin.post("/admin/settings", good, client)
            // This form was opened before there was any help to name.
            let mine = good.filter { !$0.0.hasPrefix("channel") }.map { $0.0 == "officer" ? ($0.0, "Karel") : $0 }
            let page = try await admin.post("/admin/settings", mine, client)
            #expect(page.status == .conflict)
            #expect(page.text.contains("Fatima, privacy@delinde.example"))
            #expect(page.text.contains("name=\"officer\" value=\"Karel\""))
            let version = try #require(page.text.between("name=\"version\" value=\"", "\""))
            #expect(page.text.contains("Bedrijfsarts (Bel 0123)"))
            let offered = page.text.matches(of: /name="(channel_[^"]*)" value="([^"]*)"/).map {
                (String($0.1), String($0.2))
            }
            let again = mine.map { $0.0 == "version" ? ($0.0, version) : $0 } + offered
            #expect(try await admin.post("/admin/settings", again, client).status == .seeOther)
        }
        let home = try await house.store.organisation(house.organisation.id)
        #expect(home.officer == "Karel")
        #expect(home.helpChannels.map { $0.name["nl"] } == ["Bedrijfsarts", "Vertrouwenspersoon"])
    }

    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 1, 2, 3]

    @Test func `a logo is shown to everybody, and can be taken away`() async throws {
        let house = try await House()
        let admin = try await house.visitor(.admin)
        try await house.test { client async throws in
            let file = SentFile("logo", name: "logo.png", Self.png)
            #expect(try await admin.upload("/admin/settings/logo", file, client).status == .seeOther)
            let logo = try await client.get("/logo/linde")
            #expect(logo.headers[.contentType] == "image/png")
            #expect(Array(buffer: logo.body) == Self.png)
            #expect(try await admin.get("/admin/settings", client).text.contains("src=\"/logo/linde\""))
            #expect(try await admin.post("/admin/settings/logo/removal", [], client).status == .seeOther)
            #expect(try await client.get("/logo/linde").status == .notFound)
        }
    }

    @Test(arguments: [
        (Array("<svg onload=\"x\"></svg>".utf8), "Dit is geen png of jpg"), ([], "Kies eerst een plaatje"),
        (SettingsTests.png + .init(repeating: 0, count: 204_800), "Dit plaatje is te groot"),
        (Array("\u{89}PNG".utf8), "Dit is geen png of jpg"),
    ])
    func `a logo that is no small picture is refused`(bytes: [UInt8], told: String) async throws {
        let house = try await House()
        let admin = try await house.visitor(.admin)
        try await house.test { client async throws in
            let file = SentFile("logo", name: bytes.isEmpty ? "" : "logo.png", bytes)
            let page = try await admin.upload("/admin/settings/logo", file, client)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains(told))
        }
        #expect(try await house.store.organisation(house.organisation.id).logo == nil)
    }
}
