import Core
import Methods
import Testing

@Suite struct PackReadingTests {
    @Test func `a pack gives what its files say`() throws {
        let small = try SmallPack.read()

        #expect(small.id == "small")
        #expect(small.version == "1.2")
        #expect(small.languages == [.dutch, .english])
        #expect(small.minutes == 2)
        #expect(small.licence == "EUPL-1.2")
        #expect(!small.isValidated)
        #expect(small.help == [.confidant, .council])
        #expect(small.title == LocalText(nl: "Klein", en: "Small"))
        #expect(small.intro?[.english] == "Do begin.")
        #expect(small.about[.dutch] == "Een klein pakket.\nAlleen voor proeven.")
    }

    @Test func `themes keep their order, their words and how they are scored`() throws {
        let small = try SmallPack.read()
        let (team, burden) = (small.themes[0], small.themes[1])

        #expect(small.themes.map(\.id) == ["team", "burden"])
        #expect(team.name[.dutch] == "Steun")
        #expect(burden.caption == LocalText(nl: "tempo", en: "pace"))
        #expect([team.answeredShare, burden.answeredShare] == [0.75, 1])
        #expect([team.isOutcome, burden.isOutcome] == [false, true])
        #expect([team.lowerIsBetter, burden.lowerIsBetter] == [false, true])
    }

    @Test func `questions keep their revision, their scale and their direction`() throws {
        let items = try SmallPack.read().items

        #expect(items.map(\.id) == ["team-help", "team-gossip", "burden-rush"])
        #expect(items.map(\.revision) == [1, 2, 1])
        #expect(items.map(\.isReversed) == [false, true, false])
        #expect(items.map(\.scale) == ["agreement", "agreement", "often"])
        #expect(items[1].wording[.dutch] == "Er is roddel: over mij.")
    }

    @Test func `a scale knows its values, their kinds and their words`() throws {
        let small = try SmallPack.read()
        let often = try #require(small.scale(of: small.items[2]))

        #expect(often.minimum == 0 && often.maximum == 1)
        #expect(often.values.map(\.kind) == [.favourable, .unfavourable])
        #expect(often.values.map { $0.label[.dutch] } == ["Nee", "Ja"])
    }

    @Test func `a pack may leave out what is optional`() throws {
        var texts = SmallPack.with("method.yaml", "help: [confidant, council]\n", "")
        for file in ["nl.yaml", "en.yaml"] {
            let lines = SmallPack.texts[file]?.split(separator: "\n") ?? []
            let optional = ["intro:", "    short:", "    caption:"]
            texts[file] = lines.filter { line in !optional.contains { line.hasPrefix($0) } }.joined(separator: "\n")
        }
        texts["scoring.yaml"] = SmallPack.texts["scoring.yaml"]?.replacing("answered-share: 0.75\n", with: "")

        let small = try SmallPack.read(texts)
        #expect(small.intro == nil && small.help.isEmpty && small.themes[0].caption == nil)
        #expect(small.themes[0].short == small.themes[0].name)
        #expect(small.themes[0].answeredShare == 0.5)
    }

    @Test func `a third language is read when it is declared`() throws {
        var texts = SmallPack.with("method.yaml", "[nl, en]", "[nl, en, pt-BR]")
        texts["pt-BR.yaml"] = SmallPack.texts["en.yaml"]?.replacing("I am in a hurry.", with: "Estou com pressa.")

        let small = try SmallPack.read(texts)
        #expect(small.languages.map(\.rawValue) == ["nl", "en", "pt-BR"])
        #expect(small.items[2].wording[Language(rawValue: "pt-BR")] == "Estou com pressa.")
    }

    @Test func `a file from Windows reads as any other`() throws {
        let windows = SmallPack.texts.mapValues { "\u{FEFF}" + $0.replacing("\n", with: "\r\n") }
        let (one, other) = (try SmallPack.read(windows), try SmallPack.read())

        #expect(one.themes == other.themes && one.scales == other.scales && one.about == other.about)
    }

    @Test func `the hash changes with any file, its name and its bytes, and with nothing else`() throws {
        let hash = PackFiles(folder: "small", texts: SmallPack.texts).hash
        #expect(try SmallPack.read().hash == hash)
        #expect(PackFiles(folder: "elsewhere", texts: SmallPack.texts).hash == hash)

        for file in SmallPack.texts.keys {
            var changed = SmallPack.texts
            changed[file]? += " "
            #expect(PackFiles(folder: "small", texts: changed).hash != hash)
            changed = SmallPack.without(file)
            changed["x" + file] = SmallPack.texts[file]
            #expect(PackFiles(folder: "small", texts: changed).hash != hash)
        }
    }

    @Test func `the hash is SHA-256 over lengths, names and contents in the order of names`() {
        // printf '\0\0\0\0\0\0\0\1a\0\0\0\0\0\0\0\2xy\0\0\0\0\0\0\0\1b\0\0\0\0\0\0\0\0' | sha256sum
        let files = PackFiles(folder: "small", texts: ["b": "", "a": "xy"])
        #expect(files.hash == "882581e1db81b6ee140e9f8d6e39c664c1cffd808504fecf1b3b84820670af36")
    }
}
