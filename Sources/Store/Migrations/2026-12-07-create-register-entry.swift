extension Migration {
    /// What was agreed, assessed or noted, each version a row of its own.
    static let createRegisterEntry = Migration(
        "2026-12-07-create-register-entry",
        tables: ["register_entry": .personal],
        sql: """
            CREATE TABLE register_entry (
                organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                id TEXT NOT NULL,
                register TEXT NOT NULL,
                ground TEXT,
                room TEXT,
                subject TEXT NOT NULL,
                day INTEGER NOT NULL,
                version TEXT NOT NULL,
                text TEXT NOT NULL,
                document_type TEXT,
                document BLOB,
                person_id TEXT REFERENCES person (id) ON DELETE SET NULL,
                ended_on INTEGER,
                PRIMARY KEY (organisation_id, id)
            ) STRICT;
            """
    )
}
