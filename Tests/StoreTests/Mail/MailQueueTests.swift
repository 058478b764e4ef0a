import Core
import Foundation
import Support
import Testing

@testable import Store

/// Messages wait, go, are tried again, are given up, and leave nothing of anybody.
@Suite struct MailQueueTests {
    private func message(to person: Person.ID, _ kind: Message.Kind = .results, refusal: String? = nil) -> Message {
        Message(
            id: .random(), person: person, kind: kind, address: "anna@linde.example", subject: "De uitkomsten zijn er",
            text: "Dag Anna", language: .dutch, refusal: refusal)
    }

    /// A house with Anna, to whom so many messages wait.
    private func house(_ number: Int, _ time: Timepiece) async throws -> (House, Member.ID, [Message]) {
        let house = try await House { $0.clock = time.clock }
        let anna = try await house.addMember("Anna Zwart", email: "anna@linde.example")
        let messages = (0..<number).map { _ in message(to: anna) }
        try await house.store.enqueue(messages, in: house.organisation.id)
        return (house, anna, messages)
    }

    @Test func `what was handed in leaves a number and nothing else`() async throws {
        let time = Timepiece(House.morning)
        let (house, _, messages) = try await house(3, time)
        let (store, home) = (house.store, house.organisation.id)
        let due = try await store.dueMessages(most: 2)
        #expect(due.count == 2 && Set(due.map(\.message.id)).isSubset(of: messages.map(\.id)))
        #expect(due.first?.reader == .named("Anna Zwart") && due.first?.sender == house.organisation.name)
        try await store.handedIn(due)
        #expect(try await store.waitingMessages(in: home) == [.results: 1])
        let today = time.clock.now.day(in: house.organisation.zone)
        #expect(try await store.handedInMessages(since: today, in: home) == 2)
        #expect(try await store.handedInMessages(since: today + 1, in: home) == 0)
    }

    @Test func `a message that is not taken yet waits longer at each try, and is given up after three days`()
        async throws
    {
        let time = Timepiece(House.morning)
        let (house, _, messages) = try await house(1, time)
        let (store, home) = (house.store, house.organisation.id)
        var tries = 0
        while let pause = Message.pause(after: tries + 1) {
            tries += 1
            let due = try #require(try await store.dueMessages(most: 9).first)
            #expect(due.tries == tries - 1)
            try await store.failed(due, told: "451 later", isForGood: false)
            #expect(try await store.dueMessages(most: 9).isEmpty)
            #expect(try await store.secondsToNextMessage() == pause)
            time.pass(pause)
        }
        let last = try #require(try await store.dueMessages(most: 9).first)
        try await store.failed(last, told: "451 later", isForGood: false)
        #expect(try await store.secondsToNextMessage() == nil)
        let failed = try await store.messages(areFailed: true, in: home, most: 9)
        #expect(failed.map(\.message) == messages && failed.first?.told == "451 later")
    }

    @Test func `what was given up can be tried again or thrown away, by its own organisation`() async throws {
        let time = Timepiece(House.morning)
        let (house, _, messages) = try await house(2, time)
        let (store, home) = (house.store, house.organisation.id)
        let other = try await store.addOrganisation("els", name: "De Els")
        await #expect(throws: NotFound.self) { try await store.throwAway(messages[0].id, in: other.id) }
        for due in try await store.dueMessages(most: 9) {
            try await store.failed(due, told: "550 nobody", isForGood: true)
        }
        await #expect(throws: NotFound.self) { try await store.tryAgain(messages[0].id, in: other.id) }
        await #expect(throws: NotFound.self) { try await store.message(messages[0].id, in: other.id) }
        try await store.tryAgain(messages[0].id, in: home)
        try await store.throwAway(messages[1].id, in: home)
        let due = try await store.dueMessages(most: 9)
        #expect(due.map(\.message.id) == [messages[0].id] && due.first?.tries == 0)
        #expect(try await store.messages(areFailed: true, in: home, most: 9).isEmpty)
    }

    @Test func `a server that takes nothing costs no message a try, and since when stays through a restart`()
        async throws
    {
        let time = Timepiece(House.morning)
        let (house, _, _) = try await house(1, time)
        let store = house.store
        try await store.noteMailStandstill("Connection refused")
        time.pass(3_600)
        try await store.noteMailStandstill("certificate | expired")
        #expect(try await store.mailStandstill() == .init(since: House.morning, told: "certificate | expired"))
        #expect(try await store.dueMessages(most: 9).first?.tries == 0)
        try await store.noteMailStandstill(nil)
        #expect(try await store.mailStandstill() == nil)
    }

    @Test func `with a person go the messages to them, and what is old goes by itself`() async throws {
        let time = Timepiece(House.morning)
        let (house, anna, _) = try await house(2, time)
        let (store, home) = (house.store, house.organisation.id)
        let bram = try await house.addMember("Bram", email: "bram@linde.example")
        try await store.enqueue([message(to: bram)], in: home)
        try await store.eraseMembers([anna], by: nil, in: home)
        let left = try await store.dueMessages(most: 9)
        #expect(left.map(\.message.person) == [bram])
        try await store.failed(left[0], told: "550", isForGood: true)
        time.pass(Message.keptDays * 86_400)
        #expect(try await store.keepPromises(isDry: false).filter { $0.kind == "mail" }.isEmpty)
        time.pass(1)
        #expect(try await store.due(in: home).contains(Due(kind: "mail", name: "1")))
        #expect(try await store.keepPromises(isDry: false).contains(Due(kind: "mail", name: "1")))
        #expect(try await store.messages(areFailed: true, in: home, most: 9).isEmpty)
    }

    @Test func `a copy that is put back says nothing again`() async throws {
        let time = Timepiece(House.morning)
        let (house, _, _) = try await house(1, time)
        let copy = try await house.store.backUp().file
        let place = house.folder.deletingLastPathComponent().appendingPathComponent("weefsel-\(Member.ID.random())")
        try Store.restore(copy, into: place.path)
        let restored = try await Store(try DataFolder(place.path))
        #expect(try await restored.dueMessages(most: 9).isEmpty)
    }

    @Test func `who ends such messages gets no more of them, and no stranger can do it for them`() async throws {
        let time = Timepiece(House.morning)
        let (house, anna, _) = try await house(0, time)
        let (store, home) = (house.store, house.organisation.id)
        let token = try await store.refusalToken(of: anna, in: home)
        try await store.enqueue([message(to: anna, refusal: token), message(to: anna, .trial)], in: home)
        #expect(try await store.mailReaders(in: home).map(\.refusal) == [token])
        #expect(try await store.refusal(by: token).isRefused == false)
        for _ in 1...2 { try await store.setRefusal(by: token, isRefused: true) }
        #expect(try await store.refusal(by: token).isRefused)
        #expect(try await store.mailReaders(in: home).isEmpty)
        #expect(try await store.waitingMessages(in: home) == [.trial: 1])
        try await store.setRefusal(by: token, isRefused: false)
        #expect(try await store.mailReaders(in: home).count == 1)
        let bram = try await house.addMember("Bram", email: "bram@linde.example")
        let forged = token.replacing("\(anna)", with: "\(bram)")
        for wrong in ["", "x", String(token.dropLast()), forged, token + "0", token.replacing(".", with: "..")] {
            await #expect(throws: NotFound.self, "\(wrong)") { try await store.setRefusal(by: wrong, isRefused: true) }
        }
    }

    @Test func `who waits for the bell hears it, also when it rang before`() async {
        let bell = MailBell()
        bell.ring()
        await bell.wait(atMost: 3_600)
        async let heard: Void = bell.wait(atMost: 3_600)
        // Rung before or after it listens, it returns.
        bell.ring()
        await heard
        let listener = Task { await bell.wait(atMost: 3_600) }
        listener.cancel()
        await listener.value
    }
}
