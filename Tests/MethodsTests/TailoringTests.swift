import Core
import Methods
import Testing

@Suite struct TailoringTests {
    private func tailored(
        kept: Set<String> = ["team", "burden"], own: [Tailoring.OwnItem] = [], after previous: Instrument? = nil,
        version: Int = 1, of base: Instrument? = nil
    ) throws -> Instrument {
        let base = try base ?? SmallPack.read()
        let text = LocalText(nl: "Zelf", en: "Own")
        let answers = (1...5).map { LocalText(nl: "Antwoord \($0)", en: "Answer \($0)") }
        let words = Tailoring.Words(about: text, theme: text, short: text, lead: text, answers: answers)
        let made = try Tailoring(kept: kept, own: own).applied(
            to: base, after: previous ?? base, id: "own-ab2c3", version: version, words: words)
        return try Instrument(pack: made.files(sources: "# Sources\n"))
    }

    private func question(_ dutch: String, id: String? = nil) -> Tailoring.OwnItem {
        .init(id: id, wording: LocalText(nl: dutch, en: "\(dutch) (en)"))
    }

    @Test(arguments: ShippedPacks.names) func `what is written reads back as the same questionnaire`(name: String)
        throws
    {
        let shipped = try PackFolder(ShippedPacks.folder + "/" + name).instrument()
        let files = shipped.files(sources: "# Sources\n")
        let read = try Instrument(pack: files)
        let same = Instrument(
            id: shipped.id, version: shipped.version, hash: files.hash, languages: shipped.languages,
            title: shipped.title, why: shipped.why, intro: shipped.intro, about: shipped.about,
            licence: shipped.licence, isValidated: shipped.isValidated, minutes: shipped.minutes, help: shipped.help,
            scales: shipped.scales, themes: shipped.themes, highlights: shipped.highlights, origin: shipped.origin)
        #expect(read == same)
    }

    @Test func `every key that a pack may have is written and read back`() throws {
        let small = try SmallPack.read()
        let read = try Instrument(pack: small.files(sources: "# Sources\n"))
        #expect(read.themes == small.themes)
        #expect(read.scales == small.scales)
        #expect(read.highlights == small.highlights)
        #expect(read.about == small.about)
    }

    @Test func `a theme that is left out takes its questions, its scale and its bands with it`() throws {
        let fitted = try tailored(kept: ["team"])
        #expect(fitted.themes.map(\.id) == ["team"])
        #expect(fitted.scales.map(\.id) == ["agreement"])
        #expect(fitted.origin == "small")
        #expect(!fitted.isValidated)
        let kept = try SmallPack.read().themes[0]
        // Whoever compares waves finds the same questions with the same revisions.
        #expect(fitted.themes[0] == kept)
    }

    @Test func `an own question keeps its id, and gets a new revision with new words`() throws {
        let first = try tailored(own: [question("Ik lach vaak"), question("Ik eet hier graag")])
        #expect(first.ownItems.map(\.id) == ["own-ab2c3-1", "own-ab2c3-2"])
        #expect(first.ownItems.map(\.scale) == ["agreement", "agreement"])
        let second = try tailored(
            own: [
                question("Ik eet hier graag", id: "own-ab2c3-2"), question("Ik lach elke dag", id: "own-ab2c3-1"),
                question("Ik fiets"),
            ],
            after: first, version: 2)
        #expect(second.ownItems.map(\.id) == ["own-ab2c3-2", "own-ab2c3-1", "own-ab2c3-3"])
        #expect(second.ownItems.map(\.revision) == [1, 2, 1])
        #expect(second.version == "2")
    }

    /// Every theme is better when it is low, as in a questionnaire on complaints.
    private func down() throws -> Instrument {
        let small = try SmallPack.read()
        let kinds: [Scale.Kind] = [.favourable, .favourable, .neutral, .unfavourable, .unfavourable]
        let label = LocalText(nl: "Zo vaak", en: "So often")
        let scale = Scale(id: "how-often", values: kinds.enumerated().map { .init($0 + 1, $1, label) })
        let items = ["one", "two"].map { id in
            Item(
                id: id, revision: 1, wording: LocalText(nl: "Ik ben \(id)", en: "I am \(id)"), scale: scale.id,
                isReversed: false)
        }
        let theme = Theme(
            id: "tired", name: label, short: label, caption: nil, lead: label, items: items, answeredShare: 0.5,
            isOutcome: false, lowerIsBetter: true)
        return Instrument(
            id: "down", version: "1", hash: "", languages: small.languages, title: small.title, why: small.why,
            about: small.about, licence: small.licence, minutes: 3, scales: [scale], themes: [theme])
    }

    @Test func `where every scale points down, own questions are answered by agreeing`() throws {
        let base = try down()
        #expect(base.mainScale == nil)
        let fitted = try tailored(kept: ["tired"], own: [question("Ik lach vaak")], of: base)
        #expect(fitted.ownItems.map(\.scale) == [Tailoring.scale])
        let scale = try #require(fitted.scales.first { $0.id == Tailoring.scale })
        #expect(scale.values.map(\.value) == [1, 2, 3, 4, 5] && scale.values[4].kind == .favourable)
        #expect(scale.values.map { $0.label[.dutch] } == (1...5).map { "Antwoord \($0)" })
        // Made to fit again, also where what it came from is gone.
        let again = try tailored(
            kept: ["tired"], own: [question("Ik lach vaak", id: fitted.ownItems[0].id), question("Ik fiets")],
            after: fitted, version: 2, of: fitted)
        #expect(again.scales.map(\.id) == ["how-often", Tailoring.scale])
        #expect(again.ownItems.map(\.revision) == [1, 1])
        #expect(try tailored(kept: ["tired"], of: base).scales.map(\.id) == ["how-often"])
    }

    @Test func `a question of which agreeing is unfavourable is turned round, and turning it is a new revision`() throws
    {
        let wording = LocalText(nl: "Ik vergader te veel", en: "I have too many meetings")
        let first = try tailored(own: [.init(id: nil, wording: wording, isReversed: true)])
        #expect(first.ownItems.map(\.isReversed) == [true])
        #expect(Tailoring(of: first).own.map(\.isReversed) == [true])
        let second = try tailored(own: [.init(id: first.ownItems[0].id, wording: wording)], after: first, version: 2)
        #expect(second.ownItems.map(\.isReversed) == [false])
        #expect(second.ownItems.map(\.revision) == [2])
    }

    @Test(arguments: [
        "Zegt hij \"ja\": dan ook # en - niet", "Tel 1 & 2 * 3, 'echt' \\ waar?", "😀 <script>alert(1)</script>", "מרחב",
    ])
    func `whatever is typed stays a text`(words: String) throws {
        #expect(try tailored(own: [question(words)]).ownItems.map(\.wording[.dutch]) == [words])
    }

    @Test func `a question in one language, twice the same, too long or with hidden signs is refused`() {
        #expect(throws: Tailoring.Refusal.isUntranslated) {
            try tailored(own: [.init(id: nil, wording: LocalText([.dutch: "Alleen hier"]))])
        }
        #expect(throws: Tailoring.Refusal.isDouble) { try tailored(own: [question("Twee"), question("Twee")]) }
        #expect(throws: Tailoring.Refusal.isTooLong) {
            try tailored(own: [question(String(repeating: "x", count: 301))])
        }
        #expect(throws: Tailoring.Refusal.hasOddSigns) { try tailored(own: [question("Ik \u{202E}lach")]) }
        #expect(throws: Tailoring.Refusal.hasNoTheme) { try tailored(kept: [], own: [question("Een")]) }
    }
}
