"""What `doctor` finds, and what it says mends it."""

import re
import shutil
import sqlite3
import subprocess

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


def own_pack(folder, name):
    """A questionnaire of the organisation's own; gives back its folder, and how doctor calls it."""
    with sqlite3.connect(folder.folder / "core.sqlite") as core:
        slug = core.execute("SELECT slug FROM organisation").fetchone()[0]
    own = folder.folder / "packs" / slug / name
    shutil.copytree(ROOT / "Packs" / PULSE, own)
    method = own / "method.yaml"
    method.write_text(method.read_text().replace(f"id: {PULSE}", f"id: {name}"))
    return own, f"packs/{slug}/{name}"


def test_a_pack_of_an_organisation_is_looked_at_as_it_lies_there_while_the_server_runs(folder):
    own, place = own_pack(folder, "eigen")
    folder.start()
    assert found(folder, code=0) == {}
    whole = (own / "method.yaml").read_text()
    (own / "method.yaml").write_text("id: eigen\n")
    told = found(folder)["pack_is_broken"]
    assert told["what"] == place and f"weefsel check-packs {own.parent}." in told["remedy"]
    (own / "method.yaml").write_text(whole)
    assert found(folder, code=0) == {}


def test_a_pack_of_an_organisation_that_was_left_out_is_called_unreadable_and_waits_for_a_start(folder):
    own, place = own_pack(folder, "eigen")
    whole = (own / "method.yaml").read_text()
    (own / "method.yaml").write_text("id: eigen\n")
    folder.start()
    refused = folder.cli("wave", "create", "--pack", "eigen", "--title", "Van onszelf", code=2).err
    assert "eigen/method.yaml" in refused and "There is no questionnaire" not in refused
    (own / "method.yaml").write_text(whole)
    told = found(folder)["pack_waits_for_start"]
    assert told["what"] == place and f"weefsel serve --data {folder.folder}." in told["remedy"]
    folder.stop()
    assert found(folder, code=0) == {}


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


def test_a_database_that_does_not_wait_for_the_disk_is_found(folder):
    told = found(folder, 1, WEEFSEL_SYNCHRONOUS="1")["not_durable"]
    assert told["what"] == "core.sqlite"
    assert f"weefsel backup FILE --data {folder.folder}" in told["remedy"] and "weefsel restore FILE --data" in told["remedy"]
    assert folder.cli("doctor", code=1, WEEFSEL_SYNCHRONOUS="1").err.startswith("core.sqlite: ")
    assert found(folder, code=0) == {}


def test_a_full_disk_is_found(folder):
    told = found(folder, 1, WEEFSEL_MAX_CORE_PAGES="1")["disk_is_full"]
    assert f"weefsel retention --data {folder.folder}." in told["remedy"]
    assert folder.cli("doctor", code=1, WEEFSEL_MAX_CORE_PAGES="1").err.startswith("core.sqlite: ")
    assert found(folder, code=0) == {}


def test_faults_are_made_in_a_folder_of_a_test_alone(make_server):
    server = make_server(mark=False)
    server.cli("organisation", "add", "linde", "De Linde")
    assert found(server, code=0, WEEFSEL_SYNCHRONOUS="1", WEEFSEL_MAX_CORE_PAGES="1") == {}


def test_answers_that_are_gone_too_early_are_found_and_come_back_from_a_backup(folder, make_server, tmp_path):
    folder.cli("backup", tmp_path / "copy.sqlar")
    answers = next((folder.folder / "waves").glob("*/answers.sqlite"))
    answers.unlink()
    told = found(folder)["answers_are_gone"]["remedy"]
    restored = make_server("restored", mark=False)
    # As it is printed, with the names of one's own.
    command = told[told.index("cp -p "):].removesuffix(".").replace("NEW_FOLDER", str(restored.folder))
    restored.cli("restore", tmp_path / "copy.sqlar")
    subprocess.run(command, shell=True, check=True)
    assert answers.exists() and found(folder, code=0) == {}


def test_a_missing_pack_of_an_organisation_belongs_in_its_own_folder(folder):
    with sqlite3.connect(folder.folder / "core.sqlite") as core:
        slug = core.execute("SELECT slug FROM organisation").fetchone()[0]
    own = folder.folder / "packs" / slug
    shutil.copytree(ROOT / "Packs" / PULSE, own / "eigen")
    method = own / "eigen" / "method.yaml"
    method.write_text(method.read_text().replace(f"id: {PULSE}", "id: eigen"))
    folder.cli("wave", "create", "--pack", "eigen", "--title", "Van onszelf")
    (own / "eigen").rename(folder.folder.parent / "elders")
    told = found(folder)["pack_is_missing"]
    assert told["what"] == "Van onszelf" and f"weefsel check-packs {own}." in told["remedy"]
    assert str(ROOT) not in told["remedy"]
    # Where that folder is gone as well, nobody can tell which of the two it was.
    own.rename(folder.folder.parent / "ook-elders")
    told = found(folder)["pack_is_missing"]["remedy"]
    assert f"check-packs {ROOT}/Packs," in told and f"check-packs {own}." in told
    own.mkdir(parents=True)
    (folder.folder.parent / "elders").rename(own / "eigen")
    assert found(folder, code=0) == {}


def test_every_command_that_doctor_names_says_which_folder(folder):
    words = (ROOT / "Locales" / "en" / "doctor.yaml").read_text() + (ROOT / "Locales" / "nl" / "doctor.yaml").read_text()
    commands = re.findall(r"weefsel [a-z-]+(?: [a-z]+)?[^.,:]*", words)
    assert len(commands) > 20
    bare = [one for one in commands if "check-packs" not in one and "--data" not in one and "--proof" not in one]
    assert bare == []
    assert words.count(".json --data {folder}") == words.count("--proof")


def test_a_newer_schema_is_refused_with_what_to_do(folder):
    with sqlite3.connect(folder.folder / "core.sqlite") as core:
        core.execute("INSERT INTO migration (name) VALUES ('2099-01-01-later')")
    assert "weefsel restore" in folder.cli("doctor", code=1).err
