import Core
import Methods

/// What a heading says beside its question of how answers are numbered: "(1 = never, 5 = always)", "(0-100)".
struct HeadingScale {
    /// How that stands beside the numbers of the questionnaire.
    enum Stand: Equatable {
        case alike
        case turned(number: Int, label: String)
        /// A number stands for an answer that has another one.
        case otherwise(number: Int, label: String, value: Int)
        /// It names numbers or words that the scale does not have.
        case unknown(note: String)
    }

    private let pairs: [(number: Int, label: String)]
    private let note: String?

    /// - Parameter names: what the column is called, in one row of headings or two.
    init(_ names: [String]) {
        pairs = names.flatMap(Self.pairs)
        note = names.lazy.compactMap { HeadingReadings.note(behind: $0)?.note }.first
    }

    /// - Parameter meant: what a number of the file stands for, as somebody says.
    func stand(on scale: Scale, meant: (Int) -> Int) -> Stand {
        let labels = AnswerReading.labels(of: scale)
        let known = pairs.compactMap { pair in
            labels[LooseText(pair.label)].map { (pair.number, pair.label, value: $0, read: meant(pair.number)) }
        }
        guard let wrong = known.first(where: { $0.value != $0.read }) else {
            return known.isEmpty ? unknown(scale) : .alike
        }
        let isTurned = known.allSatisfy { $0.value == scale.minimum + scale.maximum - $0.read }
        return isTurned
            ? .turned(number: wrong.0, label: wrong.1)
            : .otherwise(number: wrong.0, label: wrong.1, value: wrong.value)
    }

    private func unknown(_ scale: Scale) -> Stand {
        guard let note else { return .alike }
        let isNamed = !Self.pairs(in: note).isEmpty
        return isNamed || Self.range(in: note).map { $0 != scale.range } == true ? .unknown(note: note) : .alike
    }

    /// "1 = never" as often as it stands there, else "never = 1".
    private static func pairs(in text: String) -> [(number: Int, label: String)] {
        guard text.contains("=") || text.contains(":") else { return [] }
        let before = text.matches(of: /\b(\d{1,3})\s*[=:]\s*([^\d=\[\]()]+)/).compactMap { found in
            Int(found.1).map { ($0, label(found.2)) }
        }
        if !before.isEmpty { return before }
        return text.matches(of: /([^\d=,;\[\]()]+?)\s*=\s*(\d{1,3})\b/).compactMap { found in
            Int(found.2).map { ($0, label(found.1)) }
        }
    }

    /// Without what leads to the next one: "never, 5", "never; 5", "never en 5", "never t/m 5".
    private static func label(_ text: Substring) -> String {
        let words = text.split(whereSeparator: \.isWhitespace)
        let joints: Set<Substring> = ["en", "and", "t/m", "tot", "to", "-", "–", "/", "|", "…", "..."]
        let kept = words.drop { joints.contains($0) }.reversed().drop { joints.contains($0) }.reversed()
        return kept.joined(separator: " ").trimming(",;./|-– ")
    }

    private static func range(in note: String) -> ClosedRange<Int>? {
        let mark = /\b(\d{1,3})\s*(?:-|–|—|−|t\/m|tot en met|tot|to|through|\.\.+|…)\s*(\d{1,3})\b/
        guard let found = note.firstMatch(of: mark), let low = Int(found.1), let high = Int(found.2), low < high else {
            return nil
        }
        return low...high
    }
}

extension String {
    fileprivate func trimming(_ signs: String) -> String {
        String(drop { signs.contains($0) }.reversed().drop { signs.contains($0) }.reversed())
    }
}

/// What the headings of the columns say together, each thing once.
struct HeadingScales {
    private(set) var problems: [Problem] = []
    private var turned: (number: Int, label: String, headings: [String])?
    private var unknown: [(note: String, scale: ClosedRange<Int>, count: Int)] = []

    /// Takes in what the heading of a question says, and tells whether its numbers stand the other way round.
    mutating func take(_ stand: HeadingScale.Stand, _ heading: String, _ scale: Scale) -> Bool {
        switch stand {
        case .alike: return false
        case .turned(let number, let label):
            turned = (
                turned?.number ?? number, turned?.label ?? label, (turned?.headings ?? []) + [heading.cut(to: 80)]
            )
            return true
        case .otherwise(let number, let label, let value):
            let values = [
                "heading": heading.cut(to: 80), "number": "\(number)", "label": label.cut(to: 40), "value": "\(value)",
            ]
            if problems.isEmpty { problems.append(Problem("files.heading_counts_otherwise", values)) }
            return false
        case .unknown(let note):
            if let place = unknown.firstIndex(where: { $0.note == note && $0.scale == scale.range }) {
                unknown[place].count += 1
            } else {
                unknown.append((note, scale.range, 1))
            }
            return false
        }
    }

    private static let mostNotes = 5

    var remarks: [Problem] {
        let turned = turned.map { found in
            Problem(
                "files.heading_turns_numbers",
                [
                    "count": "\(found.headings.count)", "number": "\(found.number)", "label": found.label.cut(to: 40),
                    "headings": found.headings.joined(separator: " · "),
                ])
        }
        return [turned].compactMap(\.self)
            + unknown.prefix(Self.mostNotes).map { found in
                Problem(
                    "files.heading_names_other_scale",
                    [
                        "note": found.note.cut(to: 80), "count": "\(found.count)",
                        "lowest": "\(found.scale.lowerBound)", "highest": "\(found.scale.upperBound)",
                    ])
            }
    }
}
