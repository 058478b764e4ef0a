import Core
import Foundation
import GRDB
import Methods
import Surveys

extension Store {
    /// Below so many bytes a closing may not fit.
    static let leastFree = 200_000_000
    private static let leastPages = 256

    /// Everything that is wrong with this installation, as far as it can be seen without changing anything.
    public func examine() async throws -> [Ailment] {
        let found =
            try await looking(examineCore) + looking(examineWaves) + looking(examineFolders)
            + looking(examineDepartures) + looking(examineMail)
        return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// A database that does not answer is itself what is wrong.
    private func looking(_ look: () async throws -> [Ailment]) async throws -> [Ailment] {
        do { return try await look() } catch {
            guard let found = ailment(error) else { throw error }
            return [found]
        }
    }

    private func ailment(_ error: any Error) -> Ailment? {
        Ailment(error, isFull: freeBytes(folder.url) < Self.leastFree)
    }

    private func examineWaves() async throws -> [Ailment] {
        let waves = try await read { try $0.rows("SELECT * FROM wave ORDER BY title, id").map(Wave.init) }
        var ailments: [Ailment] = []
        for wave in waves { ailments += await examine(wave) }
        return ailments
    }

    private func examineMail() async throws -> [Ailment] {
        try await mailStandstill().map { [Ailment(kind: .mailStandsStill, what: $0.told)] } ?? []
    }

    private func examineFolders() async throws -> [Ailment] {
        try await (examinePacks() + shelf.broken.map(Ailment.init(pack:problems:))).sorted { $0.what < $1.what }
            + strayFolders().map { Ailment(kind: .spoolIsLeft, what: "waves/" + $0.lastPathComponent) }
    }

    /// Those of organisations' own folders as they lie there now: a server read them at its start.
    private func examinePacks() async throws -> [Ailment] {
        let leftOut = shelf.ownBroken
        return try await packsNow().compactMap { place, problems in
            if let problems { return Ailment(pack: place, problems: problems) }
            return leftOut[place] == nil ? nil : Ailment(kind: .packWaitsForStart, what: place)
        }
    }

    private func examineCore() async throws -> [Ailment] {
        let now = clock.now
        let (synchronous, isWhole, pages, newest) = try await core.writeWithoutTransaction { database in
            (
                try Int.fetchOne(database, sql: "PRAGMA synchronous") ?? 0,
                try String.fetchOne(database, sql: "PRAGMA integrity_check") == "ok",
                try Store.freePages(of: database), try Store.newestHour(in: database)
            )
        }
        let kinds: [(Bool, Ailment.Kind)] = [
            (synchronous < 2, .isNotDurable), (!isWhole, .pagesAreBroken),
            (pages < Self.leastPages || freeBytes(folder.url) < Self.leastFree, .diskIsFull),
            // The log knows the hour of every act: one that is still to come was written by a clock that ran ahead.
            (newest.map { $0 > now.seconds / 3600 } ?? false, .clockWentBack),
        ]
        return kinds.filter(\.0).map { Ailment(kind: $0.1, what: "core.sqlite") }
    }

    private static func freePages(of database: Database) throws -> Int {
        let most = try Int.fetchOne(database, sql: "PRAGMA max_page_count") ?? .max
        let used = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        let free = try Int.fetchOne(database, sql: "PRAGMA freelist_count") ?? 0
        return most - used + free
    }

    /// Hours since 1970 of the newest line of the log, as the organisation's clock showed them; a day of grace covers
    /// every time zone.
    private static func newestHour(in database: Database) throws -> Int? {
        try Int.fetchOne(database, sql: "SELECT MAX(day * 24 + hour) FROM audit").map { $0 - 24 }
    }

    private func examine(_ wave: Wave) async -> [Ailment] {
        var (kinds, missing): ([Ailment.Kind], [Ailment]) = ([], [])
        do {
            let home = try await organisation(wave.organisation)
            missing += missingAnswers(of: wave, in: home)
            do { _ = try await instrument(of: wave) } catch {
                if let found = ailment(error) { return [found] }
                missing.append(missingPack(of: wave, in: home))
            }
        } catch {
            if let found = ailment(error) { return [found] }
        }
        let files = folder.files(of: wave.id)
        if [files.answers, files.texts].contains(where: { files.exists($0) && !isWhole($0) }) {
            kinds.append(.pagesAreBroken)
        }
        let isOver = wave.state == .closed || wave.state == .published || wave.state == .withdrawn
        if isOver, files.exists(files.spool) || files.exists(files.secret) { kinds.append(.spoolIsLeft) }
        if wave.state == .open { kinds += examineOpen(wave.id, files) }
        return missing + kinds.map { Ailment(kind: $0, what: wave.title) }
    }

    /// What the program does not bring belongs in the organisation's own folder, or did.
    private func missingPack(of wave: Wave, in home: Organisation) -> Ailment {
        let isOurs = shelf.isFromProgram(wave.terms?.pack.id ?? wave.pack)
        return Ailment(kind: .packIsMissing, what: wave.title, organisation: isOurs ? nil : home.slug)
    }

    /// A wave from a file never had any.
    private func missingAnswers(of wave: Wave, in home: Organisation) -> [Ailment] {
        let files = folder.files(of: wave.id)
        guard wave.state == .closed || wave.state == .published, !wave.isImported, let closed = wave.closedOn,
            !files.exists(files.answers)
        else { return [] }
        let until = closed + wave.agreedKeepDays
        guard clock.now.day(in: home.zone) <= until else { return [] }
        let file = "waves/\(wave.id)/" + files.answers.lastPathComponent
        return [Ailment(kind: .answersAreGone, what: wave.title, day: until, file: file)]
    }

    private func examineOpen(_ wave: Wave.ID, _ files: WaveFiles) -> [Ailment.Kind] {
        let hasSpool = files.exists(files.spool)
        let isBroken = hasSpool && !(openWaves[wave]?.spool.isWhole() ?? isWhole(files.spool))
        let canGoOn = hasSpool && (try? files.readSecret()) != nil && standstill(of: wave) == nil
        return (isBroken ? [.spoolIsBroken] : []) + (canGoOn ? [] : [.wavesStandStill])
    }

    private func isWhole(_ file: URL) -> Bool {
        var configuration = Configuration.weefsel()
        configuration.readonly = true
        let check = try? DatabaseQueue(path: file.path, configuration: configuration).read {
            try String.fetchOne($0, sql: "PRAGMA integrity_check")
        }
        return check == "ok"
    }
}

extension Spool {
    /// Over the connection that writes: nothing is laid beside a spool that is in use.
    fileprivate func isWhole() -> Bool {
        (try? database.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }) == "ok"
    }
}

extension Ailment {
    private static let changed: Set = [PackFault.wordingChanged, .meaningChanged, .scaleChanged, .revisionWentBack]

    fileprivate init(pack: String, problems: Problems) {
        let isChanged = problems.all.contains { Self.changed.map(\.rawValue).contains($0.key) }
        self.init(kind: isChanged ? .wordingChanged : .packIsBroken, what: pack.contains("/") ? pack : "Packs/\(pack)")
    }
}
