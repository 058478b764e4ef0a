/// Whether the figures of a group are shown, and if not why.
public enum Visibility: String, CaseIterable, Sendable {
    case shown
    /// Fewer persons answered than the threshold.
    case tooFew = "too-few"
    /// Enough persons answered, but with these figures those of a smaller group could be worked out.
    case protectsAnother = "protects-another"
    /// Told of the whole organisation alone: the questions are sensitive, or not everybody gets them.
    case wholeOnly = "whole-only"
    /// Nobody answered.
    case noAnswers = "no-answers"

    public var isShown: Bool { self == .shown }
}
