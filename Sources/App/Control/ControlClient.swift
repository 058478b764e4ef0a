import Core
import Foundation
import Glibc
import Store
import Web

/// Reaches a running server by its socket; nil where none listens.
struct ControlClient {
    private let descriptor: Int32
    /// Longer than the longest command takes; a server that hangs is told of, and not waited for.
    private static let patience = 300

    init?(in folder: String) {
        // Kept until the connection stands: the way may lead over a descriptor of its own.
        guard let way = try? ControlAddress(in: folder) else { return nil }
        defer { withExtendedLifetime(way) {} }
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(way.path.utf8CString)
        guard descriptor >= 0, bytes.count <= MemoryLayout.size(ofValue: address.sun_path) else { return nil }
        withUnsafeMutableBytes(of: &address.sun_path) { place in
            bytes.withUnsafeBytes { place.copyMemory(from: $0) }
        }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        guard connected == 0 else { close(descriptor); return nil }
        var patience = timeval(tv_sec: Self.patience, tv_usec: 0)
        for kind in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(descriptor, SOL_SOCKET, kind, &patience, socklen_t(MemoryLayout<timeval>.size))
        }
    }

    func send(_ order: Order) throws -> Reply {
        defer { close(descriptor) }
        let body = try JSONEncoder().encode(order)
        guard body.count <= ControlSocket.largest else { throw ControlProblem.isTooLarge }
        let head =
            "POST /command HTTP/1.1\r\nHost: control\r\nConnection: close\r\nContent-Length: \(body.count)\r\n\r\n"
        let handle = FileHandle(fileDescriptor: descriptor)
        do {
            try handle.write(contentsOf: Data(head.utf8) + body)
            let answer = try handle.readToEnd() ?? Data()
            guard let end = answer.range(of: Data("\r\n\r\n".utf8)) else { throw ControlProblem.noAnswer }
            return try JSONDecoder().decode(Reply.self, from: answer[end.upperBound...])
        } catch {
            throw ControlProblem.noAnswer
        }
    }
}

/// Why a command and the running server did not understand each other.
enum ControlProblem: String, Refusal {
    case noAnswer = "command.no_answer"
    case isTooLarge = "command.is_too_large"
}
