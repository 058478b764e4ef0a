import Core
import Disclosure
import Methods
import Surveys

/// The questionnaire as one form, the same for everybody; the script makes steps of it.
struct AnswerPage {
    let face: Face
    let instrument: Instrument
    let say: Speech
    let configuration: WebConfiguration
    /// What somebody typed without JavaScript, when the page comes back to them.
    var typed: Form?
    var refusal: Submission.Refusal?

    private static let secondsPerItem = 11
    private static let itemsPerPart = 6

    var values: [String: Any] {
        var values = face.frame(say)
        let parts = parts
        values.merge(promises) { $1 }
        values.merge(face.thanks(say, configuration)) { $1 }
        values["themes"] = parts.enumerated().map { theme($0.element, number: $0.offset + 1, of: parts) }
        values["wave"] = "\(face.wave.id)"
        values["until"] = Moment.end(of: face.wave.closesOn, in: face.organisation.zone).seconds
        values["code"] = typed?["code"] ?? ""
        values["used"] = refusal == .codeIsUsed
        // Reading about safety must cost nobody the code or the answers.
        values["in_new_tab"] = true
        values["problem"] = problem
        values["code_problem"] = isAboutCode ? refusal.map { say($0.key) } ?? "" : ""
        return values
    }

    private var isAboutCode: Bool {
        [.codeIsMissing, .codeIsWrong, .codeIsUnknown].contains(refusal)
    }

    private var problem: Any {
        guard let refusal, refusal != .codeIsUsed else { return false }
        return ["text": say(refusal.key), "field": isAboutCode ? "code" : ""]
    }

    private var promises: [String: Any] {
        let wave = face.wave
        let questions = ["questions": "\(instrument.items.count)", "minutes": "\(instrument.minutes)"]
        return [
            "summary": say(instrument.minutes > 1 ? "answer.summary" : "answer.summary_short", questions),
            "intro": instrument.intro.map { $0[say.language] } ?? "",
            "promise_name": say(
                "answer.promise_name_text", ["least": "\(BlockPlan.least(threshold: wave.agreedThreshold))"]),
            "promise_alone": say("answer.promise_alone_text", ["threshold": "\(wave.agreedThreshold)"]),
            "promise_sharing": say("answer.promise_sharing_text.\(wave.agreedSharing.rawValue)"),
            "promise_results": say(
                "answer.promise_results_text",
                ["day": say.date(wave.resultsOn), "organisation": face.organisation.name]),
            "moved": [
                wave.movedEnd.map { say.moved("answer.moved_end", $0) },
                wave.movedResults.map { say.moved("answer.moved_results", $0) },
            ].compactMap(\.self).joined(separator: " "),
            "open_until": say("answer.open_until", ["day": say.date(wave.closesOn)]),
            "review_notice": say("answer.review_notice", ["day": say.shortDate(wave.closesOn)]),
        ]
    }

    /// Themes, cut where they have more items than a page takes.
    private var parts: [Part] {
        instrument.themes.flatMap { theme in
            stride(from: 0, to: theme.items.count, by: Self.itemsPerPart).map { start in
                Part(theme: theme, items: Array(theme.items.dropFirst(start).prefix(Self.itemsPerPart)))
            }
        }
    }

    private struct Part {
        let theme: Theme
        let items: [Item]
    }

    private func theme(_ part: Part, number: Int, of parts: [Part]) -> [String: Any] {
        let left = parts.dropFirst(number - 1).reduce(0) { $0 + $1.items.count } * Self.secondsPerItem
        let minutes = max(1, (left + 30) / 60)
        let share = Double(number - 1) / Double(parts.count) * 98 + 1
        return [
            "number": number, "name": part.theme.name[say.language], "short": part.theme.short[say.language],
            "lead": part.theme.lead[say.language],
            "sensitive": part.theme.isSensitive
                ? say("answer.sensitive", ["count": "\(max(WholeOnly.sensitiveFrom, face.wave.agreedThreshold))"]) : "",
            "progress": say("answer.progress", ["number": "\(number)", "total": "\(parts.count)"]),
            "remaining": minutes == 1
                ? say("answer.remaining_one") : say("answer.remaining", ["minutes": "\(minutes)"]),
            "track": "\((share * 100).rounded() / 100)%", "items": part.items.map(item),
        ]
    }

    private func item(_ item: Item) -> [String: Any] {
        let chosen = typed?[item.id]
        let scale = instrument.scale(of: item)
        return [
            "id": item.id, "wording": item.wording[say.language],
            "none_checked": typed?.has(item.id) == true && chosen == "",
            "options": (scale?.values ?? []).map { value in
                [
                    "value": value.value, "label": value.label[say.language], "checked": chosen == "\(value.value)",
                ] as [String: Any]
            },
        ]
    }
}
