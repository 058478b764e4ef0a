"""Everything of an organisation, taken along: whole, readable, and nothing that should stay behind."""

import csv
import hashlib
import io
import json
import re
import sqlite3
from contextlib import closing

import pytest

from rig.cells import cells
from rig.leaving import WITNESS, rows_of, two_organisations
from rig.server import Server
from rig.wave import codes, units_csv


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("leaving") / "data", "leaving-export")
    try:
        yield two_organisations(server)
    finally:
        server.close()


@pytest.fixture(scope="module")
def export(house, tmp_path_factory):
    folder = tmp_path_factory.mktemp("out") / "export"
    house.server.cli("organisation", "export", folder, "--organisation", "linde")
    return folder


def everything(folder) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def table(text: bytes) -> list[dict]:
    return list(csv.DictReader(io.StringIO(text.decode(), newline=""), strict=True))


def test_every_file_is_listed_with_its_hash_and_told_of(export):
    files = everything(export)
    manifest = json.loads(files.pop("MANIFEST.json"))
    assert {line["path"]: line["sha256"] for line in manifest["files"]} == {
        name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    assert all(line["bytes"] == len(files[line["path"]]) for line in manifest["files"])
    readme = files["README.md"].decode()
    told = [re.compile(path.replace("*", "[^/]+")) for line in re.findall(r"^- (`[^:]+`): ", readme, re.M)
            for path in re.findall("`([^`]+)`", line)]
    assert [name for name in files if name != "README.md" and not any(pattern.match(name) for pattern in told)] == []
    assert "# Alles van De Linde uit Weefsel" in readme and "# Everything of De Linde out of Weefsel" in readme
    assert re.search(r"Onderzoek: de losse antwoorden blijven tot en met \w+ \d+ \w+ 20\d\d in Weefsel", readme)


def test_what_waves_tell_is_what_hr_reads(house, export):
    slug = house.published.path.split("/")[-1]
    wave, = export.glob(f"waves/*-{slug}")
    told = house.server.cli("wave", "results", house.published.id).out.rstrip("\n")
    assert (wave / "results.json").read_text() == told
    status, manifest = house.research.hr.get(f"/waves/{house.published.id}/manifest.json")
    assert status == 200 and (wave / "manifest.json").read_text() == manifest
    hash_, name = (wave / "manifest.sha256").read_text().split()
    assert name == "manifest.json" and hash_ == hashlib.sha256((wave / "manifest.json").read_bytes()).hexdigest()
    _, figures = house.research.hr.get(f"/waves/{house.published.id}/results/files/analysis.csv")
    assert (wave / "figures.csv").read_bytes() == figures.encode()
    for file in export.glob("waves/*/results.xlsx"):
        id_ = json.loads((file.parent / "wave.json").read_text())["id"]
        read = cells(house.research.hr.download(f"/waves/{id_}/results/files/workbook.xlsx", "nl"))
        assert cells(file.read_bytes()) == read and len(read) == 5
    assert len(list(export.glob("waves/*/results.xlsx"))) == 2
    states = {json.loads(file.read_text())["state"] for file in export.glob("waves/*/wave.json")}
    assert states == {"published", "closed", "draft"}
    drafts = [file.parent for file in export.glob("waves/*/wave.json") if json.loads(file.read_text())["id"] == house.draft]
    assert [file.name for file in drafts[0].iterdir()] == ["wave.json"]


def test_folders_of_waves_are_named_by_what_one_knows(house, export):
    for file in export.glob("waves/*/wave.json"):
        wave = json.loads(file.read_text())
        year = (wave.get("opened_on") or wave.get("opens_on") or wave["closes_on"])[:4]
        title = {"Onderzoek": "onderzoek", "Proef": "proef"}.get(wave["title"], "najaar-in-cmd")
        assert file.parent.name == f"{year}-{title}-{wave['slug']}"
        asked = export / "questionnaires/asked" / file.parent.name
        assert asked.is_dir() == (wave["state"] != "draft")
    assert "2026-meting-2026-4ytwz" in (export / "README.md").read_text()


def test_people_decisions_and_the_log_are_whole(house, export):
    people = table((export / "people.csv").read_bytes())
    assert {("Hanna", "hr"), ("Olga", "council"), (house.both, "board")} <= {(row["name"], row["role"]) for row in people}
    assert {row["known_as"] for row in people if row["name"] == WITNESS} == {"asked_for_decision"}
    assert "Eefje" not in {row["name"] for row in people}
    decisions = json.loads((export / "decisions.json").read_text())
    assert {one["kind"] for one in decisions} == {"research_wave", "dpia"}
    assert {one["kind"]: one["holds"] for one in decisions} == {"research_wave": True, "dpia": False}
    readable = (export / "decisions.md").read_text()
    assert "> Wij \\| deden een \\*DPIA\\*.\n> Hij is klaar." in readable and "Waarom blijven mensen?" in readable
    log = table((export / "log.csv").read_bytes())
    with closing(sqlite3.connect(house.server.folder / "core.sqlite")) as database:
        kept = database.execute(
            "SELECT COUNT(*) FROM audit JOIN organisation ON organisation.id = organisation_id WHERE slug = 'linde'")
        assert len(log) == kept.fetchone()[0] - 1
    assert {"wave_published", "decision_agreed"} <= {row["act"] for row in log}


def test_nothing_is_in_it_that_must_stay(house, export):
    files = everything(export)
    text = b"\n".join(data for name, data in files.items() if not name.endswith(".xlsx"))
    for secret in (*house.research.wave.codes, *house.published.codes, "De Eik", "Van de Eik", "Eefje", "Minder haast"):
        assert secret.encode() not in text, secret
    with closing(sqlite3.connect(house.server.folder / "core.sqlite")) as database:
        for hash_, in database.execute("SELECT password FROM account"):
            assert hash_.encode() not in text
    assert not [name for name in files if name.endswith((".sqlite", "secret"))]


def test_another_weefsel_reads_units_and_questionnaires_back(house, export, make_server):
    server = make_server("other")
    server.cli("wave", "create", "--pack", "pulse", "--title", "Opnieuw", "--units", export / "units.csv")
    first = [row for row in rows_of(house.server.folder, "linde")["unit"]]
    query = "SELECT name, headcount FROM unit WHERE archived_on IS NULL ORDER BY name"
    with closing(sqlite3.connect(server.folder / "core.sqlite")) as database, \
            closing(sqlite3.connect(house.server.folder / "core.sqlite")) as origin:
        again = database.execute(query).fetchall()
        before = origin.execute(query.replace("WHERE", "WHERE organisation_id = (SELECT id FROM organisation WHERE "
                                              "slug = 'linde') AND")).fetchall()
    assert again == before and len(first) == len(before)
    own = server.cli("check-packs", export / "questionnaires/own", "--json").json
    assert [pack["id"] for pack in own["packs"]] == ["asking"]
    for asked in (export / "questionnaires/asked").iterdir():
        server.cli("check-packs", asked)


def test_it_is_whole_or_not_there_and_a_line_in_the_log(house, tmp_path):
    server = house.server
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").touch()
    link = tmp_path / "link"
    link.symlink_to(server.folder)
    places = [tmp_path / "full", tmp_path / "nowhere" / "out", server.folder, server.folder / "out", link / "out",
              link / "tmp" / "out", server.folder / "waves" / ".." / "out"]
    for place in places:
        lines = server.cli("organisation", "export", place, "--organisation", "linde", code=2).err.splitlines()
        assert len(lines) == 1 and str(place) in lines[0]
    assert server.cli("organisation", "export", tmp_path / "out", code=1).err
    line = server.cli("organisation", "export", tmp_path / "out", "--organisation", "lindeee", code=2).err
    assert "“lindeee”" in line and "eik, linde" in line and not (tmp_path / "out").exists()
    (tmp_path / "empty").mkdir()
    told = server.cli("organisation", "export", tmp_path / "empty", "--organisation", "linde", "--json").json
    assert told == {"folder": str(tmp_path / "empty")} and (tmp_path / "empty" / "README.md").exists()
    assert list((server.folder / "tmp").iterdir()) == []
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []
    log = house.research.council.get("/admin/log")[1]
    assert "Alles van de organisatie op een rij gezet om mee te nemen" in log


def test_beside_a_server_it_needs_no_words_of_its_own(house, tmp_path):
    """The program may lie elsewhere than its folders: the server has what it says."""
    server = house.server
    environment = {"WEEFSEL_RESOURCES": str(tmp_path / "nowhere")}
    out = server.attempt("organisation", "export", tmp_path / "out", "--organisation", "linde", **environment)
    assert out.code == 0 and str(tmp_path / "out") in out.out and (tmp_path / "out" / "README.md").exists()
    copy = server.attempt("backup", tmp_path / "copy.sqlar", **environment)
    assert copy.code == 0 and (tmp_path / "copy.sqlar").exists()


def test_which_decisions_a_wave_stands_by_and_its_cards_of_the_whole_alone(house, tmp_path):
    allowed = house.research.decision("raw_export", "Voor de universiteit")
    house.server.cli("organisation", "export", tmp_path / "out", "--organisation", "linde")
    waves = {one["title"]: one for one in (json.loads(f.read_text()) for f in (tmp_path / "out").glob("waves/*/wave.json"))}
    research = waves["Onderzoek"]
    assert research["raw_export_decisions"] == [allowed] and research["research_decision"]
    assert research["cards"]["made"] > 40 and research["cards"]["forms"] == 0 and "left" not in research["cards"]
    assert all(set(group) <= {"position", "parent", "name", "invited", "units", "is_block"}
               for wave in waves.values() for group in wave["groups"])
    assert "cards" not in waves["Proef"] and waves["Proef"]["raw_export_decisions"] == []
    decisions = {one["id"]: one for one in json.loads((tmp_path / "out" / "decisions.json").read_text())}
    assert decisions[allowed]["waves"] == [
        {"id": research["id"], "title": "Onderzoek", "questionnaire": "asking", "questionnaire_version": "1.0"}]
    assert "de meting “Onderzoek”, en geldt voor geen andere." in (tmp_path / "out" / "decisions.md").read_text()
    assert decisions[allowed]["holds"] and "ended_on" not in decisions[allowed]
    # The council ends it; a later export says so, and that nobody took it back before it held.
    page = f"/admin/decisions/{allowed}"
    house.research.council.submit(page, f"{page}/ending", {"sure": "1"})
    house.server.cli("organisation", "export", tmp_path / "later", "--organisation", "linde")
    later = {one["id"]: one for one in json.loads((tmp_path / "later" / "decisions.json").read_text())}[allowed]
    assert later["ended_on"] and "withdrawn_on" not in later and not later["holds"]
    assert "Dit besluit opent niets meer." in (tmp_path / "later" / "decisions.md").read_text()


def test_at_rest_it_is_the_same_but_for_the_log(make_server, tmp_path):
    server = make_server()
    server.cli("organisation", "add", "linde", "De Linde")
    units = tmp_path / "units.csv"
    units.write_text(units_csv({"=Zorg": 20, "Keuken": 12}))
    made = server.cli("wave", "create", "--pack", "pulse", "--title", "Peiling", "--units", units, "--json").json["id"]
    server.cli("wave", "open", made)
    server.cli("organisation", "export", tmp_path / "rest")
    server.start()
    server.cli("organisation", "export", tmp_path / "running")
    rest, running = everything(tmp_path / "rest"), everything(tmp_path / "running")
    # A server counts who took part; nothing else comes with it.
    assert {name.split("/")[-1] for name in rest.keys() ^ running.keys()} <= {"responses.csv"}
    assert {name for name in rest if rest[name] != running[name]} == {"log.csv", "MANIFEST.json"}
    assert "'=Zorg" in rest["units.csv"].decode()
    handed, secret = codes(server, made), (server.folder / "waves" / made / "secret").read_bytes()
    assert len(handed) > 30 and any(name.endswith("manifest.json") for name in running)
    assert not any(code.encode() in data or secret in data for code in handed for data in running.values())
    other = make_server("other")
    other.cli("wave", "create", "--pack", "pulse", "--title", "Opnieuw", "--units", tmp_path / "rest" / "units.csv")
    with closing(sqlite3.connect(other.folder / "core.sqlite")) as database:
        assert ("=Zorg", 20) in database.execute("SELECT name, headcount FROM unit").fetchall()
