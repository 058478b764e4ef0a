import Core
import Methods
import Surveys

/// Which column holds which question, each to be chosen anew, and the columns that nothing is read from.
struct ImportColumns {
    let say: Speech
    let reading: ImportReading
    let problems: [ImportProblem]

    private static let mostNames = 40

    private var outline: FileOutline { reading.outline }

    var values: [String: Any] {
        let (options, left) = (ColumnOptions(say: say, headings: outline.headings), outline.left)
        let second = SecondColumns(reading)
        let rest = left.count - Self.mostNames
        let found = reading.instrument.items.count { outline.columns[$0.id] != nil }
        let (all, filled) = (reading.instrument.items.count, reading.choices.filled.count)
        return [
            "themes": reading.instrument.themes.map { theme in
                ["name": theme.name[say.language], "items": theme.items.map { choice($0, options, second) }]
                    as [String: Any]
            },
            "found_count": found == all
                ? say.count("import.found_all", all) : say("import.found", ["count": "\(found)", "all": "\(all)"]),
            "filled_count": filled > 0 ? say.count("import.filled", filled) : "",
            "confirmation": ImportChoices.confirmation,
            "left": left.prefix(Self.mostNames).map { ["name": options.name(of: $0)] }, "has_left": !left.isEmpty,
            "left_more": rest > 0 ? say.count("import.left_more", rest) : "",
        ]
    }

    /// In the order of the questionnaire: hr sees at a glance whether question and column are the same.
    private func choice(_ item: Item, _ options: ColumnOptions, _ second: SecondColumns) -> [String: Any] {
        let field = ImportChoices.field(of: item.id)
        let (chosen, column) = (reading.choices.columns[item.id], reading.column(of: item))
        let unknown = column.map(unknown) ?? ""
        let isWrong = column?.isRefused == true && !isOfTexts
        let wrong = problems.first { $0.field == field }?.text ?? (isWrong ? unknown : nil)
        return [
            "id": field, "label": item.wording[say.language], "wrong": wrong?.besideField ?? false,
            "is_none": chosen == nil, "options": options.all(chosen: chosen),
            "told": told(column, isChosen: chosen != nil), "unknown": wrong == nil ? unknown : "",
            "is_filled": reading.choices.filled.contains(item.id),
            "described": "\(field)-told" + (wrong == nil ? "" : " \(field)-wrong"),
        ].merging(tick(item, second)) { $1 }.merging(turn(item)) { $1 }
    }

    /// Where the answers run against the rest of the theme, a tick says that their numbers stand otherwise than those of
    /// the scale.
    private func turn(_ item: Item) -> [String: Any] {
        let isContrary = reading.account.contrary.contains { $0.items.contains(item.id) }
        let scale = reading.instrument.scale(of: item)
        let isOfScale = scale.map { reading.choices.isTurned($0, reading.instrument) } ?? false
        let isOther = reading.choices.turned.contains(item.id) != isOfScale
        let mayTurn = !reading.account.numbers(of: [item.id]).isEmpty && (isContrary || isOther)
        return [
            "has_turn": isContrary || mayTurn, "is_contrary": isContrary, "may_turn": mayTurn,
            "is_turned": isOther, "turn": ImportChoices.turn(of: item.id),
            "turn_shown": ImportChoices.turnShown(of: item.id),
        ]
    }

    /// Where a second column belongs to the question, a tick says that the one which is chosen counts.
    private func tick(_ item: Item, _ second: SecondColumns) -> [String: Any] {
        let (others, remarks) = (second.others[item.id] ?? [], second.remarks[item.id] ?? [])
        return [
            "has_second": !others.isEmpty || !remarks.isEmpty, "has_tick": !others.isEmpty,
            "is_counted": reading.choices.chosen.contains(item.id),
            "tick": ImportChoices.tick(of: item.id), "tick_shown": ImportChoices.tickShown(of: item.id),
            "second": others.map { place in
                let heading = outline.headings[place].shortened(to: ColumnOptions.mostOfHeading)
                return say("import.second", ["letters": FileOutline.letters(of: place), "heading": heading])
            } + remarks.map { say($0).sentence },
        ]
    }

    /// Whether it is the texts that nobody knows, and not the columns that are wrong.
    private var isOfTexts: Bool { reading.account.items.count(where: \.isRefused) > ImportStops.mostColumns }

    private func told(_ column: FileAccount.Column?, isChosen: Bool) -> String {
        guard let column else { return say(isChosen ? "import.not_counted" : "import.theme_goes") }
        return say.count("import.answers", column.answers)
    }

    /// How many cells were not understood, with a few of them: who reads this holds the file.
    private func unknown(_ column: FileAccount.Column) -> String {
        guard column.unknown > 0 else { return "" }
        let found = column.examples.map { say("import.example", ["text": $0]) }
        return say("import.unknown", ["count": "\(column.unknown)", "found": found.joined(separator: ", ")])
    }
}

/// The columns of a file to choose from: all of them, so that two questions can change places.
struct ColumnOptions {
    private let names: [String]

    static let mostOfHeading = 70

    init(say: Speech, headings: [String]) {
        let texts = headings.map { $0.shortened(to: Self.mostOfHeading) }
        let often = Dictionary(grouping: texts, by: \.self).mapValues(\.count)
        names = texts.enumerated().map { place, text in
            let letters = FileOutline.letters(of: place)
            if headings[place].trimmed.isEmpty { return say("import.column_without_heading", ["letters": letters]) }
            guard often[text] ?? 0 > 1 else { return text }
            return say("import.column_named", ["heading": text, "letters": letters])
        }
    }

    func name(of place: Int) -> String { names[place] }

    func all(chosen: Int?) -> [[String: Any]] {
        names.enumerated().map { ["value": "\($0)", "name": $1, "is_chosen": $0 == chosen] }
    }

}

extension String {
    /// No longer than this many letters, and on one line. Programs put the same text before many questions: what tells
    /// them apart stands at the end.
    func shortened(to most: Int) -> String {
        let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard line.count > most else { return line.isolated }
        return (line.prefix(most / 3) + "…" + line.suffix(most - most / 3 - 1)).description.isolated
    }
}
