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
        if let open = openWaves.remove(id) {
            open.spool.shut()
            try open.spool.close()
        }
        try await finishClosing(wave, by: account)
    }

    /// Each step may be repeated: a restart goes on where a stop fell.
    func finishClosing(_ wave: Wave, by account: Account.ID?) async throws {
        let files = folder.files(of: wave.id)
        try shuffle(wave.id, files)
        halts.pass(.answersCommitted)
        let instrument = try await instrument(of: wave)
        let groups = try await groups(of: wave.id, in: wave.organisation)
        let release = try figures(of: wave, instrument, groups, files)
        let moment = clock.now
        try await write { transaction in
            let home = try transaction.organisation(wave.organisation)
            var wave = wave
            try wave.close(on: moment.day(in: home.zone))
            try transaction.save(wave, since: wave.version)
            try transaction.insert(release, of: wave)
            try transaction.audit(.waveClosed, wave.title, by: account, at: moment, in: home)
        }
        halts.pass(.figuresCommitted)
        try destroySpool(files)
    }

    private func shuffle(_ id: Wave.ID, _ files: WaveFiles) throws {
        if files.exists(files.answers) {
            let file = try AnswersFile(files.answers)
            let isClosed = try file.isClosed
            try file.close()
            if isClosed { return }
            try files.destroy(files.answers)
        }
        let spool = try Spool(files.spool, mostPages: nil)
        let rows = try spool.rows()
        try spool.close()
        let file = try AnswersFile(files.answers)
        try file.write(rows, of: id) { halts.pass(.rowsShuffled) }
        try file.close()
    }

    func destroySpool(_ files: WaveFiles) throws {
        try files.destroy(files.spool)
        halts.pass(.spoolDeleted)
        try files.destroy(files.secret)
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
            try open.spool.close()
        }
        let today = clock.now.day(in: try await self.organisation(organisation).zone)
        try await change(id, in: organisation, since: wave.version, by: account, as: .waveWithdrawn) {
            try $0.withdraw(on: today)
        }
        try destroySpool(folder.files(of: id))
    }

    /// Shows the frozen figures to everybody to whom the agreements promise them.
    public func publish(_ id: Wave.ID, in organisation: Organisation.ID, by account: Account.ID? = nil) async throws {
        // Reading the wave checks that the agreements are still what they were at opening.
        let wave = try await self.wave(id, in: organisation)
        let today = clock.now.day(in: try await self.organisation(organisation).zone)
        try await change(id, in: organisation, since: wave.version, by: account, as: .wavePublished) {
            try $0.publish(on: today)
        }
    }
}
