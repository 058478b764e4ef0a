public import Core
public import Files
public import Methods

/// What each column of a file is taken to hold, before its answers are read: also where these cannot be read yet.
public struct FileOutline: Equatable, Sendable {
    public let encoding: TextEncoding
    /// The sign between its cells.
    public let delimiter: Character
    /// What stands above each column.
    public let headings: [String]
    /// The place of the column of each item that has one, by the item's id.
    public let columns: [String: Int]
    public let units: Int?
    /// Columns that nothing is read from; of several with the same heading the first.
    public let left: [Int]

    /// - Parameters:
    ///   - file: its bytes.
    ///   - name: what problems call it.
    ///   - instrument: the questionnaire that it answers.
    ///   - map: what somebody says of its columns.
    ///   - words: what files write for no answer.
    public init(
        _ file: [UInt8], name: String, of instrument: Instrument, map: ColumnMap, words: FileWords
    ) throws(Problems) {
        var reading = try FileReading(name: name, instrument, map, nil, words)
        try reading.outline(file)
        let found = reading.columns
        (encoding, delimiter) = (reading.account.encoding, reading.account.delimiter)
        (headings, units) = (found.headings, found.units)
        let items = instrument.items
        columns = Dictionary(found.items.map { (items[$0.item].id, $0.column) }) { first, _ in first }
        var seen: Set<LooseText> = []
        left = found.leftOutPlaces.filter { seen.insert(LooseText(found.headings[$0])).inserted }
    }
}
