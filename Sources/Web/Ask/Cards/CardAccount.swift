import Disclosure
import Surveys

/// What became of the cards, as the report accounts for them: of the whole organisation.
struct CardAccount {
    let cards: CardsResult
    let respondents: Shown?
    let say: Speech

    init?(_ report: Report, _ say: Speech) {
        guard let cards = report.cards else { return nil }
        (self.cards, respondents, self.say) = (cards, report.respondents(of: 0), say)
    }

    var values: [String: Any] {
        let rows = [
            ("made", made),
            ("leftover", cards.leftover.map(whole) ?? say("cards.account.not_counted")),
            ("answers", respondents.map(whole) ?? "0"), ("replaced", replaced),
        ]
        return ["rows": rows.map { ["name": say("cards.account.\($0.0)"), "text": $0.1] }]
    }

    /// Forms bear a code as well, and are among them.
    private var made: String {
        let made = say("cards.account.made_text", ["count": whole(cards.made)])
        guard cards.forms.value > 0 else { return made }
        return say("cards.account.forms", ["made": made, "count": whole(cards.forms)])
    }

    private var replaced: String {
        guard let replaced = cards.replaced else { return say("cards.account.unknown") }
        let key = replaced.bound == .atMost ? "cards.account.few" : "cards.account.about"
        return say(key, ["count": whole(replaced)])
    }

    private func whole(_ shown: Shown) -> String { "\(Int(shown.value))" }
}
