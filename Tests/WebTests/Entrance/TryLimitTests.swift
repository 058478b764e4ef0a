import Core
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Store
import Support
import Surveys
import Testing

@testable import Web

@Suite struct TryLimitTests {
    private func wrong(
        from address: String, _ open: OpenHouse, _ client: any TestClientProtocol, code: String = "AAAA-AAAB"
    ) async throws -> (answer: TestResponse, took: Duration) {
        let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
        let start = ContinuousClock.now
        let answer = try await client.send(open.path, [("code", code)], headers: [forwarded: address])
        return (answer, ContinuousClock.now - start)
    }

    @Test func `a wrong code is slowed for whom the proxy names, and for nobody else`() async throws {
        let open = try await OpenHouse(House())
        try await open.house.testLive { client async throws in
            for _ in 1...30 { _ = try await wrong(from: "192.0.2.7", open, client) }
            // Of a few, because a busy machine may make any one of them slow.
            var others: [Duration] = []
            for _ in 1...4 { others.append(try await wrong(from: "192.0.2.8", open, client).took) }
            #expect(others.contains { $0 < .seconds(1.5) })
            let slowed = try await wrong(from: "192.0.2.7", open, client)
            #expect(slowed.took >= .seconds(2))
            #expect(slowed.answer.status == .unprocessableContent)
            #expect(open.house.server.limits.codes.remembered == 2)
        }
    }

    @Test func `many wrong codes from many addresses are slowed together`() async throws {
        let open = try await OpenHouse(House())
        let limits = open.house.server.limits
        for _ in 1...599 { limits.codesInAll.count("", at: House.morning) }
        try await open.house.testLive { client async throws in
            _ = try await wrong(from: "192.0.2.1", open, client)
            #expect(try await wrong(from: "192.0.2.2", open, client).took >= .seconds(2))
        }
    }

    @Test func `a right code is neither refused nor slowed, however often its address was wrong`() async throws {
        let open = try await OpenHouse(House())
        let limits = open.house.server.limits
        for _ in 1...700 {
            limits.codes.count("192.0.2.7", at: House.morning)
            limits.codesInAll.count("", at: House.morning)
        }
        try await open.house.testLive { client async throws in
            var times: [Duration] = []
            for code in open.codes.prefix(20) {
                let right = try await wrong(from: "192.0.2.7", open, client, code: code)
                #expect(right.answer.status == .seeOther)
                times.append(right.took)
            }
            // Slowed, not one of them would be this quick; a busy machine may make any one of them slow.
            #expect(times.contains { $0 < .seconds(1.5) })
        }
    }

    @Test func `after a minute nothing is remembered, also when nobody tries again`() async throws {
        let time = Timepiece(House.morning)
        let house = try await House { $0.clock = time.clock }
        let limits = house.server.limits
        for limit in limits.all {
            limit.count("192.0.2.7", at: time.clock.now)
            #expect(limit.remembered == 1)
        }
        time.pass(60)
        await house.server.housekeeping.turn()
        for limit in limits.all { #expect(limit.remembered == 0) }
    }

    @Test func `a limit holds for its minute and its address, and nobody can fill the memory`() {
        let limit = TryLimit(perMinute: 2)
        let now = House.morning
        for _ in 1...2 {
            #expect(limit.mayTry("a", at: now))
            limit.count("a", at: now)
        }
        #expect(!limit.mayTry("a", at: now))
        #expect(limit.mayTry("b", at: now))
        #expect(limit.mayTry("a", at: now + 60))
        for number in 1...11_000 { limit.count("\(number)", at: now + 60) }
        #expect(limit.remembered == 10_000)
    }
}
