"""A dry run of retention says what goes, and leaves everything as it is."""

import sqlite3
from contextlib import closing

import pytest

from rig.wave import open_wave

DURING, AFTER = "2026-10-05T09:00", "2026-11-20T09:00"


@pytest.fixture
def overdue(make_server):
    """A wave with answers whose last day went by while the server was off."""
    server = make_server(now=DURING).start()
    wave = open_wave(server, {"De Linde > Zorg": 30}, title="Najaar")
    wave.send_in_order([wave.same(1)] * 12)
    server.stop()
    server.now = AFTER
    return server, wave


def _all_of(folder) -> dict:
    with closing(sqlite3.connect(folder / "core.sqlite")) as database:
        core = list(database.iterdump())
    kept = sorted(str(path.relative_to(folder)) for path in (folder / "waves").rglob("*") if path.is_file())
    return {"core": core, "files": [name for name in kept if not name.endswith(("-wal", "-shm"))]}


def test_a_dry_run_lists_the_wave_and_its_spool_and_changes_nothing(overdue):
    server, wave = overdue
    before = _all_of(server.folder)

    due = server.cli("retention", "--dry-run", "--json").json["due"]

    assert {"kind": "wave", "name": "Najaar"} in due
    assert {"kind": "spool", "name": "Najaar"} in due
    assert _all_of(server.folder) == before
    assert any(name.endswith("spool.sqlite") for name in before["files"])


@pytest.mark.parametrize("language, lines", [
    ("nl_NL.UTF-8", ["Meting die sluit: Najaar", "Tijdelijk bestand met antwoorden, en het geheim: Najaar"]),
    ("C.UTF-8", ["Survey that closes: Najaar", "Temporary file with answers, and the secret: Najaar"]),
])
def test_what_goes_is_told_in_the_language_of_the_terminal(overdue, language, lines):
    server, _ = overdue
    told = server.cli("retention", "--dry-run", LC_ALL=language).lines

    # Beside these, sign-ins of long ago.
    assert [line for line in told if "Najaar" in line] == lines


def test_what_a_dry_run_lists_is_what_goes(overdue):
    server, wave = overdue
    said = server.cli("retention", "--dry-run", "--json").json
    done = server.cli("retention", "--json").json

    assert done == said
    assert not any("spool" in name for name in _all_of(server.folder)["files"])
    assert server.cli("retention", "--dry-run", "--json").json == {"due": []}
    assert wave.respondents() == 12


def test_a_dry_run_brings_no_older_folder_up_to_date(make_server):
    server = make_server()
    with closing(sqlite3.connect(server.folder / "core.sqlite")) as database, database:
        database.execute("DELETE FROM migration WHERE name = (SELECT MAX(name) FROM migration)")

    assert "migrate" in server.cli("retention", "--dry-run", code=1).err
