import Disclosure
import Files
import Methods
import Surveys

/// What stands below a head; of a figure below two in a table of bare cells: the number as it is told, and how it stands
/// to the true one.
struct FigureColumn {
    let key: String
    let heads: [String]
    let add: (FigureLine, inout [Sheet.Value]) -> Void
}

/// The columns that tables of figures are made of.
struct FigureColumns {
    let reader: TableReader
    let instrument: Instrument
    private let bounds: Bounds
    /// Whether a number can show by itself how it stands to the true one, as in a workbook.
    private let isMarked: Bool

    init(for reader: TableReader, of instrument: Instrument, isMarked: Bool = false) {
        (self.reader, self.instrument, self.isMarked) = (reader, instrument, isMarked)
        bounds = Bounds(for: reader)
    }

    /// Of all groups with all that is told of them.
    var all: [FigureColumn] {
        switch reader {
        case .person: group + names + wordings + figures + spread + score + [reason]
        case .program: group + [theme, item] + figures + spread + score + [reason]
        }
    }

    /// Of groups below the whole: spread is told of none, and ids stand beside the names in the other sheets.
    var ofGroups: [FigureColumn] { group + [themeName, wording] + figures + ownScore + [reason] }
    var ofThemes: [FigureColumn] {
        names + (isForSome ? [askedOf] : []) + [direction] + ends + figures + spread + ownScore + [reason]
    }
    var ofItems: [FigureColumn] { names + wordings + (hasReversed ? [reversed] : []) + ends + figures + [reason] }

    /// A sheet has no column that stays empty whatever people answer: each takes room on paper.
    private var ownScore: [FigureColumn] {
        let kinds = instrument.themes.contains { $0.measure != .mean } ? score.prefix(2) : []
        return kinds + (instrument.themes.contains { $0.bands != nil } ? score.suffix(1) : [])
    }
    private var isForSome: Bool {
        guard case .person(let say) = reader else { return false }
        return instrument.themes.contains { !say.who(gets: $0, of: instrument, in: "results").isEmpty }
    }
    private var hasReversed: Bool { instrument.items.contains(where: \.isReversed) }

    private var group: [FigureColumn] { [text("path", \.place.path), text("level", \.place.level)] }
    private var names: [FigureColumn] { [theme, themeName] }
    private var themeName: FigureColumn { text("theme_name", \.theme.name) }
    private var theme: FigureColumn { text("theme", \.theme.id) }
    private var item: FigureColumn { text("item", { $0.item?.id ?? .nothing }) }
    private var wordings: [FigureColumn] { [item, wording] }
    private var wording: FigureColumn { text("wording", { $0.item?.wording ?? .nothing }) }
    private var reason: FigureColumn { text("reason", \.reason) }

    private var figures: [FigureColumn] {
        [
            figure("n") { $0.item == nil ? $0.told.n : $0.toldItem?.n },
            figure("mean") { $0.item == nil ? $0.told.mean : $0.toldItem?.mean },
            figure("favourable") { $0.distribution?.favourable },
            figure("neutral") { $0.distribution?.neutral },
            figure("unfavourable") { $0.distribution?.unfavourable },
        ]
    }

    private var spread: [FigureColumn] {
        [
            figure("sd") { $0.item == nil ? $0.told.deviation : nil },
            figure("alpha") { $0.item == nil ? $0.told.alpha : nil },
        ]
    }

    private var score: [FigureColumn] {
        let measures = Dictionary(
            uniqueKeysWithValues: Theme.Measure.allCases.map { ($0, Sheet.Value.text(reader.measure($0))) })
        return [
            text("score_kind") {
                $0.item == nil ? $0.told.score.flatMap { measures[$0.measure] } ?? .nothing : .nothing
            },
            figure("score") { $0.item == nil ? $0.told.score?.shown : nil },
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

    private func figure(_ key: String, _ shown: @escaping (FigureLine) -> Shown?) -> FigureColumn {
        if isMarked {
            let isCount = key == "n"
            return text(key) { line in shown(line).map { .marked($0, isCount: isCount) } ?? .nothing }
        }
        return bare(key, shown)
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
