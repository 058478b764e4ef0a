extension Migration {
    static let countCards = Migration(
        "2026-11-21-count-cards",
        tables: ["card_leftover": .plain],
        sql: """
            CREATE TABLE card_leftover (
                organisation_id TEXT NOT NULL,
                wave_id TEXT NOT NULL,
                block INTEGER NOT NULL,
                count INTEGER CHECK (count >= 0),
                version INTEGER NOT NULL,
                PRIMARY KEY (organisation_id, wave_id, block),
                FOREIGN KEY (organisation_id, wave_id) REFERENCES wave (organisation_id, id) ON DELETE CASCADE
            ) STRICT;

            ALTER TABLE release ADD COLUMN cards_replaced INTEGER;
            """
    )
}
