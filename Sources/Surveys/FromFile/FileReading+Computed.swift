import Core
import Files
import Methods

/// Rows that hold what was worked out of the columns: the mean is that of the column, and nobody answers 0.83.
extension FileReading {
    private enum Verdict: Equatable {
        /// Its numbers are those of somebody.
        case person
        /// It holds numbers, which nobody can work out again.
        case open
        /// Each number is what its column gives; somebody may have answered so as well.
        case fits
        /// Nobody can have answered so.
        case sure
    }

    /// Words as short as "N", "Min" and "SD" are also names.
    private static let mostOfName = 4

    /// Leaves out what was worked out, and counts who only are called so.
    mutating func settleComputed(_ heading: HeadingRow, _ text: UnsafeBufferPointer<UInt8>) {
        let rows = computed.above + computed.waiting
        let verdicts = rows.map { verdict(on: $0, text) }
        var empty = 0
        for (place, row) in rows.enumerated() {
            empty += row.empty
            let rest = verdicts.enumerated().filter { $0.offset != place }.map(\.element)
            if isComputed(verdicts[place], beside: rest) {
                tell("files.row_is_computed", row)
                continue
            }
            if !computed.isPerson(row), numbers(in: row, text) != nil { tell("files.row_looks_computed", row) }
            count(row.cells, heading, on: row.line, sum: row.sum, below: row.sum == nil ? empty : 0, text)
            if row.sum == nil { empty = 0 }
        }
    }

    private mutating func tell(_ key: String, _ row: ComputedRows.Row) {
        guard let name = row.name else { return }
        remark(key, ["label": name.raw.trimmed.cut(to: 40), "line": "\(row.line)"])
    }

    /// What fits by chance once does not so twice in rows of other names.
    private func isComputed(_ verdict: Verdict, beside rest: [Verdict]) -> Bool {
        switch verdict {
        case .sure: true
        case .fits: computed.hasSum || rest.contains { $0 == .fits || $0 == .sure }
        case .open: computed.hasSum || rest.contains(.sure)
        case .person: false
        }
    }

    private func verdict(on row: ComputedRows.Row, _ text: UnsafeBufferPointer<UInt8>) -> Verdict {
        guard let name = row.name, !computed.isPerson(row), let numbers = numbers(in: row, text), !numbers.isEmpty
        else { return .person }
        let outside = numbers.count { !$0.isAnswer }
        let isPlain = name.word.text.count > Self.mostOfName && outside * 2 > numbers.count
        if name.statistic == .other { return isPlain ? .sure : .open }
        let fits = numbers.allSatisfy { number in
            values(of: name.statistic, in: number.reading).contains { number.written.mayBe($0) }
        }
        if fits { return outside > 0 ? .sure : .fits }
        return isPlain ? .sure : .person
    }

    private typealias Number = (reading: Int, written: WrittenNumber, isAnswer: Bool)

    /// What stands where answers stand; nil where a cell of the row is no number but a text or a day: then it is somebody.
    private func numbers(in row: ComputedRows.Row, _ text: UnsafeBufferPointer<UInt8>) -> [Number]? {
        var found: [Number] = []
        let readings = Dictionary(plan.enumerated().map { ($0.element.column, $0.offset) }) { first, _ in first }
        for (column, cell) in row.cells.enumerated() where column != row.name?.column && !cell.isEmpty {
            let raw = cell.text(in: text)
            // "#DIV/0!" and "n.v.t." say nothing.
            if raw.hasPrefix("#") || words.none.contains(LooseText(raw)) { continue }
            guard let number = WrittenNumber(raw) else { return nil }
            guard let reading = readings[column] else { continue }
            let meaning = self.readings[reading].meaning(of: cell, in: text)
            guard meaning != .noAnswer else { continue }
            found.append((reading, number, meaning != .notUnderstood))
        }
        return found
    }

    /// What a program may have worked out: of all numbers of the column, of those that are answers, or of what they mean.
    private func values(of statistic: Statistic, in reading: Int) -> [Double] {
        let series = readings[reading].series
        let rows = statistic == .count ? [Double(units.count)] : []
        return series.flatMap { $0.values(of: statistic) } + rows
    }
}

extension AnswerReading {
    fileprivate var series: [NumberSeries] {
        let entries = entries
        let numbers = entries.compactMap { entry in
            WrittenNumber(entry.text).map { (value: $0.value, count: entry.count, meaning: entry.meaning) }
        }
        let answers = numbers.filter { if case .answer = $0.meaning { true } else { false } }
        return [
            NumberSeries(numbers.map { ($0.value, $0.count) }), NumberSeries(answers.map { ($0.value, $0.count) }),
            NumberSeries(zip(scale, counts).map { (Double($0), $1) }),
        ]
    }
}
