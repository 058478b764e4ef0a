public import Core
public import Surveys

extension Store {
    /// Removes a wave that never opened, with its address and with who read its agreements.
    public func removeDraft(
        _ id: Wave.ID, in organisation: Organisation.ID, since version: Int, by account: Account.ID? = nil
    ) async throws {
        try turns.take(id)
        defer { turns.giveBack(id) }
        let moment = clock.now
        let remove = "DELETE FROM wave WHERE organisation_id = $1 AND id = $2 AND state = 'draft' AND version = $3"
        try await write { transaction in
            let wave = try transaction.wave(id, in: organisation)
            guard wave.state == .draft else { throw Wave.Refusal.isNoDraft }
            guard try transaction.run(remove, organisation, id, version) == 1 else { throw Conflict.changedMeanwhile }
            let link = "DELETE FROM short_link WHERE organisation_id = $1 AND kind = 'share' AND id = $2"
            try transaction.run(link, organisation, id)
            let home = try transaction.organisation(organisation)
            try transaction.audit(.waveRemoved, wave.title, by: account, at: moment, in: home)
        }
    }
}
