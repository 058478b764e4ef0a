extension Migration {
    /// Which decision lets the raw answers of which research wave out: it was agreed on for that one.
    static let createRawExport = Migration(
        "2026-11-27-create-raw-export",
        tables: [:],
        sql: """
            CREATE TABLE raw_export (
                organisation_id TEXT NOT NULL,
                decision_id TEXT NOT NULL,
                wave_id TEXT NOT NULL,
                PRIMARY KEY (organisation_id, decision_id),
                FOREIGN KEY (organisation_id, decision_id) REFERENCES decision (organisation_id, id) ON DELETE CASCADE,
                FOREIGN KEY (organisation_id, wave_id) REFERENCES wave (organisation_id, id) ON DELETE CASCADE
            ) STRICT;

            CREATE INDEX raw_export_by_wave ON raw_export (organisation_id, wave_id);
            """
    )
}
