/// The five steps of preparing a wave; each is a page.
enum DraftStep: String, CaseIterable {
    case questions, who, when, sharing, review

    var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
    var previous: DraftStep? { Self.allCases.dropLast().last { $0.number == number - 1 } }
    var next: DraftStep? { Self.allCases.first { $0.number == number + 1 } }
}
