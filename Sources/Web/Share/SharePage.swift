import Core
import Disclosure
import Surveys

/// "Dit hebben jullie gezegd": the results as those who answered read them.
struct SharePage {
    let face: Face
    let found: FoundReport
    var order: HeatOrder?

    private var say: Speech { found.say }

    var values: [String: Any] {
        var values = ReportPage(found: found, order: order).values
        values["title"] = found.isWhole ? say("share.title") : found.name(of: found.group)
        if found.isWhole {
            values["response"] = say(
                "share.response",
                ["respondents": "\(found.respondents)", "invited": "\(found.report.groups.first?.invited ?? 0)"])
        }
        values["day"] =
            face.wave.publishedOn.map { say("share.day", ["wave": face.wave.title, "day": say.date($0)]) } ?? ""
        values["who"] = say(
            face.wave.agreedSharing == .units ? "share.who_units" : "share.who_totals",
            ["organisation": face.organisation.name])
        return values.merging(face.help(say)) { $1 }
    }
}
