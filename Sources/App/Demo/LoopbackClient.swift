import Foundation
import Glibc

/// Sends forms to our own server, as a browser without JavaScript does.
struct LoopbackClient: Sendable {
    private let port: Int

    init(port: Int) throws {
        self.port = port
    }

    /// The status that the server answers with.
    func post(_ path: String, _ form: String) async throws -> Int {
        // A thread of its own: a read that waits would hold up the server that is to answer it.
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try send(path, form) }) }
        }
    }

    private func send(_ path: String, _ form: String) throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw ControlProblem.noAnswer }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw ControlProblem.noAnswer }
        let head = [
            "POST \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close",
            "Content-Type: application/x-www-form-urlencoded", "Content-Length: \(form.utf8.count)", "", form,
        ]
        try handle.write(contentsOf: Data(head.joined(separator: "\r\n").utf8))
        let answer = try handle.readToEnd() ?? Data()
        let line = String(decoding: answer.prefix(16), as: UTF8.self).split(separator: " ")
        guard line.count > 1, let status = Int(line[1]) else { throw ControlProblem.noAnswer }
        return status
    }
}
