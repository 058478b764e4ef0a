import Core
import Foundation
import Glibc

/// A folder that somebody asked for. What goes into it is made inside the data folder, by whoever owns that, and moved
/// here at once: the folder is whole, or not there.
struct OutFolder {
    let path: String

    private var url: URL { URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL }

    /// Before anything is made: there must be nothing that would be written over, a place to write in, and that is not
    /// where everything else is kept.
    func check(outside data: String) throws {
        let place = FileManager.default
        try url.checkOutside(data, typed: path)
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

extension URL {
    /// Nothing that a command makes is laid into the data folder, by whatever way it is named.
    func checkOutside(_ data: String, typed: String) throws {
        guard let data = Self.real(data) else { return }
        let own = Self.real(path) ?? Self.real(deletingLastPathComponent().path).map { "\($0)/\(lastPathComponent)" }
        guard let own, own == data || own.hasPrefix(data == "/" ? data : data + "/") else { return }
        throw Problems(Problem("command.out_is_in_data", ["path": typed]))
    }

    /// Without links; nil where there is nothing.
    private static func real(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }
}
