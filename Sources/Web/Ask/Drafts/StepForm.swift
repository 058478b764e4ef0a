import Core
import Methods
import Surveys

/// What somebody types on one step of preparing a wave.
protocol StepForm: Sendable {
    static var step: DraftStep { get }
    init(_ form: Form)
    init(_ wave: Wave, _ say: Speech)

    /// Where somebody goes on when it is kept, below the address of the wave.
    var next: String { get }

    /// Takes over what was typed, or says field by field what is wrong.
    func apply(to wave: inout Wave, on today: Day, _ packs: [Instrument]) throws(FieldProblems)

    func values(_ fields: Fields, _ packs: [Instrument]) -> [String: Any]
}

extension StepForm {
    var next: String { Self.step.next?.rawValue ?? "" }
}
