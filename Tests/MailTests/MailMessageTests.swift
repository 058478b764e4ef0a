import Foundation
import Testing

@testable import Mail

/// What goes over the line: one message, whatever somebody typed.
@Suite struct MailMessageTests {
    private func message(_ subject: String = "De uitkomsten zijn er", name: String = "Anna Zwart") throws -> MailMessage
    {
        try MailMessage(
            id: "0a1b", from: MailAddress("weefsel@linde.example", name: "De Linde"),
            to: MailAddress("anna@linde.example", name: name), subject: subject, text: "Dag Anna,\n.\nTot ziens",
            html: "<p>Dag Anna</p>", language: "nl", writtenAt: 1_791_183_600)
    }

    private func head(_ message: MailMessage) -> [String] {
        String(decoding: message.bytes, as: UTF8.self).components(separatedBy: "\r\n\r\n")[0]
            .components(separatedBy: "\r\n")
    }

    @Test func `the head names what every program looks for`() throws {
        let lines = head(try message())
        for line in [
            "Date: Mon, 05 Oct 2026 07:00:00 +0000", "From: \"De Linde\" <weefsel@linde.example>",
            "To: \"Anna Zwart\" <anna@linde.example>", "Message-ID: <0a1b@linde.example>",
            "Subject: De uitkomsten zijn er", "MIME-Version: 1.0", "Auto-Submitted: auto-generated",
        ] { #expect(lines.contains(line), "\(line)") }
        #expect(!lines.contains { $0.hasPrefix("List-Unsubscribe") })
    }

    @Test func `who can end such messages can do so in the mail program`() throws {
        let plain = try message()
        let asked = MailMessage(
            id: plain.id, from: plain.from, to: plain.to, subject: plain.subject, text: plain.text, html: plain.html,
            language: plain.language, writtenAt: plain.writtenAt, unsubscribe: "https://linde.example/mail/refusal/x")
        let lines = head(asked)
        #expect(lines.contains("List-Unsubscribe: <https://linde.example/mail/refusal/x>"))
        #expect(lines.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"))
    }

    @Test(arguments: [
        "Uit\r\nBcc: iedereen@elders.example", "Uit\nX: y", "Uit\rX: y", "Uit\u{2028}X: y", "Uit\u{0}",
        "=?utf-8?B?QQ==?=",
    ])
    func `nothing that somebody typed begins another line`(typed: String) throws {
        let plain = head(try message())
        for message in [try message(typed), try message(name: typed)] {
            let lines = head(message)
            #expect(lines.count == plain.count, "\(lines)")
            #expect(!lines.contains { $0.hasPrefix("Bcc") || $0.hasPrefix("X:") })
            #expect(lines.joined().utf8.allSatisfy { (32...126).contains($0) })
        }
    }

    @Test func `long and other letters are encoded in words of 75 signs`() throws {
        let subject = String(repeating: "Één meting, één uitkomst 👩‍👩‍👧 ", count: 6)
        let text = String(decoding: try message(subject).bytes, as: UTF8.self)
        let folded = try #require(text.firstMatch(of: /Subject: ((?:=\?utf-8\?B\?[A-Za-z0-9+\/=]+\?=(?:\r\n )?)+)\r\n/))
        let words = folded.1.components(separatedBy: "\r\n ")
        #expect(words.count > 1 && words.allSatisfy { $0.utf8.count <= 75 })
        let told = try words.map { word in
            let coded = String(word.dropFirst(10).dropLast(2))
            return String(decoding: try #require(Data(base64Encoded: coded)), as: UTF8.self)
        }
        #expect(told.joined() == subject)
    }

    @Test func `no line is longer than the standard allows, and the text comes whole`() throws {
        let text = String(decoding: try message().bytes, as: UTF8.self)
        #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 998 })
        // A part is its head, an empty line, and its text.
        let part = try #require(text.components(separatedBy: "\r\n--").first { $0.contains("text/plain") })
        let coded = try #require(part.components(separatedBy: "\r\n\r\n").last)
        let bytes = try #require(Data(base64Encoded: coded, options: .ignoreUnknownCharacters))
        #expect(String(decoding: bytes, as: UTF8.self) == "Dag Anna,\n.\nTot ziens")
    }

    @Test(arguments: [
        "", "anna", "anna@", "@linde.example", "an na@linde.example", "anna@linde", "a@b@linde.example",
        "anna@linde..example", "anna@-linde.example", "anna@linde.example\r\nBcc: x@y.example", "änna@linde.example",
        ".anna@linde.example", "anna@linde.example ",
    ])
    func `what is no address is refused`(typed: String) {
        #expect(throws: MailAddress.Refusal.isNoAddress) { try MailAddress(typed) }
    }

    @Test(arguments: ["anna@linde.example", "a.b+c@x-y.linde.example", "o'hara@linde.example"])
    func `usual addresses are taken`(typed: String) throws {
        #expect(try MailAddress(typed).address == typed)
    }
}
