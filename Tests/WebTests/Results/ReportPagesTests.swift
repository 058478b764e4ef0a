import Core
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@testable import Web

/// What is made of the report beside its first page: branches, slides, sheets and posters.
@Suite struct ReportPagesTests {
    private func group(_ name: String, of told: Told) async throws -> Int {
        let groups = try await told.house.store.groups(of: told.wave.id, in: told.house.organisation.id)
        return try #require(groups.first { $0.label == name }?.position)
    }

    @Test func `a branch has an address of its own, with its teams below it and the way back`() async throws {
        let told = try await Told()
        let (care, visitor) = (try await group("Zorg", of: told), try await told.house.visitor(.hr))
        try await told.house.test { client async throws in
            let page = try await visitor.get("\(told.path)/\(care)", client).page
            #expect(page.headings.first == "Zorg: wat we samen zeggen")
            #expect(page.rowHeads == ["Zorg", "Hof", "Veld"])
            #expect(page.links.contains(told.path))
            #expect(page.texts.contains { $0.hasPrefix("± 65 collega’s vulden de vragenlijst in.") })
        }
    }

    @Test func `a leader reads the own team and no other, whatever number is typed`() async throws {
        let told = try await Told()
        let (own, leader) = (try await group("Hof", of: told), try await told.leader(of: "Hof"))
        let count = try await told.house.store.groups(of: told.wave.id, in: told.house.organisation.id).count
        try await told.house.test { client async throws in
            for group in [-1] + Array(0...count) {
                for part in ["", "/slides", "/sheet", "/sheets"] {
                    let answer = try await leader.get("\(told.path)/\(group)\(part)", client)
                    let isTheirs = group == 0 || group == own
                    #expect(answer.status == (isTheirs ? .ok : .notFound), "\(group)\(part)")
                    if isTheirs {
                        for name in ["Veld", "Keuken"] { #expect(!answer.text.contains(name), "\(group)\(part)") }
                    }
                }
            }
            #expect(try await leader.get("\(told.path)/x", client).status == .notFound)
            let page = try await leader.get(told.path, client).page
            #expect(page.source.contains("href=\"\(told.path)/\(own)\">Naar jouw team: <bdi>Hof</bdi></a>"))
            // A table of one team has no order.
            #expect(!page.links.contains { $0.contains("sort=") })
            let hr = try await told.house.visitor(.hr)
            let all = try await hr.get(told.path, client).page
            #expect(!all.source.contains("Naar jouw team") && all.links.contains { $0.contains("sort=") })
        }
    }

    @Test func `the table is put in order by a theme, with what is hidden last`() async throws {
        let told = try await Told(["Hof": (30, 4), "Veld": (34, 2)])
        let visitor = try await told.house.visitor(.hr)
        let rest = "Keuken en Receptie"
        let expected = [
            "": ["De Linde", "Zorg", "Hof", "Veld", rest], "?sort=joy": ["De Linde", "Zorg", "Veld", "Hof", rest],
            "?sort=-joy": ["De Linde", "Zorg", "Hof", "Veld", rest],
            "?sort=nothing": ["De Linde", "Zorg", "Hof", "Veld", rest],
        ]
        try await told.house.test { client async throws in
            for (query, rows) in expected {
                #expect(try await visitor.get(told.path + query, client).page.rowHeads == rows, "\(query)")
            }
        }
    }

    @Test func `slides show what stands out, the themes and the five questions`() async throws {
        let told = try await Told()
        let visitor = try await told.house.visitor(.hr)
        try await told.house.test { client async throws in
            let page = try await visitor.get("\(told.path)/0/slides", client).page
            for text in [
                "De Linde", "85 van de 98 collega’s deden mee. Niemand kan zien wie wat heeft gezegd.",
                "Hier zijn we sterk in", "Hier moeten we over praten", "Alle thema’s", "Vijf vragen om over te praten",
                "Herkennen we dit?", "En nu?",
            ] { #expect(page.texts.contains(text), "\(text)") }
        }
    }

    @Test func `a team of which nothing is shown gets a sheet with the figures that it is part of`() async throws {
        let told = try await Told(["Hof": (30, 4), "Veld": (34, 2), Told.both: (5, 5)])
        let (small, visitor) = (try await group(Told.both, of: told), try await told.house.visitor(.hr))
        try await told.house.test { client async throws in
            let page = try await visitor.get("\(told.path)/\(small)/sheet", client).page
            #expect(page.texts.contains { $0.contains("Dit zijn de cijfers van De Linde") })
            #expect(page.texts.contains("Gespreksblad van Keuken en Receptie"))
            let all = try await visitor.get("\(told.path)/0/sheets", client).page
            for name in ["Hof", "Veld", "Keuken en Receptie"] {
                #expect(all.texts.contains("Gespreksblad van \(name)"), "\(name)")
            }
        }
    }

    @Test func `the sheet of a hidden team has the figures of its unit only where everybody was promised these`()
        async throws
    {
        for (sharing, whose) in [(Wave.Sharing.totals, "De Linde"), (.units, "Zorg")] {
            let told = try await Told(["Hof": (5, 2), "Veld": (30, 4), Told.both: (20, 3)], sharing: sharing)
            let (hidden, visitor) = (try await group("Hof", of: told), try await told.house.visitor(.hr))
            try await told.house.test { client async throws in
                for path in ["\(hidden)/sheet", "0/sheets"] {
                    let page = try await visitor.get("\(told.path)/\(path)", client).page
                    #expect(page.texts.contains { $0.contains("Dit zijn de cijfers van \(whose):") }, "\(path)")
                    let other = whose == "Zorg" ? "De Linde" : "Zorg"
                    #expect(path == "0/sheets" || !page.texts.contains { $0.contains("cijfers van \(other):") })
                    #expect(page.texts.contains { $0.hasPrefix("Gemiddelde van 1 tot 5") })
                }
            }
        }
    }

    @Test func `a poster names the promised day until everybody can read, and never a figure`() async throws {
        let closed = try await Told(until: .closed)
        let visitor = try await closed.house.visitor(.hr)
        let words = try Words(House.root.appendingPathComponent("Locales"))
        let day = Speech(words: words, language: .dutch).date(closed.wave.resultsOn)
        try await closed.house.test { client async throws in
            let page = try await visitor.get("/waves/\(closed.wave.id)/posters", client).page
            #expect(page.texts.contains("Op \(day) staat hier wat we samen vinden van ons werk. Beloofd."))
            #expect(page.texts.contains("Hof: praat mee"))
            #expect(!page.source.contains("%"))
        }
        let shared = try await Told()
        let hr = try await shared.house.visitor(.hr)
        try await shared.house.test { client async throws in
            let page = try await hr.get("/waves/\(shared.wave.id)/posters", client).page
            #expect(page.texts.contains("Dit hebben jullie gezegd"))
        }
    }

    @Test func `the page for everybody has branches only where teams were promised`() async throws {
        for sharing in Wave.Sharing.allCases {
            let told = try await Told(sharing: sharing)
            let care = try await group("Zorg", of: told)
            try await told.house.test { client async throws in
                let answer = try await client.get("/d/\(told.wave.slug)?group=\(care)")
                #expect(answer.status == (sharing == .units ? .ok : .notFound))
                #expect(answer.text.contains("Zorg") == (sharing == .units))
            }
        }
    }
}
