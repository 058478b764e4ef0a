import Core
import Disclosure
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

/// What somebody chooses on the page of a file, and what that page says of it.
@Suite struct ImportReviewTests {
    private static let labels = ["Zeer oneens", "Oneens", "Neutraal", "Eens", "Zeer eens"]

    /// The pulse with answers of another wording, twenty people of one team.
    private static func labelled(_ house: House) -> String {
        let head = (["Team"] + house.pulseItems).joined(separator: ";")
        let rows = (0..<20).map { person in
            (["Noord"] + house.pulseItems.indices.map { labels[(person + $0) % labels.count] }).joined(separator: ";")
        }
        return ([head] + rows).joined(separator: "\n") + "\n"
    }

    /// The field of a text on the page, and the name of what says its value.
    private func meaning(_ text: String, on page: String) throws -> [(String, String)] {
        let hidden = try #require(page.firstMatch(of: try Regex("name=\"meaning-text-([0-9]+)\" value=\"\(text)\"")))
        let number = try #require(hidden.output[1].substring)
        let item = try #require(page.between("name=\"meaning-item-\(number)\" value=\"", "\""))
        return [("meaning-text-\(number)", text), ("meaning-item-\(number)", item), ("meaning-\(number)", "")]
    }

    private func said(_ meanings: [(text: String, value: String)], on page: String) throws -> [(String, String)] {
        try meanings.flatMap { text, value in
            try meaning(text, on: page).map { $0.1.isEmpty ? ($0.0, value) : $0 }
        }
    }

    @Test func `answers in words that nobody knows are asked for one by one, and then count`() async throws {
        try await ImportDesk.open { desk in
            let path = try await desk.path(Self.labelled(desk.house))
            let before = try await desk.page(path)
            #expect(before.contains("Doorvoeren kan nog niet") && before.contains("href=\"#meanings\""))
            #expect(!before.contains("formaction") && !before.contains("kolommenkaart"))
            for label in Self.labels { #expect(before.contains("“\(label)”"), "\(label)") }
            #expect(before.contains("20 keer") && before.contains("4 · Mee eens"))

            let all = Self.labels.enumerated().map { (text: $1, value: "\($0 + 1)") }
            let after = try await desk.look(path, try said(all, on: before))
            #expect(!after.contains("Doorvoeren kan nog niet") && after.contains("formaction"))
            #expect(after.contains("20 antwoorden.") && after.contains("<option value=\"4\" selected>4 · Mee eens"))
            let wave = try await desk.carryOut(path)
            let report = try await desk.house.store.report(of: wave, for: .all)
            #expect(report.respondents(of: 0)?.value == 20)
            #expect(report.themes(of: 0).allSatisfy { $0.mean?.value == 3 })
        }
    }

    @Test func `a text that is no answer is said to be none, and one can be taken back`() async throws {
        try await ImportDesk.open { desk in
            let row = (["Noord", "weet ik echt niet"] + desk.house.pulseItems.dropFirst().map { _ in "4" })
            let path = try await desk.path(desk.house.pulseFile + row.joined(separator: ";") + "\n")
            let before = try await desk.page(path)
            #expect(before.contains("1 niet begrepen, zoals “weet ik echt niet”"))
            let none = try said([("weet ik echt niet", "none")], on: before)
            let after = try await desk.look(path, none)
            #expect(
                !after.contains("1 niet begrepen")
                    && after.contains("Dit telt als geen antwoord: “weet ik echt niet” (1)."))
            #expect(after.contains("<option value=\"none\" selected>"))
            #expect(after.contains("1 keer") && !after.contains("Staat nu in geen van deze kolommen"))
            let first = "column-\(desk.house.pulseItems[0])"
            let away = try await desk.look(path, none + [(first, "")])
            #expect(away.contains("“weet ik echt niet”") && away.contains("Staat nu in geen van deze kolommen."))
            _ = try await desk.look(path, none + [(first, "1")])
            let back = try await desk.look(path, try said([("weet ik echt niet", "")], on: after))
            #expect(back.contains("1 niet begrepen"))
        }
    }

    @Test func `a file whose headings say nothing comes to this page, and every column can be chosen`() async throws {
        try await ImportDesk.open { desk in
            let items = desk.house.pulseItems
            let file = items.enumerated().reduce(desk.house.pulseFile) {
                $0.replacing($1.element, with: "Q\($1.offset)")
            }
            let path = try await desk.path(file)
            let before = try await desk.page(path)
            #expect(before.contains("Van geen enkele vraag is de kolom gevonden"))
            #expect(
                before.contains("href=\"#column-\(items[0])\"") && before.contains("<select id=\"column-\(items[4])\""))
            let chosen = items.enumerated().map { ("column-\($1)", "\($0 + 1)") }
            let after = try await desk.look(path, chosen + [("units", "0")])
            #expect(
                after.contains("Van alle 5 vragen is de kolom gevonden.")
                    && after.contains("In het bestand staan 3 teams."))
            let wave = try await desk.carryOut(path, ImportDesk.wave + chosen + [("units", "0")])
            #expect(try await desk.house.store.report(of: wave, for: .all).respondents(of: 0)?.value == 24)
        }
    }

    @Test func `a column that was found can be taken away, and two questions change places`() async throws {
        try await ImportDesk.open { desk in
            let (items, path) = (desk.house.pulseItems, try await desk.path(desk.house.pulseFile))
            let page = try await desk.page(path)
            #expect(
                page.between("<select id=\"column-\(items[1])\"", "</select>")?.contains(
                    "<option value=\"2\" selected>") == true)
            #expect(page.between("<select id=\"column-\(items[1])\"", "</select>")?.contains("value=\"5\"") == true)
            let taken = try await desk.hr.post(path, [("column-\(items[0])", "2")], desk.client)
            #expect(taken.status == .unprocessableContent)
            for item in items[...1] { #expect(taken.text.problems.contains("href=\"#column-\(item)\""), "\(item)") }
            let swapped = try await desk.look(path, [("column-\(items[0])", "2"), ("column-\(items[1])", "1")])
            #expect(
                swapped.between("<select id=\"column-\(items[1])\"", "</select>")?.contains(
                    "<option value=\"1\" selected>") == true)
            let without = try await desk.look(path, [("column-\(items[4])", "")])
            #expect(
                without.contains("Zonder kolom laten we dit thema weg.") && without.contains("Van 4 van de 5 vragen"))
        }
    }

    @Test func `one wrong column stands at the top and beside its question, and the others keep their numbers`()
        async throws
    {
        try await ImportDesk.open { desk in
            let items = desk.house.pulseItems
            let lines = desk.house.pulseFile.split(separator: "\n").enumerated()
            let file =
                lines.map { $1 + ($0 == 0 ? ";Ingevuld op" : ";\($0)-11-2024 om 9") }.joined(separator: "\n") + "\n"
            let path = try await desk.path(file)
            let page = try await desk.look(path, [("column-\(items[4])", "6")])
            #expect(page.stops.contains("href=\"#column-\(items[4])\"") && page.stops.contains("24 van de 24"))
            #expect(page.contains("id=\"column-\(items[4])-wrong\"") && page.contains("<dd>24</dd>"))
            #expect(page.components(separatedBy: "24 antwoorden.").count == 5)
            #expect(!page.contains("formaction") && !page.contains("kolommenkaart"))
        }
    }

    @Test func `what was taken for no answer and for no team is told, and teams can be counted all the same`()
        async throws
    {
        try await ImportDesk.open { desk in
            let rows = (0..<9).map { _ in
                (["NVT"] + desk.house.pulseItems.dropLast().map { _ in "4" } + ["n.v.t."]).joined(separator: ";")
            }
            let path = try await desk.path(desk.house.pulseFile + rows.joined(separator: "\n") + "\n")
            let before = try await desk.look(path, [("units", "0")])
            #expect(before.contains("Dit telt als geen antwoord: “n.v.t.” (9)."))
            #expect(
                before.contains("Dit telt als geen team: “NVT”.") && before.contains("In het bestand staan 3 teams."))
            let after = try await desk.look(path, [("units", "0"), ("units-all", "1")])
            #expect(!after.contains("Dit telt als geen team") && after.contains("In het bestand staan 4 teams."))
            #expect(try await desk.look(path, [("units", "0")]).contains("In het bestand staan 3 teams."))
        }
    }

    @Test func `who are too few together do not become a wave, and the page says so before`() async throws {
        try await ImportDesk.open { desk in
            let rows = (0..<5).map { _ in (team: "Noord", value: 4) }
            let path = try await desk.path(House.pulseFile(rows, items: desk.house.pulseItems))
            let page = try await desk.page(path)
            #expect(page.stops.contains("Hier zijn te weinig antwoorden") && page.contains("href=\"#threshold\""))
            #expect(!page.contains("formaction"))
            let answer = try await desk.hr.post(path + "/wave", ImportDesk.wave, desk.client)
            #expect(answer.status == .unprocessableContent)
            let lower = try await desk.look(path, [("threshold", "5")])
            #expect(lower.contains("formaction"))
        }
    }

    @Test func `columns that are called alike are told apart, and the second can be taken`() async throws {
        try await ImportDesk.open { desk in
            let lines = desk.house.pulseFile.split(separator: "\n").enumerated()
            let joy = try #require(desk.house.pulseItems.last)
            let file = lines.map { $1 + ($0 == 0 ? ";\(joy);" : ";5;x") }.joined(separator: "\n") + "\n"
            let path = try await desk.path(file)
            let page = try await desk.page(path)
            for name in ["\(joy) (kolom F)", "\(joy) (kolom G)", "kolom H, zonder kop"] {
                #expect(page.contains(name), "\(name)")
            }
            let after = try await desk.look(path, [("column-\(joy)", "6")])
            let wave = try await desk.carryOut(path)
            #expect(after.contains("<option value=\"6\" selected>"))
            let themes = try await desk.house.store.report(of: wave, for: .all).themes(of: 0)
            #expect(themes.last?.mean?.bound == .atLeast)
        }
    }

    @Test func `what people wrote themselves is not asked for, so that the form stays small`() async throws {
        try await ImportDesk.open { desk in
            let lines = desk.house.pulseFile.split(separator: "\n").enumerated()
            let joy = try #require(desk.house.pulseItems.last)
            let file = lines.map { line, text in
                text + (line == 0 ? ";Toelichting" : ";\(line) " + String(repeating: "é", count: 180))
            }
            let path = try await desk.path(file.joined(separator: "\n") + "\n")
            let page = try await desk.look(path, [("column-\(joy)", "6")])
            #expect(page.contains("Er staan ook lange teksten") && !page.contains("name=\"meaning-text-"))
            #expect(!page.contains("We hebben alle antwoorden begrepen") && page.contains("niet begrepen, zoals"))
        }
    }

    @Test func `where a file counts otherwise its other numbers can be said to mean something else, too`() async throws
    {
        try await ImportDesk.open { desk in
            let items = desk.house.pulseItems
            let rows = (0..<20).map { person in
                (["Noord"] + items.indices.map { "\(2 * (1 + (person + $0) % 5))" }).joined(separator: ";")
            }
            let head = (["Team"] + items).joined(separator: ";")
            let path = try await desk.path(([head] + rows).joined(separator: "\n") + "\n")
            let before = try await desk.page(path)
            #expect(before.contains("Er staan getallen in die niet bij de antwoorden horen"))
            for number in ["2", "4", "6", "8", "10"] { #expect(before.contains("“\(number)”"), "\(number)") }
            #expect(before.contains("<option value=\"2\" selected>2 · "))
            // Answers that nobody gave need no meaning.
            for number in ["1", "3", "5"] { #expect(!before.contains("“\(number)”"), "\(number)") }
            let halves = (1...5).map { (text: "\($0 * 2)", value: "\($0)") }
            let after = try await desk.look(path, try said(halves, on: before))
            #expect(after.contains("formaction") && !after.contains("kolommenkaart"))
            for number in ["1", "3", "5"] { #expect(!after.contains("“\(number)”"), "\(number)") }
            let wave = try await desk.carryOut(path, ImportDesk.wave + (try said(halves, on: after)))
            let report = try await desk.house.store.report(of: wave, for: .all)
            #expect(report.themes(of: 0).allSatisfy { $0.mean?.value == 3 })
        }
    }

    @Test func `where questions stand in order, one column says where the others are`() async throws {
        try await ImportDesk.open { desk in
            let head = "Team;" + desk.house.pulseItems.indices.map { "V\($0)a;V\($0)b" }.joined(separator: ";")
            let row = "Noord;" + desk.house.pulseItems.map { _ in "4;x" }.joined(separator: ";")
            let file = ([head] + Array(repeating: row, count: 12)).joined(separator: "\n") + "\n"
            let path = try await desk.path(file)
            let items = desk.house.pulseItems
            let before = try await desk.page(path)
            #expect(before.contains("name=\"fill\"") && before.contains("Geen enkele") == false)
            // The third is chosen by hand: the second goes on from the first, the others from the third; what stands
            // between the numbered ones is another kind of column.
            let chosen = [("column-\(items[0])", "1"), ("column-\(items[2])", "5"), ("fill", "1")]
            let after = try await desk.look(path, chosen)
            let places = items.map { item in
                after.between("name=\"column-\(item)\"", "</select>")?.between("<option value=\"", "\" selected")?
                    .split(separator: "\"").last.map(String.init)
            }
            #expect(places == ["1", "3", "5", "7", "9"])
            #expect(!after.contains("name=\"fill\""))
            try await marks(items, chosen.dropLast(), after, path, desk)
        }
    }

    /// What was chosen in order says so, until somebody changes it or says that it is right.
    private func marks(
        _ items: [String], _ typed: ArraySlice<(String, String)>, _ page: String, _ path: String, _ desk: ImportDesk
    ) async throws {
        func marked(_ page: String) -> [String] {
            items.filter { item in
                page.between("id=\"column-\(item)-told\"", "</span>")?.contains("Op volgorde gekozen") == true
            }
        }
        #expect(
            marked(page) == [items[1], items[3], items[4]] && page.contains("Bij 3 vragen is de kolom op volgorde"))
        // What stays as it was is still marked; another column is somebody's own choice.
        let places = [(items[1], "4"), (items[3], "7"), (items[4], "9")].map { ("column-\($0.0)", $0.1) }
        let changed = try await desk.look(path, typed + places)
        #expect(marked(changed) == [items[3], items[4]] && changed.contains("Bij 2 vragen is de kolom op volgorde"))
        let right = try await desk.look(path, typed + places + [("filled-right", "1")])
        #expect(marked(right).isEmpty && !right.contains("filled-right"))
        #expect(try await marked(desk.look(path, typed + places)).isEmpty)
    }

    @Test func `of teams the page speaks where there are some`() async throws {
        try await ImportDesk.open { desk in
            let path = try await desk.path(desk.house.pulseFile)
            let leader = "Daarom ziet een leidinggevende van deze meting alleen het geheel"
            #expect(try await desk.look(path, [("units", "0")]).contains(leader))
            #expect(!(try await desk.look(path, [("units", "")]).contains(leader)))
            // A column in which nobody names a team gives none.
            let nobody = desk.house.pulseFile.replacing(/(?m)^(Noord|Zuid|Kleintje);/, with: "NVT;")
            let other = try await desk.path(nobody)
            let page = try await desk.look(other, [("units", "0")])
            #expect(page.contains("Dit telt als geen team: “NVT”.") && !page.contains(leader))
        }
    }

    @Test func `where a question may have asked for the team, a wave without teams is made on purpose only`()
        async throws
    {
        try await ImportDesk.open { desk in
            let file = desk.house.pulseFile.replacing(/^[^;]*;/, with: "Op welke afdeling werk je?;")
            let path = try await desk.path(file)
            let stop = "“Op welke afdeling werk je?” zegt misschien in welk team iemand werkt."
            let page = try await desk.page(path)
            #expect(page.stops.contains(stop) && page.stops.contains("href=\"#units\""))
            #expect(page.contains("<option value=\"open\" selected>Kies een kolom, of geen</option>"))
            #expect(!page.contains("formaction"))
            // Neither looking again nor carrying out takes that for a choice.
            #expect(try await desk.look(path, [("units", "open")]).stops.contains(stop))
            let early = try await desk.hr.post(path + "/wave", ImportDesk.wave + [("units", "open")], desk.client)
            #expect(early.status == .unprocessableContent && early.text.stops.contains(stop))

            #expect(!(try await desk.look(path, [("units", "")]).contains(stop)))
            let wave = try await desk.carryOut(path)
            #expect(try await desk.house.store.groups(of: wave.id, in: wave.organisation).count == 1)
            let over = try await desk.page(Paths.wave(wave.id))
            #expect(over.contains("Deze meting heeft geen teams.") && !over.contains("teams uit het bestand"))
        }
    }

    @Test func `whoever looks again comes back to what they changed`() async throws {
        try await ImportDesk.open { desk in
            let path = try await desk.path(desk.house.pulseFile)
            func place(_ fields: [(String, String)]) async throws -> String? {
                try await desk.hr.post(path, fields, desk.client).headers[.location]
            }
            #expect(try await place([("units", "")]) == path + "#units")
            #expect(try await place([("units", ""), ("title", "Meting 2024")]) == path)
            #expect(try await place([("missing", "99")]) == path + "#meanings")
            // What stands in the way is told at the top.
            let none = desk.house.pulseItems.map { ("column-\($0)", "") }
            #expect(try await place(none) == path)
        }
    }

    @Test func `a column of addresses is not proposed for the teams, and choosing it says what is wrong`() async throws
    {
        try await ImportDesk.open { desk in
            let rows = (0..<20).map { person in
                (["p\(person)@zorg.nl"] + desk.house.pulseItems.indices.map { "\(1 + (3 * person + $0) % 5)" })
                    .joined(separator: ";")
            }
            let head = (["Team"] + desk.house.pulseItems).joined(separator: ";")
            let path = try await desk.path(([head] + rows).joined(separator: "\n") + "\n")
            let wrong = "In de kolom “Team” staan e-mailadressen, geen teams."
            #expect(!(try await desk.page(path).contains(wrong)))
            let page = try await desk.look(path, [("units", "0")])
            #expect(page.stops.contains(wrong) && page.stops.contains("href=\"#units\""))
            #expect(page.between("id=\"units-wrong\">", "</span>")?.contains(wrong.dropFirst()) == true)
            #expect(!page.contains("p3@zorg.nl"))
            #expect(!(try await desk.look(path, [("units", "")]).contains(wrong)))
        }
    }

    @Test func `a column that is chosen for two questions makes no question lack`() async throws {
        try await ImportDesk.open { desk in
            let path = try await desk.path(desk.house.pulseFile)
            let items = desk.house.pulseItems
            let twice = try await desk.hr.post(path, [("column-\(items[0])", "2")], desk.client)
            #expect(twice.status == .unprocessableContent && !twice.text.contains("staat niet in het bestand"))
            // Chosen away from where its words stand, its column is left over and not "the first".
            let away = try await desk.look(path, [("column-\(items[0])", "")])
            #expect(away.contains("staat niet in het bestand") && !away.contains("Twee kolommen"))
        }
    }

    @Test func `with three files waiting, none more is asked for`() async throws {
        try await ImportDesk.open { desk in
            for _ in 0..<2 { _ = try await desk.path(desk.house.pulseFile) }
            #expect(try await desk.page(Paths.newImport).contains("name=\"file\""))
            _ = try await desk.path(desk.house.pulseFile)
            let full = try await desk.page(Paths.newImport)
            #expect(!full.contains("name=\"file\"") && full.contains("Er kunnen drie bestanden tegelijk klaarstaan"))
            #expect(full.components(separatedBy: ">Gooi weg<").count == 4)
        }
    }

    @Test func `columns bear the letters of a spreadsheet`() {
        #expect((0..<5).map { FileOutline.letters(of: $0 * 13) } == ["A", "N", "AA", "AN", "BA"])
    }
}
