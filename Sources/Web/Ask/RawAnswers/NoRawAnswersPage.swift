import Core
import Store
import Surveys

/// What stands where raw answers of a research wave are not there yet, or not any more.
struct NoRawAnswersPage {
    let wave: Wave
    let rights: Set<Right>
    let say: Speech

    var page: Page {
        let leadsToWave = rights.contains(.readManifest)
        return Page(
            "ask/nothing-yet", room: .ask,
            [
                "crumbs": [["path": Paths.waves, "name": say("room.ask")]], "here": say("raw.here"), "notice": "",
                "heading": say("raw.title", ["wave": wave.title]), "lead": say("raw.none.\(why)"),
                "who_sees": say("raw.who"), "path": leadsToWave ? Paths.wave(wave.id) : Paths.waves,
                "action": say(leadsToWave ? "cards.back_to_wave" : "ask.to_waves"),
            ])
    }

    private var why: String {
        switch wave.state {
        case .withdrawn: "withdrawn"
        case .closed, .published: "gone"
        default: "to_come"
        }
    }
}
