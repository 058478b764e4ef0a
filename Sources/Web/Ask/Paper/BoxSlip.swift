import Core
import Store
import Surveys

/// The sheet for the box in which forms come back: how they go round, who types them, and that they are destroyed.
struct BoxSlip {
    let say: Speech
    let wave: Wave
    let decision: Decision
    let pile: Store.Pile
    /// Whether one form takes several sheets, which must stay together.
    let isOfSheets: Bool

    var values: [String: Any] {
        let told = [
            "block": say.name(of: pile.block), "closes": say.date(wave.closesOn), "count": "\(pile.codes.count)",
            "day": say.date(decision.decidedOn),
        ]
        return [
            "heading": say("paper.slip.heading", told), "wave": wave.title, "count": say("paper.slip.count", told),
            "steps": steps.enumerated().map {
                ["number": "\($0.offset + 1)", "text": say("paper.slip.\($0.element)", told)]
            },
            "named": say("paper.slip.named", told), "typists": decision.typists.map { $0.text(say) },
            "subject": decision.subject,
            "decision_lang": decision.language.rawValue,
            "decision": decision.text.split(whereSeparator: \.isNewline).map(String.init), "witnesses": witnesses,
            "sign": ["done", "day", "by"].map { say("paper.slip.\($0)") },
        ]
    }

    private var steps: [String] {
        (isOfSheets ? ["staple"] : []) + ["shuffle", "draw", "box", "type", "twice", "destroy"]
    }

    private var witnesses: String {
        let names = decision.witnesses.map { $0.text(say) }
        return names.isEmpty ? "" : say("decision.witnesses", ["names": say.list(names)])
    }
}
