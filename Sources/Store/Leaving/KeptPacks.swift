public import Core
import Foundation
public import Methods
public import Surveys

extension Store {
    /// The questionnaires that are this organisation's own: from its folder, made to fit, and with words that others
    /// allowed it. Also those that cannot be read.
    public func ownPacks(of home: Organisation) async throws -> [PackFiles] {
        let path = folder.packs(of: home)
        let folders = FileManager.default.fileExists(atPath: path) ? try PackFolder.all(in: path) : []
        let lying = try folders.map { try $0.files() }
        let query = "SELECT id, hash FROM own_pack WHERE organisation_id = $1 ORDER BY id"
        let made = try await read { transaction in
            try transaction.rows(query, home.id).map { row in
                try transaction.pack(hash: row["hash"], folder: row["id"])
            }
        }
        return lying + made.filter { pack in !lying.contains { $0.folder == pack.folder } }
    }

    /// The files of the questionnaire that a wave was opened with.
    public func packFiles(of wave: Wave) async throws -> PackFiles? {
        guard let terms = wave.terms?.pack else { return nil }
        let found = try await read { try $0.pack(hash: terms.hash, folder: terms.id) }
        return found.bytes.isEmpty ? nil : found
    }
}

extension Transaction {
    fileprivate func pack(hash: String, folder: String) throws -> PackFiles {
        let found = try rows("SELECT name, bytes FROM pack_file WHERE hash = $1", hash).map {
            try ($0["name"] as String, $0["bytes"] as [UInt8])
        }
        return PackFiles(folder: folder, bytes: Dictionary(found, uniquingKeysWith: { first, _ in first }))
    }
}
