import Core
import Foundation
import Support
import Testing

@testable import Store

/// A code of an app beside the password: set up, asked, taken once, and what there is for a lost phone.
@Suite struct SecondFactorTests {
    private let password = "een lang en goed wachtwoord"

    /// Hanna with an app: her account, the secret, and the codes for a lost phone.
    private func hanna(_ house: House, _ time: Timepiece) async throws -> (Account, TimeCode, [String]) {
        let store = house.store
        _ = try await store.addAccount("Hanna", password: password, role: .hr, in: house.organisation.id)
        let token = try await store.signIn("Hanna", password: password)
        let account = try #require(try await store.signedIn(token)).account
        let fresh = try await store.beginSecondFactor(of: account, at: house.organisation)
        // Looked at again, it is the same: somebody reloads before they scanned it.
        #expect(try await store.beginSecondFactor(of: account, at: house.organisation).secret == fresh.secret)
        let app = TimeCode(secret: try Self.bytes(of: fresh.secret))
        #expect(try await !store.hasSecondFactor(account.id))
        await #expect(throws: Account.FactorRefusal.codeIsWrong) {
            try await store.confirmSecondFactor(of: account.id, code: "000000", holding: token)
        }
        let codes = try await store.confirmSecondFactor(
            of: account.id, code: app.code(of: TimeCode.step(at: time.clock.now)), holding: token)
        #expect(try await store.hasSecondFactor(account.id) && Set(codes).count == Store.recoveryCodes)
        time.pass(TimeCode.seconds)
        return (account, app, codes)
    }

    private static func bytes(of text: String) throws -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        let bits = try text.filter { $0 != " " }.flatMap { letter -> [UInt8] in
            let value = try #require(alphabet.firstIndex(of: letter))
            return (0..<5).map { UInt8(value >> (4 - $0) & 1) }
        }
        return stride(from: 0, to: bits.count - bits.count % 8, by: 8).map { start in
            bits[start..<start + 8].reduce(0) { $0 << 1 | $1 }
        }
    }

    @Test func `with an app a password alone opens nothing, and a code once`() async throws {
        let time = Timepiece(House.morning)
        let house = try await House { $0.clock = time.clock }
        let (account, app, _) = try await hanna(house, time)
        let store = house.store
        let token = try await store.signIn("Hanna", password: password)
        #expect(try await store.signedIn(token) == nil)
        #expect(try await store.halfSignedIn(token) == account)
        await #expect(throws: Account.FactorRefusal.codeIsWrong) { try await store.finishSignIn(token, code: "123456") }
        let code = app.code(of: TimeCode.step(at: time.clock.now))
        try await store.finishSignIn(token, code: code)
        #expect(try await store.signedIn(token)?.hasSecondFactor == true)
        #expect(try await store.halfSignedIn(token) == nil)
        let second = try await store.signIn("Hanna", password: password)
        await #expect(throws: Account.FactorRefusal.codeIsWrong) { try await store.finishSignIn(second, code: code) }
        time.pass(601)
        #expect(try await store.halfSignedIn(second) == nil)
        await #expect(throws: Account.Refusal.doesNotMatch) { try await store.finishSignIn(second, code: code) }
    }

    @Test func `a code for a lost phone works once, however it is typed`() async throws {
        let time = Timepiece(House.morning)
        let house = try await House { $0.clock = time.clock }
        let (_, _, codes) = try await hanna(house, time)
        let store = house.store
        let token = try await store.signIn("Hanna", password: password)
        try await store.finishSignIn(token, code: " " + codes[0].uppercased().replacing("-", with: " "))
        #expect(try await store.signedIn(token) != nil)
        let again = try await store.signIn("Hanna", password: password)
        await #expect(throws: Account.FactorRefusal.codeIsWrong) { try await store.finishSignIn(again, code: codes[0]) }
        try await store.finishSignIn(again, code: codes[1])
        #expect(try await store.signedIn(again) != nil)
    }

    @Test func `whoever guesses codes waits`() async throws {
        let time = Timepiece(House.morning)
        let house = try await House { $0.clock = time.clock }
        _ = try await hanna(house, time)
        let token = try await house.store.signIn("Hanna", password: password)
        for _ in 0..<5 {
            await #expect(throws: Account.FactorRefusal.codeIsWrong) {
                try await house.store.finishSignIn(token, code: "123456")
            }
        }
        await #expect(throws: MustWait.self) { try await house.store.finishSignIn(token, code: "123456") }
    }

    @Test func `a proof holds five minutes, and is given again by code or by password`() async throws {
        let time = Timepiece(House.morning)
        let house = try await House { $0.clock = time.clock }
        let (_, app, _) = try await hanna(house, time)
        let store = house.store
        _ = try await store.addAccount("Bram", password: password, role: .board, in: house.organisation.id)
        let (bram, hanna) = (
            try await store.signIn("Bram", password: password), try await store.signIn("Hanna", password: password)
        )
        try await store.finishSignIn(hanna, code: app.code(of: TimeCode.step(at: time.clock.now)))
        time.pass(299)
        #expect(try await store.signedIn(bram)?.isProved(at: time.clock.now) == true)
        time.pass(1)
        let (first, second) = (
            try #require(try await store.signedIn(bram)), try #require(try await store.signedIn(hanna))
        )
        #expect(!first.isProved(at: time.clock.now) && !second.isProved(at: time.clock.now))
        await #expect(throws: Account.FactorRefusal.codeIsWrong) {
            try await store.proveAgain(first, bram, with: "niet mijn wachtwoord")
        }
        try await store.proveAgain(first, bram, with: password)
        // Where there is an app, the password alone proves nothing.
        await #expect(throws: Account.FactorRefusal.codeIsWrong) {
            try await store.proveAgain(second, hanna, with: password)
        }
        try await store.proveAgain(second, hanna, with: app.code(of: TimeCode.step(at: time.clock.now)))
        for token in [bram, hanna] {
            #expect(try await store.signedIn(token)?.isProved(at: time.clock.now) == true)
        }
    }

    @Test func `setting it up ends every other sign-in, and it goes only where nothing obliges to it`() async throws {
        let time = Timepiece(House.morning)
        let house = try await House { $0.clock = time.clock }
        let (account, _, _) = try await hanna(house, time)
        await #expect(throws: Account.FactorRefusal.isObliged) {
            try await house.store.removeSecondFactor(of: account.id, isObliged: true)
        }
        try await house.store.removeSecondFactor(of: account.id, isObliged: false)
        let token = try await house.store.signIn("Hanna", password: password)
        #expect(try await house.store.signedIn(token)?.hasSecondFactor == false)
    }
}
