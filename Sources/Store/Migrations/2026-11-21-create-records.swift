extension Migration {
    static let createRecords = Migration(
        "2026-11-21-create-records",
        tables: [
            "decision": .personal, "decision_agreement": .personal, "decision_witness": .personal, "audit": .personal,
        ],
        sql: """
            CREATE TABLE decision (
                organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                id TEXT NOT NULL,
                kind TEXT NOT NULL,
                subject TEXT NOT NULL,
                asked_by_id TEXT NOT NULL,
                decided_on INTEGER NOT NULL,
                text TEXT NOT NULL,
                language TEXT NOT NULL,
                PRIMARY KEY (organisation_id, id)
            ) STRICT;

            CREATE TABLE decision_agreement (
                organisation_id TEXT NOT NULL,
                decision_id TEXT NOT NULL,
                role TEXT NOT NULL,
                account_id TEXT,
                agreed_on INTEGER NOT NULL,
                PRIMARY KEY (organisation_id, decision_id, role),
                FOREIGN KEY (organisation_id, decision_id) REFERENCES decision (organisation_id, id) ON DELETE CASCADE
            ) STRICT;

            CREATE TABLE decision_witness (
                organisation_id TEXT NOT NULL,
                decision_id TEXT NOT NULL,
                number INTEGER NOT NULL,
                person_id TEXT NOT NULL,
                PRIMARY KEY (organisation_id, decision_id, number),
                FOREIGN KEY (organisation_id, decision_id) REFERENCES decision (organisation_id, id) ON DELETE CASCADE
            ) STRICT;

            CREATE TABLE audit (
                organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                id TEXT NOT NULL,
                act TEXT NOT NULL,
                subject TEXT NOT NULL,
                account_id TEXT,
                about_id TEXT,
                day INTEGER NOT NULL,
                hour INTEGER NOT NULL,
                PRIMARY KEY (organisation_id, id)
            ) STRICT;

            CREATE INDEX audit_by_day ON audit (organisation_id, day, hour);
            """
    )
}
