import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Support

@testable import Web

/// A browser with its cookie, that comes from an address and says what it is.
actor Laptop {
    static let address = "203.0.113.77"
    static let agent = "Mozilla/5.0 (telefoon van Wies)"

    private let client: any TestClientProtocol
    private var cookie = ""
    private(set) var seen = ""

    init(_ client: any TestClientProtocol) {
        self.client = client
    }

    private func headers() throws -> HTTPFields {
        var headers: HTTPFields = [.acceptLanguage: "nl", .userAgent: Self.agent]
        if let name = HTTPField.Name("X-Forwarded-For") { headers[name] = Self.address }
        if !cookie.isEmpty { headers[.cookie] = cookie }
        return headers
    }

    @discardableResult
    func get(_ path: String) async throws -> TestResponse {
        try await keep(client.execute(uri: path, method: .get, headers: headers()))
    }

    /// Sends a form with the token of the page that one looks at, and follows where it leads.
    @discardableResult
    func post(_ path: String, _ fields: [(String, String)]) async throws -> TestResponse {
        let token = seen.firstMatch(of: /name="token" value="([^"]*)"/).map { String($0.1) } ?? ""
        var headers = try headers()
        headers[.contentType] = "application/x-www-form-urlencoded"
        let body = encoded(fields + (token.isEmpty || path.hasPrefix("/m/") ? [] : [("token", token)]))
        let answer = try await keep(
            client.execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: body)))
        guard answer.status == .seeOther, let next = answer.headers[.location] else { return answer }
        return try await get(next)
    }

    private func keep(_ answer: TestResponse) -> TestResponse {
        if let fresh = answer.headers[values: .setCookie].first(where: { $0.hasPrefix("weefsel=") }) {
            cookie = String(fresh.prefix { $0 != ";" })
        }
        seen = answer.text
        return answer
    }
}
