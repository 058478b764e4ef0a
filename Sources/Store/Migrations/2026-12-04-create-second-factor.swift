extension Migration {
    /// Codes of an app beside the password, codes for when the phone is lost, and what a sign-in proved.
    static let createSecondFactor = Migration(
        "2026-12-04-create-second-factor",
        tables: ["second_factor": .personal, "recovery_code": .personal],
        sql: """
            CREATE TABLE second_factor (
                account_id TEXT PRIMARY KEY NOT NULL REFERENCES account (id) ON DELETE CASCADE,
                secret BLOB NOT NULL,
                last_step INTEGER NOT NULL,
                is_confirmed INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE recovery_code (
                account_id TEXT NOT NULL REFERENCES second_factor (account_id) ON DELETE CASCADE,
                code_hash BLOB NOT NULL,
                PRIMARY KEY (account_id, code_hash)
            ) STRICT, WITHOUT ROWID;

            ALTER TABLE sign_in ADD COLUMN is_half INTEGER NOT NULL DEFAULT 0;

            ALTER TABLE sign_in ADD COLUMN proved_at INTEGER NOT NULL DEFAULT 0;
            """
    )
}
