import Core
import Methods
import Surveys

/// How each theme of a questionnaire is scored, in words.
struct ThemeRules {
    let say: Speech
    let pack: Instrument

    var rows: [[String: String]] {
        pack.themes.map { theme in
            ["name": theme.name[say.language], "text": sentences(theme).joined(separator: " ")]
        }
    }

    private func sentences(_ theme: Theme) -> [String] {
        [
            say.count("register.rule.items", theme.items.count), range(theme),
            say("register.rule.told_as.\(theme.measure.rawValue)"), reversed(theme),
            theme.lowerIsBetter ? say("register.rule.lower_is_better") : "",
            say.who(gets: theme, of: pack, in: "register.rule"),
            theme.wholeFrom == nil ? "" : say("register.rule.whole_only"), bands(theme),
        ].filter { !$0.isEmpty }
    }

    private func range(_ theme: Theme) -> String {
        guard let scale = theme.items.first.flatMap(pack.scale) else { return "" }
        return say("register.rule.range", ["least": "\(scale.minimum)", "most": "\(scale.maximum)"])
    }

    private func reversed(_ theme: Theme) -> String {
        let turned = theme.items.indices.filter { theme.items[$0].isReversed }.map { "\($0 + 1)" }
        return turned.isEmpty ? "" : say("register.rule.reversed", ["places": say.list(turned)])
    }

    private func bands(_ theme: Theme) -> String {
        theme.bands.map { say("register.rule.bands", ["source": $0.source[say.language]]) } ?? ""
    }
}
