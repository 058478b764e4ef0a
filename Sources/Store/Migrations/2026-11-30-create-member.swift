extension Migration {
    /// Who works here, and where. Names stand in `person`, as all names do; two members may share one.
    static let createMember = Migration(
        "2026-11-30-create-member",
        tables: ["member": .personal, "member_unit": .personal],
        sql: """
            ALTER TABLE person ADD COLUMN is_member INTEGER NOT NULL DEFAULT 0;

            DROP INDEX person_written_down;

            CREATE UNIQUE INDEX person_written_down ON person (organisation_id, name_key) WHERE is_member = 0;

            CREATE INDEX person_by_name ON person (organisation_id, name_key);

            CREATE TABLE member (
                organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                number TEXT,
                number_key TEXT,
                email TEXT,
                function_group TEXT,
                left_on INTEGER,
                version INTEGER NOT NULL,
                PRIMARY KEY (organisation_id, id)
            ) STRICT;

            CREATE UNIQUE INDEX member_by_number ON member (organisation_id, number_key);

            CREATE TABLE member_unit (
                organisation_id TEXT NOT NULL,
                member_id TEXT NOT NULL,
                place INTEGER NOT NULL,
                unit_id TEXT NOT NULL,
                from_on INTEGER,
                until_on INTEGER,
                PRIMARY KEY (organisation_id, member_id, place),
                FOREIGN KEY (organisation_id, member_id) REFERENCES member (organisation_id, id) ON DELETE CASCADE,
                FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id)
            ) STRICT;

            CREATE INDEX member_unit_by_unit ON member_unit (organisation_id, unit_id);
            """
    )
}
