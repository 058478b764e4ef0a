/// What a list of people says of each of them, by its columns; and row by row what is wrong with it.
public struct StaffFile: Equatable, Sendable {
    /// Where somebody works, as the list says it: the names from the top down.
    public struct Place: Hashable, Sendable {
        public let path: [String]
        public var from: Day?
        public var until: Day?
    }

    public struct Entry: Equatable, Sendable {
        /// Of the first row that names somebody.
        public let line: Int
        public let name: String
        public let number: String?
        public let email: String?
        public let functionGroup: String?
        public fileprivate(set) var places: [Place]
        /// The last day, where the list says that somebody has none after it.
        public let lastDay: Day?
    }

    public let people: [Entry]
    /// Rows that are left out, and why; each with its line.
    public let wrong: [Problem]
    /// What stands in those rows: nobody has left whom one of them may be about.
    let doubted: [Entry]
    public let columns: StaffColumns

    /// - Throws: where no column says what somebody is called.
    public init(_ table: StaffTable, _ columns: StaffColumns, name: String) throws(Problems) {
        guard columns.saysName else {
            let found = table.headings.prefix(8).joined(separator: ", ") + (table.headings.count > 8 ? ", …" : "")
            throw Problems(Problem("staff.name_is_missing", ["found": found], file: name))
        }
        let rows = StaffRows(table, columns)
        var joining = StaffJoining()
        for row in table.rows {
            guard let (entry, problems) = rows.entry(row) else { continue }
            problems.isEmpty ? joining.add(entry) : joining.leaveOut(entry, problems)
        }
        people = joining.people
        wrong = joining.wrong.map { Problem($0.key, $0.values, file: name, line: $0.line) }
            .sorted { ($0.line ?? 0) < ($1.line ?? 0) }
        doubted = joining.doubted
        self.columns = columns
    }
}

/// Makes one entry of the rows of one person: somebody can work in two teams. Whoever two rows call differently is left
/// out, with both.
private struct StaffJoining {
    private var all: [StaffFile.Entry] = []
    private var places: [String: Int] = [:]
    private var unsure: Set<Int> = []
    private(set) var wrong: [Problem] = []
    private(set) var doubted: [StaffFile.Entry] = []

    var people: [StaffFile.Entry] { all.indices.filter { !unsure.contains($0) }.map { all[$0] } }

    mutating func add(_ entry: StaffFile.Entry) {
        guard let first = places[Self.key(of: entry)] else {
            places[Self.key(of: entry)] = all.count
            all.append(entry)
            return
        }
        let known = all[first]
        guard entry.number != nil || entry.email != nil, Account.key(of: known.name) == Account.key(of: entry.name)
        else {
            if unsure.insert(first).inserted { doubted.append(known) }
            let key = entry.number == nil ? "staff.name_is_twice" : "staff.number_is_twice"
            let values = [
                "name": entry.name, "number": entry.number ?? "", "first": "\(known.line)", "other": known.name,
            ]
            leaveOut(entry, [Problem(key, values)])
            return
        }
        all[first].places += entry.places.filter { !known.places.contains($0) }
    }

    mutating func leaveOut(_ entry: StaffFile.Entry, _ problems: [Problem]) {
        doubted.append(entry)
        wrong += problems.map { Problem($0.key, $0.values, line: entry.line) }
    }

    private static func key(of entry: StaffFile.Entry) -> String {
        if let number = entry.number { return "#" + Member.key(ofNumber: number) }
        // People of one kitchen may have one address.
        return Account.key(of: entry.name) + "@" + Member.key(ofEmail: entry.email ?? "")
    }
}

/// Reads rows of a list one by one.
private struct StaffRows {
    private let columns: StaffColumns
    /// The columns of a unit, from the top down.
    private let levels: [Int]
    private let isPath: Bool

    init(_ table: StaffTable, _ columns: StaffColumns) {
        self.columns = columns
        isPath = columns[.unit] != nil
        levels =
            columns[.unit].map { [$0] }
            ?? StaffField.levels.compactMap { level in
                guard let place = columns[level] else { return nil }
                // Everybody's own organisation is no unit of it.
                let isOne = level == .organisation && Set(table.rows.map { $0.cells[place].trimmed }).count == 1
                return isOne ? nil : place
            }
    }

    /// Nil for a row that says nothing of anybody.
    func entry(_ row: StaffTable.Row) -> (StaffFile.Entry, [Problem])? {
        func cell(_ field: StaffField) -> String? {
            let text = columns[field].map { row.cells[$0].trimmed } ?? ""
            return text.isEmpty ? nil : text
        }
        guard StaffField.allCases.contains(where: { cell($0) != nil }) else { return nil }
        var problems: [Problem] = []
        let parts = StaffField.partsOfName.compactMap(cell)
        let name = cell(.lastName) == nil ? cell(.name) ?? parts.joined(separator: " ") : parts.joined(separator: " ")
        func day(_ field: StaffField) -> Day? {
            guard let text = cell(field) else { return nil }
            guard let day = Day(typed: text) else {
                problems.append(Problem(Member.Refusal.dayIsNone.key, ["found": String(text.prefix(20))]))
                return nil
            }
            return day
        }
        let (from, until) = (day(.from), day(.until))
        let path = path(of: row)
        if path.contains(where: { $0.isEmpty || !$0.isName(upTo: Member.longestName) || $0.contains(">") }) {
            problems.append(Problem("staff.unit_is_none", ["found": path.joined(separator: Unit.separator)]))
        }
        let entry = StaffFile.Entry(
            line: row.line, name: name, number: cell(.number), email: cell(.email),
            functionGroup: cell(.functionGroup),
            places: path.isEmpty ? [] : [StaffFile.Place(path: path, from: from, until: until)],
            lastDay: path.isEmpty ? until : nil)
        do throws(Member.Refusal) { try entry.member.check() } catch { problems.append(Problem(error.key)) }
        return (entry, problems)
    }

    private func path(of row: StaffTable.Row) -> [String] {
        let parts = levels.map { row.cells[$0].trimmed }
        guard isPath, let whole = parts.first, !whole.isEmpty else { return parts.filter { !$0.isEmpty } }
        return whole.split(separator: ">", omittingEmptySubsequences: false).map { String($0).trimmed }
    }
}

extension StaffFile.Entry {
    /// To be checked as any member is; in no unit yet.
    fileprivate var member: Member {
        Member(
            id: Member.ID(high: 0, low: 0), name: name, number: number, email: email, functionGroup: functionGroup,
            places: zip(places.indices, places).map { index, place in
                Member.Place(unit: Unit.ID(high: 0, low: UInt64(index)), from: place.from, until: place.until)
            })
    }
}
