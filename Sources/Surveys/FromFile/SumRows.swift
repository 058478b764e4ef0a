import Files

/// Rows that are called a sum of the others while their answers look like those of a person.
///
/// "Gemiddeld" may also be what somebody filled in. So such a row is taken for a sum only where it can be hardly anything
/// else: called so once or twice, and as a unit, or at the end of the file.
struct SumRows {
    private var columns: [Int] = []
    private var units: Int?
    private var words = FileWords(none: [], totals: [])
    private var found: [Row] = []
    private var counts: [LooseText: Int] = [:]
    /// The last row that is called no sum.
    var lastOther = -1

    struct Row {
        let label: Label
        let cells: [CellRows.Cell]
        let row: Int
        let line: Int
    }

    /// Where it stands: as the unit, in the name of one, or elsewhere.
    enum Place { case unit, nameOfUnit, elsewhere }

    struct Label {
        let text: LooseText
        /// Its first word, as it stands in the file.
        let called: String
        let place: Place
    }

    private static let mostTimes = 2
    /// Sums are few; of so many rows called so, all are people.
    private static let mostRows = 1_000

    init() {}

    /// What a row is called stands in the column of units, in the first, or in others before the first answer.
    init(_ columns: FileColumns, _ items: [Int], _ words: FileWords) {
        let before = (0..<max(1, items.min() ?? 0)).prefix(12).filter { $0 != columns.units }
        self.columns = [columns.units].compactMap(\.self) + before
        (units, self.words) = (columns.units, words)
    }

    func label(of cells: [CellRows.Cell], _ text: UnsafeBufferPointer<UInt8>) -> Label? {
        for column in columns where column < cells.count && !cells[column].isEmpty {
            let (first, second) = Self.beginning(of: cells[column], text)
            guard words.mayBeTotal(first, second) else { continue }
            let raw = cells[column].text(in: text)
            let loose = LooseText(raw)
            guard words.isTotal(loose), !isBesideUnit(column, cells, text) else { continue }
            let isAlone = words.isTotalAlone(loose)
            return Label(
                text: loose, called: Self.firstWord(of: raw, loose),
                place: column != units ? .elsewhere : isAlone ? .unit : .nameOfUnit)
        }
        return nil
    }

    private static func beginning(
        of cell: CellRows.Cell, _ text: UnsafeBufferPointer<UInt8>
    ) -> (UInt8, UInt8) {
        (text[cell.start], cell.start + 1 < cell.end ? text[cell.start + 1] : 0)
    }

    /// The number of a person in a list, mostly: "25%" is a statistic, and 2,501 is not.
    private static func isPlainNumber(_ cell: CellRows.Cell, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        (cell.start..<cell.end).allSatisfy { (48...57).contains(text[$0]) }
    }

    private static func firstWord(of raw: String, _ loose: LooseText) -> String {
        let word = loose.text.split(separator: " ").first ?? ""
        return String(raw.drop { !$0.isLetter }.prefix(word.count))
    }

    /// The statistic that a row is called, alone.
    func name(of cells: [CellRows.Cell], _ text: UnsafeBufferPointer<UInt8>) -> ComputedRows.Name? {
        for column in columns where column < cells.count && !cells[column].isEmpty {
            let (first, second) = Self.beginning(of: cells[column], text)
            guard words.mayBeStatistic(first, second), !Self.isPlainNumber(cells[column], text) else { continue }
            let raw = cells[column].text(in: text)
            guard let (word, statistic) = words.statistic(raw), !isBesideUnit(column, cells, text) else { continue }
            return ComputedRows.Name(word: word, raw: raw, column: column, statistic: statistic)
        }
        return nil
    }

    /// Whether somebody with a team of their own filled in the word.
    private func isBesideUnit(
        _ column: Int, _ cells: [CellRows.Cell], _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard column != units, let units, units < cells.count, !cells[units].isEmpty else { return false }
        return !AnswerReading.isNumber(cells[units].text(in: text))
    }

    mutating func note(_ label: Label, _ cells: [CellRows.Cell], row: Int, line: Int) {
        counts[label.text, default: 0] += 1
        if found.count < Self.mostRows { found.append(Row(label: label, cells: cells, row: row, line: line)) }
    }

    /// The rows that are sums.
    ///
    /// - Parameter isUnit: whether the file has a unit of this name: "Gemiddeld Noord" is its sum, then.
    func rows(isUnit: (LooseText) -> Bool) -> [Row] {
        guard lastOther >= 0 else { return [] }
        return found.filter { row in
            guard counts[row.label.text, default: 0] <= Self.mostTimes else { return false }
            switch row.label.place {
            case .unit: return true
            case .nameOfUnit:
                // Of a team that is called so there are several people; a sum stands there once.
                let summed = words.summed(by: row.label.text).map { LooseText(String($0)) }
                return counts[row.label.text] == 1 && summed.map(isUnit) == true
            case .elsewhere: return row.row > lastOther
            }
        }
    }
}
