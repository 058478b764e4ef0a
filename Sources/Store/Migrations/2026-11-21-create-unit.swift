extension Migration {
    static let createUnit = Migration(
        "2026-11-21-create-unit",
        tables: ["unit": .plain],
        sql: """
            CREATE TABLE unit (
                organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                id TEXT NOT NULL,
                parent_id TEXT,
                name TEXT NOT NULL,
                headcount INTEGER NOT NULL CHECK (headcount >= 0),
                archived_on INTEGER,
                version INTEGER NOT NULL,
                PRIMARY KEY (organisation_id, id),
                FOREIGN KEY (organisation_id, parent_id) REFERENCES unit (organisation_id, id)
            ) STRICT;
            """
    )
}
