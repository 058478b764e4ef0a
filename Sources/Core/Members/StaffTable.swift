import Files

/// A list of people as a program wrote it, delimited text or a workbook, without the columns that an employer has no
/// business with: these are left out before anything is kept.
public struct StaffTable: Equatable, Sendable {
    public struct Row: Equatable, Sendable {
        /// As the program shows it, counted from 1.
        public let line: Int
        /// As many as there are headings.
        public let cells: [String]
    }

    public struct Refused: Equatable, Sendable {
        public let heading: String
        public let why: RefusedColumn
    }

    public let headings: [String]
    public let rows: [Row]
    public let refused: [Refused]
    /// What the reader should know though it is not wrong, such as a second page that was not read.
    public let remarks: [Problem]

    /// Bytes.
    public static let largest = 32 << 20
    static let mostRows = 100_000
    /// Within so many rows the headings stand.
    static let deepestHeading = 30

    init(headings: [String], rows: [Row], refused: [Refused], remarks: [Problem]) {
        (self.headings, self.rows, self.refused, self.remarks) = (headings, rows, refused, remarks)
    }

    public init(_ bytes: [UInt8], name: String, _ words: StaffWords) throws(Problems) {
        guard bytes.count <= Self.largest else { throw Problems(Problem("staff.file_is_too_large", file: name)) }
        var lines: [Row]
        (lines, remarks) = try Self.lines(of: bytes, name, words)
        guard lines.count > 1 else { throw Problems(Problem("staff.file_is_empty", file: name)) }
        let head = Self.heading(in: lines, words)
        let width = lines[head...].lazy.map(\.cells.count).max() ?? 0
        let found = Self.filled(lines[head].cells, to: width).map(\.trimmed)
        lines = Array(lines[(head + 1)...])
        // Twice the same headings, as where a program prints them on each page.
        lines.removeAll { Self.filled($0.cells, to: width).map(\.trimmed) == found }
        var (kept, refused) = ([Int](), [Refused]())
        for place in 0..<width {
            let cells = lines.lazy.compactMap { place < $0.cells.count ? $0.cells[place] : nil }
            if let why = RefusedColumn(heading: found[place], cells: cells, words) {
                refused.append(Refused(heading: found[place], why: why))
            } else if !found[place].isEmpty || cells.contains(where: { !$0.trimmed.isEmpty }) {
                kept.append(place)
            }
        }
        self.refused = refused
        headings = kept.map { found[$0] }
        rows = lines.map { line in Row(line: line.line, cells: Self.filled(line.cells, at: kept)) }
    }

    /// The row that names the most things that are known of people, the first of these; else the first of all.
    private static func heading(in lines: [Row], _ words: StaffWords) -> Int {
        let first = lines.prefix(deepestHeading).map { StaffColumns.fields(in: $0.cells, words) }
        guard let most = first.max(), most > 0 else { return 0 }
        return first.firstIndex(of: most) ?? 0
    }

    private static func filled(_ cells: [String], to width: Int) -> [String] {
        cells + Array(repeating: "", count: max(0, width - cells.count))
    }

    private static func filled(_ cells: [String], at places: [Int]) -> [String] {
        places.map { $0 < cells.count ? cells[$0].undefused : "" }
    }
}

extension StaffTable {
    private static func lines(
        of bytes: [UInt8], _ name: String, _ words: StaffWords
    ) throws(Problems) -> (rows: [Row], remarks: [Problem]) {
        let isPacked = bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
        return isPacked ? try page(of: bytes, name, words) : try text(of: bytes, name)
    }

    private static func text(of bytes: [UInt8], _ name: String) throws(Problems) -> (rows: [Row], remarks: [Problem]) {
        let (text, table): (FileText, Table)
        do throws(TextFileFault) {
            text = try FileText(bytes)
            table = try Table(text.text)
        } catch {
            throw Problems(Self.problem(error, name))
        }
        guard table.rows.count <= mostRows else { throw Problems(Problem("staff.file_is_too_large", file: name)) }
        let rows = table.rows.map { Row(line: $0.line, cells: $0.cells) }
        return (rows, text.isWindows1252 ? [Problem("staff.file_is_cp1252", file: name)] : [])
    }

    private static func problem(_ fault: TextFileFault, _ name: String) -> Problem {
        switch fault {
        case .isBinary: Problem("staff.file_is_no_list", file: name)
        case .quoteNeverCloses(let line), .textBehindQuote(let line):
            Problem("staff.quote_never_closes", file: name, line: line)
        }
    }
}
