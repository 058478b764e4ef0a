extension Migration {
    static let createAccount = Migration(
        "2026-11-21-create-account",
        tables: ["person": .personal, "account": .personal, "sign_in": .personal, "membership": .personal],
        sql: """
            CREATE TABLE person (
                id TEXT PRIMARY KEY NOT NULL,
                organisation_id TEXT REFERENCES organisation (id) ON DELETE CASCADE,
                name TEXT NOT NULL,
                name_key TEXT NOT NULL
            ) STRICT;

            CREATE UNIQUE INDEX person_who_signs_in ON person (name_key) WHERE organisation_id IS NULL;

            CREATE UNIQUE INDEX person_written_down ON person (organisation_id, name_key);

            CREATE TABLE account (
                id TEXT PRIMARY KEY NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                email TEXT,
                password TEXT NOT NULL,
                failures INTEGER NOT NULL,
                locked_until INTEGER,
                version INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE sign_in (
                token_hash BLOB PRIMARY KEY NOT NULL,
                account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
                organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                started_at INTEGER NOT NULL,
                seen_at INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE INDEX sign_in_by_account ON sign_in (account_id);

            CREATE TABLE membership (
                organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                id TEXT NOT NULL,
                account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
                role TEXT NOT NULL,
                unit_id TEXT,
                PRIMARY KEY (organisation_id, id),
                FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id)
            ) STRICT;

            CREATE INDEX membership_by_account ON membership (account_id);
            """
    )
}
