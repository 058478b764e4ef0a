extension Migration {
    /// The wave that a decision is about, named when it was asked for, with the title that it had then. No foreign key leads
    /// to the wave: a draft may be removed, and the decision goes on saying what it was about.
    static let createDecisionWave = Migration(
        "2026-11-28-create-decision-wave",
        tables: ["decision_wave": .plain],
        sql: """
            CREATE TABLE decision_wave (
                organisation_id TEXT NOT NULL,
                decision_id TEXT NOT NULL,
                wave_id TEXT NOT NULL,
                title TEXT NOT NULL,
                number INTEGER NOT NULL,
                PRIMARY KEY (organisation_id, decision_id, wave_id),
                FOREIGN KEY (organisation_id, decision_id) REFERENCES decision (organisation_id, id) ON DELETE CASCADE
            ) STRICT;

            CREATE UNIQUE INDEX decision_wave_by_wave ON decision_wave (organisation_id, wave_id, number);

            INSERT INTO decision_wave (organisation_id, decision_id, wave_id, title, number)
            SELECT tied.organisation_id, tied.decision_id, tied.wave_id, wave.title,
                ROW_NUMBER() OVER (PARTITION BY tied.organisation_id, tied.wave_id ORDER BY tied.decision_id)
            FROM (
                SELECT organisation_id, decision_id, wave_id FROM raw_export
                UNION SELECT organisation_id, decision_id, wave_id FROM wave_paper
            ) AS tied
            JOIN wave ON wave.organisation_id = tied.organisation_id AND wave.id = tied.wave_id;

            DROP TABLE raw_export;

            DROP TABLE wave_paper;

            ALTER TABLE decision ADD COLUMN withdrawn_on INTEGER;
            """
    )
}
