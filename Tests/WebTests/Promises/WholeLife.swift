import Core
import Foundation
import Hummingbird
import HummingbirdTesting
import Methods
import Support
import Surveys
import Testing

@testable import Store
@testable import Web

/// An organisation that goes through everything by its own pages, from set-up to results.
struct WholeLife {
    let house: House
    let log: LogBook
    /// What must be found nowhere afterwards.
    let codes: [String]
    let secret: [UInt8]
    let keys: [[UInt8]]
    let bodies: [String]

    static let password = "vier paarse olifanten dansen"
    static let people = ["Wies de Vries", "Jan Jansen"]

    init() async throws {
        let log = LogBook()
        let house = try await House(log: log)
        let token = try await house.store.makeSetUpToken()
        let box = Box()
        try await house.testLive { client async throws in
            let laptop = Laptop(client)
            try await Self.setUp(laptop, token)
            let wave = try await Self.open(laptop, house)
            let piles = try await house.store.codes(of: wave.id, in: wave.organisation)
            await box.keep(codes: piles.flatMap { $0.codes.map(\.description) })
            await box.keep(bodies: try await Self.answer(wave, Laptop(client), house, await box.codes))
            let open = try #require(house.store.openWaves[wave.id])
            let secret = try house.store.folder.files(of: wave.id).readSecret()
            await box.keep(secret: secret, keys: try open.spool.rows().map(\.key))
            try await Self.end(wave, laptop)
        }
        (self.house, self.log) = (house, log)
        (codes, secret, keys, bodies) = await (box.codes, box.secret, box.keys, box.bodies)
    }

    private static func setUp(_ laptop: Laptop, _ token: String) async throws {
        try await laptop.get("/set-up/\(token)")
        try await laptop.post(
            "/set-up/\(token)",
            [("organisation", "De Linde"), ("council", "or"), ("name", people[0]), ("password", password), ("hr", "1")])
        let today = try await laptop.get("/today")
        #expect(today.status == .ok)
        try await laptop.get("/admin/people")
        let shown = try await laptop.post("/admin/people", [("name", people[1]), ("role", "council")])
        #expect(shown.text.contains("fresh-password"))
        try await laptop.get("/admin/units")
        try await laptop.post("/admin/units", [("name", "Zorg"), ("headcount", "24")])
    }

    private static func open(_ laptop: Laptop, _ house: House) async throws -> Wave {
        try await laptop.get("/waves/new")
        try await laptop.post("/waves", [("title", "Najaarsronde"), ("pack", "staff-survey-care")])
        let wave = try #require(try await house.store.waves(in: house.organisation.id).first)
        let review = try await laptop.get(Paths.wave(wave.id, "review"))
        let agreement = try #require(review.text.firstMatch(of: /name="agreement" value="([^"]*)"/)).1
        try await laptop.post(Paths.wave(wave.id, "opening"), [("agreement", String(agreement))])
        let sheets = try await laptop.get(Paths.wave(wave.id, "cards/0"))
        #expect(sheets.text.contains("shape-rendering"))
        try await laptop.get("/admin/log")
        return try await house.store.wave(wave.id, in: wave.organisation)
    }

    private static func answer(
        _ wave: Wave, _ phone: Laptop, _ house: House, _ codes: [String]
    ) async throws -> [String] {
        let items = house.store.pack(wave.pack, for: house.organisation.id)?.items.map(\.id) ?? []
        var bodies: [String] = []
        for (number, code) in codes.prefix(20).enumerated() {
            let fields = items.enumerated().map { ($0.element, "\(1 + (number + $0.offset) % 5)") }
            bodies.append(encoded(fields))
            let path = Paths.answering(wave.slug)
            try await phone.get(path)
            #expect(try await phone.post(path, fields + [("code", code)]).status == .ok)
        }
        // What goes wrong must leave no more behind than what goes well.
        let path = Paths.answering(wave.slug)
        #expect(try await phone.post(path, [("code", codes[0]), (items[0], "3")]).status == .conflict)
        #expect(try await phone.post(path, [("code", codes[21]), ("q99", "3")]).status == .unprocessableContent)
        #expect(try await phone.get("\(path)/\(codes[0])").status == .notFound)
        #expect(try await phone.post("/card", [("address", codes[0])]).status == .unprocessableContent)
        #expect(try await phone.post("/sign-in", [("name", people[1]), ("password", password)]).status.code == 422)
        return bodies
    }

    private static func end(_ wave: Wave, _ laptop: Laptop) async throws {
        try await laptop.get(Paths.wave(wave.id))
        try await laptop.post(Paths.wave(wave.id, "closure"), [("sure", "1")])
        let over = try await laptop.post(Paths.wave(wave.id, "publication"), [("sure", "1")])
        #expect(over.status == .ok)
        #expect(try await laptop.get(Paths.wave(wave.id, "results")).status == .ok)
        #expect(try await laptop.get(Paths.share(wave.slug)).status == .ok)
    }

    /// Carries out of the connection what was learnt on it.
    private actor Box {
        private(set) var codes: [String] = []
        private(set) var secret: [UInt8] = []
        private(set) var keys: [[UInt8]] = []
        private(set) var bodies: [String] = []

        func keep(codes: [String]) { self.codes = codes }
        func keep(bodies: [String]) { self.bodies = bodies }
        func keep(secret: [UInt8], keys: [[UInt8]]) { (self.secret, self.keys) = (secret, keys) }
    }
}
