public import Core

/// What somebody says of the columns of a file: which item each holds, where the unit stands, what is no answer.
public struct ColumnMap: Equatable, Sendable {
    /// A heading of the file and the id of the item that it holds.
    public struct Column: Equatable, Sendable {
        public let heading: String
        public let item: String
        /// Where the map says so.
        public let line: Int

        public init(heading: String, item: String, line: Int) {
            self.heading = heading
            self.item = item
            self.line = line
        }
    }

    public var columns: [Column]
    /// The heading of the column with units.
    public var units: String?
    /// Texts that are no answer.
    public var missing: [String]
    /// Texts in the column of units that are no unit; nil where the usual words for no answer are none.
    public var withoutUnit: [String]?
    /// What a text in the file stands for; a number not on scales where it is an answer itself, while it is none on another.
    public var answers: [String: Int]
    /// The items whose numbers stand the other way round in the file.
    public var turned: [String]

    public init(
        columns: [Column] = [], units: String? = nil, missing: [String] = [], answers: [String: Int] = [:],
        withoutUnit: [String]? = nil, turned: [String] = []
    ) {
        self.turned = turned
        self.withoutUnit = withoutUnit
        self.columns = columns
        self.units = units
        self.missing = missing
        self.answers = answers
    }

    /// Numbers that stand for other numbers, as texts for whoever reads that they do.
    public var changedNumbers: [[String: String]] {
        answers.sorted { $0.key < $1.key }.compactMap { text, value in
            guard let number = Int(text.trimmed), number != value else { return nil }
            return ["text": text, "value": "\(value)"]
        }
    }

    /// The map of a file that says nothing of itself.
    public static let none = ColumnMap()
}

extension ColumnMap {
    /// Bytes; a map of 400 long questions stays far below it.
    public static let largest = 500_000

    private static let keys = ["columns", "units", "without_unit", "missing", "answers", "turned"]

    /// Reads a map in YAML, or says everything that is wrong with it.
    public init(_ bytes: [UInt8], name: String) throws(Problems) {
        let findings = Findings()
        self.init()
        read(bytes, name, findings)
        guard findings.all.isEmpty else { throw Problems(findings.sorted) }
    }

    private mutating func read(_ bytes: [UInt8], _ name: String, _ findings: Findings) {
        let place = Place(file: name, line: nil)
        guard bytes.count <= Self.largest else { return findings.add(.fileIsTooLarge, at: place) }
        guard let text = String(validating: bytes, as: UTF8.self) else { return findings.add(.isNotUTF8, at: place) }
        guard let tree = YamlReading(file: name, findings: findings).tree(of: text) else { return }
        guard case .section(let pairs) = tree.content else {
            return findings.add(.expectsSection, ["key": name], at: Place(file: name, line: tree.line))
        }
        let reader = MapReading(file: name, findings: findings)
        for pair in pairs {
            switch pair.key {
            case "columns": columns = reader.columns(pair)
            case "units": units = reader.text(pair)
            case "without_unit": withoutUnit = reader.texts(pair)
            case "missing": missing = reader.texts(pair)
            case "answers": answers = reader.answers(pair)
            case "turned": turned = reader.texts(pair)
            default: findings.add(.keyIsUnknown, pair.key, among: Self.keys, at: reader.place(pair))
            }
        }
    }
}

/// The parts of a column map.
private struct MapReading {
    let file: String
    let findings: Findings

    func place(_ pair: YamlTree.Pair) -> Place { Place(file: file, line: pair.line) }

    func columns(_ pair: YamlTree.Pair) -> [ColumnMap.Column] {
        entries(pair).compactMap { entry in
            text(entry).map { ColumnMap.Column(heading: entry.key, item: $0, line: entry.line) }
        }
    }

    func answers(_ pair: YamlTree.Pair) -> [String: Int] {
        entries(pair).reduce(into: [:]) { answers, entry in
            guard let text = text(entry) else { return }
            if let number = Int(text) {
                answers[entry.key] = number
            } else {
                findings.add(.expectsNumber, ["key": entry.key], at: place(entry))
            }
        }
    }

    func texts(_ pair: YamlTree.Pair) -> [String] {
        guard case .list(let list) = pair.value.content else {
            findings.add(.expectsList, ["key": pair.key], at: place(pair))
            return []
        }
        return list.compactMap { entry in
            switch entry.content {
            case .nothing: return ""
            case .text(let text, _): return text
            default:
                findings.add(.expectsText, ["key": pair.key], at: Place(file: file, line: entry.line))
                return nil
            }
        }
    }

    func text(_ pair: YamlTree.Pair) -> String? {
        if case .text(let text, _) = pair.value.content { return text }
        findings.add(.expectsText, ["key": pair.key], at: place(pair))
        return nil
    }

    private func entries(_ pair: YamlTree.Pair) -> [YamlTree.Pair] {
        if case .section(let entries) = pair.value.content { return entries }
        findings.add(.expectsSection, ["key": pair.key], at: place(pair))
        return []
    }
}
