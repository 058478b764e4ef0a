import Core
import Support
import Testing

@testable import Store

/// Where an account is signed in, ended by its owner, and going from one organisation to another.
@Suite struct OwnSignInTests {
    private let password = "een lang en goed wachtwoord"

    private func person(_ role: Role, _ name: String, _ house: House) async throws -> Account.ID {
        try await house.store.addAccount(name, password: password, role: role, in: house.organisation.id)
    }

    @Test func `somebody reads the own sign-ins alone, this one first, and ends one or all others`() async throws {
        let house = try await House()
        let (store, hanna) = (house.store, try await person(.board, "Hanna", house))
        _ = try await person(.board, "Bram", house)
        let phone = try await store.signIn("Hanna", password: password, with: "firefox-android")
        let here = try await store.signIn("Hanna", password: password, with: "edge-windows")
        let third = try await store.signIn("Hanna", password: password)
        let other = try await store.signIn("Bram", password: password)
        let all = try await store.signIns(of: hanna, holding: here)
        #expect(all.map(\.isThis) == [true, false, false] && all[0].device == "edge-windows")
        #expect(Set(all.map(\.device)) == ["edge-windows", "firefox-android", ""])
        let lost = try #require(all.first { $0.device == "firefox-android" })
        try await store.endSignIn(lost.id, of: hanna)
        #expect(try await store.signedIn(phone) == nil)
        #expect(try await store.signedIn(third) != nil)
        let bram = try #require(try await store.signedIn(other)).account.id
        // What stands on a page of somebody else ends nothing.
        try await store.endSignIn(try #require(all.first { $0.device.isEmpty }).id, of: bram)
        #expect(try await store.signedIn(third) != nil)
        try await store.endOtherSignIns(of: hanna, holding: here)
        #expect(try await store.signedIn(third) == nil)
        #expect(try await store.signedIn(here) != nil)
        #expect(try await store.signedIn(other) != nil)
    }

    @Test func `what rested too long is no sign-in any more`() async throws {
        let time = Timepiece(House.morning)
        let house = try await House { $0.clock = time.clock }
        let ivo = try await person(.admin, "Ivo", house)
        _ = try await house.store.signIn("Ivo", password: password)
        time.pass(16 * 60)
        let here = try await house.store.signIn("Ivo", password: password)
        #expect(try await house.store.signIns(of: ivo, holding: here).map(\.isThis) == [true])
    }

    @Test func `who has roles in two organisations goes from one to the other, and nowhere else`() async throws {
        let house = try await House()
        let store = house.store
        let (other, strange) = (
            try await store.addOrganisation("els", name: "De Els"), try await store.addOrganisation("es", name: "De Es")
        )
        let fatima = try await person(.facilitator, "Fatima", house)
        let token = try await store.signIn("Fatima", password: password)
        #expect(try await store.signedIn(token)?.worksElsewhere == false)
        try await store.addRole(.board, unit: nil, toAccountNamed: "fatima", in: other.id)
        #expect(try await store.signedIn(token)?.worksElsewhere == true)
        try await store.enter(other.id, as: fatima, holding: token)
        let there = try #require(try await store.signedIn(token))
        #expect(there.organisation.id == other.id && there.roles == [.board])
        await #expect(throws: NotFound.self) { try await store.enter(strange.id, as: fatima, holding: token) }
        #expect(try await store.signedIn(token)?.organisation.id == other.id)
        await #expect(throws: Account.Refusal.nobodyOfThatName) {
            try await store.addRole(.board, unit: nil, toAccountNamed: "Niemand", in: other.id)
        }
        await #expect(throws: Account.Refusal.roleIsHeld) {
            try await store.addRole(.board, unit: nil, toAccountNamed: "Fatima", in: other.id)
        }
    }
}
