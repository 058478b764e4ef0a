import Core
import Foundation
import Surveys

extension Store {
    /// Looks in the bytes of every file of the data folder for ids, names and addresses of what was removed.
    func search(for note: LeavingNote) async throws -> DepartureProof.Search {
        let terms = note.terms.filter(\.isLongEnough)
        var search = ByteSearch(terms)
        var (found, common): ([DepartureProof.Search.Found], [String: Bool]) = ([], [:])
        let here = try await stillHere(but: note)
        for path in try everyFile() {
            let url = folder.url.appendingPathComponent(path)
            let places = try search.terms(in: url, path: path, keeping: openHandles).map { terms[$0] }
            guard !places.isEmpty else { continue }
            for term in places where common[term] == nil { common[term] = try await isCommon(term) }
            found.append(Self.found(places, common, in: path, here))
        }
        return DepartureProof.Search(
            files: search.files, bytes: search.bytes, terms: terms.count, tooShort: note.terms.count - terms.count,
            common: common.count { $0.value }, found: found)
    }

    /// What the installation still knows, by which a file is somebody else's.
    private struct Here {
        let waves: Set<String>
        let slugs: Set<String>
        let organisations: Set<Organisation.ID>
        /// Proofs of others that went, which nobody fetched yet.
        let proofs: Set<String>

        /// Whether a path says that it is of somebody who is still here.
        func has(_ path: String) -> Bool {
            let parts = path.split(separator: "/").map(String.init)
            switch parts[0] {
            case "waves": return parts.count > 2 && waves.contains(parts[1])
            case "packs": return parts.count > 2 && slugs.contains(parts[1])
            case "tmp":
                return TemporaryFile.owner(of: parts[1]).map(organisations.contains) ?? proofs.contains(parts[1])
            default: return false
            }
        }
    }

    private func stillHere(but note: LeavingNote) async throws -> Here {
        let lying = (try? FileManager.default.contentsOfDirectory(atPath: folder.temporary.path)) ?? []
        return try await read { transaction in
            try Here(
                waves: Set(transaction.rows("SELECT id FROM wave").map { try $0["id"] as String }),
                slugs: Set(transaction.rows("SELECT slug FROM organisation").map { try $0["slug"] as String }),
                organisations: Set(transaction.rows("SELECT id FROM organisation").map { try $0["id"] }),
                proofs: Set(lying.filter { $0.hasPrefix("proof-") && $0 != "proof-\(note.slug)" }))
        }
    }

    /// Paths of plain files; the note of this very removal goes last, and a socket has no bytes.
    private func everyFile() throws -> [String] {
        let own = LeavingNote.names
        return try FileManager.default.subpathsOfDirectory(atPath: folder.url.path).sorted().filter { path in
            let kind = try? FileManager.default.attributesOfItem(atPath: folder.url.path + "/" + path)[.type]
            return !own.contains(path) && kind as? FileAttributeType == .typeRegular
        }
    }

    /// A word that another organisation has as well, or the questionnaires that come with the program: whose it is where
    /// it is found, nothing tells.
    private func isCommon(_ term: String) async throws -> Bool {
        if shelf.programSays(term) { return true }
        return try await read { try $0.holds(term) }
    }

    /// Whether what was found is another's, and how many terms are not.
    private static func found(
        _ terms: [String], _ common: [String: Bool], in path: String, _ here: Here
    ) -> DepartureProof.Search.Found {
        if path.hasPrefix("backups/") { return .init(file: path, terms: terms.count, place: .copy) }
        let strange = terms.count { common[$0] != true }
        guard strange > 0, !here.has(path) else { return .init(file: path, terms: terms.count, place: .others) }
        return .init(file: path, terms: strange, place: .left)
    }
}

extension String {
    /// Shorter texts stand in everything.
    fileprivate var isLongEnough: Bool { count >= ByteSearch.shortest && utf8.count >= ByteSearch.shortest }
}
