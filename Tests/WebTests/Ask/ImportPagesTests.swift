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

/// An earlier wave from a file, from choosing it to its page.
@Suite struct ImportPagesTests {
    @Test func `hr sees what was understood, carries it out and reads it; others read it when it is published`()
        async throws
    {
        try await ImportDesk.open { desk in
            let path = try await desk.path(desk.house.pulseFile)
            let first = try await desk.hr.get(path, desk.client)
            #expect(first.status == .ok)
            for text in ["meting.csv", "puntkomma", "UTF-8", "<dd>24</dd>", "Team"] {
                #expect(first.text.contains(text), "\(text)")
            }
            #expect(try await desk.hr.post(path, [("units", "0")], desk.client).status == .seeOther)
            let seen = try await desk.hr.get(path, desk.client).text
            for text in ["Noord", "Zuid", "Kleintje", "In het bestand staan 3 teams.", "te klein om te laten zien"] {
                #expect(seen.contains(text), "\(text)")
            }
            #expect(try await desk.house.store.waves(in: desk.house.organisation.id).isEmpty)

            let done = try await desk.hr.post(path + "/wave", ImportDesk.wave + [("units", "0")], desk.client)
            #expect(done.status == .seeOther, "\(done.text.problems)")
            let wave = try #require(try await desk.house.store.waves(in: desk.house.organisation.id).first)
            #expect(done.headers[.location] == Paths.wave(wave.id))
            #expect(wave.title == "Meting 2024" && wave.closedOn == Day(2024, 11, 20) && wave.isImported)
            try await published(wave, desk)
        }
    }

    private func published(_ wave: Wave, _ desk: ImportDesk) async throws {
        let (house, client) = (desk.house, desk.client)
        let (board, council) = (try await house.visitor(.board), try await house.visitor(.council))
        let results = Paths.wave(wave.id, "results")
        #expect(try await board.get(results, client).status == .notFound)
        #expect(try await council.get(results, client).status == .ok)
        #expect(try await client.get("/d/\(wave.slug)").status == .notFound)
        let path = Paths.wave(wave.id, "publication")
        let asked = try await desk.hr.post(path, [], client)
        #expect(asked.status == .unprocessableContent && asked.text.contains("Zet eerst een vinkje"))
        #expect(asked.text.contains("Ja, ik heb de uitkomsten bekeken. Delen is niet terug te draaien"))
        #expect(asked.text.contains("href=\"#publication-sure\"") && asked.text.contains("id=\"publication-sure\""))
        #expect(try await client.get("/d/\(wave.slug)").status == .notFound)
        #expect(try await desk.hr.post(path, [("sure", "1")], client).status == .seeOther)
        let read = try await board.get(results, client).text
        #expect(read.contains("Hoeveel mensen gevraagd waren, is niet bekend"))
        #expect(read.contains("gehouden tot woensdag 20 november 2024"))
        #expect(try await client.get("/d/\(wave.slug)").text.contains("Hoeveel mensen gevraagd waren"))
    }

    @Test func `none of its pages speaks of cards, invitations, a promised day or answers that go`() async throws {
        try await ImportDesk.open { desk in
            let wave = try await desk.house.importedWave("Meting 2024")
            let words = ["kaartje", "Kaartje", "van de 0", "beloofd", "beloofde", "na het sluiten", "na sluiten"]
            for state in ["closed", "published"] {
                let parts = [
                    "", "manifest", "results", "results/0/slides", "results/0/sheet", "results/files", "results/2",
                ]
                for path in parts.map({ Paths.wave(wave.id, $0) }) + ["/waves", "/today"] {
                    let page = try await desk.hr.get(path, desk.client)
                    #expect(page.status == .ok, "\(path)")
                    let main = page.text.between("<main", "</main>") ?? ""
                    for word in words { #expect(!main.contains(word), "\(word) in \(path), \(state)") }
                    #expect(!page.text.contains("⟦"), "\(path)")
                }
                for part in ["trial", "cards/1"] {
                    let answer = try await desk.hr.get(Paths.wave(wave.id, part), desk.client)
                    #expect([.notFound, .seeOther].contains(answer.status), "\(part)")
                }
                for part in ["cards", "leftovers", "paper"] {
                    #expect(try await desk.hr.get(Paths.wave(wave.id, part), desk.client).status == .seeOther)
                }
                #expect(try await desk.client.get("/m/\(wave.slug)").status == .notFound)
                if state == "closed" { _ = try await desk.house.publish(wave) }
            }
            let shared = try await desk.client.get("/d/\(wave.slug)").text
            for word in words { #expect(!shared.contains(word), "\(word) on the shared page") }
            #expect(!shared.contains("/m/\(wave.slug)/"))
        }
    }

    @Test func `what is wrong with a file comes back at its field, with what was chosen`() async throws {
        try await ImportDesk.open { desk in
            let items = desk.house.pulseItems
            let head = items.joined(separator: ";")
            let row = items.map { _ in "4" }.joined(separator: ";")
            let cases: [(String, [UInt8], String)] = [
                ("empty", [], "leeg"), ("a workbook", [0x50, 0x4B, 3, 4] + Array(repeating: 0, count: 60), "werkmap"),
                ("SPSS", Array("$FL2@(#) SPSS DATA FILE".utf8) + [0, 0, 0, 2, 0, 0], "SPSS"),
                ("nothing below", Array((head + "\n").utf8), "geen enkele regel"),
                ("a quote", Array((head + "\n\"" + row + "\n").utf8), "aanhalingsteken"),
                ("the heading twice", Array("\(head)\n\(row)\n\(head)\n\(row)\n".utf8), "kop opnieuw"),
                ("a short row", Array("\(head)\n\(row)\n4;4\n".utf8), "Deze regel heeft 2"),
                ("zeros", Array("\(head)\n".utf8) + Array(repeating: 0, count: 400), "geen tekst"),
            ]
            for (name, bytes, text) in cases {
                let answer = try await desk.send(bytes)
                #expect(answer.status == .unprocessableContent, "\(name)")
                #expect(answer.text.contains("href=\"#file\"") && answer.text.contains(text), "\(name)")
                #expect(answer.text.contains("Kies het bestand opnieuw"), "\(name)")
                #expect(answer.text.contains("value=\"pulse\" checked"), "\(name)")
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: desk.house.folder.path + "/tmp").isEmpty)
        }
    }

    @Test func `a questionnaire, a file and a map are each asked for and read strictly`() async throws {
        try await ImportDesk.open { desk in
            let nothing = try await desk.hr.upload(Paths.newImport, nil, desk.client)
            #expect(nothing.status == .unprocessableContent)
            for field in ["#pack", "#file"] { #expect(nothing.text.contains("href=\"\(field)\""), "\(field)") }
            let strange = try await desk.send(desk.house.pulseFile, pack: "uwes-9")
            #expect(strange.status == .unprocessableContent && strange.text.contains("href=\"#pack\""))
            for map in ["columns: [", "kolommen: {}", "columns:\n  Team: niets\n", "units: Afdeling\n"] {
                let answer = try await desk.send(desk.house.pulseFile, map: map)
                #expect(answer.status == .unprocessableContent && answer.text.contains("href=\"#map\""), "\(map)")
            }
            let large = try await desk.hr.upload(
                Paths.newImport, SentFile("file", name: "a.csv", Array(repeating: 65, count: 66 << 20)), desk.client)
            #expect(large.status == .contentTooLarge && large.text.contains("Dit is te groot"))
            #expect(large.text.contains("Dit bestand is te groot: hooguit 64 MB"))
            let little = try await desk.hr.upload(
                Paths.newImport, SentFile("file", name: "a.csv", Array(repeating: 65, count: (64 << 20) + 1)),
                desk.client,
                fields: [("pack", "pulse")])
            #expect(little.status == .unprocessableContent)
            #expect(little.text.problems.contains("Dit bestand is te groot: hooguit 64 MB"))
        }
    }

    @Test func `a question without a column gets one by hand, and its theme comes back`() async throws {
        try await ImportDesk.open { desk in
            let items = desk.house.pulseItems
            let last = try #require(items.last)
            let file = desk.house.pulseFile.replacing(last, with: "Vraag <b>van toen</b>")
            let path = try await desk.path(file)
            let before = try await desk.hr.get(path, desk.client).text
            #expect(before.contains("name=\"column-\(last)\"") && before.contains("staat niet in het bestand"))
            #expect(before.contains("Vraag &lt;b&gt;van toen"))
            let place = "\(items.count)"
            #expect(try await desk.hr.post(path, [("column-\(last)", place)], desk.client).status == .seeOther)
            let after = try await desk.hr.get(path, desk.client).text
            #expect(
                !after.contains("staat niet in het bestand") && after.contains("<option value=\"\(place)\" selected"))

            let twice = try await desk.hr.post(path, [("units", place), ("column-\(last)", place)], desk.client)
            #expect(twice.status == .unprocessableContent)
            #expect(
                twice.text.contains("href=\"#column-\(last)\"") && twice.text.contains("In deze kolom staat het team"))
        }
    }

    @Test func `texts that mean no answer are chosen, and the page says what was not understood`() async throws {
        try await ImportDesk.open { desk in
            let file =
                desk.house.pulseFile
                + (["Noord", "weet ik echt niet"] + desk.house.pulseItems.dropFirst().map { _ in "3" })
                .joined(separator: ";") + "\n"
            let path = try await desk.path(file)
            #expect(
                try await desk.hr.get(path, desk.client).text.contains("1 niet begrepen, zoals “weet ik echt niet”"))
            _ = try await desk.hr.post(path, [("missing", "NA, Weet ik echt niet")], desk.client)
            let after = try await desk.hr.get(path, desk.client).text
            #expect(!after.contains("niet begrepen") && after.contains("value=\"NA, Weet ik echt niet\""))
        }
    }

    @Test func `what was typed wrong comes back, and nothing is stored that nobody looked at`() async throws {
        try await ImportDesk.open { desk in
            let path = try await desk.path(desk.house.pulseFile)
            let wrong = try await desk.hr.post(
                path + "/wave", [("title", " "), ("held", "31-2-2024"), ("threshold", "4")], desk.client)
            #expect(wrong.status == .unprocessableContent)
            for field in ["title", "held", "threshold"] { #expect(wrong.text.contains("href=\"#\(field)\"")) }
            #expect(wrong.text.contains("value=\"31-2-2024\""))
            let future = [("title", "Meting"), ("held", "6-10-2026"), ("threshold", "8")]
            let early = try await desk.hr.post(path + "/wave", future, desk.client)
            #expect(early.status == .unprocessableContent && early.text.contains("Deze dag moet nog komen"))
            // A column that is called as teams are is proposed.
            #expect(early.text.contains("<option value=\"0\" selected>Team"))
            #expect(try await !desk.look(path, [("units", "")]).contains("Kleintje"))
            let changed = try await desk.hr.post(path + "/wave", ImportDesk.wave + [("units", "0")], desk.client)
            #expect(changed.status == .conflict && changed.text.contains("Je veranderde nog iets"))
            #expect(changed.text.contains("Kleintje") && changed.text.contains("value=\"Meting 2024\""))
            #expect(try await desk.house.store.waves(in: desk.house.organisation.id).isEmpty)
            let done = try await desk.hr.post(path + "/wave", ImportDesk.wave + [("units", "0")], desk.client)
            #expect(done.status == .seeOther)
        }
    }

    @Test func `a file becomes one wave, however often it is sent`() async throws {
        try await ImportDesk.open { desk in
            let path = try await desk.path(desk.house.pulseFile)
            let statuses = try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
                for _ in 0..<3 {
                    group.addTask { try await desk.hr.post(path + "/wave", ImportDesk.wave, desk.client).status }
                }
                return try await group.reduce(into: [HTTPResponse.Status]()) { $0.append($1) }
            }
            #expect(statuses == [.seeOther, .seeOther, .seeOther])
            #expect(try await desk.house.store.waves(in: desk.house.organisation.id).count == 1)
            let again = try await desk.hr.get(path, desk.client)
            #expect(again.status == .ok && again.text.contains("Dit bestand is al ingelezen"))
            #expect(again.text.contains("Meting 2024"))
            for part in ["", "/wave", "/removal"] {
                let answer = try await desk.hr.post(path + part, ImportDesk.wave, desk.client)
                #expect(answer.status == .seeOther && answer.headers[.location] == path, "\(part)")
            }
            let other = try await desk.house.visitor(.hr)
            #expect(try await other.get(path, desk.client).status == .notFound)
        }
    }

    @Test func `after an hour or thrown away the page says that the file is gone`() async throws {
        let time = Timepiece(House.morning)
        try await ImportDesk.open(time) { desk in
            let thrown = try await desk.path(desk.house.pulseFile)
            #expect(try await desk.hr.post(thrown + "/removal", [], desk.client).headers[.location] == Paths.waves)
            let kept = try await desk.path(desk.house.pulseFile)
            // Whoever does nothing for so long would have to sign in again.
            for _ in 0..<6 {
                time.pass(600)
                _ = try await desk.hr.get(Paths.today, desk.client)
            }
            for path in [thrown, kept] {
                let page = try await desk.hr.get(path, desk.client)
                #expect(page.status == .gone && page.text.contains("Dit bestand is er niet meer"))
                #expect(page.text.contains("href=\"\(Paths.newImport)\""))
                #expect(try await desk.hr.post(path + "/wave", ImportDesk.wave, desk.client).headers[.location] == path)
            }
            #expect(try await desk.house.store.waves(in: desk.house.organisation.id).isEmpty)
        }
    }

    @Test func `nothing of what people wrote stays anywhere`() async throws {
        try await ImportDesk.open { desk in
            let secret = "Ik mis mijn oude collega Wilhelmina"
            let file =
                desk.house.pulseFile.split(separator: "\n").enumerated()
                .map { $1 + ($0 == 0 ? ";Toelichting" : ";\(secret)") }.joined(separator: "\n") + "\n"
            let path = try await desk.path(file)
            #expect(try traces(of: secret, in: desk.house) == 1)
            _ = try await desk.hr.post(path, [("units", "0")], desk.client)
            let done = try await desk.hr.post(path + "/wave", ImportDesk.wave + [("units", "0")], desk.client)
            #expect(done.status == .seeOther)
            #expect(try traces(of: secret, in: desk.house) == 0)
        }
    }

    /// In how many files of the data folder a text stands.
    private func traces(of text: String, in house: House) throws -> Int {
        let names = try FileManager.default.subpathsOfDirectory(atPath: house.folder.path)
        return names.count { name in
            let bytes = FileManager.default.contents(atPath: house.folder.appendingPathComponent(name).path) ?? Data()
            return bytes.range(of: Data(text.utf8)) != nil
        }
    }
}
