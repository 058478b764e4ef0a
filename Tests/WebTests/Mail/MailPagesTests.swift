import Core
import Hummingbird
import HummingbirdTesting
import Mail
import Store
import Support
import Testing

@testable import Web

/// The page about mail: where it goes, what waits, what did not arrive.
@Suite struct MailPagesTests {
    @Test func `a trial is written to an address that was typed, and can be read where nothing leaves`() async throws {
        let house = try await House()
        let admin = try await house.visitor(.admin)
        try await house.test { client async throws in
            let wrong = try await admin.post(Paths.mailTrial, [("address", "anna@linde\r\nBcc: x@y.nl")], client)
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("address-wrong"))
            #expect(try await house.store.waitingMessages(in: house.organisation.id).isEmpty)
            let sent = try await admin.post(Paths.mailTrial, [("address", " ada@linde.example ")], client)
            #expect(sent.status == .seeOther)
            let page = try await admin.get(Paths.mail, client).text
            #expect(page.contains("Er gaat niets naar buiten") && page.contains("Proefbericht: 1"))
            let path = try #require(page.between("<li><a href=\"/admin/mail/messages/", "\""))
            let letter = try await admin.get("/admin/mail/messages/\(path)", client)
            #expect(letter.status == .ok && letter.text.contains("&lt;ada@linde.example&gt;"))
            #expect(letter.text.contains("Dit is een proefbericht van Weefsel bij De Linde"))
        }
    }

    @Test func `what did not arrive is told with its reason, and hr changes nothing of it`() async throws {
        let house = try await House()
        let id = try await house.failedMessage(told: "550 5.1.1 <b>nobody</b>")
        let (admin, hr) = (try await house.visitor(.admin), try await house.visitor(.hr))
        try await house.store.noteMailStandstill("Connection refused")
        try await house.test { client async throws in
            let page = try await hr.get(Paths.mail, client).text
            #expect(page.contains("gerda@linde.example") && page.contains("550 5.1.1 &lt;b&gt;nobody"))
            #expect(page.contains("Connection refused") && !page.contains(Paths.mailRepeat(id)))
            #expect(try await hr.post(Paths.mailRepeat(id), [], client).status == .notFound)
            #expect(try await admin.get(Paths.mail, client).text.contains(Paths.mailRepeat(id)))
            #expect(try await admin.post(Paths.mailRepeat(id), [], client).status == .seeOther)
            #expect(try await house.store.dueMessages(most: 9).map(\.message.id) == [id])
            #expect(try await admin.post(Paths.mailRemoval(id), [], client).status == .seeOther)
            #expect(try await house.store.dueMessages(most: 9).isEmpty)
        }
    }

    @Test func `where mail really leaves nobody reads what others get`() async throws {
        let server = MailServer(host: "127.0.0.1", port: 1, security: .none)
        let house = try await House(mail: MailConfiguration(.server(server), from: "weefsel@linde.example"))
        let id = try await house.failedMessage()
        let admin = try await house.visitor(.admin)
        try await house.test { client async throws in
            #expect(try await admin.get(Paths.mail(id), client).status == .notFound)
            let page = try await admin.get(Paths.mail, client).text
            #expect(page.contains("127.0.0.1, poort 1") && page.contains("weefsel@linde.example"))
            #expect(!page.contains("De uitkomsten zijn er.\n"))
        }
    }

    @Test func `without a mail server nothing is offered and nothing waits`() async throws {
        let house = try await House(mail: nil)
        let admin = try await house.visitor(.admin)
        try await house.test { client async throws in
            let page = try await admin.get(Paths.mail, client).text
            #expect(page.contains("WEEFSEL_MAIL") && !page.contains("<form class=\"panel\""))
            let sent = try await admin.post(Paths.mailTrial, [("address", "ada@linde.example")], client)
            #expect(sent.status == .unprocessableContent)
            #expect(try await house.store.waitingMessages(in: house.organisation.id).isEmpty)
        }
        #expect(house.server.postman == nil)
    }

    @Test func `a server that does not answer costs no message a try, and is noted without an address`() async throws {
        let log = LogBook()
        let server = MailServer(
            host: "127.0.0.1", port: 1, security: .none, patience: .init(connecting: 5, answering: 5))
        let house = try await House(
            log: log, mail: MailConfiguration(.server(server), from: "weefsel@linde.example"))
        let anna = try await house.addMember("Anna", email: "anna@linde.example")
        let message = Message(
            id: .random(), person: anna, kind: .trial, address: "anna@linde.example", subject: "Geheim onderwerp",
            text: "x", language: .dutch)
        try await house.store.enqueue([message], in: house.organisation.id)
        let postman = try #require(house.server.postman)
        #expect(try await postman.turn() == .fault)
        #expect(try await house.store.mailStandstill()?.told == "Connection refused")
        #expect(try await house.store.message(message.id, in: house.organisation.id).tries == 0)
        #expect(!log.lines.contains { $0.contains("linde.example") || $0.contains("Geheim") })
    }

    @Test func `of the server as a whole is kept what it said, and not about whom`() {
        #expect("421 <anna@linde.example> later".withoutAddresses == "421 <…> later")
    }
}
