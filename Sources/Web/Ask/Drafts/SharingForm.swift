import Core
import Methods
import Surveys

/// Step 4: what everybody will see, and from how many answers a group is shown.
struct SharingForm: StepForm {
    static let step = DraftStep.sharing
    let sharing: String
    let threshold: String

    init(_ form: Form) {
        (sharing, threshold) = (form["sharing"], form["threshold"].trimmed)
    }

    init(_ wave: Wave, _ say: Speech) {
        (sharing, threshold) = (wave.sharing.rawValue, "\(wave.threshold)")
    }

    func apply(to wave: inout Wave, on today: Day, _ packs: [Instrument]) throws(FieldProblems) {
        wave.sharing = Wave.Sharing(rawValue: sharing) ?? wave.sharing
        guard let number = Int(threshold) else { throw FieldProblems(.thresholdIsOutside) }
        wave.threshold = number
        do { try wave.check() } catch { throw FieldProblems(error) }
    }

    func values(_ fields: Fields, _ packs: [Instrument]) -> [String: Any] {
        // Of research nothing is told about teams, so that there is nothing to choose.
        let options = Wave.Sharing.allCases.filter { $0 == .totals || !fields.isResearch }.map {
            Fields.Choice(value: $0.rawValue, label: fields.say("ask.sharing.\($0.rawValue)"))
        }
        return [
            "sharing_field": fields.choices("sharing", chosen: sharing, options),
            "threshold_field": fields.text(
                "threshold", threshold, isNumber: true, hint: fields.isResearch ? "import_threshold" : nil),
        ]
    }
}
