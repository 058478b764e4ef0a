import Core
import Disclosure
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@testable import Web

/// Numbers in a file say nothing of which way round they stand: the page says how it reads them, and they can be turned.
@Suite struct ImportWayRoundTests {
    private static let pack = "staff-survey-education"
    private static let items = ["colleagues-help", "colleagues-honest", "colleagues-home", "colleagues-alone"]

    /// Of five kinds four people each, and more who are helped most: they say so everywhere, but perhaps in `alone`.
    private static func colleagues(more: Int, alone: (Int) -> Int) -> String {
        let rows = (1...5).flatMap { level in
            (0..<(level == 5 ? 4 + more : 4)).map {
                [level, level, max(1, level - ($0 == 0 ? 1 : 0)), alone(level)].map(String.init)
            }
        }
        return ([items] + rows).map { $0.joined(separator: ";") }.joined(separator: "\n") + "\n"
    }

    private static let against = "De antwoorden op één vraag gaan in tegen de rest van het thema"

    private func path(_ file: String, _ desk: ImportDesk) async throws -> String {
        let answer = try await desk.send(file, pack: Self.pack)
        #expect(answer.status == .seeOther, "\(answer.text.problems)")
        return try #require(answer.headers[.location])
    }

    @Test func `the page says how it reads numbers, and can read them the other way round`() async throws {
        try await ImportDesk.open { desk in
            let path = try await desk.path(desk.house.pulseFile)
            let before = try await desk.page(path)
            #expect(before.contains("1 lezen we als “Helemaal niet mee eens” en 4 als “Mee eens”"))
            let (shown, tick) = ("turning-scale.agreement", "turned-scale.agreement")
            let turned = try await desk.look(path, [(shown, ""), (tick, "1")])
            #expect(turned.contains("1 lezen we als “Helemaal mee eens” en 4 als “Niet mee eens”"))
            #expect(turned.contains("Bij 5 vragen lezen we de getallen andersom"))
            #expect(turned.contains("name=\"\(shown)\" value=\"all\"") && !turned.contains("niet begrepen, zoals"))
            // As it was shown it stays so; without its tick it goes back.
            #expect(try await desk.look(path, [(shown, "all"), (tick, "1")]).contains("4 als “Niet mee eens”"))
            #expect(try await desk.look(path, [(shown, "all")]).contains("4 als “Mee eens”"))
            _ = try await desk.look(path, [(shown, ""), (tick, "1")])
            let wave = try await desk.carryOut(path, ImportDesk.wave + [(shown, "all"), (tick, "1")])
            let report = try await desk.house.store.report(of: wave, for: .all)
            // 11 who wrote 4, 9 who wrote 2 and 4 who wrote 1 are 11 of 2, 9 of 4 and 4 of 5: 78 of 24.
            #expect(report.themes(of: 0).allSatisfy { $0.mean.map { abs($0.value - 78.0 / 24) < 0.06 } == true })
        }
    }

    @Test func `where the file says its answers in words nothing is assumed`() async throws {
        try await ImportDesk.open { desk in
            let rows = (0..<20).map { _ in desk.house.pulseItems.map { _ in "Mee eens" }.joined(separator: ";") }
            let file = ([desk.house.pulseItems.joined(separator: ";")] + rows).joined(separator: "\n") + "\n"
            let page = try await desk.page(try await desk.path(file))
            #expect(page.contains("20 antwoorden.") && !page.contains("lezen we als") && !page.contains("turned-"))
        }
    }

    @Test func `a question that the file has turned round already is noticed, and turned alone`() async throws {
        try await ImportDesk.open { desk in
            let path = try await path(Self.colleagues(more: 5) { $0 }, desk)
            let before = try await desk.page(path)
            #expect(before.contains(Self.against) && before.contains("Gaat in tegen de rest van dit thema."))
            #expect(before.contains("formaction"), "it is a question and no refusal")
            let tick = [("turning-colleagues-alone", "1"), ("turned-colleagues-alone", "1")]
            #expect(
                before.contains("id=\"turned-colleagues-alone\"") && !before.contains("id=\"turned-colleagues-home"))
            let after = try await desk.look(path, tick)
            #expect(!after.contains(Self.against) && after.contains("Bij deze vraag lezen we de getallen andersom"))
            #expect(after.contains("1 lezen we als “Helemaal niet mee eens”"), "that of the scale stays")
            // All the others turn round it, and back.
            let scale = "scale.agreement"
            let all = try await desk.look(path, tick + [("turning-\(scale)", ""), ("turned-\(scale)", "1")])
            #expect(!all.contains(Self.against) && all.contains("1 lezen we als “Helemaal mee eens”"))
            #expect(all.contains("name=\"turned-colleagues-alone\" value=\"1\" checked"))
            let again = try await desk.look(path, tick + [("turning-\(scale)", "all")])
            #expect(again.contains("Bij deze vraag lezen we de getallen andersom"))
            let wave = try await desk.carryOut(path, ImportDesk.wave + tick)
            let report = try await desk.house.store.report(of: wave, for: .all)
            #expect(report.themes(of: 0).first?.mean.map { $0.value > 3.25 } == true, "3.36, and not 3.16")
            let back = try await self.path(Self.colleagues(more: 5) { 6 - $0 }, desk)
            #expect(!(try await desk.page(back).contains(Self.against)))
        }
    }

    @Test func `of fewer than twenty people nothing is said of it`() async throws {
        try await ImportDesk.open { desk in
            let rows = Self.colleagues(more: 0) { $0 }.split(separator: "\n")
            let page = try await desk.page(try await path(rows.dropLast().joined(separator: "\n") + "\n", desk))
            #expect(page.contains("19 antwoorden.") && !page.contains("gaan in tegen"))
        }
    }

    @Test func `a map says it as well, and the page begins with that`() async throws {
        try await ImportDesk.open { desk in
            let joy = try #require(desk.house.pulseItems.last)
            let path = try await desk.path(desk.house.pulseFile, map: "turned: [\(joy)]\n")
            let page = try await desk.page(path)
            #expect(page.contains("Bij deze vraag lezen we de getallen andersom: \(joy)."))
            let wrong = try await desk.send(desk.house.pulseFile, map: "turned: [nobody]\n")
            #expect(wrong.text.problems.contains("nobody"))
        }
    }

    @Test func `statistics of a program below the answers are nobody`() async throws {
        try await ImportDesk.open { desk in
            let items = desk.house.pulseItems
            let below = ["N;24", "Std. Deviation;1,22", "Minimum;1", "Maximum;4", "Skewness;0,12"].map { row in
                let cells = row.split(separator: ";")
                return ([cells[0]] + items.map { _ in cells[1] }).joined(separator: ";") + "\n"
            }
            let path = try await desk.path(
                desk.house.pulseFile + String(repeating: ";", count: 5) + "\n" + below.joined())
            let page = try await desk.look(path, [("units", "0")])
            #expect(page.contains("<dd>24</dd>") && page.contains("In het bestand staan 3 teams."))
            #expect(page.contains("De regel “Std. Deviation” is uitgerekend uit de andere, en telt niet mee"))
            #expect(page.components(separatedBy: "is uitgerekend uit de andere").count == 6)
        }
    }
}
