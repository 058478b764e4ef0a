import Core

extension Instrument {
    /// The files of a pack that reads as this questionnaire; what its hash is follows from them.
    ///
    /// - Parameter sources: what `SOURCES.md` says.
    public func files(sources: String) -> PackFiles {
        let writing = PackWriting(instrument: self)
        var texts = [
            "method.yaml": writing.method, "questions.yaml": writing.questions, "scoring.yaml": writing.scoring,
            PackFiles.sources: sources,
        ]
        for language in languages { texts[PackFiles.words(in: language.rawValue)] = writing.words(in: language) }
        return PackFiles(folder: id, texts: texts)
    }
}

/// Writes a questionnaire as its reader wants it.
struct PackWriting {
    let instrument: Instrument

    var method: String {
        let help = instrument.help.map(\.rawValue).joined(separator: ", ")
        return """
            id: \(instrument.id)
            kind: \(MethodReading.kind)
            version: \(instrument.version.quoted)
            languages: [\(instrument.languages.map(\.rawValue).joined(separator: ", "))]
            minutes: \(instrument.minutes)
            licence: \(instrument.licence.quoted)
            validated: \(instrument.isValidated)

            """ + (help.isEmpty ? "" : "help: [\(help)]\n")
                + (instrument.origin.map { "based-on: \($0)\n" } ?? "")
    }

    var questions: String {
        let themes = instrument.themes.map { theme in
            let items = theme.items.map { item in
                let reversed = item.isReversed ? ", reversed: true" : ""
                let sensitive = item.isSensitive ? ", sensitive: true" : ""
                return
                    "      - {id: \(item.id), revision: \(item.revision), scale: \(item.scale)\(reversed)\(sensitive)}\n"
            }
            return "  - id: \(theme.id)\n" + who(gets: theme) + "    items:\n" + items.joined()
        }
        return "themes:\n" + themes.joined() + asked
    }

    private func who(gets theme: Theme) -> String {
        if let condition = theme.onlyIf {
            let answers = condition.answers.map(String.init).joined(separator: ", ")
            return "    only-if: {question: \(condition.item), answers: [\(answers)]}\n"
        }
        return theme.onlyFor.isEmpty ? "" : "    only-for: [\(theme.onlyFor.joined(separator: ", "))]\n"
    }

    /// What is asked beside the questions that are scored.
    private var asked: String {
        let groups = instrument.staffGroups.map(\.id).joined(separator: ", ")
        let open = instrument.openQuestions.map { "  - {id: \($0.id), revision: \($0.revision)}\n" }
        let background = instrument.background.map { question in
            let answers = question.answers.map(\.id).joined(separator: ", ")
            return "  - {id: \(question.id), revision: \(question.revision), answers: [\(answers)]}\n"
        }
        return (groups.isEmpty ? "" : "staff-groups: [\(groups)]\n")
            + (open.isEmpty ? "" : "open:\n" + open.joined())
            + (background.isEmpty ? "" : "background:\n" + background.joined())
    }

    var scoring: String {
        let scales = instrument.scales.map { scale in
            let values = scale.values.map { "      \($0.value): \($0.kind.rawValue)\n" }
            return "  \(scale.id):\n    values:\n" + values.joined()
        }
        let rule = instrument.highlights
        return "scales:\n" + scales.joined() + "themes:\n" + instrument.themes.map(scoring).joined() + bands
            + """
            highlights:
              strength: {favourable: \(rule.favourableFrom), mean: \(rule.highFrom)}
              concern: {unfavourable: \(rule.unfavourableFrom), mean: \(rule.lowTo)}
              most: \(rule.most)

            """
    }

    private func scoring(of theme: Theme) -> String {
        let lines = [
            "    answered-share: \(theme.answeredShare)\n",
            theme.isOutcome ? "    outcome: true\n" : "", theme.lowerIsBetter ? "    lower-is-better: true\n" : "",
            theme.measure == .mean ? "" : "    told-as: \(theme.measure.rawValue)\n",
            theme.bands == nil ? "" : "    bands: \(theme.id)\n",
        ]
        return "  \(theme.id):\n" + lines.joined()
    }

    /// Each theme's own set, under its name.
    private var bands: String {
        let sets = instrument.themes.compactMap { theme in
            theme.bands.map { bands in
                "  \(theme.id):\n" + bands.all.map { "    \($0.id): \($0.from.asDecimal)\n" }.joined()
            }
        }
        return sets.isEmpty ? "" : "bands:\n" + sets.joined()
    }

    func words(in language: Language) -> String {
        func line(_ key: String, _ text: LocalText?, depth: Int = 0) -> String {
            guard let text, let word = text.texts[language] else { return "" }
            return String(repeating: "  ", count: depth) + "\(key): \(word.quoted)\n"
        }
        let scales = instrument.scales.map { scale in
            "  \(scale.id):\n" + scale.values.map { line("\($0.value)", $0.label, depth: 2) }.joined()
        }
        let themes = instrument.themes.map { theme in
            "  \(theme.id):\n" + line("name", theme.name, depth: 2)
                + (theme.short == theme.name ? "" : line("short", theme.short, depth: 2))
                + line("caption", theme.caption, depth: 2) + line("lead", theme.lead, depth: 2)
        }
        let sets = instrument.themes.compactMap { theme in
            theme.bands.map { bands in
                "  \(theme.id):\n" + line(Bands.source, bands.source, depth: 2)
                    + bands.all.map { line($0.id, $0.name, depth: 2) }.joined()
            }
        }
        return line("title", instrument.title) + line("why", instrument.why) + line("about", instrument.about)
            + line("intro", instrument.intro) + "scales:\n" + scales.joined() + "themes:\n" + themes.joined()
            + "items:\n" + instrument.items.map { line($0.id, $0.wording, depth: 1) }.joined()
            + (sets.isEmpty ? "" : "bands:\n" + sets.joined()) + askedWords(line)
    }

    private func askedWords(_ line: (String, LocalText?, Int) -> String) -> String {
        let groups = instrument.staffGroups.map { line($0.id, $0.name, 1) }
        let open = instrument.openQuestions.map { line($0.id, $0.wording, 1) }
        let background = instrument.background.map { question in
            "  \(question.id):\n" + line(WordsReading.question, question.wording, 2)
                + question.answers.map { line($0.id, $0.label, 2) }.joined()
        }
        return (groups.isEmpty ? "" : "staff-groups:\n" + groups.joined())
            + (open.isEmpty ? "" : "open:\n" + open.joined())
            + (background.isEmpty ? "" : "background:\n" + background.joined())
    }
}

extension String {
    /// As YAML between quotation marks: whatever somebody typed stays a text.
    fileprivate var quoted: String {
        var text = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}

extension Int {
    /// Thousandths as a number with a point: 2590 as 2.59.
    fileprivate var asDecimal: String {
        let rest = "\(1000 + self % 1000)".dropFirst()
        return self % 1000 == 0 ? "\(self / 1000)" : "\(self / 1000).\(rest)"
    }
}
