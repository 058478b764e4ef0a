extension Migration {
    /// Forms of paper: which codes stand on them, and the decision that says who types them.
    static let createPaper = Migration(
        "2026-11-26-create-paper", tables: [:],
        sql: """
            ALTER TABLE decision_witness ADD COLUMN is_typist INTEGER NOT NULL DEFAULT 0;

            ALTER TABLE card_batch ADD COLUMN is_paper INTEGER NOT NULL DEFAULT 0;

            CREATE TABLE wave_paper (
                organisation_id TEXT NOT NULL,
                wave_id TEXT NOT NULL,
                decision_id TEXT NOT NULL,
                version INTEGER NOT NULL,
                PRIMARY KEY (organisation_id, wave_id),
                FOREIGN KEY (organisation_id, wave_id) REFERENCES wave (organisation_id, id) ON DELETE CASCADE,
                FOREIGN KEY (organisation_id, decision_id) REFERENCES decision (organisation_id, id) ON DELETE CASCADE
            ) STRICT;
            """
    )
}
