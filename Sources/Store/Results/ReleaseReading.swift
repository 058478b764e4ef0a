import Core
import Disclosure
public import Surveys

extension Store {
    /// What a closed wave tells; nothing is computed from answers here.
    public func release(of wave: Wave) async throws -> Release {
        guard wave.state == .closed || wave.state == .published else { throw Wave.Refusal.hasNoResults }
        _ = try wave.frozen()
        let before = changes
        if let release = releases.content(of: wave.id, after: before) { return release }
        let release = try await read { try $0.release(of: wave.id, in: wave.organisation) }
        releases.keep(release, of: wave.id, after: before)
        return release
    }
}

extension Store {
    /// What a closed wave tells to a reader of this scope.
    public func report(of wave: Wave, for scope: ResultsScope) async throws -> Report {
        Report(
            try await release(of: wave), of: try await instrument(of: wave),
            groups: try await groups(of: wave.id, in: wave.organisation), for: scope)
    }
}

extension Transaction {
    func release(of wave: Wave.ID, in home: Organisation.ID) throws -> Release {
        func all(_ table: String, by order: String = "number") throws -> [Record] {
            try rows("SELECT * FROM \(table) WHERE organisation_id = $1 AND wave_id = $2 ORDER BY \(order)", home, wave)
        }
        guard let head = try all("release", by: "wave_id").first else { throw Wave.Refusal.hasNoResults }
        return Release(
            threshold: try head["threshold"],
            responses: try all("release_response", by: "position").map(Release.Response.init),
            verdicts: try all("release_verdict").map(Release.Verdict.init),
            figures: try all("figure").map(Release.Figure.init),
            alphas: try all("release_alpha").map(Release.Alpha.init),
            covariances: try all("release_covariance").map(Release.Covariance.init),
            cards: try cards(head, of: wave, in: home))
    }

    /// What was frozen at closing, and the leftovers as they are counted by now.
    private func cards(_ head: Record, of wave: Wave.ID, in home: Organisation.ID) throws -> Release.Cards? {
        let made: Int = try head["cards_made"]
        // Of a wave from a file there were none: each that was opened here has some for every block.
        guard made > 0 else { return nil }
        let replaced: Int? = try head["cards_replaced"]
        let (leftovers, batches) = (try leftovers(of: wave, in: home), try batches(of: wave, in: home))
        return Release.Cards(
            made: made, forms: batches.filter(\.isPaper).reduce(0) { $0 + $1.count },
            leftover: leftovers.total(made: batches.byBlock), replaced: replaced.map(Release.Replaced.init(kept:)))
    }
}

extension Release.Response {
    fileprivate init(_ row: Record) throws {
        try self.init(group: row["position"], visibility: row["visibility"], respondents: row["respondents"])
    }
}

extension Release.Verdict {
    fileprivate init(_ row: Record) throws {
        try self.init(group: row["position"], theme: row["theme"], visibility: row["visibility"])
    }
}

extension Release.Figure {
    fileprivate init(_ row: Record) throws {
        let histogram: String = try row["histogram"]
        try self.init(
            group: row["position"], theme: row["theme"], item: row["item"], n: row["n"],
            histogram: histogram.split(separator: " ").compactMap { Int($0) }, sum: row["sum"], squares: row["squares"],
            unit: row["unit"])
    }
}

extension Release.Alpha {
    fileprivate init(_ row: Record) throws {
        try self.init(theme: row["theme"], n: row["n"], value: row["value"])
    }
}

extension Release.Covariance {
    fileprivate init(_ row: Record) throws {
        try self.init(
            first: row["first"], second: row["second"], n: row["n"], value: row["value"],
            firstVariance: row["first_variance"], secondVariance: row["second_variance"])
    }
}
