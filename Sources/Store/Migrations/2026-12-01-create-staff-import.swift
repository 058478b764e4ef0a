extension Migration {
    /// What the last list of staff changed, by ids and without names, so that it can be undone as a whole until the next
    /// one. With a member that is erased goes what stands of them here.
    static let createStaffImport = Migration(
        "2026-12-01-create-staff-import",
        tables: [
            "staff_import": .plain, "staff_import_change": .personal, "staff_import_unit": .plain,
            "staff_column": .plain,
        ],
        sql: """
            CREATE TABLE staff_import (
                organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                id TEXT NOT NULL,
                done_on INTEGER NOT NULL,
                joined INTEGER NOT NULL,
                changed INTEGER NOT NULL,
                left_count INTEGER NOT NULL,
                is_undone INTEGER NOT NULL,
                PRIMARY KEY (organisation_id, id)
            ) STRICT;

            CREATE TABLE staff_import_change (
                organisation_id TEXT NOT NULL,
                import_id TEXT NOT NULL,
                member_id TEXT NOT NULL,
                is_new INTEGER NOT NULL,
                version_after INTEGER NOT NULL,
                number TEXT,
                email TEXT,
                function_group TEXT,
                left_on INTEGER,
                places TEXT NOT NULL,
                PRIMARY KEY (organisation_id, import_id, member_id),
                FOREIGN KEY (organisation_id, import_id) REFERENCES staff_import (organisation_id, id) ON DELETE CASCADE,
                FOREIGN KEY (organisation_id, member_id) REFERENCES member (organisation_id, id) ON DELETE CASCADE
            ) STRICT;

            CREATE TABLE staff_import_unit (
                organisation_id TEXT NOT NULL,
                import_id TEXT NOT NULL,
                unit_id TEXT NOT NULL,
                PRIMARY KEY (organisation_id, import_id, unit_id),
                FOREIGN KEY (organisation_id, import_id) REFERENCES staff_import (organisation_id, id) ON DELETE CASCADE,
                FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id)
            ) STRICT;

            CREATE TABLE staff_column (
                organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                field TEXT NOT NULL,
                heading TEXT NOT NULL,
                PRIMARY KEY (organisation_id, field)
            ) STRICT;
            """
    )
}
