/// A questionnaire of many questions in ten themes.
struct LongPack {
    let questions: Int

    private var items: [[Int]] {
        (0..<10).map { theme in (1...questions).filter { ($0 - 1) * 10 / questions == theme } }
    }

    var texts: [String: String] {
        let themes = items.enumerated().map { theme, items in
            "  - id: theme-\(theme)\n    items:\n"
                + items.map { "      - {id: many-\($0), revision: 1, scale: agreement}\n" }.joined()
        }
        return [
            "method.yaml": """
            id: many
            kind: instrument
            version: 1.0
            languages: [nl, en]
            minutes: 60
            licence: EUPL-1.2
            validated: false

            """,
            "questions.yaml": "themes:\n" + themes.joined(),
            "scoring.yaml": """
            scales:
              agreement:
                values: {1: unfavourable, 2: unfavourable, 3: neutral, 4: favourable, 5: favourable}
            answered-share: 0.5

            """,
            "nl.yaml": words(item: "Vraag"), "en.yaml": words(item: "Question"), "SOURCES.md": "Made up.\n",
        ]
    }

    private func words(item: String) -> String {
        let themes = items.indices.map { "  theme-\($0): {name: Thema \($0), short: T\($0), lead: Denk na.}\n" }
        let items = items.joined().map { "  many-\($0): \(item) \($0).\n" }
        return """
            title: Veel
            why: Om te proberen.
            about: Heel veel vragen.
            scales:
              agreement: {1: een, 2: twee, 3: drie, 4: vier, 5: vijf}
            themes:

            """ + themes.joined() + "items:\n" + items.joined()
    }
}
