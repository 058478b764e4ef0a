import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Store
import Support
import Surveys
import Testing

@testable import Web

@Suite struct KeptPagesTests {
    private struct File: Decodable {
        struct Part: Decodable {
            let kind: String
            let told: [String]
            let came_from: [String]
            let goes: String
            let erasing: String
        }
        let organisation: String
        let name: String
        let kept: [Part]
    }

    private func house() async throws -> (House, Visitor, Member.ID) {
        let house = try await House()
        try await house.addUnits("path;headcount\nLinde > Zorg;0\nLinde > Nacht;40\n")
        let id = try await house.addMember(
            "Anna Zwart", number: "0042", email: "anna@linde.example", ["Linde", "Zorg"])
        return (house, try await house.visitor(.hr), id)
    }

    @Test func `hr reads in words what is kept, and comes to it from the page of the person`() async throws {
        let (house, hr, id) = try await house()
        let wave = try await house.draftWave("Najaar")
        let decision = try Decision(
            id: .random(), kind: .other, subject: "Koffie", askedBy: .named("Anna Zwart"),
            agreements: [.init(role: .hr, day: Day(2026, 10, 1))],
            decidedOn: Day(2026, 10, 1), text: "Ja.", language: .dutch)
        try await house.store.record(decision, by: nil, in: house.organisation.id)
        try await house.store.noteReading(of: wave.id, by: "Anna Zwart", account: nil, in: house.organisation.id)
        try await house.test { client async throws in
            #expect(try await hr.get("/admin/members/\(id)", client).page.links.contains("/admin/members/\(id)/kept"))
            let answer = try await hr.get("/admin/members/\(id)/kept", client)
            let text = answer.text
            #expect(answer.page.headings == ["Wat we van Anna Zwart bewaren"])
            #expect(answer.page.otherLanguage != nil && text.contains("Wie ziet dit?"))
            for told in [
                "Personeelsnummer 0042, e-mailadres anna@linde.example", "Linde &gt; Zorg", "Getypt door de server op",
                "Elke regel na twee jaar. Het oudste is weg vanaf",
            ] {
                #expect(text.lowercased().contains(told.lowercased()), "\(told)")
            }
            #expect(!text.contains("Onder dezelfde naam"))
        }
    }

    @Test func `the file holds what the page tells`() async throws {
        let (house, hr, id) = try await house()
        try await house.test { client async throws in
            let page = try await hr.get("/admin/members/\(id)/kept", client).page
            let answer = try await hr.get("/admin/members/\(id)/kept.json", client)
            #expect(answer.headers[.contentType] == "application/json")
            #expect(answer.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            let file = try JSONDecoder().decode(File.self, from: Data(answer.body.readableBytesView))
            #expect(file.name == "Anna Zwart" && file.organisation == "linde")
            #expect(file.kept.map(\.kind) == ["name", "staff", "work", "about"])
            for part in file.kept {
                for told in part.told + part.came_from + [part.goes, part.erasing] {
                    #expect(page.texts.contains(told), "\(told)")
                }
            }
        }
    }

    @Test(arguments: [Role.leader, .board, .council, .facilitator, .researcher])
    func `nobody else finds it`(role: Role) async throws {
        let (house, _, id) = try await house()
        let unit = try await house.store.units(in: house.organisation.id).roots.first?.id
        let visitor = try await house.visitor(role, unit: role == .leader ? unit : nil)
        let other = try await house.store.addOrganisation("els", name: "De Els")
        let stranger = try await house.visitor(.hr, in: other)
        try await house.test { client async throws in
            for path in ["kept", "kept.json", "erasure"] {
                for somebody in [visitor, stranger] {
                    let answer = try await somebody.get("/admin/members/\(id)/\(path)", client)
                    #expect(answer.status == .notFound && !answer.text.contains("Zwart"))
                }
            }
            #expect(try await stranger.post("/admin/members/\(id)/erasure", [], client).status == .notFound)
        }
        #expect(try await house.store.allMembers(in: house.organisation.id).count == 1)
    }

    @Test func `who is erased goes after a page that says what goes and what stays`() async throws {
        let (house, hr, id) = try await house()
        let namesake = try await house.addMember("Anna Zwart")
        let council = try await house.visitor(.council)
        try await house.test { client async throws in
            #expect(try await hr.get("/admin/members/\(id)/kept", client).text.contains("staat hier nog iemand"))
            let page = try await hr.get("/admin/members/\(id)/erasure", client).text
            #expect(page.contains("Er is nog niets veranderd") && page.contains("anna@linde.example"))
            #expect(page.contains("Wat blijft, als van") && page.contains("weefsel erase-person NAAM --dry-run"))
            #expect(try await house.store.allMembers(in: house.organisation.id).count == 2)
            let answer = try await hr.post("/admin/members/\(id)/erasure", [], client)
            #expect(answer.status == .seeOther && answer.headers[.location] == "/admin/members")
            #expect(answer.headers[.setCookie]?.hasPrefix("done=erased;") == true)
            #expect(try await hr.get("/admin/members/\(id)/kept", client).status == .notFound)
            #expect(try await house.store.allMembers(in: house.organisation.id).map(\.id) == [namesake])
            #expect(try await council.get("/admin/log", client).text.contains("Persoon gewist"))
        }
        #expect(try await house.headcount("Linde", "Zorg") == 0)
    }

    @Test func `who carried out the list stands where the list is named`() async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let file = SentFile("file", name: "lijst.csv", Array("naam;afdeling\nBram Wit;Zorg\n".utf8))
            let path = try #require(
                try await hr.upload("/admin/members/file", file, client).headers[.location])
            let shown = try await hr.get(path, client).text.between("name=\"shown\" value=\"", "\"") ?? ""
            _ = try await hr.post("\(path)/members", [("shown", shown)], client)
            let member = try #require(try await house.store.allMembers(in: house.organisation.id).first)
            let page = try await hr.get("/admin/members/\(member.id)/kept", client, language: "en").text
            #expect(page.contains("What we keep of Bram Wit"))
            #expect(
                page.contains("From the list of staff of Monday 5 October 2026, carried out by \(hr.name)."), "\(page)")
        }
    }
}
