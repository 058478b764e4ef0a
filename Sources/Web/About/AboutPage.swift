import Core
import Methods
import Store
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
    /// What this wave asks; nil without a wave, or where its questionnaire cannot be read any more.
    let instrument: Instrument?
    /// Whether forms of paper were made for this wave.
    var hasForms = false
    let say: Speech

    /// Where the parts are, for the foot of a page.
    static func paths(below path: String, language: Language) -> [String: String] {
        func address(_ part: Part) -> String { "\(path)/\(part.rawValue)?lang=\(language)" }
        return [
            "privacy": address(.privacy), "accessibility": address(.accessibility), "server_sees": address(.server),
            "safety": address(.safety),
        ]
    }

    private var isResearch: Bool { wave?.isResearch == true }
    private var asksForWords: Bool { instrument?.openQuestions.isEmpty == false }

    /// Of a questionnaire that cannot be read any more nobody is told that it asked nothing.
    private var asksBackground: Bool { isResearch && instrument?.background.isEmpty != true }

    var values: [String: Any] { organisationTold.merging(kept) { $1 }.merging(groups) { $1 } }

    private var organisationTold: [String: Any] {
        let named = ["organisation": organisation.name]
        return [
            "who": say(wave == nil ? "about.who_signed_in" : "about.who"),
            "responsible_text": say("about.privacy.responsible_text", named),
            "officer_text": organisation.officer.isEmpty
                ? "" : say("about.privacy.officer_text", ["officer": organisation.officer]),
            "problem_text": say("about.accessibility.problem_text", named),
        ]
    }

    /// What is kept, for how long, and who could reach it.
    private var kept: [String: Any] {
        let backups = ["days": "\(Store.backupDays)"]
        return [
            "kept_answers_text": isResearch && !asksBackground
                ? say("about.privacy.kept_answers_alone") : told("about.privacy.kept_answers"),
            "kept_elsewhere_text": told("about.privacy.kept_elsewhere"),
            "closed_text": told("about.server.closed_text"),
            "raw_kept_text": say(
                isResearch ? "about.privacy.raw_kept_research" : "about.privacy.raw_kept_text",
                days(wave?.agreedKeepDays ?? Wave.keepDays)),
            "backups_kept_text": say("about.privacy.backups_kept_text", backups),
            "kept_words_text": ofWords("about.privacy.kept_words"),
            "words_kept_text": ofWords(
                "about.privacy.words_kept_text", days(wave?.agreedKeepTextDays ?? Wave.keepTextDays)),
            "open_words": ofWords("about.server.open_words"), "closed_words": ofWords("about.server.closed_words"),
            "kept_paper": ofPaper("about.privacy.kept_paper"), "paper_sees": ofPaper("about.server.paper_sees"),
            "paper_drop": ofPaper("about.server.paper_drop"),
            "closed_background": asksBackground ? say("about.server.closed_background") : "",
        ]
    }

    private var groups: [String: Any] {
        let threshold = wave?.agreedThreshold ?? Wave.threshold
        let least = ["least": "\(BlockPlan.least(threshold: threshold))"]
        return [
            "threshold_text": say("about.safety.threshold_text", ["threshold": "\(threshold)"]),
            "merge_text": isResearch ? say("about.safety.merge_research") : say("about.safety.merge_text", least),
            "not_paper": ofPaper("about.safety.not_paper"),
            "merge_seen": isResearch ? "" : say("about.safety.merge_seen"),
        ]
    }

    /// What is told otherwise in a research wave, which keeps no team.
    private func told(_ key: String) -> String { say(key + (isResearch ? "_research" : "")) }

    /// Told only where people are asked to write.
    private func ofWords(_ key: String, _ values: [String: String] = [:]) -> String {
        asksForWords ? say(key, values) : ""
    }

    /// Told only where people may answer on paper.
    private func ofPaper(_ key: String) -> String { hasForms ? say(key) : "" }

    /// What is deleted still lies in backups of the days before.
    private func days(_ days: Int) -> [String: String] {
        ["days": "\(days)", "backups": "\(Store.backupDays)", "total": "\(days + Store.backupDays)"]
    }
}
