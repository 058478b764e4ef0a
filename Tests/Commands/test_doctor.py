"""What `doctor` finds, and what it says mends it."""

import shutil
import sqlite3

import pytest

from rig.places import ROOT
from rig.wave import PULSE


@pytest.fixture
def folder(make_server):
    """A folder with a closed wave, and no server on it."""
    from rig.wave import open_wave

    server = make_server().start()
    wave = open_wave(server, {"De Linde > Zorg": 20}, PULSE)
    for code in wave.codes[:12]:
        wave.send(code, wave.same(3))
    wave.close()
    server.stop()
    return server


def found(server, code=1, *options, **environment):
    told = server.cli("doctor", "--json", *options, code=code, **environment)
    return {one["kind"]: one for one in told.json["found"]}


def test_a_folder_in_order_is_well(folder):
    assert found(folder, code=0) == {}
    assert folder.cli("doctor").out.strip() == "All is well."
    folder.start()
    assert folder.cli("doctor").out.strip() == "All is well."


def test_a_broken_page_of_answers_is_found(folder):
    answers = next((folder.folder / "waves").glob("*/answers.sqlite"))
    content = bytearray(answers.read_bytes())
    content[4096:4096 + 2000] = b"\xff" * 2000
    answers.write_bytes(content)
    assert "weefsel restore" in found(folder)["pages_are_broken"]["remedy"]


def test_every_kind_of_broken_page_of_the_database_is_named_with_what_mends_it(folder):
    core = folder.folder / "core.sqlite"
    with sqlite3.connect(core) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = core.read_bytes()
    # Page 1 is the header; the others hold what is read at opening, what is looked at, and what nobody reads.
    pages = [0, 1, 2, 3, 4, 6, 9, 11, 27, 30, 36, 49, len(whole) // 4096 - 1]
    for page in (page for page in pages if page < len(whole) // 4096):
        for left in folder.folder.glob("core.sqlite-*"):
            left.unlink()
        broken = bytearray(whole)
        broken[page * 4096:(page + 1) * 4096] = b"\xff" * 4096
        core.write_bytes(broken)
        told = found(folder)
        assert "weefsel restore" in told["pages_are_broken"]["remedy"], page
        assert folder.cli("doctor", code=1).err.startswith("core.sqlite: "), page
        if page == 0:
            assert "weefsel restore" in folder.cli("user", "list", code=1).err


def test_a_pack_of_an_organisation_is_looked_at_in_its_own_folder(folder):
    with sqlite3.connect(folder.folder / "core.sqlite") as core:
        slug = core.execute("SELECT slug FROM organisation").fetchone()[0]
    own = folder.folder / "packs" / slug
    shutil.copytree(ROOT / "Packs" / PULSE, own / PULSE)
    words = own / PULSE / "nl.yaml"
    words.write_text(words.read_text().replace("Ik werk hier met plezier.", "Ik werk hier graag."))
    told = found(folder)["wording_changed"]
    assert told["what"] == f"packs/{slug}/{PULSE}"
    assert f"weefsel check-packs {own}." in told["remedy"] and f"{own} --lock" in told["remedy"]
    assert PULSE in folder.cli("check-packs", own, code=2).err


def test_broken_answers_of_an_open_wave_are_found_while_the_server_is_off(make_server):
    from rig.wave import open_wave

    server = make_server().start()
    wave = open_wave(server, {"De Linde > Zorg": 20}, PULSE)
    for code in wave.codes[:12]:
        wave.send(code, wave.same(3))
    server.stop()
    assert found(server, code=0) == {}
    place = next((server.folder / "waves").iterdir())
    (place / "secret").rename(place / "elsewhere")
    assert "weefsel serve" in found(server)["wave_stands_still"]["remedy"]
    (place / "elsewhere").rename(place / "secret")
    for left in place.glob("spool.sqlite-*"):
        left.unlink()
    (place / "spool.sqlite").write_bytes(b"\7" * 9000)
    told = found(server)["spool_is_broken"]["remedy"]
    assert "no backup" in told and "weefsel restore" not in told


def test_a_changed_wording_and_a_pack_that_is_gone_are_found(folder, tmp_path):
    resources = tmp_path / "resources"
    for part in ("Packs", "Locales", "Templates", "Assets"):
        shutil.copytree(ROOT / part, resources / part)
    words = resources / "Packs" / PULSE / "nl.yaml"
    words.write_text(words.read_text().replace("Ik werk hier met plezier.", "Ik werk hier graag."))
    told = found(folder, 1, "--resources", resources)
    assert f"weefsel check-packs {resources}/Packs" in told["wording_changed"]["remedy"]
    assert told["wording_changed"]["what"] == "Packs/pulse"
    # The wave that was asked keeps the words of its day.
    assert "pack_is_missing" not in told

    with sqlite3.connect(folder.folder / "core.sqlite") as core:
        core.execute("DELETE FROM pack_file")
    shutil.rmtree(resources / "Packs" / PULSE)
    assert "weefsel check-packs" in found(folder, 1, "--resources", resources)["pack_is_missing"]["remedy"]


def test_an_orphaned_spool_is_found_and_retention_mends_it(folder):
    wave = next((folder.folder / "waves").iterdir())
    (wave / "secret").write_bytes(b"x" * 32)
    assert "weefsel retention" in found(folder)["spool_is_left"]["remedy"]
    folder.cli("retention")
    assert found(folder, code=0) == {}


def test_a_clock_that_went_back_is_found(folder):
    assert "timedatectl" in found(folder, 1, "--now", "2020-01-01T09:00")["clock_went_back"]["remedy"]


def test_a_newer_schema_is_refused_with_what_to_do(folder):
    with sqlite3.connect(folder.folder / "core.sqlite") as core:
        core.execute("INSERT INTO migration (name) VALUES ('2099-01-01-later')")
    assert "weefsel restore" in folder.cli("doctor", code=1).err
