import Disclosure
import Files
import Methods
import Surveys

/// What stands below a head; of a figure below two in a table of bare cells: the number as it is told, and how it stands
/// to the true one.
struct FigureColumn {
    let key: String
    let heads: [String]
    /// Whether only programs read it.
    var isAside = false
    /// How many decimals its numbers have at least, as on the pages.
    var decimals = 0
    let add: (FigureLine, inout [Sheet.Value]) -> Void
}

/// The columns that tables of figures are made of.
struct FigureColumns {
    let reader: TableReader
    let instrument: Instrument
    private let bounds: Bounds
    /// Whether a number shows by itself how it stands to the true one, as in a workbook.
    private let isMarked: Bool
    /// Whether nothing was rounded.
    private let isExact: Bool

    init(for reader: TableReader, of instrument: Instrument, isMarked: Bool = false, isExact: Bool = false) {
        (self.reader, self.instrument, self.isMarked, self.isExact) = (reader, instrument, isMarked, isExact)
        bounds = Bounds(for: reader)
    }

    /// Of all groups with all that is told of them.
    var all: [FigureColumn] {
        switch reader {
        case .person: group + [theme, themeName, item, wording] + figures + spread + score + [reason]
        case .program: group + [theme, item] + figures + spread + score + [reason]
        }
    }

    /// Of groups below the whole: spread is told of none.
    var ofGroups: [FigureColumn] {
        group + [themeName, wording] + figures + ownScore + [reason] + aside(figured + ownScored, [theme, item])
    }
    var ofThemes: [FigureColumn] {
        [themeName] + (isForSome ? [askedOf] : []) + [direction] + ends + figures + spread + ownScore + [reason]
            + aside(figured + spreading + ownScored, [theme])
    }
    var ofItems: [FigureColumn] {
        [themeName, wording] + (hasReversed ? [reversed] : []) + ends + figures + [reason]
            + aside(figured, [theme, item])
    }

    /// A sheet has no column that stays empty whatever people answer: each takes room on paper.
    private var ownScore: [FigureColumn] {
        let kinds = hasOwnScore ? score.prefix(3) : []
        return kinds + (instrument.themes.contains { $0.bands != nil } ? score.suffix(1) : [])
    }
    private var hasOwnScore: Bool { instrument.themes.contains { $0.measure != .mean } }

    /// What only programs read: how exact figures are, and ids.
    private func aside(_ figures: [Figure], _ ids: [FigureColumn]) -> [FigureColumn] {
        ((isExact ? [] : [exactness(of: figures)]) + ids).map {
            FigureColumn(key: $0.key, heads: $0.heads, isAside: true, add: $0.add)
        }
    }
    private var isForSome: Bool {
        guard case .person(let say) = reader else { return false }
        return instrument.themes.contains { !say.who(gets: $0, of: instrument, in: "results").isEmpty }
    }
    private var hasReversed: Bool { instrument.items.contains(where: \.isReversed) }

    // Closures, and no key paths: those take three times as long, of a million cells.
    private var group: [FigureColumn] { [text("path") { $0.place.path }, text("level") { $0.place.level }] }
    private var themeName: FigureColumn { text("theme_name") { $0.theme.name } }
    private var theme: FigureColumn { text("theme") { $0.theme.id } }
    private var item: FigureColumn { text("item") { $0.item?.id ?? .nothing } }
    private var wording: FigureColumn { text("wording") { $0.item?.wording ?? .nothing } }
    private var reason: FigureColumn { text("reason") { $0.reason } }

    private typealias Figure = (key: String, shown: (FigureLine) -> Shown?)

    private let figured: [Figure] = [
        ("n", { $0.item == nil ? $0.told.n : $0.toldItem?.n }),
        ("mean", { $0.item == nil ? $0.told.mean : $0.toldItem?.mean }),
        ("favourable", { $0.distribution?.favourable }), ("neutral", { $0.distribution?.neutral }),
        ("unfavourable", { $0.distribution?.unfavourable }),
    ]
    private let spreading: [Figure] = [
        ("sd", { $0.item == nil ? $0.told.deviation : nil }), ("alpha", { $0.item == nil ? $0.told.alpha : nil }),
    ]
    private let scored: Figure = ("score", { $0.item == nil ? $0.told.score?.shown : nil })
    private var ownScored: [Figure] { hasOwnScore ? [scored] : [] }

    private var figures: [FigureColumn] { figured.map(figure) }
    private var spread: [FigureColumn] { spreading.map(figure) }

    private var score: [FigureColumn] {
        let measures = Dictionary(
            uniqueKeysWithValues: Theme.Measure.allCases.map { ($0, Sheet.Value.text(reader.measure($0))) })
        return [
            text("score_kind") {
                $0.item == nil ? $0.told.score.flatMap { measures[$0.measure] } ?? .nothing : .nothing
            },
            figure(scored),
            text("score_step") { .number(orNothing: $0.item == nil ? $0.told.score?.step.map(Double.init) : nil) },
            text("band") { $0.item == nil ? $0.told.band.flatMap($0.theme.band) ?? .nothing : .nothing },
        ]
    }

    /// From where to where the answers run.
    private var ends: [FigureColumn] {
        let scales = Dictionary(instrument.scales.map { ($0.id, $0) }) { $1 }
        func end(_ key: String, _ value: KeyPath<Scale, Int>) -> FigureColumn {
            text(key) { line in
                let item = line.item?.item ?? line.theme.theme.items.first
                return .number(orNothing: item.flatMap { scales[$0.scale] }.map { Double($0[keyPath: value]) })
            }
        }
        return [end("minimum", \.minimum), end("maximum", \.maximum)]
    }

    private var askedOf: FigureColumn {
        said("asked_of") { say, line in say.who(gets: line.theme.theme, of: instrument, in: "results") }
    }

    private var direction: FigureColumn {
        said("direction") { say, line in
            say(line.theme.theme.lowerIsBetter ? "results.lower_is_better" : "exports.higher_is_better")
        }
    }

    private var reversed: FigureColumn {
        said("reversed") { say, line in line.item?.item.isReversed == true ? say("results.reversed") : "" }
    }

    /// A sentence, which tables for programs do without.
    private func said(_ key: String, _ sentence: @escaping (Speech, FigureLine) -> String) -> FigureColumn {
        text(key) { [reader] line in
            guard case .person(let say) = reader else { return .nothing }
            return .text(orNothing: sentence(say, line))
        }
    }

    private func text(_ key: String, _ value: @escaping (FigureLine) -> Sheet.Value) -> FigureColumn {
        FigureColumn(key: key, heads: [reader.head(key)]) { line, row in row.append(value(line)) }
    }

    private func figure(_ figure: Figure) -> FigureColumn {
        let (key, shown) = figure
        guard isMarked else { return bare(key, shown) }
        let isCount = key == "n"
        return FigureColumn(key: key, heads: [reader.head(key)], decimals: Self.decimals[key] ?? 0) { line, row in
            row.append(shown(line).map { .marked($0, isCount: isCount) } ?? .nothing)
        }
    }

    private static let decimals = ["mean": 1, "sd": 1, "alpha": 2]

    /// How the figures of a row stand to the true ones, in words: not every figure that is about right bears a sign. In
    /// one column, as texts are what a workbook takes its time for.
    private func exactness(of figures: [Figure]) -> FigureColumn {
        let heads = figures.map { reader.head($0.key) }
        var told: [[Shown.Bound?]: Sheet.Value] = [:]
        return FigureColumn(key: "bound", heads: [reader.head("bound")]) { [reader] line, row in
            let bounds = figures.map { $0.shown(line)?.bound }
            if let known = told[bounds] { return row.append(known) }
            let words = zip(heads, bounds).compactMap { head, bound in bound.map { reader.bound($0, of: head) } }
            told[bounds] = .text(orNothing: words.joined(separator: "; "))
            row.append(told[bounds] ?? .nothing)
        }
    }

    private func bare(_ key: String, _ shown: @escaping (FigureLine) -> Shown?) -> FigureColumn {
        FigureColumn(key: key, heads: [reader.head(key), reader.head(ofBound: key)]) { [bounds] line, row in
            let shown = shown(line)
            row.append(.number(orNothing: shown?.value))
            row.append(shown.map { bounds[$0.bound] } ?? .nothing)
        }
    }
}

/// How figures stand to the true ones, in words that are made once.
private struct Bounds {
    private let exact, about, atLeast, atMost: Sheet.Value

    init(for reader: TableReader) {
        exact = .text(reader.bound(.exact))
        about = .text(reader.bound(.about))
        atLeast = .text(reader.bound(.atLeast))
        atMost = .text(reader.bound(.atMost))
    }

    subscript(bound: Shown.Bound) -> Sheet.Value {
        switch bound {
        case .exact: exact
        case .about: about
        case .atLeast: atLeast
        case .atMost: atMost
        }
    }
}

extension Sheet.Value {
    /// A figure with the sign that the pages show: "±" before numbers of people alone, as there.
    static func marked(_ shown: Shown, isCount: Bool) -> Sheet.Value {
        switch shown.bound {
        case .exact: .number(shown.value)
        case .about: isCount ? .marked(shown.value, .about) : .number(shown.value)
        case .atLeast: .marked(shown.value, .atLeast)
        case .atMost: .marked(shown.value, .atMost)
        }
    }
}
