import Core
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@testable import Web

/// Files that wait, waves that stand in their way, and what becomes of a wave from a file.
@Suite struct ImportedWavePagesTests {
    @Test func `a file that somebody left is found back where surveys are, and thrown away there`() async throws {
        try await ImportDesk.open { desk in
            let path = try await desk.path(desk.house.pulseFile)
            for page in [Paths.waves, Paths.newImport] {
                let text = try await desk.page(page)
                #expect(
                    text.contains("href=\"\(path)\">Ga verder met meting.csv") && text.contains("Rust hier tot"),
                    "\(page)")
                #expect(
                    text.contains("action=\"\(path)/removal\"") && text.contains("aria-label=\"Gooi meting.csv weg\""))
            }
            let other = try await desk.house.visitor(.hr)
            #expect(!(try await other.get(Paths.waves, desk.client).text.contains(path)))
            _ = try await desk.hr.post(path + "/removal", [], desk.client)
            #expect(!(try await desk.page(Paths.waves).contains("Ga verder met")))
        }
    }

    @Test func `a fourth file is refused in words, and nothing of it stays`() async throws {
        try await ImportDesk.open { desk in
            for _ in 0..<3 { _ = try await desk.path(desk.house.pulseFile) }
            let answer = try await desk.send(desk.house.pulseFile)
            #expect(
                answer.status == .unprocessableContent && answer.text.problems.contains("Er staan al drie bestanden"))
            let (account, home) = (desk.hr.account, desk.house.organisation.id)
            #expect(desk.house.store.restingImports(of: account, in: home).count == 3)
        }
    }

    @Test func `answers that are here already are refused with the wave that holds them, until that is removed`()
        async throws
    {
        try await ImportDesk.open { desk in
            let first = try await desk.house.importedWave("Meting 2022")
            let path = try await desk.path(desk.house.pulseFile)
            let page = try await desk.page(path)
            #expect(page.stops.contains("Deze antwoorden staan hier al als “Meting 2022”"))
            #expect(page.stops.contains("href=\"\(Paths.wave(first.id))\"") && !page.contains("formaction"))
            let again = try await desk.hr.post(path + "/wave", ImportDesk.wave, desk.client)
            #expect(again.status == .unprocessableContent && again.text.contains("Haal die meting eerst weg"))

            let over = try await desk.page(Paths.wave(first.id))
            #expect(over.contains("href=\"\(Paths.wave(first.id, "removal"))\""))
            let confirm = try await desk.page(Paths.wave(first.id, "removal"))
            #expect(confirm.contains("Meting 2022 verwijderen?") && confirm.contains("Alle cijfers gaan weg"))
            let stale = try await desk.hr.post(Paths.wave(first.id, "removal"), [("version", "99")], desk.client)
            #expect(stale.status == .conflict)
            let gone = try await desk.hr.post(
                Paths.wave(first.id, "removal"), [("version", "\(first.version)")], desk.client)
            #expect(gone.headers[.location] == Paths.waves)
            #expect(try await desk.hr.get(Paths.wave(first.id, "results"), desk.client).status == .notFound)
            #expect(try await desk.client.get("/d/\(first.slug)").status == .notFound)
            #expect(try await desk.carryOut(path).title == "Meting 2024")
        }
    }

    @Test func `a wave of the same title and day is refused at the title`() async throws {
        try await ImportDesk.open { desk in
            let first = try await desk.house.importedWave("Meting 2024", desk.house.earlierFile)
            let path = try await desk.path(desk.house.pulseFile)
            let fields = [("title", "Meting 2024"), ("held", "\(first.closesOn)"), ("threshold", "8")]
            let answer = try await desk.hr.post(path + "/wave", fields, desk.client)
            #expect(answer.status == .unprocessableContent && answer.text.problems.contains("href=\"#title\""))
            #expect(answer.text.contains("Er is al een meting “Meting 2024”"))
        }
    }

    @Test func `what is shared stays, and its page says why`() async throws {
        try await ImportDesk.open { desk in
            let wave = try await desk.house.publish(desk.house.importedWave("Meting 2022"))
            #expect(try await desk.page(Paths.wave(wave.id)).contains("Daarom kun je haar niet meer weghalen"))
            let removal = Paths.wave(wave.id, "removal")
            #expect(try await desk.hr.get(removal, desk.client).headers[.location] == Paths.wave(wave.id))
            _ = try await desk.hr.post(removal, [("version", "\(wave.version)")], desk.client)
            #expect(try await desk.house.store.waves(in: wave.organisation).count == 1)
            let council = try await desk.house.visitor(.council)
            #expect(try await council.get(removal, desk.client).status == .notFound)
        }
    }

    @Test func `nothing made of it promises what nobody can know, or is for teams that may be gone`() async throws {
        try await ImportDesk.open { desk in
            let wave = try await desk.house.publish(desk.house.importedWave("Meting 2022"))
            let posters = try await desk.page(Paths.wave(wave.id, "posters"))
            #expect(posters.components(separatedBy: "class=\"page poster\"").count == 2)
            let slides = try await desk.page(Paths.report(wave.id, 0, "slides"))
            for page in [posters, slides, try await desk.page(Paths.report(wave.id, 0, "sheet"))] {
                #expect(!page.contains("Niemand kan zien"))
            }
            for page in [posters, slides] { #expect(page.contains("Weefsel kan niet nagaan")) }
            #expect(!(try await desk.page(Paths.wave(wave.id, "results")).contains("Gespreksbladen per team")))
            for path in [Paths.report(wave.id, 0, "sheets"), Paths.report(wave.id, 2, "sheet")] {
                #expect(try await desk.hr.get(path, desk.client).status == .notFound, "\(path)")
            }
            #expect(try await desk.hr.get(Paths.report(wave.id, 2, "slides"), desk.client).status == .ok)
        }
    }

    @Test func `what is no map is called so, and a map of another questionnaire is one line`() async throws {
        try await ImportDesk.open { desk in
            let file = desk.house.pulseFile
            let none = try await desk.send(file, map: file)
            #expect(none.status == .unprocessableContent && none.text.problems.contains("Dit is geen kolommenkaart"))
            let columns = (1...30).map { "  \"Vraag \($0)\": work-\($0)" }.joined(separator: "\n")
            let other = try await desk.send(file, map: "columns:\n\(columns)\n")
            #expect(other.text.problems.contains("30 vragen heeft deze vragenlijst niet, zoals work-1"))
            #expect(other.text.problems.components(separatedBy: "<li>").count == 2)
            for answer in [none, other] {
                #expect(!answer.text.contains("//map") && answer.text.contains("href=\"#map\""))
            }
        }
    }
}
