public import Core
public import Methods

extension Store {
    /// Questionnaires of others, without their words.
    public func definitions(for home: Organisation.ID) -> [Definition] {
        shelf.definitions(for: home).values.map(\.definition).sorted { $0.id < $1.id }
    }

    /// What `SOURCES.md` says of a pack or a definition.
    public func sources(of id: String, for home: Organisation.ID) -> String? {
        let files = (try? shelf.pack(id, for: home).files) ?? shelf.definitions(for: home)[id]?.files
        return files.flatMap(\.sources)
    }

    /// The definition whose words this questionnaire has, also where hr made it fit afterwards.
    public func definition(behind pack: Instrument, for home: Organisation.ID) -> String? {
        shelf.definition(behind: pack, for: home)
    }

    /// Keeps the words that an organisation may use for a definition. Waves that were opened keep theirs.
    public func save(
        _ pack: PackFiles, wording definition: Definition, in organisation: Organisation.ID, since version: Int,
        by account: Account.ID?
    ) async throws {
        let own = PackShelf.Pack(files: pack, instrument: try Instrument(pack: pack))
        let moment = clock.now
        let insert = """
            INSERT INTO own_pack (organisation_id, id, hash, version) VALUES ($1, $2, $3, 1) ON CONFLICT DO NOTHING
            """
        let update = """
            UPDATE own_pack SET hash = $1, version = version + 1
            WHERE organisation_id = $2 AND id = $3 AND version = $4
            """
        try await write { transaction in
            try transaction.keep(pack)
            let saved =
                version == 0
                ? try transaction.run(insert, organisation, pack.folder, pack.hash)
                : try transaction.run(update, pack.hash, organisation, pack.folder, version)
            guard saved == 1 else { throw Conflict.changedMeanwhile }
            let home = try transaction.organisation(organisation)
            try transaction.audit(.licensedTextSaved, definition.id, by: account, at: moment, in: home)
        }
        shelf.put(own, of: organisation)
        markChange()
    }
}

extension PackShelf {
    /// Follows what a questionnaire was made from to its end. A definition that is gone still asks for permission.
    func definition(behind pack: Instrument, for home: Organisation.ID) -> String? {
        let (own, known) = (own(of: home), definitions(for: home))
        var (seen, next): (Set<String>, String?) = ([pack.id], pack.origin)
        if let named = pack.definitionOfName { return pack.origin ?? named }
        while let id = next, seen.insert(id).inserted {
            if known[id] != nil { return id }
            if let named = Instrument.definition(ofPack: id) { return named }
            next = (own[id] ?? current[id])?.instrument.origin
        }
        return nil
    }
}
