import Core
import Foundation
import Methods
import Support
import Surveys

@testable import Store

/// An open wave with answers that can be found again in bytes: each person gives another row.
struct FilledWave {
    let house: House
    let wave: Wave
    /// The bytes of each answer, in the order of sending.
    let sent: [[UInt8]]
    let codes: [String]

    static let pack = "staff-survey-care"

    init(_ house: House, people: Int = 220, answers: Int = 30, _ change: (inout Wave) -> Void = { _ in }) async throws {
        self.house = house
        try await house.addUnits("path;headcount\nZorg;\(people)\nKeuken;20\n")
        wave = try await house.openWave("Meting", pack: Self.pack, change)
        codes = try await house.codes(of: wave)["Zorg"] ?? []
        let items = house.store.pack(Self.pack, for: house.organisation.id)?.items.count ?? 0
        var sent: [[UInt8]] = []
        for number in 0..<answers {
            let row = (0..<items).map { item in Self.value(number, item) }
            try await house.send(row.map(Int.init), code: codes[number], to: wave)
            sent.append(row)
        }
        self.sent = sent
    }

    /// Six digits to base five that no two people share, and a pattern after them.
    private static func value(_ number: Int, _ item: Int) -> UInt8 {
        let mixed = number * 7_919 + 31
        let power = [1, 5, 25, 125, 625, 3_125]
        return UInt8(1 + (item < 6 ? mixed / power[item] : mixed * (item + 3) / 7) % 5)
    }

    var files: WaveFiles { house.store.folder.files(of: wave.id) }

    /// Every file below the folder with its bytes.
    static func files(below folder: URL) throws -> [(name: String, bytes: Data)] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().compactMap { path in
            let file = folder.appendingPathComponent(path)
            let kind = try file.resourceValues(forKeys: [.isRegularFileKey])
            return kind.isRegularFile == true ? (path, try Data(contentsOf: file)) : nil
        }
    }
}

extension Data {
    func holds(_ bytes: [UInt8]) -> Bool { range(of: Data(bytes)) != nil }
}

/// How two orders go together: 1 the same, 0 nothing, -1 the reverse.
func rankCorrelation(_ one: [Int], _ other: [Int]) -> Double {
    func ranks(_ values: [Int]) -> [Double] {
        let sorted = values.indices.sorted { values[$0] < values[$1] }
        return sorted.enumerated().reduce(into: Array(repeating: 0, count: values.count)) {
            $0[$1.element] = Double($1.offset)
        }
    }
    let count = Double(one.count)
    let squares = zip(ranks(one), ranks(other)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return 1 - 6 * squares / (count * (count * count - 1))
}
