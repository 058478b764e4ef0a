extension Migration {
    /// What holders of questionnaires allow an organisation, with the paper that says so.
    static let createPermission = Migration(
        "2026-11-23-create-permission",
        tables: ["permission": .personal],
        sql: """
            CREATE TABLE permission (
                organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                definition TEXT NOT NULL,
                giver_id TEXT NOT NULL,
                until_on INTEGER NOT NULL,
                document_type TEXT NOT NULL,
                document BLOB NOT NULL,
                version INTEGER NOT NULL,
                PRIMARY KEY (organisation_id, definition)
            ) STRICT;
            """
    )
}
