import Files

/// A file of units: columns `path`, its levels parted by ` > `, and `headcount`. What an organisation took along has three
/// more, of which only that a unit was archived counts: it is passed over.
public struct UnitsFile: Equatable, Sendable {
    public struct Line: Equatable, Sendable {
        public let path: [String]
        public let headcount: Int

        public init(path: [String], headcount: Int) {
            self.path = path
            self.headcount = headcount
        }
    }

    /// Bytes; a file of 5,000 units stays far below it.
    public static let largest = 2_000_000
    private static let mostUnits = 5_000
    private static let deepest = 12
    private static let longestName = 80
    private static let mostPeople = 100_000

    private static let pathNames: Set = ["path", "pad", "team"]
    private static let headcountNames: Set = ["headcount", "aantal", "mensen"]
    /// Columns of a file that Weefsel wrote when somebody left.
    private static let writtenNames = ["id", "parent_id", "archived_on"]
    public static let written = ["path", "headcount"] + writtenNames

    public let lines: [Line]
    /// What the reader should know though it is not wrong, such as an old encoding.
    public let remarks: [Problem]

    /// Reads all of it, or says everything that is wrong, line by line.
    public init(_ bytes: [UInt8], name: String) throws(Problems) {
        guard bytes.count <= Self.largest else { throw Problems(Problem("units.file_is_too_large", file: name)) }
        let table: Table
        do throws(TextFileFault) {
            let text = try FileText(bytes)
            remarks = text.isWindows1252 ? [Problem("units.file_is_cp1252", file: name)] : []
            table = try Table(text.text)
        } catch {
            throw Problems(Self.problem(error, name))
        }
        lines = try Self.read(table, name)
    }

    private static func problem(_ fault: TextFileFault, _ name: String) -> Problem {
        switch fault {
        // A photo, a workbook: their bytes are no letters.
        case .isBinary: Problem("units.file_is_no_text", file: name)
        case .quoteNeverCloses(let line), .textBehindQuote(let line):
            Problem("units.quote_never_closes", file: name, line: line)
        }
    }

    private static func read(_ table: Table, _ name: String) throws(Problems) -> [Line] {
        guard let heading = table.rows.first else { throw Problems(Problem("units.file_is_empty", file: name)) }
        let columns = Self.filled(heading.cells).map { $0.trimmed.lowercased() }
        let path = columns.firstIndex(where: pathNames.contains)
        let isWritten = Array(columns) == written
        guard let path, isWritten || columns.count == 2, isWritten || headcountNames.contains(columns[1 - path]) else {
            let found = columns.prefix(6).joined(separator: ", ") + (columns.count > 6 ? ", …" : "")
            let values = ["found": found, "count": "\(columns.count)"]
            throw Problems(Problem("units.columns_are_wrong", values, file: name, line: heading.line))
        }
        guard table.rows.count > 1 else { throw Problems(Problem("units.file_is_empty", file: name)) }
        guard table.rows.count <= mostUnits else {
            throw Problems(Problem("units.too_many", ["most": "\(mostUnits)"], file: name))
        }
        let rows = isWritten ? present(table.rows.dropFirst()) : table.rows.dropFirst()
        return try lines(of: rows, pathFirst: path == 0, name)
    }

    /// Units that were not archived, as the two columns that count.
    private static func present(_ rows: ArraySlice<Table.Row>) -> ArraySlice<Table.Row> {
        let present = rows.filter { $0.cells.count < written.count || $0.cells[written.count - 1].trimmed.isEmpty }
        return present.map { Table.Row(line: $0.line, cells: Array($0.cells.prefix(2))) }[...]
    }

    private static func lines(
        of rows: ArraySlice<Table.Row>, pathFirst: Bool, _ name: String
    ) throws(Problems) -> [Line] {
        var lines: [Line] = []
        var seen: [[String]: Int] = [:]
        var problems: [Problem] = []
        for row in rows {
            func wrong(_ key: String, _ values: [String: String] = [:]) {
                problems.append(Problem(key, values, file: name, line: row.line))
            }
            guard Self.filled(row.cells).count <= 2, row.cells.count >= 2 else {
                wrong("units.cells_are_missing"); continue
            }
            let path = parts(of: row.cells[pathFirst ? 0 : 1])
            let count = row.cells[pathFirst ? 1 : 0].trimmed
            let key = path.map { $0.lowercased() }
            if path.isEmpty || path.contains("") { wrong("units.path_is_empty") }
            if path.count > deepest { wrong("units.path_is_too_deep", ["most": "\(deepest)"]) }
            if path.contains(where: { !$0.isName(upTo: longestName) }) {
                wrong("units.name_is_too_long", ["most": "\(longestName)"])
            }
            if let first = seen[key] { wrong("units.path_is_twice", ["path": show(path), "first": "\(first)"]) }
            seen[key] = seen[key] ?? row.line
            if let people = Int(count), (0...mostPeople).contains(people) {
                lines.append(Line(path: path, headcount: people))
            } else {
                wrong("units.headcount_is_no_number", ["found": String(count.prefix(20))])
            }
        }
        guard problems.isEmpty else { throw Problems(problems) }
        return lines
    }

    /// Without the empty cells that a spreadsheet adds at the end.
    private static func filled(_ cells: [String]) -> ArraySlice<String> {
        cells[..<((cells.lastIndex { !$0.trimmed.isEmpty } ?? -1) + 1)]
    }

    private static func parts(of path: String) -> [String] {
        path.undefused.split(separator: ">", omittingEmptySubsequences: false).map { String($0).trimmed }
    }

    private static func show(_ path: [String]) -> String { path.joined(separator: Unit.separator) }
}
