public import Core
import Crypto
import Methods
public import Surveys

extension Store {
    /// The agreements as they would stand if the wave opened today.
    public func draftManifest(of wave: Wave, at moment: Moment? = nil) async throws -> Manifest {
        let instrument = try shelf.pack(wave.pack, for: wave.organisation).instrument
        let moment = moment ?? clock.now
        return try await read { try $0.agreements(of: wave, with: instrument, at: moment).manifest }
    }

    /// Freezes the agreements and the blocks, makes the codes possible, and lets people answer. With `agreement`
    /// only what was read is opened: units or days that changed since are a conflict.
    public func open(
        _ id: Wave.ID, in organisation: Organisation.ID, by account: Account.ID? = nil, agreement: [UInt8]? = nil
    ) async throws {
        try turns.take(id)
        defer { turns.giveBack(id) }
        // One moment: the day in the agreements is the day on which the wave opened.
        let (moment, pages, shelf) = (clock.now, spoolPages, shelf)
        let files = folder.files(of: id)
        try await write { transaction in
            let home = try transaction.organisation(organisation)
            var wave = try transaction.wave(id, in: organisation)
            guard wave.state == .draft else { throw Wave.Refusal.isNoDraft }
            let pack = try shelf.pack(wave.pack, for: organisation)
            try self.checkOpenQuestions(of: pack.instrument)
            try transaction.checkDecision(on: wave)
            let today = moment.day(in: home.zone)
            if let definition = shelf.definition(behind: pack.instrument, for: organisation) {
                try transaction.permission(for: definition, in: organisation).check(through: wave.closesOn, on: today)
            }
            // One plan, in the transaction that freezes it: no unit changes between the agreements and the groups.
            let (plan, manifest) = try transaction.agreements(of: wave, with: pack.instrument, at: moment)
            try transaction.checkReading(of: wave, manifest.terms.agreement)
            if let agreement, agreement != manifest.terms.agreement { throw Conflict.changedMeanwhile }
            try wave.open(manifest, on: today)
            try transaction.save(wave, since: wave.version)
            // After saving: whoever finds the wave open already must leave its secret alone.
            try files.begin(mostPages: pages)
            try transaction.insert(plan.groups, of: wave)
            try transaction.keep(pack.files)
            for block in plan.blocks {
                let batch = CardBatch(block: block.position, count: block.invited + CardBatch.spare(for: block.invited))
                try transaction.insert(batch, of: id, in: organisation)
            }
            try transaction.audit(.waveOpened, wave.title, by: account, at: moment, in: home)
        }
        do { try await takeUp(id, in: organisation) } catch {
            setAside(try await self.wave(id, in: organisation), because: error)
            throw Wave.Refusal.standsStill
        }
    }

    /// Readies an open wave for answers.
    func takeUp(_ id: Wave.ID, in organisation: Organisation.ID) async throws {
        let (wave, home, batches) = try await read { transaction in
            (
                try transaction.wave(id, in: organisation), try transaction.organisation(organisation),
                try transaction.batches(of: id, in: organisation)
            )
        }
        let instrument = try await instrument(of: wave)
        let files = folder.files(of: id)
        guard files.exists(files.spool) else { throw WaveFileProblem.isMissing(.spoolIsMissing) }
        let secret = WaveSecret(try files.readSecret())
        let spool = try Standstill.Reason.spoolIsBroken.whereBroken {
            try Spool(files.spool, mostPages: spoolPages)
        }
        // A power cut leaves the log as it was; what does not go now, Housekeeping tries again.
        try? await spool.forgetOrder()
        openWaves.add(
            OpenWave(
                id: id, organisation: organisation, slug: wave.slug,
                layout: Layout(instrument, isResearch: wave.isResearch), secret: secret,
                book: CodeBook(secret, batches), end: Moment.end(of: wave.closesOn, in: home.zone),
                spool: spool))
        markChange()
    }

    /// Moves the last day of an open wave, later only.
    public func moveEnd(of id: Wave.ID, to day: Day, in organisation: Organisation.ID, by account: Account.ID?)
        async throws
    {
        let wave = try await self.wave(id, in: organisation)
        // Who closed it said that it was enough.
        if standstill(of: id)?.isClosing == true { throw Wave.Refusal.closingGoesOn }
        let definition = shelf.definition(behind: try await instrument(of: wave), for: organisation)
        let moment = clock.now
        let home = try await write { transaction in
            var moved = try transaction.wave(id, in: organisation)
            try moved.moveEnd(to: day)
            let home = try transaction.organisation(organisation)
            if let definition {
                let today = moment.day(in: home.zone)
                try transaction.permission(for: definition, in: organisation).check(through: day, on: today)
            }
            try transaction.save(moved, since: wave.version)
            try transaction.audit(.endMoved, moved.title, by: account, at: moment, in: home)
            return home
        }
        openWaves[id]?.move(end: Moment.end(of: day, in: home.zone))
    }
}

extension Transaction {
    /// How the units as they are now become blocks, and the agreements that say so.
    fileprivate func agreements(
        of wave: Wave, with instrument: Instrument, at moment: Moment
    ) throws -> (plan: BlockPlan, manifest: Manifest) {
        let (plan, home) = try (blockPlan(of: wave), organisation(wave.organisation))
        let today = moment.day(in: home.zone)
        return (plan, Manifest(Manifest.Terms(wave, of: home, with: instrument, plan, opened: today)))
    }
}

extension WaveFiles {
    /// A fresh secret and an empty spool.
    fileprivate func begin(mostPages: Int?) throws {
        try make()
        try destroy(spool)
        try writeSecret(SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) })
        try Spool(spool, mostPages: mostPages).close()
    }
}

extension CardBatch {
    /// Cards beyond the head count: for a card that got lost. A tenth, and at least two.
    public static func spare(for people: Int) -> Int { max(2, (people + 9) / 10) }
}
