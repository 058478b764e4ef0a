"""Who is erased is in no file, log, copy or export any more; what they did stays, without a name."""

import sqlite3
import zlib
from contextlib import closing

import pytest

from rig.visitor import Visitor
from rig.wave import PULSE, open_wave

NAME = "Wilhelmina Uitgewist"
MAIL = "wilhelmina@uitgewist.example"
TRACES = [b"wilhelmina", b"uitgewist"]


@pytest.fixture
def busy(make_server):
    """A running server on which somebody of this name made and closed a wave, and noted that the agreements were read."""
    server = make_server()
    server.cli("organisation", "add", "linde", "De Linde")
    account = server.cli("user", "add", NAME, "--role", "hr", "--json").json
    with closing(sqlite3.connect(server.folder / "core.sqlite")) as database, database:
        assert database.execute("UPDATE account SET email = ?", [MAIL]).rowcount == 1
    server.start()
    units = server.folder.parent / "units.csv"
    units.write_text("path;headcount\nDe Linde > Zorg;30\nDe Linde > Keuken;20\n")
    draft = server.cli("wave", "create", "--pack", PULSE, "--title", "Ronde", "--units", units, "--json").json["id"]
    visitor = Visitor(server.url)
    visitor.sign_in(account["name"], account["password"])
    manifest = f"/waves/{draft}/manifest"
    visitor.submit(manifest, f"{manifest}/readings", {"name": NAME})
    visitor.submit("/admin/people", "/admin/people", {"name": "Mieke", "role": "board"})
    wave = open_wave(server, {"De Linde > Zorg": 30, "De Linde > Keuken": 20}, PULSE, title="Najaar")
    for code in wave.codes[:20]:
        wave.send(code, wave.same(2))
    visitor.submit(f"/waves/{wave.id}", f"/waves/{wave.id}/closure", {"sure": "1"})
    return server, wave


def traces(data: bytes) -> list[bytes]:
    return [trace for trace in TRACES if trace in data.lower()]


def files_with_traces(folder) -> dict[str, list[bytes]]:
    """Raw bytes of every file, also of the write-ahead log beside a database that is open."""
    files = {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    assert "core.sqlite" in files and "core.sqlite-wal" in files
    return {name: traces(data) for name, data in files.items() if traces(data)}


def unpacked(archive) -> dict[str, bytes]:
    with closing(sqlite3.connect(archive)) as database:
        found = database.execute("SELECT name, sz, data FROM sqlar").fetchall()
    return {name: data if len(data) == size else zlib.decompress(data) for name, size, data in found}


def test_an_erased_person_left_no_trace_in_files_log_backup_or_figures(busy, tmp_path):
    server, wave = busy
    server.cli("backup", tmp_path / "before.sqlar")
    # The look finds what is there: else finding nothing would say nothing.
    assert files_with_traces(server.folder)
    assert sorted(traces(unpacked(tmp_path / "before.sqlar")["core.sqlite"])) == sorted(TRACES)

    server.cli("erase-person", NAME.lower())

    assert files_with_traces(server.folder) == {}
    server.cli("backup", tmp_path / "after.sqlar")
    copy = unpacked(tmp_path / "after.sqlar")
    assert {f"waves/{wave.id}/answers.sqlite", "core.sqlite"} <= copy.keys()
    assert {name: traces(data) for name, data in copy.items() if traces(data)} == {}
    assert traces((tmp_path / "after.sqlar").read_bytes()) == []

    server.cli("wave", "publish", wave.id)
    account = server.cli("user", "add", "an", "--role", "hr", "--json").json
    visitor = Visitor(server.url)
    visitor.sign_in(account["name"], account["password"])
    exports = [visitor.get(f"/waves/{wave.id}/{file}") for file in ("results.json", "manifest.json")]
    assert [status for status, _ in exports] == [200, 200]
    told = "".join(text for _, text in exports) + server.cli("wave", "results", wave.id, "--json").out
    told += server.cli("user", "list").out
    assert traces(told.encode()) == []

    assert server.stop() == 0
    assert traces(server.log.read_bytes()) == []


def test_what_somebody_did_stays_in_the_log_without_the_name(busy):
    server, _ = busy
    server.cli("erase-person", NAME)
    account = server.cli("user", "add", "olga", "--role", "council", "--json").json
    council = Visitor(server.url)
    council.sign_in(account["name"], account["password"])

    log = council.get("/admin/log")[1]

    assert "Meting gesloten" in log and "Persoon gewist" in log and "iemand die hier werkte" in log
    assert traces(log.encode()) == []
    server.cli("erase-person", NAME, code=1)


def test_a_dry_run_says_who_bears_the_name_and_changes_nothing(busy):
    server, _ = busy
    told = server.cli("erase-person", NAME.upper(), "--dry-run", "--json").json["people"]
    assert [one["account"] for one in told] == [True, False]
    kinds = [{part["kind"]: len(part["records"]) for part in one["kept"]} for one in told]
    assert kinds[0]["role"] == 1 and kinds[1] == {"name": 1, "reading": 1}
    assert told[0]["last_admin_of"] == []
    words = server.cli("erase-person", NAME, "--dry-run").out
    assert words.startswith("Nothing was changed. 2 people bear this name")
    for one in told:
        for part in one["kept"]:
            assert part["what"] in words and part["erasing"] in words
    assert server.stop() == 0
    assert server.cli("erase-person", NAME, "--dry-run", "--json").json["people"] == told
    assert server.cli("erase-person", NAME, "--json").json == {"state": "erased", "people": 2}
    assert "nobody" in server.cli("erase-person", NAME, "--dry-run", code=1).err.lower()


def test_the_last_administrator_is_not_erased(make_server):
    server = make_server()
    server.cli("organisation", "add", "linde", "De Linde")
    server.cli("user", "add", "Ivo", "--role", "admin")
    told = server.cli("erase-person", "Ivo", "--dry-run").out
    command = f"weefsel user add NAME --role admin --organisation linde --data {server.folder}."
    assert "the only administrator of linde: this is refused." in told and command in told
    assert "First give somebody else this role" in server.cli("erase-person", "Ivo", code=1).err
    assert "Ivo: admin" in server.cli("user", "list").out
    server.cli("user", "add", "Ida", "--role", "admin")
    server.cli("erase-person", "Ivo")
    assert server.cli("user", "list").lines == ["Ida: admin"]
