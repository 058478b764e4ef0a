extension Migration {
    static let createRelease = Migration(
        "2026-11-21-create-release",
        tables: [
            "release": .plain, "release_response": .plain, "release_verdict": .plain, "figure": .plain,
            "release_alpha": .plain, "release_covariance": .plain,
        ],
        sql: """
            CREATE TABLE release (
                organisation_id TEXT NOT NULL,
                wave_id TEXT NOT NULL,
                threshold INTEGER NOT NULL,
                cards_made INTEGER NOT NULL,
                cards_replaced INTEGER,
                PRIMARY KEY (organisation_id, wave_id),
                FOREIGN KEY (organisation_id, wave_id) REFERENCES wave (organisation_id, id) ON DELETE CASCADE
            ) STRICT;

            CREATE TABLE release_response (
                organisation_id TEXT NOT NULL,
                wave_id TEXT NOT NULL,
                position INTEGER NOT NULL,
                visibility TEXT NOT NULL,
                respondents INTEGER,
                PRIMARY KEY (organisation_id, wave_id, position),
                FOREIGN KEY (organisation_id, wave_id) REFERENCES release (organisation_id, wave_id) ON DELETE CASCADE
            ) STRICT;

            CREATE TABLE release_verdict (
                organisation_id TEXT NOT NULL,
                wave_id TEXT NOT NULL,
                number INTEGER NOT NULL,
                position INTEGER NOT NULL,
                theme TEXT NOT NULL,
                visibility TEXT NOT NULL,
                PRIMARY KEY (organisation_id, wave_id, number),
                FOREIGN KEY (organisation_id, wave_id) REFERENCES release (organisation_id, wave_id) ON DELETE CASCADE
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE figure (
                organisation_id TEXT NOT NULL,
                wave_id TEXT NOT NULL,
                number INTEGER NOT NULL,
                position INTEGER NOT NULL,
                theme TEXT NOT NULL,
                item TEXT,
                n INTEGER NOT NULL,
                histogram TEXT NOT NULL,
                sum INTEGER NOT NULL,
                squares INTEGER NOT NULL,
                unit INTEGER NOT NULL,
                PRIMARY KEY (organisation_id, wave_id, number),
                FOREIGN KEY (organisation_id, wave_id) REFERENCES release (organisation_id, wave_id) ON DELETE CASCADE
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE release_alpha (
                organisation_id TEXT NOT NULL,
                wave_id TEXT NOT NULL,
                number INTEGER NOT NULL,
                theme TEXT NOT NULL,
                n INTEGER NOT NULL,
                value REAL NOT NULL,
                PRIMARY KEY (organisation_id, wave_id, number),
                FOREIGN KEY (organisation_id, wave_id) REFERENCES release (organisation_id, wave_id) ON DELETE CASCADE
            ) STRICT;

            CREATE TABLE release_covariance (
                organisation_id TEXT NOT NULL,
                wave_id TEXT NOT NULL,
                number INTEGER NOT NULL,
                first TEXT NOT NULL,
                second TEXT NOT NULL,
                n INTEGER NOT NULL,
                value REAL NOT NULL,
                first_variance REAL NOT NULL,
                second_variance REAL NOT NULL,
                PRIMARY KEY (organisation_id, wave_id, number),
                FOREIGN KEY (organisation_id, wave_id) REFERENCES release (organisation_id, wave_id) ON DELETE CASCADE
            ) STRICT;
            """
    )
}
