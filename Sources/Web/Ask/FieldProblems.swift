import Core
import Surveys

/// What is wrong with what somebody typed, field by field.
struct FieldProblems: Error, Sendable {
    private(set) var all: [(field: String, key: String)] = []

    init() {}

    /// A refusal of the domain, put beside the field that it is about.
    init(_ refusal: Wave.Refusal) {
        let field =
            switch refusal {
            case .packIsUnknown: "pack"
            case .thresholdIsOutside: "threshold"
            case .closesBeforeOpening, .endIsPast: "closes"
            case .resultsBeforeClosing: "results"
            default: "title"
            }
        add(refusal, at: field)
    }

    init(_ refusal: some Refusal, at field: String) { add(refusal, at: field) }

    mutating func add(_ refusal: some Refusal, at field: String) { all.append((field, refusal.key)) }

    func throwIfAny() throws(FieldProblems) {
        if !all.isEmpty { throw self }
    }

    func key(at field: String) -> String? { all.first { $0.field == field }?.key }
}
