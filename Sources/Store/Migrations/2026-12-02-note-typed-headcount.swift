extension Migration {
    /// What was typed of a unit before the list of staff began to count its people, and with which list that began. Of units
    /// that were counted before nobody knows any more what was typed.
    static let noteTypedHeadcount = Migration(
        "2026-12-02-note-typed-headcount",
        tables: [:],
        sql: """
            ALTER TABLE unit ADD COLUMN typed_headcount INTEGER;

            UPDATE unit SET typed_headcount = headcount WHERE EXISTS (
                SELECT 1 FROM member_unit
                WHERE member_unit.organisation_id = unit.organisation_id AND member_unit.unit_id = unit.id);

            ALTER TABLE staff_import_unit ADD COLUMN is_made INTEGER NOT NULL DEFAULT 1;

            ALTER TABLE staff_import_unit ADD COLUMN is_begun INTEGER NOT NULL DEFAULT 0;
            """
    )
}
