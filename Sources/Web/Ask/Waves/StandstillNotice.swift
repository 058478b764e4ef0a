import Store
import Surveys

/// Why a wave stands still, and what happens next.
struct StandstillNotice {
    let say: Speech
    let standstill: Standstill
    let wave: Wave

    private var kind: String {
        if wave.state != .open { return "clearing" }
        return standstill.isClosing ? "closing" : "aside"
    }

    var heading: String { say("ask.still.heading.\(kind)", ["title": wave.title]) }

    var text: String {
        let reason = say("ask.still.reason.\(standstill.reason.rawValue)")
        return say("ask.still.text.\(kind)", ["reason": reason])
    }
}
