public import Core
public import Foundation
import GRDB
public import Methods
import Surveys
import Synchronization

/// The one door to everything that is kept. Each change is durable before the call returns.
public final class Store: Sendable {
    public let folder: DataFolder
    public let clock: Clock
    public let kind: Kind
    let core: DatabasePool
    let passwords: Passwords
    let delays = SignInDelays()
    let openWaves = OpenWaves()
    private let changeCount = Atomic(0)
    let turns = Turns<Wave>()
    let departures = Turns<Organisation>()
    let goneOrganisations = GoneOrganisations()
    let backups = BackupTurns()
    let openHandles = OpenHandles()
    /// Rung when there is something to hand in.
    public let mailBell = MailBell()
    let recountedDays = RecountedDays()
    let standstills = Standstills()
    let releases = WaveShelf<Release>()
    let freeBytes: @Sendable (URL) -> Int
    let eraser: Eraser
    let groupShelf = WaveShelf<(home: Organisation.ID, groups: [Group])>()
    let shelf: PackShelf
    let halts: Halts
    /// For files of answers: nobody waits for somebody else's.
    public let slowWork = SlowWork()
    let spoolPages: Int?
    let answersPages: Int?
    /// Whether opening took up the open waves and ended what a stop left half done.
    let didFinish: Bool

    /// What an installation is for; a clock may be set, and faults be made, only where nothing is real.
    public enum Kind: String, Sendable {
        case real, demo, test

        /// The binary logarithm of scrypt's N: small where nothing is real. The demo is, to whoever types a password in it.
        fileprivate var passwordCost: Int { self == .test ? 4 : 17 }
    }

    /// What opening a folder may do in it: all; only bring the schema up to date; or nothing.
    public enum Opening: Sendable { case finishing, waiting, looking }

    public struct Options: Sendable {
        public var clock: Clock?
        public var packs: [PackFiles] = []
        /// Packs whose files could not even be read, by the name of their folder.
        public var unreadablePacks: [String: Problems] = [:]
        /// The kind that an empty folder gets.
        public var kind: Kind = .real
        public var opening = Opening.finishing
        public var haltAt: String?
        public var spoolPages: Int?
        public var answersPages: Int?
        public var corePages: Int?
        public var synchronous: Int?
        /// How much room the disk of a folder has.
        public var freeBytes: @Sendable (URL) -> Int = { folder in
            let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder.path)
            return (attributes?[.systemFreeSize] as? NSNumber)?.intValue ?? .max
        }

        var eraser = Eraser()
        /// Only a test of the program itself sets a clock where people would be real.
        var isClockTrusted = false

        public init() {}
    }

    /// Opens the folder's database, brings its schema up to date, and finishes what a stop left half done.
    public init(_ folder: DataFolder, _ options: Options = Options()) async throws {
        self.folder = folder
        core = try DatabasePool(path: folder.core.path, configuration: .weefsel())
        try core.makeDurable()
        kind = try await core.begin(options, folder.backups)
        if kind == .real, options.kind == .demo { throw StartProblem.isReal }
        if kind == .real, options.clock != nil, !options.isClockTrusted { throw StartProblem.clockIsFixed }
        clock = options.clock ?? .system
        passwords = Passwords(cost: kind.passwordCost)
        shelf = PackShelf(options.packs, unreadable: options.unreadablePacks)
        if kind == .test { try core.plantFaults(options) }
        halts = Halts(at: kind == .test ? options.haltAt : nil)
        spoolPages = kind == .test ? options.spoolPages : nil
        answersPages = kind == .test ? options.answersPages : nil
        freeBytes = options.freeBytes
        eraser = options.eraser
        didFinish = options.opening == .finishing
        try await takeUpPackFolders()
        try await takeUpOwnPacks()
        if didFinish { try await finishWhatWasBegun() }
    }

    func read<Value: Sendable>(_ use: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        try await core.read { try use(Transaction(database: $0)) }
    }

    @discardableResult
    func write<Value: Sendable>(_ use: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        defer { markChange() }
        return try await core.write { try use(Transaction(database: $0)) }
    }

    /// Rises with each change, so that what was rendered before it is not shown after it.
    public var changes: Int { changeCount.load(ordering: .relaxed) }

    func markChange() { changeCount.add(1, ordering: .relaxed) }

    /// Whether the database answers.
    public func isReady() async -> Bool {
        (try? await read { try $0.row("SELECT 1 AS one") != nil }) ?? false
    }
}

extension Transaction {
    fileprivate func start(as kind: Store.Kind) throws -> Store.Kind {
        try migrate()
        try run("INSERT INTO installation (name, value) VALUES ('kind', $1) ON CONFLICT DO NOTHING", kind.rawValue)
        return try storedKind()
    }

    fileprivate func kindAsItIs() throws -> Store.Kind {
        let done = try stepsDone()
        guard done.isSubset(of: Migration.all.map(\.name)) else { throw StartProblem.isFromNewerVersion }
        guard done.count == Migration.all.count else { throw StartProblem.isOlder }
        return try storedKind()
    }

    private func storedKind() throws -> Store.Kind {
        let value: String? = try row("SELECT value FROM installation WHERE name = 'kind'")?["value"]
        return value.flatMap(Store.Kind.init) ?? .real
    }
}

extension DatabasePool {
    /// Brings the schema up to date, but for whoever only looks.
    fileprivate func begin(_ options: Store.Options, _ backups: URL) async throws -> Store.Kind {
        guard options.opening == .looking else {
            try await copyBeforeUpgrade(into: backups)
            return try await write { try Transaction(database: $0).start(as: options.kind) }
        }
        return try await read { try Transaction(database: $0).kindAsItIs() }
    }
}
