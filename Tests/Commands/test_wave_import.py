"""An earlier wave from a file, by command: figures that the report of the file tells too, and no answer."""

import json
import shutil

import pytest

from rig import exports
from rig.cells import cells
from rig.exports import report
from rig.places import ROOT
from rig.research import visitor

PACK = "personeel-zorg-2026"
NAMES = ["limesurvey-full.csv", "limesurvey-codes.csv", "forms-libreoffice-cp1252.csv"]


@pytest.fixture
def home(make_server):
    """An organisation with a questionnaire of its own; no server runs."""
    server = make_server()
    server.cli("organisation", "add", "linde", "De Linde")
    shutil.copytree(ROOT / "Tests/Packs" / PACK, server.folder / "packs" / "linde" / PACK)
    return server


def take_in(server, name, *more, code=0):
    return server.cli(
        "wave", "import", "--pack", PACK, "--answers", exports.FOLDER / name, *exports.options(name), "--title",
        "Meting 2024", "--held-until", "2024-11-20", *more, code=code)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("running", [False, True])
def test_it_tells_what_the_report_of_the_file_tells(home, tmp_path, name, running):
    if running:
        home.start()
    wave = take_in(home, name, "--json").json
    report(exports.FOLDER / name, tmp_path / "out", *exports.options(name))
    told = home.cli("wave", "results", wave["id"]).json

    assert wave["state"] == "closed"
    assert (told["invited"], told["cards"]) == (None, None)
    assert told == {key: value for key, value in exports.document(tmp_path / "out").items() if key in told}


def test_everything_taken_along_has_the_files_of_it_that_hr_reads(home, tmp_path):
    wave = take_in(home.start(), "limesurvey-full.csv", "--json").json
    hr = visitor(home, "Hanna", "hr")
    home.cli("organisation", "export", tmp_path / "out", "--organisation", "linde", "--lang", "en")
    folder, = (tmp_path / "out" / "waves").iterdir()

    taken = cells((folder / "results.xlsx").read_bytes())
    assert taken == cells(hr.download(f"/waves/{wave['id']}/results/files/workbook.xlsx", "en"))
    assert "Closed on" not in {row[0][0] for row in taken["How to read"]}
    assert (folder / "figures.csv").read_bytes() == hr.download(f"/waves/{wave['id']}/results/files/analysis.csv")
    told = json.loads((folder / "wave.json").read_text())
    assert told["held_on"] == "2024-11-20" and not {"opened_on", "closed_on"} & set(told)


def test_no_answer_of_it_is_kept(home):
    take_in(home, "limesurvey-full.csv")

    assert not list((home.folder / "waves").iterdir())
    # Two answers that people wrote in the file, and a number that it gives to one of them.
    texts = [b"Het is druk; te druk.", "Ik ben nieuw".encode(), b"1693292522"]
    for path in home.folder.rglob("*"):
        if path.is_file():
            assert not any(text in path.read_bytes() for text in texts), path.name


def test_what_was_typed_wrong_ends_with_two_and_a_line(home, tmp_path):
    empty = tmp_path / "empty.csv"
    empty.write_text("")
    name = "limesurvey-full.csv"
    given = ["--pack", PACK, "--answers", exports.FOLDER / name, "--title", "Meting"]
    for asked in (
        [*given, "--held-until", "morgen"], [*given, "--held-until", "2999-01-01"],
        [*given, "--held-until", "2024-11-20", "--threshold", "4"],
        [*given[:-1], " ", "--held-until", "2024-11-20"],
        ["--pack", "niets", *given[2:], "--held-until", "2024-11-20"],
        ["--pack", PACK, "--answers", empty, *given[4:], "--held-until", "2024-11-20"],
        [*given, "--held-until", "2024-11-20", "--units-column", "Niets"],
    ):
        told = home.cli("wave", "import", *asked, code=2)
        assert len(told.err.strip().splitlines()) == 1, asked
    assert home.cli("retention", "--dry-run").code == 0


def test_a_file_that_is_too_large_for_a_running_server_names_the_page(home, tmp_path):
    home.start()
    large = tmp_path / "large.csv"
    large.write_text("pulse-joy;x\n" + "4;1\n" * 2_500_000)

    told = home.cli(
        "wave", "import", "--pack", "pulse", "--answers", large, "--title", "Groot", "--held-until", "2024-11-20", code=2)

    assert "6 MB" in told.err and "/waves/import" in told.err and len(told.err.strip().splitlines()) == 1


def test_the_same_answers_are_taken_in_once_and_again_when_the_first_is_removed(home):
    wave = take_in(home, "limesurvey-full.csv", "--json").json
    told = take_in(home, "limesurvey-codes.csv", "--title", "Andere naam", "--threshold", "5", code=2)
    assert len(told.err.strip().splitlines()) == 1 and "Meting 2024" in told.err and "2024" in told.err

    withdrawn = home.cli("wave", "withdraw", wave["id"], code=1)
    assert "wave remove" in withdrawn.err
    assert home.cli("wave", "remove", wave["id"], "--json").json == {"id": wave["id"], "state": "removed"}
    assert home.cli("wave", "results", wave["id"], code=1).err
    again = take_in(home, "limesurvey-codes.csv", "--json").json
    home.cli("wave", "publish", again["id"])
    assert home.cli("wave", "remove", again["id"], code=1).err


def test_two_of_one_title_and_day_are_refused(home):
    take_in(home, "limesurvey-full.csv")

    told = home.cli(
        "wave", "import", "--pack", "pulse", "--answers", answers(home.folder.parent), "--title", "meting 2024",
        "--held-until", "2024-11-20", code=2)

    assert "Meting 2024" in told.err


def test_too_few_people_become_no_wave(home):
    told = home.cli(
        "wave", "import", "--pack", "pulse", "--answers", answers(home.folder.parent, 5), "--title", "Klein",
        "--held-until", "2024-11-20", code=1)

    assert len(told.err.strip().splitlines()) == 1


def answers(folder, people=20):
    """Of so many people to the shortest questionnaire."""
    file = folder / f"pulse-{people}.csv"
    names = ["workload", "tasks", "help", "voice", "joy"]
    rows = [";".join(str(1 + (person + place) % 5) for place in range(5)) for person in range(people)]
    file.write_text("\n".join([";".join(f"pulse-{name}" for name in names), *rows]) + "\n")
    return file
