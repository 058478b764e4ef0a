"""A report of answers that another program took: the figures, what is hidden, and files that are not whole."""

import csv
import json
import random
import re

import openpyxl
import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from rig import exports
from rig.exports import FILES, PULSE, Cells, differences, document, pulse_file, report
from rig.places import ROOT

SMALL = "Rozenhof > Nachtdienst"


@pytest.mark.parametrize("name", FILES)
def test_every_program_gives_the_same_figures(name, tmp_path):
    report(exports.FOLDER / name, tmp_path, *exports.options(name), "--exact")

    assert differences(document(tmp_path), name) == []


@pytest.mark.parametrize("name", ["forms-libreoffice-cp1252.csv", "limesurvey-full.csv", "pandas-to_csv.tsv"])
def test_headings_that_are_questions_or_ids_need_no_map(name, tmp_path):
    report(exports.FOLDER / name, tmp_path, "--units-column", FILES[name]["units_column"], "--exact")

    assert differences(document(tmp_path), name) == []


@pytest.mark.parametrize("name", FILES)
def test_the_unit_of_four_is_told_nowhere(name, tmp_path):
    report(exports.FOLDER / name, tmp_path, *exports.options(name), "--threshold", 5)
    found = document(tmp_path)

    unit = next(unit for unit in found["units"] if unit["path"][-1] in (
        "Nachtdienst", FILES[name]["unit_names_in_file"].get(SMALL)))
    assert unit["n"] is None
    assert all(theme["mean"] is None and theme["items"] == [] for theme in unit["themes"])
    # Nor by subtraction: without it, the units beside it are not all told.
    told = [unit for unit in found["units"] if len(unit["path"]) > 1 and unit["path"][0] == "Rozenhof" and unit["n"]]
    assert len(told) < 2
    assert "exact" in found and found["exact"] is False


def test_every_figure_of_a_report_is_rounded_unless_it_is_exact(tmp_path):
    report(exports.FOLDER / "pandas-to_csv.tsv", tmp_path, "--units-column", "locatie")
    found = document(tmp_path)

    assert found["rows"] == {"value": 412, "bound": "exact"}
    assert found["respondents"] == {"value": 409, "bound": "exact"}
    assert found["invited"] is None
    for theme in found["themes"]:
        assert theme["n"]["value"] % 5 == 0
        # A grid of fortieths of the scale, or coarser.
        scale = 10 if theme["id"] == "aanraden" else 4
        assert (theme["mean"]["value"] * 40 / scale) == pytest.approx(round(theme["mean"]["value"] * 40 / scale))


def test_what_was_understood_and_left_out_is_told(tmp_path):
    told = report(exports.FOLDER / "r-write.csv2.csv", tmp_path, *exports.options("r-write.csv2.csv")).stdout

    assert "412 rows read, 37 columns of questions; UTF-8, separated by ;" in told
    assert "12 columns are no question of the questionnaire" in told and "schaal_WD" in told
    assert "schaal_WD" in document(tmp_path)["file"]["left_out"]


@pytest.mark.parametrize("name", ["limesurvey-full.csv", "pandas-to_csv.tsv"])
def test_page_and_workbook_tell_no_more_than_the_document(name, tmp_path):
    report(exports.FOLDER / name, tmp_path, *exports.options(name), "--threshold", 5, "--lang", "nl")
    page = (tmp_path / "report.html").read_text()
    sheets = workbook(tmp_path)

    assert len(page) < 150_000
    assert "<script" not in page and "http" not in page.replace("http-equiv", "")
    row, = re.findall(r"<tr[^>]*><th scope=\"row\">(?:(?!</tr>).)*Nachtdienst.*?</tr>", page, re.DOTALL)
    assert "Verborgen" in row and not re.search(r"\d", row.split("</th>")[1].replace("colspan", "").split(">", 1)[1])
    night = [line for sheet in sheets.values() for line in sheet if any("Nachtdienst" in str(cell) for cell in line)]
    assert night and all(not figures(line) for line in night)
    assert {cell for sheet in sheets.values() for line in sheet for cell in line if str(cell).startswith("=")} == set()


def test_what_is_exact_says_so_on_the_page_and_on_every_sheet(tmp_path):
    report(exports.FOLDER / "pandas-to_csv.tsv", tmp_path, "--units-column", "locatie", "--exact", "--lang", "nl")
    page = (tmp_path / "report.html").read_text()

    assert 'class="exact"' in page and "Onbeschermd." in page and "@bottom-left" in page
    assert all(name.endswith("(onbeschermd)") for name in workbook(tmp_path))
    assert document(tmp_path)["exact"] is True


def test_the_workbook_holds_the_figures_of_the_document(tmp_path):
    report(exports.FOLDER / "pandas-to_csv.tsv", tmp_path, "--units-column", "locatie", "--lang", "en")
    heads, *lines = next(iter(workbook(tmp_path).values()))
    means = {line[heads.index("Theme id")]: line[heads.index("Mean")] for line in lines}

    assert means == {theme["id"]: theme["mean"]["value"] for theme in document(tmp_path)["themes"]}


@pytest.mark.parametrize("exact", [[], ["--exact"]])
@pytest.mark.parametrize("name", FILES)
def test_the_document_keeps_to_its_schema(name, exact, tmp_path):
    results, own = (json.loads((ROOT / f"Assets/{kind}.schema.json").read_text()) for kind in ("results", "report"))
    Draft202012Validator.check_schema(own)
    registry = Registry().with_resources([(schema["$id"], Resource.from_contents(schema)) for schema in (results, own)])
    validator = Draft202012Validator(own, registry=registry)
    report(exports.FOLDER / name, tmp_path, *exports.options(name), *exact)
    found = document(tmp_path)

    assert list(validator.iter_errors(found)) == []
    assert list(validator.iter_errors({**found, "exact": not found["exact"]}))
    assert list(validator.iter_errors({**found, "median": 3}))


def test_exact_figures_are_rounded_on_the_page_and_whole_in_the_workbook(tmp_path):
    # 3 of 7 times 5, 4 times 2: a mean of 3.2857142857.
    report(pulse_file(tmp_path, ["5"] * 3 + ["2"] * 4), tmp_path, "--exact", "--lang", "en", pack="pulse")
    theme = document(tmp_path)["themes"][0]
    assert theme["mean"] == pytest.approx(23 / 7, abs=1e-12)
    assert "3.29" in (tmp_path / "report.html").read_text()

    sheets = list(workbook(tmp_path).values())
    heads, first, *_ = sheets[0]
    for head, key in (("Mean", "mean"), ("Favourable (%)", "favourable")):
        assert first[heads.index(head)] == pytest.approx(theme[key], abs=1e-12)
    guide = " ".join(str(cell) for line in sheets[-1] for cell in line)
    assert not any(rule in guide for rule in ("rounded to five", "Threshold", "hidden there"))
    assert "Nothing is rounded or hidden" in guide


def workbook(out) -> dict[str, list]:
    read = openpyxl.load_workbook(out / "report.xlsx")
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in read}


def figures(line) -> list:
    """Numbers of a row but how deep its group stands, and from where to where a scale runs."""
    return [cell for cell in line[2:] if isinstance(cell, float) or (isinstance(cell, int) and cell > 10)]


def cut(cells, random):
    """The file ends in the middle of a row."""
    lines = cells.text.splitlines(keepends=True)
    start = len("".join(lines[:200]))
    return (cells.text[:start] + lines[200][:len(lines[200]) // 3]).encode(cells.encoding)


def put_behind_itself(cells, random):
    return cells.bytes + cells.bytes


def every_row_twice(cells, random):
    rows = cells.rows[:1] + [row for row in cells.rows[1:] for _ in range(2)]
    return cells.written(rows).encode(cells.encoding)


def in_utf16(cells, random):
    return cells.text.encode("utf-16")


def in_utf16_without_a_mark(cells, random):
    return cells.text.encode("utf-16-be")


def in_windows_1252(cells, random):
    return cells.text.encode("cp1252", errors="replace")


def in_another_order(cells, random):
    order = list(range(len(cells.rows[0])))
    random.shuffle(order)
    return cells.written([[row[place] for place in order] for row in cells.rows]).encode(cells.encoding)


def with_another_sign_and_quotes(cells, random):
    return cells.written(sign="," if cells.sign == ";" else ";", quoting=csv.QUOTE_ALL, end="\n").encode("utf-8")


def with_a_title_and_two_headings(cells, random):
    title = ["Export 2026"] + [""] * (len(cells.rows[0]) - 1)
    again = [f"({heading})" for heading in cells.rows[0]]
    return cells.written([title, cells.rows[0], again] + cells.rows[1:]).encode(cells.encoding)


def with_sums_below(cells, random):
    return cells.written(cells.rows + [["Totaal"] + ["3,1"] * (len(cells.rows[0]) - 1)]).encode(cells.encoding)


def with_spaces_that_are_none(cells, random):
    rows = [[f"\u00a0{cell} " for cell in cells.rows[0]]] + cells.rows[1:]
    return cells.written(rows).encode(cells.encoding)


def without_a_quote(cells, random):
    """A quote opens and never closes."""
    lines = cells.text.splitlines(keepends=True)
    return ("".join(lines[:100]) + '"' + "".join(lines[100:])).encode(cells.encoding)


MUTILATIONS = [
    cut, put_behind_itself, every_row_twice, in_utf16, in_utf16_without_a_mark, in_windows_1252, in_another_order,
    with_another_sign_and_quotes, with_a_title_and_two_headings, with_sums_below, with_spaces_that_are_none,
    without_a_quote,
]
REFUSED = {cut, put_behind_itself, every_row_twice, without_a_quote}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("mutilate", MUTILATIONS)
def test_a_mutilated_file_gives_the_same_figures_or_is_refused(name, mutilate, tmp_path):
    file = tmp_path / "answers.csv"
    file.write_bytes(mutilate(Cells(name), random.Random(name)))

    if mutilate in REFUSED:
        done = report(file, tmp_path, *exports.options(name), "--exact", code=2)
        assert done.stderr.startswith(str(file)) and not (tmp_path / "report.json").exists()
    else:
        report(file, tmp_path, *exports.options(name), "--exact")
        found = document(tmp_path)
        if mutilate is in_windows_1252:
            # Names of units may have lost a letter; their figures have not.
            for unit in found["units"]:
                unit["path"] = [part.replace("E?n", "Eén") for part in unit["path"]]
        assert differences(found, name) == []


@pytest.mark.parametrize("text, told", [
    ("", "This file is empty"),
    ("naam;leeftijd\nan;33\n", "Not one column belongs to this questionnaire. Found: naam, leeftijd"),
    ("pulse-joy\n", "there is not one row"),
    ("pulse-help;nr\n4;5\n", "Of no theme all questions"),
    ("pulse-joy;naam\nfijn;an\nstom;bob\n", "Not one answer was understood in the column “pulse-joy”"),
    ("pulse-joy;naam\n4;an\n5\n3;x;y\n", "This row has 3 cells"),
    ("pulse-joy;naam\n4;\"an\n5;bob\n", "A quote opens on this line"),
])
def test_what_cannot_be_read_is_told_in_a_line(text, told, tmp_path):
    file = tmp_path / "answers.csv"
    file.write_text(text)

    assert told in report(file, tmp_path, pack="pulse", code=2).stderr


@pytest.mark.parametrize("language, told", [
    ("nl", "Twee kolommen horen bij dezelfde vraag, “Ik werk hier met plezier.”, en zeggen niet hetzelfde"),
    ("en", "Two columns belong to the same question, “I enjoy working here.”, and do not say the same"),
])
def test_a_question_with_two_columns_is_named_by_its_words(language, told, tmp_path):
    file = tmp_path / "answers.csv"
    file.write_text("Ik werk hier met plezier.;V2 Ik werk hier met plezier.\n4;5\n2;1\n")
    refused = report(file, tmp_path, "--lang", language, pack="pulse", code=2).stderr
    assert told in refused and "pulse-joy" not in refused


@pytest.mark.parametrize("start, told", [
    (b"PK\x03\x04", "workbook"), (b"$FL2", "SPSS"), (b"\xd0\xcf\x11\xe0", "old Excel"), (b"\x1f\x8b", "packed"),
    (b"a;b\n1;\x00\n", "no text but something else"),
])
def test_a_file_that_is_no_text_is_refused_by_its_kind(start, told, tmp_path):
    file = tmp_path / "answers.csv"
    file.write_bytes(start + b"x" * 100)

    assert told in report(file, tmp_path, pack="pulse", code=2).stderr


@pytest.mark.parametrize("option, told", [
    (["--threshold", 3], "5"), (["--lang", "fr"], "Choose nl or en"), (["--units-column", "Afdeling"], "“Afdeling”"),
])
def test_what_is_asked_wrongly_is_told(option, told, tmp_path):
    file = tmp_path / "answers.csv"
    file.write_text("pulse-joy\n4\n")

    assert told in report(file, tmp_path, *option, pack="pulse", code=2).stderr


def test_all_that_can_stand_for_no_answer_is_none(tmp_path):
    texts = ["", " ", "Geen antwoord", "GEEN ANTWOORD", "geen  antwoord.", "geen_antwoord", "Geen\u00a0antwoord",
             "n.v.t.", "N.V.T", "NA", "n/a", "No answer", "Weet niet", ".", "-"]
    file = tmp_path / "answers.csv"
    file.write_text("pulse-joy;nr\n" + "".join(f'"{text}";{row}\n' for row, text in enumerate(texts)) + "4;x\n" * 3)

    report(file, tmp_path, "--exact", pack="pulse")
    found = document(tmp_path)

    assert (found["rows"], found["respondents"]) == (len(texts) + 3, 3)
    assert found["file"]["remarks"][1:] == [] or all("understood" not in line for line in found["file"]["remarks"])


def test_codes_in_brackets_and_numbers_in_front_are_read_where_the_label_fits(tmp_path):
    texts = ["(4) Mee eens", "4 = Mee eens", "4. Agree", "Mee eens [4]", "[4]", "4,0", "4.00", " 4", "mee  eens"]
    file = tmp_path / "answers.csv"
    file.write_text("pulse-joy;nr\n" + "".join(f'"{text}";{row}\n' for row, text in enumerate(texts)))

    report(file, tmp_path, "--exact", pack="pulse")

    theme = document(tmp_path)["themes"][0]
    assert (theme["n"], theme["mean"]) == (len(texts), 4)


def test_a_number_that_is_not_that_of_its_label_is_no_answer(tmp_path):
    file = tmp_path / "answers.csv"
    file.write_text('pulse-joy;nr\n"2 = Mee eens";1\n' + "4;2\n" * 30)

    told = report(file, tmp_path, "--exact", pack="pulse").stdout

    assert document(tmp_path)["respondents"] == 30
    assert "one answer was not understood: 2 = Mee eens" in told


@pytest.mark.parametrize("labels", [
    ["Zeer oneens", "Oneens", "Neutraal", "Mee eens", "Zeer mee eens"], ["0", "1", "2", "3", "4"],
    ["1", "2", "3", "4", "5", "6", "7"], ["2", "4", "6", "8", "10"], ["Zeer eens", "Eens", "Oneens", "Zeer oneens"],
])
def test_other_words_and_other_scales_are_refused_until_somebody_says_what_they_mean(labels, tmp_path):
    file = pulse_file(tmp_path, labels * 15)

    done = report(file, tmp_path, pack="pulse", code=2)

    lines = done.stderr.strip().splitlines()
    # Five columns have one cause: what stands in them is told once, each with how often.
    assert len(lines) == 1 and "In 5 columns" in lines[0] and "under answers" in lines[0]
    assert " (75)" in lines[0]
    dutch = report(file, tmp_path, "--lang", "nl", pack="pulse", code=2).stderr
    assert "In 5 kolommen zijn te veel antwoorden niet begrepen" in dutch
    assert not (tmp_path / "report.json").exists()


def test_of_too_few_people_the_report_tells_nothing_and_says_so(tmp_path):
    told = report(pulse_file(tmp_path, ["4", "2", "3"]), tmp_path, pack="pulse").stdout

    assert "too few answers" in told and all(theme["mean"] is None for theme in document(tmp_path)["themes"])
    assert "too few" not in report(pulse_file(tmp_path, ["4", "2", "3"] * 9), tmp_path, pack="pulse").stdout


def test_what_words_of_others_mean_is_said_in_a_map(tmp_path):
    labels = {"Zeer eens": 5, "Eens": 4, "Neutraal": 3, "Oneens": 2, "Zeer oneens": 1}
    columns = tmp_path / "map.yaml"
    columns.write_text(json.dumps({"answers": labels}))

    report(pulse_file(tmp_path, list(labels) * 15), tmp_path, "--columns", columns, "--exact", pack="pulse")

    assert {theme["mean"] for theme in document(tmp_path)["themes"]} == {3} and document(tmp_path)["rows"] == 75


def test_rows_without_a_team_and_what_was_taken_for_none_are_told(tmp_path):
    file = pulse_file(tmp_path, ["4", "2"] * 30, team=lambda row: ["Zorg", "Keuken", "NA", ""][row % 4])

    told = report(file, tmp_path, "--units-column", "team", pack="pulse").stdout

    assert "“NA” in the column of teams counts as no team" in told and "30 rows name no team" in told
    again = report(file, tmp_path, "--units-column", "team", pack="pulse").stdout
    assert "was replaced" in again and "was replaced" not in told
    assert any("“NA”" in line for line in document(tmp_path)["file"]["remarks"])
    page = (tmp_path / "report.html").read_text()
    assert "“NA”" in page and "30" not in "".join(line for line in page.splitlines() if "“NA”" in line)


def test_texts_that_would_do_harm_stay_texts(tmp_path):
    names = ["=cmd|' /C calc'!A0", "<script>alert(1)</script>", "عمل", "Zorg 🙂", "4;4;4;4;4"]
    file = tmp_path / "answers.csv"
    rows = [[3 + place % 3, name] for place, name in enumerate(names) for _ in range(12)]
    with file.open("w", newline="") as out:
        csv.writer(out, delimiter=";").writerows([["pulse-joy", "team"], *rows])

    report(file, tmp_path, "--units-column", "team", pack="pulse")

    found = document(tmp_path)
    assert sorted(unit["path"][0] for unit in found["units"]) == sorted(names)
    assert "NaN" not in json.dumps(found)


def test_a_theme_that_lacks_a_question_is_left_out_and_named(tmp_path):
    file = tmp_path / "answers.csv"
    file.write_text("pulse-joy;pulse-help\n" + "4;3\n" * 3 + "5;2\n" * 5)

    told = report(file, tmp_path, "--exact", pack="pulse").stdout

    assert [theme["id"] for theme in document(tmp_path)["themes"]] == ["joy"]
    lacking = ["My work is manageable.", "I know what I have to do.", "I am heard when I say something."]
    assert all(question in told for question in lacking) and "pulse-workload" not in told
    page = (tmp_path / "report.html").read_text()
    assert "pulse-workload" not in page and "are not in the file" in page
