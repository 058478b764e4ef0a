import Core
import Files
import Methods

/// One reading of a file of answers: finds the headings, takes the rows, and notes what it meets.
struct FileReading {
    let name: String
    private let asked: Instrument
    let map: ColumnMap
    private let unitsHeading: String?
    let words: FileWords
    private let matching: HeadingMatch

    private(set) var columns: FileColumns
    private(set) var instrument: Instrument
    /// For each item that is read its column, and where its byte stands in a row.
    private(set) var plan: [(column: Int, place: Int)] = []
    var readings: [AnswerReading] = []
    var account = FileAccount()
    var bytes: [UInt8] = []
    var units: [Int32] = []
    var shelf = UnitShelf()
    var seen = SeenRows()
    var problems: [Problem] = []

    /// So many lines are named; whoever mends them sees the rest the next time.
    static let mostNamed = 8

    init(
        name: String, _ instrument: Instrument, _ map: ColumnMap, _ units: String?, _ words: FileWords
    ) throws(Problems) {
        self.name = name
        asked = instrument
        self.instrument = instrument
        self.map = map
        self.words = words
        unitsHeading = units ?? map.units
        matching = HeadingMatch(instrument, map, units: units)
        columns = FileColumns([], matching)
        let known = Set(instrument.items.map(\.id))
        let strange = map.columns.filter { !known.contains($0.item) }
        guard strange.isEmpty else {
            throw Problems(
                strange.map { Problem("files.map_item_is_unknown", ["item": $0.item, "heading": $0.heading]) })
        }
    }

    mutating func read(_ file: [UInt8]) throws(Problems) {
        try decode(file) { reading, text throws(Problems) in try reading.readRows(text) }
    }

    /// Finds the headings alone, and what each column is taken to hold.
    mutating func outline(_ file: [UInt8]) throws(Problems) {
        try decode(file) { reading, text throws(Problems) in _ = try reading.begin(text) }
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
            if text.unreadable > 0 { remark("files.letters_are_lost", ["count": "\(text.unreadable)"]) }
            if let last = text.bytes.last, last != 10, last != 13 { remark("files.last_line_has_no_end") }
            return text.bytes
        } catch {
            throw refused(error)
        }
    }

    private func refused(_ fault: TextFileFault) -> Problems {
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

extension FileReading {
    private mutating func begin(
        _ text: UnsafeBufferPointer<UInt8>
    ) throws(Problems) -> (rows: CellRows, heading: HeadingRow) {
        let told = Delimiter.told(in: text)
        let sign = told?.sign ?? Delimiter.guessed(in: text)
        account.delimiter = Character(Unicode.Scalar(sign))
        let rows = CellRows(text, delimiter: sign, from: told?.rowsFrom ?? 0)
        return (rows, try findHeading(rows, text))
    }

    private mutating func readRows(_ text: UnsafeBufferPointer<UInt8>) throws(Problems) {
        var (rows, heading) = try begin(text)
        try settle()
        // Each item is a byte; rows are seldom shorter than two bytes a column.
        bytes.reserveCapacity(min(text.count / 2, text.count / max(1, heading.width) / 2 * plan.count))
        do throws(TextFileFault) {
            while let (line, cells) = try rows.next() {
                if line <= heading.line { continue }
                take(cells, on: line, heading, text)
                guard problems.count < Self.mostNamed, units.count <= FileAnswers.mostRows else { break }
            }
        } catch {
            throw refused(error)
        }
        guard units.count <= FileAnswers.mostRows else { throw refused("files.has_too_many_rows") }
        guard problems.isEmpty else { throw Problems(problems) }
    }

    /// The row of the first ten that names most items; what stands above it is a title.
    private mutating func findHeading(
        _ rows: CellRows, _ text: UnsafeBufferPointer<UInt8>
    ) throws(Problems) -> HeadingRow {
        var rows = rows
        var best: (columns: FileColumns, heading: HeadingRow)?
        var first: [String] = []
        do throws(TextFileFault) {
            for row in 0..<10 {
                guard let (line, cells) = try rows.next() else { break }
                let texts = cells.map { $0.text(in: text).trimmed }
                if row == 0 { first = texts }
                let columns = FileColumns(texts, matching)
                guard columns.items.count > best?.columns.items.count ?? 0 else { continue }
                best = (columns, HeadingRow(line: line, cells, text))
            }
        } catch {
            throw refused(error)
        }
        guard !first.isEmpty else { throw refused("files.is_empty") }
        guard let best else {
            let named = first.filter { !$0.isEmpty }.prefix(5).map { String($0.prefix(40)) }
            throw refused("files.no_column_matches", ["found": named.joined(separator: ", ")])
        }
        columns = best.columns
        if best.heading.line > 1 { remark("files.heading_is_lower", ["line": "\(best.heading.line)"]) }
        return best.heading
    }

    /// Decides what is read, once the headings are known.
    private mutating func settle() throws(Problems) {
        if let unitsHeading, columns.units == nil {
            throw refused("files.units_column_is_missing", ["heading": unitsHeading])
        }
        let held = Set(columns.items.map(\.item))
        var (next, themes, places) = (0, [Theme](), [Int: Int]())
        for theme in asked.themes {
            let own = next..<next + theme.items.count
            next += theme.items.count
            let lacking = zip(own, theme.items).filter { !held.contains($0.0) }.map(\.1.id)
            if lacking.isEmpty {
                for item in own { places[item] = places.count }
                themes.append(theme)
            } else {
                account.lackingThemes.append(FileAccount.Theme(theme: theme.id, items: lacking))
            }
        }
        guard !themes.isEmpty else { throw refused("files.no_theme_is_whole") }
        instrument = asked.keeping(themes)
        let items = asked.items
        for (column, item) in columns.items {
            guard let place = places[item], let scale = asked.scale(of: items[item]) else { continue }
            plan.append((column, place))
            readings.append(AnswerReading(scale, map, words))
        }
        noteColumns()
    }

    private mutating func noteColumns() {
        account.leftOut = columns.leftOut
        account.unitsHeading = columns.units.map { columns.headings[$0] }
        for column in columns.doubles { remark("files.column_is_twice", ["heading": columns.headings[column]]) }
        let headings = Set(columns.headings.map(LooseText.init))
        for column in map.columns where !headings.contains(LooseText(column.heading)) {
            remark("files.map_heading_is_missing", ["heading": column.heading])
        }
    }
}
