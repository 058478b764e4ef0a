import Core
import Foundation
import Support
import Testing

@testable import Store

@Suite struct InvitationTests {
    private static let password = "een lang en goed wachtwoord"

    private func hr(_ house: House) async throws -> Account.ID {
        try await house.store.addAccount("Hanna", password: Self.password, role: .hr, in: house.organisation.id)
    }

    private func house() async throws -> House {
        let house = try await House()
        try await house.addUnits("path;headcount\nZorg > Dag;10\nZorg > Nacht;10\nKeuken;10\n")
        try await house.addMember("Anna de Vries", ["Zorg", "Dag"])
        try await house.addMember("Bo Zwart", ["Zorg", "Nacht"])
        try await house.addMember("Cas Wit", ["Keuken"])
        return house
    }

    private func roles(_ token: [UInt8], _ house: House) async throws -> Set<Role>? {
        try await house.store.signedIn(token)?.roles
    }

    @Test func `each who works in a unit or below it gets a code, once`() async throws {
        let house = try await house()
        let (store, home) = (house.store, house.organisation.id)
        let by = try await hr(house)
        let zorg = try #require(try await store.units(in: home).unit(at: ["Zorg"])).id
        let first = try await store.invite(zorg, again: false, by: by, in: home)
        #expect(first.map(\.member.name) == ["Anna de Vries", "Bo Zwart"])
        await #expect(throws: Invitation.Refusal.isForNobody) {
            try await store.invite(zorg, again: false, by: by, in: home)
        }
        #expect(try await store.invite(nil, again: false, by: by, in: home).map(\.member.name) == ["Cas Wit"])
        let counts = try await store.invitationCounts(in: home)
        #expect((counts.people, counts.accounts, counts.waiting) == (3, 0, 3))

        let again = try await store.invite(zorg, again: true, by: by, in: home)
        #expect(Set(again.map(\.code)).isDisjoint(with: first.map(\.code)))
        await #expect(throws: Invitation.Refusal.codeIsSpent) { try await store.invitation(first[0].code) }
        #expect(try await store.invitation(again[0].code).name == "Anna de Vries")
        let lines = try await store.auditLines(in: home).filter { $0.act == .invitationsMade }
        #expect(Set(lines.map(\.subject)) == ["1", "2"] && lines.count == 3)
    }

    @Test func `more than a page can print are refused, and nothing is made`() async throws {
        let house = try await House()
        let (store, home) = (house.store, house.organisation.id)
        for number in 0...Store.mostInvitations { try await house.addMember("Mens \(number)") }
        let by = try await hr(house)
        await #expect(throws: Invitation.Refusal.areTooMany) {
            try await store.invite(nil, again: false, by: by, in: home)
        }
        #expect(try await store.invitationCounts(in: home).waiting == 0)
    }

    @Test func `a code makes one account, and is spent with it`() async throws {
        let house = try await house()
        let (store, home) = (house.store, house.organisation.id)
        let made = try await store.invite(nil, again: false, by: try await hr(house), in: home)
        let code = made[0].code
        await #expect(throws: Account.Refusal.nameIsTaken) {
            try await store.accept(code, name: "hanna", password: Self.password)
        }
        await #expect(throws: Account.Refusal.passwordIsTooShort) {
            try await store.accept(code, name: "anna", password: "kort")
        }
        let token = try await store.accept(code, name: "anna", password: Self.password)
        #expect(try await roles(token, house) == [.staff])
        await #expect(throws: Invitation.Refusal.codeIsSpent) {
            try await store.accept(code, name: "anna2", password: Self.password)
        }
        #expect(try await roles(store.signIn("Anna", password: Self.password), house) == [.staff])
        let counts = try await store.invitationCounts(in: home)
        #expect((counts.people, counts.accounts, counts.waiting) == (3, 1, 2))
        // Who has an account is in no next pile.
        #expect(
            try await !store.invite(nil, again: true, by: by(house), in: home).contains { $0.member == made[0].member })
        #expect(
            try await store.auditLines(in: home).contains {
                $0.act == .invitationTaken && $0.about == nil && $0.by == nil
            })
    }

    private func by(_ house: House) async throws -> Account.ID {
        try #require(try await house.store.accounts(in: house.organisation.id).first).account.id
    }

    @Test func `two at once with one code make one account`() async throws {
        let house = try await house()
        let made = try await house.store.invite(
            nil, again: false, by: try await hr(house), in: house.organisation.id)
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for name in ["een", "twee", "drie"] {
                group.addTask {
                    (try? await house.store.accept(made[0].code, name: name, password: Self.password)) != nil
                }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(outcomes.filter(\.self).count == 1)
        #expect(try await house.store.invitationCounts(in: house.organisation.id).accounts == 1)
    }

    @Test func `a code works on its last day, and not on the day after; then nothing of it is kept`() async throws {
        let hand = Timepiece(House.morning)
        let house = try await House { $0.clock = hand.clock }
        let (store, home) = (house.store, house.organisation.id)
        try await house.addMember("Anna")
        let made = try await store.invite(nil, again: false, by: try await hr(house), in: home)
        hand.pass(Store.invitationDays * 86_400)
        #expect(try await store.invitation(made[0].code).name == "Anna")
        hand.pass(86_400)
        await #expect(throws: Invitation.Refusal.codeIsSpent) { try await store.invitation(made[0].code) }
        hand.pass(86_400)
        #expect(try await store.keepPromises(isDry: true).contains(Due(kind: "invitations", name: "1")))
        _ = try await store.keepPromises(isDry: false)
        #expect(try await store.keepPromises(isDry: true).isEmpty)
    }

    @Test func `whoever left comes in no more, and the account goes with the name`() async throws {
        let hand = Timepiece(House.morning)
        let house = try await House { $0.clock = hand.clock }
        let (store, home) = (house.store, house.organisation.id)
        let id = try await house.addMember("Anna de Vries")
        let made = try await store.invite(nil, again: false, by: try await hr(house), in: home)
        let token = try await store.accept(made[0].code, name: "anna", password: Self.password)
        var member = try await store.member(id, in: home)
        member.leftOn = hand.clock.now.day(in: house.organisation.zone)
        try await store.change(member, by: nil, in: home)
        #expect(try await roles(token, house) == [.staff])
        hand.pass(86_400)
        #expect(try await store.signedIn(token) == nil)
        await #expect(throws: Account.Refusal.doesNotMatch) { try await store.signIn("anna", password: Self.password) }
        #expect(try await store.kept(of: id, in: home).parts.contains { $0.kind == .signsIn })
        try await store.eraseMember(id, by: by(house), in: home)
        let names = try await store.read { try $0.rows("SELECT name FROM person").map { try $0["name"] as String } }
        #expect(names == ["Hanna"])
    }

    @Test func `an account of elsewhere comes in here, too, and stays when the work here ends`() async throws {
        let house = try await house()
        let (store, home) = (house.store, house.organisation.id)
        let made = try await store.invite(nil, again: false, by: try await hr(house), in: home)
        let other = try await store.addOrganisation("els", name: "De Els")
        let fatima = try await store.addAccount("Fatima", password: Self.password, role: .facilitator, in: other.id)
        let token = try await store.signIn("Fatima", password: Self.password)
        try await store.accept(made[0].code, as: fatima, holding: token)
        let signedIn = try #require(try await store.signedIn(token))
        #expect(signedIn.organisation.id == home && signedIn.roles == [.staff] && signedIn.worksElsewhere)
        await #expect(throws: Invitation.Refusal.worksHere) {
            try await store.accept(made[1].code, as: fatima, holding: token)
        }
        try await store.eraseMember(made[0].member.id, by: by(house), in: home)
        #expect(try await store.organisations(of: fatima).map(\.slug) == ["els"])
    }

    @Test func `a lost password is chosen anew with a code, but not that of somebody with another role`() async throws {
        let house = try await house()
        let (store, home) = (house.store, house.organisation.id)
        let hanna = try await hr(house)
        let made = try await store.invite(nil, again: false, by: hanna, in: home)
        let anna = made[0].member.id
        let old = try await store.accept(made[0].code, name: "anna", password: Self.password)
        let fresh = try await store.invite(member: anna, by: hanna, in: home)
        #expect(try await store.invitation(fresh.code).account?.name == "anna")
        #expect(try await store.signedIn(old) != nil)
        let token = try await store.accept(fresh.code, name: "anna", password: "nog een lang wachtwoord")
        #expect(try await store.signedIn(old) == nil)
        #expect(try await store.signedIn(token) != nil)
        await #expect(throws: Account.Refusal.doesNotMatch) { try await store.signIn("anna", password: Self.password) }

        let account = try #require(try await store.account(of: anna)).id
        try await store.addRole(.board, unit: nil, to: account, by: hanna, in: home)
        await #expect(throws: Invitation.Refusal.hasRoles) { try await store.invite(member: anna, by: hanna, in: home) }
    }

    @Test func `nobody gives or takes the role of who works here by hand`() async throws {
        let house = try await house()
        let (store, home) = (house.store, house.organisation.id)
        let hanna = try await hr(house)
        await #expect(throws: Account.Refusal.roleIsUnknown) {
            try await store.addRole(.staff, unit: nil, to: hanna, by: hanna, in: home)
        }
        let made = try await store.invite(nil, again: false, by: hanna, in: home)
        _ = try await store.accept(made[0].code, name: "anna", password: Self.password)
        let account = try #require(try await store.account(of: made[0].member.id)).id
        let held = try await store.account(account, in: home).memberships
        await #expect(throws: NotFound.self) {
            try await store.takeRole(held[0].id, from: account, by: hanna, in: home)
        }
        #expect(try await store.accounts(in: home).map(\.account.name) == ["Hanna"])
    }
}
