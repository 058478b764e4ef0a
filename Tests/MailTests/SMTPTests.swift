import Testing

@testable import Mail

/// What a server says, and what is said to it, without a server.
@Suite struct SMTPTests {
    @Test func `a reply is whole with its last line`() throws {
        var reader = SMTPReply.Reader()
        #expect(try reader.take("250-mail.linde.example") == nil)
        #expect(try reader.take("250-PIPELINING") == nil)
        let reply = try #require(try reader.take("250 STARTTLS"))
        #expect(reply.isDone && reply.lines == ["mail.linde.example", "PIPELINING", "STARTTLS"])
        #expect(try reader.take("354")?.isGoOn == true)
        #expect(try reader.take("451 4.7.1 Greylisted")?.isLater == true)
    }

    @Test(arguments: ["", "25", "abc", "999 x", "HTTP/1.1 400 Bad Request"])
    func `what is no reply ends the session`(line: String) {
        var reader = SMTPReply.Reader()
        #expect(throws: MailFault.self) { try reader.take(line) }
    }

    @Test func `a server that never ends its reply is left`() {
        var reader = SMTPReply.Reader()
        #expect(throws: MailFault.self) { for _ in 0..<1_000 { _ = try reader.take("250-more") } }
    }

    @Test func `a line of one dot does not end the message`() {
        let said = SMTPSession.stuffed(Array(".\r\na.b\r\n..c\r\n".utf8))
        #expect(String(decoding: said, as: UTF8.self) == "..\r\na.b\r\n...c\r\n")
    }
}
