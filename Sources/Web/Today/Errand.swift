import Core
import Surveys

/// One thing that asks something of somebody today, with the one place to do it.
struct Errand: Equatable {
    enum Kind: String, CaseIterable {
        case standsStill = "stands_still"
        case addUnits = "add_units"
        case makeWave = "make_wave"
        case openWave = "open_wave"
        case openWaveLate = "open_wave_late"
        case openWaveUnpermitted = "open_wave_unpermitted"
        case waveIsOpen = "wave_is_open"
        case publishLater = "publish_later"
        case publishNow = "publish_now"
        case publishLate = "publish_late"
        case publishImported = "publish_imported"
        case inviteCouncil = "invite_council"
        case handOutCards = "hand_out_cards"
        case resultsComing = "results_coming"
        case resultsLate = "results_late"
        case readResults = "read_results"
        case answer
        case readShared = "read_shared"
        case agreeToDecision = "agree_to_decision"
        case readManifest = "read_manifest"
        case readLog = "read_log"
        case makeHRAccount = "make_hr_account"
        case nameOfficer = "name_officer"
        case nameHelp = "name_help"
        case askForHelp = "ask_for_help"
        case makeBackup = "make_backup"
    }

    let kind: Kind
    let path: String
    var wave: String = ""
    var day: Day?
    var decision: Decision?

    /// Something that waits for the agreement of a role.
    init(for decision: Decision) {
        (kind, path, self.decision) = (.agreeToDecision, Paths.decision(decision.id), decision)
    }

    init(_ kind: Kind, _ path: String) {
        (self.kind, self.path) = (kind, path)
    }

    /// About a wave, done elsewhere.
    init(_ kind: Kind, _ path: String, about wave: Wave, on day: Day? = nil) {
        (self.kind, self.path, self.wave, self.day) = (kind, path, wave.title, day)
    }

    init(_ kind: Kind, _ wave: Wave, _ part: String = "", on day: Day? = nil) {
        (self.kind, self.wave, self.day) = (kind, wave.title, day)
        path = Paths.wave(wave.id, part)
    }

    func values(_ say: Speech, today: Day) -> [String: Any] {
        var words = ["wave": wave, "day": day.map { say.date($0, from: today) } ?? ""]
        if let decision {
            words["subject"] = decision.subject
            words["kind"] = say("decision.kind.\(decision.kind.rawValue)")
            words["role"] = decision.waitsFor.first.map { say("decision.waiting_role.\($0.rawValue)") }
        }
        return [
            "path": path, "title": say("today.\(kind.rawValue).title", words),
            "text": say("today.\(kind.rawValue).text", words), "act": say("today.\(kind.rawValue).act"),
        ]
    }
}
