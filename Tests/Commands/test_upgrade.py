"""A data folder of an earlier program comes along: everything is still told, and what was going on goes on."""

import json
import re
import sqlite3
import tarfile
from contextlib import closing
from pathlib import Path

import pytest

from rig.places import ROOT
from rig.server import Server
from rig.visitor import Visitor
from rig.wave import Code, Wave

KEPT = sorted(told.parent for told in (ROOT / "Tests/Kept").glob("*/told.json"))
LATER = "2026-10-06T09:00"
CHOSEN = ("--organisation", "linde")
# What the program writes of itself when it starts.
OWN_TABLES = {"installation", "migration"}
# Less is told of a hidden team on purpose: no file says any more which of two is the small one.
TOLD_LESS = re.compile(r"/units/\d+/themes/\d+/reason was 'no-answers', is 'hidden'")


class Kept:
    """A copy of such a folder, with what its own program told of it."""

    def __init__(self, source: Path, make_server):
        self.told = json.loads((source / "told.json").read_text())
        self.server: Server = make_server(mark=False, now=LATER)
        with tarfile.open(source / "data.tar.gz") as archive:
            archive.extractall(self.server.folder.parent, filter="data")
        self.before = tables(self.server.folder / "core.sqlite")

    def wave(self, state: str) -> dict:
        return self.told["waves"][state]

    def visitor(self, role: str, server: Server | None = None) -> Visitor:
        known = self.told["accounts"][role]
        visitor = Visitor((server or self.server).url)
        visitor.sign_in(known["name"], known["password"])
        return visitor

    def open_wave(self) -> Wave:
        known = self.wave("open")
        codes = [Code(block, code, self.server.url + path) for block, code, path in known["codes"]]
        return Wave(self.server, known["id"], codes, known["choices"])


@pytest.fixture(params=KEPT, ids=lambda folder: folder.name)
def kept(request, make_server) -> Kept:
    return Kept(request.param, make_server)


def tables(database: Path) -> dict[str, list[dict]]:
    """Every row of every table, by the names of its columns."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        return {name: [dict(row) for row in connection.execute(f"SELECT * FROM {name}")] for (name,) in list(names)}


def shape(database: Path) -> set[tuple]:
    """What its tables and indexes are, column by column."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        return set(connection.execute(
            "SELECT owner.type, owner.name, field.name, field.type, field.\"notnull\", field.dflt_value, field.pk "
            "FROM sqlite_schema AS owner, pragma_table_info(owner.name) AS field").fetchall()) | set(connection.execute(
            "SELECT type, tbl_name, name, '', 0, sql, 0 FROM sqlite_schema WHERE type = 'index'").fetchall())


def still_told(old, new, where: str = "") -> list[str]:
    """What stood in a document and does not stand there any more; more may stand there."""
    if isinstance(old, dict) and isinstance(new, dict):
        lost = [f"{where}/{key} is gone" for key in old.keys() - new.keys()]
        both = sorted(old.keys() & new.keys())
        return lost + [line for key in both for line in still_told(old[key], new[key], f"{where}/{key}")]
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return [line for place, pair in enumerate(zip(old, new)) for line in still_told(*pair, f"{where}/{place}")]
    changed = f"{where} was {old!r}, is {new!r}"
    return [] if old == new or TOLD_LESS.fullmatch(changed) else [changed]


def test_no_row_is_lost_and_the_database_is_as_a_new_one(kept, make_server):
    kept.server.cli("migrate")
    fresh = make_server("fresh", mark=False)
    fresh.cli("migrate")

    after = tables(kept.server.folder / "core.sqlite")
    for name in kept.before.keys() - OWN_TABLES:
        left = after[name]
        for row in kept.before[name]:
            assert any(row.items() <= found.items() for found in left), (name, row)
    assert shape(kept.server.folder / "core.sqlite") == shape(fresh.folder / "core.sqlite")


def test_a_copy_of_the_database_is_kept_before_it_is_brought_up_to_date(kept):
    kept.server.start()

    copies = list((kept.server.folder / "backups").iterdir())
    assert len(copies) == 1
    assert tables(copies[0]) == kept.before


def test_figures_and_agreements_are_told_as_they_were(kept):
    kept.server.start()
    hr = kept.visitor("hr")

    for state in ("published", "closed"):
        wave = kept.wave(state)
        results = json.loads(hr.download(f"/waves/{wave['id']}/results.json"))
        assert still_told(wave["results"], results) == []
        assert hr.download(f"/waves/{wave['id']}/manifest.json").decode() == wave["manifest"]


@pytest.mark.parametrize("role", ["admin", "hr", "council", "board", "leader"])
def test_everybody_signs_in_as_before_and_every_page_opens(kept, role):
    kept.server.start()
    visitor = kept.visitor(role)

    pages = visitor.pages("/today")

    assert len(pages) > 4
    published = f"/waves/{kept.wave('published')['id']}"
    assert any(page.startswith(published) for page in pages) or role == "admin"
    assert "error" not in kept.server.said()


def test_the_open_wave_goes_on_and_counts_who_answered_before(kept):
    kept.server.start()
    wave, answered = kept.open_wave(), kept.wave("open")["answered"]

    assert wave.send(wave.codes[answered], wave.same(2))[0] == 200
    assert wave.send(wave.codes[0], wave.same(3), replace="1")[0] == 200
    kept.server.cli("wave", "close", wave.id, *CHOSEN)
    kept.server.cli("wave", "publish", wave.id, *CHOSEN)

    told = kept.server.cli("wave", "results", wave.id, *CHOSEN).json
    assert told["respondents"] == {"value": answered + 1, "bound": "exact"}


def test_a_draft_can_be_opened_and_a_question_of_the_council_answered(kept):
    kept.server.start()
    kept.server.cli("wave", "open", kept.wave("draft")["id"], *CHOSEN)
    council = kept.visitor("council")

    asked = next(row["id"] for row in kept.before["decision"] if row["kind"] == "research_wave")
    council.submit(f"/admin/decisions/{asked}", f"/admin/decisions/{asked}/agreement", {})


def test_the_doctor_finds_nothing(kept):
    assert "weefsel migrate" in kept.server.cli("doctor", code=1).err
    kept.server.start()
    assert kept.server.cli("doctor", "--json").json["found"] == []


def test_a_backup_is_made_and_restored(kept, make_server, tmp_path):
    kept.server.start()
    kept.server.cli("backup", tmp_path / "copy.sqlar")
    copy = make_server("restored", mark=False, now=LATER)
    copy.cli("restore", tmp_path / "copy.sqlar")
    copy.start()

    hr = kept.visitor("hr", copy)
    wave = kept.wave("published")
    assert still_told(wave["results"], json.loads(hr.download(f"/waves/{wave['id']}/results.json"))) == []
    assert copy.cli("doctor", "--json").json["found"] == []


def test_the_list_of_staff_begins_empty_and_teams_keep_who_was_typed(kept):
    kept.server.start()
    organisation = next(row["id"] for row in kept.before["organisation"] if row["slug"] == "linde")
    page = kept.visitor("hr").get("/admin/units")[1]

    after = tables(kept.server.folder / "core.sqlite")
    for unit in kept.before["unit"]:
        assert unit["headcount"] == next(row["headcount"] for row in after["unit"] if row["id"] == unit["id"])
        assert unit["name"] in page or unit["organisation_id"] != organisation
    assert after["member"] == []
