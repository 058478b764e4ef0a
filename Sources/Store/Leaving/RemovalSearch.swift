import Core
import Foundation
import Surveys

extension Store {
    /// Looks in the bytes of every file of the data folder for ids, names and addresses of what was removed.
    func search(for note: LeavingNote) async throws -> DepartureProof.Search {
        let terms = note.terms.filter { $0.utf8.count >= ByteSearch.shortest }
        var search = ByteSearch(terms)
        var found: [DepartureProof.Search.Found] = []
        let (waves, slugs) = try await stillHere()
        for path in try everyFile() {
            let url = folder.url.appendingPathComponent(path)
            let places = try search.terms(in: url, path: path, keeping: openHandles)
            guard !places.isEmpty else { continue }
            let left = try await left(of: places.map { terms[$0] }, in: path, waves, slugs)
            found.append(.init(file: path, terms: left.terms, place: left.place))
        }
        return DepartureProof.Search(
            files: search.files, bytes: search.bytes, terms: terms.count, tooShort: note.terms.count - terms.count,
            found: found)
    }

    /// What the installation still knows: ids of waves, slugs of organisations.
    private func stillHere() async throws -> (waves: Set<String>, slugs: Set<String>) {
        try await read { transaction in
            (
                try Set(transaction.rows("SELECT id FROM wave").map { try $0["id"] as String }),
                try Set(transaction.rows("SELECT slug FROM organisation").map { try $0["slug"] as String })
            )
        }
    }

    /// Paths of plain files; the note of this very removal goes last, and a socket has no bytes.
    private func everyFile() throws -> [String] {
        let own = LeavingNote.file(in: folder).lastPathComponent
        return try FileManager.default.subpathsOfDirectory(atPath: folder.url.path).sorted().filter { path in
            let kind = try? FileManager.default.attributesOfItem(atPath: folder.url.path + "/" + path)[.type]
            return path != own && kind as? FileAttributeType == .typeRegular
        }
    }

    /// Whether what was found is another's that only reads the same, and how many terms are not.
    private func left(
        of terms: [String], in path: String, _ waves: Set<String>, _ slugs: Set<String>
    ) async throws -> (terms: Int, place: DepartureProof.Search.Found.Place) {
        let parts = path.split(separator: "/").map(String.init)
        if parts[0] == "backups" { return (terms.count, .copy) }
        let isOthers =
            parts.count > 2 && (parts[0] == "waves" ? waves : parts[0] == "packs" ? slugs : []).contains(parts[1])
        if isOthers || parts[0] == "tmp" { return (terms.count, .others) }
        guard parts[0].hasPrefix("core.sqlite") else { return (terms.count, .left) }
        let strange = try await read { transaction in try terms.filter { try !transaction.holds($0) } }
        return strange.isEmpty ? (terms.count, .others) : (strange.count, .left)
    }
}
