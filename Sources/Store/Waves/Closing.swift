public import Core
import Methods
public import Surveys

extension Store {
    /// Closes a wave: no more answers, shuffled into one file, figures frozen, spool and secret gone.
    public func close(_ id: Wave.ID, in organisation: Organisation.ID, by account: Account.ID? = nil) async throws {
        try turns.take(id)
        defer { turns.giveBack(id) }
        let wave = try await self.wave(id, in: organisation)
        guard wave.state == .open else { throw Wave.Refusal.isNotOpen }
        try await finishOrNote(wave, by: account)
    }

    /// From here on the wave takes no answers. What does not go, on a full disk, is tried again until it does.
    func finishOrNote(_ wave: Wave, by account: Account.ID?) async throws {
        do {
            if let open = openWaves.remove(wave.id) {
                open.spool.shut()
                try open.spool.close()
            }
            folder.files(of: wave.id).markClosing()
            try await finishClosing(wave, by: account)
            resume(wave.id)
        } catch {
            setAside(wave, because: error, isClosing: true, by: account)
            throw Wave.Refusal.closingGoesOn
        }
    }

    /// Each step may be repeated: a restart goes on where a stop fell.
    func finishClosing(_ wave: Wave, by account: Account.ID?) async throws {
        let files = folder.files(of: wave.id)
        try shuffle(wave.id, files)
        halts.pass(.answersCommitted)
        let instrument = try await instrument(of: wave)
        let groups = try await groups(of: wave.id, in: wave.organisation)
        let release = try figures(of: wave, instrument, groups, files)
        let replaced = try replacements(files)
        let moment = clock.now
        try await write { transaction in
            let home = try transaction.organisation(wave.organisation)
            var wave = wave
            try wave.close(on: moment.day(in: home.zone))
            try transaction.save(wave, since: wave.version)
            try transaction.insert(release, of: wave, replaced: replaced)
            try transaction.audit(.waveClosed, wave.title, by: account, at: moment, in: home)
        }
        halts.pass(.figuresCommitted)
        try destroySpool(files)
    }

    private func shuffle(_ id: Wave.ID, _ files: WaveFiles) throws {
        if try hasClosedAnswers(files) { return }
        // Opening a spool that is gone would make an empty one, and close the wave without its answers.
        guard files.exists(files.spool) else { throw WaveFileProblem.isMissing(.spoolIsMissing) }
        let (rows, asides, texts) = try Standstill.Reason.spoolIsBroken.whereBroken {
            let spool = try Spool(files.spool, mostPages: nil)
            defer { try? spool.close() }
            return (try spool.rows(), try spool.asides(), try spool.texts())
        }
        try files.destroy(files.answers)
        try keep(texts, files)
        let file = try AnswersFile(files.answers, mostPages: answersPages)
        defer { try? file.close() }
        try file.write(rows, asides, of: id) { halts.pass(.rowsShuffled) }
    }

    /// Before the answers: once these say that they are closed, nothing is read from the spool again.
    private func keep(_ texts: [OpenAnswer], _ files: WaveFiles) throws {
        try files.destroy(files.texts)
        guard !texts.isEmpty else { return }
        let file = try TextsFile(files.texts, mostPages: answersPages)
        defer { try? file.close() }
        try file.write(texts)
    }

    /// How often somebody sent again, before the spool goes; nil where the spool is gone already, or cannot tell.
    private func replacements(_ files: WaveFiles) throws -> Release.Replaced? {
        guard files.exists(files.spool) else { return nil }
        do {
            return try Standstill.Reason.spoolIsBroken.whereBroken {
                let spool = try Spool(files.spool, mostPages: nil)
                defer { try? spool.close() }
                return Release.Replaced(times: try spool.replacements())
            }
        } catch is WaveFileProblem {
            // The answers are safe already: one number that is lost must not keep them from being read.
            return nil
        }
    }

    func destroySpool(_ files: WaveFiles) throws {
        try files.destroy(files.spool)
        try files.destroy(files.closing)
        halts.pass(.spoolDeleted)
        try files.destroySecret()
        halts.pass(.secretDeleted)
    }

    /// Stops a wave while open; its answers are destroyed unread.
    public func withdraw(_ id: Wave.ID, in organisation: Organisation.ID, by account: Account.ID? = nil) async throws {
        try turns.take(id)
        defer { turns.giveBack(id) }
        let wave = try await self.wave(id, in: organisation)
        guard wave.state == .open else { throw Wave.Refusal.isNotOpen }
        if let open = openWaves.remove(id) {
            open.spool.shut()
            try? open.spool.close()
        }
        let today = clock.now.day(in: try await self.organisation(organisation).zone)
        do {
            try await change(id, in: organisation, since: wave.version, by: account, as: .waveWithdrawn) {
                try $0.withdraw(on: today)
            }
            try destroyUnread(folder.files(of: id))
        } catch {
            // Taken up again, or cleared, at the next look.
            setAside(wave, because: error)
            throw error
        }
        resume(id)
    }

    /// Also what a closing that did not go to its end wrote already.
    func destroyUnread(_ files: WaveFiles) throws {
        try files.destroy(files.answers)
        try files.destroy(files.texts)
        try destroySpool(files)
    }

    /// Shows the frozen figures to everybody to whom the agreements promise them.
    public func publish(_ id: Wave.ID, in organisation: Organisation.ID, by account: Account.ID? = nil) async throws {
        let moment = clock.now
        try await write { transaction in
            var wave = try transaction.wave(id, in: organisation)
            guard wave.state == .closed else { throw Wave.Refusal.isNotClosed }
            let home = try transaction.organisation(organisation)
            let release = try transaction.release(of: id, in: organisation)
            let groups = try transaction.groups(of: id, in: organisation)
            try wave.publish(release, of: groups, on: moment.day(in: home.zone))
            try transaction.save(wave, since: wave.version)
            try transaction.audit(.wavePublished, wave.title, by: account, at: moment, in: home)
        }
    }
}
