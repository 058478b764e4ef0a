import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import Store
import Support
import Testing

@testable import Web

/// One's own sign-ins on the page of one's account, and the way to another organisation at the top of each page.
@Suite struct OwnSignInPagesTests {
    private let password = "een lang en goed wachtwoord"

    @Test(arguments: [
        (
            "Mozilla/5.0 (Android 14; Mobile; rv:131.0) Gecko/131.0 Firefox/131.0", "firefox-android",
            "Firefox op Android"
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0",
            "edge-windows", "Edge op Windows"
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/604.1",
            "safari-iphone", "Safari op iPhone"
        ),
        ("curl/8.0", "-", "een browser"), ("", "-", "een browser"),
    ])
    func `of what a browser says two kinds are kept and told`(agent: String, kind: String, told: String) async throws {
        #expect(Device.kind(of: agent) == kind)
        let house = try await House()
        let say = house.server.pages.speech(nil, .dutch)
        #expect(Device.text(kind, say) == told)
        #expect(Device.text("<b>-x", say) == "een browser" && Device.text("", say) == "een browser")
    }

    @Test func `somebody ends the sign-in on a shared computer from home`() async throws {
        let house = try await House()
        let nurse = try await house.visitor(.board)
        let shared = try await house.store.signIn(nurse.name, password: password, with: "edge-windows")
        try await house.test { client async throws in
            let page = try await nurse.get("/account", client).text
            #expect(page.contains("Edge op Windows") && page.contains("Laatst gebruikt op maandag 5 oktober"))
            let mark = try #require(page.between("name=\"sign-in\" value=\"", "\""))
            let ended = try await nurse.post("/account/sign-ins/removal", [("sign-in", mark)], client)
            #expect(ended.status == .seeOther && ended.headers[.location] == "/account")
            #expect(try await house.store.signedIn(shared) == nil)
            // Sent twice it is still done.
            #expect(try await nurse.post("/account/sign-ins/removal", [("sign-in", mark)], client).status == .seeOther)
            let alone = try await nurse.get("/account", client).text
            #expect(!alone.contains("Edge op Windows") && !alone.contains("Meld alle andere plekken af"))
        }
    }

    @Test func `all others go at once`() async throws {
        let house = try await House()
        let visitor = try await house.visitor(.board)
        let others = [
            try await house.store.signIn(visitor.name, password: password),
            try await house.store.signIn(visitor.name, password: password),
        ]
        try await house.test { client async throws in
            #expect(try await visitor.get("/account", client).text.contains("Meld alle andere plekken af"))
            #expect(try await visitor.post("/account/sign-ins/removal", [], client).status == .seeOther)
            for token in others { #expect(try await house.store.signedIn(token) == nil) }
            #expect(try await visitor.get("/account", client).status == .ok)
        }
    }

    @Test func `at the top of each page stands the way to another organisation, for whoever has one`() async throws {
        let house = try await House()
        let (alone, both) = (try await house.visitor(.board), try await house.visitor(.facilitator))
        let other = try await house.store.addOrganisation("els", name: "De Els")
        let strange = try await house.store.addOrganisation("es", name: "De Es")
        try await house.store.addRole(.board, unit: nil, toAccountNamed: both.name, in: other.id)
        try await house.test { client async throws in
            #expect(!(try await alone.get("/today", client).text.contains("Andere organisatie")))
            #expect(try await both.get("/today", client).page.links.contains("/account/organisations"))
            let page = try await both.get("/account/organisations", client)
            #expect(
                page.text.contains("De Els") && !page.text.contains("De Es<") && page.text.contains("Wie ziet dit?"))
            for home in ["\(strange.id)", "geen", ""] {
                let answer = try await both.post("/account/organisations", [("home", home)], client)
                #expect(answer.status == .unprocessableContent && answer.text.contains("Daar hoor je niet meer bij"))
            }
            let gone = try await both.post("/account/organisations", [("home", "\(other.id)")], client)
            #expect(gone.status == .seeOther && gone.headers[.location] == "/today")
            let there = try await both.get("/today", client).text
            #expect(there.contains("De Els") && there.contains("bestuur"))
        }
    }
}
