import Core
import Crypto
import Foundation

/// That an organisation was removed, as the installation keeps it: without its name, and known again by a hash of its id.
struct Departure {
    let on: Day
    let decisionHash: String
}

extension Transaction {
    func departure(of home: Organisation.ID) throws -> Departure? {
        let query = "SELECT left_on, decision_hash FROM departure WHERE id_hash = $1"
        return try row(query, Departure.hash(of: home)).map {
            try Departure(on: $0["left_on"], decisionHash: $0["decision_hash"])
        }
    }

    func noteDeparture(
        of home: Organisation.ID, on day: Day, decision: String, removed: [String: Int], proof: String = ""
    ) throws {
        let insert = """
            INSERT INTO departure (id_hash, left_on, decision_hash, removed, proof_hash) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (id_hash) DO UPDATE SET left_on = $2, removed = $4, proof_hash = $5
            """
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let numbers = String(decoding: try encoder.encode(removed), as: UTF8.self)
        try run(insert, Departure.hash(of: home), day, decision, numbers, proof)
    }

    func keepProof(_ hash: String, of home: Organisation.ID) throws {
        try run("UPDATE departure SET proof_hash = $1 WHERE id_hash = $2", hash, Departure.hash(of: home))
    }
}

extension Departure {
    static func hash(of home: Organisation.ID) -> String { SHA256.hexadecimal(of: Array("\(home)".utf8)) }
}

extension Store {
    /// Takes over from a proof that an organisation was removed, so that `doctor` knows it again: an older backup cannot.
    public func noteDeparture(_ proof: DepartureProof) async throws {
        guard let id = Organisation.ID(proof.organisation.id), let day = Day(proof.deletedOn), let hash = proof.sha256
        else { throw StartProblem.isNoProof }
        try await write { transaction in
            guard try transaction.departure(of: id) == nil else { return }
            try transaction.noteDeparture(
                of: id, on: day, decision: proof.decision?.textHash ?? "", removed: proof.removed, proof: hash)
        }
    }

    /// Organisations that were removed and are here again, with the day; and a removal that did not come to its end.
    func examineDepartures() async throws -> [Ailment] {
        let back = try await read { transaction in
            try transaction.rows("SELECT id, slug FROM organisation ORDER BY slug").compactMap { row in
                let slug: String = try row["slug"]
                return try transaction.departure(of: row["id"]).map { (slug, $0.on) }
            }
        }
        let unfinished = LeavingNote.read(in: folder).map { note in
            stuck(note).map { Ailment(kind: .leavingIsStuck, what: $0) }
                + [Ailment(kind: .leavingIsHalfDone, what: note.slug)]
        }
        return back.map { Ailment(kind: .organisationCameBack, what: $0.0, day: $0.1) } + (unfinished ?? [])
            + (try await leftByGone().map { Ailment(kind: .leftByGone, what: $0) })
    }

    private static let dayOfSeconds = 86_400

    /// Paths in tmp that bear an organisation which is not here, and lie there for more than a day.
    private func leftByGone() async throws -> [String] {
        let here = try await Set(organisations().map(\.id))
        let lying = try FileManager.default.contentsOfDirectory(
            at: folder.temporary, includingPropertiesForKeys: [.contentModificationDateKey])
        return try lying.filter { url in
            guard let owner = TemporaryFile.owner(of: url.lastPathComponent), !here.contains(owner) else {
                return false
            }
            let changed = try url.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
            return changed.map { clock.now.seconds - Int($0.timeIntervalSince1970) > Self.dayOfSeconds } ?? false
        }.map { "tmp/\($0.lastPathComponent)" }.sorted()
    }
}
