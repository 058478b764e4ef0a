public import Files
import Methods

/// What each column of a file is taken to hold.
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
    /// Those of them that may say in which unit somebody works, where nobody said which column does.
    public let mayBeUnits: [Int]

    /// As spreadsheets call their columns: A to Z, then AA.
    public static func letters(of place: Int) -> String {
        let (rest, letter) = (place / 26, UnicodeScalar(UInt8(65 + place % 26)))
        return (rest > 0 ? letters(of: rest - 1) : "") + String(Character(letter))
    }

    init(_ reading: FileReading) {
        let (found, items) = (reading.columns, reading.asked.items)
        (encoding, delimiter) = (reading.account.encoding, reading.account.delimiter)
        (headings, units) = (found.headings, found.units)
        columns = Dictionary(found.items.map { (items[$0.item].id, $0.column) }) { first, _ in first }
        var seen: Set<LooseText> = []
        left = found.leftOutPlaces.filter { seen.insert(LooseText(found.headings[$0])).inserted }
        mayBeUnits = found.mayBeUnits.filter(left.contains)
    }
}
