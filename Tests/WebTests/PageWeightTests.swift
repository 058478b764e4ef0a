import Core
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@testable import Web

/// What a phone loads before its owner can answer.
@Suite struct PageWeightTests {
    private static let mostBytes = 40_000
    /// What the heads of a response take, generously.
    private static let head = 1_200

    private func house(logo size: Int) async throws -> OpenHouse {
        let open = try await OpenHouse(House(), pack: "staff-survey-care")
        // A picture does not pack any smaller.
        let noise = (0..<size).map { _ in UInt8.random(in: .min ... .max) }
        try await open.house.store.change(open.house.organisation.id, since: 0, by: nil) {
            $0.logo = Organisation.Logo(type: "image/png", bytes: noise)
        }
        return open
    }

    private func weight(of path: String, _ client: any TestClientProtocol) async throws -> (bytes: Int, logo: Bool) {
        let page = try await client.get(path).text
        let links = page.matches(of: /(?:src|href)="(\/(?:assets|logo)\/[^"]+)"/).map { String($0.1) }
        var bytes = 0
        for address in Set(links + [path]) {
            let headers: HTTPFields = [.acceptEncoding: "gzip", .acceptLanguage: "nl"]
            let answer = try await client.execute(uri: address, method: .get, headers: headers)
            #expect(answer.status == .ok)
            bytes += answer.body.readableBytes + Self.head
        }
        return (bytes, links.contains { $0.hasPrefix("/logo/") })
    }

    @Test(arguments: [(8_192, true), (8_193, false), (204_800, false)])
    func `whatever the logo, the questionnaire stays light`(size: Int, isShown: Bool) async throws {
        let open = try await house(logo: size)
        try await open.house.test { client async throws in
            for path in [open.path, "\(open.path)/thanks", "\(open.path)/privacy"] {
                let (bytes, logo) = try await weight(of: path, client)
                #expect(bytes <= Self.mostBytes, "\(path)")
                #expect(logo == isShown, "\(path)")
            }
        }
    }

    @Test func `the settings say why a large logo is not on the questionnaire`() async throws {
        let open = try await house(logo: 20_480)
        let admin = try await open.house.visitor(.admin)
        try await open.house.test { client async throws in
            let page = try await admin.get("/admin/settings", client).text
            #expect(page.contains("Dit logo is 20 kB. Daarom staat het niet op de vragenlijst"))
        }
        let small = try await house(logo: 512)
        let other = try await small.house.visitor(.admin)
        try await small.house.test { client async throws in
            #expect(!(try await other.get("/admin/settings", client).text.contains("Daarom staat het niet")))
        }
    }
}
