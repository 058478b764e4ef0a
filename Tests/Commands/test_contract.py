"""The command line as other programs rely on it."""

import csv
import io
import shutil
import sqlite3
from contextlib import closing
from urllib.parse import urlsplit

import pytest

from rig.places import ROOT, binary
from rig.server import Server
from rig.wave import CARE, PULSE, codes, units_csv

PLACES = {"De Linde > Zorg": 24, "De Linde > Keuken": 12}


@pytest.fixture(params=["at rest", "running"])
def weefsel(make_server, request):
    made = make_server()
    return made.start() if request.param == "running" else made


def _wave(weefsel: Server, *more: str) -> dict:
    units = weefsel.folder.parent / "units.csv"
    units.write_text(units_csv(PLACES))
    words = ("wave", "create", "--pack", PULSE, "--title", "Peiling", "--units", units, *more, "--json")
    return weefsel.cli(*words).json


def test_the_shipped_packs_are_right(make_server):
    told = make_server(mark=False).cli("check-packs", "--json").json

    items = {pack["id"]: pack["items"] for pack in told["packs"]}
    assert items == {
        CARE: 42, PULSE: 5, "staff-survey-education": 45, "basic-needs": 15, "work-ability": 16, "policy-scan": 28,
        "pes-nwi": 31, "copsoq-iii": 26, "bat-23": 23, "uwes-9": 9, "jcq": 14, "saq": 31,
    }
    assert all(pack["version"] for pack in told["packs"])


def test_a_pack_with_a_typing_error_names_file_line_and_remedy(make_server, tmp_path):
    packs = tmp_path / "packs"
    shutil.copytree(ROOT / "Packs" / PULSE, packs / PULSE)
    questions = packs / PULSE / "questions.yaml"
    questions.write_text(questions.read_text().replace("revision: 1", "revison: 1", 1))

    lines = make_server().cli("check-packs", packs, code=2).err.splitlines()

    assert lines
    assert lines[0].startswith(f"{PULSE}/questions.yaml:5:")
    assert any("revison" in line for line in lines)


def test_a_wave_goes_from_draft_to_published(weefsel):
    made = _wave(weefsel)
    assert made["state"] == "draft"

    told = [weefsel.cli("wave", act, made["id"], "--json").json for act in ("open", "close", "publish")]

    assert told == [{"id": made["id"], "state": state} for state in ("open", "closed", "published")]


def test_acts_at_a_wrong_moment_are_refused_in_one_line(weefsel):
    wave = _wave(weefsel)["id"]
    for act in ("close", "publish", "withdraw", "results"):
        assert len(weefsel.cli("wave", act, wave, code=1).err.splitlines()) == 1
    weefsel.cli("wave", "open", wave)
    weefsel.cli("wave", "open", wave, code=1)
    weefsel.cli("wave", "withdraw", wave)
    weefsel.cli("wave", "close", wave, code=1)


def test_codes_are_lines_of_block_code_and_address(weefsel):
    wave = _wave(weefsel)["id"]
    weefsel.cli("wave", "open", wave)

    handed = codes(weefsel, wave)

    assert len(handed) == len({code for code in handed}) >= sum(PLACES.values())
    for code in handed:
        assert code.address.startswith(f"{weefsel.url}/m/")
        assert urlsplit(code.address).fragment == code
    assert {code for code in codes(weefsel, wave)} == {code for code in handed}


def test_codes_stay_three_columns_when_a_unit_has_a_semicolon(make_server, tmp_path):
    server = make_server()
    units = tmp_path / "units.csv"
    units.write_text('path,headcount\n"De Linde > Zorg; nacht",24\nDe Linde > Keuken,24\n')
    made = server.cli("wave", "create", "--pack", PULSE, "--title", "Peiling", "--units", units, "--json").json
    server.cli("wave", "open", made["id"])

    rows = list(csv.reader(io.StringIO(server.cli("wave", "codes", made["id"]).out), delimiter=";"))

    assert {len(row) for row in rows} == {3}
    assert "Zorg; nacht" in {row[0] for row in rows}


@pytest.mark.parametrize("threshold, code", [("4", 2), ("5", 0), ("20", 0), ("21", 2), ("veel", 2)])
def test_the_threshold_lies_between_5_and_20(make_server, threshold, code):
    server = make_server()
    units = server.folder.parent / "units.csv"
    units.write_text(units_csv(PLACES))
    words = ("wave", "create", "--pack", PULSE, "--title", "Peiling", "--units", units, "--threshold", threshold)

    server.cli(*words, code=code)


def test_several_organisations_are_told_apart_by_their_slug(weefsel):
    weefsel.cli("organisation", "add", "linde", "De Linde")
    weefsel.cli("organisation", "add", "eik", "De Eik")

    assert weefsel.cli("user", "list", code=1).err
    weefsel.cli("user", "add", "an", "--role", "hr", "--organisation", "eik")

    assert weefsel.cli("user", "list", "--organisation", "linde", "--json").json == {"users": []}
    users = weefsel.cli("user", "list", "--organisation", "eik", "--json").json["users"]
    assert users == [{"name": "an", "roles": ["hr"]}]


def test_a_new_password_replaces_the_old_one(make_server):
    server = make_server().start()
    old = server.cli("user", "add", "an", "--role", "hr", "--json").json["password"]
    new = server.cli("user", "reset", "an", "--json").json["password"]

    assert _sign_in(server, "an", old) == 422
    assert _sign_in(server, "an", new) == 303


def _sign_in(server: Server, name: str, password: str) -> int:
    return server.post("/sign-in", f"name={name}&password={password}".encode())[0]


@pytest.mark.parametrize("words", [
    ("user", "add", "an", "--role", "koning"),
    ("user", "add", "sam", "--role", "leader"),
    ("user", "add", "sam", "--role", "leader", "--unit", "Nergens"),
    ("user", "add", " ", "--role", "hr"),
    ("wave", "create", "--pack", PULSE),
    ("wave", "create", "--pack", PULSE, "--title", " "),
    ("wave", "create", "--pack", PULSE, "--title", "Peiling\nmei"),
    ("wave", "create", "--pack", PULSE, "--title", "P" + "\u0301" * 50_000),
    ("user", "add", "an\njan", "--role", "hr"),
    ("organisation", "add", "linde", "De\nLinde"),
    ("wave", "create", "--pack", PULSE, "--title", "Peiling", "--threshold", "3"),
    ("wave", "create", "--pack", PULSE, "--title", "Peiling", "--opens", "2026-12-01", "--closes", "2026-11-30"),
    ("wave", "create", "--pack", "nope", "--title", "Peiling"),
    ("wave", "create", "--pack", PULSE, "--title", "Peiling", "--research", "0" * 32),
    ("organisation", "add", "A B", "De Linde"),
    ("organisation", "add", "linde", " "),
    ("restore", "/nowhere/copy.sqlar"),
    ("dans",),
])
def test_bad_input_is_told_and_gives_2_and_leaves_no_organisation(make_server, words):
    server = make_server()

    assert server.cli(*words, code=2).err
    assert server.cli("user", "list", code=1).err


def test_an_unknown_pack_is_named_with_those_to_choose_from(weefsel):
    lines = weefsel.cli("wave", "create", "--pack", "nope", "--title", "Peiling", code=2).err.splitlines()

    assert len(lines) == 1
    assert all(word in lines[0] for word in ("nope", PULSE, CARE))


@pytest.mark.parametrize("language, name", [("nl_NL.UTF-8", "Onze organisatie"), ("C.UTF-8", "Our organisation")])
def test_the_organisation_that_comes_by_itself_has_a_name_in_the_language(make_server, language, name):
    server = make_server()
    server.cli("user", "add", "an", "--role", "hr", LC_ALL=language)

    with closing(sqlite3.connect(server.folder / "core.sqlite")) as database:
        assert database.execute("SELECT slug, name FROM organisation").fetchall() == [("default", name)]


@pytest.mark.parametrize("wave", ["0" * 32, "wave", "../core"])
def test_a_wave_that_is_not_there_is_not_found(make_server, wave):
    server = make_server()
    server.cli("organisation", "add", "linde", "De Linde")

    assert len(server.cli("wave", "open", wave, code=1).err.splitlines()) == 1


def test_the_clock_cannot_be_set_on_a_real_folder(make_server):
    server = make_server(mark=False)
    server.cli("migrate")
    server.now = "2026-10-05T09:00"

    assert len(server.cli("migrate", code=1).err.splitlines()) == 1


def test_a_folder_with_an_organisation_cannot_be_marked(make_server):
    server = make_server(mark=False)
    server.cli("organisation", "add", "linde", "De Linde")

    assert len(server.cli("migrate", "--mark", "test", code=1).err.splitlines()) == 1


def test_the_program_runs_through_a_link_from_anywhere(tmp_path):
    """What it reads lies beside the real program, wherever that was moved."""
    moved = tmp_path / "moved"
    moved.mkdir()
    shutil.copy(binary(), moved / "weefsel")
    for part in ("Packs", "Locales", "Templates", "Assets"):
        shutil.copytree(ROOT / part, moved / part)
    link = tmp_path / "bin" / "weefsel"
    link.parent.mkdir()
    link.symlink_to(moved / "weefsel")

    server = Server(tmp_path / "data", "linked", mark=False, program=link)
    del server.environment["WEEFSEL_RESOURCES"]
    server.cli("migrate", "--mark", "test")
    try:
        assert server.start().get("/readyz")[0] == 200
    finally:
        server.close()
