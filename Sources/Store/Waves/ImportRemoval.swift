public import Core
public import Surveys

extension Store {
    /// Removes a wave that came from a file, as long as nobody else read it: its groups, figures, agreements and address,
    /// and the questionnaire where no other wave stands on it.
    public func removeImported(
        _ id: Wave.ID, in organisation: Organisation.ID, since version: Int, by account: Account.ID? = nil
    ) async throws {
        try turns.take(id)
        defer { turns.giveBack(id) }
        let moment = clock.now
        try await write { transaction in
            let wave = try transaction.wave(id, in: organisation)
            try wave.checkRemovable()
            let remove = "DELETE FROM wave WHERE organisation_id = $1 AND id = $2 AND state = 'closed' AND version = $3"
            guard try transaction.run(remove, organisation, id, version) == 1 else { throw Conflict.changedMeanwhile }
            try transaction.removeTraces(of: wave)
            let home = try transaction.organisation(organisation)
            try transaction.audit(.importRemoved, wave.title, by: account, at: moment, in: home)
        }
    }
}

extension Transaction {
    fileprivate func removeTraces(of wave: Wave) throws {
        let link = "DELETE FROM short_link WHERE organisation_id = $1 AND kind = 'share' AND id = $2"
        try run(link, wave.organisation, wave.id)
        guard let hash = wave.terms?.pack.hash, try !packHashes(of: nil).contains(hash) else { return }
        try run("DELETE FROM pack_file WHERE hash = $1", hash)
    }
}
