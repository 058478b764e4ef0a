extension Migration {
    /// Codes with which who works here makes an account, of which a hash is kept; and for whom of the list of staff an
    /// account is.
    static let createInvitation = Migration(
        "2026-12-05-create-invitation",
        tables: ["invitation": .personal],
        sql: """
            CREATE TABLE invitation (
                organisation_id TEXT NOT NULL,
                member_id TEXT NOT NULL,
                code_hash BLOB NOT NULL UNIQUE,
                made_on INTEGER NOT NULL,
                last_day INTEGER NOT NULL,
                PRIMARY KEY (organisation_id, member_id),
                FOREIGN KEY (organisation_id, member_id) REFERENCES member (organisation_id, id) ON DELETE CASCADE
            ) STRICT;

            ALTER TABLE membership ADD COLUMN member_id TEXT REFERENCES person (id) ON DELETE CASCADE;

            CREATE UNIQUE INDEX membership_by_member ON membership (member_id) WHERE member_id IS NOT NULL;
            """
    )
}
