public import Core
public import Surveys

extension Store {
    /// The wave of the same answers, be it from a file or one whose raw answers were let out.
    ///
    /// - Parameter threshold: from how many people on the file would tell of a group.
    public func wave(
        counting counts: AnswerCounts, threshold: Int, in organisation: Organisation.ID
    ) async throws -> Wave? {
        try await read { try $0.wave(counting: counts, threshold: threshold, in: organisation) }
    }

    /// The wave that is called so and was held until this day.
    public func wave(titled title: String, heldUntil day: Day, in organisation: Organisation.ID) async throws -> Wave? {
        try await read { try $0.wave(titled: title, heldUntil: day, in: organisation) }
    }
}

extension Transaction {
    /// Two releases of the same answers would tell more together than each alone.
    func checkFresh(_ imported: ImportedWave) throws {
        let (wave, home) = (imported.wave, imported.wave.organisation)
        if let same = try self.wave(counting: imported.counts, threshold: wave.threshold, in: home) {
            throw ImportObstacle.hasSameAnswers(same)
        }
        if let same = try self.wave(titled: wave.title, heldUntil: wave.closesOn, in: home) {
            throw ImportObstacle.hasSameName(same)
        }
    }

    func wave(counting counts: AnswerCounts, threshold: Int, in organisation: Organisation.ID) throws -> Wave? {
        let query = """
            SELECT wave_id, item, histogram FROM figure
            WHERE organisation_id = $1 AND position = 0 AND item IS NOT NULL
            """
        var all: [Wave.ID: [String: [Int]]] = [:]
        for row in try rows(query, organisation) {
            let histogram: String = try row["histogram"]
            let counts = histogram.split(separator: " ").compactMap { Int($0) }
            all[try row["wave_id"], default: [:]][try row["item"]] = counts
        }
        let found = try all.map { (try wave($0, in: organisation), AnswerCounts($1)) }
            .filter { counts.isSame(as: $1, threshold: max(threshold, $0.threshold)) }.map(\.0).filter(mayComeAsFile)
        return found.min { ($0.closesOn, $0.title) < ($1.closesOn, $1.title) }
    }

    /// Of all other waves a made-up file that is refused would tell, try by try, how many exactly gave which answer.
    private func mayComeAsFile(_ wave: Wave) throws -> Bool {
        if wave.isImported { return true }
        let decisions = try decisions(naming: wave.id, in: wave.organisation)
        return decisions.contains { $0.kind == .rawExport && $0.isByTwo }
    }

    func wave(titled title: String, heldUntil day: Day, in organisation: Organisation.ID) throws -> Wave? {
        let query = "SELECT * FROM wave WHERE organisation_id = $1 AND closed_on = $2"
        let key = title.trimmed.lowercased()
        return try rows(query, organisation, day).map(Wave.init).first { $0.title.trimmed.lowercased() == key }
    }
}
