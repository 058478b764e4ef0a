import Core
import Foundation
import Surveys

/// What a removal that was stopped half way needs to come to its end: written before the first row goes, and destroyed
/// after the last look. It is the one file that holds the names until then.
struct LeavingNote: Codable {
    let organisation: Organisation.ID
    let slug: String
    let name: String
    let on: Day
    let waves: [Wave.ID]
    let files: [String]
    /// Empty ones, not named one by one.
    let marks: Int?
    let removed: [String: Int]
    let staying: Int
    let decision: DepartureProof.Agreed?
    let decisionHash: String
    /// What is looked for in every file: ids, names, addresses.
    let terms: [String]
    /// Files that went without being written over first.
    var plain: [String]?

    private static let place = "leaving.json"
    /// Half of a note that is being replaced; the older one counts.
    private static let next = "leaving-next"
    /// Where names stand until the end.
    static let names: Set = [place, next]

    static func file(in folder: DataFolder) -> URL { folder.url.appendingPathComponent(place) }

    private static func next(in folder: DataFolder) -> URL { folder.url.appendingPathComponent(next) }

    static func read(in folder: DataFolder) -> LeavingNote? {
        let data = (try? Data(contentsOf: file(in: folder))) ?? (try? Data(contentsOf: next(in: folder)))
        guard let data else { return nil }
        return try? JSONDecoder().decode(LeavingNote.self, from: data)
    }

    func write(in folder: DataFolder) throws { try write(to: Self.file(in: folder)) }

    /// A stop leaves the older note, or the newer one.
    func replace(in folder: DataFolder) throws {
        let next = Self.next(in: folder)
        try write(to: next)
        try FileManager.default.removeWrittenOver(Self.file(in: folder))
        try FileManager.default.moveItem(at: next, to: Self.file(in: folder))
    }

    private func write(to file: URL) throws {
        try? FileManager.default.removeItem(at: file)
        let data = try JSONEncoder().encode(self)
        guard
            FileManager.default.createFile(
                atPath: file.path, contents: data, attributes: [.posixPermissions: 0o600])
        else { throw StartProblem.isNotWritable }
        let handle = try FileHandle(forUpdating: file)
        try handle.synchronize()
        try handle.close()
    }

    /// Writes over the bytes before they go.
    static func destroy(in folder: DataFolder) throws {
        for file in [next(in: folder), file(in: folder)] where FileManager.default.fileExists(atPath: file.path) {
            try FileManager.default.removeWrittenOver(file)
        }
    }
}
