import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
@testable import Store
import Support
import Surveys
import Testing

@testable import Web

/// What people see of a wave that stands still.
@Suite struct AskStandstillTests {
    private func folder(of wave: Wave, in house: House) -> URL {
        house.folder.appendingPathComponent("waves/\(wave.id)")
    }

    /// A copy of the folder in which this wave lacks a file, as the next start finds it.
    private func withoutSecret(_ wave: Wave, of ask: AskHouse) throws -> URL {
        let copy = try ask.house.copyOfFolder()
        try FileManager.default.removeItem(at: copy.appendingPathComponent("waves/\(wave.id)/secret"))
        return copy
    }

    private func housekeeping(of store: Store, _ book: LogBook) -> Housekeeping {
        Housekeeping(
            store: store, limits: TryLimits(), failures: QuietFailures(), pages: nil, logger: book.logger)
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
        let wave = try await ask.opened()
        let code = try #require(
            try await ask.store.codes(of: wave.id, in: ask.organisation.id).first?.codes.first)
        let house = try await House(in: try withoutSecret(wave, of: ask))
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
            // What was filled in comes back, to be sent again.
            #expect(sent.text.contains("name=\"pulse-joy\" value=\"4\" checked"))
            #expect(sent.text.contains("name=\"code\" value=\"\(code)\""))
        }
    }

    @Test func `a wave set aside is no hindrance to others, and hr can stop it`() async throws {
        let ask = try await AskHouse()
        let (wave, other) = (try await ask.opened(), try await ask.opened())
        let house = try await House(in: try withoutSecret(wave, of: ask))
        let hr = try await house.visitor(.hr)
        try await house.test { client in
            #expect(try await hr.get("/waves/\(wave.id)/cards", client).location == "/waves/\(wave.id)")
            #expect(try await hr.get("/waves/\(other.id)/cards", client).status == .ok)
            #expect(try await client.get("/m/\(other.slug)").text.contains("name=\"code\""))
            let stopped = try await hr.post("/waves/\(wave.id)/withdrawal", [("sure", "1")], client)
            #expect(stopped.location == "/waves/\(wave.id)")
            #expect(try await hr.get("/waves/\(wave.id)", client).text.contains("ongelezen vernietigd"))
        }
    }

    /// What of the agreements can be another than what was frozen.
    private static let changes: [(reason: Standstill.Reason, sql: String)] = [
        (.manifestIsBroken, "UPDATE wave SET manifest_hash = $1"), (.packChanged, "UPDATE pack_file SET bytes = $1"),
    ]

    @Test(arguments: changes.indices)
    func `whoever wants to answer reads nothing of agreements that no longer fit, only that it stands still`(
        change: Int
    ) async throws {
        let ask = try await AskHouse()
        let wave = try await ask.opened()
        let (reason, sql) = Self.changes[change]
        try await ask.store.write { try $0.run(sql, [1, 2, 3] as [UInt8]) }
        let house = try await House(in: ask.house.copyOfFolder()) { if reason == .packChanged { $0.packs = [] } }
        #expect(house.store.standstill(of: wave.id)?.reason == reason)
        let hr = try await house.visitor(.hr)
        try await house.test { client in
            for (language, words) in [("nl", "De meting staat even stil"), ("en", "stands still for now")] {
                for path in ["/m/\(wave.slug)", "/m/\(wave.slug)/safety", "/m/\(wave.slug)/thanks"] {
                    #expect(try await client.get(path, language: language).status == .ok, "\(path)")
                }
                let page = try await client.get("/m/\(wave.slug)", language: language)
                #expect(page.text.contains(words) && !page.text.contains("name=\"code\""))
                let own = try await hr.get("/waves/\(wave.id)", client, language: language)
                #expect(own.status == .ok && own.isComplete)
            }
            let fields = [("code", "2222-2222"), ("pulse-joy", "4")]
            let sent = try await client.send("/m/\(wave.slug)", fields)
            #expect(sent.status == .serviceUnavailable && sent.text.contains("Er is niets bewaard. Bewaar je kaartje"))
            let told = try await client.send("/m/\(wave.slug)", fields, headers: [.accept: "application/json"])
            #expect(told.status == .serviceUnavailable)
            #expect(told.text.hasPrefix(#"{"state":"refused","problem":"De meting staat even stil."#))
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
