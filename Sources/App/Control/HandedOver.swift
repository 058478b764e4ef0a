import Core
import Foundation
import Store

/// A folder in the making, inside the data folder: in no backup, and gone after an hour when nobody came for it.
struct HandedOver {
    /// Does something as long as whoever this is of is here.
    typealias Keeping = (() throws -> Void) throws -> Void

    let folder: URL
    private let whileHere: Keeping

    /// Makes all of it for an organisation, or nothing.
    static func made(
        in store: Store, of home: Organisation.ID, _ make: (HandedOver) async throws -> Void
    ) async throws -> HandedOver {
        let name = TemporaryFile.made.name(of: home, "\(UInt64.random(in: .min ... .max))")
        return try await made(HandedOver(name, store) { try store.whileHere(home, $0) }, make)
    }

    /// The same for what is no organisation's any more.
    static func made(
        in store: Store, as name: String, _ make: (HandedOver) async throws -> Void
    ) async throws -> HandedOver {
        try await made(place(name, in: store), make)
    }

    private static func made(
        _ made: HandedOver, _ make: (HandedOver) async throws -> Void
    ) async throws -> HandedOver {
        try? FileManager.default.removeItem(at: made.folder)
        do {
            try made.whileHere {
                try FileManager.default.createDirectory(
                    at: made.folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            }
            try await make(made)
            // A folder that was cleared away meanwhile is not handed over.
            try made.whileHere {}
        } catch {
            try? FileManager.default.removeItem(at: made.folder)
            throw error
        }
        return made
    }

    static func place(_ name: String, in store: Store) -> HandedOver { HandedOver(name, store) { try $0() } }

    private init(_ name: String, _ store: Store, _ whileHere: @escaping Keeping) {
        folder = store.folder.temporary.appendingPathComponent(name, isDirectory: true)
        self.whileHere = whileHere
    }

    var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

    /// A file that is written part by part.
    func write(_ name: String, _ parts: (([UInt8]) async throws -> Void) async throws -> Void) async throws {
        let file = folder.appendingPathComponent(name)
        try whileHere {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            _ = FileManager.default.createFile(
                atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600])
        }
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }
        try await parts { try handle.write(contentsOf: Data($0)) }
    }

    func write(_ name: String, _ bytes: [UInt8]) async throws {
        try await write(name) { try await $0(bytes) }
    }

    /// What the command that asked for it is told: where it lies, and what it says once it took it. The words come along,
    /// because a command beside a server need not know where they are.
    struct Told: Codable {
        let made: String
        let words: String
        /// What the command orders once it took it.
        let next: [String]?

        /// Reads it on the side of the command.
        init(in reply: Reply) throws { self = try JSONDecoder().decode(Told.self, from: Data(reply.out.utf8)) }

        init(made: String, words: String, next: [String]?) {
            (self.made, self.words, self.next) = (made, words, next)
        }

        var place: URL { URL(fileURLWithPath: made, isDirectory: true) }
    }

    func reply(saying words: String, next: [String]? = nil) throws -> Reply {
        .done(try json(Told(made: folder.path, words: words, next: next)))
    }
}
