import Foundation
import Testing

@testable import Web

@Suite struct ClientAddressTests {
    private let configuration = WebConfiguration(
        host: "127.0.0.1", port: 1, baseURL: nil, resources: URL(fileURLWithPath: "/"), trustedProxies: ["10.0.0.2"])

    @Test func `a proxy that we trust says for whom it asks`() {
        #expect(configuration.client(peer: "10.0.0.2", forwardedFor: "6.6.6.6, 192.0.2.7") == "192.0.2.7")
        #expect(configuration.client(peer: "10.0.0.2", forwardedFor: nil) == "10.0.0.2")
    }

    @Test func `anybody else speaks for themselves only`() {
        #expect(configuration.client(peer: "192.0.2.9", forwardedFor: "192.0.2.7") == "192.0.2.9")
    }
}
