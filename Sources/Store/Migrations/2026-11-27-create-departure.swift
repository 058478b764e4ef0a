extension Migration {
    /// That an organisation was removed, without its name or id: the SHA-256 of the id knows it again in an old backup.
    static let createDeparture = Migration(
        "2026-11-27-create-departure",
        tables: ["departure": .plain],
        sql: """
            CREATE TABLE departure (
                id_hash TEXT PRIMARY KEY NOT NULL,
                left_on INTEGER NOT NULL,
                decision_hash TEXT NOT NULL,
                removed TEXT NOT NULL,
                proof_hash TEXT NOT NULL
            ) STRICT;
            """
    )
}
