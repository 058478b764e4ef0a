public import Core
import Foundation
public import HTTPTypes
import Hummingbird
public import HummingbirdTesting
import Synchronization
@testable import Web

/// A clock that stands still until it is told how much time passes.
public final class Timepiece: Sendable {
    private let moment: Mutex<Moment>

    public init(_ moment: Moment) {
        self.moment = Mutex(moment)
    }

    public var clock: Clock { Clock { self.moment.withLock { $0 } } }

    public func pass(_ seconds: Int) {
        moment.withLock { $0 = $0 + seconds }
    }
}

extension TestClientProtocol {
    /// What a browser gets that is not signed in.
    public func get(_ path: String, language: String = "nl") async throws -> TestResponse {
        try await execute(uri: path, method: .get, headers: [.acceptLanguage: language])
    }

    /// A form from a browser that is not signed in.
    public func send(
        _ path: String, _ fields: [(String, String)], headers more: HTTPFields = [:]
    ) async throws -> TestResponse {
        var headers: HTTPFields = [.acceptLanguage: "nl", .contentType: "application/x-www-form-urlencoded"]
        for field in more { headers[field.name] = field.value }
        return try await execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: encoded(fields)))
    }
}

/// Fields as a browser sends them.
public func encoded(_ fields: [(String, String)]) -> String {
    fields.map { "\($0.0.addingPercents)=\($0.1.addingPercents)" }.joined(separator: "&")
}

/// A file as a browser sends it along with a form.
public struct SentFile: Sendable {
    public let field: String
    public let name: String
    public let bytes: [UInt8]

    public init(_ field: String, name: String, _ bytes: [UInt8]) {
        (self.field, self.name, self.bytes) = (field, name, bytes)
    }
}

extension Visitor {
    /// Sends a form with a file and its token.
    public func upload(
        _ path: String, _ file: SentFile?, _ client: any TestClientProtocol, token: String? = nil,
        fields: [(String, String)] = [], more: [SentFile] = []
    ) async throws -> TestResponse {
        let boundary = "weefsel-boundary"
        var headers = headers
        headers[.contentType] = "multipart/form-data; boundary=\(boundary)"
        var body = ByteBuffer(string: "--\(boundary)\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n")
        body.writeString("\(token ?? formToken)\r\n")
        for (name, value) in fields {
            body.writeString("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n")
        }
        for file in [file].compactMap(\.self) + more {
            body.writeString("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file.field)\"; ")
            body.writeString("filename=\"\(file.name)\"\r\nContent-Type: application/octet-stream\r\n\r\n")
            body.writeBytes(file.bytes)
            body.writeString("\r\n")
        }
        body.writeString("--\(boundary)--\r\n")
        return try await client.execute(uri: path, method: .post, headers: headers, body: body)
    }
}

extension String {
    /// The first text between these two.
    public func between(_ start: String, _ end: String) -> String? {
        guard let from = range(of: start), let to = range(of: end, range: from.upperBound..<endIndex) else {
            return nil
        }
        return String(self[from.upperBound..<to.lowerBound])
    }
}
