import Core
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Testing

@Suite struct UnitsFileTests {
    private static let list = "path;headcount\nDe Linde > Zorg > Lindehof;34\nDe Linde > Nacht;22\nDe Linde > Keuken;9"
    private static let next = "path;headcount\nDe Linde > Zorg > Lindehof;36\nDe Linde > nacht;22\nDe Linde > Tuin;4"

    private func file(_ text: String) -> SentFile { SentFile("file", name: "teams.csv", Array(text.utf8)) }

    private func kept(_ house: House) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: house.folder.appendingPathComponent("tmp").path)
    }

    private func send(_ text: String, _ hr: Visitor, _ client: any TestClientProtocol) async throws -> String {
        let answer = try await hr.upload("/admin/units/file", file(text), client)
        #expect(answer.status == .seeOther)
        return try #require(answer.headers[.location])
    }

    @Test func `a file is looked at before anything changes, and then made true`() async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        try await house.addUnits(Self.list)
        try await house.test { client async throws in
            let before = try await house.store.units(in: house.organisation.id).units
            let path = try await send(Self.next, hr, client)
            let page = try await hr.get(path, client)
            #expect(page.text.contains("1 team komt erbij"))
            #expect(page.text.contains("2 teams veranderen"))
            #expect(page.text.contains("van 34 naar 36 mensen"))
            #expect(page.text.contains("1 team wordt gearchiveerd"))
            #expect(page.text.contains("2 teams blijven zoals ze zijn"))
            #expect(try await house.store.units(in: house.organisation.id).units == before)
            let shown = try #require(page.text.between("name=\"shown\" value=\"", "\""))
            #expect(try await hr.post(path, [("shown", shown)], client).headers[.location] == "/admin/units")
            #expect(try await hr.get(path, client).status == .notFound)
        }
        let tree = try await house.store.units(in: house.organisation.id)
        #expect(tree.unit(at: ["De Linde", "Zorg", "Lindehof"])?.headcount == 36)
        #expect(tree.unit(at: ["De Linde", "nacht"])?.archivedOn == nil)
        #expect(tree.unit(at: ["De Linde", "Keuken"])?.archivedOn != nil)
        #expect(tree.unit(at: ["De Linde", "Tuin"])?.headcount == 4)
        #expect(try kept(house) == [])
    }

    @Test func `of teams that the list of staff counts it is said that the file does not`() async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        try await house.addUnits(Self.list)
        try await house.importStaff("naam;pad\nAnna;De Linde > Nacht\n")
        try await house.test { client async throws in
            let page = try await hr.get(try await send(Self.list, hr, client), client).text
            #expect(page.contains("Het aantal van 1 team komt uit de lijst van medewerkers, niet uit dit bestand"))
            #expect(page.contains("<dt>De Linde &gt; Nacht</dt><dd>1 mens</dd>"), "\(page)")
        }
    }

    @Test func `a file that rests is for its sender's eyes, and cancelling removes it`() async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        let colleague = try await house.visitor(.hr)
        try await house.test { client async throws in
            let path = try await send(Self.list, hr, client)
            #expect(try await colleague.get(path, client).status == .notFound)
            _ = try await colleague.post(path + "/removal", [], client)
            let name = try #require(try kept(house).first)
            let place = house.folder.appendingPathComponent("tmp/\(name)").path
            let found = try FileManager.default.attributesOfItem(atPath: place)
            #expect((found[.posixPermissions] as? NSNumber)?.intValue == 0o600)
            #expect(try await hr.post(path + "/removal", [], client).status == .seeOther)
            #expect(try kept(house) == [])
            #expect(try await hr.get(path, client).status == .notFound)
        }
        #expect(try await house.store.units(in: house.organisation.id).units.isEmpty)
    }

    @Test func `a file rests an hour and no longer`() async throws {
        let time = Timepiece(House.morning)
        let house = try await House { $0.clock = time.clock }
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let path = try await send(Self.list, hr, client)
            for _ in 0..<5 {
                time.pass(700)
                #expect(try await hr.get(path, client).status == .ok)
            }
            time.pass(101)
            #expect(try await hr.get(path, client).status == .notFound)
            #expect(try await hr.post(path, [("shown", "x")], client).status == .notFound)
        }
    }

    @Test func `what changed since the preview is shown before it happens`() async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        try await house.addUnits(Self.list)
        try await house.test { client async throws in
            let path = try await send(Self.next, hr, client)
            let page = try await hr.get(path, client)
            let shown = try #require(page.text.between("name=\"shown\" value=\"", "\""))
            try await house.addUnits(Self.list + "\nDe Linde > Winkel;3")
            let answer = try await hr.post(path, [("shown", shown)], client)
            #expect(answer.status == .conflict)
            #expect(answer.text.contains("2 teams worden gearchiveerd"))
            let again = try #require(answer.text.between("name=\"shown\" value=\"", "\""))
            #expect(try await hr.post(path, [("shown", again)], client).status == .seeOther)
        }
    }

    @Test(arguments: [("nl", "team;aantal"), ("en", "path;headcount")])
    func `the list that the page shows as an example is one, with the headings that it names`(
        language: String, heading: String
    ) async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let page = try await hr.get("/admin/units/file", client, language: language)
            let lines = page.page.source.matches(of: /<code>([^<]*)<\/code>/).map {
                String($0.1).replacing("&gt;", with: ">")
            }
            #expect(lines.first == heading && lines.count > 2)
            for word in heading.split(separator: ";") {
                #expect(page.page.texts.contains { $0.contains("\(word)") && $0.contains("2 MB") }, "\(word)")
            }
            let preview = try await hr.get(send(lines.joined(separator: "\n"), hr, client), client, language: language)
            #expect(preview.status == .ok && preview.text.contains("Lindehof"))
        }
    }

    @Test func `a file in an old character set is read, and said`() async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let bytes = Array("path;headcount\nCaf".utf8) + [0xE9] + Array(";12".utf8)
            let answer = try await hr.upload("/admin/units/file", SentFile("file", name: "oud.csv", bytes), client)
            let page = try await hr.get(try #require(answer.headers[.location]), client)
            #expect(page.text.contains("cp1252"))
            #expect(page.text.contains("Café"))
        }
    }

    @Test(arguments: [
        ("naam;aantal\nA;1", ["De eerste regel moet de kolommen team en aantal noemen", "Regel 1"]),
        ("path;headcount\nA;1\nB;-2\na;3", ["Regel 3: “-2” is geen aantal", "Regel 4: a staat al op regel 2"]),
        ("path;headcount", ["In dit bestand staan geen teams"]),
        ((0..<300).map { "k\($0)" }.joined(separator: ";"), ["Gevonden (300)"]),
    ])
    func `everything that is wrong with a file is said, line by line, and nothing changes`(
        text: String, told: [String]
    ) async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let page = try await hr.upload("/admin/units/file", file(text), client)
            #expect(page.status == .unprocessableContent)
            for sentence in told { #expect(page.text.contains(sentence), "\(sentence)") }
        }
        #expect(try kept(house) == [])
    }

    @Test func `no file, and one that is far too large, each get an answer`() async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let none = try await hr.upload("/admin/units/file", nil, client)
            #expect(none.status == .unprocessableContent)
            #expect(none.text.contains("Kies eerst een bestand"))
            let large = SentFile("file", name: "groot.csv", .init(repeating: 65, count: 3_000_000))
            let page = try await hr.upload("/admin/units/file", large, client)
            #expect(page.status == .contentTooLarge)
            #expect(page.text.contains("Dit is te groot"))
        }
    }
}
