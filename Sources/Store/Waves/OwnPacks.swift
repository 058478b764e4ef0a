public import Core
import Foundation
public import Methods
public import Surveys

extension Store {
    /// Saves the questionnaire that an organisation made to fit for a wave in preparation, and lets the wave ask it.
    /// A wave that was opened keeps what it was opened with.
    public func save(
        _ pack: PackFiles, for id: Wave.ID, in organisation: Organisation.ID, since version: Int,
        by account: Account.ID?
    ) async throws {
        // Read as strictly as one that somebody wrote by hand.
        let own = PackShelf.Pack(files: pack, instrument: try Instrument(pack: pack))
        let moment = clock.now
        try await write { transaction in
            var wave = try transaction.wave(id, in: organisation)
            guard wave.state == .draft else { throw Wave.Refusal.isNoDraft }
            wave.pack = pack.folder
            try transaction.save(wave, since: version)
            try transaction.keep(pack)
            let upsert = """
                INSERT INTO own_pack (organisation_id, id, hash, version) VALUES ($1, $2, $3, 1)
                ON CONFLICT (organisation_id, id) DO UPDATE SET hash = excluded.hash, version = version + 1
                """
            try transaction.run(upsert, organisation, pack.folder, pack.hash)
            let home = try transaction.organisation(organisation)
            try transaction.audit(.waveQuestionsChanged, wave.title, by: account, at: moment, in: home)
        }
        shelf.put(own, of: organisation)
        markChange()
    }

    /// How often this questionnaire was saved.
    public func savings(ofPack id: String, in organisation: Organisation.ID) async throws -> Int {
        let query = "SELECT version FROM own_pack WHERE organisation_id = $1 AND id = $2"
        return try await read { try $0.row(query, organisation, id)?["version"] ?? 0 }
    }

    /// At start: the packs that lie in an organisation's own folder. One that is wrong is left out, and said.
    func takeUpPackFolders() async throws {
        for home in try await organisations() {
            for pack in try packFolders(of: home) {
                do throws(Problems) {
                    let files = try pack.files()
                    switch try Method(pack: files) {
                    case .instrument(let own): shelf.put(PackShelf.Pack(files: files, instrument: own), of: home.id)
                    case .definition(let own):
                        shelf.put(PackShelf.DefinitionPack(files: files, definition: own), of: home.id)
                    }
                } catch {
                    shelf.note(error, at: folder.place(ofPack: pack.name, of: home), of: home.id)
                }
            }
        }
    }

    /// The packs of organisations' own folders as they lie there now, each with what is wrong with it, if anything.
    func packsNow() async throws -> [String: Problems?] {
        var found: [String: Problems?] = [:]
        for home in try await organisations() {
            for pack in try packFolders(of: home) {
                let place = folder.place(ofPack: pack.name, of: home)
                do throws(Problems) {
                    _ = try pack.method()
                    found.updateValue(nil, forKey: place)
                } catch {
                    found.updateValue(error, forKey: place)
                }
            }
        }
        return found
    }

    private func packFolders(of home: Organisation) throws(Problems) -> [PackFolder] {
        let path = folder.packs(of: home)
        return FileManager.default.fileExists(atPath: path) ? try PackFolder.all(in: path) : []
    }

    /// At start: what organisations made to fit. One that cannot be read is missed by its own waves alone.
    func takeUpOwnPacks() async throws {
        let query = """
            SELECT own_pack.organisation_id, own_pack.id, pack_file.name, pack_file.bytes FROM own_pack
            JOIN pack_file ON pack_file.hash = own_pack.hash
            """
        let rows = try await read { transaction in
            try transaction.rows(query).map {
                try (
                    $0["organisation_id"] as Organisation.ID, $0["id"] as String, $0["name"] as String,
                    $0["bytes"] as [UInt8]
                )
            }
        }
        for (home, files) in Dictionary(grouping: rows, by: \.0) {
            for (folder, own) in Dictionary(grouping: files, by: \.1) {
                let bytes = Dictionary(own.map { ($0.2, $0.3) }, uniquingKeysWith: { first, _ in first })
                let pack = PackFiles(folder: folder, bytes: bytes)
                guard let instrument = try? Instrument(pack: pack) else { continue }
                shelf.put(PackShelf.Pack(files: pack, instrument: instrument), of: home)
            }
        }
    }
}
