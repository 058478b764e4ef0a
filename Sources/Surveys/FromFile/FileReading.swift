import Core
import Files
import Methods

/// One reading of a file of answers: finds the headings, takes the rows, and notes what it meets.
struct FileReading {
    let name: String
    let asked: Instrument
    let map: ColumnMap
    let chosen: ColumnChoice
    let unitsHeading: String?
    let words: FileWords
    let matching: HeadingMatch

    var columns: FileColumns
    var instrument: Instrument
    /// For each item that is read its column, and where its byte stands in a row.
    var plan: [(column: Int, place: Int)] = []
    /// The last column of which something is read.
    var lastColumn = 0
    var readings: [AnswerReading] = []
    var account = FileAccount()
    var bytes: [UInt8] = []
    var units: [Int32] = []
    var shelf = UnitShelf()
    /// For each row the place of its staff group, or -1; empty where no column tells it.
    var groups: [Int8] = []
    /// Texts in that column that are no staff group of the questionnaire.
    var noStaffGroups: Set<String> = []
    var seen = SeenRows()
    var sums = SumRows()
    var computed = ComputedRows()
    /// Empty ones since the last row that is none.
    var emptyRows = 0
    /// The row behind the headings that may be headings, too.
    var doubtful: (line: Int, cells: [CellRows.Cell])?
    var problems: [Problem] = []
    /// What headings say of how answers are numbered.
    var scales = HeadingScales()
    /// What second columns of a question hold beside the first, by their place.
    var rivals: [Int: RivalColumn] = [:]

    /// So many lines are named; whoever mends them sees the rest the next time.
    static let mostNamed = 8

    init(
        name: String, _ instrument: Instrument, _ map: ColumnMap, _ chosen: ColumnChoice, _ units: String?,
        _ words: FileWords
    ) throws(Problems) {
        try map.check(for: instrument, units: units)
        (self.name, self.chosen) = (name, chosen)
        asked = instrument
        self.instrument = instrument
        self.map = map
        self.words = words
        unitsHeading = units ?? map.units
        matching = HeadingMatch(instrument, map, units: units, words)
        columns = FileColumns(HeadingTexts([]), matching, chosen, instrument)
    }

    /// Reads all of it. What choosing other columns can mend is given back; what is wrong with the file itself is thrown.
    mutating func read(_ file: [UInt8]) throws(Problems) -> Problems? {
        var mendable: Problems?
        try decode(file) { reading, text throws(Problems) in
            let (rows, heading) = try reading.begin(text)
            do throws(Problems) { try reading.settle() } catch { return mendable = error }
            try reading.readRows(rows, heading, text)
        }
        return mendable
    }

    private mutating func decode(
        _ file: [UInt8], _ use: (inout Self, UnsafeBufferPointer<UInt8>) throws(Problems) -> Void
    ) throws(Problems) {
        guard file.count <= FileAnswers.largest else { throw refused("files.is_too_large") }
        let text = try decoded(file)
        var found: Problems?
        text.withUnsafeBufferPointer { text in
            do throws(Problems) { try use(&self, text) } catch { found = error }
        }
        if let found { throw found }
    }

    private mutating func decoded(_ file: [UInt8]) throws(Problems) -> ArraySlice<UInt8> {
        do throws(TextFileFault) {
            let text = try DecodedText(file)
            account.encoding = text.encoding
            let rows = QuotedLines.unwrapped(text.bytes)
            if rows != nil { remark("files.lines_are_quoted") }
            if text.unreadable > 0 { remark("files.letters_are_lost", ["count": "\(text.unreadable)"]) }
            if let last = text.bytes.last, last != 10, last != 13 { remark("files.last_line_has_no_end") }
            return rows.map { $0[...] } ?? text.bytes
        } catch {
            throw refused(error)
        }
    }

    func refused(_ fault: TextFileFault) -> Problems {
        switch fault {
        case .isBinary(let kind): refused("files.is_binary.\(kind.rawValue)")
        case .quoteNeverCloses(let line): refused("files.quote_never_closes", line: line)
        case .textBehindQuote(let line): refused("files.text_behind_quote", line: line)
        }
    }

    func refused(_ key: String, _ values: [String: String] = [:], line: Int? = nil) -> Problems {
        Problems(Problem(key, values, file: name, line: line))
    }

    mutating func remark(_ key: String, _ values: [String: String] = [:], line: Int? = nil) {
        account.remarks.append(Problem(key, values, line: line))
    }
}
