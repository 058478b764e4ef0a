"""Headings of a file of answers as programs write them: around the questions, and over two rows."""

import csv

import pytest

from rig.exports import PULSE, document, pulse_file, report


def test_headings_with_numbers_as_forms_writes_them_need_no_map(tmp_path):
    head = ["Vraag 1: Mijn werk is te doen.", "V2 Ik weet wat ik moet doen", "3. Iemand helpt mij als het niet lukt.",
            "Ik.word.gehoord.als.ik.iets.zeg.", "Q5_1 - Ik werk hier met plezier.2"]

    report(pulse_file(tmp_path, ["4", "2"] * 30, head=head), tmp_path, pack="pulse")

    assert [column["item"] for column in document(tmp_path)["file"]["columns"]] == PULSE


@pytest.mark.parametrize("between", [[], ["", "", "", "", "", "", ""]])
def test_headings_in_two_rows_as_survey_monkey_writes_them_are_read_as_one(between, tmp_path):
    words = ["Mijn werk is te doen.", "Ik weet wat ik moet doen.", "Iemand helpt mij als het niet lukt.",
             "Ik word gehoord als ik iets zeg.", "Ik werk hier met plezier."]
    rows = [["Respondent ID", "Team", "Geef aan wat past", "", "", "", ""], ["", "Response", *words],
            *([between] if between else []), *[[str(row), ["Zorg", "Keuken"][row % 2], *["4"] * 5] for row in range(30)]]
    file = tmp_path / "answers.csv"
    with file.open("w", newline="") as out:
        csv.writer(out).writerows(rows)

    told = report(file, tmp_path, "--units-column", "Team", pack="pulse").stdout

    assert document(tmp_path)["rows"]["value"] == 30 and "Respondent ID" in told
    assert [unit["path"] for unit in document(tmp_path)["units"]] == [["Keuken"], ["Zorg"]]
