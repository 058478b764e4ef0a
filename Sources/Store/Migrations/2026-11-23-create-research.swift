extension Migration {
    /// The decision on which a research wave stands.
    static let createResearch = Migration(
        "2026-11-23-create-research", tables: [:],
        sql: """
            ALTER TABLE wave ADD COLUMN research TEXT;
            """
    )
}
