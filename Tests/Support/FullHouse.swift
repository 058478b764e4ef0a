public import Core
import Methods
import Store
public import Surveys

/// An organisation in which everything exists once, beside another one that must never see it.
public struct FullHouse: Sendable {
    public let house: House
    /// One in each state.
    public let waves: [Wave.State: Wave]
    public let units: UnitTree
    public let decision: Decision
    public let neighbours: Organisation

    /// Every name of this organisation that nobody elsewhere may read.
    public static let names = [
        "Huize Populier", "Vleugel", "Haven", "Weide", "Bakkerij", "Najaarsronde", "Proefronde", "Winterronde",
        "Lenteronde", "Afgeblazen", "Ronde van toen", "Ronde van eerder", "Ria Zwart", "Cijfers voor de universiteit",
        "Uitgeverij Els", "Gerda Wolf",
    ]

    /// A questionnaire of somebody else, which this organisation may use.
    public static let definition = "uwes-9"

    public static let lines = "path;headcount\nVleugel > Haven;30\nVleugel > Weide;35\nBakkerij;20\n"

    public init(_ house: House) async throws {
        self.house = house
        let (store, home) = (house.store, house.organisation)
        try await store.change(home.id, since: home.version, by: nil) { $0.name = "Huize Populier" }
        try await house.addUnits(Self.lines)
        units = try await store.units(in: home.id)
        waves = try await Self.waves(in: house)
        _ = try await house.publish(house.importedWave("Ronde van toen", units: nil))
        _ = try await house.importedWave("Ronde van eerder", house.earlierFile, units: nil)
        decision = try Decision(
            id: .random(), kind: .absenceData, subject: "Cijfers voor de universiteit", askedBy: .named("Ria Zwart"),
            agreements: [.init(role: .hr, day: store.clock.now.day(in: home.zone))],
            decidedOn: store.clock.now.day(in: home.zone), text: "Tot de zomer.",
            language: .dutch)
        try await store.record(decision, by: nil, in: home.id)
        try await store.save(
            giver: "Uitgeverij Els", until: Day(2027, 12, 31),
            document: Paper(Array("%PDF-1.7".utf8)), for: Self.definition,
            in: home.id, since: 0, by: nil)
        try await house.importStaff("nummer;naam\n17;Gerda Wolf\n")
        neighbours = try await store.addOrganisation("esdoorn", name: "De Esdoorn")
        try await house.addUnits("path;headcount\nZuid;40\n", in: neighbours)
        _ = try await house.openWave("Hun ronde", in: neighbours)
    }

    private static func waves(in house: House) async throws -> [Wave.State: Wave] {
        let published = try await filled("Najaarsronde", in: house)
        let closed = try await filled("Winterronde", in: house)
        let withdrawn = try await house.openWave("Afgeblazen")
        try await house.store.withdraw(withdrawn.id, in: withdrawn.organisation)
        return [
            .draft: try await house.draftWave("Proefronde"), .open: try await house.openWave("Lenteronde"),
            .closed: try await house.close(closed), .published: try await house.publish(house.close(published)),
            .withdrawn: try await house.store.wave(withdrawn.id, in: withdrawn.organisation),
        ]
    }

    private static func filled(_ title: String, in house: House) async throws -> Wave {
        let wave = try await house.openWave(title)
        try await house.fill(wave, block: "Haven", 20, value: 2)
        try await house.fill(wave, block: "Weide", 25, value: 4)
        try await house.fill(wave, block: "Bakkerij", 12, value: 3)
        return wave
    }

    /// Somebody here; a leader leads the unit of this name.
    public func visitor(_ role: Role, of unit: String = "Haven") async throws -> Visitor {
        let led = role == .leader ? units.units.first { $0.name == unit }?.id : nil
        return try await house.visitor(role, unit: led)
    }

    /// Somebody of the other organisation.
    public func neighbour(_ role: Role) async throws -> Visitor {
        let led = role == .leader ? try await house.store.units(in: neighbours.id).units.first?.id : nil
        return try await house.visitor(role, unit: led, in: neighbours)
    }
}
