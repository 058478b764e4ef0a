import Core
import Methods
import Testing

@Suite struct WordingLockTests {
    private let small: Instrument
    private let lock: WordingLock

    init() throws {
        small = try SmallPack.read()
        lock = try WordingLock().updated(with: small)
    }

    @Test func `a new lock covers every wording, and finds nothing changed`() {
        #expect(lock.covers(small))
        #expect(lock.compare(with: small).isEmpty)
        #expect(!WordingLock().covers(small))
    }

    @Test func `a lock reads back from its own text`() throws {
        #expect(try WordingLock(reading: lock.text) == lock)
        #expect(lock.text.contains("\nitem team-gossip 2 reversed yes\n"))
        #expect(lock.text.contains("\nitem burden-rush 1 scale often\n"))
    }

    @Test func `a changed wording names the question and the revision to give it`() throws {
        let changed = try SmallPack.read(SmallPack.with("en.yaml", "Somebody helps me.", "Someone helps me."))
        let problem = try #require(lock.compare(with: changed).first)

        #expect(lock.compare(with: changed).count == 1)
        #expect(problem.key == "pack.wording_changed")
        #expect(problem.values == ["item": "team-help", "revision": "1", "next": "2"])
        #expect(!lock.covers(changed))
    }

    @Test func `a changed wording with a new revision is no problem, and the lock keeps both`() throws {
        var texts = SmallPack.with("questions.yaml", "revision: 2", "revision: 3")
        texts["nl.yaml"] = SmallPack.texts["nl.yaml"]?.replacing("Er is roddel", with: "Er is veel roddel")
        let changed = try SmallPack.read(texts)

        #expect(lock.compare(with: changed).isEmpty)
        let next = try lock.updated(with: changed)
        #expect(next.covers(changed) && next.covers(small))
    }

    @Test func `a lock is not updated over a changed wording`() throws {
        let changed = try SmallPack.read(SmallPack.with("nl.yaml", "Ik heb haast.", "Ik heb veel haast."))
        #expect(throws: Problems.self) { try lock.updated(with: changed) }
    }

    @Test func `a question that was taken out stays locked`() throws {
        let line = "      - id: team-help\n        revision: 1\n        scale: agreement\n"
        var texts = SmallPack.with("questions.yaml", line, "")
        texts["nl.yaml"] = SmallPack.texts["nl.yaml"]?.replacing("  team-help: Iemand helpt mij.\n", with: "")
        texts["en.yaml"] = SmallPack.texts["en.yaml"]?.replacing("  team-help: Somebody helps me.\n", with: "")

        #expect(try lock.updated(with: SmallPack.read(texts)) == lock)
    }

    @Test func `a language may be added without a new revision`() throws {
        var texts = SmallPack.with("method.yaml", "[nl, en]", "[nl, en, fr]")
        texts["fr.yaml"] = SmallPack.texts["en.yaml"]

        let french = try SmallPack.read(texts)
        #expect(lock.compare(with: french).isEmpty)
        #expect(!lock.covers(french))
    }

    @Test(arguments: ShippedPacks.names) func `the lock of a shipped pack covers each of its wordings`(name: String)
        throws
    {
        let folder = PackFolder(ShippedPacks.folder + "/" + name)
        let (lock, instrument) = (try folder.lock(), try folder.instrument())

        #expect(lock.covers(instrument))
        #expect(try folder.files().bytes[WordingLock.file] == Array(lock.text.utf8))
    }

    @Test func `a shipped question that is changed is refused by the reader`() throws {
        let files = try ShippedPacks.files("pulse")
        let words = String(decoding: files.bytes["nl.yaml"] ?? [], as: UTF8.self)
        let bytes = files.bytes.merging([
            "nl.yaml": Array(words.replacing("met plezier", with: "met veel plezier").utf8)
        ]) { $1 }

        let problems = #expect(throws: Problems.self) { try Instrument(pack: PackFiles(folder: "pulse", bytes: bytes)) }
        #expect(problems?.all.map(\.key) == ["pack.wording_changed"])
    }
}
