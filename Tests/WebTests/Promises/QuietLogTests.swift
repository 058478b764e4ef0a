import Core
import Hummingbird
import HummingbirdTesting
import Support
import Surveys
import Testing

@testable import Store
@testable import Web

/// Where people answer, the log says neither where nor when.
@Suite struct QuietLogTests {
    private func broken(_ time: Timepiece, _ log: LogBook) async throws -> OpenHouse {
        let open = try await OpenHouse(House(log: log) { $0.clock = time.clock })
        _ = try await open.house.visitor(.hr)
        try await open.house.store.write { try $0.run("ALTER TABLE organisation RENAME TO lost") }
        return open
    }

    @Test func `what fails where people answer is told a day later, by number only`() async throws {
        let (time, log) = (Timepiece(House.morning), LogBook())
        let open = try await broken(time, log)
        let before = log.lines.count
        try await open.house.test { client async throws in
            for path in [open.path, "\(open.path)/thanks", "\(open.path)/privacy", "/d/\(open.wave.slug)"] {
                let page = try await client.get(path)
                #expect(page.status == .internalServerError, "\(path)")
                #expect(!page.text.contains("Noem dan dit nummer"), "\(path)")
            }
        }
        await open.house.server.housekeeping.turn()
        #expect(log.lines.dropFirst(before).filter { !$0.contains("housekeeping") } == [])
        time.pass(86_400)
        await open.house.server.housekeeping.turn()
        let told = log.lines.filter { $0.contains("error answering") }
        #expect(told.count == 1)
        #expect(told.first?.contains("count=4") == true)
        for line in log.lines { #expect(!line.contains(open.wave.slug), "\(line)") }
        await open.house.server.housekeeping.turn()
        #expect(log.lines.filter { $0.contains("error answering") } == told)
    }

    @Test func `what fails elsewhere is told at once, with the number that its page names`() async throws {
        let log = LogBook()
        let open = try await broken(Timepiece(House.morning), log)
        try await open.house.test { client async throws in
            let page = try await client.execute(uri: "/logo/linde", method: .get)
            #expect(page.status == .internalServerError)
            let line = try #require(log.lines.first { $0.contains("unexpected") })
            #expect(line.contains("route=/logo/") && !line.contains("linde"))
            let number = try #require(page.text.between("<b class=\"num\">", "</b>"))
            #expect(line.contains(number))
        }
    }

    @Test func `answering leaves no line at any level, also when a connection breaks`() async throws {
        let log = LogBook()
        let open = try await OpenHouse(House(log: log))
        try await open.house.testLive { client async throws in
            let before = log.lines
            _ = try await client.get(open.path)
            _ = try await open.send([("code", open.codes[0])], client)
            _ = try await client.send(open.path, [("code", String(repeating: "x", count: 70_000))])
            _ = try await open.send([("code", "AAAA-AAAB")], client)
            #expect(log.lines == before)
        }
    }
}
