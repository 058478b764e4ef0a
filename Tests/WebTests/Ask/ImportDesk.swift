import Core
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@testable import Web

/// Somebody of hr with the page of a file that they sent.
struct ImportDesk {
    static let wave = [("title", "Meting 2024"), ("held", "20-11-2024"), ("threshold", "8")]

    let house: House
    let hr: Visitor
    let client: any TestClientProtocol

    func send(_ text: String, pack: String = "pulse", map: String? = nil) async throws -> TestResponse {
        try await send(Array(text.utf8), pack: pack, map: map)
    }

    func send(_ bytes: [UInt8], pack: String = "pulse", map: String? = nil) async throws -> TestResponse {
        let more = map.map { [SentFile("map", name: "kaart.yaml", Array($0.utf8))] } ?? []
        return try await hr.upload(
            Paths.newImport, SentFile("file", name: "meting.csv", bytes), client, fields: [("pack", pack)],
            more: more)
    }

    /// The address of what was sent.
    func path(_ text: String, map: String? = nil) async throws -> String {
        let answer = try await send(text, map: map)
        #expect(answer.status == .seeOther, "\(answer.text.problems)")
        return try #require(answer.headers[.location])
    }

    /// The page of a file that rests.
    func page(_ path: String) async throws -> String { try await hr.get(path, client).text }

    /// What was chosen, read anew.
    func look(_ path: String, _ fields: [(String, String)]) async throws -> String {
        #expect(try await hr.post(path, fields, client).status == .seeOther)
        return try await page(path)
    }

    /// The wave that comes of it.
    func carryOut(_ path: String, _ fields: [(String, String)] = Self.wave) async throws -> Wave {
        let done = try await hr.post(path + "/wave", fields, client)
        #expect(done.status == .seeOther, "\(done.text.problems)")
        let id = try #require(done.headers[.location]?.split(separator: "/").last.flatMap { Wave.ID(String($0)) })
        return try await house.store.wave(id, in: house.organisation.id)
    }

    static func open(
        _ time: Timepiece = Timepiece(House.morning), _ use: @escaping @Sendable (ImportDesk) async throws -> Void
    ) async throws {
        let house = try await House { $0.clock = time.clock }
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in try await use(ImportDesk(house: house, hr: hr, client: client)) }
    }
}

extension String {
    /// What is wrong, as a page says it at its top.
    var problems: String { between("role=\"alert\"", "</div>") ?? "" }

    /// What keeps a file from being carried out.
    var stops: String { between("id=\"stops\"", "</div>") ?? "" }
}
