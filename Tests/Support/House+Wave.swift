import Core
import HTTPTypes
public import HummingbirdTesting
import Methods
import NIOCore
import Store
public import Surveys

/// A wave that people can answer, and a few of its codes.
public struct OpenHouse: Sendable {
    public let house: House
    public let wave: Wave
    public let codes: [String]
    public var path: String { "/m/\(wave.slug)" }

    /// Three teams, 95 people.
    public static let units =
        "path;headcount\nDe Linde > Zorg > Hof;34\nDe Linde > Zorg > Veld;38\nDe Linde > Keuken;23\n"

    public init(_ house: House, pack: String = "pulse", units: String = OpenHouse.units) async throws {
        self.house = house
        let store = house.store
        try await house.addUnits(units)
        let draft = try store.draft("Meting", pack: pack, in: house.organisation)
        try await store.add(draft)
        try await store.open(draft.id, in: house.organisation.id)
        wave = try await store.wave(draft.id, in: house.organisation.id)
        codes = try await store.codes(of: draft.id, in: house.organisation.id).flatMap { $0.codes.map(\.description) }
    }

    /// Sends the form as a browser without JavaScript does, or as the script does.
    public func send(
        _ fields: [(String, String)], _ client: any TestClientProtocol, asScript: Bool = false, lang: String = "nl"
    ) async throws -> TestResponse {
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded", .acceptLanguage: lang]
        if asScript { headers[.accept] = "application/json" }
        let body = fields.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        return try await client.execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: body))
    }

    /// The items of the wave's questionnaire.
    public var items: [String] { house.store.pack(wave.pack, for: house.organisation.id)?.items.map(\.id) ?? [] }
}
