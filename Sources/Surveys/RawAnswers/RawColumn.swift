import Core
import Methods

/// One question of a research wave as a column: its place in a row of bytes, and what each byte is written as.
struct RawColumn: Sendable {
    let id: String
    let place: Int
    /// Of a byte that nobody can have sent, nothing.
    let cells: [[UInt8]]
    let meaning: Meaning

    /// What the codebook says of it.
    struct Meaning: Sendable {
        let kind: Kind
        let wording: LocalText
        let answers: [(value: String, label: LocalText)]
        let isReversed: Bool
        let theme: String
        /// Whether an empty cell may also mean that somebody was not asked.
        let isConditional: Bool
    }

    enum Kind: String, Sendable { case item, background }

    /// A question that is scored: a scale's value is a whole number, written as it is.
    init(_ item: Item, of theme: Theme, on scale: Scale?, at place: Int) {
        let values = scale?.values ?? []
        self.init(
            item.id, at: place, byByte: values.map { ($0.value, "\($0.value)") },
            Meaning(
                kind: .item, wording: item.wording, answers: values.map { ("\($0.value)", $0.label) },
                isReversed: item.isReversed, theme: theme.id, isConditional: theme.onlyIf != nil))
    }

    /// A question about who answers: an answer is kept as its place in the list, and written as its lasting id.
    init(_ question: BackgroundQuestion, at place: Int) {
        self.init(
            question.id, at: place, byByte: question.answers.enumerated().map { ($0.offset, $0.element.id) },
            Meaning(
                kind: .background, wording: question.wording, answers: question.answers.map { ($0.id, $0.label) },
                isReversed: false, theme: "", isConditional: false))
    }

    private init(_ id: String, at place: Int, byByte texts: [(value: Int, text: String)], _ meaning: Meaning) {
        (self.id, self.place, self.meaning) = (id, place, meaning)
        var cells = [[UInt8]](repeating: [], count: 256)
        for (value, text) in texts where cells.indices.contains(value) { cells[value] = Array(text.utf8) }
        self.cells = cells
    }
}
