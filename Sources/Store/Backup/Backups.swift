import Core
public import Foundation
import GRDB
import Surveys

extension Store {
    /// A consistent copy of everything but open waves' answers, as one SQLite archive; returns where it lies.
    public func backUp() async throws -> (file: URL, leftOut: [String]) {
        let open = try await openTitles()
        let name = "backup-\(clock.now.seconds)-\(UInt32.random(in: .min ... .max))"
        let file = folder.temporary.appendingPathComponent(name + ".sqlar")
        let copy = folder.temporary.appendingPathComponent(name + ".sqlite")
        defer { try? FileManager.default.removeItem(at: copy) }
        try await core.vacuum(into: copy.path)
        let archive = try Archive(making: file)
        try archive.add("core.sqlite", from: copy)
        for id in try await closedWaves() {
            let files = folder.files(of: id)
            if files.exists(files.answers) { try archive.add("waves/\(id)/answers.sqlite", from: files.answers) }
        }
        try archive.close()
        return (file, open)
    }

    private func openTitles() async throws -> [String] {
        try await read {
            try $0.rows("SELECT title FROM wave WHERE state = 'open' ORDER BY title").map { try $0["title"] }
        }
    }

    private func closedWaves() async throws -> [Wave.ID] {
        try await read {
            try $0.rows("SELECT id FROM wave WHERE closed_on IS NOT NULL ORDER BY id").map { try $0["id"] }
        }
    }
}
