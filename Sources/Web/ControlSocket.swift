import Foundation
import Hummingbird
import Logging
import NIOCore
public import ServiceLifecycle
import Store

/// Answers one command of `control.sock`: bytes in, bytes out; nil where somebody sent too many.
public typealias ControlHandler = @Sendable ([UInt8]?) async -> [UInt8]

/// The way commands reach a running server: HTTP over a Unix socket that only its owner may open.
public struct ControlSocket: Service {
    let address: ControlAddress
    let handler: ControlHandler
    let logger: Logger
    /// Told once commands can reach it.
    let onListening: @Sendable () -> Void
    /// Bytes of one command, with the files that it names.
    public static let largest = 8_000_000

    public func run() async throws {
        let path = address.path
        try? FileManager.default.removeItem(atPath: path)
        let router = Router()
        router.post("/command") { [handler] request, _ in
            let body = try await Self.body(of: request)
            return Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(bytes: await handler(body))))
        }
        let application = Application(
            router: router, configuration: .init(address: .unixDomainSocket(path: path)),
            onServerRunning: { _ in
                try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
                onListening()
            }, logger: logger)
        try await application.run()
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Reads to the end also what is too large: whoever still writes hears no answer.
    private static func body(of request: Request) async throws -> [UInt8]? {
        var all: [UInt8]? = []
        for try await part in request.body {
            let isTooLarge = (all?.count ?? 0) + part.readableBytes > largest
            if isTooLarge { all = nil } else { all?.append(contentsOf: part.readableBytesView) }
        }
        return all
    }
}
