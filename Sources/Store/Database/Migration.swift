/// One step of the schema: forward only, never edited after release.
struct Migration: Sendable {
    /// What a table holds: what is of somebody, by name or by an id that leads to one; answers that are of nobody; or
    /// neither. A test classes every table, and fails on a new one.
    enum TableClass: Sendable { case personal, anonymous, plain }

    let name: String
    let tables: [String: TableClass]
    let sql: String

    init(_ name: String, tables: [String: TableClass], sql: String) {
        self.name = name
        self.tables = tables
        self.sql = sql
    }

    static let all: [Migration] = [
        .createInstallation, .createOrganisation, .createAccount, .createUnit, .createRecords, .createWave,
        .createRelease, .createOwnPack, .forgetFailedTries, .createResearch, .createPermission,
        .noteCouncil, .noteWay, .createPaper, .createRawExport, .createDeparture, .createDecisionWave,
        .noteQuestionnaire, .createMember, .createStaffImport, .noteTypedHeadcount, .noteDevice, .createSecondFactor,
        .createInvitation, .createMail, .createRegisterEntry,
    ]
}

extension Transaction {
    /// The steps that this database has; none before its first start.
    func stepsDone() throws -> Set<String> {
        guard try row("SELECT 1 AS one FROM sqlite_master WHERE name = 'migration'") != nil else { return [] }
        return try Set(rows("SELECT name FROM migration").map { try $0["name"] })
    }

    /// Brings the schema up to date; a database that knows a step we do not is from a newer version.
    func migrate(_ steps: [Migration] = Migration.all) throws {
        try execute("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY NOT NULL) STRICT")
        let done = try Set(rows("SELECT name FROM migration").map { try $0["name"] as String })
        guard done.isSubset(of: steps.map(\.name)) else { throw StartProblem.isFromNewerVersion }
        for step in steps where !done.contains(step.name) {
            try execute(step.sql)
            try run("INSERT INTO migration (name) VALUES ($1)", step.name)
        }
    }
}
