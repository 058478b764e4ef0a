extension Migration {
    /// Whether somebody of the staff council noted that a manifest was read.
    static let noteCouncil = Migration(
        "2026-11-24-note-council", tables: [:],
        sql: """
            ALTER TABLE manifest_seen ADD COLUMN by_council INTEGER NOT NULL DEFAULT 0;
            """
    )
}
