public import Core
public import Surveys

/// How many took part in a group, to five and never more than were asked; nil under ten.
public struct Response: Equatable, Sendable {
    public let position: Int
    public let about: Int?
    public let countedOn: Day
}

extension Store {
    private static let least = 10

    /// Counts once a day, so that no count tells who answered just now.
    public func countResponses() async throws {
        var failure: (any Error)?
        for wave in openWaves.all {
            // A wave that cannot be counted must not keep the others from it.
            do { try await count(wave) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    private func count(_ wave: OpenWave) async throws {
        let home = try await organisation(wave.organisation)
        let today = clock.now.day(in: home.zone)
        let last = try await responses(to: wave.id, in: wave.organisation).first?.countedOn
        guard last.map({ $0 < today }) ?? true else { return }
        try await count(wave, on: today)
    }

    private func count(_ wave: OpenWave, on today: Day) async throws {
        let groups = try await groups(of: wave.id, in: wave.organisation)
        var counts = try wave.spool.counts()
        for group in groups.reversed() {
            if let parent = group.parent { counts[parent, default: 0] += counts[group.position, default: 0] }
        }
        let totals = counts
        let insert = """
            INSERT INTO response (organisation_id, wave_id, position, counted_on, about) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (organisation_id, wave_id, position) DO UPDATE SET counted_on = $4, about = $5
            """
        try await write { transaction in
            for group in groups {
                let number = totals[group.position, default: 0]
                let about = Self.about(number, of: group.invited)
                try transaction.run(insert, wave.organisation, wave.id, group.position, today, about)
            }
        }
    }

    /// To five. Spare cards and rounding up must not make more of them than were asked.
    static func about(_ number: Int, of invited: Int) -> Int? {
        let rounded = min((number + 2) / 5 * 5, invited / 5 * 5)
        return number < least || rounded < least ? nil : rounded
    }

    public func responses(to id: Wave.ID, in organisation: Organisation.ID) async throws -> [Response] {
        let query = "SELECT * FROM response WHERE organisation_id = $1 AND wave_id = $2 ORDER BY position"
        return try await read { transaction in
            try transaction.rows(query, organisation, id).map {
                try Response(position: $0["position"], about: $0["about"], countedOn: $0["counted_on"])
            }
        }
    }
}
