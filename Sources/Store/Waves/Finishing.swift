import Core
import Surveys

extension Store {
    /// At start: ends what a stop left half done, closes what is due, and takes up the open waves.
    func finishWhatWasBegun() async throws {
        let all = try await read { try $0.rows("SELECT * FROM wave WHERE state <> 'draft'").map(Wave.init) }
        for wave in all {
            let files = folder.files(of: wave.id)
            if wave.state == .open {
                try await finish(wave, files)
            } else if files.exists(files.spool) || files.exists(files.secret) {
                try destroySpool(files)
            }
        }
    }

    private func finish(_ wave: Wave, _ files: WaveFiles) async throws {
        let home = try await organisation(wave.organisation)
        let isOver = clock.now >= Moment.end(of: wave.closesOn, in: home.zone)
        if try hasClosedAnswers(files) || (isOver && files.exists(files.spool)) {
            return try await finishClosing(wave, by: nil)
        }
        guard files.exists(files.spool), files.exists(files.secret) else {
            // A restored copy has no spool: what was answered there was never in a backup.
            return try await withdrawRestored(wave, home)
        }
        try await takeUp(wave.id, in: wave.organisation)
    }

    private func hasClosedAnswers(_ files: WaveFiles) throws -> Bool {
        guard files.exists(files.answers) else { return false }
        let file = try AnswersFile(files.answers)
        defer { try? file.close() }
        return try file.isClosed
    }

    private func withdrawRestored(_ wave: Wave, _ home: Organisation) async throws {
        let today = clock.now.day(in: home.zone)
        try await change(wave.id, in: wave.organisation, since: wave.version, by: nil, as: .waveWithdrawn) {
            try $0.withdraw(on: today, because: .restored)
        }
        try destroySpool(folder.files(of: wave.id))
    }

    /// Closes every open wave whose last day is over.
    public func closeDueWaves() async throws {
        for wave in openWaves.all where clock.now >= wave.end {
            try await close(wave.id, in: wave.organisation)
        }
    }
}
