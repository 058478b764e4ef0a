CREATE TABLE account (
    id TEXT PRIMARY KEY NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    email TEXT,
    password TEXT NOT NULL,
    version INTEGER NOT NULL
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

CREATE TABLE card_batch (
    organisation_id TEXT NOT NULL,
    wave_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    block INTEGER NOT NULL,
    count INTEGER NOT NULL, is_paper INTEGER NOT NULL DEFAULT 0,
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

CREATE TABLE decision (
    organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    asked_by_id TEXT NOT NULL,
    decided_on INTEGER NOT NULL,
    text TEXT NOT NULL,
    language TEXT NOT NULL, withdrawn_on INTEGER,
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

CREATE TABLE decision_wave (
    organisation_id TEXT NOT NULL,
    decision_id TEXT NOT NULL,
    wave_id TEXT NOT NULL,
    title TEXT NOT NULL,
    number INTEGER NOT NULL, pack TEXT, pack_title TEXT, pack_version TEXT, asked TEXT,
    PRIMARY KEY (organisation_id, decision_id, wave_id),
    FOREIGN KEY (organisation_id, decision_id) REFERENCES decision (organisation_id, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE decision_witness (
    organisation_id TEXT NOT NULL,
    decision_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    person_id TEXT NOT NULL, is_typist INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (organisation_id, decision_id, number),
    FOREIGN KEY (organisation_id, decision_id) REFERENCES decision (organisation_id, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE departure (
    id_hash TEXT PRIMARY KEY NOT NULL,
    left_on INTEGER NOT NULL,
    decision_hash TEXT NOT NULL,
    removed TEXT NOT NULL,
    proof_hash TEXT NOT NULL
) STRICT;

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

CREATE TABLE installation (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE invitation (
    organisation_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    code_hash BLOB NOT NULL UNIQUE,
    made_on INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    PRIMARY KEY (organisation_id, member_id),
    FOREIGN KEY (organisation_id, member_id) REFERENCES member (organisation_id, id) ON DELETE CASCADE
) STRICT;

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

CREATE TABLE manifest_seen (
    organisation_id TEXT NOT NULL,
    wave_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    seen_on INTEGER NOT NULL,
    agreement BLOB NOT NULL, by_council INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (organisation_id, wave_id, person_id),
    FOREIGN KEY (organisation_id, wave_id) REFERENCES wave (organisation_id, id) ON DELETE CASCADE
) STRICT;

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

CREATE TABLE membership (
    organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    unit_id TEXT, member_id TEXT REFERENCES person (id) ON DELETE CASCADE,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id)
) STRICT;

CREATE TABLE organisation (
    id TEXT PRIMARY KEY NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    zone TEXT NOT NULL,
    council TEXT NOT NULL,
    officer TEXT NOT NULL,
    help_channels TEXT NOT NULL,
    logo_type TEXT,
    logo BLOB,
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE own_pack (
    organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    hash TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (organisation_id, id)
) STRICT;

CREATE TABLE pack_file (
    hash TEXT NOT NULL,
    folder TEXT NOT NULL,
    name TEXT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (hash, name)
) STRICT;

CREATE TABLE permission (
    organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    definition TEXT NOT NULL,
    giver_id TEXT NOT NULL,
    until_on INTEGER NOT NULL,
    document_type TEXT NOT NULL,
    document BLOB NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (organisation_id, definition)
) STRICT;

CREATE TABLE person (
    id TEXT PRIMARY KEY NOT NULL,
    organisation_id TEXT REFERENCES organisation (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL
, is_member INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE recovery_code (
    account_id TEXT NOT NULL REFERENCES second_factor (account_id) ON DELETE CASCADE,
    code_hash BLOB NOT NULL,
    PRIMARY KEY (account_id, code_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE register_entry (
    organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    register TEXT NOT NULL,
    ground TEXT,
    room TEXT,
    subject TEXT NOT NULL,
    day INTEGER NOT NULL,
    version TEXT NOT NULL,
    text TEXT NOT NULL,
    document_type TEXT,
    document BLOB,
    person_id TEXT REFERENCES person (id) ON DELETE SET NULL,
    ended_on INTEGER,
    PRIMARY KEY (organisation_id, id)
) STRICT;

CREATE TABLE release (
    organisation_id TEXT NOT NULL,
    wave_id TEXT NOT NULL,
    threshold INTEGER NOT NULL,
    cards_made INTEGER NOT NULL,
    cards_replaced INTEGER,
    PRIMARY KEY (organisation_id, wave_id),
    FOREIGN KEY (organisation_id, wave_id) REFERENCES wave (organisation_id, id) ON DELETE CASCADE
) STRICT;

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

CREATE TABLE response (
    organisation_id TEXT NOT NULL,
    wave_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    counted_on INTEGER NOT NULL,
    about INTEGER,
    PRIMARY KEY (organisation_id, wave_id, position),
    FOREIGN KEY (organisation_id, wave_id) REFERENCES wave (organisation_id, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE second_factor (
    account_id TEXT PRIMARY KEY NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    secret BLOB NOT NULL,
    last_step INTEGER NOT NULL,
    is_confirmed INTEGER NOT NULL
) STRICT;

CREATE TABLE short_link (
    slug TEXT PRIMARY KEY NOT NULL,
    organisation_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    until_on INTEGER
) STRICT;

CREATE TABLE sign_in (
    token_hash BLOB PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    started_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
, device TEXT NOT NULL DEFAULT '', is_half INTEGER NOT NULL DEFAULT 0, proved_at INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;

CREATE TABLE staff_column (
    organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    heading TEXT NOT NULL,
    PRIMARY KEY (organisation_id, field)
) STRICT;

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
    unit_id TEXT NOT NULL, is_made INTEGER NOT NULL DEFAULT 1, is_begun INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (organisation_id, import_id, unit_id),
    FOREIGN KEY (organisation_id, import_id) REFERENCES staff_import (organisation_id, id) ON DELETE CASCADE,
    FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id)
) STRICT;

CREATE TABLE unit (
    organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    parent_id TEXT,
    name TEXT NOT NULL,
    headcount INTEGER NOT NULL CHECK (headcount >= 0),
    archived_on INTEGER,
    version INTEGER NOT NULL, typed_headcount INTEGER,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, parent_id) REFERENCES unit (organisation_id, id)
) STRICT;

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
    version INTEGER NOT NULL, research TEXT, way TEXT NOT NULL DEFAULT 'cards',
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

CREATE TABLE wave_mail (
    organisation_id TEXT NOT NULL,
    wave_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    sent_on INTEGER NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (organisation_id, wave_id, kind),
    FOREIGN KEY (organisation_id, wave_id) REFERENCES wave (organisation_id, id) ON DELETE CASCADE
) STRICT;

CREATE INDEX audit_by_day ON audit (organisation_id, day, hour);

CREATE UNIQUE INDEX decision_wave_by_wave ON decision_wave (organisation_id, wave_id, number);

CREATE INDEX mail_by_due ON mail (due_at, id) WHERE failed_at IS NULL;

CREATE INDEX mail_by_person ON mail (person_id);

CREATE INDEX mail_refusal_by_person ON mail_refusal (person_id);

CREATE UNIQUE INDEX member_by_number ON member (organisation_id, number_key);

CREATE INDEX member_unit_by_unit ON member_unit (organisation_id, unit_id);

CREATE INDEX membership_by_account ON membership (account_id);

CREATE UNIQUE INDEX membership_by_member ON membership (member_id) WHERE member_id IS NOT NULL;

CREATE INDEX person_by_name ON person (organisation_id, name_key);

CREATE UNIQUE INDEX person_who_signs_in ON person (name_key) WHERE organisation_id IS NULL;

CREATE UNIQUE INDEX person_written_down ON person (organisation_id, name_key) WHERE is_member = 0;

CREATE INDEX sign_in_by_account ON sign_in (account_id);
