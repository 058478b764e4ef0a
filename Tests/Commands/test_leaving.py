"""An organisation that leaves: told first, by a decision of two, gone from every byte, and another stays as it was."""

import hashlib
import json
import re
import sqlite3
from contextlib import closing
from urllib.parse import urlencode

import pytest

from rig.leaving import WITNESS, rows_of, two_organisations
from rig.research import decision, organisation, visitor

PLACES = ["leave.note-written", "leave.rows-removed", "leave.files-destroyed", "leave.database-rewritten", "leave.proof-written"]


@pytest.fixture
def house(make_server):
    return two_organisations(make_server())


def secrets(server, slug="linde") -> dict[str, bytes]:
    """Everything by which somebody could see that the organisation was here, but for whoever works elsewhere too."""
    with closing(sqlite3.connect(f"file:{server.folder}/core.sqlite?mode=ro", uri=True)) as database:
        home, name = database.execute("SELECT id, name FROM organisation WHERE slug = ?", [slug]).fetchone()
        found = {"id": home, "slug": slug, "name": name, "hr": "Hanna", "council": "Olga", "key": "hanna"}
        waves = database.execute("SELECT id, title FROM wave WHERE organisation_id = ?", [home]).fetchall()
    found |= {f"wave {number}": id for number, (id, _) in enumerate(waves)} | {"title": "Najaar in"}
    return {what: text.encode() for what, text in found.items()}


def traces(folder, wanted: dict[str, bytes]) -> dict[str, list[str]]:
    files = {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    assert "core.sqlite" in files
    found = {name: [what for what, text in wanted.items() if text in data or text in name.encode()]
             for name, data in files.items()}
    return {name: what for name, what in found.items() if what}


def run(server, *words, code=0, **environment):
    """Whether anything was taken along first is a test of its own."""
    taken = ["--without-export"] if "--carry-out" in words else []
    return server.cli("organisation", "delete", *words, *taken, code=code, **environment)


def test_without_carry_out_it_only_tells(house, tmp_path):
    server = house.server
    before = rows_of(server.folder, "linde")

    told = run(server, "linde", "--json").json

    assert told["ready"] is False and told["decisions"] == [] and told["open_waves"] == []
    assert told["waves"] == {"closed": 1, "published": 1, "draft": 1} and told["accounts_that_stay"] == 1
    assert told["removed"]["account"] == 2 and told["removed"]["unit"] == 2 and told["removed"]["wave"] == 3 and told["removed"]["decision"] == 2
    assert any(file.endswith("answers.sqlite") for file in told["files"])
    assert any(file.startswith("packs/linde/asking/") for file in told["files"])
    text = run(server, "linde").out
    assert "None holds yet" in text and "surveys in preparation: 1" in text and "units: 2" in text
    allowed = house.decide()
    assert run(server, "linde", "--json").json["decisions"] == [allowed]
    assert server.cli("organisation", "list").out.splitlines() == ["eik  De Eik", "linde  De Linde"]
    assert server.cli("organisation", "list", "--json").json == {
        "organisations": [{"slug": "eik", "name": "De Eik"}, {"slug": "linde", "name": "De Linde"}]}
    assert f"weefsel organisation delete linde --decision {allowed} --carry-out --proof PROOF.json" in run(server, "linde").out
    assert rows_of(server.folder, "linde")["unit"] == before["unit"]


def test_first_somebody_takes_everything_along_or_says_that_nobody_needs_to(house, tmp_path):
    server, proof = house.server, tmp_path / "proof.json"
    allowed = house.decide()
    words = ("organisation", "delete", "linde", "--carry-out", "--decision", allowed, "--proof", proof)
    page = f"/admin/decisions/{allowed}"
    assert "Laatste export van alles: nooit." in house.research.hr.get(page)[1]
    told = server.cli("organisation", "delete", "linde").out
    assert "Last export of everything: never." in told
    assert f"weefsel organisation export TARGET_FOLDER --organisation linde --data {server.folder}." in told
    plan = server.cli("organisation", "delete", "linde", "--json").json
    assert plan["ready"] is False and "last_export" not in plan
    refused = server.cli(*words, code=1).err.splitlines()
    assert len(refused) == 1 and "--without-export" in refused[0] and not proof.exists()
    too_long = "x" * 300
    server.cli("organisation", "export", tmp_path / too_long, "--organisation", "linde", code=2)
    assert "Laatste export van alles: nooit." in house.research.hr.get(page)[1]
    assert "last_export" not in server.cli("organisation", "delete", "linde", "--json").json
    server.cli("organisation", "export", tmp_path / "out", "--organisation", "linde")
    plan = server.cli("organisation", "delete", "linde", "--json").json
    assert plan["ready"] is True and re.fullmatch(r"\d{4}-\d\d-\d\d", plan["last_export"])
    assert "never" not in server.cli("organisation", "delete", "linde").out
    assert re.search(r"Laatste export van alles: \w+dag \d+ \w+ 20\d\d", house.research.hr.get(page)[1])
    server.cli(*words)
    assert json.loads(proof.read_text())["organisation"]["slug"] == "linde"


def test_it_takes_a_decision_of_two_no_open_wave_and_a_place_for_the_proof(house, tmp_path):
    server, proof = house.server, tmp_path / "proof.json"
    alone = house.decide("Alleen hr", agrees=False)
    other = house.research.decision("raw_export", "Iets anders")
    both = house.decide("Samen")
    assert run(server, "linde", "--carry-out", "--decision", both, code=2).err
    proof.touch()
    assert str(proof) in run(server, "linde", "--carry-out", "--decision", both, "--proof", proof, code=2).err
    proof.unlink()
    for place in (tmp_path / "no" / "p.json", server.folder / "p.json"):
        assert str(place) in run(server, "linde", "--carry-out", "--decision", both, "--proof", place, code=2).err
    for words in ([], ["--decision", alone], ["--decision", other], ["--decision", "0" * 32]):
        assert len(run(server, "linde", "--carry-out", "--proof", proof, *words, code=1).err.splitlines()) == 1
    assert run(server, "eik", "--carry-out", "--proof", proof, "--decision", both, code=1).err
    for words in ([], ["--carry-out", "--proof", proof]):
        line = run(server, "nobody", *words, code=2).err
        assert "“nobody”" in line and "eik, linde" in line
    server.cli("wave", "create", "--pack", "pulse", "--title", "Nog bezig", "--organisation", "linde")
    still_open = sqlite3.connect(server.folder / "core.sqlite").execute(
        "SELECT id FROM wave WHERE title = 'Nog bezig'").fetchone()[0]
    server.cli("wave", "open", still_open)
    assert "Nog bezig" in run(server, "linde").out
    assert run(server, "linde", "--carry-out", "--proof", proof, "--decision", both, code=1).err
    assert not proof.exists() and not proof.with_suffix(".md").exists()
    server.cli("wave", "withdraw", still_open)
    run(server, "linde", "--carry-out", "--proof", proof, "--decision", both)


@pytest.mark.parametrize("running", [True, False])
def test_everything_goes_but_the_other_organisation(house, tmp_path, running):
    server, proof = house.server, tmp_path / "proof.json"
    allowed = house.decide()
    wanted, stays = secrets(server), rows_of(server.folder, "eik")
    number = {table: len(rows) for table, rows in rows_of(server.folder, "linde").items()}
    with closing(sqlite3.connect(server.folder / "core.sqlite")) as database:
        text, = database.execute("SELECT text FROM decision WHERE id = ?", [allowed]).fetchone()
    # The look finds what is there: else finding nothing would say nothing.
    assert {what for found in traces(server.folder, wanted).values() for what in found} == wanted.keys()
    if not running:
        assert server.stop() == 0

    told = run(server, "linde", "--carry-out", "--decision", allowed, "--proof", proof, "--json").json

    if running:
        assert house.research.hr.get("/today")[0] == 303
        assert server.get(house.published.path)[0] == 404
    assert traces(server.folder, wanted) == {}
    assert not (server.folder / "leaving.json").exists() and list((server.folder / "tmp").iterdir()) == []
    assert rows_of(server.folder, "eik") == stays
    assert {table: rows for table, rows in rows_of(server.folder, "linde").items() if rows} == {}
    written = json.loads(proof.read_text())
    assert told == {"proof": str(proof), "sha256": written["sha256"], "clean": "yes"}
    plain = {key: value for key, value in written.items() if key != "sha256"}
    canonical = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert hashlib.sha256(canonical.encode()).hexdigest() == written["sha256"]
    assert written["organisation"] == {"id": wanted["id"].decode(), "slug": "linde", "name": "De Linde"}
    assert written["decision"]["id"] == allowed and {one["role"] for one in written["decision"]["agreed"]} == {"hr", "council"}
    assert written["decision"]["text_sha256"] == hashlib.sha256(text.encode()).hexdigest()
    assert written["removed"] == {table: count for table, count in number.items() if table != "organisation"} | {"account": 2}
    assert all(not (server.folder / file).exists() for file in written["files"]) and len(written["files"]) > 5
    assert written["accounts_that_stay"] == 1
    assert {found["place"] for found in written["search"]["found"]} <= {"others"}
    readable = proof.with_suffix(".md").read_text()
    assert written["sha256"] in readable and "# Bewijs van vertrek: De Linde" in readable
    assert "# Proof of departure: De Linde" in readable and "⟦" not in readable
    server.cli("user", "list", "--organisation", "eik")
    names = {user["name"] for user in server.cli("user", "list", "--json").json["users"]}
    assert names == {"Eefje", house.both}
    assert server.cli("doctor").code == 0


def test_it_takes_nothing_of_another_and_waits_for_a_backup(house, tmp_path):
    server, proof, tmp = house.server, tmp_path / "proof.json", house.server.folder / "tmp"
    with closing(sqlite3.connect(f"file:{server.folder}/core.sqlite?mode=ro", uri=True)) as database:
        ids = dict(database.execute("SELECT slug, id FROM organisation").fetchall())
    for slug, id in ids.items():
        (tmp / f"out-{id}-1").mkdir()
        (tmp / f"out-{id}-1" / "people.csv").write_text(f"Van {slug}")
        (tmp / f"print-{id}-2.pdf").write_text("%PDF")
    (tmp / f"import-{ids['linde']}-3.mark").touch()
    backup = tmp / "backup-1-2.sqlar"
    backup.write_text("nog bezig")
    words = ("linde", "--carry-out", "--decision", house.decide(), "--proof", proof)
    assert run(server, "linde", "--json").json["ready"] is False and "Wait for the backup" in run(server, "linde").out
    assert "backup" in run(server, *words, code=1).err and backup.read_text() == "nog bezig"
    assert rows_of(server.folder, "linde")["organisation"]
    backup.unlink()
    # The facts of an example belong to whom they are about: here to the other one.
    with closing(sqlite3.connect(f"file:{server.folder}/core.sqlite?mode=ro", uri=True)) as database:
        theirs, = database.execute("SELECT id FROM wave WHERE organisation_id = ? LIMIT 1", [ids["eik"]]).fetchone()
    (server.folder / "demo.json").write_text(json.dumps({"wave": theirs}))
    run(server, *words)
    assert json.loads((server.folder / "demo.json").read_text()) == {"wave": theirs}
    assert sorted(file.name for file in tmp.iterdir()) == [f"out-{ids['eik']}-1", f"print-{ids['eik']}-2.pdf"]
    named = [file for file in json.loads(proof.read_text())["files"] if file.startswith("tmp/")]
    assert named == [f"tmp/out-{ids['linde']}-1", f"tmp/print-{ids['linde']}-2.pdf"]
    assert json.loads(proof.read_text())["empty_marks"] == 1 and ".mark" not in proof.with_suffix(".md").read_text()
    assert "Lege merkbestanden, die alleen zeiden dat er een bestand was geweest: 1." in proof.with_suffix(".md").read_text()


def test_who_reads_the_same_elsewhere_is_told_as_that(house, tmp_path):
    """Somebody of the same name was written down by both; the other organisation keeps its own."""
    proof = tmp_path / "proof.json"
    run(house.server, "linde", "--carry-out", "--decision", house.decide(), "--proof", proof)

    found = json.loads(proof.read_text())["search"]["found"]

    assert [(one["file"], one["place"]) for one in found if one["file"] == "core.sqlite"] == [("core.sqlite", "others")]
    with closing(sqlite3.connect(house.server.folder / "core.sqlite")) as database:
        assert database.execute("SELECT COUNT(*) FROM person WHERE name = ?", [WITNESS]).fetchone() == (1,)


@pytest.mark.parametrize("place", PLACES)
def test_killed_half_way_a_second_run_ends_it(house, tmp_path, place):
    server, proof = house.server, tmp_path / "proof.json"
    allowed = house.decide()
    wanted, stays = secrets(server), rows_of(server.folder, "eik")
    assert server.stop() == 0
    words = ("organisation", "delete", "linde", "--carry-out", "--decision", allowed, "--proof", proof, "--without-export")

    assert server.attempt(*words, WEEFSEL_HALT_AT=place).code == 137

    assert not proof.exists() and (server.folder / "leaving.json").exists()
    is_gone = place != "leave.note-written"
    assert (rows_of(server.folder, "linde")["organisation"] == []) == is_gone
    assert ("linde" in server.attempt("doctor").err) and server.attempt("doctor").code == 1
    server.start()
    server.cli(*words)
    assert traces(server.folder, wanted) == {} and rows_of(server.folder, "eik") == stays
    written = json.loads(proof.read_text())
    assert written["removed"]["unit"] == 2 and written["search"]["terms"] > 8
    assert list((server.folder / "tmp").iterdir()) == []
    assert "“linde”" in run(server, "linde", "--carry-out", "--proof", tmp_path / "again.json", code=2).err


def test_a_proof_that_nobody_fetched_waits(house, tmp_path):
    """The command that asked for it died; the server went on."""
    server = house.server
    allowed = house.decide()
    assert server.stop() == 0
    words = ("linde", "--carry-out", "--decision", allowed, "--proof", tmp_path / "proof.json")
    halted = server.attempt("organisation", "delete", *words, "--without-export", WEEFSEL_HALT_AT="leave.proof-written")
    assert halted.code == 137
    (server.folder / "leaving.json").unlink()
    run(server, *words)
    assert json.loads((tmp_path / "proof.json").read_text())["organisation"]["slug"] == "linde"


def test_what_comes_back_with_a_backup_is_told_and_goes_again(house, make_server, tmp_path):
    server, proof = house.server, tmp_path / "proof.json"
    server.cli("backup", tmp_path / "before.sqlar")
    run(server, "linde", "--carry-out", "--decision", house.decide(), "--proof", proof)
    with closing(sqlite3.connect(server.folder / "core.sqlite")) as database:
        kept = database.execute("SELECT left_on, proof_hash, removed FROM departure").fetchall()
        assert len(kept) == 1 and kept[0][1] == json.loads(proof.read_text())["sha256"]
    copy = make_server("copy", mark=False)
    forged = tmp_path / "forged.json"
    forged.write_text(proof.read_text().replace("De Linde", "De Berk"))
    assert copy.cli("restore", tmp_path / "before.sqlar", "--proof", forged, code=2).err
    assert list(copy.folder.iterdir()) == []
    copy.cli("restore", tmp_path / "before.sqlar", "--proof", proof)

    told = copy.cli("doctor", "--json", code=1).json["found"]

    assert [(one["kind"], one["what"]) for one in told] == [("organisation_came_back", "linde")]
    day = re.search(r"was deleted on (\w+ \d+ \w+ 20\d\d)", told[0]["remedy"])
    assert day and "weefsel organisation delete linde --carry-out --proof" in told[0]["remedy"]
    assert run(copy, "linde", "--json").json["ready"] is True
    wanted = secrets(copy)
    run(copy, "linde", "--carry-out", "--proof", tmp_path / "again.json")
    assert traces(copy.folder, wanted) == {}
    assert json.loads((tmp_path / "again.json").read_text()).get("decision") is None
    assert copy.cli("doctor").code == 0


def test_the_only_organisation_goes_too_and_set_up_begins_anew(make_server, tmp_path):
    server = make_server()
    organisation(server, pack=None)
    server.start()
    hr, council = visitor(server, "Hanna", "hr"), visitor(server, "Olga", "council")
    allowed = decision(hr, council, "leaving", "Wij gaan weg")
    run(server, "linde", "--carry-out", "--decision", allowed, "--proof", tmp_path / "proof")
    assert (tmp_path / "proof").exists() and (tmp_path / "proof.md").exists()
    assert server.stop() == 0
    server.start()
    address = re.search(r"/set-up/(\w+)", server.said())
    assert address and server.get(f"/set-up/{address[1]}")[0] == 200


def test_where_there_is_no_council_a_staff_meeting_lets_go(make_server, tmp_path):
    server = make_server()
    server.cli("organisation", "add", "linde", "De Linde")
    server.start()
    hr = visitor(server, "Hanna", "hr")
    hr.submit("/admin/decisions/new", "/admin/decisions/new", {
        "kind": "leaving", "subject": "Wij gaan weg", "text": "Zo is het.", "asked_by": "De directie",
        "decided_on": "2026-10-01", "agreed": "hr"})
    assert "staff meeting" in run(server, "linde").out
    page = hr.get("/admin/decisions/new")[1]
    token = re.search(r'name="token" value="([^"]+)"', page)[1]
    fields = [("kind", "leaving"), ("subject", "Samen"), ("text", "Zo is het."), ("asked_by", "De directie"),
              ("decided_on", "2026-10-01"), ("agreed", "hr"), ("agreed", "staff_meeting"), ("witness_one", "Pia Eén"),
              ("witness_two", "Quin Twee"), ("token", token)]
    assert server.post("/admin/decisions/new", urlencode(fields).encode(), Cookie=hr.cookie)[0] == 303
    allowed = run(server, "linde", "--json").json["decisions"]
    assert len(allowed) == 1
    run(server, "linde", "--carry-out", "--decision", allowed[0], "--proof", tmp_path / "proof.json")
    agreed = json.loads((tmp_path / "proof.json").read_text())["decision"]["agreed"]
    assert {one["role"] for one in agreed} == {"hr", "staff_meeting"}
