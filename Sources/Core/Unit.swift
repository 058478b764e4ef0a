/// A team, ward or location. It is archived, never deleted, so that earlier waves keep their meaning.
public struct Unit: Equatable, Sendable {
    public typealias ID = Identifier<Unit>

    public let id: ID
    public let parent: ID?
    public var name: String
    /// People who work directly in this unit, not in one below it.
    public var headcount: Int
    public var archivedOn: Day?
    /// Whether the list of staff counts its people, and finds somebody: then nobody types how many there are.
    public let isCounted: Bool
    /// Whether somebody of the list of staff works here, or did.
    public let hasMembers: Bool
    public let version: Int

    public init(
        id: ID, parent: ID?, name: String, headcount: Int, archivedOn: Day? = nil, isCounted: Bool = false,
        hasMembers: Bool = false, version: Int = 0
    ) {
        self.id = id
        self.parent = parent
        self.name = name
        self.headcount = headcount
        self.archivedOn = archivedOn
        self.isCounted = isCounted
        self.hasMembers = hasMembers
        self.version = version
    }

    /// Whether somebody typed how many people there are: then the list of staff changes nothing of it.
    public var isTyped: Bool { !isCounted && headcount > 0 }

    /// Why a unit says no.
    public enum Refusal: String, Core.Refusal {
        case nameIsEmpty = "unit.name_is_empty"
        case nameIsTooLong = "unit.name_is_too_long"
        case nameIsTaken = "unit.name_is_taken"
        case headcountIsNoNumber = "unit.headcount_is_no_number"
        case isArchived = "unit.is_archived"
        case aboveIsArchived = "unit.above_is_archived"
        case nothingThere = "unit.nothing_there"
        case isBelowItself = "unit.is_below_itself"
    }

    /// Parts of a path in files and commands stand around this sign.
    public static let separator = " > "
}

/// The units of an organisation as they hang together.
public struct UnitTree: Sendable {
    public let units: [Unit]
    private let children: [Unit.ID?: [Unit]]
    private let byID: [Unit.ID: Unit]

    public init(_ units: [Unit]) {
        self.units = units
        children = Dictionary(grouping: units, by: \.parent).mapValues { $0.sorted { $0.name < $1.name } }
        byID = Dictionary(units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public var roots: [Unit] { children[nil] ?? [] }

    public func children(of unit: Unit.ID) -> [Unit] { children[unit] ?? [] }

    public subscript(id: Unit.ID) -> Unit? { byID[id] }

    /// The names from the top down to this unit.
    public func path(of unit: Unit) -> [String] {
        guard let parent = unit.parent.flatMap({ byID[$0] }) else { return [unit.name] }
        return path(of: parent) + [unit.name]
    }

    /// This unit and all below it.
    public func branch(of unit: Unit.ID) -> Set<Unit.ID> {
        children(of: unit).reduce(into: [unit]) { $0.formUnion(branch(of: $1.id)) }
    }

    /// An archived unit, and those below it that were archived along with it: on the same day, without a gap.
    public func archivedTogether(with unit: Unit) -> [Unit] {
        let along = children(of: unit.id).filter { $0.archivedOn == unit.archivedOn }
        return along.reduce([unit]) { $0 + archivedTogether(with: $1) }
    }

    /// Everybody in this unit and below, without what is archived below it.
    public func people(in unit: Unit) -> Int {
        children(of: unit.id).filter { $0.archivedOn == nil }.reduce(unit.headcount) { $0 + people(in: $1) }
    }

    public func unit(at path: [String]) -> Unit? {
        units.first { self.path(of: $0) == path }
    }
}
