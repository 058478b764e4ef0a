import Core
import Disclosure
import Methods
import Surveys

/// The report of a group for a beamer: one thing a slide, in the order in which a team talks about it.
struct SlidesPage {
    let found: FoundReport

    /// By how many lines stand below a bar.
    private static let mostThemes = [8, 5, 3]
    private static let mostItems = 4

    private var say: Speech { found.say }

    var values: [String: Any] {
        let slides = [cover] + standing + themes + items + untold + [questions, next]
        return [
            "title": say("slides.title", ["name": found.name(of: found.group)]),
            "who": found.who, "is_long": found.themes.contains(where: \.isLong),
            "report_path": found.path(of: found.group),
            "slides": slides.enumerated().map { number, slide in
                let place = say("slides.place", ["number": "\(number + 1)", "count": "\(slides.count)"])
                return slide.merging(["number": number + 1, "place": place]) { $1 }
            },
        ]
    }

    /// One slide: every kind of content is named, so that none shows that of another.
    private func slide(_ heading: String, _ content: [String: Any] = [:]) -> [String: Any] {
        let none: [String: Any] = [
            "lead": "", "note": "", "scale": "", "is_cover": false, "lines": [] as [Any], "bars": [] as [Any],
            "legend": false,
            "questions": [] as [Any],
        ]
        return none.merging(content) { $1 }.merging(["heading": heading]) { $1 }
    }

    private var cover: [String: Any] {
        let response: String
        if found.isWhole {
            let invited = found.report.groups.first?.invited ?? 0
            response =
                found.wave.isImported
                ? say.count("import.cover", found.respondents)
                : say("slides.response", ["count": "\(found.respondents)", "invited": "\(invited)"])
        } else {
            let n = found.report.respondents(of: found.group).map(found.text.count)
            response = n.map { say("slides.response_group", ["count": $0]) } ?? ""
        }
        return slide(
            found.name(of: found.group),
            ["is_cover": true, "lead": found.wave.title, "note": "\(response) \(promise)"])
    }

    /// What nobody can know of answers that were given elsewhere is not promised.
    private var promise: String {
        found.wave.isImported ? say.imported(found.wave) : say("slides.nobody")
    }

    /// The strengths, then the concerns; a kind that the rule names nothing of has no slide.
    private var standing: [[String: Any]] {
        [Highlight.Kind.strength, .concern].compactMap { kind in
            let lines = Highlight.all(kind, in: found.highlights, found.themes, say)
            guard !lines.isEmpty else { return nil }
            return slide(
                say("results.heading_\(kind)"),
                ["lines": lines.map(line)])
        }
    }

    private func line(_ highlight: Highlight) -> [String: String] {
        let view = highlight.theme
        let caption = [view.caption, view.reading, view.askedOf].filter { !$0.isEmpty }.joined(separator: " · ")
        return ["name": view.name, "figure": highlight.figure, "caption": caption]
    }

    private var shown: [ThemeView] {
        found.themes.filter { $0.result.mean != nil }.bestFirst
    }

    private var themes: [[String: Any]] {
        let lines = shown.map(\.linesBelow).max() ?? 0
        let parts = shown.parts(of: Self.mostThemes[lines])
        return parts.enumerated().map { number, part in
            slide(
                self.part(number, of: parts.count, say("slides.themes")),
                [
                    "bars": part.map(\.values).map { bar($0, "name") }, "legend": part.contains(where: \.hasBar),
                    "scale": scale,
                ])
        }
    }

    /// The questions of what stands out: there a team looks closer.
    private var items: [[String: Any]] {
        let named = Set((found.highlights.concerns + found.highlights.strengths).map(\.id))
        let loose = found.themes.filter { $0.theme.isLoose && $0.result.visibility.isShown }
        return (shown.filter { named.contains($0.theme.id) }.reversed() + loose).flatMap { view in
            let items = view.values["items"] as? [[String: Any]] ?? []
            let parts = items.parts(of: Self.mostItems)
            return parts.enumerated().map { number, part in
                slide(
                    self.part(number, of: parts.count, view.name),
                    [
                        "lead": [view.reading, view.askedOf].filter { !$0.isEmpty }.joined(separator: " · "),
                        "bars": part.map { bar($0, "wording") },
                        "legend": view.result.items.contains { $0.distribution != nil },
                        "scale": scale,
                    ])
            }
        }
    }

    /// Themes of which nothing is told, each with why: a team that misses one asks for it.
    private var untold: [[String: Any]] {
        let hidden = found.themes.filter { !$0.result.visibility.isShown }
        guard !shown.isEmpty else { return [] }
        let parts = hidden.parts(of: Self.mostItems)
        return parts.enumerated().map { number, part in
            let lines = part.map { ["name": $0.name, "figure": "", "caption": $0.hidden] }
            return slide(self.part(number, of: parts.count, say("slides.rest")), ["lines": lines])
        }
    }

    /// What is spread over several slides says on each which it is.
    private func part(_ number: Int, of count: Int, _ heading: String) -> String {
        let values = ["heading": heading, "part": "\(number + 1)", "count": "\(count)"]
        return count == 1 ? heading : say("slides.part", values)
    }

    private var scale: String { ScaleNote(themes: shown, instrument: found.instrument, say: say).range }

    private func bar(_ values: [String: Any], _ name: String) -> [String: Any] {
        [
            "name": values[name] ?? "", "reversed": values["reversed"] ?? "", "reading": values["reading"] ?? "",
            "asked_of": values["asked_of"] ?? "", "score": values["score"] ?? "", "band": values["band"] ?? "",
            "mean": values["mean"] ?? "", "bar": values["bar"] ?? false,
        ]
    }

    private var questions: [String: Any] {
        slide(say("slides.questions"), ["questions": TeamQuestion.all(say).map { ["name": $0.name, "text": $0.text] }])
    }

    private var next: [String: Any] {
        slide(
            say("results.and_now"),
            [
                "lines": [
                    ["name": NextSteps(found: found).told, "figure": "", "caption": ""],
                    ["name": NextSteps(found: found).talk, "figure": "", "caption": say("results.next_talk_text")],
                ], "note": say("slides.last"),
            ])
    }
}

extension ThemeView {
    fileprivate var hasBar: Bool { result.distribution != nil }
    fileprivate var linesBelow: Int { [score, band].compactMap(\.self).count }
}

extension Array {
    /// In parts of at most so many, as even as they can be: nine in parts of eight are five and four.
    fileprivate func parts(of most: Int) -> [[Element]] {
        guard !isEmpty else { return [] }
        let parts = (count + most - 1) / most
        return (0..<parts).map { part in Array(self[(count * part / parts)..<(count * (part + 1) / parts)]) }
    }
}
