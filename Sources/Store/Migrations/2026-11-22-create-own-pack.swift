extension Migration {
    /// Questionnaires that an organisation made to fit; their files stand in pack_file, under their hash.
    static let createOwnPack = Migration(
        "2026-11-22-create-own-pack",
        tables: ["own_pack": .plain],
        sql: """
            CREATE TABLE own_pack (
                organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                id TEXT NOT NULL,
                hash TEXT NOT NULL,
                version INTEGER NOT NULL,
                PRIMARY KEY (organisation_id, id)
            ) STRICT;
            """
    )
}
