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

/// Files in which two columns hold one question and say something else: what was found is not yet what somebody chose.
@Suite struct ImportSecondColumnTests {
    /// The file of the pulse in which the last question stands once more, with the answer 5 of everybody.
    private static func doubled(_ house: House) throws -> (file: String, item: String) {
        let item = try #require(house.pulseItems.last)
        let lines = house.pulseFile.split(separator: "\n").enumerated()
        return (lines.map { $1 + ($0 == 0 ? ";\(item)" : ";5") }.joined(separator: "\n") + "\n", item)
    }

    /// Twenty people and a team, where each question stands twice: as importance, too.
    private static func twice(_ items: [String]) -> String {
        let head = ["Team"] + items.flatMap { [$0, $0] }
        let rows = (0..<20).map { person in
            ["Noord"] + items.indices.flatMap { ["\(1 + (person + $0) % 4)", "5"] }
        }
        return ([head] + rows).map { $0.joined(separator: ";") }.joined(separator: "\n") + "\n"
    }

    /// Lets another file be read, so that nothing of this one is remembered.
    private func forget(_ desk: ImportDesk) async throws {
        let other = try await desk.path(desk.house.earlierFile)
        #expect(try await desk.hr.post(other + "/removal", [], desk.client).status == .seeOther)
    }

    /// Everything that the page would send as it stands.
    private func shown(_ page: String) throws -> [(String, String)] {
        let selects = page.matches(of: /<select id="[^"]*" name="([^"]*)"[^>]*>(.*?)<\/select>/.dotMatchesNewlines())
        let chosen = selects.map { select in
            (String(select.1), String(select.2).between("<option value=\"", "\" selected")?.lastValue ?? "")
        }
        let marks = page.matches(of: /<input type="hidden" name="((?:meaning|counting)-[^"]*)" value="([^"]*)"/)
        let ticks = page.matches(of: /<input type="checkbox"[^>]* name="([^"]*)" value="1"[^>]* checked>/)
        return chosen + marks.map { (String($0.1), String($0.2)) } + ticks.map { (String($0.1), "1") }
    }

    @Test
    func
        `two columns of one question are noticed whenever the file is read, also after the first reading is forgotten`()
        async throws
    {
        try await ImportDesk.open { desk in
            let (file, item) = try Self.doubled(desk.house)
            let path = try await desk.path(file)
            for round in 0..<3 {
                let page = try await desk.page(path)
                #expect(page.stops.contains("Twee kolommen horen bij dezelfde vraag"), "\(round)")
                #expect(
                    page.stops.contains("dat deze kolom telt.</a>") && page.stops.contains("Doorvoeren kan nog niet."))
                #expect(page.stops.contains("“\(item) (kolom F)” en “\(item) (kolom G)”"), "\(round)")
                #expect(page.stops.contains("href=\"#column-\(item)\"") && !page.contains("formaction"), "\(round)")
                #expect(page.contains("Ook kolom G (“\(item)”) hoort bij deze vraag."), "\(round)")
                #expect(page.contains("name=\"counts-\(item)\"") && !page.contains(" checked>"), "\(round)")
                try await forget(desk)
                if round == 1 { _ = try await desk.look(path, try shown(page) + [("title", "Meting 2024")]) }
            }
            try await forget(desk)
            let done = try await desk.hr.post(path + "/wave", try shown(desk.page(path)) + ImportDesk.wave, desk.client)
            #expect(done.status == .unprocessableContent && done.text.stops.contains("Twee kolommen"))
        }
    }

    @Test func `a tick says that the column which was found counts, and taking it away says so no more`() async throws {
        try await ImportDesk.open { desk in
            let (file, item) = try Self.doubled(desk.house)
            let path = try await desk.path(file)
            let tick = ("counts-\(item)", "1")
            let before = try await desk.page(path)
            // Nothing is carried out that nobody looked at.
            let early = try await desk.hr.post(
                path + "/wave", try shown(before) + [tick] + ImportDesk.wave, desk.client)
            #expect(early.status == .conflict)
            let back = try await desk.look(path, try shown(early.text).filter { $0.0 != tick.0 })
            #expect(back.stops.contains("Twee kolommen"))

            let after = try await desk.look(path, try shown(back) + [tick])
            #expect(after.stops.isEmpty && after.contains("formaction"))
            #expect(
                after.contains("Ook kolom G") && after.contains("aria-describedby=\"counts-\(item)-told\" checked>"))
            // The question says it: no line above says it once more.
            #expect(!after.contains("Kolom F (") && !after.contains("Twee kolommen"))
            try await forget(desk)
            let later = try await desk.page(path)
            #expect(later.stops.isEmpty && later == after)
            let wave = try await desk.carryOut(path, try shown(later) + ImportDesk.wave)
            let themes = try await desk.house.store.report(of: wave, for: .all).themes(of: 0)
            #expect(themes.last?.mean?.value == themes.first?.mean?.value)
        }
    }

    @Test func `choosing the other column says it as well, and so does choosing none`() async throws {
        try await ImportDesk.open { desk in
            let (file, item) = try Self.doubled(desk.house)
            for place in ["6", ""] {
                let path = try await desk.path(file)
                let page = try await desk.page(path)
                let fields = try shown(page).map { $0.0 == "column-\(item)" ? ($0.0, place) : $0 }
                let after = try await desk.look(path, fields)
                #expect(after.stops.isEmpty && after.contains("formaction"), "\(place)")
                try await forget(desk)
                #expect(try await desk.page(path).stops.isEmpty, "\(place)")
                #expect(try shown(after).contains { $0 == ("column-\(item)", place) }, "\(place)")
            }
        }
    }

    @Test func `with many such questions one tick takes what was found for all of them`() async throws {
        try await ImportDesk.open { desk in
            let pack = try #require(desk.house.store.pack("basic-needs", for: desk.house.organisation.id))
            let items = pack.items.map(\.id)
            #expect(items.count > 8)
            let sent = try await desk.send(Self.twice(items), pack: pack.id)
            let path = try #require(sent.headers[.location])
            let before = try await desk.page(path)
            #expect(before.stops.components(separatedBy: "<li>").count == 2)
            #expect(before.stops.contains("Bij verschillende vragen horen twee kolommen"))
            #expect(before.contains("name=\"counts-all\"") && !before.contains("formaction"))
            try await forget(desk)
            let after = try await desk.look(path, try shown(before) + [("counts-all", "1")])
            #expect(after.stops.isEmpty && after.contains("formaction") && !after.contains("counts-all"))
            #expect(after.components(separatedBy: " hoort bij deze vraag.").count == items.count + 1)
            #expect(after.components(separatedBy: " checked>").count == items.count + 1)
            try await forget(desk)
            #expect(try await desk.page(path).stops.isEmpty)
        }
    }

    @Test func `one tick for all leaves alone what was read from two columns together`() async throws {
        try await ImportDesk.open { desk in
            let (items, joy) = (desk.house.pulseItems, try #require(desk.house.pulseItems.last))
            let lines = Self.twice(items).split(separator: "\n").enumerated().map { line, text in
                let cells = text.split(separator: ";").dropLast(2)
                let last = line == 0 ? [joy, joy] : line % 2 == 0 ? ["4", ""] : ["", "4"]
                return (cells.map(String.init) + last).joined(separator: ";")
            }
            let path = try await desk.path(lines.joined(separator: "\n") + "\n")
            let before = try await desk.page(path)
            #expect(
                before.contains("Waar de eerste leeg is, telt de tweede.") && before.contains("name=\"counts-all\""))
            let after = try await desk.look(path, try shown(before) + [("counts-all", "1")])
            #expect(after.stops.isEmpty && after.contains("Waar de eerste leeg is, telt de tweede."))
            #expect(after.components(separatedBy: "20 antwoorden.").count == items.count + 1)
            #expect(after.components(separatedBy: " checked>").count == items.count)
        }
    }

    @Test func `a second column that says the same asks nothing, and its question tells of it`() async throws {
        try await ImportDesk.open { desk in
            let item = try #require(desk.house.pulseItems.last)
            let lines = desk.house.pulseFile.split(separator: "\n")
            let file = lines.map { $0 + ";" + ($0.split(separator: ";").last ?? "") }.joined(separator: "\n") + "\n"
            let path = try await desk.path(file)
            for _ in 0..<2 {
                let page = try await desk.page(path)
                #expect(page.stops.isEmpty && !page.contains("name=\"counts-"))
                let beside = page.between("id=\"counts-\(item)-told\">", "</p>") ?? ""
                #expect(beside.contains("Kolom F (“\(item)”) telt, kolom G (“\(item)”) niet."))
                try await forget(desk)
            }
        }
    }

    @Test func `a column that stands at two questions is told again when the page is loaded anew`() async throws {
        try await ImportDesk.open { desk in
            let (path, items) = (try await desk.path(desk.house.pulseFile), desk.house.pulseItems)
            let fields = try shown(try await desk.page(path)).map { $0.0 == "column-\(items[0])" ? ($0.0, "2") : $0 }
            #expect(try await desk.hr.post(path, fields, desk.client).status == .unprocessableContent)
            let again = try await desk.page(path)
            #expect(again.problems.contains("href=\"#column-\(items[1])\""))
            // What was found for the second question stands there, and goes with its own column to the first.
            let swapped = try shown(again).map { $0.0 == "column-\(items[1])" ? ($0.0, "1") : $0 }
            let after = try await desk.look(path, swapped)
            #expect(try shown(after).filter { $0.0.hasPrefix("column-") }.map(\.1) == ["2", "1", "3", "4", "5"])
        }
    }

    @Test func `what rested before found and chosen were told apart is found anew`() throws {
        let old = """
            {"pack":"pulse","file":"a.csv","headings":["Team","x"],"map":[],"mapName":"m","columns":{"pulse-joy":1},
            "hasEveryUnit":false,"missing":[],"meanings":[],"title":"","held":"","threshold":"8"}
            """
        let choices = try ImportChoices(Array(old.utf8))
        #expect(choices.columns == ["pulse-joy": 1] && choices.chosen.isEmpty && choices.columnChoice.items.isEmpty)
    }
}

extension String {
    /// Behind the last quote that opens a value.
    fileprivate var lastValue: String { components(separatedBy: "value=\"").last ?? self }
}
