import Core

/// Reads the file of one language, such as `nl.yaml`.
struct WordsReading {
    let language: Language
    let section: Section
    let findings: Findings

    static let mostOfItem = 300
    static let mostOfAnswer = 80
    /// The key of a background question's own words, among those of its answers.
    static let question = "question"

    private var file: String { section.place.file }

    func draft() -> WordsDraft {
        WordsDraft(
            language: language, place: section.place,
            texts: texts(of: section, section.part),
            scales: entries("scales") { scale($0) },
            bands: entries("bands") { named($0, by: Bands.source) },
            themes: entries("themes") { theme($0) },
            items: entries("items") { text($0, most: Self.mostOfItem) },
            staffGroups: entries("staff-groups") { text($0, most: Self.mostOfAnswer) },
            open: entries("open") { text($0, most: Self.mostOfItem) },
            background: entries("background") { named($0, by: Self.question) })
    }

    private func entries<Value>(_ name: String, _ read: (YamlTree.Pair) -> Value) -> Located<[String: Value]>? {
        section.entries(name).map { Located(value: byKey($0, read), place: section.place(of: name)) }
    }

    private func byKey<Value>(_ pairs: [YamlTree.Pair], _ read: (YamlTree.Pair) -> Value) -> [String: Value] {
        Dictionary(pairs.map { ($0.key, read($0)) }) { first, _ in first }
    }

    private func texts(of section: Section, _ part: PackKeys) -> [String: Located<String?>] {
        let names = part.keys.filter { $0.isText && section.has($0.name) }.map(\.name)
        return Dictionary(
            uniqueKeysWithValues: names.map { name in
                (name, Located(value: section.text(name)?.value, place: section.place(of: name)))
            })
    }

    private func theme(_ pair: YamlTree.Pair) -> WordsDraft.Group {
        let section = Section(pair, .themeWords, in: file, findings)
        return Located(value: section.map { texts(of: $0, .themeWords) } ?? [:], place: place(pair))
    }

    private func scale(_ pair: YamlTree.Pair) -> WordsDraft.Group {
        guard case .section(let answers) = pair.value.content else {
            findings.add(.expectsSection, ["key": pair.key], at: place(pair))
            return Located(value: [:], place: place(pair))
        }
        return Located(value: byKey(answers) { text($0, most: Self.mostOfAnswer) }, place: place(pair))
    }

    /// One longer text, such as the source of a set of bands or a background question, and the names of its parts.
    private func named(_ pair: YamlTree.Pair, by longer: String) -> WordsDraft.Group {
        guard case .section(let names) = pair.value.content else {
            findings.add(.expectsSection, ["key": pair.key], at: place(pair))
            return Located(value: [:], place: place(pair))
        }
        let texts = byKey(names) { text($0, most: $0.key == longer ? Self.mostOfItem : Self.mostOfAnswer) }
        return Located(value: texts, place: place(pair))
    }

    private func text(_ pair: YamlTree.Pair, most: Int) -> Located<String?> {
        let text = TextRule(most: most, findings: findings).text(of: pair, in: file)
        return Located(value: text?.value, place: place(pair))
    }

    private func place(_ pair: YamlTree.Pair) -> Place { Place(file: file, line: pair.line) }
}

extension PackKey {
    var isText: Bool {
        if case .text = form { true } else { false }
    }
}
