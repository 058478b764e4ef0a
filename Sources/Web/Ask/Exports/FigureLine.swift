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
        guard told.visibility.isShown else { return theme.reason(told.visibility, isWhole: place.isWhole) }
        guard distribution != nil else { return item == nil ? theme.withoutPercentages : theme.itemWithout }
        return item == nil && told.lacksOnlyAlpha ? theme.withoutAlpha : .nothing
    }
}

/// What a theme has to say in every row, made once.
struct ThemeText {
    let theme: Theme
    let id: Sheet.Value
    let name: Sheet.Value
    let items: [ItemText]
    private let ofWhole: [Visibility: Sheet.Value]
    private let below: [Visibility: Sheet.Value]
    let withoutPercentages: Sheet.Value
    /// The same of one of its questions.
    let itemWithout: Sheet.Value
    let withoutAlpha: Sheet.Value
    let bands: [String: Sheet.Value]

    init(_ theme: Theme, in report: Report, for reader: TableReader) {
        self.theme = theme
        id = .text(theme.id)
        withoutPercentages = .text(orNothing: reader.withoutPercentages(theme))
        itemWithout = .text(orNothing: reader.itemWithoutPercentages)
        withoutAlpha = report.isExact ? .nothing : .text(reader.withoutAlpha)
        ofWhole = Self.reasons(theme, isWhole: true, in: report, for: reader)
        below = Self.reasons(theme, isWhole: false, in: report, for: reader)
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
    private static func reasons(
        _ theme: Theme, isWhole: Bool, in report: Report, for reader: TableReader
    ) -> [Visibility: Sheet.Value] {
        let hidden = Visibility.allCases.filter { !$0.isShown }
        return Dictionary(
            uniqueKeysWithValues: hidden.map {
                ($0, .text(reader.reason(theme, $0, isWhole: isWhole, in: report)))
            })
    }

    /// Why nothing of the theme is told, of everybody or of a group below.
    func reason(_ visibility: Visibility, isWhole: Bool) -> Sheet.Value {
        (isWhole ? ofWhole : below)[visibility] ?? .nothing
    }

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
