import Core
import Disclosure
import Files
import Methods
import Surveys

/// A row of figures: of a theme in a group, or of one of its questions.
///
/// A reference, because some thirty columns each look at it.
final class FigureLine {
    let place: GroupPlace
    let theme: ThemeText
    let told: ThemeResult
    let item: ItemText?
    /// Nil where the theme is hidden.
    let toldItem: ItemResult?

    init(place: GroupPlace, theme: ThemeText, told: ThemeResult, item: ItemText? = nil, toldItem: ItemResult? = nil) {
        (self.place, self.theme, self.told, self.item, self.toldItem) = (place, theme, told, item, toldItem)
    }

    var distribution: Distribution? { item == nil ? told.distribution : toldItem?.distribution }

    var reason: Sheet.Value {
        guard told.visibility.isShown else { return theme.reasons[told.visibility] ?? .nothing }
        guard distribution != nil else { return theme.withoutPercentages }
        return item == nil && told.lacksOnlyAlpha ? theme.withoutAlpha : .nothing
    }
}

/// What a theme has to say in every row, made once.
struct ThemeText {
    let theme: Theme
    let id: Sheet.Value
    let name: Sheet.Value
    let items: [ItemText]
    let reasons: [Visibility: Sheet.Value]
    let withoutPercentages: Sheet.Value
    let withoutAlpha: Sheet.Value
    let bands: [String: Sheet.Value]

    init(_ theme: Theme, in report: Report, for reader: TableReader) {
        self.theme = theme
        id = .text(theme.id)
        withoutPercentages = .text(orNothing: reader.withoutPercentages)
        withoutAlpha = report.isExact ? .nothing : .text(reader.withoutAlpha)
        let hidden = Visibility.allCases.filter { !$0.isShown }
        let reasons = hidden.map { ($0, reader.reason(theme, $0, of: report.instrument, report.threshold)) }
        self.reasons = Dictionary(uniqueKeysWithValues: reasons.map { ($0.0, .text($0.1)) })
        let bands = theme.bands?.all ?? []
        switch reader {
        case .person(let say):
            name = .text(theme.name[say.language])
            items = theme.items.map { ItemText(item: $0, id: .text($0.id), wording: .text($0.wording[say.language])) }
            self.bands = Dictionary(bands.map { ($0.id, .text($0.name[say.language])) }) { $1 }
        case .program:
            name = .nothing
            items = theme.items.map { ItemText(item: $0, id: .text($0.id), wording: .nothing) }
            self.bands = Dictionary(bands.map { ($0.id, .text($0.id)) }) { $1 }
        }
    }
}

extension ThemeText {
    func band(_ id: String) -> Sheet.Value? { bands[id] }
}

extension ThemeResult {
    /// How far answers lie apart is told, and how well questions hang together is not.
    var lacksOnlyAlpha: Bool { deviation != nil && alpha == nil }
}

struct ItemText {
    let item: Item
    let id: Sheet.Value
    let wording: Sheet.Value
}

extension Sheet.Value {
    /// A text, or nothing where it is empty.
    static func text(orNothing text: String) -> Sheet.Value { text.isEmpty ? .nothing : .text(text) }
}
