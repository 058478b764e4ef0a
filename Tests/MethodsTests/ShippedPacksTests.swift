import Core
import Methods
import Testing

@Suite struct ShippedPacksTests {
    @Test func `the folder holds six packs, six definitions and nothing else`() throws {
        #expect(
            try PackFolder.all(in: ShippedPacks.folder).map(\.name)
                == (ShippedPacks.names + ShippedPacks.definitions).sorted())
    }

    @Test(arguments: ShippedPacks.names) func `a shipped pack can be read`(name: String) throws {
        let instrument = try ShippedPacks.instrument(name)
        #expect(instrument.id == name)
        #expect(instrument.languages == ShippedPacks.languages(name))
        #expect(instrument.hash.count == 64)
    }

    @Test func `the staff survey has 42 questions in ten themes of at most six`() throws {
        let survey = try ShippedPacks.instrument("staff-survey-care")
        #expect(survey.items.count == 42)
        #expect(survey.themes.count == 10)
        #expect(survey.themes.allSatisfy { (3...6).contains($0.items.count) })
    }

    @Test(arguments: [
        ("basic-needs", 15, 3, 3), ("policy-scan", 28, 7, 0), ("pulse", 5, 2, 0),
        ("staff-survey-education", 45, 12, 12), ("work-ability", 16, 4, 4),
    ]) func `the other packs have as many questions and themes, and turn as many round, as they say`(
        name: String, items: Int, themes: Int, reversed: Int
    ) throws {
        let pack = try ShippedPacks.instrument(name)
        #expect((pack.items.count, pack.themes.count) == (items, themes))
        #expect(pack.items.filter(\.isReversed).count == reversed)
        #expect(pack.themes.allSatisfy { $0.items.count <= 6 })
    }

    @Test(arguments: ShippedPacks.names.filter { $0 != "pulse" }) func `a shipped question is named after its theme`(
        name: String
    ) throws {
        for theme in try ShippedPacks.instrument(name).themes {
            #expect(theme.items.allSatisfy { $0.id.hasPrefix(theme.id + "-") }, "\(theme.id)")
        }
    }

    @Test(arguments: ShippedPacks.names) func `a shipped pack has its words in all its languages, and not the same`(
        name: String
    ) throws {
        let pack = try ShippedPacks.instrument(name)
        let words =
            [pack.title, pack.why, pack.about] + pack.items.map(\.wording) + pack.themes.flatMap { [$0.name, $0.lead] }
            + pack.scales.flatMap(\.values).map(\.label)

        for text in words {
            #expect(Set(text.texts.keys) == Set(pack.languages), "\(text[.dutch])")
            // Plain Dutch may say the same as Dutch.
            let foreign = pack.languages.filter { $0 != .plainDutch }.map { text[$0] }
            #expect(Set(foreign).count == foreign.count, "\(text[.dutch])")
        }
    }

    @Test(arguments: ShippedPacks.names) func `a shipped question is one short sentence of its own`(name: String) throws
    {
        let pack = try ShippedPacks.instrument(name)
        let items = pack.items
        for item in items {
            for language in pack.languages {
                let text = item.wording[language]
                #expect(text.split(separator: " ").count <= (language == .plainDutch ? 10 : 15), "\(text)")
                #expect(text.hasSuffix(".") && text.filter { ".?!;:".contains($0) }.count == 1, "\(text)")
            }
        }
        for language in pack.languages { #expect(Set(items.map { $0.wording[language] }).count == items.count) }
    }

    @Test(arguments: ShippedPacks.names) func `no shipped question asks about health`(name: String) throws {
        let words = [
            "gezond", "ziek", "moe", "slaap", "pijn", "stress", "burn", "klacht", "health", "sick", "tired", "sleep",
            "pain", "verzuim", "afwezig", "stemming", "absen", "mood", "santé", "malad", "fatigu", "sommeil", "douleur",
        ]
        for text in try ShippedPacks.instrument(name).items.flatMap(\.wording.texts.values) {
            let spoken = text.lowercased().split { !$0.isLetter }
            #expect(
                !spoken.contains { word in words.contains { word == $0 || $0.count > 3 && word.hasPrefix($0) } },
                "\(text)")
        }
    }

    @Test(arguments: ShippedPacks.names) func `higher is better in every shipped theme, and at most one is an outcome`(
        name: String
    ) throws {
        let themes = try ShippedPacks.instrument(name).themes
        #expect(themes.allSatisfy { !$0.lowerIsBetter })
        #expect(themes.filter(\.isOutcome).count == (ShippedPacks.withOutcome.contains(name) ? 1 : 0))
    }

    @Test(arguments: ShippedPacks.names) func `a shipped pack says that it is not validated`(name: String) throws {
        let pack = try ShippedPacks.instrument(name)
        let sources = String(decoding: try ShippedPacks.files(name).bytes["SOURCES.md"] ?? [], as: UTF8.self)

        #expect(!pack.isValidated && pack.licence == "EUPL-1.2")
        #expect(
            pack.about[.dutch].contains("niet wetenschappelijk gevalideerd")
                || pack.about[.dutch].contains("niet\nwetenschappelijk"))
        #expect(sources.contains("wording is our own") && sources.contains("Not validated"))
    }

    @Test func `what was done to somebody at school is told of the whole alone`() throws {
        let survey = try ShippedPacks.instrument("staff-survey-education")
        #expect(survey.themes.filter(\.isSensitive).map(\.id) == ["incidents"])
        for item in survey.items where item.wording[.english].contains(/have to deal with/) {
            #expect(item.isSensitive, "\(item.id)")
        }
    }

    @Test func `the staff survey turns some questions round`() throws {
        let survey = try ShippedPacks.instrument("staff-survey-care")
        #expect(survey.items.filter(\.isReversed).count == 10)
    }
}
