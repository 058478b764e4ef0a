import Foundation
import NIOCore
import NIOExtras
import NIOPosix
import NIOSSL

/// The line to a mail server: bytes that become lines, secured from the start or later.
struct SMTPLine {
    let channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>
    private let server: MailServer
    private let secrets: NIOSSLContext?

    init(to server: MailServer) async throws {
        let secrets = server.security == .none ? nil : try Self.secrets(of: server)
        (self.server, self.secrets) = (server, secrets)
        channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connectTimeout(.seconds(server.patience.connecting))
            .connect(host: server.host, port: server.port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    switch server.security {
                    case .tls: try pipeline.addHandler(Self.lock(server, secrets))
                    case .startTLS: try pipeline.addHandler(PlainSpeech())
                    case .none: break
                    }
                    try pipeline.addHandlers(
                        IdleStateHandler(readTimeout: .seconds(server.patience.answering)), Impatience(),
                        LineLimit(), ByteToMessageHandler(LineBasedFrameDecoder()))
                    return try NIOAsyncChannel(wrappingChannelSynchronously: channel)
                }
            }
    }

    /// Secures a line that began in plain text, once every line that came was read: more may have been put there by
    /// somebody on the way, and would be taken for what the secured server says.
    func secure(after linesRead: Int) async throws {
        try await channel.channel.eventLoop.submit { [channel, server, secrets] in
            let pipeline = channel.channel.pipeline.syncOperations
            let plain = try pipeline.handler(type: PlainSpeech.self)
            guard plain.lines == linesRead, plain.endsWithLine else {
                throw MailFault.isInsecure("more after STARTTLS")
            }
            plain.isOver = true
            try pipeline.addHandler(Self.lock(server, secrets), position: .first)
        }.get()
    }

    private static func lock(_ server: MailServer, _ secrets: NIOSSLContext?) throws -> NIOSSLClientHandler {
        guard let secrets else { throw MailFault.isInsecure("no certificates") }
        return try NIOSSLClientHandler(context: secrets, serverHostname: server.name)
    }

    private static func secrets(of server: MailServer) throws -> NIOSSLContext {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        if let file = server.certificates { configuration.additionalTrustRoots = [.file(file)] }
        return try NIOSSLContext(configuration: configuration)
    }

    static func telling<Value>(_ use: () async throws -> Value) async throws -> Value {
        do { return try await use() } catch { throw fault(error) }
    }

    /// What any part of the line throws, as a fault of the server as a whole.
    static func fault(_ error: any Error) -> any Error {
        switch error {
        case is MailFault, is CancellationError: error
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError: MailFault.isInsecure(told(error))
        case let error as NIOConnectionError:
            // The library tells of each address that it tried; the last is what somebody can look up.
            MailFault.isUnreachable(
                (error.connectionErrors.last?.error ?? error.dnsAError).map(told) ?? "no address: \(error.host)")
        default: MailFault.isUnreachable(told(error))
        }
    }

    /// What somebody can look up, without the places in source files that libraries put into it.
    private static func told(_ error: any Error) -> String {
        if let error = error as? IOError { return String(cString: strerror(error.errnoCode)) }
        let text = "\(error)"
        let reason = text.firstMatch(of: /OPENSSL_internal:([A-Z0-9_]+)/).map { String($0.1) }
        return SMTPReply.cut(reason ?? text)
    }
}

/// Counts what comes before the line is secured.
private final class PlainSpeech: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    var isOver = false
    private(set) var lines = 0
    private(set) var endsWithLine = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let view = unwrapInboundIn(data).readableBytesView
        if !isOver {
            lines += view.count(where: { $0 == UInt8(ascii: "\n") })
            endsWithLine = view.last == UInt8(ascii: "\n")
        }
        context.fireChannelRead(data)
    }
}

/// Ends a line on which a reply never gets to its end.
private final class LineLimit: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private var bytes = 0
    private static let most = 64 * 1_024

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let view = unwrapInboundIn(data).readableBytesView
        let end = view.lastIndex(of: UInt8(ascii: "\n"))
        bytes = end.map { view.distance(from: $0, to: view.endIndex) - 1 } ?? bytes + view.count
        guard bytes <= Self.most else {
            context.fireErrorCaught(MailFault.isUnreachable("a line without an end"))
            return context.close(promise: nil)
        }
        context.fireChannelRead(data)
    }
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

extension MailServer {
    /// Whether the file of certificates holds some; so where there is none.
    public var hasReadableCertificates: Bool {
        guard let certificates else { return true }
        return (try? NIOSSLCertificate.fromPEMFile(certificates))?.isEmpty == false
    }
}
