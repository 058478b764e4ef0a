import Core
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Support
import Testing

@testable import Store
@testable import Web

/// A code of an app at sign-in, whom it obliges, and proving again who one is.
@Suite struct SecondFactorPagesTests {
    private let password = "een lang en goed wachtwoord"

    private func house(_ time: Timepiece) async throws -> House {
        try await House { options in
            options.kind = .real
            options.clock = time.clock
            options.isClockTrusted = true
        }
    }

    /// The code that an app shows which read the page.
    private func code(_ page: String, _ time: Timepiece) throws -> String {
        let text = try #require(page.between("<code>", "</code>"))
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        let bits = text.filter { $0 != " " }.flatMap { letter -> [Int] in
            let value = alphabet.firstIndex(of: letter) ?? 0
            return (0..<5).map { value >> (4 - $0) & 1 }
        }
        let secret = stride(from: 0, to: bits.count - bits.count % 8, by: 8).map { start in
            UInt8(bits[start..<start + 8].reduce(0) { $0 << 1 | $1 })
        }
        return TimeCode(secret: secret).code(of: TimeCode.step(at: time.clock.now))
    }

    @Test func `hr reaches nothing before a second factor is set up, and everything after`() async throws {
        let time = Timepiece(House.morning)
        let house = try await house(time)
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            for path in ["/today", "/waves", "/admin/people", "/account"] {
                let answer = try await hr.get(path, client)
                #expect(answer.status == .seeOther && answer.headers[.location] == "/account/second-factor", "\(path)")
            }
            #expect(try await hr.get("/about/privacy", client).status == .ok)
            let page = try await hr.get("/account/second-factor", client).text
            #expect(page.contains("<svg class=\"qr\"") && page.contains("Jij ziet of regelt veel"))
            let wrong = try await hr.post("/account/second-factor", [("code", "000000")], client)
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("Deze code klopt niet"))
            let done = try await hr.post("/account/second-factor", [("code", try code(page, time))], client)
            #expect(done.status == .ok && done.text.matches(of: /<li><code>[2-9a-z-]{14}<\/code>/).count == 10)
            #expect(try await hr.get("/today", client).status == .ok)
            let again = try await hr.get("/account/second-factor", client).text
            #expect(again.contains("Dit staat aan") && !again.contains("Zet dit uit"))
            let refused = try await hr.post("/account/second-factor/removal", [], client)
            #expect(refused.status == .unprocessableContent && refused.text.contains("kan dit niet uit"))
        }
    }

    @Test func `somebody else may do without, and in a trial everybody`() async throws {
        let time = Timepiece(House.morning)
        let real = try await house(time)
        let leader = try await real.visitor(.board)
        try await real.test { client async throws in
            #expect(try await leader.get("/today", client).status == .ok)
        }
        let trial = try await House()
        let hr = try await trial.visitor(.hr)
        try await trial.test { client async throws in
            #expect(try await hr.get("/today", client).status == .ok)
            #expect(
                try await hr.get("/account/second-factor", client).text.contains("In deze proefomgeving hoeft het niet")
            )
        }
    }

    @Test func `after the password comes the code, and then the page that was asked for`() async throws {
        let time = Timepiece(House.morning)
        let house = try await house(time)
        let board = try await house.visitor(.board)
        let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded", .acceptLanguage: "nl"]
        try await house.test { client async throws in
            let page = try await board.get("/account/second-factor", client).text
            let first = try code(page, time)
            _ = try await board.post("/account/second-factor", [("code", first)], client)
            time.pass(30)
            let body = "name=\(board.name.addingPercents)&password=\(password.addingPercents)&next=%2Fwaves"
            let given = try await client.execute(
                uri: "/sign-in", method: .post, headers: form, body: .init(string: body))
            #expect(given.status == .seeOther && given.headers[.location] == "/sign-in/code?next=/waves")
            let cookie = try #require(given.headers[.setCookie]?.split(separator: ";").first)
            var headers = form
            headers[.cookie] = String(cookie)
            let half = try await client.execute(uri: "/today", method: .get, headers: headers)
            #expect(half.status == .seeOther && half.headers[.location]?.hasPrefix("/sign-in") == true)
            let asked = try await client.execute(uri: "/sign-in/code?next=/waves", method: .get, headers: headers)
            #expect(asked.status == .ok && asked.text.contains("autocomplete=\"one-time-code\""))
            func send(_ code: String) async throws -> TestResponse {
                try await client.execute(
                    uri: "/sign-in/code", method: .post, headers: headers,
                    body: .init(string: "code=\(code)&next=%2Fwaves"))
            }
            #expect(try await send("000000").status == .unprocessableContent)
            let done = try await send(try code(page, time))
            #expect(done.status == .seeOther && done.headers[.location] == "/waves")
            #expect(try await client.execute(uri: "/today", method: .get, headers: headers).status == .ok)
        }
    }

    @Test func `what weighs is asked again after five minutes, and nothing typed is lost`() async throws {
        let time = Timepiece(House.morning)
        let house = try await house(time)
        let council = try await house.visitor(.council)
        try await house.test { client async throws in
            #expect(try await council.get("/admin/decisions/new", client).status == .ok)
            time.pass(301)
            let asked = try await council.get("/admin/decisions/new", client)
            #expect(asked.headers[.location] == "/account/proof?next=/admin/decisions/new")
            let sent = try await council.post(
                "/admin/decisions/new", [("subject", "Koffie voor de nacht"), ("kind", "other")], client)
            #expect(sent.status == .forbidden && sent.text.contains("Koffie voor de nacht"))
            #expect(sent.text.contains("Ben jij het nog?") && sent.text.contains("href=\"/account/proof?next="))
            let wrong = try await council.post("/account/proof", [("present", "niet mijn wachtwoord")], client)
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("Dit is niet je wachtwoord van nu"))
            let next = [("present", password), ("next", "/admin/decisions/new")]
            let proved = try await council.post("/account/proof", next, client)
            #expect(proved.status == .seeOther && proved.headers[.location] == "/admin/decisions/new")
            #expect(try await council.get("/admin/decisions/new", client).status == .ok)
        }
    }

    @Test func `exports of people, roles and decisions are what weighs`() async throws {
        let house = try await House()
        let weighty = Set(house.server.table.filter(\.isWeighty).map { "\($0.method) \($0.path)" })
        #expect(
            weighty == [
                "POST /admin/people", "POST /admin/people/:person/roles",
                "POST /admin/people/:person/roles/:membership/removal", "POST /admin/people/:person/password",
                "GET /admin/decisions/new", "POST /admin/decisions/new", "POST /admin/decisions/:decision/agreement",
                "POST /admin/decisions/:decision/withdrawal", "POST /admin/decisions/:decision/ending",
                "GET /waves/:wave/answers/answers.csv", "GET /waves/:wave/answers/codebook.csv",
                "GET /admin/members/members.csv", "GET /admin/members/members.xlsx",
                "GET /admin/members/:member/kept.json",
                "POST /admin/members/:member/erasure", "GET /account/kept.json",
                "POST /admin/members/invitations", "POST /admin/members/:member/invitation",
                "POST /account/second-factor/codes", "POST /account/second-factor/removal",
                "POST /admin/registers/entries/:entry/ending",
            ])
    }
}
