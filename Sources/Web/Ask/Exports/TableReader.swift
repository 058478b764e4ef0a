import Disclosure
import Files
import Methods
import Surveys

/// Whom a table is for: a person, in their language, or programs, for which every word is the same everywhere.
enum TableReader {
    case person(Speech)
    case program

    func head(_ column: String) -> String {
        switch self {
        case .person(let say): say("exports.head.\(column)")
        case .program: column
        }
    }

    func head(ofBound column: String) -> String {
        switch self {
        case .person(let say): say("exports.head_bound", ["figure": head(column)])
        case .program: "\(column)_bound"
        }
    }

    func bound(_ bound: Shown.Bound) -> String {
        switch self {
        case .person(let say): say("exports.bound.\(bound.rawValue.replacing("-", with: "_"))")
        case .program: bound.rawValue
        }
    }

    /// The same of one of several figures in a cell, by what stands above it.
    func bound(_ bound: Shown.Bound, of figure: String) -> String {
        switch self {
        case .person(let say): say("exports.bound_of", ["figure": figure, "bound": self.bound(bound)])
        case .program: "\(figure)=\(bound.rawValue)"
        }
    }

    func measure(_ measure: Theme.Measure) -> String {
        switch self {
        case .person(let say): say("exports.measure.\(measure.rawValue)")
        case .program: measure.rawValue
        }
    }

    /// Why something is not told: below the whole, small and hidden beside a small one are the same, as on every page.
    func reason(_ theme: Theme, _ visibility: Visibility, isWhole: Bool, in report: Report) -> String {
        guard !visibility.isShown else { return "" }
        switch self {
        case .person(let say):
            let reason = HiddenReason(instrument: report.instrument, threshold: report.threshold, say: say)
            return reason.text(theme, visibility, isWhole: isWhole, orElse: say("results.hidden"))
        case .program:
            return visibility == .protectsAnother || visibility == .tooFew && !isWhole ? "hidden" : visibility.rawValue
        }
    }

    /// Where spread is told and only the alpha is not.
    var withoutAlpha: String {
        switch self {
        case .person(let say): say("results.no_alpha")
        case .program: "no-alpha"
        }
    }

    /// Where a question is shown and its percentages are not.
    var itemWithoutPercentages: String {
        switch self {
        case .person(let say): say("results.no_percentages")
        case .program: ""
        }
    }

    /// Where a theme is shown and its percentages are not.
    func withoutPercentages(_ theme: Theme) -> String {
        switch self {
        case .person(let say): theme.isLoose ? say("results.all_together") : itemWithoutPercentages
        case .program: ""
        }
    }
}
