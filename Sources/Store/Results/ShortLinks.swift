import Core
import Surveys

extension Store {
    /// The address of the wave behind a short address of a share page, while it holds.
    public func sharedWave(_ slug: String) async throws -> String? {
        let query = """
            SELECT wave.slug, short_link.until_on, short_link.organisation_id FROM short_link JOIN wave
              ON wave.organisation_id = short_link.organisation_id AND wave.id = short_link.id
            WHERE short_link.slug = $1 AND short_link.kind = 'share'
            """
        let now = clock.now
        return try await read { transaction in
            guard let row = try transaction.row(query, slug) else { return nil }
            let home = try transaction.organisation(row["organisation_id"])
            let until: Day? = try row["until_on"]
            return try until.map { now.day(in: home.zone) <= $0 } ?? true ? row["slug"] : nil
        }
    }
}
