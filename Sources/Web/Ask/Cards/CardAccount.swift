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
            ("made", say("cards.account.made_text", ["count": whole(cards.made)])),
            ("leftover", cards.leftover.map(whole) ?? say("cards.account.not_counted")),
            ("answers", respondents.map(whole) ?? "0"), ("replaced", replaced),
        ]
        return ["rows": rows.map { ["name": say("cards.account.\($0.0)"), "text": $0.1] }]
    }

    private var replaced: String {
        guard let replaced = cards.replaced else { return say("cards.account.unknown") }
        let key = replaced.bound == .atMost ? "cards.account.few" : "cards.account.about"
        return say(key, ["count": whole(replaced)])
    }

    private func whole(_ shown: Shown) -> String { "\(Int(shown.value))" }
}
