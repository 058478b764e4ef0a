import Foundation
import Glibc
import Store

/// Reaches a running server by its socket; nil where none listens.
struct ControlClient {
    private let descriptor: Int32

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
    }

    func send(_ order: Order) throws -> Reply {
        defer { close(descriptor) }
        let body = try JSONEncoder().encode(order)
        let head =
            "POST /command HTTP/1.1\r\nHost: control\r\nConnection: close\r\nContent-Length: \(body.count)\r\n\r\n"
        let handle = FileHandle(fileDescriptor: descriptor)
        try handle.write(contentsOf: Data(head.utf8) + body)
        let answer = try handle.readToEnd() ?? Data()
        guard let end = answer.range(of: Data("\r\n\r\n".utf8)) else { throw ControlProblem.noAnswer }
        return try JSONDecoder().decode(Reply.self, from: answer[end.upperBound...])
    }
}

enum ControlProblem: Error { case noAnswer }
