import Core
import Foundation
import Glibc

/// A folder that somebody asked for. What goes into it is made inside the data folder, by whoever owns that, and moved
/// here at once: the folder is whole, or not there.
struct OutFolder {
    let path: String

    private var url: URL { URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL }

    /// Before anything is made: there must be nothing that would be written over, and a place to write in.
    func check() throws {
        let place = FileManager.default
        if place.fileExists(atPath: url.path) {
            guard (try? place.contentsOfDirectory(atPath: url.path))?.isEmpty == true else {
                throw Problems(Problem("command.out_is_not_empty", ["path": path]))
            }
        }
        guard place.isWritableFile(atPath: url.deletingLastPathComponent().path) else {
            throw Problems(Problem("command.out_is_no_place", ["path": path]))
        }
    }

    /// Another disk takes a copy first, beside the place; where that fails, nothing is left of it anywhere.
    func take(_ made: URL) throws {
        if rename(made.path, url.path) == 0 { return }
        let beside = url.deletingLastPathComponent().appendingPathComponent(".\(url.lastPathComponent).partial")
        defer {
            try? FileManager.default.removeItem(at: made)
            try? FileManager.default.removeItem(at: beside)
        }
        do {
            try? FileManager.default.removeItem(at: beside)
            try FileManager.default.copyItem(at: made, to: beside)
            guard rename(beside.path, url.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            throw Problems(Problem("command.out_is_no_place", ["path": path]))
        }
    }
}
