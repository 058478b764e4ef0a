import Core
import Disclosure
import Surveys

/// "Dit hebben jullie gezegd": the results as those who answered read them.
struct SharePage {
    let face: Face
    let found: FoundResults
    let say: Speech

    var values: [String: Any] {
        let results = ResultsPage(
            wave: face.wave, organisation: face.organisation, instrument: found.instrument, groups: found.groups,
            document: found.document, shareAddress: "", say: say)
        var values = results.values
        values["title"] = say("share.title")
        values["response"] = say(
            "share.response",
            [
                "respondents": found.document.respondents.map { "\(Int($0.value))" } ?? "0",
                "invited": "\(found.groups.first?.invited ?? 0)",
            ])
        values["lead"] = results.lead
        values["day"] =
            face.wave.publishedOn.map { say("share.day", ["wave": face.wave.title, "day": say.date($0)]) } ?? ""
        values["who"] = say(
            face.wave.agreedSharing == .units ? "share.who_units" : "share.who_totals",
            ["organisation": face.organisation.name])
        values["has_units"] = face.wave.agreedSharing == .units && !found.document.units.isEmpty
        // How answers spread and hang together is for who studies them, not for who gave them.
        values["themes"] = (values["themes"] as? [[String: Any]])?.map { $0.merging(["sd": "", "alpha": ""]) { $1 } }
        values["help"] = face.help(say)
        return values
    }
}
