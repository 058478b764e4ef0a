public import Core
public import Surveys

extension Store {
    /// How many cards and forms of each pile came back, as far as hr counted them.
    public func leftovers(of id: Wave.ID, in organisation: Organisation.ID) async throws -> Leftovers {
        try await read { try $0.leftovers(of: id, in: organisation) }
    }

    /// Writes down how many cards of each pile came back and were destroyed, until the results are published.
    public func count(
        _ counts: [Int: Int], leftOf id: Wave.ID, in organisation: Organisation.ID, since version: Int,
        by account: Account.ID? = nil
    ) async throws {
        let moment = clock.now
        try await write { transaction in
            let wave = try transaction.wave(id, in: organisation)
            guard wave.state == .open || wave.state == .closed else { throw Wave.Refusal.isReported }
            var leftovers = try transaction.leftovers(of: id, in: organisation)
            guard leftovers.version == version else { throw Conflict.changedMeanwhile }
            let made = try transaction.batches(of: id, in: organisation).byBlock
            try leftovers.count(counts, made: made)
            try transaction.save(leftovers, blocks: made.keys.sorted(), of: id, in: organisation)
            let home = try transaction.organisation(organisation)
            try transaction.audit(.cardsLeft, wave.title, by: account, at: moment, in: home)
        }
    }
}

extension Transaction {
    func leftovers(of wave: Wave.ID, in organisation: Organisation.ID) throws -> Leftovers {
        let query = "SELECT block, count, version FROM card_leftover WHERE organisation_id = $1 AND wave_id = $2"
        var counts: [Int: Int] = [:]
        var version = 0
        for row in try rows(query, organisation, wave) {
            counts[try row["block"]] = try row["count"] as Int?
            version = try row["version"]
        }
        return Leftovers(counts, version: version)
    }

    /// Every pile has a row from the first count on, so that each count is a version of all of them.
    fileprivate func save(
        _ leftovers: Leftovers, blocks: [Int], of wave: Wave.ID, in organisation: Organisation.ID
    ) throws {
        let save = """
            INSERT INTO card_leftover (organisation_id, wave_id, block, count, version) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (organisation_id, wave_id, block) DO UPDATE SET count = $4, version = $5
            """
        for block in blocks {
            try run(save, organisation, wave, block, leftovers.counts[block], leftovers.version + 1)
        }
    }
}
