extension Migration {
    /// Failed tries to sign in are counted in memory, for names that nobody has as well.
    static let forgetFailedTries = Migration(
        "2026-11-22-forget-failed-tries", tables: [:],
        sql: """
            ALTER TABLE account DROP COLUMN failures;
            ALTER TABLE account DROP COLUMN locked_until;
            """
    )
}
