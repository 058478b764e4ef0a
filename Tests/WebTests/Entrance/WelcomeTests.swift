import Core
import HTTPTypes
import HummingbirdTesting
import Support
import Testing

@testable import Store
@testable import Web

/// What somebody who works here meets between a code on paper and the first page.
@Suite struct WelcomeTests {
    private static let password = "een lang en goed wachtwoord"

    private func house() async throws -> (house: House, hr: Visitor, invitation: FreshInvitation) {
        let house = try await House()
        try await house.addUnits("path;headcount\nZorg;10\n")
        try await house.addMember("Anna de Vries", ["Zorg"])
        let hr = try await house.visitor(.hr)
        let made = try await house.store.invite(nil, again: false, by: hr.account, in: house.organisation.id)
        return (house, hr, try #require(made.first))
    }

    private func post(
        _ path: String, _ fields: [(String, String)], _ client: any TestClientProtocol,
        from address: String = "10.0.0.1"
    ) async throws -> TestResponse {
        let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
        return try await client.send(path, fields, headers: [forwarded: address])
    }

    @Test func `a code leads to an account and to a first page of ninety words at most with one button`() async throws {
        let (house, _, invitation) = try await house()
        let code = "\(invitation.code)".lowercased()
        try await house.test { client async throws in
            let met = try await post("/welcome", [("code", code)], client)
            #expect(met.status == .ok && met.text.contains("<h1>Hallo Anna de Vries</h1>"))
            #expect(met.text.contains("Je werkt bij De Linde."))
            let short = try await post(
                "/welcome/account", [("code", code), ("name", "anna"), ("password", "kort")], client)
            #expect(short.status == .unprocessableContent && short.text.contains("value=\"anna\""))
            #expect(!short.text.contains("value=\"kort\""))
            let made = try await post(
                "/welcome/account", [("code", code), ("name", "anna"), ("password", Self.password)], client)
            #expect(made.status == .seeOther && made.headers[.location] == "/welcome/about")
            let cookie = try #require(made.headers[.setCookie]).prefix { $0 != ";" }
            let headers: HTTPFields = [.cookie: String(cookie), .acceptLanguage: "nl"]
            let about = try await client.execute(uri: "/welcome/about", method: .get, headers: headers)
            let main = try #require(about.text.firstMatch(of: /(?s)<main[^>]*>(.*)<\/main>/)).1
            let words = main.replacing(/(?s)<svg.*?<\/svg>/, with: "").replacing(/<[^>]+>/, with: " ").split(
                whereSeparator: \.isWhitespace)
            #expect((30...90).contains(words.count))
            #expect(main.matches(of: /class="button"/).count == 1 && main.contains("De Linde"))
            let today = try await client.execute(uri: "/today", method: .get, headers: headers)
            #expect(today.status == .ok)
            let again = try await post("/welcome", [("code", code)], client)
            #expect(again.status == .unprocessableContent && again.text.contains("Deze code werkt niet meer"))
        }
    }

    @Test func `reading the page spends nothing, and a mistyped code is said to be that`() async throws {
        let (house, _, invitation) = try await house()
        var wrong = "\(invitation.code)"
        wrong.replaceSubrange(wrong.startIndex...wrong.startIndex, with: wrong.hasPrefix("2") ? "3" : "2")
        let mistyped = wrong
        try await house.test { client async throws in
            for _ in 0..<3 { #expect(try await client.execute(uri: "/welcome", method: .get).status == .ok) }
            let told = try await post("/welcome", [("code", mistyped)], client)
            #expect(told.status == .unprocessableContent && told.text.contains("Er klopt iets niet in deze code"))
            #expect(told.text.contains("value=\"\(mistyped)\""))
            #expect(try await post("/welcome", [("code", "\(invitation.code)")], client).status == .ok)
            let away = try await client.execute(uri: "/welcome/account", method: .get)
            #expect(away.status == .seeOther && away.headers[.location] == "/welcome")
        }
    }

    @Test func `of a thousand guesses from one address some dozens are looked at`() async throws {
        let (house, _, invitation) = try await house()
        try await house.test { client async throws in
            var statuses: [HTTPResponse.Status: Int] = [:]
            for _ in 0..<1_000 {
                let answer = try await post("/welcome", [("code", "\(InvitationCode.fresh())")], client)
                statuses[answer.status, default: 0] += 1
            }
            #expect(statuses[.unprocessableContent, default: 0] <= 60)
            #expect(statuses[.tooManyRequests, default: 0] >= 940)
            // Somebody elsewhere is not kept waiting.
            let other = try await post("/welcome", [("code", "\(invitation.code)")], client, from: "10.0.0.2")
            #expect(other.status == .ok)
        }
    }

    @Test func `hr prints codes once, by name and per team, and nobody else sees them`() async throws {
        let (house, hr, _) = try await house()
        try await house.addMember("Bo Zwart", ["Zorg"])
        let other = try await house.visitor(.hr)
        try await house.test { client async throws in
            let page = try await hr.get("/admin/members/invitations", client)
            #expect(page.text.contains("Er werken nu 2 mensen. Een account hebben er 0; een code die nog werkt 1."))
            let made = try await hr.post("/admin/members/invitations", [("unit", "")], client)
            let path = try #require(made.headers[.location])
            let sheets = try await hr.get(path, client).text
            #expect(sheets.contains("<b>Bo Zwart</b><span>Zorg</span>") && !sheets.contains("Anna de Vries"))
            let code = try #require(sheets.firstMatch(of: /class="code">([2-9A-Z-]{14})</)).1
            #expect(InvitationCode(String(code)) != nil)
            #expect(try await hr.get(path, client).text.contains(code))
            #expect(try await other.get(path, client).status == .notFound)
            let gone = try await hr.get("/admin/members/invitations?gone=1", client)
            #expect(gone.text.contains("<b>Deze codes zijn niet meer te zien.</b>"))
            let nobody = try await hr.post("/admin/members/invitations", [("unit", "")], client)
            #expect(nobody.status == .unprocessableContent)
            #expect(nobody.text.contains("Hier is niemand zonder account die nog geen code heeft"))
        }
        let kept = try await house.store.read { transaction in
            try transaction.rows("SELECT code_hash FROM invitation").map { try $0["code_hash"] as [UInt8] }
        }
        #expect(kept.allSatisfy { $0.count == 32 })
    }

    @Test func `codes are there to print for ten minutes, and then it is said that they are gone`() async throws {
        let time = Timepiece(House.morning)
        let house = try await House { $0.clock = time.clock }
        try await house.addMember("Anna de Vries")
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let made = try await hr.post("/admin/members/invitations", [("unit", "")], client)
            let path = try #require(made.headers[.location])
            #expect(try await hr.get(path, client).status == .ok)
            time.pass(600)
            #expect(try await hr.get(path, client).headers[.location] == "/admin/members/invitations?gone=1")
        }
    }

    @Test func `the page of one person says what a code does, and leads to roles where it cannot`() async throws {
        let (house, hr, invitation) = try await house()
        let path = "/admin/members/\(invitation.member.id)/invitation"
        try await house.test { client async throws in
            #expect(try await hr.get(path, client).text.contains("Anna de Vries heeft nog geen account."))
            _ = try await house.store.accept(invitation.code, name: "anna", password: Self.password)
            #expect(try await hr.get(path, client).text.contains("Anna de Vries meldt zich aan als anna."))
            let account = try #require(try await house.store.account(of: invitation.member.id)).id
            try await house.store.addRole(.board, unit: nil, to: account, in: house.organisation.id)
            let page = try await hr.get(path, client)
            #expect(page.text.contains("/admin/people/\(account)") && !page.text.contains("Maak een code en print hem"))
            let refused = try await hr.post(path, [], client)
            #expect(refused.status == .unprocessableContent && refused.text.contains("nog andere rollen"))
        }
    }

    @Test func `who works here finds on Vandaag what everybody is asked, and nothing of a room`() async throws {
        let full = try await FullHouse(House())
        let staff = try await full.visitor(.staff)
        try await full.house.test { client async throws in
            let today = try await staff.get("/today", client)
            #expect(today.status == .ok && today.text.contains("/m/") && !today.text.contains("href=\"/waves"))
            for path in ["/waves", "/admin", "/admin/members", "/admin/members/invitations"] {
                #expect(try await staff.get(path, client).status == .notFound, "\(path)")
            }
        }
    }
}
