"""Raw answers of a research wave: out by a decision of two only, and exactly what people sent."""

import csv
import io
import random
import sqlite3
from collections import Counter
from contextlib import closing

import pytest

from rig.research import decision, research
from rig.wave import Wave, choices, codes

ITEMS = ["rhythm-nights", "nights-sleep"]
YEARS = {"0": "few", "1": "many", "": ""}


def somebody(number: int) -> dict[str, str]:
    """Answers of all sorts: skipped questions, a branch, a kind of work, and words."""
    draw = random.Random(number)
    nights = draw.choice(["1", "2", "3", ""])
    answers = {"rhythm-nights": nights, "years": draw.choice(["0", "1", ""]), "staff-group": "kitchen", "stove-heat": "2",
               "better": f"Meer rust, zegt {number}"}
    return answers | ({"nights-sleep": draw.choice("123")} if nights in "23" and nights else {})


def row(answers: dict[str, str]) -> tuple[str, ...]:
    return (*(answers.get(item, "") for item in ITEMS), YEARS[answers["years"]])


def read(text: str) -> list[list[str]]:
    assert "\r\n" in text and not text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@pytest.fixture
def house(make_server):
    made = research(make_server())
    sent = [somebody(number) for number in range(40)]
    made.wave.send_in_order(sent)
    made.wave.close()
    return made, sent


def log(server) -> Counter:
    with closing(sqlite3.connect(f"file:{server.folder}/core.sqlite?mode=ro", uri=True)) as database:
        return Counter(act for act, in database.execute("SELECT act FROM audit"))


def test_the_file_has_what_was_sent_and_nothing_else(house):
    made, sent = house
    for name in ("answers.csv", "codebook.csv"):
        assert made.hr.get(f"{made.path}/{name}")[0] == 404
    made.decision("raw_export", "Voor de universiteit")

    texts = [made.hr.get(f"{made.path}/answers.csv")[1] for _ in range(2)]
    first, second = map(read, texts)

    assert first[0] == second[0] == [*ITEMS, "years"]
    assert Counter(map(tuple, first[1:])) == Counter(map(tuple, second[1:])) == Counter(map(row, sent))
    assert first != second, "the order is drawn each time"
    with closing(sqlite3.connect(made.server.folder / "waves" / made.wave.id / "answers.sqlite")) as database:
        stored = [bytes(bytes_) for bytes_, in database.execute("SELECT bytes FROM answer ORDER BY key")]
    cell = {255: ""}
    kept = [(cell.get(r[0], str(r[0])), cell.get(r[1], str(r[1])), YEARS[cell.get(r[3], str(r[3]))]) for r in stored]
    assert [tuple(line) for line in first[1:]] != kept and Counter(kept) == Counter(map(row, sent))
    assert all(code not in text for text in texts for code in made.wave.codes)
    assert "zegt" not in texts[0] and "kitchen" not in texts[0] and "Zorg" not in texts[0]
    assert log(made.server)["raw_answers_taken"] == 2


def test_the_codebook_explains_every_column_and_value(house):
    made, _ = house
    made.decision("raw_export", "Voor de universiteit")

    lines = read(made.council.get(f"{made.path}/codebook.csv")[1])

    heads, rows = lines[0], [dict(zip(lines[0], line)) for line in lines[1:]]
    assert heads == ["column", "kind", "question_nl", "question_en", "value", "label_nl", "label_en", "reversed", "theme",
                     "missing"]
    assert [(line["column"], line["value"]) for line in rows] == [
        *((item, str(value)) for item in ITEMS for value in (1, 2, 3)), ("years", "few"), ("years", "many")]
    assert rows[0] == {
        "column": "rhythm-nights", "kind": "item", "question_nl": "Ik werk weleens ’s nachts.",
        "question_en": "I sometimes work at night.", "value": "1", "label_nl": "Oneens", "label_en": "Disagree",
        "reversed": "no", "theme": "rhythm", "missing": "empty"}
    assert {line["missing"] for line in rows if line["column"] == "nights-sleep"} == {"empty-or-not-asked"}
    assert {(line["kind"], line["theme"]) for line in rows if line["column"] == "years"} == {("background", "")}
    assert log(made.server)["codebook_taken"] == 1


@pytest.mark.parametrize("running", [True, False])
def test_the_command_writes_the_same_by_a_decision(house, tmp_path, running):
    made, sent = house
    server = made.server
    alone = made.decision("raw_export", "Nog niet akkoord", agrees=False)
    other = made.decision("dpia", "Iets anders")
    allowed = made.decision("raw_export", "Voor de universiteit")
    slug = made.wave.path.split("/")[-1]
    if not running:
        assert server.stop() == 0
    for wrong in (alone, other):
        lines = server.cli("wave", "answers", slug, "--decision", wrong, "--out", tmp_path / "out", code=1).err
        assert len(lines.splitlines()) == 1 and not (tmp_path / "out").exists()
    assert server.cli("wave", "answers", slug, "--decision", "0" * 32, "--out", tmp_path / "out", code=1).err
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").touch()
    for place in (tmp_path / "full", tmp_path / "nowhere" / "out"):
        assert str(place) in server.cli("wave", "answers", slug, "--decision", allowed, "--out", place, code=2).err

    told = server.cli("wave", "answers", slug, "--decision", allowed, "--out", tmp_path / "out", "--json").json

    assert told == {"folder": str(tmp_path / "out"), "files": ["answers.csv", "codebook.csv"]}
    lines = read((tmp_path / "out/answers.csv").read_bytes().decode())
    assert Counter(map(tuple, lines[1:])) == Counter(map(row, sent))
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == told["files"]
    assert list((server.folder / "tmp").iterdir()) == []
    assert {act: number for act, number in log(server).items() if "raw" in act or "codebook" in act} == {
        "raw_answers_taken": 1, "codebook_taken": 1}


def test_no_other_wave_has_raw_answers_to_take(house, tmp_path):
    made, _ = house
    server = made.server
    allowed = made.decision("raw_export", "Voor de universiteit")
    usual = server.cli("wave", "create", "--pack", "pulse", "--title", "Gewoon", "--json").json["id"]
    for act in ("open", "close"):
        server.cli("wave", act, usual)
        assert server.cli("wave", "answers", usual, "--decision", allowed, "--out", tmp_path / "out", code=1).err
        assert made.hr.get(f"/waves/{usual}/answers")[0] == 404
    assert log(server)["raw_answers_taken"] == 0


def test_a_decision_lets_the_wave_out_that_it_names_and_no_other(house, tmp_path):
    made, _ = house
    server = made.server
    first = made.decision("raw_export", "Voor de universiteit")
    other = second_wave(made)
    line = server.cli("wave", "answers", other, "--decision", first, "--out", tmp_path / "two", code=1).err
    assert "another survey" in line and not (tmp_path / "two").exists()
    assert made.hr.get(f"/waves/{other}/answers/answers.csv")[0] == 404
    server.cli("wave", "answers", made.wave.id, "--decision", first, "--out", tmp_path / "one")
    with closing(sqlite3.connect(server.folder / "core.sqlite")) as database:
        ties = database.execute("SELECT wave_id, decision_id, title FROM decision_wave").fetchall()
        assert ties == [(made.wave.id, first, "Onderzoek")]


def second_wave(made) -> str:
    """Another research wave that is over, with as many answers."""
    allowed = decision(made.hr, made.council, "research_wave", "Nog een onderzoek")
    wave = made.server.cli(
        "wave", "create", "--pack", "asking", "--title", "Onderzoek twee", "--research", allowed, "--json").json["id"]
    made.council.submit(f"/waves/{wave}/manifest", f"/waves/{wave}/manifest/readings", {"name": "Olga"})
    made.server.cli("wave", "open", wave)
    one = Wave(made.server, wave, codes(made.server, wave), {})
    one.choices = choices(made.server.get(one.path)[1].decode())
    one.send_in_order([somebody(number) for number in range(20)])
    made.server.cli("wave", "close", wave)
    return wave
