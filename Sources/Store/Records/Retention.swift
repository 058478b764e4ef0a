import Core
import Foundation
import Surveys

/// What the promises say must go by now.
public struct Due: Sendable, Codable, Equatable {
    public let kind: String
    public let name: String
}

extension Store {
    private static let backupDays = 14
    private static let auditDays = 365 * 2

    /// Destroys what was promised to be gone by today; with `isDry` only says what that is.
    public func keepPromises(isDry: Bool) async throws -> [Due] {
        let now = clock.now
        var due: [Due] = []
        for wave in try await dueWaves(at: now) {
            due.append(Due(kind: "answers", name: wave.title))
            if !isDry { try await destroyAnswers(of: wave) }
        }
        for file in try oldFiles(at: now) {
            due.append(Due(kind: file.kind, name: file.url.lastPathComponent))
            if !isDry { try FileManager.default.removeItem(at: file.url) }
        }
        let (signIns, lines) = try await forget(at: now, isDry: isDry)
        if signIns > 0 { due.append(Due(kind: "sign-ins", name: "\(signIns)")) }
        if lines > 0 { due.append(Due(kind: "log", name: "\(lines)")) }
        return due
    }

    private func dueWaves(at now: Moment) async throws -> [Wave] {
        let query = "SELECT * FROM wave WHERE closed_on IS NOT NULL"
        let waves = try await read { transaction in
            try transaction.rows(query).map { row in
                let wave = try Wave(row)
                return (wave, try transaction.organisation(wave.organisation))
            }
        }
        return waves.compactMap { wave, home -> Wave? in
            let files = folder.files(of: wave.id)
            guard let closed = wave.closedOn, files.exists(files.answers) else { return nil }
            return now.day(in: home.zone) > closed + wave.agreedKeepDays ? wave : nil
        }
    }

    private func destroyAnswers(of wave: Wave) async throws {
        let files = folder.files(of: wave.id)
        try files.destroy(files.answers)
        let moment = clock.now
        try await write { transaction in
            let home = try transaction.organisation(wave.organisation)
            try transaction.audit(.answersDestroyed, wave.title, by: nil, at: moment, in: home)
        }
    }

    private func oldFiles(at now: Moment) throws -> [(kind: String, url: URL)] {
        let places = [("backup", folder.backups, Self.backupDays * 86_400), ("temporary", folder.temporary, 3_600)]
        return try places.flatMap { kind, place, age in
            guard FileManager.default.fileExists(atPath: place.path) else { return [(kind: String, url: URL)]() }
            let files = try FileManager.default.contentsOfDirectory(
                at: place, includingPropertiesForKeys: [.contentModificationDateKey])
            return try files.filter { url in
                let changed = try url.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
                return changed.map { now.seconds - Int($0.timeIntervalSince1970) > age } ?? false
            }.map { (kind, $0) }
        }
    }

    private func forget(at now: Moment, isDry: Bool) async throws -> (signIns: Int, lines: Int) {
        let old = now + -12 * 3600
        let oldDay = Day(number: now.seconds / 86_400 - Self.auditDays)
        let due = try await read { transaction in
            let signIns: Int =
                try transaction.row("SELECT COUNT(*) AS number FROM sign_in WHERE started_at < $1", old)?["number"] ?? 0
            let lines: Int =
                try transaction.row("SELECT COUNT(*) AS number FROM audit WHERE day < $1", oldDay)?["number"] ?? 0
            return (signIns, lines)
        }
        guard !isDry, due.0 + due.1 > 0 else { return due }
        try await write { transaction in
            try transaction.run("DELETE FROM sign_in WHERE started_at < $1", old)
            try transaction.run("DELETE FROM audit WHERE day < $1", oldDay)
        }
        return due
    }
}
