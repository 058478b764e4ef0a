public import Core

/// A node of the reporting tree, frozen when a wave opens. Its leaves are the blocks.
public struct Group: Equatable, Sendable {
    /// Its place in the wave's list; parents come before their children, 0 is the whole organisation.
    public let position: Int
    public let parent: Int?
    /// The units whose own people are counted here or below, by lasting id.
    public let units: [Unit.ID]
    /// What it is called: a unit's name, several where small units were put together.
    public let names: [Name]
    /// How many were asked; 0 where nobody knows, as of answers from a file.
    public let invited: Int
    public let isBlock: Bool

    public init(position: Int, parent: Int?, units: [Unit.ID], names: [Name], invited: Int, isBlock: Bool) {
        self.position = position
        self.parent = parent
        self.units = units
        self.names = names
        self.invited = invited
        self.isBlock = isBlock
    }

    public enum Name: Equatable, Hashable, Sendable, Codable {
        case unit(String)
        /// The people of an inner unit itself: "leiding en staf".
        case staff(of: String)
        /// Everybody, where the organisation has several units at the top.
        case organisation(String)
    }
}

extension [Group] {
    /// Whether the whole is itself a unit, and so begins every path.
    public var isTopAUnit: Bool {
        guard case .organisation = first?.names.first else { return true }
        return false
    }

    /// The groups that a leader of this branch may see: those wholly inside it, and the blocks that hold some of it.
    public func positions(in branch: Set<Unit.ID>) -> Set<Int> {
        Set(
            filter { group in
                // A group without units is of a file: its name may be that of a unit, and is none.
                guard !group.units.isEmpty else { return false }
                return group.isBlock ? !branch.isDisjoint(with: group.units) : branch.isSuperset(of: group.units)
            }.map(\.position))
    }
}
