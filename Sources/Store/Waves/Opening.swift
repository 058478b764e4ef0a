public import Core
import Crypto
import Methods
public import Surveys

extension Store {
    /// The agreements as they would stand if the wave opened today.
    public func draftManifest(of wave: Wave) async throws -> Manifest {
        guard let instrument = instruments[wave.pack] else { throw Wave.Refusal.packIsUnknown }
        let plan = try await blockPlan(of: wave)
        let home = try await organisation(wave.organisation)
        let today = clock.now.day(in: home.zone)
        return Manifest(Manifest.Terms(wave, of: home, with: instrument, plan, opened: today))
    }

    /// Freezes the agreements and the blocks, makes the codes possible, and lets people answer.
    public func open(_ id: Wave.ID, in organisation: Organisation.ID, by account: Account.ID? = nil) async throws {
        let wave = try await self.wave(id, in: organisation)
        guard wave.state == .draft else { throw Wave.Refusal.isNoDraft }
        let plan = try await blockPlan(of: wave)
        let manifest = try await draftManifest(of: wave)
        let files = folder.files(of: id)
        try files.make()
        try files.destroy(files.spool)
        try files.writeSecret(SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) })
        _ = try Spool(files.spool, mostPages: spoolPages)
        let moment = clock.now
        try await write { transaction in
            let home = try transaction.organisation(organisation)
            var wave = wave
            try wave.open(manifest, on: moment.day(in: home.zone))
            try transaction.save(wave, since: wave.version)
            try transaction.insert(plan.groups, of: wave)
            for block in plan.blocks {
                let batch = CardBatch(block: block.position, count: block.invited + CardBatch.spare(for: block.invited))
                try transaction.insert(batch, of: id, in: organisation)
            }
            try transaction.audit(.waveOpened, wave.title, by: account, at: moment, in: home)
        }
        try await takeUp(id, in: organisation)
    }

    /// Readies an open wave for answers.
    func takeUp(_ id: Wave.ID, in organisation: Organisation.ID) async throws {
        let (wave, home, batches) = try await read { transaction in
            (
                try transaction.wave(id, in: organisation), try transaction.organisation(organisation),
                try transaction.batches(of: id, in: organisation)
            )
        }
        guard let instrument = instruments[wave.pack] else { throw Wave.Refusal.packIsUnknown }
        guard instrument.hash == wave.manifest?.terms.pack.hash else { throw Wave.Refusal.packChanged }
        let files = folder.files(of: id)
        let secret = WaveSecret(try files.readSecret())
        openWaves.add(
            OpenWave(
                id: id, organisation: organisation, slug: wave.slug, layout: Layout(instrument), secret: secret,
                book: CodeBook(secret, batches), end: Moment.end(of: wave.closesOn, in: home.zone),
                spool: try Spool(files.spool, mostPages: spoolPages)))
    }

    /// Moves the last day of an open wave, later only.
    public func moveEnd(of id: Wave.ID, to day: Day, in organisation: Organisation.ID, by account: Account.ID?)
        async throws
    {
        let wave = try await self.wave(id, in: organisation)
        try await change(id, in: organisation, since: wave.version, by: account, as: .endMoved) {
            try $0.moveEnd(to: day)
        }
        let home = try await self.organisation(organisation)
        openWaves[id]?.move(end: Moment.end(of: day, in: home.zone))
    }

    /// Notes that somebody of the council read the agreements before opening.
    public func noteSeen(_ id: Wave.ID, by name: String, account: Account.ID?, in organisation: Organisation.ID)
        async throws
    {
        guard !name.trimmed.isEmpty else { throw Wave.Refusal.nameIsEmpty }
        let moment = clock.now
        try await write { transaction in
            let wave = try transaction.wave(id, in: organisation)
            guard wave.state == .draft else { throw Wave.Refusal.isNoDraft }
            let home = try transaction.organisation(organisation)
            let insert = """
                INSERT INTO manifest_seen (organisation_id, wave_id, by_name, seen_on) VALUES ($1, $2, $3, $4)
                ON CONFLICT DO NOTHING
                """
            try transaction.run(insert, organisation, id, name.trimmed, moment.day(in: home.zone))
            try transaction.audit(.manifestSeen, wave.title, by: account, at: moment, in: home)
        }
    }

    /// Who read the agreements, and when.
    public func seen(_ id: Wave.ID, in organisation: Organisation.ID) async throws -> [(name: String, on: Day)] {
        let query = """
            SELECT by_name, seen_on FROM manifest_seen WHERE organisation_id = $1 AND wave_id = $2
            ORDER BY seen_on, by_name
            """
        return try await read { try $0.rows(query, organisation, id).map { try ($0["by_name"], $0["seen_on"]) } }
    }
}

extension CardBatch {
    /// Cards beyond the head count: for a card that got lost. A tenth, and at least two.
    public static func spare(for people: Int) -> Int { max(2, (people + 9) / 10) }
}
