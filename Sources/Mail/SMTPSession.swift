import Foundation
import NIOCore
import NIOExtras
import NIOPosix
import NIOSSL

/// One connection to a mail server, over which messages go one after the other (RFC 5321).
public struct SMTPSession {
    private let channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>
    private var replies: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let output: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var reader = SMTPReply.Reader()
    private var features: Set<String> = []

    /// Connects, signs in, hands the session over, and says goodbye.
    public static func with<Value>(
        _ server: MailServer, seconds: Int64 = 30, _ use: (inout SMTPSession) async throws -> Value
    ) async throws -> Value {
        let secured = server.security == .none ? nil : try secured(server)
        let channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>
        do {
            channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .connectTimeout(.seconds(seconds))
                .connect(host: server.host, port: server.port) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        if server.security == .tls, let secured {
                            try channel.pipeline.syncOperations.addHandler(
                                NIOSSLClientHandler(context: secured, serverHostname: server.serverName))
                        }
                        try channel.pipeline.syncOperations.addHandlers(
                            IdleStateHandler(readTimeout: .seconds(seconds * 2)), Impatience(),
                            ByteToMessageHandler(LineBasedFrameDecoder()))
                        return try NIOAsyncChannel(wrappingChannelSynchronously: channel)
                    }
                }
        } catch { throw fault(error) }
        do {
            return try await channel.executeThenClose { input, output in
                var session = SMTPSession(channel: channel, replies: input.makeAsyncIterator(), output: output)
                try await session.begin(server, secured)
                let value = try await use(&session)
                _ = try? await session.say("QUIT")
                return value
            }
        } catch { throw fault(error) }
    }

    /// Hands one message in; the server has it when this returns.
    public mutating func send(_ message: MailMessage) async throws {
        let hello = [
            "MAIL FROM:<\(message.from.address)>", "RCPT TO:<\(message.to.address)>", "DATA",
        ]
        var answers: [SMTPReply] = []
        if features.contains("PIPELINING") {
            try await write(hello.map { $0 + "\r\n" }.joined())
            for _ in hello { answers.append(try await reply()) }
        } else {
            for line in hello {
                answers.append(try await say(line))
                guard answers.last?.isDone == true || answers.last?.isGoOn == true else { break }
            }
        }
        if let wrong = answers.first(where: { !$0.isDone && !$0.isGoOn }) {
            // Where it would take the text all the same, it gets none.
            if answers.last?.isGoOn == true { _ = try await say(".") }
            _ = try await say("RSET")
            throw wrong.isLater ? MailFault.later(wrong.told) : .never(wrong.told)
        }
        var buffer = ByteBuffer()
        buffer.writeBytes(Self.stuffed(message.bytes))
        buffer.writeString(".\r\n")
        try await output.write(buffer)
        let taken = try await reply()
        guard taken.isDone else { throw taken.isLater ? MailFault.later(taken.told) : .never(taken.told) }
    }

    private mutating func begin(_ server: MailServer, _ secured: NIOSSLContext?) async throws {
        let greeting = try await reply()
        guard greeting.isDone else { throw MailFault.later(greeting.told) }
        try await hello()
        if server.security == .startTLS, let secured {
            guard features.contains("STARTTLS") else { throw MailFault.isInsecure("no STARTTLS") }
            let answer = try await say("STARTTLS")
            guard answer.isDone else { throw MailFault.isInsecure(answer.told) }
            let name = server.serverName
            try await channel.channel.eventLoop.submit { [channel] in
                try channel.channel.pipeline.syncOperations.addHandler(
                    NIOSSLClientHandler(context: secured, serverHostname: name), position: .first)
            }.get()
            // What was said before may have been anybody's.
            try await hello()
        }
        guard !server.user.isEmpty else { return }
        let secret = Data("\0\(server.user)\0\(server.password)".utf8).base64EncodedString()
        let answer = try await say("AUTH PLAIN \(secret)")
        guard answer.isDone else { throw MailFault.refusesUs(answer.told) }
    }

    private mutating func hello() async throws {
        let answer = try await say("EHLO weefsel.invalid")
        guard answer.isDone else { throw MailFault.refusesUs(answer.told) }
        features = Set(answer.lines.dropFirst().map { String($0.uppercased().prefix { $0 != " " }) })
    }

    private mutating func say(_ line: String) async throws -> SMTPReply {
        try await write(line + "\r\n")
        return try await reply()
    }

    private func write(_ text: String) async throws { try await output.write(ByteBuffer(string: text)) }

    private mutating func reply() async throws -> SMTPReply {
        while let line = try await replies.next() {
            let text = String(buffer: line)
            if let reply = try reader.take(text.hasSuffix("\r") ? String(text.dropLast()) : text) { return reply }
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

    private static func secured(_ server: MailServer) throws -> NIOSSLContext {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        if let file = server.certificates { configuration.additionalTrustRoots = [.file(file)] }
        do { return try NIOSSLContext(configuration: configuration) } catch { throw MailFault.isInsecure("\(error)") }
    }

    private static func fault(_ error: any Error) -> any Error {
        switch error {
        case is MailFault, is CancellationError: error
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError: MailFault.isInsecure("\(error)")
        default: MailFault.isUnreachable(String("\(error)".prefix(200)))
        }
    }
}

extension MailServer {
    /// A name to hold the certificate against; an address of numbers has none.
    fileprivate var serverName: String? { host.contains(where: \.isLetter) && !host.contains(":") ? host : nil }
}

/// Closes a line on which nothing comes any more.
private final class Impatience: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is IdleStateHandler.IdleStateEvent {
            context.fireErrorCaught(MailFault.isUnreachable("timed out"))
            context.close(promise: nil)
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }
}
