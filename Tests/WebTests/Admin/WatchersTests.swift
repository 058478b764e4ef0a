import Core
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Testing

@testable import Web

/// Hr is checked by the council, so it decides about no account of the council.
@Suite struct WatchersTests {
    private static let words = "Alleen een beheerder mag dit"

    private func path(of role: Role, _ house: House) async throws -> (person: String, removal: String) {
        let people = try await house.store.accounts(in: house.organisation.id)
        let found = try #require(people.first { $0.memberships.contains { $0.role == role } })
        let held = try #require(found.memberships.first { $0.role == role })
        let person = "/admin/people/\(found.account.id)"
        return (person, "\(person)/roles/\(held.id)/removal")
    }

    @Test(arguments: [Role.council, .admin])
    func `hr can neither become nor unmake nor sign in as who watches`(role: Role) async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        let watcher = try await house.visitor(role)
        let (person, removal) = try await path(of: role, house)
        let own = try await path(of: .hr, house).person
        let before = try await house.store.accounts(in: house.organisation.id).map(\.memberships)
        try await house.test { client async throws in
            let refused = [
                try await hr.post("\(person)/password", [], client), try await hr.post(removal, [], client),
                try await hr.post("\(own)/roles", [("role", role.rawValue)], client),
                try await hr.post("/admin/people", [("name", "Olga"), ("role", role.rawValue)], client),
            ]
            for answer in refused {
                #expect(answer.status == .unprocessableContent)
                #expect(answer.text.contains(Self.words))
            }
            #expect(try await watcher.get("/today", client).status == .ok)
            let page = try await hr.get(person, client).text
            #expect(!page.contains("href=\"\(person)/password\"") && !page.contains(removal))
            #expect(page.contains("Alleen een beheerder geeft deze persoon een nieuw wachtwoord."))
            #expect(!page.contains("value=\"\(role.rawValue)\""))
        }
        #expect(try await house.store.accounts(in: house.organisation.id).map(\.memberships) == before)
    }

    @Test func `somebody of the council with another role too is out of reach for hr`() async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        let council = try await house.visitor(.council)
        try await house.store.addRole(.board, unit: nil, to: council.account, in: house.organisation.id)
        try await house.test { client async throws in
            let answer = try await hr.post("/admin/people/\(council.account)/password", [], client)
            #expect(answer.status == .unprocessableContent && answer.text.contains(Self.words))
            #expect(try await council.get("/today", client).status == .ok)
        }
    }

    @Test func `an administrator makes the council, resets it and takes it away`() async throws {
        let house = try await House()
        let admin = try await house.visitor(.admin)
        let council = try await house.visitor(.council)
        let (person, removal) = try await path(of: .council, house)
        try await house.test { client async throws in
            #expect(try await admin.post("\(person)/password", [], client).status == .seeOther)
            #expect(try await council.get("/today", client).status == .seeOther)
            #expect(try await admin.post(removal, [], client).status == .seeOther)
            let added = [("name", "Olga"), ("role", "council")]
            #expect(try await admin.post("/admin/people", added, client).status == .seeOther)
            let olga = try await path(of: .council, house).person
            #expect(try await admin.get(olga, client).text.contains("href=\"\(olga)/password\""))
        }
    }

    @Test func `who watches is written down in the table of rights`() {
        #expect(Role.allCases.filter(\.watches) == [.admin, .council])
        #expect(Role.allCases.filter { $0.rights.contains(.changeWatchers) } == [.admin])
    }
}
