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

    private static let place = "leaving.json"

    static func file(in folder: DataFolder) -> URL { folder.url.appendingPathComponent(place) }

    static func read(in folder: DataFolder) -> LeavingNote? {
        guard let data = try? Data(contentsOf: file(in: folder)) else { return nil }
        return try? JSONDecoder().decode(LeavingNote.self, from: data)
    }

    func write(in folder: DataFolder) throws {
        let file = Self.file(in: folder)
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
        guard FileManager.default.fileExists(atPath: file(in: folder).path) else { return }
        try FileManager.default.removeWrittenOver(file(in: folder))
    }
}
