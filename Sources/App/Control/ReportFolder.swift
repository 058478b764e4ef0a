import Core
import Foundation

/// The folder that a report is written into: its files come there when all of them are made, or none does.
struct ReportFolder {
    private let path: String
    private let url: URL
    private let side: URL
    private let names: [String]
    /// Whether a report stood there before.
    let isReplacing: Bool

    init(_ path: String, for names: [String]) throws {
        self.names = names
        url = URL(fileURLWithPath: path, isDirectory: true)
        side = url.appendingPathComponent(".report.partial")
        isReplacing = names.contains { FileManager.default.fileExists(atPath: path + "/" + $0) }
        self.path = path
        guard !path.isEmpty else { throw noPlace }
    }

    /// Where a file is made.
    func place(of name: String) -> URL { side.appendingPathComponent(name) }

    /// Makes the files, and moves them to where they belong.
    func fill(_ make: () async throws -> Void) async throws {
        defer { try? FileManager.default.removeItem(at: side) }
        try? FileManager.default.removeItem(at: side)
        do {
            try FileManager.default.createDirectory(at: side, withIntermediateDirectories: true)
            try await make()
        } catch let problems as Problems { throw problems } catch { throw noPlace }
        for name in names where rename(place(of: name).path, url.appendingPathComponent(name).path) != 0 {
            throw noPlace
        }
    }

    /// No folder can be made here, nothing may be written, or the disk is full.
    private var noPlace: Problems { Problems(Problem("command.out_is_no_place", ["path": path])) }
}
