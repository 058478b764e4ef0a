import Disclosure
import Files
import Methods
import Surveys

/// What stands below a head; of a figure below two: the number as it is told, and how it stands to the true one.
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

    init(for reader: TableReader, of instrument: Instrument) {
        (self.reader, self.instrument) = (reader, instrument)
        bounds = Bounds(for: reader)
    }

    /// Of all groups with all that is told of them.
    var all: [FigureColumn] {
        switch reader {
        case .person: group + names + wordings + figures + spread + score + [reason]
        case .program: group + [theme, item] + figures + spread + score + [reason]
        }
    }

    /// Of groups below the whole: spread is told of none.
    var ofGroups: [FigureColumn] { group + names + wordings + figures + score + [reason] }
    var ofThemes: [FigureColumn] { names + [askedOf, direction] + ends + figures + spread + score + [reason] }
    var ofItems: [FigureColumn] { names + wordings + [reversed] + ends + figures + [reason] }

    private var group: [FigureColumn] { [text("path", \.place.path), text("level", \.place.level)] }
    private var names: [FigureColumn] { [theme, text("theme_name", \.theme.name)] }
    private var theme: FigureColumn { text("theme", \.theme.id) }
    private var item: FigureColumn { text("item", { $0.item?.id ?? .nothing }) }
    private var wordings: [FigureColumn] { [item, text("wording", { $0.item?.wording ?? .nothing })] }
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
