import Core
import Methods
import Store
import Support
import Surveys

/// A wave of which every team says something else, so that a figure gives away whose it is.
struct Told {
    let house: House
    let wave: Wave
    let units: UnitTree

    static let lines =
        "path;headcount\nDe Linde > Zorg > Hof;34\nDe Linde > Zorg > Veld;38\nDe Linde > Keuken;23\n"
        + "De Linde > Receptie;3\n"

    /// How many of each block answer, and what all of them say, unless somebody with a number says something else.
    init(
        _ counts: [String: (people: Int, value: Int)] = Told.all, sharing: Wave.Sharing = .totals,
        until state: Wave.State = .published, in house: House? = nil,
        _ change: @Sendable ([Int?], String, Int) -> [Int?] = { all, _, _ in all }
    ) async throws {
        if let house { self.house = house } else { self.house = try await House() }
        let house = self.house
        try await house.addUnits(Self.lines)
        units = try await house.store.units(in: house.organisation.id)
        var wave = try await house.openWave("Najaarsronde") { $0.sharing = sharing }
        let items = house.store.pack(wave.pack, for: wave.organisation)?.items.count ?? 0
        let codes = try await house.codes(of: wave)
        for (block, said) in counts {
            for (number, code) in codes[block, default: []].prefix(said.people).enumerated() {
                let all = change(Array(repeating: said.value, count: items), block, number)
                try await house.send(all, code: code, to: wave)
            }
        }
        wave = try await house.close(wave)
        self.wave = state == .published ? try await house.publish(wave) : wave
    }

    static let all = ["Hof": (people: 30, value: 2), "Veld": (people: 34, value: 4), both: (people: 21, value: 5)]
    /// Three people at the desk are too few for a block of their own.
    static let both = "Keuken + Receptie"

    var path: String { "/waves/\(wave.id)/results" }

    func leader(of name: String) async throws -> Visitor {
        try await house.visitor(.leader, unit: units.units.first { $0.name == name }?.id)
    }
}

extension ReadPage {
    /// The texts of a row in a table of groups, behind its name.
    func row(_ name: String) -> [String] {
        let rows = source.matches(of: /<tr class="[^"]*">(.*)<\/tr>/).map { String($0.1) }
        let row = rows.first { ReadPage($0 + "<").texts.first == name }
        return row.map { Array(ReadPage($0 + "<").texts.dropFirst()) } ?? ["no row"]
    }
}
