public import Core
import Foundation
public import Surveys

/// What removing an organisation would take away, what it would leave, and what keeps it from happening.
public struct LeavingPlan: Sendable {
    /// A copy that the program made itself, and the last day on which it lies here.
    public struct Copy: Equatable, Sendable, Codable {
        public let file: String
        public let until: Day

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(file, forKey: .file)
            try container.encode("\(until)", forKey: .until)
        }
    }

    public let organisation: Organisation
    public let waves: [Wave.State: Int]
    /// Titles of waves that are open: first they are closed or withdrawn.
    public let open: [String]
    /// How many rows of each kind would go.
    public let removed: [String: Int]
    /// Files below the data folder that would be destroyed.
    public let files: [String]
    /// Those that the program cannot take away, or the folders that keep it from that, as they lie on the disk.
    public let blocked: Stuck?
    /// Accounts that would stay, because another organisation knows them too.
    public let staying: Int
    public let copies: [Copy]
    /// The last day on which a backup of before may lie anywhere, if it goes today.
    public let backupsUntil: Day
    /// Decisions to leave that hold.
    public let decisions: [Decision]
    /// Whether a backup is being made or was not fetched yet: it is waited for.
    public let waitsForBackup: Bool
    public let exported: LastExport?
    /// Whether everything was taken along after the last change. What went before and came back with a backup is asked for
    /// nothing.
    public let isTaken: Bool
    /// The day on which it was removed before, where it came back with a backup: that decision still holds.
    public let removedBefore: Day?

    /// Why an organisation stays.
    public enum Refusal: String, CaseIterable, Core.Refusal {
        case nothingTaken = "departure.nothing_taken"
        case changedMeanwhile = "departure.changed_meanwhile"
        case wavesAreOpen = "departure.waves_are_open"
        case takesDecision = "departure.takes_decision"
        case takesTwo = "departure.takes_two"
        case goesOn = "departure.goes_on"
        case backupIsMade = "departure.backup_is_made"
        case backupWaits = "departure.backup_waits"
    }
}

extension Store {
    public func leavingPlan(of home: Organisation) async throws -> LeavingPlan {
        let waves = try await waves(in: home.id)
        let decisions = try await decisions(in: home.id).filter { $0.lets(go: home) }
        let exported = try await lastExport(of: home.id)
        let (numbers, going, staying, before, isTaken) = try await read { transaction in
            (
                try transaction.numbers(of: home.id), try transaction.strangers(but: home.id).count,
                try transaction.staying(of: home.id), try transaction.departure(of: home.id)?.on,
                try transaction.isTaken(home.id)
            )
        }
        let found = blocked(of: home.id, home.slug, waves.map(\.id))
        let stuck = found.isEmpty ? nil : Stuck(paths: found, folder: folder.url.path, isHalfDone: false)
        return LeavingPlan(
            organisation: home, waves: Dictionary(grouping: waves, by: \.state).mapValues(\.count),
            open: waves.filter { $0.state == .open }.map(\.title),
            removed: numbers.merging(["account": going]) { $1 },
            files: try files(of: home, waves.map(\.id)), blocked: stuck, staying: staying, copies: try copies(),
            backupsUntil: clock.now.day(in: home.zone) + Store.backupDays, decisions: decisions,
            waitsForBackup: !lyingBackups().isEmpty, exported: exported,
            isTaken: before != nil || isTaken, removedBefore: before)
    }

    /// Paths below the data folder.
    func files(of home: Organisation, _ waves: [Wave.ID]) throws -> [String] {
        let places = waves.map { "waves/\($0)" } + ["packs/\(home.slug)"]
        let inside = places.flatMap { place in
            ((try? FileManager.default.subpathsOfDirectory(atPath: folder.url.path + "/" + place)) ?? [])
                .map { "\(place)/\($0)" }
        }
        return (inside.filter(isFile) + unfinished(of: home.id).filter { !isMark($0) }).sorted()
    }

    /// How many empty files say that there was one of answers: nothing is in them.
    func marks(of home: Organisation.ID) -> Int { unfinished(of: home).count(where: isMark) }

    private func isMark(_ path: String) -> Bool { path.hasSuffix(ImportFile.markSuffix) }

    private func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: folder.url.path + "/" + path, isDirectory: &isFolder)
            && !isFolder.boolValue
    }

    /// What lies in tmp for this organisation, and for no other.
    func unfinished(of home: Organisation.ID) -> [String] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.temporary.path)) ?? []
        return all.filter { TemporaryFile.owner(of: $0) == home }.map { "tmp/\($0)" }
    }

    /// Copies from before upgrades, with the last day on which each lies here.
    func copies() throws -> [LeavingPlan.Copy] {
        let place = folder.backups
        guard FileManager.default.fileExists(atPath: place.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(
            at: place, includingPropertiesForKeys: [.contentModificationDateKey]
        ).compactMap { url in
            let made = try url.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
            guard let made else { return nil }
            let until = Moment(seconds: Int(made.timeIntervalSince1970)).day(in: .amsterdam) + Store.backupDays
            return LeavingPlan.Copy(file: "backups/\(url.lastPathComponent)", until: until)
        }.sorted { $0.file < $1.file }
    }
}

extension Decision {
    /// Whether it is the decision of this organisation to leave: by both, and by a staff meeting only where nobody else
    /// speaks for the staff.
    func lets(go home: Organisation) -> Bool {
        kind == .leaving && holds(where: home.council)
    }
}
