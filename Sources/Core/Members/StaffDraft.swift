/// A list of staff that somebody looks at before it counts, with what they chose for it; without the columns that are left
/// out.
public struct StaffDraft: Equatable, Sendable {
    /// As its owner calls the file.
    public let name: String
    public let table: StaffTable
    public var columns: StaffColumns

    public init(_ table: StaffTable, name: String, columns: StaffColumns) {
        (self.table, self.name, self.columns) = (table, name, columns)
    }

    /// What each column is called that says something.
    public var headings: [StaffField: String] {
        columns.places.compactMapValues { table.headings.indices.contains($0) ? table.headings[$0] : nil }
    }
}

extension StaffDraft {
    /// As it rests on disk.
    public var bytes: [UInt8] {
        var texts = RestingTexts()
        texts.add(name)
        texts.add(
            columns.places.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { [$0.key.rawValue, "\($0.value)"] })
        texts.add(
            table.remarks.flatMap {
                [$0.key] + $0.values.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] } + [""]
            })
        texts.add(table.refused.flatMap { [$0.heading, $0.why.rawValue] })
        texts.add(table.headings)
        for row in table.rows { texts.add(["\(row.line)"] + row.cells) }
        return texts.bytes
    }

    /// Nil where the bytes are none of such a list.
    public init?(_ bytes: [UInt8]) {
        var texts = RestingTexts(bytes)
        guard let name = texts.text(), let columns = texts.list(), let remarks = texts.list(),
            let refused = texts.list(),
            let headings = texts.list()
        else { return nil }
        var rows: [StaffTable.Row] = []
        while let cells = texts.list() {
            guard let line = cells.first.flatMap({ Int($0) }), cells.count == headings.count + 1 else { return nil }
            rows.append(StaffTable.Row(line: line, cells: Array(cells.dropFirst())))
        }
        let pairs = stride(from: 0, to: columns.count - 1, by: 2).compactMap { place in
            StaffField(rawValue: columns[place]).flatMap { field in Int(columns[place + 1]).map { (field, $0) } }
        }
        let table = StaffTable(
            headings: headings, rows: rows, refused: Self.refused(refused), remarks: Self.remarks(remarks, name))
        self.init(table, name: name, columns: StaffColumns(Dictionary(pairs) { first, _ in first }))
    }

    private static func refused(_ texts: [String]) -> [StaffTable.Refused] {
        stride(from: 0, to: texts.count - 1, by: 2).compactMap { place in
            RefusedColumn(rawValue: texts[place + 1]).map { StaffTable.Refused(heading: texts[place], why: $0) }
        }
    }

    /// Each is a key, then names with values, then nothing.
    private static func remarks(_ texts: [String], _ file: String) -> [Problem] {
        var (remarks, rest) = ([Problem](), texts[...])
        while let key = rest.popFirst() {
            var values: [String: String] = [:]
            while let name = rest.popFirst(), !name.isEmpty { values[name] = rest.popFirst() }
            remarks.append(Problem(key, values, file: file))
        }
        return remarks
    }
}

/// Texts behind each other, each with its length before it; a list has its number before it.
private struct RestingTexts {
    private(set) var bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8] = []) { self.bytes = bytes }

    mutating func add(_ text: String) {
        add(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func add(_ texts: [String]) {
        add(texts.count)
        for text in texts { add(text) }
    }

    private mutating func add(_ number: Int) {
        for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    mutating func text() -> String? {
        guard let length = number(), length <= bytes.count - place else { return nil }
        defer { place += length }
        return String(decoding: bytes[place..<place + length], as: UTF8.self)
    }

    mutating func list() -> [String]? {
        guard let count = number() else { return nil }
        var texts: [String] = []
        for _ in 0..<count {
            guard let text = text() else { return nil }
            texts.append(text)
        }
        return texts
    }

    private mutating func number() -> Int? {
        guard bytes.count - place >= 4 else { return nil }
        defer { place += 4 }
        return bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
    }
}
