import Core
import Disclosure
public import Methods

/// Two waves of one organisation side by side: of the whole, and only what was asked in the same way in both.
///
/// Nothing is computed of the two figures. A theme stands here as its reader reads it in each report.
public struct Comparison: Sendable {
    /// One of the two waves.
    public struct Side: Sendable {
        /// What it tells to the reader.
        public let report: Report
        /// Its whole questionnaire, also what of it was not in a file.
        public let asked: Instrument

        public init(_ report: Report, asked: Instrument) {
            (self.report, self.asked) = (report, asked)
        }
    }

    public enum Which: Sendable { case first, second }

    /// Why a theme cannot stand beside itself.
    public enum Reason: Equatable, Sendable {
        /// The questionnaire of this wave does not have it.
        case notAsked(Which)
        /// The file of this wave lacked a question of it.
        case notInFile(Which)
        /// Its questions, their answers or how they are scored are not the same.
        case changed
        /// Nobody answered it in this wave.
        case noAnswers(Which)
        /// Too few answered it for the whole to be told.
        case hidden(Which)
    }

    public struct Pair: Equatable, Sendable {
        public let first: ThemeResult
        public let second: ThemeResult
    }

    public struct LeftOut: Equatable, Sendable {
        public let theme: Theme
        public let reason: Reason
    }

    /// In the order of the first questionnaire.
    public let pairs: [Pair]
    public let leftOut: [LeftOut]

    public init(_ first: Side, beside second: Side) {
        var (pairs, leftOut) = ([Pair](), [LeftOut]())
        let known = Set(first.asked.themes.map(\.id))
        for theme in first.asked.themes + second.asked.themes.filter({ !known.contains($0.id) }) {
            switch Self.pair(theme.id, first, second) {
            case .success(let pair): pairs.append(pair)
            case .failure(let why): leftOut.append(LeftOut(theme: theme, reason: why.reason))
            }
        }
        (self.pairs, self.leftOut) = (pairs, leftOut)
    }

    /// Whether there is a theme that was asked in the same way in both.
    public static func hasCommon(_ first: Instrument, _ second: Instrument) -> Bool {
        first.themes.contains { own in second.theme(own.id).map { own.isAsked(as: $0, first, second) } ?? false }
    }

    private struct Why: Error {
        let reason: Reason

        init(_ reason: Reason) { self.reason = reason }
    }

    private static func pair(_ id: String, _ first: Side, _ second: Side) -> Result<Pair, Why> {
        guard let own = first.asked.theme(id) else { return .failure(Why(.notAsked(.first))) }
        guard let other = second.asked.theme(id) else { return .failure(Why(.notAsked(.second))) }
        guard own.isAsked(as: other, first.asked, second.asked) else { return .failure(Why(.changed)) }
        guard let one = first.report.instrument.theme(id) else { return .failure(Why(.notInFile(.first))) }
        guard let two = second.report.instrument.theme(id) else { return .failure(Why(.notInFile(.second))) }
        let (left, right) = (first.result(of: one), second.result(of: two))
        if let why = left.untold(.first) ?? right.untold(.second) { return .failure(Why(why)) }
        return .success(Pair(first: left, second: right))
    }
}

extension Comparison.Side {
    fileprivate func result(of theme: Theme) -> ThemeResult {
        report.themes(of: 0).first { $0.id == theme.id } ?? ThemeResult(id: theme.id, hidden: .noAnswers)
    }
}

extension ThemeResult {
    /// Why it is not told of the whole; nil where it is.
    fileprivate func untold(_ which: Comparison.Which) -> Comparison.Reason? {
        switch visibility {
        case .shown: nil
        case .noAnswers: .noAnswers(which)
        case .tooFew, .protectsAnother, .wholeOnly: .hidden(which)
        }
    }
}

extension Instrument {
    fileprivate func theme(_ id: String) -> Theme? { themes.first { $0.id == id } }
}

extension Theme {
    /// Whether the same questions were asked of the same people, and scored in the same way.
    fileprivate func isAsked(as other: Theme, _ own: Instrument, _ others: Instrument) -> Bool {
        let isScoredAlike =
            answeredShare == other.answeredShare && measure == other.measure && lowerIsBetter == other.lowerIsBetter
            && onlyIf == other.onlyIf && onlyFor == other.onlyFor
        // In which order they stand makes no difference.
        let (first, second) = (items.sorted { $0.id < $1.id }, other.items.sorted { $0.id < $1.id })
        return isScoredAlike && first.count == second.count
            && zip(first, second).allSatisfy { $0.isAsked(as: $1, own.scale(of: $0), others.scale(of: $1)) }
    }
}

extension Item {
    /// The same question with the same answers. Questionnaires of different names may use one id for two questions, and
    /// so the words are held against each other, too, in the languages that both have.
    fileprivate func isAsked(as other: Item, _ own: Scale?, _ others: Scale?) -> Bool {
        id == other.id && revision == other.revision && isReversed == other.isReversed
            && own?.values.map(\.value) == others?.values.map(\.value)
            && own?.values.map(\.kind) == others?.values.map(\.kind)
            && wording.texts.allSatisfy { language, text in (other.wording.texts[language] ?? text) == text }
    }
}
