import Crypto
public import Methods

/// The set of questions of a wave as a row of bytes: one an item, its value, or `none`.
///
/// In a research wave the background questions follow the items; their values are places in the list of answers.
public struct Layout: Sendable {
    public static let none: UInt8 = 255

    public let items: [String]
    /// The open questions, which have no place in the row.
    public let openQuestions: [String]
    private let places: [String: Int]
    private let allowed: [ClosedRange<Int>]
    private let branches: [Branch]
    private let staffGroups: Set<String>
    /// SHA-256 of the ids, revisions and values: rows under another layout cannot be mistaken for these.
    public let hash: [UInt8]

    /// A theme that not everybody gets, as places in the row.
    private struct Branch {
        let places: Range<Int>
        /// The place of the question that decides, and the answers that lead here.
        let condition: (place: Int, answers: Set<UInt8>)?
        let groups: Set<String>

        /// Whether somebody gets it, by what they answered and by the kind of their work.
        func isAsked(staffGroup: String?, _ answer: (Int) -> UInt8) -> Bool {
            // Somebody went back and gave another answer, or filled everything in without a script.
            if let condition { return condition.answers.contains(answer(condition.place)) }
            return staffGroup.map(groups.contains) ?? false
        }
    }

    private struct Place {
        let id: String
        let revision: Int
        let allowed: ClosedRange<Int>
    }

    /// - Parameter isResearch: whether the background questions are asked, too.
    public init(_ instrument: Instrument, isResearch: Bool = false) {
        let scales = Dictionary(instrument.scales.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let asked = instrument.items.map { item in
            Place(
                id: item.id, revision: item.revision,
                allowed: scales[item.scale].map { $0.minimum...$0.maximum } ?? 0...0)
        }
        let background = instrument.background.map { question in
            Place(id: question.id, revision: question.revision, allowed: 0...max(0, question.answers.count - 1))
        }
        let all = asked + (isResearch ? background : [])
        items = all.map(\.id)
        let places = Dictionary(items.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        self.places = places
        allowed = all.map(\.allowed)
        openQuestions = instrument.openQuestions.map(\.id)
        staffGroups = Set(instrument.staffGroups.map(\.id))
        branches = Self.branches(of: instrument, places)
        let lines = all.map { "\($0.id) \($0.revision) \($0.allowed.lowerBound) \($0.allowed.upperBound)\n" }
        hash = Array(SHA256.hash(data: Array(lines.joined().utf8)))
    }

    private static func branches(of instrument: Instrument, _ places: [String: Int]) -> [Branch] {
        var next = 0
        return instrument.themes.compactMap { theme in
            let range = next..<next + theme.items.count
            next = range.upperBound
            guard theme.isBranch else { return nil }
            let condition = theme.onlyIf.flatMap { condition in
                places[condition.item].map { ($0, Set(condition.answers.compactMap(UInt8.init(exactly:)))) }
            }
            return Branch(places: range, condition: condition, groups: Set(theme.onlyFor))
        }
    }

    public func place(of item: String) -> Int? { places[item] }

    public func allows(_ value: Int, at place: Int) -> Bool { allowed[place].contains(value) }

    public func has(staffGroup: String) -> Bool { staffGroups.contains(staffGroup) }

    /// Whether there are questions for some staff groups only.
    public var hasStaffGroups: Bool { !staffGroups.isEmpty }

    /// Whether there are answers that only some staff groups were asked.
    func asksStaffGroup(in row: [UInt8]) -> Bool {
        branches.contains { branch in
            !branch.groups.isEmpty && branch.places.contains { row[$0] != Self.none }
        }
    }

    /// Leaves out what somebody was not asked, and parts what their staff group alone was asked from the rest: beside
    /// a block it would tell who somebody is.
    ///
    /// - Returns: the row that bears the block, and where there is something in it, the one that bears none.
    func parted(_ row: [UInt8], staffGroup: String?) -> (row: [UInt8], aside: [UInt8]?) {
        var (main, aside) = (row, [UInt8](repeating: Self.none, count: row.count))
        for branch in branches {
            let isAsked = branch.isAsked(staffGroup: staffGroup) { row[$0] }
            if branch.condition != nil, isAsked { continue }
            for place in branch.places {
                if isAsked { aside[place] = row[place] }
                main[place] = Self.none
            }
        }
        return (main, aside.allSatisfy { $0 == Self.none } ? nil : aside)
    }

    /// Whether there are themes that not everybody gets.
    var hasBranches: Bool { !branches.isEmpty }

    /// Leaves out what somebody was not asked, of one row among many. The rest of it stays together, as whoever holds a
    /// file of answers holds the team beside it.
    ///
    /// - Returns: whether there was anything to leave out.
    func leaveOut(of rows: inout [UInt8], from start: Int, staffGroup: String?) -> Bool {
        var isFound = false
        for branch in branches where !branch.isAsked(staffGroup: staffGroup, { rows[start + $0] }) {
            for place in branch.places where rows[start + place] != Self.none {
                rows[start + place] = Self.none
                isFound = true
            }
        }
        return isFound
    }
}
