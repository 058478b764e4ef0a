extension Migration {
    /// What waits to be handed in at a mail server, how much was, who wants no more of it, and what was said about a wave.
    /// A message goes with the person to whom it is.
    static let createMail = Migration(
        "2026-12-06-create-mail",
        tables: ["mail": .personal, "mail_count": .plain, "mail_refusal": .personal, "wave_mail": .plain],
        sql: """
            CREATE TABLE mail (
                organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                id TEXT NOT NULL,
                person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                kind TEXT NOT NULL,
                address TEXT NOT NULL,
                subject TEXT NOT NULL,
                text TEXT NOT NULL,
                language TEXT NOT NULL,
                refusal TEXT,
                written_at INTEGER NOT NULL,
                tries INTEGER NOT NULL,
                due_at INTEGER NOT NULL,
                failed_at INTEGER,
                told TEXT NOT NULL,
                PRIMARY KEY (organisation_id, id)
            ) STRICT;

            CREATE INDEX mail_by_due ON mail (due_at, id) WHERE failed_at IS NULL;

            CREATE INDEX mail_by_person ON mail (person_id);

            CREATE TABLE mail_count (
                organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                day INTEGER NOT NULL,
                kind TEXT NOT NULL,
                number INTEGER NOT NULL,
                PRIMARY KEY (organisation_id, day, kind)
            ) STRICT;

            CREATE TABLE mail_refusal (
                organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                PRIMARY KEY (organisation_id, person_id)
            ) STRICT;

            CREATE INDEX mail_refusal_by_person ON mail_refusal (person_id);

            CREATE TABLE wave_mail (
                organisation_id TEXT NOT NULL,
                wave_id TEXT NOT NULL,
                kind TEXT NOT NULL,
                sent_on INTEGER NOT NULL,
                number INTEGER NOT NULL,
                PRIMARY KEY (organisation_id, wave_id, kind),
                FOREIGN KEY (organisation_id, wave_id) REFERENCES wave (organisation_id, id) ON DELETE CASCADE
            ) STRICT;
            """
    )
}
