extension Migration {
    /// With what somebody signed in, so that they know their own sign-ins apart.
    static let noteDevice = Migration(
        "2026-12-03-note-device",
        tables: [:],
        sql: """
            ALTER TABLE sign_in ADD COLUMN device TEXT NOT NULL DEFAULT '';
            """
    )
}
