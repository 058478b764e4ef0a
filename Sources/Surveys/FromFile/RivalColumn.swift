/// A second column of a question, found in the same way as the one that counts.
///
/// Where somebody filled in either, as in a survey in two languages, both are one. Where rows hold both and differ, nobody
/// can know which of them counts.
struct RivalColumn {
    /// Rows in which it stands in for the first.
    private(set) var joined = 0
    /// Rows that hold another answer in it than in the first.
    private(set) var differing = 0
    private var filled = 0
    private var answers = 0
    private var isMixed = false
    private var one: (value: UInt8, text: String)?
    private var known: [String: AnswerReading.Meaning] = [:]

    /// A column of open texts must not fill the memory.
    private static let mostTexts = 1_000

    /// - Parameter first: what the first column says; nil where it is empty.
    mutating func add(
        _ meaning: AnswerReading.Meaning, _ text: String, first: (meaning: AnswerReading.Meaning, isSameText: Bool)?
    ) {
        filled += 1
        if case .answer(let value) = meaning {
            answers += 1
            if first == nil { joined += 1 }
            if let one { isMixed = isMixed || one.value != value } else { one = (value, text) }
        }
        guard let first, !first.isSameText else { return }
        // A label and its number say the same.
        if meaning == .notUnderstood || first.meaning != meaning { differing += 1 }
    }

    /// What a cell says, looked up once for each text.
    mutating func meaning(of text: String, _ find: (String) -> AnswerReading.Meaning) -> AnswerReading.Meaning {
        if let known = known[text] { return known }
        let found = find(text)
        if known.count < Self.mostTexts { known[text] = found }
        return found
    }

    /// The only answer that stands in it.
    var only: (value: UInt8, text: String)? { isMixed ? nil : one }

    /// Points, times and explanations beside a question are hardly ever an answer to it.
    private var holdsAnswers: Bool { answers * 2 > filled }

    var isRefused: Bool { differing > 0 && holdsAnswers }
}
