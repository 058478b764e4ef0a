/// What a list of people changes among the members; people see it, row by row, before anything is stored.
public struct StaffChanges: Equatable, Sendable {
    /// A unit that is there, or one that is made on the way.
    public enum Place: Hashable, Sendable {
        case known(Unit.ID)
        case made([String])
    }

    public struct Work: Hashable, Sendable {
        public let place: Place
        public let from: Day?
        public let until: Day?
    }

    /// Somebody as the list has them, and as they were.
    public struct Change: Equatable, Sendable {
        public let line: Int
        /// Nil of whoever is new.
        public let before: Member?
        public let name: String
        public let number: String?
        public let email: String?
        public let functionGroup: String?
        /// The last working day, where one is known that is not past: who comes back has none.
        public let leftOn: Day?
        /// All there will be, what ended before as well; nil where the list says nothing of units.
        public let work: [Work]?
    }

    /// Who left, and on which day last worked here: as the list names it, else before it was made.
    public struct Leaver: Equatable, Sendable {
        public let member: Member
        public let lastDay: Day
    }

    public let newcomers: [Change]
    /// Those whose unit stays.
    public let changes: [Change]
    public let moves: [Change]
    /// Who left before, and is in the list again.
    public let returns: [Change]
    /// Who is not in the list any more, or whose last day is past.
    public let leavers: [Leaver]
    /// Made on the way, those above before those below.
    public let units: [[String]]
    /// Where the people of the list work, or will: from now on it says how many there are.
    public let workplaces: Set<Place>
    public let unchanged: Int
    public let wrong: [Problem]
    /// How many members are here before.
    public let members: Int

    public var isEmpty: Bool {
        newcomers.isEmpty && changes.isEmpty && moves.isEmpty && returns.isEmpty && leavers.isEmpty
    }

    /// So many leaving at once is a mistake more often than not: the wrong file, or half of one.
    public var isManyLeaving: Bool { leavers.count * 5 > members }
}

/// Looks for the member whom an entry of a list is about.
struct StaffMatching {
    private let byNumber: [String: Member]
    private let byBareNumber: [String: [Member]]
    private let byEmail: [String: [Member]]
    private let byName: [String: [Member]]
    /// Those of which a list has more than one.
    private let sharedEmails: Set<String>

    init(_ members: [Member], for entries: [StaffFile.Entry]) {
        let emails = Dictionary(grouping: entries.compactMap(\.email).map(Member.key(ofEmail:))) { $0 }
        sharedEmails = Set(emails.filter { $0.value.count > 1 }.keys)
        let numbered = members.compactMap { member in member.number.map { (Member.key(ofNumber: $0), member) } }
        byNumber = Dictionary(numbered) { first, _ in first }
        byBareNumber = Dictionary(grouping: members.filter { $0.number != nil }) { Self.bare($0.number ?? "") }
        byEmail = Dictionary(grouping: members.filter { $0.email != nil }) { Member.key(ofEmail: $0.email ?? "") }
        byName = Dictionary(grouping: members) { Account.key(of: $0.name) }
    }

    /// By number; else, among those without one, by address or by name, where only one fits.
    func member(for entry: StaffFile.Entry) -> Result<Member?, Problems> {
        if let number = entry.number {
            if let found = byNumber[Member.key(ofNumber: number)] { return .success(found) }
            // A spreadsheet drops the zeros of "0042".
            if let found = byBareNumber[Self.bare(number)], found.count == 1,
                Account.key(of: found[0].name) == Account.key(of: entry.name)
            {
                return .success(found[0])
            }
        }
        func open(_ found: [Member]?) -> [Member] {
            (found ?? []).filter { entry.number == nil || $0.number == nil }
        }
        if let key = entry.email.map(Member.key(ofEmail:)), !sharedEmails.contains(key),
            case let found = open(byEmail[key]), found.count == 1
        {
            return .success(found[0])
        }
        let named = open(byName[Account.key(of: entry.name)])
        guard named.count > 1 else { return .success(named.first) }
        return .failure(Problems(Problem("staff.name_is_of_several", ["name": entry.name])))
    }

    private static func bare(_ number: String) -> String {
        String(Member.key(ofNumber: number).drop { $0 == "0" })
    }
}

/// Looks for the unit that a path of a list means.
struct StaffUnits {
    private let byPath: [[String]: Unit.ID]
    private let byEnd: [String: [(path: [String], id: Unit.ID)]]
    private(set) var made: [[String]] = []
    private var madeKeys: Set<[String]> = []
    private var known: [[String]: StaffChanges.Place] = [:]

    init(_ tree: UnitTree) {
        let present = tree.units.filter { $0.archivedOn == nil }
            .map { (path: UnitTree.key(tree.path(of: $0)), id: $0.id) }
        byPath = Dictionary(present.map { ($0.path, $0.id) }) { first, _ in first }
        byEnd = Dictionary(grouping: present) { $0.path.last ?? "" }
    }

    /// The unit of this path; else the only one whose path ends so; else one that is made, with those above it.
    mutating func place(of path: [String]) -> StaffChanges.Place {
        let key = UnitTree.key(path)
        if let found = known[key] { return found }
        let place = found(key) ?? make(path)
        known[key] = place
        return place
    }

    private func found(_ key: [String]) -> StaffChanges.Place? {
        if let found = byPath[key] { return .known(found) }
        let ends = (byEnd[key.last ?? ""] ?? []).filter { $0.path.ends(with: key) }
        return ends.count == 1 ? .known(ends[0].id) : nil
    }

    private mutating func make(_ path: [String]) -> StaffChanges.Place {
        for count in 1...path.count {
            let above = Array(path.prefix(count))
            let key = UnitTree.key(above)
            guard byPath[key] == nil, madeKeys.insert(key).inserted else { continue }
            made.append(above)
        }
        return .made(path)
    }
}

extension [String] {
    fileprivate func ends(with other: [String]) -> Bool {
        count >= other.count && suffix(other.count).elementsEqual(other)
    }
}
