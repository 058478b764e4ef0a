import Foundation
import Glibc

/// Asks our own server for pages and sends it forms, as a browser without JavaScript does.
struct LoopbackClient: Sendable {
    struct Answer: Sendable {
        let status: Int
        /// What the server wants to be told with the next page.
        let cookie: String?
        /// Where it leads, where it leads elsewhere.
        let location: String?
        let text: String
    }

    let port: Int

    func get(_ path: String, cookie: String) async throws -> Answer {
        try await ask(["GET \(path) HTTP/1.1", "Cookie: \(cookie)"], "")
    }

    func post(
        _ path: String, _ form: String, cookie: String? = nil, type: String = "application/x-www-form-urlencoded"
    ) async throws -> Answer {
        let lines = ["POST \(path) HTTP/1.1", "Content-Type: \(type)"] + (cookie.map { ["Cookie: \($0)"] } ?? [])
        return try await ask(lines, form)
    }

    private func ask(_ lines: [String], _ form: String) async throws -> Answer {
        // A thread of its own: a read that waits would hold up the server that is to answer it.
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try send(lines, form) }) }
        }
    }

    private func send(_ lines: [String], _ form: String) throws -> Answer {
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
        let rest = [
            "Host: 127.0.0.1:\(port)", "Connection: close", "Content-Length: \(form.utf8.count)", "", form,
        ]
        try handle.write(contentsOf: Data((lines + rest).joined(separator: "\r\n").utf8))
        return try Self.answer(String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self))
    }

    private static func answer(_ text: String) throws -> Answer {
        let line = text.prefix(16).split(separator: " ")
        guard line.count > 1, let status = Int(line[1]) else { throw ControlProblem.noAnswer }
        let cookie = text.firstMatch(of: /(?i)set-cookie: ([^;\r]*)/).map { String($0.1) }
        let location = text.firstMatch(of: /(?i)location: (\S+)/).map { String($0.1) }
        return Answer(status: status, cookie: cookie, location: location, text: text)
    }
}
