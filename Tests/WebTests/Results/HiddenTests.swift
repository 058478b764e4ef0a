import Core
import Foundation
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@testable import Web

/// What the pages keep to themselves.
@Suite struct HiddenTests {
    @Test func `a team of which three answered never shows a figure, to nobody`() async throws {
        let told = try await Told(
            ["Hof": (3, 1), "Veld": (34, 4), Told.both: (20, 4)], sharing: .units)
        let hr = try await told.house.visitor(.hr)
        let leader = try await told.leader(of: "Hof")
        try await told.house.test { client async throws in
            for page in [
                try await hr.get(told.path, client).page, try await leader.get(told.path, client).page,
                try await client.get("/d/\(told.wave.slug)").page,
            ] {
                #expect(page.rowHeads.contains("Hof"))
                #expect(page.row("Hof").allSatisfy { !$0.contains(where: \.isNumber) })
                #expect(page.row("De Linde").contains { $0.contains(where: \.isNumber) })
                // What all three said.
                #expect(!page.texts.contains { ["1,0", "≤ 1,5", "± 5"].contains($0) })
            }
            for visitor in [hr, leader] {
                let text = try await visitor.get(told.path + ".json", client).text
                let document = try JSONDecoder().decode(ReadDocument.self, from: Data(text.utf8))
                let team = try #require(document.units.first { $0.path.last == "Hof" })
                #expect(team.n == nil)
                #expect(team.themes.allSatisfy { $0.mean == nil && $0.n == nil && $0.reason == "hidden" })
            }
        }
    }

    @Test func `hidden for being small and hidden for a neighbour read the same`() async throws {
        let told = try await Told(["Hof": (5, 2), "Veld": (30, 4), Told.both: (20, 3)])
        let visitor = try await told.house.visitor(.council)
        try await told.house.test { client async throws in
            let text = try await visitor.get(told.path + ".json", client).text
            let document = try JSONDecoder().decode(ReadDocument.self, from: Data(text.utf8))
            let reasons = ["Hof", "Veld"].map { name in
                document.units.first { $0.path.last == name }?.themes.first?.reason
            }
            #expect(reasons == ["hidden", "hidden"])

            let page = try await visitor.get(told.path, client).page
            #expect(page.row("Hof") == ["Verborgen. Telt mee bij Zorg."])
            #expect(page.row("Veld") == page.row("Hof"))
        }
    }

    @Test func `a team that is hidden for its neighbour is not told that it has too few answers`() async throws {
        let told = try await Told(["Hof": (5, 2), "Veld": (30, 4), Told.both: (20, 3)])
        let leader = try await told.leader(of: "Veld")
        let groups = try await told.house.store.groups(of: told.wave.id, in: told.house.organisation.id)
        let group = try #require(groups.first { $0.label == "Veld" }).position
        let why =
            "hier of bij een team ernaast zijn er minder dan 8 antwoorden. Welk van de twee, vertellen we niet."
            + " De antwoorden van dit team tellen mee bij De Linde."
        try await told.house.test { client async throws in
            let page = try await leader.get("\(told.path)/\(group)", client)
            #expect(page.status == .ok && page.text.contains(why), "\(page.page.texts)")
            #expect(!page.text.contains("Er zijn te weinig antwoorden om"))
            #expect(page.page.texts.contains("Waarom verborgen?"))
        }
    }

    /// Whoever joins in skips the last theme, but for so many of each team.
    private func skipped(_ counts: [String: (people: Int, joy: Int)]) async throws -> Told {
        let house = try await House()
        return try await Told(counts.mapValues { (people: $0.people, value: 4) }, sharing: .units, in: house) {
            told, block, number in
            number < counts[block, default: (0, 0)].joy ? told : Array(told.dropLast()) + [nil]
        }
    }

    @Test func `a cell says only where its own theme is told`() async throws {
        // Of the care only six answered the last question, so that it is told of the whole at best.
        let some = try await skipped(["Hof": (30, 3), "Veld": (34, 3), Told.both: (21, 21)])
        let none = try await skipped(["Hof": (30, 3), "Veld": (34, 3), Told.both: (21, 0)])
        for (told, reason) in [
            (some, "Verborgen. Telt mee bij De Linde."), (none, "Verborgen om herkenning te voorkomen."),
        ] {
            let hr = try await told.house.visitor(.hr)
            try await told.house.test { client async throws in
                for page in [
                    try await hr.get(told.path, client).page, try await client.get("/d/\(told.wave.slug)").page,
                ] {
                    for name in ["Zorg", "Hof", "Veld"] {
                        let row = page.row(name)
                        #expect(row.contains("4,0") && row.contains(reason), "\(name): \(row)")
                        #expect(!row.contains("Verborgen. Telt mee bij Zorg."), "\(name)")
                    }
                    #expect(!page.texts.contains { $0.contains("Telt mee in de rij") })
                }
            }
        }
    }

    @Test func `where fewer than the threshold answered, nothing is told but how many`() async throws {
        let told = try await Told(["Hof": (4, 2), "Veld": (3, 4)], sharing: .units)
        let visitor = try await told.house.visitor(.hr)
        try await told.house.test { client async throws in
            for page in [
                try await visitor.get(told.path, client).page, try await client.get("/d/\(told.wave.slug)").page,
            ] {
                let few =
                    "Er zijn te weinig antwoorden om thema’s te laten zien."
                    + " Dat kan vanaf 8 antwoorden, zodat niemand te herkennen is."
                let leads = [
                    "7 van de 98 collega’s vulden de vragenlijst in (7%). \(few)",
                    "7 van de 98 collega’s deden mee. Dank jullie wel. \(few)",
                ]
                #expect(page.texts.count(where: leads.contains) == 1)
                #expect(!page.source.contains("class=\"lik\""))
                for name in page.rowHeads.dropFirst() {
                    #expect(page.row(name).allSatisfy { !$0.contains(where: \.isNumber) }, "\(name)")
                }
            }
        }
    }

    @Test func `a wave that nobody answered has a page`() async throws {
        let told = try await Told([:], sharing: .units)
        let visitor = try await told.house.visitor(.hr)
        try await told.house.test { client async throws in
            let page = try await visitor.get(told.path, client)
            #expect(page.status == .ok)
            #expect(!page.text.contains("⟦") && !page.text.lowercased().contains("nan"))
            #expect(try await client.get("/d/\(told.wave.slug)").status == .ok)
        }
    }

    /// Every page of the team Veld, without what the browser alone reads, and the files of its wave.
    private func read(_ veld: Int, _ language: String) async throws -> (pages: [[String]], files: [String]) {
        let told = try await Told(["Hof": (25, 4), "Veld": (veld, 4)], sharing: .units)
        let hr = try await told.house.visitor(.hr)
        let groups = try await told.house.store.groups(of: told.wave.id, in: told.house.organisation.id)
        let group = try #require(groups.firstIndex { $0.label == "Veld" })
        let shelf = Shelf()
        try await told.house.test { client async throws in
            for path in [
                "\(told.path)/\(group)", "\(told.path)/\(group)/slides", "\(told.path)/\(group)/sheet",
                "/d/\(told.wave.slug)?group=\(group)",
            ] {
                let answer = try await hr.get(path, client, language: language)
                #expect(answer.status == .ok, "\(path)")
                await shelf.add(page: answer.page.texts)
            }
            for kind in ["spreadsheet.csv", "analysis.csv"] {
                await shelf.add(file: try await hr.get("\(told.path)/files/\(kind)", client, language: language).text)
            }
        }
        return await (shelf.pages, shelf.files)
    }

    private actor Shelf {
        var pages: [[String]] = []
        var files: [String] = []
        func add(page: [String]) { pages.append(page) }
        func add(file: String) { files.append(file) }
    }

    @Test(arguments: [("nl", "Niemand gaf hier antwoord op."), ("en", "Nobody answered this.")])
    func `a team that nobody answered in reads as one of which two did, on every page and in files`(
        language: String, nobody: String
    ) async throws {
        let (few, none) = (try await read(2, language), try await read(0, language))
        #expect(few.pages == none.pages)
        #expect(none.pages.allSatisfy { !$0.isEmpty && !$0.contains { $0.contains(nobody) } })
        let rows = { (file: String) in file.split(whereSeparator: \.isNewline).filter { $0.contains("Veld") } }
        #expect(few.files.map(rows) == none.files.map(rows))
        #expect(none.files.allSatisfy { !rows($0).isEmpty && !$0.contains(nobody) && !$0.contains("no-answers") })
    }
}
