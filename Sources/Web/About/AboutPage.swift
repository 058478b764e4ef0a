import Core
import Surveys

/// What anybody may want to know before answering, or at any other moment.
struct AboutPage {
    enum Part: String, CaseIterable {
        case privacy, accessibility, server, safety

        var template: String { self == .server ? "about/server-sees" : "about/\(rawValue)" }
    }

    let organisation: Organisation
    /// The agreements of this wave, or those that hold when nobody chose others.
    let wave: Wave?
    let say: Speech

    private static let backupDays = 14

    /// Where the parts are, for the foot of a page.
    static func paths(below path: String, language: Language) -> [String: String] {
        func address(_ part: Part) -> String { "\(path)/\(part.rawValue)?lang=\(language)" }
        return [
            "privacy": address(.privacy), "accessibility": address(.accessibility), "server_sees": address(.server),
            "safety": address(.safety),
        ]
    }

    /// What is deleted still lies in backups of the days before.
    private var rawDays: [String: String] {
        let days = wave?.agreedKeepDays ?? Wave.keepDays
        return ["days": "\(days)", "backups": "\(Self.backupDays)", "total": "\(days + Self.backupDays)"]
    }

    var values: [String: Any] {
        let threshold = wave?.agreedThreshold ?? Wave.threshold
        let named = ["organisation": organisation.name]
        return [
            "responsible_text": say("about.privacy.responsible_text", named),
            "officer_text": organisation.officer.isEmpty
                ? "" : say("about.privacy.officer_text", ["officer": organisation.officer]),
            "raw_kept_text": say("about.privacy.raw_kept_text", rawDays),
            "backups_kept_text": say("about.privacy.backups_kept_text", ["days": "\(Self.backupDays)"]),
            "problem_text": say("about.accessibility.problem_text", named),
            "threshold_text": say("about.safety.threshold_text", ["threshold": "\(threshold)"]),
            "merge_text": say("about.safety.merge_text", ["least": "\(BlockPlan.least(threshold: threshold))"]),
        ]
    }
}
