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

    mutating func add(isFirstEmpty: Bool, isEqual: Bool, isAnswer: Bool) {
        filled += 1
        if isAnswer { answers += 1 }
        if isFirstEmpty, isAnswer { joined += 1 }
        if !isFirstEmpty, !isEqual { differing += 1 }
    }

    /// Points, times and explanations beside a question are hardly ever an answer to it.
    private var holdsAnswers: Bool { answers * 2 > filled }

    var isRefused: Bool { differing > 0 && holdsAnswers }
}
