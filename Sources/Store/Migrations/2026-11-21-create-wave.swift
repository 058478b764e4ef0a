extension Migration {
    static let createWave = Migration(
        "2026-11-21-create-wave",
        tables: [
            "wave": .plain, "wave_group": .plain, "card_batch": .plain, "card_leftover": .plain,
            "manifest_seen": .personal, "response": .plain,
        ],
        sql: """
            CREATE TABLE wave (
                organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                id TEXT NOT NULL,
                slug TEXT NOT NULL UNIQUE,
                title TEXT NOT NULL,
                pack TEXT NOT NULL,
                threshold INTEGER NOT NULL,
                sharing TEXT NOT NULL,
                opens_on INTEGER,
                closes_on INTEGER NOT NULL,
                results_on INTEGER NOT NULL,
                keep_days INTEGER NOT NULL,
                state TEXT NOT NULL,
                opened_on INTEGER,
                closed_on INTEGER,
                published_on INTEGER,
                withdrawn_on INTEGER,
                withdrawn_because TEXT,
                manifest BLOB,
                manifest_hash BLOB,
                version INTEGER NOT NULL,
                PRIMARY KEY (organisation_id, id)
            ) STRICT;

            CREATE TABLE wave_group (
                organisation_id TEXT NOT NULL,
                wave_id TEXT NOT NULL,
                position INTEGER NOT NULL,
                parent INTEGER,
                units TEXT NOT NULL,
                names TEXT NOT NULL,
                invited INTEGER NOT NULL,
                is_block INTEGER NOT NULL,
                PRIMARY KEY (organisation_id, wave_id, position),
                FOREIGN KEY (organisation_id, wave_id) REFERENCES wave (organisation_id, id) ON DELETE CASCADE
            ) STRICT;

            CREATE TABLE card_batch (
                organisation_id TEXT NOT NULL,
                wave_id TEXT NOT NULL,
                number INTEGER NOT NULL,
                block INTEGER NOT NULL,
                count INTEGER NOT NULL,
                PRIMARY KEY (organisation_id, wave_id, number),
                FOREIGN KEY (organisation_id, wave_id) REFERENCES wave (organisation_id, id) ON DELETE CASCADE
            ) STRICT;

            CREATE TABLE card_leftover (
                organisation_id TEXT NOT NULL,
                wave_id TEXT NOT NULL,
                block INTEGER NOT NULL,
                count INTEGER CHECK (count >= 0),
                version INTEGER NOT NULL,
                PRIMARY KEY (organisation_id, wave_id, block),
                FOREIGN KEY (organisation_id, wave_id) REFERENCES wave (organisation_id, id) ON DELETE CASCADE
            ) STRICT;

            CREATE TABLE manifest_seen (
                organisation_id TEXT NOT NULL,
                wave_id TEXT NOT NULL,
                person_id TEXT NOT NULL,
                seen_on INTEGER NOT NULL,
                agreement BLOB NOT NULL,
                PRIMARY KEY (organisation_id, wave_id, person_id),
                FOREIGN KEY (organisation_id, wave_id) REFERENCES wave (organisation_id, id) ON DELETE CASCADE
            ) STRICT;

            CREATE TABLE response (
                organisation_id TEXT NOT NULL,
                wave_id TEXT NOT NULL,
                position INTEGER NOT NULL,
                counted_on INTEGER NOT NULL,
                about INTEGER,
                PRIMARY KEY (organisation_id, wave_id, position),
                FOREIGN KEY (organisation_id, wave_id) REFERENCES wave (organisation_id, id) ON DELETE CASCADE
            ) STRICT;
            """
    )
}
