import Core
import Disclosure
import Foundation
import Methods
import Statistics
import Surveys
import Testing

@Suite struct `A wave from a file` {
    private static let home = Organisation(id: .random(), slug: "linde", name: "De Linde")
    private static let today = Day(2026, 10, 5)

    private func wave(
        _ answers: FileAnswers, _ title: String = "Meting 2024", until day: Day = Day(2024, 11, 20), threshold: Int = 8
    ) throws -> ImportedWave {
        try ImportedWave(
            answers, .init(title: title, heldUntil: day, threshold: threshold), id: .random(), slug: "abcde",
            in: Self.home, on: Self.today)
    }

    private func teams(_ rows: [(String, Int)]) throws -> FileAnswers {
        let lines = rows.flatMap { team, count in Array(repeating: "4;\(team)\n", count: count) }
        return try Taken.read("joy;team\n" + lines.joined(), units: "team")
    }

    @Test func `it is closed, was never open here, and keeps no answer`() throws {
        let wave = try wave(try teams([("Noord", 12)])).wave
        #expect(wave.state == .closed && wave.isImported && !wave.isResearch)
        #expect(wave.closedOn == Day(2024, 11, 20) && wave.importedOn == Self.today)
        #expect(wave.agreedKeepDays == 0 && wave.agreedSharing == .totals)
        #expect(wave.terms?.blocks.map(\.name) == ["Noord"] && wave.terms?.blocks.map(\.people) == [0])
        #expect(!wave.isLate(on: Self.today + 100))
    }

    @Test func `it can be published as it was agreed, and not otherwise`() throws {
        let imported = try wave(try teams([("Noord", 12), ("Zuid", 9)]))
        var wave = imported.wave
        try wave.publish(imported.release, of: imported.groups, on: Self.today)
        #expect(wave.state == .published)
        var other = imported.wave
        other.threshold = 5
        #expect(throws: Wave.Refusal.agreementsDiffer) {
            try other.publish(imported.release, of: imported.groups, on: Self.today)
        }
    }

    @Test func `it tells those themes alone that its file holds`() throws {
        let wave = try wave(try Taken.read("help;joy\n" + String(repeating: "5;4\n", count: 9))).wave
        #expect(wave.terms?.themes == ["joy"])
        #expect(wave.told(of: Taken.instrument).themes.map(\.id) == ["joy"])
    }

    @Test func `a leader sees no team of a file, whatever it is called`() throws {
        let groups = try wave(try teams([("Zorg > Noord", 9), ("Zorg > Zuid", 9)])).groups
        #expect(groups.count == 4 && groups.allSatisfy(\.units.isEmpty))
        #expect(groups.positions(in: [.random()]) == [])
        #expect(groups.positions(in: []) == [])
    }

    @Test func `a unit above all others that is called as the organisation is the whole, and stands there once`() throws
    {
        let under = try wave(try teams([("DE LINDE > Noord", 12), ("De Linde > Zuid", 9), ("De Linde.", 2)]))
        #expect(under.groups.map(\.label) == ["De Linde", "Noord", "Zuid"])
        let beside = try wave(try teams([("De Linde > Noord", 12), ("Els", 9)]))
        #expect(beside.groups.map(\.label) == ["De Linde", "De Linde", "Noord", "Els"])
    }

    @Test func `where everybody together is too few there is no wave`() throws {
        let answers = try teams([("Noord", 4), ("Zuid", 3)])
        #expect(throws: Wave.Refusal.tellsNothing) { try wave(answers) }
        #expect(try wave(answers, threshold: 7).release.figures.isEmpty == false)
    }

    @Test func `only what came from a file and nobody else read can go`() throws {
        let imported = try wave(try teams([("Noord", 12)]))
        var wave = imported.wave
        try wave.checkRemovable()
        try wave.publish(imported.release, of: imported.groups, on: Self.today)
        #expect(throws: Wave.Refusal.isShared) { try wave.checkRemovable() }
    }

    @Test(arguments: [
        ("", Day(2024, 11, 20), 8, Wave.Refusal.titleIsEmpty), ("  ", Day(2024, 11, 20), 8, .titleIsEmpty),
        (String(repeating: "x", count: 81), Day(2024, 11, 20), 8, .titleIsTooLong),
        ("Meting", Day(2026, 10, 6), 8, .heldInTheFuture), ("Meting", Day(2024, 11, 20), 4, .thresholdIsOutside),
        ("Meting", Day(2024, 11, 20), 21, .thresholdIsOutside),
    ])
    func `what somebody says of it is held to what holds for a wave`(
        title: String, day: Day, threshold: Int, refusal: Wave.Refusal
    ) throws {
        let answers = try teams([("Noord", 12)])
        #expect(throws: refusal) { try wave(answers, title, until: day, threshold: threshold) }
    }
}

@Suite struct `Exports that other programs wrote, as waves` {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let words = FileWords(
        none: ["niet van toepassing", "geen antwoord"], totals: ["totaal"])

    private func answers(_ name: String) throws -> FileAnswers {
        let exports = Self.folder.appendingPathComponent("Exports")
        let map = try ColumnMap(
            Array(try Data(contentsOf: exports.appendingPathComponent("maps/\(name).yaml"))), name: "map")
        let pack = try PackFolder(Self.folder.appendingPathComponent("Packs/personeel-zorg-2026").path).instrument()
        return try FileAnswers(
            Array(try Data(contentsOf: exports.appendingPathComponent("\(name).csv"))), name: name, of: pack,
            map: map, units: nil, words: Self.words)
    }

    @Test(arguments: ["limesurvey-full", "limesurvey-codes"])
    func `tell what the report of the file tells, with the unit of four hidden`(name: String) throws {
        let answers = try answers(name)
        let home = Organisation(id: .random(), slug: "hof", name: "Rozenhof")
        let imported = try ImportedWave(
            answers, .init(title: "2025", heldUntil: Day(2025, 3, 1), threshold: 8), id: .random(), slug: "abcde",
            in: home, on: Day(2026, 10, 5))
        let told = Report(imported.release, of: answers.instrument, groups: imported.groups, for: .all)
        let file = try FileReport(answers, whole: home.name, threshold: 8, isExact: false).report
        #expect(ResultsDocument(told, name: \.label) == ResultsDocument(file, name: \.label))
        #expect(told.respondents(of: 0) == Shown(409, .exact) && told.invited == nil && told.cards == nil)

        let tallies = try answers.tallies().merged(up: imported.groups.map(\.parent))
        let small = try #require(tallies.firstIndex { $0.respondents == 4 })
        #expect(told.isHidden(small) && told.respondents(of: small) == nil)
        #expect(!imported.release.figures.contains { $0.group == small })
    }
}
