import Core
import Methods
import Support
import Surveys
import Testing

@testable import Store
@testable import Web

/// A wave of two teams of sixty, of whom each says what the test wants, told to everybody.
struct OddWave {
    let house: House
    let wave: Wave

    static let units = "path;headcount\nDe Linde > Hof;60\nDe Linde > Veld;60\n"

    /// - Parameter said: what somebody answers to each question, in order; nil is a question that is left open.
    init(said: (_ person: Int) -> [Int?]) async throws {
        let house = try await House()
        try await house.addUnits(Self.units)
        try await self.init(house.openWave("Meting") { $0.sharing = .units }, in: house, said: said)
    }

    init(_ wave: Wave, in house: House, said: (_ person: Int) -> [Int?]) async throws {
        self.house = house
        let items = try await house.store.instrument(of: wave).items.map(\.id)
        let piles = try await house.codes(of: wave).sorted { $0.key < $1.key }.map { $0.value.prefix(60) }
        for (person, code) in piles.joined().enumerated() {
            let fields = zip(items, said(person)).compactMap { item, value in value.map { (item, "\($0)") } }
            _ = try await house.store.submit(Array(encoded(fields + [("code", code)]).utf8), to: wave.slug)
        }
        self.wave = try await house.publish(house.close(wave))
    }

    /// All that it tells, to a test that looks at it.
    func look(_ test: @escaping @Sendable (Everything) throws -> Void) async throws {
        let hr = try await house.visitor(.hr)
        let instrument = try await house.store.instrument(of: wave)
        try await house.test { client async throws in
            try test(try await Everything(of: wave, asking: instrument, by: hr, client))
        }
    }
}
