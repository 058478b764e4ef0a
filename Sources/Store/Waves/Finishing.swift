public import Core
public import Surveys

extension Store {
    /// At start: ends what a stop left half done, closes what is due, and takes up the open waves. A wave with which
    /// that does not go is set aside; the others go on.
    func finishWhatWasBegun() async throws {
        let all = try await read { try $0.rows("SELECT * FROM wave WHERE state <> 'draft'").map(Wave.init) }
        for wave in all { await finish(wave, isStart: true) }
    }

    private func finish(_ wave: Wave, isStart: Bool) async {
        do {
            try await goOn(with: wave, isStart: isStart)
            if standstills[wave.id] != nil { resume(wave.id) }
        } catch Wave.Refusal.closingGoesOn {
            // Noted where it failed.
        } catch {
            setAside(wave, because: error)
        }
    }

    private func goOn(with wave: Wave, isStart: Bool) async throws {
        guard wave.state == .open else { return try clearOver(wave) }
        let files = folder.files(of: wave.id)
        let home = try await organisation(wave.organisation)
        // A restored copy has nothing of an open wave: what was answered there was never in a backup.
        if isStart, !files.exists(files.folder) { return try await withdrawRestored(wave, home) }
        // Who closed it by hand said that it was enough, whatever its last day.
        let isOver = files.exists(files.closing) || clock.now >= Moment.end(of: wave.closesOn, in: home.zone)
        let still = standstills[wave.id]
        if try hasClosedAnswers(files) || isOver || still?.isClosing == true {
            return try await finishOrNote(wave, by: still?.by)
        }
        try await takeUp(wave.id, in: wave.organisation)
    }

    /// Destroys what is left of a wave that takes no answers any more.
    func clearOver(_ wave: Wave) throws {
        guard [.closed, .published, .withdrawn].contains(wave.state) else { return }
        let files = folder.files(of: wave.id)
        if wave.state == .withdrawn {
            try files.destroy(files.answers)
            try files.destroy(files.texts)
        }
        if files.exists(files.spool) || files.exists(files.secret) { try destroySpool(files) }
    }

    func hasClosedAnswers(_ files: WaveFiles) throws -> Bool {
        guard files.exists(files.answers) else { return false }
        return try Standstill.Reason.answersAreBroken.whereBroken {
            let file = try AnswersFile(files.answers)
            defer { try? file.close() }
            return try file.isClosed
        }
    }

    private func withdrawRestored(_ wave: Wave, _ home: Organisation) async throws {
        let today = clock.now.day(in: home.zone)
        try await change(wave.id, in: wave.organisation, since: wave.version, by: nil, as: .waveWithdrawn) {
            try $0.withdraw(on: today, because: .restored)
        }
    }

    /// Closes every open wave whose last day is over, and tries again what did not go before.
    public func closeDueWaves() async throws {
        for wave in openWaves.all where clock.now >= wave.end {
            do { try await close(wave.id, in: wave.organisation) } catch is any Refusal {
                // Noted where it failed, or somebody else is at it.
            }
        }
        for still in standstills.all where clock.now >= still.next { try await tryAgain(still) }
    }

    private func tryAgain(_ still: Standstill) async throws {
        do { try turns.take(still.wave) } catch { return }
        defer { turns.giveBack(still.wave) }
        guard standstills[still.wave] != nil else { return }
        await finish(try await wave(still.wave, in: still.organisation), isStart: false)
    }
}

extension Store {
    /// Why a wave stands still, if it does.
    public func standstill(of id: Wave.ID) -> Standstill? { standstills[id] }

    public var allStandstills: [Standstill] { standstills.all }

    /// Whether answers to a wave can be stored now.
    public func takesAnswers(_ id: Wave.ID) -> Bool { openWaves[id] != nil }

    func setAside(_ wave: Wave, because error: any Error, isClosing: Bool = false, by account: Account.ID? = nil) {
        standstills.note(wave, because: error, isClosing: isClosing, by: account, at: clock.now)
        markChange()
    }

    func resume(_ id: Wave.ID) {
        standstills.clear(id)
        markChange()
    }
}
