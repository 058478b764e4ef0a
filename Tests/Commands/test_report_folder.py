"""Where a report is read from and written to: what the disk says, in words, and never half a report."""

import subprocess

import pytest

from rig.exports import document, pulse_file, report
from rig.places import ROOT, binary

FILES = ["report.html", "report.json", "report.xlsx"]


@pytest.fixture
def answers(tmp_path):
    return pulse_file(tmp_path, [1, 2, 3, 4, 5] * 4)


def test_a_report_takes_the_place_of_the_one_before_and_leaves_nothing_beside_it(answers, tmp_path):
    out = tmp_path / "a" / "b"
    assert "replaced" not in report(answers, out, pack="pulse").stdout
    answers.write_text(answers.read_text() + "5;5;5;5;5\n" * 10)

    assert "was replaced" in report(answers, out, pack="pulse").stdout
    assert document(out)["rows"]["value"] == 30
    assert sorted(file.name for file in out.iterdir()) == FILES


@pytest.mark.parametrize("out", ["answers.csv", "answers.csv/below", "/proc/nowhere"])
def test_a_place_that_no_folder_can_have_is_told(answers, tmp_path, out):
    before = answers.read_bytes()

    told = report(answers, tmp_path / out, pack="pulse", code=2).stderr

    assert "cannot be in this place" in told and out in told and len(told.splitlines()) == 1
    assert answers.read_bytes() == before


def test_no_place_at_all_is_told(answers):
    assert "cannot be in this place" in report(answers, "", pack="pulse", code=2).stderr


def test_a_report_that_cannot_be_whole_leaves_the_one_before_as_it_was(answers, tmp_path):
    out = tmp_path / "out"
    report(answers, out, pack="pulse")
    before = {name: (out / name).read_bytes() for name in FILES}
    words = [binary(), "report", "--pack", "pulse", "--answers", answers, "--out", out, "--resources", ROOT]
    # No file may become larger than a few blocks, as on a disk that is full.
    done = subprocess.run(["bash", "-c", 'trap "" XFSZ; ulimit -f 4; exec "$@"', "-", *words], capture_output=True, text=True)

    assert done.returncode == 2, done.stderr
    assert {name: (out / name).read_bytes() for name in FILES} == before
    assert sorted(file.name for file in out.iterdir()) == FILES


def test_what_another_command_hands_on_is_read(answers, tmp_path):
    words = [binary(), "report", "--pack", "pulse", "--answers", "/dev/stdin", "--out", tmp_path / "out", "--resources", ROOT]

    done = subprocess.run(words, input=answers.read_bytes(), capture_output=True)

    assert done.returncode == 0, done.stderr
    assert document(tmp_path / "out")["rows"]["value"] == 20


@pytest.mark.parametrize("file, told", [
    ("/tmp", "This is a folder, not a file"), ("/nowhere/answers.csv", "There is no file"),
    # Reading from its beginning fails, as a disk does that is broken.
    ("/proc/self/mem", "cannot be read as a whole"),
])
def test_what_is_no_file_of_answers_is_told(file, told, tmp_path):
    assert told in report(file, tmp_path, pack="pulse", code=2).stderr


def test_of_questionnaires_only_those_are_offered_that_have_words(answers, tmp_path):
    told = report(answers, tmp_path, pack="puls", code=2).stderr

    assert "pulse" in told and "staff-survey-care" in told
    assert "uwes-9" not in told and "copsoq-iii" not in told
