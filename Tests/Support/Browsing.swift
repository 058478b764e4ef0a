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
