import Core
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Methods
import Store
import Support
import Surveys
import Testing

@testable import Web

/// Making a questionnaire fit, trying it, and doing an earlier wave again.
@Suite struct FittingTests {
    private func draft(_ house: House) async throws -> Wave {
        let wave = try house.store.draft("Meting", pack: "pulse", in: house.organisation)
        try await house.store.add(wave)
        return wave
    }

    private func fields(_ wave: Wave, themes: [String], own: [(nl: String, en: String)] = []) -> [(String, String)] {
        themes.map { ("theme", $0) }
            + own.enumerated().flatMap {
                [("own-nl-\($0.offset + 1)", $0.element.nl), ("own-en-\($0.offset + 1)", $0.element.en)]
            }
            + [("version", "\(wave.version)")]
    }

    @Test func `hr leaves a theme out and adds a question, and the wave asks just that`() async throws {
        let house = try await House()
        try await house.addUnits(Told.lines)
        let (wave, hr) = (try await draft(house), try await house.visitor(.hr))
        try await house.test { client async throws in
            let sent = try await hr.post(
                "/waves/\(wave.id)/questions/fit",
                fields(wave, themes: ["work"], own: [("Ik lach <b>hier</b>", "I laugh <b>here</b>")]), client)
            #expect(sent.status == .seeOther)
            let page = try await hr.get("/waves/\(wave.id)/questions/fit", client).page
            #expect(page.source.contains("Ik lach &lt;b&gt;hier&lt;/b&gt;"))
            #expect(try await hr.get("/waves/\(wave.id)/trial", client).page.texts.contains("Ik lach <b>hier</b>"))
        }
        let saved = try await house.store.wave(wave.id, in: house.organisation.id)
        let asked = try #require(house.store.pack(saved.pack, for: house.organisation.id))
        #expect(asked.themes.map(\.id) == ["work", "own"])
        #expect(asked.items.count == 5)
        try await house.store.open(wave.id, in: house.organisation.id)
        let opened = try await house.store.wave(wave.id, in: house.organisation.id)
        #expect(opened.manifest?.terms.pack.id == "own-\(wave.slug)")
        #expect(try await house.store.instrument(of: opened).items.count == 5)
    }

    @Test func `another organisation neither sees nor asks it`() async throws {
        let house = try await House()
        let wave = try await draft(house)
        let own = try house.ownPack(for: wave)
        try await house.store.save(own, for: wave.id, in: house.organisation.id, since: wave.version, by: nil)
        let other = try await house.store.addOrganisation("ander", name: "Ander")
        #expect(!house.store.packs(for: other.id).contains { $0.id == own.folder })
        #expect(house.store.pack(own.folder, for: other.id) == nil)
        #expect(throws: Wave.Refusal.packIsUnknown) {
            try house.store.draft("Meting", pack: own.folder, in: other)
        }
    }

    @Test func `what is wrong is said beside its field, with everything that was typed`() async throws {
        let house = try await House()
        let (wave, hr) = (try await draft(house), try await house.visitor(.hr))
        try await house.test { client async throws in
            let path = "/waves/\(wave.id)/questions/fit"
            let none = try await hr.post(path, fields(wave, themes: [], own: [("Ik lach", "")]), client)
            #expect(none.status == .unprocessableContent)
            #expect(none.page.texts.contains("Houd minstens één thema over"))
            #expect(none.page.texts.contains { $0.contains("schrijf deze vraag in het Nederlands en in het Engels") })
            #expect(none.text.contains("value=\"Ik lach\""))
        }
        #expect(try await house.store.wave(wave.id, in: house.organisation.id).pack == "pulse")
    }

    @Test(arguments: ["nl", "en"])
    func `each own question is named with its language where several are wrong`(language: String) async throws {
        let house = try await House()
        let (wave, hr) = (try await draft(house), try await house.visitor(.hr))
        let long = String(repeating: "a", count: 301)
        let own = [("Ik lach", "I laugh"), (long, "Short"), ("Kort", long), ("Ik lach", "I laugh"), ("Alleen", "")]
        let (number, here) = language == "nl" ? ("Eigen vraag", "in het") : ("Own question", "in")
        let names = language == "nl" ? ("Nederlands", "Engels") : ("Dutch", "English")
        try await house.test { client async throws in
            let path = "/waves/\(wave.id)/questions/fit?lang=\(language)"
            let sent = try await hr.post(path, fields(wave, themes: ["work"], own: own), client)
            let summary = try #require(sent.text.between("<div class=\"notice stop\"", "</div>"))
            let told = summary.matches(of: /href="#([a-z0-9-]+)">([^:]+):/).map { "\($0.1) \($0.2)" }
            #expect(
                told == [
                    "own-nl-2 \(number) 2, \(here) \(names.0)", "own-en-3 \(number) 3, \(here) \(names.1)",
                    "own-nl-4 \(number) 4, \(here) \(names.0)", "own-en-5 \(number) 5, \(here) \(names.1)",
                ])
            for field in ["own-nl-2", "own-en-3", "own-nl-4", "own-en-5"] {
                #expect(sent.text.contains("id=\"\(field)-wrong\""), "\(field)")
            }
            #expect(!sent.text.contains("id=\"own-en-2-wrong\"") && !sent.text.contains("id=\"own-en-4-wrong\""))
            #expect(summary.contains("autofocus"))
        }
    }

    @Test func `which theme hangs on which that was left out is said by name`() async throws {
        var files = try PackFolder(House.root.appendingPathComponent("Tests/Packs/asking").path).files()
        // Everybody gets the questions about the stove: one theme at least is for all.
        let questions = String(decoding: files.bytes["questions.yaml"] ?? [], as: UTF8.self)
        let shared = questions.replacing("    only-for: [kitchen]\n", with: "")
        files = PackFiles(
            folder: files.folder, bytes: files.bytes.merging(["questions.yaml": Array(shared.utf8)]) { $1 })
        let house = try await House { [files] in $0.packs.append(files) }
        let wave = try house.store.draft("Meting", pack: "asking", in: house.organisation)
        try await house.store.add(wave)
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let path = "/waves/\(wave.id)/questions/fit"
            let sent = try await hr.post(path, fields(wave, themes: ["nights", "stove"]), client)
            #expect(sent.status == .unprocessableContent)
            let told = "et thema “De nacht” hangt af van een vraag uit “Je ritme”. Houd beide, of laat beide weg"
            #expect(sent.page.texts.filter { $0.contains(told) }.count == 2)
        }
    }

    /// The pulse, turned round: on every scale what is high is unfavourable.
    private func turned() throws -> PackFiles {
        let files = try PackFolder(House.root.appendingPathComponent("Packs/pulse").path).files()
        let themes = try Instrument(pack: files).themes.map { "  \($0.id): {lower-is-better: true}\n" }
        let scoring = """
            scales:
              agreement:
                values: {1: favourable, 2: favourable, 3: neutral, 4: unfavourable, 5: unfavourable}
            themes:

            """
        var bytes = files.bytes.filter { !$0.key.hasSuffix(".lock") }
        bytes["scoring.yaml"] = Array((scoring + themes.joined()).utf8)
        return PackFiles(folder: files.folder, bytes: bytes)
    }

    @Test func `own questions beside a questionnaire on complaints are answered by agreeing`() async throws {
        let turned = try turned()
        let house = try await House { $0.packs = $0.packs.filter { $0.folder != turned.folder } + [turned] }
        try await house.addUnits(Told.lines)
        let (wave, hr) = (try await draft(house), try await house.visitor(.hr))
        try await house.test { client async throws in
            let path = "/waves/\(wave.id)/questions/fit"
            #expect(try await hr.get(path, client).text.contains("Helemaal niet mee eens – Niet mee eens"))
            let sent = try await hr.post(
                path, fields(wave, themes: ["work"], own: [("Ik lach hier", "I laugh here")]), client)
            #expect(sent.status == .seeOther)
            let trial = try await hr.get("/waves/\(wave.id)/trial", client).page
            #expect(trial.texts.contains("Ik lach hier") && trial.texts.contains("Helemaal mee eens"))
        }
        try await house.store.open(wave.id, in: house.organisation.id)
    }

    @Test func `in two tabs the second hears that somebody was first, and loses nothing`() async throws {
        let house = try await House()
        let (wave, hr) = (try await draft(house), try await house.visitor(.hr))
        try await house.test { client async throws in
            let path = "/waves/\(wave.id)/questions/fit"
            _ = try await hr.post(
                path, fields(wave, themes: ["work"], own: [("Ik rust", "I rest"), ("Ik leer", "I learn")]), client)
            let second = try await hr.post(
                path, fields(wave, themes: ["work", "joy"], own: [("Ik lach", "I laugh")]), client)
            #expect(second.status == .conflict)
            #expect(second.text.contains("value=\"Ik lach\""))
            let notice = try #require(second.text.between("<div class=\"notice stop", "</div>"))
            #expect(notice.contains("Met deze eigen vragen: “Ik rust” en “Ik leer”."))
            #expect(notice.contains("door iemand anders of in een ander venster") && notice.contains("autofocus"))
        }
    }

    @Test func `going to another questionnaire and back loses nothing that was made to fit`() async throws {
        let house = try await House()
        let (wave, hr) = (try await draft(house), try await house.visitor(.hr))
        let path = "/waves/\(wave.id)/questions"
        try await house.test { client async throws in
            _ = try await hr.post("\(path)/fit", fields(wave, themes: ["work"], own: [("Ik lach", "I laugh")]), client)
            for pack in ["basic-needs", "own-\(wave.slug)"] {
                let version = try await house.store.wave(wave.id, in: house.organisation.id).version
                let chosen = [("title", "Meting"), ("pack", pack), ("version", "\(version)")]
                #expect(try await hr.post(path, chosen, client).status == .seeOther)
                if pack == "basic-needs" {
                    let now = try await house.store.wave(wave.id, in: house.organisation.id)
                    let fitted = fields(now, themes: ["autonomy"], own: [("Ik kies", "I choose")])
                    #expect(try await hr.post("\(path)/fit", fitted, client).status == .seeOther)
                }
            }
            #expect(try await hr.get("\(path)/fit", client).text.contains("value=\"Ik lach\""))
        }
        let ids = house.store.packs(for: house.organisation.id).map(\.id)
        #expect(Set(ids).isSuperset(of: ["own-\(wave.slug)", "own-\(wave.slug)-2"]))
    }

    @Test func `who read other agreements than stand there now is not said to have read these`() async throws {
        let house = try await House()
        try await house.addUnits(Told.lines)
        let (wave, council) = (try await draft(house), try await house.visitor(.council))
        let path = "/waves/\(wave.id)/manifest"
        try await house.test { client async throws in
            func seen() async throws -> String {
                let page = try await council.get(path, client).text
                return try #require(page.firstMatch(of: /name="seen" value="([0-9a-f]+)"/).map { String($0.1) })
            }
            let before = try await seen()
            try await house.store.change(wave.id, in: house.organisation.id, since: 0, by: nil) { $0.threshold = 9 }
            let late = try await council.post("\(path)/readings", [("name", "Mieke"), ("seen", before)], client)
            #expect(late.status == .unprocessableContent)
            #expect(late.page.texts.contains { $0.hasPrefix("Fout: de afspraken zijn net veranderd.") })
            #expect(try await house.store.readings(of: wave.id, in: house.organisation.id).isEmpty)
            let again = [("name", "Mieke"), ("seen", try await seen())]
            #expect(try await council.post("\(path)/readings", again, client).status == .seeOther)
        }
        #expect(try await house.store.readings(of: wave.id, in: house.organisation.id).count == 1)
    }

    @Test func `where the words are of somebody else, fitting and trying them tell on what terms they may be used`()
        async throws
    {
        let house = try await House()
        try await house.loadWords(of: "uwes-9")
        let definition = try #require(house.store.definitions(for: house.organisation.id).first { $0.id == "uwes-9" })
        let hr = try await house.visitor(.hr)
        for (pack, isTheirs) in [("licensed-uwes-9", true), ("pulse", false)] {
            let wave = try house.store.draft("Meting \(pack)", pack: pack, in: house.organisation)
            try await house.store.add(wave)
            try await house.test { client async throws in
                for part in ["questions", "questions/fit", "trial"] {
                    let page = try await hr.get("/waves/\(wave.id)/\(part)", client).page
                    #expect(page.texts.contains("Voorwaarden:") == isTheirs, "\(pack) \(part)")
                    #expect(page.texts.contains(definition.terms[.dutch]) == isTheirs, "\(pack) \(part)")
                    #expect(page.texts.contains(definition.source) == isTheirs, "\(pack) \(part)")
                }
            }
        }
    }

    @Test func `trying stores nothing, by whomever it is done`() async throws {
        let house = try await House()
        try await house.addUnits(Told.lines)
        let (wave, hr) = (try await draft(house), try await house.visitor(.hr))
        let before = try FilledFiles.sizes(below: house.folder)
        try await house.test { client async throws in
            let page = try await hr.get("/waves/\(wave.id)/trial", client)
            #expect(page.status == .ok)
            #expect(page.text.contains("data-trial"))
            #expect(page.page.texts.contains("Dit is een proef. Er wordt niets bewaard en niets verstuurd."))
            #expect(page.page.texts.contains { $0.hasPrefix("Deze code is verzonnen") })
            let sent = try await hr.post("/waves/\(wave.id)/trial", [("pulse-joy", "5")], client)
            #expect(sent.page.headings == ["Dit was de proef"])
        }
        #expect(try FilledFiles.sizes(below: house.folder) == before)
    }

    @Test func `like last time takes over questions, threshold, sharing and days`() async throws {
        let told = try await Told(sharing: .units)
        let hr = try await told.house.visitor(.hr)
        try await told.house.test { client async throws in
            let made = try await hr.post("/waves/\(told.wave.id)/copies", [], client)
            #expect(made.status == .seeOther)
        }
        let waves = try await told.house.store.waves(in: told.house.organisation.id)
        let copy = try #require(waves.first { $0.state == .draft })
        #expect(copy.pack == told.wave.pack)
        #expect(copy.sharing == .units)
        #expect(copy.threshold == told.wave.agreedThreshold)
        #expect(copy.slug != told.wave.slug)
        #expect(copy.closesOn - told.house.store.clock.now.day(in: told.house.organisation.zone) == 21)
    }
}

extension House {
    /// The pulse with one question of the organisation's own.
    func ownPack(for wave: Wave) throws -> PackFiles {
        let base = try #require(store.pack("pulse", for: organisation.id))
        let text = LocalText(nl: "Zelf", en: "Own")
        let own = Tailoring.OwnItem(id: nil, wording: LocalText(nl: "Ik lach", en: "I laugh"))
        return try Tailoring(kept: ["work"], own: [own]).applied(
            to: base, after: base, id: "own-\(wave.slug)", version: 1,
            words: Tailoring.Words(
                about: text, theme: text, short: text, lead: text, answers: Array(repeating: text, count: 5))
        ).files(sources: "# Sources\n")
    }
}

/// How large every file of an installation is: what is stored makes one grow.
private enum FilledFiles {
    static func sizes(below folder: URL) throws -> [String: Int] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
            !$0.contains("core.sqlite")
        }
        return Dictionary(
            uniqueKeysWithValues: paths.map { path in
                let size = try? FileManager.default.attributesOfItem(atPath: folder.path + "/" + path)[.size] as? Int
                return (path, size ?? 0)
            })
    }
}

/// Questionnaires that lie in an organisation's own folder.
@Suite struct PackFolderOfAnOrganisationTests {
    @Test func `a pack in its own folder is for one organisation, and one that is wrong keeps nobody from starting`()
        async throws
    {
        let house = try await House()
        let wave = try house.store.draft("Meting", pack: "pulse", in: house.organisation)
        let own = try house.ownPack(for: wave)
        let other = try await house.store.addOrganisation("ander", name: "Ander")
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("weefsel-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: house.folder, to: copy)
        defer { try? FileManager.default.removeItem(at: copy) }
        let packs = copy.appendingPathComponent("packs/\(house.organisation.slug)")
        for (name, files) in [own.folder: own.bytes, "wrong": ["method.yaml": Array("id: wrong\n".utf8)]] {
            let folder = packs.appendingPathComponent(name)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for (file, bytes) in files { try Data(bytes).write(to: folder.appendingPathComponent(file)) }
        }
        var options = Store.Options()
        options.clock = Clock { House.morning }
        let reopened = try await Store(try DataFolder(copy.path), options)
        #expect(reopened.pack(own.folder, for: house.organisation.id)?.themes.map(\.id) == ["work", "own"])
        #expect(reopened.pack(own.folder, for: other.id) == nil)
        #expect(reopened.brokenPacks.keys.contains("packs/\(house.organisation.slug)/wrong"))
        #expect(try await reopened.examine().map(\.what) == ["packs/\(house.organisation.slug)/wrong"])
    }
}
