public import Core
public import Foundation
public import Hummingbird
public import HummingbirdTesting
import Logging
import Methods
public import Store
import Surveys
@testable public import Web

/// A whole installation in a folder of its own: the store, the web, and people with each role.
public final class House: Sendable {
    public let store: Store
    public let server: WebServer
    public let folder: URL
    public let organisation: Organisation

    /// The clone's root: where Packs, Locales, Templates and Assets are.
    public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// 5 October 2026, nine in the morning in Amsterdam.
    public static let morning = Moment(seconds: 1_791_183_600)

    public init(
        at moment: Moment = House.morning, baseURL: String = "http://127.0.0.1:8080", in folder: URL? = nil,
        log: LogBook? = nil, chromium: String = "/bin/false",
        mail: MailConfiguration? = .init(.mailbox, from: "weefsel@linde.example"),
        _ change: (inout Store.Options) -> Void = { _ in }
    ) async throws {
        let place =
            folder ?? FileManager.default.temporaryDirectory.appendingPathComponent("weefsel-\(UUID().uuidString)")
        self.folder = place
        var options = Store.Options()
        options.kind = .test
        options.clock = Clock { moment }
        options.packs = try PackFolder.all(in: House.root.appendingPathComponent("Packs").path)
            .map { try $0.files() }
        change(&options)
        store = try await Store(try DataFolder(place.path), options)
        // Tests may say from which address they come: over a connection, and without one.
        let configuration = WebConfiguration(
            host: "127.0.0.1", port: 0, baseURL: baseURL, resources: House.root, trustedProxies: ["127.0.0.1", ""],
            chromium: chromium, mail: mail)
        let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        server = try await WebServer(store, configuration, logger: log?.logger ?? quiet)
        let known = try await store.organisations().first
        if let known {
            organisation = known
        } else {
            organisation = try await store.addOrganisation("linde", name: "De Linde")
        }
    }

    /// Runs requests against the whole application, without a socket.
    public func test<Seen: Sendable>(
        _ use: @escaping @Sendable (any TestClientProtocol) async throws -> Seen
    ) async throws -> Seen {
        try await server.application.test(.router) { try await use($0) }
    }

    /// The same over a real connection.
    public func testLive(_ use: @escaping @Sendable (any TestClientProtocol) async throws -> Void) async throws {
        try await server.application.test(.live) { try await use($0) }
    }

    /// Units as a CSV file has them.
    public func addUnits(_ text: String, in organisation: Organisation? = nil) async throws {
        let file = try UnitsFile(Array(text.utf8), name: "units.csv")
        try await store.importUnits(file, in: (organisation ?? self.organisation).id)
    }

    /// Somebody with a role, signed in: what their browser sends along.
    public func visitor(
        _ role: Role, unit: Core.Unit.ID? = nil, in organisation: Organisation? = nil
    ) async throws -> Visitor {
        let home = organisation ?? self.organisation
        let name = "\(role.rawValue)-\(UInt32.random(in: .min ... .max))"
        let password = "een lang en goed wachtwoord"
        let cookie = Doorkeeper(store: store, isSecure: server.configuration.isSecure).cookie
        if role == .staff {
            let token = try await welcome(name, password: password, in: home.id)
            return Visitor(token, try await store.signedIn(token)?.account.id ?? .random(), name, cookie: cookie)
        }
        let account = try await store.addAccount(name, password: password, role: role, unit: unit, in: home.id)
        return Visitor(try await store.signIn(name, password: password), account, name, cookie: cookie)
    }

    /// Nobody speaks for the staff any more: an administrator takes the accounts away first.
    public func dropCouncil() async throws {
        let (home, admin) = (organisation.id, try await visitor(.admin).account)
        for found in try await store.accounts(in: home) {
            for held in found.memberships where held.role == .council {
                try await store.takeRole(held.id, from: found.account.id, by: admin, in: home)
            }
        }
        let version = try await store.organisation(home).version
        try await store.change(home, since: version, by: admin) { $0.council = .none }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}

/// A browser that is signed in.
public struct Visitor: Sendable {
    public let account: Account.ID
    public let name: String
    private let token: [UInt8]
    private let cookie: String

    init(_ token: [UInt8], _ account: Account.ID, _ name: String, cookie: String) {
        (self.token, self.account, self.name, self.cookie) = (token, account, name, cookie)
    }

    public var formToken: String { Doorkeeper.formToken(of: token) }

    public var headers: HTTPFields {
        [.cookie: "\(cookie)=\(Data(token).base64EncodedString().url)", .acceptLanguage: "nl"]
    }

    public func get(_ path: String, _ client: any TestClientProtocol, language: String = "nl") async throws
        -> TestResponse
    {
        var headers = headers
        headers[.acceptLanguage] = language
        return try await client.execute(uri: path, method: .get, headers: headers)
    }

    /// Sends a form with its token, or as from a tab that was opened before signing in.
    public func post(
        _ path: String, _ fields: [(String, String)], _ client: any TestClientProtocol, hasToken: Bool = true
    ) async throws -> TestResponse {
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        let all = fields + (hasToken ? [("token", formToken)] : [])
        let body = all.map { "\($0.0.addingPercents)=\($0.1.addingPercents)" }.joined(separator: "&")
        return try await client.execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: body))
    }
}

extension TestResponse {
    public var text: String { String(buffer: body) }
}
