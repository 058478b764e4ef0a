extension Migration {
    static let createInstallation = Migration(
        "2026-11-21-create-installation",
        tables: ["installation": .plain, "short_link": .plain, "pack_file": .plain],
        sql: """
            CREATE TABLE installation (
                name TEXT PRIMARY KEY NOT NULL,
                value TEXT NOT NULL
            ) STRICT;

            CREATE TABLE short_link (
                slug TEXT PRIMARY KEY NOT NULL,
                organisation_id TEXT NOT NULL,
                kind TEXT NOT NULL,
                id TEXT NOT NULL,
                until_on INTEGER
            ) STRICT;

            CREATE TABLE pack_file (
                hash TEXT NOT NULL,
                folder TEXT NOT NULL,
                name TEXT NOT NULL,
                bytes BLOB NOT NULL,
                PRIMARY KEY (hash, name)
            ) STRICT;
            """
    )
}
