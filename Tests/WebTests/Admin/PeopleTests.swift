import Core
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Support
import Testing

@testable import Store
@testable import Web

@Suite struct PeopleTests {
    private func roles(of name: String, _ house: House) async throws -> Set<Role> {
        let people = try await house.store.accounts(in: house.organisation.id)
        return Set(people.first { $0.account.name == name }?.memberships.map(\.role) ?? [])
    }

    private func person(_ name: String, _ house: House) async throws -> (path: String, memberships: [Membership]) {
        let people = try await house.store.accounts(in: house.organisation.id)
        let found = try #require(people.first { $0.account.name == name })
        return ("/admin/people/\(found.account.id)", found.memberships)
    }

    @Test func `a new account gets a password that is shown once and works`() async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let answer = try await hr.post("/admin/people", [("name", "Olga"), ("role", "board")], client)
            #expect(answer.status == .seeOther)
            let path = try #require(answer.headers[.location])
            let page = try await hr.get(path, client)
            let password = try #require(page.text.between("id=\"fresh-password\">", "<"))
            #expect(password.count == 23)
            #expect(!(try await hr.get(path, client).text.contains(password)))
            let entered = try await client.send("/sign-in", [("name", "Olga"), ("password", password)])
            #expect(entered.status == .seeOther)
        }
    }

    @Test func `a fresh password is for the one who made it, and not for long`() async throws {
        let time = Timepiece(House.morning)
        let house = try await House { $0.clock = time.clock }
        let (hr, colleague) = (try await house.visitor(.hr), try await house.visitor(.hr))
        try await house.test { client async throws in
            let first = try await hr.post("/admin/people", [("name", "Olga"), ("role", "researcher")], client)
            let page = try await colleague.get(try #require(first.headers[.location]), client)
            #expect(!page.text.contains("fresh-password"))
            let second = try await hr.post("/admin/people", [("name", "Anne"), ("role", "board")], client)
            time.pass(601)
            let late = try await hr.get(try #require(second.headers[.location]), client)
            #expect(late.status == .ok && !late.text.contains("fresh-password"))
        }
    }

    @Test(arguments: [Role.hr, .admin])
    func `each role that can be given says what it lets somebody do, where it is given`(giver: Role) async throws {
        let house = try await House()
        let visitor = try await house.visitor(giver)
        let own = "/admin/people/\(visitor.account)"
        let words = try Words(House.root.appendingPathComponent("Locales"))
        try await house.test { client async throws in
            for (path, language) in [("/admin/people", Language.dutch), (own, .dutch), (own, .english)] {
                let page = try await visitor.get(path, client, language: language.rawValue).page
                for role in Role.given {
                    let isThere = giver == .admin || !role.watches
                    let text = words("role.may.\(role.rawValue)", in: language)
                    #expect(page.texts.contains(text) == isThere, "\(role) on \(path)")
                }
            }
        }
    }

    @Test func `a leader gets a team, and the page says which`() async throws {
        let house = try await House()
        try await house.addUnits("path;headcount\nLindehof;34")
        let unit = try #require(try await house.store.units(in: house.organisation.id).roots.first)
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let none = try await hr.post("/admin/people", [("name", "Samira"), ("role", "leader")], client)
            #expect(none.status == .unprocessableContent)
            #expect(none.text.contains("Kies het team van deze leidinggevende"))
            #expect(none.text.contains("name=\"name\" value=\"Samira\""))
            #expect(none.text.contains("value=\"leader\" selected"))
            let fields = [("name", "Samira"), ("role", "leader"), ("unit", "\(unit.id)")]
            #expect(try await hr.post("/admin/people", fields, client).status == .seeOther)
            #expect(try await hr.get("/admin/people", client).text.contains("leidinggevende van Lindehof"))
        }
    }

    @Test(arguments: [
        ("", "hr", "Vul een naam in"), ("Olga", "koning", "Kies een rol"), (" HR-TWIN ", "hr", "al in gebruik"),
        ("Olga", "admin", "Alleen een beheerder mag dit"), ("Olga", "council", "Alleen een beheerder mag dit"),
        (String(repeating: "n", count: 81), "hr", "hooguit 80 tekens"),
    ])
    func `an account that cannot be is refused, and what was typed stays`(
        name: String, role: String, told: String
    ) async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        _ = try await house.store.addAccount(
            "hr-twin", password: "een lang en goed wachtwoord", role: .hr, in: house.organisation.id)
        let before = try await house.store.accounts(in: house.organisation.id).count
        try await house.test { client async throws in
            let page = try await hr.post("/admin/people", [("name", name), ("role", role)], client)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains(told))
            #expect(page.text.contains("name=\"name\" value=\"\(name.trimmed)\""))
        }
        #expect(try await house.store.accounts(in: house.organisation.id).count == before)
    }

    @Test func `all that is wrong with a new account is said at once`() async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        try await house.addUnits("path;headcount\nDe Linde > Zorg;12\n")
        let unit = try #require(try await house.store.units(in: house.organisation.id).units.last)
        try await house.test { client async throws in
            let page = try await hr.post("/admin/people", [("name", ""), ("role", "")], client).text
            #expect(page.contains("Vul een naam in") && page.contains("Kies een rol"))
            let fields = [("name", "Olga"), ("role", "hr"), ("unit", "\(unit.id)")]
            let strange = try await hr.post("/admin/people", fields, client)
            #expect(strange.status == .unprocessableContent)
            #expect(strange.text.contains("Een team hoort alleen bij een leidinggevende"))
        }
        #expect(try await house.store.accounts(in: house.organisation.id).count == 1)
    }

    @Test func `a role is given and taken away, and the log says by whom and whose`() async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        let council = try await house.visitor(.council)
        _ = try await house.store.addAccount(
            "Bram", password: "een lang en goed wachtwoord", role: .board, in: house.organisation.id)
        try await house.test { client async throws in
            let path = try await person("Bram", house).path
            #expect(try await hr.post("\(path)/roles", [("role", "researcher")], client).status == .seeOther)
            #expect(try await roles(of: "Bram", house) == [.board, .researcher])
            let twice = try await hr.post("\(path)/roles", [("role", "researcher")], client)
            #expect(twice.text.contains("Deze rol heeft deze persoon al"))
            let given = try #require(try await person("Bram", house).memberships.first { $0.role == .researcher })
            #expect(try await hr.post("\(path)/roles/\(given.id)/removal", [], client).status == .seeOther)
            #expect(try await roles(of: "Bram", house) == [.board])
            let log = try await council.get("/admin/log", client)
            #expect(log.text.contains("Rol gegeven") && log.text.contains("Rol weggehaald"))
            #expect(log.text.contains("Bram, onderzoeker"))
        }
    }

    @Test func `the last administrator stays one, and only administrators decide about them`() async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        let admin = try await house.visitor(.admin)
        let people = try await house.store.accounts(in: house.organisation.id)
        let own = try #require(people.first { $0.memberships.contains { $0.role == .admin } })
        let path = "/admin/people/\(own.account.id)"
        let removal = "\(path)/roles/\(own.memberships[0].id)/removal"
        try await house.test { client async throws in
            #expect(!(try await hr.get(path, client).text.contains(removal)))
            #expect(try await hr.post(removal, [], client).text.contains("Alleen een beheerder mag dit"))
            #expect(try await hr.post("\(path)/password", [], client).text.contains("Alleen een beheerder mag dit"))
            #expect(try await admin.post(removal, [], client).text.contains("Er moet altijd een beheerder zijn"))
            _ = try await house.visitor(.admin)
            #expect(try await admin.post(removal, [], client).status == .seeOther)
            #expect(try await admin.get("/admin", client).status == .seeOther)
        }
    }

    @Test func `who has no role left is not here any more, and may come back later`() async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        let board = try await house.visitor(.board)
        try await house.test { client async throws in
            let people = try await house.store.accounts(in: house.organisation.id)
            let found = try #require(people.first { $0.memberships[0].role == .board })
            let path = "/admin/people/\(found.account.id)"
            let removal = "\(path)/roles/\(found.memberships[0].id)/removal"
            #expect(try await hr.post(removal, [], client).headers[.location] == "/admin/people")
            #expect(try await hr.get(path, client).status == .notFound)
            #expect(try await board.get("/today", client).status == .seeOther)
            let old = [("name", found.account.name), ("password", "een lang en goed wachtwoord")]
            #expect(try await client.send("/sign-in", old).status == .unprocessableContent)
            let again = [("name", found.account.name), ("role", "leader")]
            #expect(try await hr.post("/admin/people", again, client).status == .unprocessableContent)
            let back = [("name", found.account.name), ("role", "researcher")]
            #expect(try await hr.post("/admin/people", back, client).status == .seeOther)
            #expect(try await hr.get(path, client).text.contains("onderzoeker"))
        }
    }

    @Test func `a new password ends the old one and every sign-in`() async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        let leader = try await house.visitor(.board)
        try await house.test { client async throws in
            let people = try await house.store.accounts(in: house.organisation.id)
            let board = try #require(people.first { $0.memberships[0].role == .board }).account
            #expect(try await leader.get("/today", client).status == .ok)
            #expect(try await hr.post("/admin/people/\(board.id)/password", [], client).status == .seeOther)
            #expect(try await leader.get("/today", client).status == .seeOther)
            let old = [("name", board.name), ("password", "een lang en goed wachtwoord")]
            #expect(try await client.send("/sign-in", old).status == .unprocessableContent)
        }
    }

    @Test func `nobody resets the password of who also works elsewhere, nor their own`() async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        let own = try #require(try await house.store.accounts(in: house.organisation.id).first).account
        let guest = try await house.store.addAccount(
            "Gast", password: "een lang en goed wachtwoord", role: .facilitator, in: house.organisation.id)
        try await house.test { client async throws in
            let refused = try await hr.post("/admin/people/\(own.id)/password", [], client)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("Je eigen wachtwoord verander je bij Mijn account"))
            let other = try await house.store.addOrganisation("wilg", name: "De Wilg")
            try await house.store.write { try $0.addMembership(guest, .facilitator, nil, in: other.id) }
            let elsewhere = try await hr.post("/admin/people/\(guest)/password", [], client)
            #expect(elsewhere.status == .unprocessableContent)
            #expect(elsewhere.text.contains("hoort ook bij een andere organisatie"))
        }
    }
}
