extension Migration {
    static let createOrganisation = Migration(
        "2026-11-21-create-organisation",
        tables: ["organisation": .plain],
        sql: """
            CREATE TABLE organisation (
                id TEXT PRIMARY KEY NOT NULL,
                slug TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                zone TEXT NOT NULL,
                council TEXT NOT NULL,
                officer TEXT NOT NULL,
                help_channels TEXT NOT NULL,
                logo_type TEXT,
                logo BLOB,
                version INTEGER NOT NULL
            ) STRICT;
            """
    )
}
