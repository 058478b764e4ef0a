import Core
import Methods

/// Two columns of one question that each stand for one of its answers, ticked or empty, as some programs write every
/// question.
///
/// Read as columns of the question, the first of them would be all there is: everybody gave the lowest answer.
struct OptionColumns {
    /// What the two stand for, as the file has it.
    let first: String
    let second: String

    /// Nobody asks more; a row of a million cells would take long to look at.
    private static let mostColumns = 2_000

    /// By headings: "answer - question", "question [answer]", or an answer behind a column of the question.
    ///
    /// - Parameter items: the places of questions in the questionnaire, by the columns that hold them.
    init?(headings: [String], _ items: [Int: Int], _ matching: HeadingMatch, _ instrument: Instrument) {
        let labels = Self.labels(of: instrument)
        let all = Set(labels.flatMap(\.keys)).sorted { ($1.text.count, $0.text) < ($0.text.count, $1.text) }
        var (current, found) = (Int?.none, [Int: [Int: String]]())
        for (column, heading) in headings.prefix(Self.mostColumns).enumerated() where !heading.trimmed.isEmpty {
            if let item = items[column] { current = item }
            let text = LooseText(heading)
            if let item = current, let value = labels[item][text] {
                found[item, default: [:]][value] = found[item]?[value] ?? heading
                continue
            }
            if items[column] == nil { current = nil }
            guard let (item, value, label) = Self.parted(text, all, labels, matching) else { continue }
            found[item, default: [:]][value] = found[item]?[value] ?? label
        }
        guard let two = found.sorted(by: { $0.key < $1.key }).first(where: { $0.value.count > 1 })?.value else {
            return nil
        }
        self.init(two)
    }

    /// By the row below the headings: behind a column of the question others without a heading, with an answer in each.
    init?(row: [String], below headings: [String], _ items: [Int: Int], _ instrument: Instrument) {
        let labels = Self.labels(of: instrument)
        var (current, found) = (Int?.none, [Int: String]())
        for (column, text) in row.prefix(min(Self.mostColumns, headings.count)).enumerated() {
            if items[column] != nil || !headings[column].isEmpty { (current, found) = (items[column], [:]) }
            guard let item = current, !text.isEmpty else { continue }
            guard let value = labels[item][LooseText(text)] else { current = nil; continue }
            found[value] = found[value] ?? text
            if found.count > 1 { break }
        }
        guard found.count > 1 else { return nil }
        self.init(found)
    }

    private init(_ found: [Int: String]) {
        let texts = found.sorted { $0.key < $1.key }.map { $0.value.trimmed.cut(to: 40) }
        (first, second) = (texts[0], texts[1])
    }

    /// For each question what its answers are called; numbers stand before many a heading.
    private static func labels(of instrument: Instrument) -> [[LooseText: Int]] {
        let scales = Dictionary(
            instrument.scales.map { scale in
                (scale.id, AnswerReading.labels(of: scale).filter { $0.key.text.contains(where: \.isLetter) })
            }
        ) { first, _ in first }
        return instrument.items.map { scales[$0.scale] ?? [:] }
    }

    private static func parted(
        _ heading: LooseText, _ all: [LooseText], _ labels: [[LooseText: Int]], _ matching: HeadingMatch
    ) -> (item: Int, value: Int, label: String)? {
        let end = LooseText(String(heading.text.drop { $0 == "[" || $0 == "(" })).withoutEnd
        for label in all {
            let rests = [
                end.hasPrefix(label.text) ? end.dropFirst(label.text.count) : nil,
                end.hasSuffix(label.text) ? end.dropLast(label.text.count) : nil,
            ]
            for rest in rests.compactMap(\.self) where !rest.isEmpty {
                let question = LooseText(String(rest)).withoutMarks.text
                let item = HeadingMatch.Kind.allCases.lazy.compactMap { matching.item(of: question, $0) }.first
                if let item, let value = labels[item][label] { return (item, value, label.text) }
            }
        }
        return nil
    }
}

extension LooseText {
    fileprivate var withoutEnd: String {
        LooseText(String(text.reversed().drop { $0 == "]" || $0 == ")" }.reversed())).text
    }
}

extension FileReading {
    /// The places of questions in the questionnaire, by the columns that hold them.
    private var itemsByColumn: [Int: Int] {
        var places = Dictionary(columns.items.map { ($0.column, $0.item) }) { first, _ in first }
        for (column, counted) in columns.doubles { places[column] = places[counted] }
        return places
    }

    func refuseOptions() throws(Problems) {
        if let found = OptionColumns(headings: columns.texts.own, itemsByColumn, matching, asked) {
            throw Problems(problem(found))
        }
    }

    /// What the first row below the headings says: some programs put the answers there.
    func options(in row: @autoclosure () -> [String]) -> Problem? {
        guard columns.texts.own.contains(where: \.isEmpty) else { return nil }
        return OptionColumns(row: row(), below: columns.texts.own, itemsByColumn, asked).map(problem)
    }

    private func problem(_ options: OptionColumns) -> Problem {
        Problem("files.columns_are_options", ["first": options.first, "second": options.second], file: name)
    }

    /// Where the columns of a question are called alike, only what stands in them shows it: in each one answer, and
    /// never the same.
    var optionProblem: Problem? {
        var texts: [String] = []
        for (reading, (column, _)) in plan.enumerated() {
            let beside = columns.rivals(of: column).compactMap { rivals[$0] }.filter { $0.joined > 0 }
            guard !beside.isEmpty else { continue }
            guard let found = options(beside, readings[reading]) else { return nil }
            if texts.isEmpty { texts = found }
        }
        guard texts.count > 1 else { return nil }
        return Problem("files.columns_are_options", ["first": texts[0], "second": texts[1]], file: name)
    }

    /// What the columns beside the first hold; nil where the question is asked twice.
    private func options(_ beside: [RivalColumn], _ reading: AnswerReading) -> [String]? {
        var own = reading.counts
        var values: Set<Int> = []
        for rival in beside {
            guard rival.differing == 0, let only = rival.only, values.insert(Int(only.value)).inserted else {
                return nil
            }
            own[Int(only.value) - reading.scale.lowerBound] -= rival.joined
        }
        let left = own.enumerated().filter { $0.element > 0 }.map { $0.offset + reading.scale.lowerBound }
        guard left.count < 2, left.allSatisfy({ !values.contains($0) }),
            reading.answered > beside.count + left.count
        else { return nil }
        let isFew = beside.count < 2 && reading.scale.count > 2
        return isFew ? [] : (beside.compactMap(\.only?.text) + left.map(String.init)).map { $0.cut(to: 40) }
    }
}
