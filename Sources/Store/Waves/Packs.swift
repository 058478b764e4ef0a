import Core
public import Methods
public import Surveys
import Synchronization

extension Store {
    /// The questionnaires that can be asked here.
    public var packs: [Instrument] { shelf.current.values.map(\.instrument).sorted { $0.id < $1.id } }

    /// The questionnaire of this name as it lies here today.
    public func pack(_ id: String) -> Instrument? { shelf.current[id]?.instrument }

    /// The questionnaire of a wave: today's for a draft, afterwards the one that was frozen when it opened.
    public func instrument(of wave: Wave) async throws -> Instrument {
        guard let terms = try wave.frozen()?.pack else {
            guard let current = pack(wave.pack) else { throw Wave.Refusal.packIsUnknown }
            return current
        }
        if let known = shelf.instrument(hash: terms.hash) { return known }
        let query = "SELECT folder, name, bytes FROM pack_file WHERE hash = $1"
        let rows = try await read { transaction in
            try transaction.rows(query, terms.hash).map {
                try ($0["folder"] as String, $0["name"] as String, $0["bytes"] as [UInt8])
            }
        }
        let files = PackFiles(
            folder: terms.id, bytes: Dictionary(rows.map { ($0.1, $0.2) }, uniquingKeysWith: { first, _ in first }))
        guard files.hash == terms.hash else { throw Wave.Refusal.packChanged }
        let kept = try Instrument(pack: files)
        shelf.keep(kept)
        return kept
    }
}

extension Transaction {
    /// Keeps the files of a questionnaire as long as a wave stands on them, whatever comes to lie in the folder.
    func keep(_ pack: PackFiles) throws {
        let insert = "INSERT INTO pack_file (hash, folder, name, bytes) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"
        for (name, bytes) in pack.bytes { try run(insert, pack.hash, pack.folder, name, bytes) }
    }
}

/// The packs of today, and those of earlier waves that were needed.
final class PackShelf: Sendable {
    struct Pack: Sendable {
        let files: PackFiles
        let instrument: Instrument
    }

    let current: [String: Pack]
    private let byHash: Mutex<[String: Instrument]>

    init(_ files: [PackFiles]) throws(Problems) {
        var current: [String: Pack] = [:]
        for pack in files { current[pack.folder] = Pack(files: pack, instrument: try Instrument(pack: pack)) }
        self.current = current
        byHash = Mutex(
            Dictionary(
                current.values.map { ($0.instrument.hash, $0.instrument) }, uniquingKeysWith: { first, _ in first }))
    }

    func instrument(hash: String) -> Instrument? { byHash.withLock { $0[hash] } }

    func keep(_ instrument: Instrument) { byHash.withLock { $0[instrument.hash] = instrument } }
}
