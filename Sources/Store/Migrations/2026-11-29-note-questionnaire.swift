extension Migration {
    /// What a wave asked when a decision about its raw answers was asked for. Of decisions of before only the name of the
    /// questionnaire is known, as it is now.
    static let noteQuestionnaire = Migration(
        "2026-11-29-note-questionnaire",
        tables: [:],
        sql: """
            ALTER TABLE decision_wave ADD COLUMN pack TEXT;

            ALTER TABLE decision_wave ADD COLUMN pack_title TEXT;

            ALTER TABLE decision_wave ADD COLUMN pack_version TEXT;

            ALTER TABLE decision_wave ADD COLUMN asked TEXT;

            UPDATE decision_wave SET pack = (
                SELECT wave.pack FROM wave
                WHERE wave.organisation_id = decision_wave.organisation_id AND wave.id = decision_wave.wave_id)
            WHERE EXISTS (
                SELECT 1 FROM decision
                WHERE decision.organisation_id = decision_wave.organisation_id
                    AND decision.id = decision_wave.decision_id AND decision.kind = 'raw_export');
            """
    )
}
