import Core
import Disclosure
import Methods
import Store
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
            values["response"] =
                face.wave.isImported
                ? say.count("import.response", found.respondents)
                : say(
                    "share.response",
                    ["respondents": "\(found.respondents)", "invited": "\(found.report.groups.first?.invited ?? 0)"])
        }
        values["day"] =
            face.wave.publishedOn.map { say("share.day", ["wave": face.wave.title, "day": say.date($0)]) } ?? ""
        values["who"] = say(
            face.wave.agreedSharing == .units ? "share.who_units" : "share.who_totals",
            ["organisation": face.organisation.name])
        values["doing"] = found.isWhole ? doing : []
        return values.merging(face.help(say)) { $1 }
    }

    /// What was done with the answers and what still happens: days only where they are known.
    private var doing: [[String: String]] {
        let wave = face.wave
        var lines: [[String: String]] = []
        if wave.isImported {
            lines.append(["title": say.imported(wave), "text": say("import.kept_figures")])
        } else if let day = wave.closedOn {
            lines.append(line("closed", day))
        }
        if let day = wave.publishedOn { lines.append(line("shared", day)) }
        lines.append(["title": NextSteps(found: found).talk, "text": say("results.next_talk_text")])
        guard let closed = wave.closedOn, !wave.isImported else { return lines }
        lines.append(kept("raw", through: closed + wave.agreedKeepDays))
        if !found.instrument.openQuestions.isEmpty {
            lines.append(kept("words", through: closed + Wave.keepTextDays))
        }
        return lines
    }

    private func kept(_ what: String, through day: Day) -> [String: String] {
        line(found.today > day ? "\(what)_gone" : what, day)
    }

    private func line(_ key: String, _ day: Day) -> [String: String] {
        [
            "title": say("share.doing.\(key)", ["day": say.date(day)]),
            "text": say("share.doing.\(key)_text", ["days": "\(Store.backupDays)"]),
        ]
    }
}
