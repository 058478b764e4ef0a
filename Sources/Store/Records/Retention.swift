public import Core
import Foundation
import Surveys

/// What the promises say must go by now.
public struct Due: Sendable, Codable, Equatable {
    public let kind: String
    public let name: String
}

extension Store {
    /// For how many days a copy is kept.
    public static let backupDays = 14
    static let auditDays = 365 * 2
    /// For how many days somebody stays in the list of staff after the last working day: who comes back is the same.
    static let leaverDays = 365

    /// Something of which the time is over, and how it goes.
    private struct Overdue {
        let due: Due
        let destroy: () async throws -> Void
    }

    /// Destroys what was promised to be gone by today; with `isDry` only says what that is. What cannot be destroyed
    /// keeps nothing else from it, and is thrown at the end.
    public func keepPromises(isDry: Bool) async throws -> [Due] {
        let now = clock.now
        let overdue = try await overdueAnswers(at: now) + oldFiles(at: now) + strays() + leftSpools() + leavers(at: now)
        let failure = isDry ? nil : await destroy(overdue)
        var due = overdue.map(\.due)
        let messages = try await forgetMail(at: now, isDry: isDry)
        if messages > 0 { due.append(Due(kind: "mail", name: "\(messages)")) }
        due += try await forgettable(at: now)
        if !isDry { try await forget(at: now) }
        due += try await spools(at: now)
        if !isDry { try await finishWhatIsDue() }
        if let failure { throw failure }
        return due
    }

    /// What the next run destroys of one organisation, and nothing of others or of the installation; in the same order.
    public func due(in home: Organisation.ID) async throws -> [Due] {
        let now = clock.now
        let overdue = try await overdueAnswers(at: now, in: home) + leftSpools(in: home) + leavers(at: now, in: home)
        let messages = try await forgetMail(at: now, in: home, isDry: true)
        let mail = messages > 0 ? [Due(kind: "mail", name: "\(messages)")] : []
        return try await overdue.map(\.due) + mail + forgettable(at: now, in: home) + spools(at: now, in: home)
    }

    private func destroy(_ overdue: [Overdue]) async -> (any Error)? {
        var failure: (any Error)?
        for one in overdue { do { try await one.destroy() } catch { failure = error } }
        return failure
    }

    private func overdueAnswers(at now: Moment, in home: Organisation.ID? = nil) async throws -> [Overdue] {
        try await dueWaves(at: now).filter { $0.0.isOf(home) }.map { wave, kind in
            Overdue(due: Due(kind: kind.rawValue, name: wave.title)) { try await self.destroy(kind, of: wave) }
        }
    }

    private func strays() async throws -> [Overdue] {
        try await strayFolders().map { folder in
            Overdue(due: Due(kind: "spool", name: "waves/" + folder.lastPathComponent)) {
                try FileManager.default.removeItem(at: folder)
            }
        }
    }

    /// Folders of waves that nobody knows: what was answered there can be read by nobody, and must go.
    func strayFolders() async throws -> [URL] {
        let waves = folder.url.appendingPathComponent("waves", isDirectory: true)
        // Before the waves are asked for: each was known before its folder was made.
        let folders = try FileManager.default.contentsOfDirectory(at: waves, includingPropertiesForKeys: nil)
        let known = try await read { try Set($0.rows("SELECT id FROM wave").map { try $0["id"] as String }) }
        return folders.filter { !known.contains($0.lastPathComponent) }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    /// What a stop left behind of waves that take no answers any more.
    private func leftSpools(in home: Organisation.ID? = nil) async throws -> [Overdue] {
        let query = "SELECT * FROM wave WHERE state NOT IN ('draft', 'open') ORDER BY title, id"
        return try await read { try $0.rows(query).map(Wave.init) }.filter { wave in
            let files = folder.files(of: wave.id)
            return wave.isOf(home) && (files.exists(files.spool) || files.exists(files.secret))
        }.map { wave in
            Overdue(due: Due(kind: "spool", name: wave.title)) { try await self.clear(wave) }
        }
    }

    /// Of each organisation who left long ago, but for whoever signs in: that account goes by a hand.
    private func leavers(at now: Moment, in home: Organisation.ID? = nil) async throws -> [Overdue] {
        let query = """
            SELECT organisation_id, id FROM member WHERE left_on < $1 AND ($2 IS NULL OR organisation_id = $2)
                AND NOT EXISTS (SELECT 1 FROM account WHERE account.id = member.id)
            """
        let last = Day(number: now.seconds / 86_400 - Self.leaverDays)
        let gone: [(Organisation.ID, Member.ID)] = try await read { transaction in
            try transaction.rows(query, last, home).map { try ($0["organisation_id"], $0["id"]) }
        }
        return Dictionary(grouping: gone, by: \.0).sorted { $0.key < $1.key }.map { organisation, members in
            Overdue(due: Due(kind: "leavers", name: "\(members.count)")) {
                try await self.eraseMembers(members.map(\.1), by: nil, in: organisation)
            }
        }
    }

    private func clear(_ wave: Wave) async throws {
        // Whoever is closing or withdrawing it clears it after.
        do { try turns.take(wave.id) } catch { return }
        defer { turns.giveBack(wave.id) }
        try clearOver(try await self.wave(wave.id, in: wave.organisation))
    }

    /// Waves whose last day is over, with their spools.
    private func spools(at now: Moment, in home: Organisation.ID? = nil) async throws -> [Due] {
        let query = "SELECT * FROM wave WHERE state = 'open' ORDER BY title, id"
        let waves = try await read { transaction in
            try transaction.rows(query).map { row in
                let wave = try Wave(row)
                return (wave, try transaction.organisation(wave.organisation).zone)
            }
        }
        return waves.flatMap { wave, zone -> [Due] in
            let files = folder.files(of: wave.id)
            let isLeft = files.exists(files.spool) || files.exists(files.secret)
            let isOver = files.exists(files.closing) || now >= Moment.end(of: wave.closesOn, in: zone)
            guard isOver, wave.isOf(home) else { return [] }
            return [Due(kind: "wave", name: wave.title)] + (isLeft ? [Due(kind: "spool", name: wave.title)] : [])
        }
    }

    /// A store that runs closes what it took up; one that was only opened does what every opening does.
    private func finishWhatIsDue() async throws {
        if didFinish { try await closeDueWaves() } else { try await finishWhatWasBegun() }
    }

    private func dueWaves(at now: Moment) async throws -> [(Wave, KeptAnswers.Kind)] {
        let query = "SELECT * FROM wave WHERE closed_on IS NOT NULL"
        let waves = try await read { transaction in
            try transaction.rows(query).map { row in
                let wave = try Wave(row)
                return (wave, try transaction.organisation(wave.organisation))
            }
        }
        return waves.flatMap { wave, home -> [(Wave, KeptAnswers.Kind)] in
            guard let closed = wave.closedOn else { return [] }
            return folder.files(of: wave.id).kept(of: wave)
                .filter { now.day(in: home.zone) > closed + $0.days }.map { (wave, $0.kind) }
        }
    }

    private func destroy(_ kind: KeptAnswers.Kind, of wave: Wave) async throws {
        let files = folder.files(of: wave.id)
        try files.destroy(files.file(of: kind))
        let moment = clock.now
        try await write { transaction in
            let home = try transaction.organisation(wave.organisation)
            try transaction.audit(kind.destroyed, wave.title, by: nil, at: moment, in: home)
        }
    }

    private func oldFiles(at now: Moment) throws -> [Overdue] {
        let places = [("backup", folder.backups), ("temporary", folder.temporary)]
        return try places.flatMap { kind, place -> [Overdue] in
            guard FileManager.default.fileExists(atPath: place.path) else { return [] }
            let files = try FileManager.default.contentsOfDirectory(
                at: place, includingPropertiesForKeys: [.contentModificationDateKey])
            return try files.filter { url in
                let name = url.lastPathComponent
                let age = kind == "backup" ? Self.backupDays * 86_400 : ImportFile.restSeconds(of: name)
                let changed = try url.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
                return changed.map { now.seconds - Int($0.timeIntervalSince1970) > age } ?? false
            }.map { url in
                Overdue(due: Due(kind: kind, name: url.lastPathComponent)) { try Self.remove(url) }
            }
        }
    }

    /// What people answered goes as other secrets do.
    private static func remove(_ file: URL) throws {
        guard file.lastPathComponent.hasPrefix(ImportFile.prefix) else {
            return try FileManager.default.removeItem(at: file)
        }
        try FileManager.default.removeWrittenOver(file)
    }
}

extension Wave {
    /// Whether it is of this organisation; any is where none is asked for.
    fileprivate func isOf(_ home: Organisation.ID?) -> Bool { home.map { $0 == organisation } ?? true }
}
