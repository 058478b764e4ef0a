extension Migration {
    /// How the answers of a wave came here: by cards, or from a file.
    static let noteWay = Migration(
        "2026-11-25-note-way", tables: [:],
        sql: """
            ALTER TABLE wave ADD COLUMN way TEXT NOT NULL DEFAULT 'cards';
            """
    )
}
