import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Store
import Support
import Surveys
import Testing

@testable import Web

/// What people see of a wave that stands still.
@Suite struct AskStandstillTests {
    private func folder(of wave: Wave, in house: House) -> URL {
        house.folder.appendingPathComponent("waves/\(wave.id)")
    }

    private func housekeeping(of store: Store, _ book: LogBook) -> Housekeeping {
        Housekeeping(store: store, limits: TryLimits(), failures: QuietFailures(), logger: book.logger)
    }

    @Test func `closing on a full disk is told to hr and in the log, and goes once there is room`() async throws {
        let time = Timepiece(House.morning)
        let ask = try await AskHouse(
            House {
                $0.clock = time.clock
                $0.answersPages = 1
            })
        let wave = try await ask.opened()
        try await ask.answer(wave, block: try await ask.blocks(of: wave)[0].position, times: 12)
        let book = LogBook()
        let keeping = housekeeping(of: ask.store, book)
        time.pass(Moment.end(of: wave.closesOn, in: ask.organisation.zone) - House.morning)
        await keeping.turn()
        let told = keeping.tell(since: [:])
        #expect(
            book.lines == ["error standstill closing=true detail=SQLite 13 reason=disk_is_full tries=1 wave=\(wave.id)"]
        )
        _ = keeping.tell(since: told)
        #expect(book.lines.count == 1)
        let hr = try await ask.house.visitor(.hr)
        try await ask.house.test { client in
            for (language, words) in [
                ("nl", "Sluiten lukte niet: schijf vol. Er is niets weg. Het wordt vanzelf opnieuw geprobeerd."),
                ("en", "Closing did not work: disk full. Nothing is lost. It is tried again by itself."),
            ] {
                let page = try await hr.get(ask.path(wave), client, language: language)
                #expect(page.status == .ok && page.isComplete)
                #expect(page.text.contains(words))
            }
            let again = try await hr.post(ask.path(wave, "closure"), [("sure", "1")], client)
            #expect(again.location == ask.path(wave))
            #expect(try await client.get("/m/\(wave.slug)").text.contains("De meting is gesloten"))
            #expect(try await hr.get("/waves", client).status == .ok)
            #expect(try await hr.get(ask.path(wave, "cards"), client).location == ask.path(wave))
        }
        #expect(try await ask.now(wave).state == .open)
    }

    @Test func `a wave set aside has a page that says why, for hr and for who wants to answer`() async throws {
        let ask = try await AskHouse()
        let (wave, other) = (try await ask.opened(), try await ask.opened())
        let code = try #require(
            try await ask.store.codes(of: wave.id, in: ask.organisation.id).first?.codes.first)
        let copy = try ask.house.copyOfFolder()
        try FileManager.default.removeItem(at: copy.appendingPathComponent("waves/\(wave.id)/secret"))
        let house = try await House(in: copy)
        let hr = try await house.visitor(.hr)
        let book = LogBook()
        _ = housekeeping(of: house.store, book).tell(since: [:])
        #expect(
            book.lines == [
                "error standstill closing=false detail=WaveFileProblem reason=secret_is_missing tries=1 wave=\(wave.id)"
            ])
        try await house.test { client in
            for language in ["nl", "en"] {
                let page = try await hr.get("/waves/\(wave.id)", client, language: language)
                #expect(page.status == .ok && page.isComplete)
                let words =
                    language == "nl" ? "het geheim van de codes ontbreekt" : "the secret of the codes is missing"
                #expect(page.text.contains(words))
                let answering = try await client.get("/m/\(wave.slug)", language: language)
                #expect(answering.status == .ok)
                #expect(
                    answering.text.contains(language == "nl" ? "De meting staat even stil" : "stands still for now"))
            }
            let sent = try await client.execute(
                uri: "/m/\(wave.slug)", method: .post,
                headers: [.contentType: "application/x-www-form-urlencoded", .acceptLanguage: "nl"],
                body: .init(string: "code=\(code)&pulse-joy=4"))
            #expect(sent.status == .serviceUnavailable && sent.text.contains("Bewaar je kaartje"))
            #expect(try await hr.get("/waves/\(wave.id)/cards", client).location == "/waves/\(wave.id)")
            #expect(try await hr.get("/waves/\(other.id)/cards", client).status == .ok)
            #expect(try await client.get("/m/\(other.slug)").text.contains("name=\"code\""))
            let stopped = try await hr.post("/waves/\(wave.id)/withdrawal", [("sure", "1")], client)
            #expect(stopped.location == "/waves/\(wave.id)")
            #expect(try await hr.get("/waves/\(wave.id)", client).text.contains("ongelezen vernietigd"))
        }
    }

    @Test func `one duty of the housekeeper that fails keeps no other from being done`() async throws {
        let time = Timepiece(House.morning)
        let ask = try await AskHouse(House { $0.clock = time.clock })
        let wave = try await ask.opened()
        let spool = folder(of: wave, in: ask.house).appendingPathComponent("spool.sqlite")
        let second = try await ask.opened()
        try await ask.answer(second, block: try await ask.blocks(of: second)[0].position, times: 12)
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: spool.path + suffix) }
        time.pass(Moment.end(of: wave.closesOn, in: ask.organisation.zone) - House.morning)
        await housekeeping(of: ask.store, LogBook()).turn()
        #expect(try await ask.now(wave).state == .open)
        #expect(ask.store.standstill(of: wave.id)?.reason == .spoolIsMissing)
        #expect(try await ask.now(second).state == .closed)
    }
}
