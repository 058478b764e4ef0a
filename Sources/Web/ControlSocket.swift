import Foundation
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Store

/// Answers one command of `control.sock`: bytes in, bytes out.
public typealias ControlHandler = @Sendable ([UInt8]) async -> [UInt8]

/// The way commands reach a running server: HTTP over a Unix socket that only its owner may open.
struct ControlSocket: Service {
    let address: ControlAddress
    let handler: ControlHandler
    let logger: Logger
    private static let largest = 8_000_000

    func run() async throws {
        let path = address.path
        try? FileManager.default.removeItem(atPath: path)
        let router = Router()
        router.post("/command") { [handler] request, _ in
            let body = try await request.bytes(upTo: Self.largest)
            return Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(bytes: await handler(body))))
        }
        let application = Application(
            router: router, configuration: .init(address: .unixDomainSocket(path: path)),
            onServerRunning: { _ in
                try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            }, logger: logger)
        try await application.run()
        try? FileManager.default.removeItem(atPath: path)
    }
}
