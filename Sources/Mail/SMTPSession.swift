import Foundation
import NIOCore

/// One connection to a mail server, over which messages go one after the other (RFC 5321).
public struct SMTPSession {
    private let output: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var replies: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private var reader = SMTPReply.Reader()
    private var linesRead = 0
    /// What the server offers, with what stands behind each word.
    private var features: [String: String] = [:]

    /// Connects, signs in, lets messages be handed in, and says goodbye.
    public static func with<Value: Sendable>(
        _ server: MailServer, _ use: (inout SMTPSession) async throws -> Value
    ) async throws -> Value {
        let line = try await SMTPLine.telling { try await SMTPLine(to: server) }
        var done: Value?
        do {
            return try await line.channel.executeThenClose { input, output in
                var session = SMTPSession(output: output, replies: input.makeAsyncIterator())
                do { try await session.begin(server, line) } catch { throw SMTPLine.fault(error) }
                let value = try await use(&session)
                done = value
                _ = try? await session.say("QUIT")
                return value
            }
        } catch {
            // How the server hangs up changes nothing about what it took.
            guard let done else { throw error }
            return done
        }
    }

    /// Hands one message in; the server has it when this returns.
    ///
    /// - Throws: a `MailFault`.
    public mutating func send(_ message: MailMessage) async throws {
        do { try await handIn(message) } catch { throw SMTPLine.fault(error) }
    }

    private mutating func handIn(_ message: MailMessage) async throws {
        let envelope = ["MAIL FROM:<\(message.from.address)>", "RCPT TO:<\(message.to.address)>", "DATA"]
        var answers: [SMTPReply] = []
        if features["PIPELINING"] != nil {
            try await write(envelope.map { $0 + "\r\n" }.joined())
            for _ in envelope { answers.append(try await reply()) }
        } else {
            for line in envelope {
                answers.append(try await say(line))
                guard answers.last?.code ?? 500 < 400 else { break }
            }
        }
        if let place = answers.firstIndex(where: { $0.code >= 400 }) {
            // Where it would take the text all the same, it gets none.
            if answers.last?.isGoOn == true { _ = try await say(".") }
            _ = try await say("RSET")
            throw Self.fault(answers[place], isOfSender: place == 0)
        }
        var buffer = ByteBuffer()
        buffer.writeBytes(Self.stuffed(message.bytes))
        buffer.writeString(".\r\n")
        try await output.write(buffer)
        let taken = try await reply()
        guard taken.isDone else { throw taken.fault }
    }

    /// All messages have one sender: where that is refused, no message is to blame.
    private static func fault(_ answer: SMTPReply, isOfSender: Bool) -> MailFault {
        guard isOfSender else { return answer.fault }
        return answer.isLater ? .isUnreachable(answer.told) : .refusesUs(answer.told)
    }

    private mutating func begin(_ server: MailServer, _ line: SMTPLine) async throws {
        let greeting = try await reply()
        guard greeting.isDone else { throw MailFault.isUnreachable(greeting.told) }
        try await hello()
        if server.security == .startTLS {
            guard features["STARTTLS"] != nil else { throw MailFault.isInsecure("no STARTTLS") }
            let answer = try await say("STARTTLS")
            guard answer.isDone else { throw MailFault.isInsecure(answer.told) }
            try await line.secure(after: linesRead)
            // What was said before may have been anybody's.
            try await hello()
        }
        if !server.user.isEmpty { try await signIn(server) }
    }

    private mutating func signIn(_ server: MailServer) async throws {
        let ways = Set((features["AUTH"] ?? "").split(separator: " "))
        var answer: SMTPReply
        if ways.contains("PLAIN") {
            answer = try await say("AUTH PLAIN " + Self.coded("\0\(server.user)\0\(server.password)"))
        } else if ways.contains("LOGIN") {
            answer = try await say("AUTH LOGIN")
            for secret in [server.user, server.password] where answer.isGoOn {
                answer = try await say(Self.coded(secret))
            }
        } else {
            throw MailFault.refusesUs("no AUTH PLAIN or LOGIN")
        }
        guard answer.isDone else { throw MailFault.refusesUs(answer.told) }
    }

    private static func coded(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

    private mutating func hello() async throws {
        // An address says less of this machine than its name, and each server takes it (RFC 5321, section 4.1.4).
        let answer = try await say("EHLO [127.0.0.1]")
        guard answer.isDone else { throw MailFault.refusesUs(answer.told) }
        features = [:]
        for line in answer.lines.dropFirst() {
            let words = line.uppercased().split(separator: " ", maxSplits: 1)
            if let name = words.first { features[String(name)] = words.dropFirst().first.map(String.init) ?? "" }
        }
    }

    private mutating func say(_ line: String) async throws -> SMTPReply {
        try await write(line + "\r\n")
        return try await reply()
    }

    private func write(_ text: String) async throws { try await output.write(ByteBuffer(string: text)) }

    private mutating func reply() async throws -> SMTPReply {
        while let line = try await replies.next() {
            linesRead += 1
            guard let reply = try reader.take(String(buffer: line)) else { continue }
            return reply
        }
        throw MailFault.isUnreachable("closed")
    }

    /// A line that begins with a dot gets another (RFC 5321, section 4.5.2).
    static func stuffed(_ bytes: [UInt8]) -> [UInt8] {
        var stuffed: [UInt8] = []
        stuffed.reserveCapacity(bytes.count + 64)
        var isLineStart = true
        for byte in bytes {
            if isLineStart, byte == UInt8(ascii: ".") { stuffed.append(byte) }
            stuffed.append(byte)
            isLineStart = byte == UInt8(ascii: "\n")
        }
        return stuffed
    }
}
