import Core
import Foundation
import Store

/// A folder in the making, inside the data folder: in no backup, and gone after an hour when nobody came for it.
struct HandedOver {
    let folder: URL

    /// Makes all of it, or nothing.
    static func made(
        in store: Store, as name: String = "out-\(UInt64.random(in: .min ... .max))",
        _ make: (HandedOver) async throws -> Void
    ) async throws -> HandedOver {
        let made = place(name, in: store)
        try? FileManager.default.removeItem(at: made.folder)
        do {
            try FileManager.default.createDirectory(
                at: made.folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            try await make(made)
        } catch {
            try? FileManager.default.removeItem(at: made.folder)
            throw error
        }
        return made
    }

    static func place(_ name: String, in store: Store) -> HandedOver {
        HandedOver(folder: store.folder.temporary.appendingPathComponent(name, isDirectory: true))
    }

    var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

    /// A file that is written part by part.
    func write(_ name: String, _ parts: (([UInt8]) async throws -> Void) async throws -> Void) async throws {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        _ = FileManager.default.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600])
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }
        try await parts { try handle.write(contentsOf: Data($0)) }
    }

    func write(_ name: String, _ bytes: [UInt8]) async throws {
        try await write(name) { try await $0(bytes) }
    }

    /// What the command that asked for it is told.
    struct Told: Codable {
        let made: String
    }

    func reply() throws -> Reply { .done(try json(Told(made: folder.path))) }

    /// Once it lies there, something else may go.
    func reply(after end: () throws -> Void) throws -> Reply {
        try end()
        return try reply()
    }

    /// Reads where it lies, on the side of the command.
    static func place(in reply: Reply) throws -> URL {
        URL(fileURLWithPath: try JSONDecoder().decode(Told.self, from: Data(reply.out.utf8)).made, isDirectory: true)
    }
}
