import Core
import Foundation
@testable import Store
import Support
import Synchronization
import Testing

@Suite struct AccountTests {
    private let password = "een lang en goed wachtwoord"

    @Test func `a right password signs in, whatever the case of the name`() async throws {
        let house = try await House()
        _ = try await house.store.addAccount("Hanna", password: password, role: .hr, in: house.organisation.id)
        let token = try await house.store.signIn(" hanna ", password: password)
        let signedIn = try #require(try await house.store.signedIn(token))
        #expect(signedIn.roles == [.hr])
        #expect(signedIn.organisation.id == house.organisation.id)
        try await house.store.signOut(token)
        #expect(try await house.store.signedIn(token) == nil)
    }

    @Test func `where nobody spoke for the staff, whoever gets that role does`() async throws {
        let house = try await House()
        let (store, home) = (house.store, house.organisation.id)
        _ = try await store.addAccount("Hanna", password: password, role: .hr, in: home)
        #expect(try await store.organisation(home).council == .none)
        _ = try await store.addAccount("Olga", password: password, role: .council, in: home)
        #expect(try await store.organisation(home).council == .other)
        #expect(
            try await store.auditLines(in: home).contains { $0.act == .councilChanged && $0.subject == "none other" })
        // Which kind of council it is, an administrator says; another account changes nothing.
        let version = try await store.organisation(home).version
        try await store.change(home, since: version, by: nil) { $0.council = .worksCouncil }
        _ = try await store.addAccount("Piet", password: password, role: .council, in: home)
        #expect(try await store.organisation(home).council == .worksCouncil)
    }

    @Test func `erasing in one organisation leaves alone whom only another knows`() async throws {
        let house = try await House()
        let store = house.store
        let other = try await store.addOrganisation("ander", name: "Ander")
        _ = try await store.addAccount("Hanna", password: password, role: .hr, in: other.id)
        await #expect(throws: Account.Refusal.nobodyOfThatName) {
            try await store.erasePerson("Hanna", in: house.organisation.id)
        }
        #expect(try await store.signedIn(store.signIn("Hanna", password: password)) != nil)
        try await store.erasePerson("Hanna", in: other.id)
        await #expect(throws: Account.Refusal.doesNotMatch) { try await store.signIn("Hanna", password: password) }
    }

    @Test func `a wrong name and a wrong password are told apart by nobody`() async throws {
        let house = try await House()
        _ = try await house.store.addAccount("Hanna", password: password, role: .hr, in: house.organisation.id)
        await #expect(throws: Account.Refusal.doesNotMatch) {
            try await house.store.signIn("Hanna", password: "niet goed dus")
        }
        await #expect(throws: Account.Refusal.doesNotMatch) {
            try await house.store.signIn("Niemand", password: password)
        }
    }

    @Test func `five wrong tries make even the right password wait a minute`() async throws {
        let time = TestTime()
        let house = try await House { $0.clock = time.clock }
        _ = try await house.store.addAccount("Hanna", password: password, role: .hr, in: house.organisation.id)
        for _ in 0..<5 { _ = try? await house.store.signIn("Hanna", password: "niet goed") }
        await #expect(throws: MustWait(seconds: 60)) {
            try await house.store.signIn("Hanna", password: password)
        }
        time.pass(61)
        _ = try await house.store.signIn("Hanna", password: password)
    }

    @Test func `a name that is tried for ever waits a day at most, and is forgotten last when memory is full`() {
        let delays = SignInDelays(largest: 3)
        var now = House.morning
        for _ in 0..<100 {
            now = now + delays.wait(for: "hanna", at: now)
            delays.count(" Hanna ", at: now)
        }
        // A hundred tries take more than nine days.
        #expect(now - House.morning > 9 * 86_400)
        #expect(delays.wait(for: "HANNA", at: now) == 86_400)
        for number in 1...20 { delays.count("\(number)", at: now) }
        #expect(delays.wait(for: "hanna", at: now) == 86_400)
        delays.clear("hanna")
        #expect(delays.wait(for: "hanna", at: now) == 0)
    }

    @Test func `a sign-in of hr ends after a quarter of an hour of rest`() async throws {
        let time = TestTime()
        let house = try await House { $0.clock = time.clock }
        _ = try await house.store.addAccount("Hanna", password: password, role: .hr, in: house.organisation.id)
        let token = try await house.store.signIn("Hanna", password: password)
        time.pass(14 * 60)
        #expect(try await house.store.signedIn(token) != nil)
        time.pass(14 * 60)
        #expect(try await house.store.signedIn(token) != nil)
        time.pass(16 * 60)
        #expect(try await house.store.signedIn(token) == nil)
    }

    @Test func `a new password ends every sign-in`() async throws {
        let house = try await House()
        _ = try await house.store.addAccount("Hanna", password: password, role: .hr, in: house.organisation.id)
        let token = try await house.store.signIn("Hanna", password: password)
        try await house.store.resetPassword(of: "Hanna", to: "een heel ander wachtwoord")
        #expect(try await house.store.signedIn(token) == nil)
    }

    @Test(arguments: ["kort", "aaaaaaaaaaaaaaaaaaaa", "password123456789", "1234567890123456"])
    func `a password that is short or known is refused`(weak: String) async throws {
        let house = try await House()
        await #expect(throws: Account.Refusal.self) {
            try await house.store.addAccount("Hanna", password: weak, role: .hr, in: house.organisation.id)
        }
    }

    @Test func `an erased person is nowhere in the files`() async throws {
        let house = try await House()
        let name = "Wilhelmina van Uitgewist"
        let id = try await house.store.addAccount(name, password: password, role: .hr, in: house.organisation.id)
        _ = try await house.store.addAccount(
            "Ander", password: password, role: .board, in: house.organisation.id, by: id)
        try await house.store.erasePerson(name)
        for file in try FileManager.default.subpathsOfDirectory(atPath: house.folder.path) {
            let bytes = FileManager.default.contents(atPath: house.folder.appendingPathComponent(file).path) ?? Data()
            #expect(bytes.range(of: Data("Uitgewist".utf8)) == nil, "\(file)")
            #expect(bytes.range(of: Data("uitgewist".utf8)) == nil, "\(file)")
        }
        let lines = try await house.store.auditLines(in: house.organisation.id)
        #expect(lines.contains { $0.act == .accountAdded && $0.by == .gone })
    }

    @Test(arguments: [(Store.Kind.real, 17), (.demo, 17), (.test, 4)])
    func `the real cost of a password is paid but where nothing is real`(kind: Store.Kind, cost: Int) async throws {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("weefsel-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: place) }
        var options = Store.Options()
        options.kind = kind
        let store = try await Store(try DataFolder(place.path), options)
        let home = try await store.addOrganisation("linde", name: "De Linde")
        let start = ContinuousClock.now
        _ = try await store.addAccount("Hanna", password: password, role: .hr, in: home.id)
        let stored = try await store.read { try $0.row("SELECT password FROM account")?["password"] as String? }
        #expect(stored?.hasPrefix("scrypt$\(cost)$8$1$") == true)
        #expect(cost == 4 || ContinuousClock.now - start > .milliseconds(50))
    }
}

/// A clock that a test moves.
final class TestTime: Sendable {
    private let seconds = Mutex(House.morning.seconds)

    var clock: Clock { Clock { [self] in Moment(seconds: seconds.withLock { $0 }) } }

    func pass(_ more: Int) { seconds.withLock { $0 += more } }
}
