"""The files of a wave as other programs read them: a workbook, two tables, a document with its schema."""

import csv
import io
import json
import re
from contextlib import closing
from html import unescape
from http.client import HTTPConnection

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from rig.places import ROOT
from rig.server import Server
from rig.visitor import Visitor
from rig.wave import PULSE, open_wave

ODD = {
    "=cmd|' /C calc'!A0": 24, "👩‍👩‍👧‍👦 Weide 🌳": 24, "בית האלון (א)": 24, 'O’Hara & "De Wilg"': 24,
    "+31 _x0041_": 24, "Weg; met, tekens": 24,
}
FIGURES = ("n", "mean", "favourable", "neutral", "unfavourable", "sd", "alpha", "score")
NO_ALPHA = "Samenhang (alfa) is er alleen van een thema met meer vragen, vanaf 100 mensen die ze allemaal beantwoordden en niet allemaal op hetzelfde uitkomen."
BOUNDS = {"exact": "precies", "about": "ongeveer", "at-least": "minstens", "at-most": "hoogstens", None: None}


class House:
    """A closed wave over teams with odd names; four of one team answered, and so it is hidden."""

    def __init__(self, server):
        self.server = server
        self.wave = open_wave(server, ODD, PULSE, '=1+1 “Herfst” 🍂')
        told = iter(range(10_000))
        for block in dict.fromkeys(code.block for code in self.wave.codes):
            codes = [code for code in self.wave.codes if code.block == block][:24]
            for code in codes[:4] if "O’Hara" in block else codes:
                number = next(told)
                answers = {item: values[(number + place) % 5] for place, (item, values) in
                           enumerate(self.wave.choices.items())}
                assert self.wave.send(code, answers)[0] == 200
        self.wave.close()
        server.cli("wave", "publish", self.wave.id)
        self.visitor = self.of("hr")
        self.document = json.loads(self.fetch("results.json")[1])
        self.name = rows(self.workbook()["Respons"])[0]["Groep"]

    def of(self, role, *options):
        password = self.server.cli("user", "add", f"{role}-reads", "--role", role, *options, "--json").json["password"]
        visitor = Visitor(self.server.url)
        visitor.sign_in(f"{role}-reads", password)
        return visitor

    def fetch(self, part, visitor=None, language="nl"):
        headers = {"Cookie": (visitor or self.visitor).cookie, "Accept-Language": language}
        with closing(HTTPConnection(self.server.url.removeprefix("http://"))) as connection:
            connection.request("GET", f"/waves/{self.wave.id}/{part}", headers=headers)
            answer = connection.getresponse()
            body = answer.read()
            assert answer.status == 200, body.decode(errors="replace")
            return answer.headers, body

    def workbook(self, visitor=None, language="nl"):
        return load_workbook(io.BytesIO(self.fetch("results/files/workbook.xlsx", visitor, language)[1]))

    def table(self, part, delimiter, visitor=None):
        text = self.fetch(f"results/files/{part}", visitor)[1].decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("files") / "data", "files").start()
    try:
        yield House(server)
    finally:
        server.close()


def rows(sheet):
    heads, *rest = sheet.iter_rows(values_only=True)
    return [dict(zip(heads, row)) for row in rest]


def defused(text):
    """As a table has it: a spreadsheet would take these for formulas."""
    return f"'{text}" if text[0] in "=+-@" else text


def figure(told):
    return (told["value"], told["bound"]) if told else None


def expected(document):
    """Path, theme, item and figures of each line that a table tells."""
    units = [{"path": [], "themes": document["themes"]}, *document["units"]]
    for unit in units:
        for theme in unit["themes"]:
            for told in [theme, *theme["items"]]:
                parts = told["distribution"] or {}
                figures = [told["n"], told["mean"], *(parts.get(part) for part in FIGURES[2:5])]
                figures += [told.get("sd"), told.get("alpha"), told.get("score")]
                item = told["id"] if told is not theme else None
                reason = None if theme["reason"] == "shown" else theme["reason"]
                if told is theme and told.get("sd") and not told.get("alpha"):
                    reason = "no-alpha"
                yield " > ".join(unit["path"]), theme["id"], item, reason, [figure(one) for one in figures]


def test_the_document_keeps_to_its_schema(house):
    schema = json.loads((ROOT / "Assets/results.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)

    assert list(validator.iter_errors(house.document)) == []
    assert list(validator.iter_errors(house.server.cli("wave", "results", house.wave.id, "--json").json)) == []
    assert any(not theme["shown"] for unit in house.document["units"] for theme in unit["themes"])


@pytest.mark.parametrize("spoil", [
    lambda told: told.pop("threshold"), lambda told: told.update(answers=[1, 2]),
    lambda told: told["themes"][0].update(median=3), lambda told: told["themes"][0]["n"].update(bound="roughly"),
    lambda told: told["themes"][0].update(shown=False), lambda told: told["units"][0].update(path=[]),
    lambda told: told["themes"][0]["items"][0].pop("mean"),
])
def test_a_document_that_is_something_else_does_not(house, spoil):
    schema = json.loads((ROOT / "Assets/results.schema.json").read_text())
    told = json.loads(json.dumps(house.document))
    spoil(told)

    assert list(Draft202012Validator(schema).iter_errors(told))


def test_the_document_is_named_after_the_wave_as_the_other_files_are(house):
    (document, _), (workbook, _) = house.fetch("results.json"), house.fetch("results/files/workbook.xlsx")

    assert document["Content-Disposition"] == workbook["Content-Disposition"].replace(".xlsx", ".json")


def test_the_table_for_analysis_tells_what_the_document_tells(house):
    told = [
        (row["path"], row["theme"], row["item"] or None, row["reason"] or None,
         [(float(row[name]), row[f"{name}_bound"]) if row[name] else None for name in FIGURES])
        for row in house.table("analysis.csv", ",")
    ]

    assert told == [(defused(path) if path else "", *rest) for path, *rest in expected(house.document)]


def test_the_workbook_tells_what_the_document_tells(house):
    book = house.workbook()
    assert book.sheetnames == ["Thema’s", "Vragen", "Groepen", "Respons", "Leeswijzer"]
    names = ["Antwoorden", "Gemiddelde", "Gunstig (%)", "Neutraal (%)", "Ongunstig (%)"]
    ids = {row["Thema"]: row["Thema-id"] for row in rows(book["Thema’s"])}
    asked = {row["Vraag"]: row["Vraag-id"] for row in rows(book["Vragen"])}

    def told(row):
        return [row[name] for name in names]

    lines = [(*line[:4], [signed(one, place) for place, one in enumerate(line[4][:5])]) for line in expected(house.document)]
    whole = [line for line in lines if not line[0]]
    read = [(row["Thema-id"], None, told(row)) for row in marked(book["Thema’s"])]
    assert read == [(theme, item, figures) for _, theme, item, _, figures in whole if item is None]
    read = [(row["Thema-id"], row["Vraag-id"], told(row)) for row in marked(book["Vragen"])]
    assert read == [(theme, item, figures) for _, theme, item, _, figures in whole if item]
    read = [(row["Groep"], ids[row["Thema"]], asked.get(row["Vraag"]), told(row)) for row in marked(book["Groepen"])]
    assert read == [(path, theme, item, figures) for path, theme, item, _, figures in lines if path]
    # Every sign stands somewhere, or this would hold without any.
    assert {str(cell)[0] for sheet in book for row in marked(sheet) for cell in row.values()} >= set("±≥≤")

    response = {row["Groep"]: row["Deden mee"] for row in marked(book["Respons"])}
    assert response.pop(house.name) == house.document["respondents"]["value"]
    assert response == {
        " > ".join(unit["path"]): signed(figure(unit["n"]), 0) for unit in house.document["units"]}


def marked(sheet):
    """The rows as somebody sees them: a number with the sign that its format puts before it."""
    heads, *lines = sheet.iter_rows()
    return [{head.value: seen(cell) for head, cell in zip(heads, line)} for line in lines]


def seen(cell):
    sign = re.match(r'"([±≥≤])"', cell.number_format)
    return f"{sign[1]} {cell.value}" if sign and cell.value is not None else cell.value


def signed(told, place):
    """A figure as pages have it: numbers of people bear a sign when they are rounded, others only as a bound."""
    if told is None:
        return None
    sign = {"at-least": "≥", "at-most": "≤", "about": "±" if place == 0 else ""}.get(told[1], "")
    return f"{sign} {told[0]:g}" if sign else told[0]


def test_the_document_is_saved_under_the_name_of_the_wave(house):
    page = house.fetch("results/files")[1].decode()

    name = re.search(r'results\.json" download="([^"]+)"', page)[1]
    assert unescape(name) == "Uitkomsten =1+1 “Herfst” 🍂.json"


def test_odd_names_come_through_and_no_cell_is_a_formula(house):
    book = house.workbook()
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]

    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert all(isinstance(cell.value, (int, float)) for cell in cells if cell.data_type == "n")
    # What reads as a mark of a control sign is written so that a spreadsheet gives it back.
    names = {row["Groep"].replace("_x005F_", "_") for row in rows(book["Groepen"])}
    assert names == set(ODD)
    assert '=1+1 “Herfst” 🍂' in {row["Uitleg"] for row in rows(book["Leeswijzer"])}
    assert {row["Groep"] for row in house.table("spreadsheet.csv", ";")} == {house.name, *map(defused, ODD)}


def test_figures_of_a_hidden_team_stand_nowhere(house):
    for row in rows(house.workbook()["Groepen"]):
        if "O’Hara" in row["Groep"]:
            assert row.pop("Waarom leeg") == "Verborgen om herkenning te voorkomen."
            assert not [value for name, value in row.items() if isinstance(value, (int, float)) and name != "Niveau"]
    for table in (house.table("spreadsheet.csv", ";"), house.table("analysis.csv", ",")):
        hidden = [list(row.values()) for row in table if any("O’Hara" in str(value) for value in row.values())]
        assert hidden
        for values in hidden:
            assert [value for value in values[2:] if value and value.replace(",", ".").replace(".", "").isdigit()] == []


def test_the_workbook_is_easy_to_read(house):
    for language, guide in (("nl", "Leeswijzer"), ("en", "How to read")):
        book = house.workbook(language=language)
        for sheet in book:
            assert sheet.freeze_panes == "A2", sheet.title
            assert all(cell.font.bold for cell in sheet[1])
            heads = [cell.value for cell in sheet[1]]
            assert len(set(heads)) == len(heads)
        explained = {row[0].value for row in book[guide].iter_rows(min_row=2)}
        for sheet in book.worksheets[:3]:
            heads = {cell.value for cell in sheet[1]}
            assert heads <= explained, heads - explained


def test_a_sheet_begins_with_words_and_is_printed_on_one_pages_width(house):
    aside = {"Thema’s": 2, "Vragen": 3, "Groepen": 3, "Respons": 1, "Leeswijzer": 0}
    for sheet in house.workbook():
        shown = sheet.max_column - aside[sheet.title]
        first = [row[0].value for row in sheet.iter_rows(min_row=2)]
        assert not set(first) & {theme["id"] for theme in house.document["themes"]}
        last = get_column_letter(shown)
        assert sheet.print_area == f"'{sheet.title}'!$A$1:${last}${sheet.max_row}"
        assert sheet.print_title_rows == "$1:$1" and not sheet.print_title_cols
        assert sheet.page_setup.orientation == "landscape" and int(sheet.page_setup.paperSize) == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0
        for place in range(1, sheet.max_column + 1):
            look = sheet.column_dimensions[get_column_letter(place)]
            assert (look.hidden, look.outlineLevel) == ((True, 1) if place > shown else (False, 0)), sheet.title
        # Not so wide that it would be printed smaller than can be read.
        widths = [sheet.column_dimensions[get_column_letter(place)].width for place in range(1, shown + 1)]
        assert sum(widths) <= 178, (sheet.title, widths)


def test_what_is_folded_away_makes_no_row_higher(house):
    themes = house.workbook()["Thema’s"]
    heads = [cell.value for cell in themes[1]]
    for row in themes.iter_rows(min_row=2):
        told = dict(zip(heads, row))
        assert len(told["Hoe precies"].value) > 60 and len(told["Thema"].value) < 20
        if not told["Waarom leeg"].value:
            assert themes.row_dimensions[row[0].row].height in (None, 15), told["Thema"].value


def test_who_reads_the_workbook_by_program_reads_how_exact_a_figure_is_and_ids(house):
    book = house.workbook()
    names = ["Antwoorden", "Gemiddelde", "Gunstig (%)", "Neutraal (%)", "Ongunstig (%)", "Standaardafwijking", "Samenhang (alfa)"]
    lines = {line[:3]: [BOUNDS[one and one[1]] for one in line[4]] for line in expected(house.document)}
    seen = set()
    for sheet in book.worksheets[:3]:
        told = [name for name in names if name in [cell.value for cell in sheet[1]]]
        for row in rows(sheet):
            bounds = lines[row.get("Groep", ""), row["Thema-id"], row.get("Vraag-id")]
            words = [f"{name}: {bound}" for name, bound in zip(told, bounds) if bound]
            assert row["Hoe precies"] == ("; ".join(words) or None), (sheet.title, row)
            seen |= set(bounds)
    assert seen >= {"ongeveer", "hoogstens", None}
    respondents = {row["Groep"]: row["Hoe precies"] for row in rows(book["Respons"])}
    told = {house.name: house.document["respondents"]} | {" > ".join(unit["path"]): unit["n"] for unit in house.document["units"]}
    assert respondents == {group: n and f"Deden mee: {BOUNDS[n['bound']]}" for group, n in told.items()}
    english = [row["How exact"].split("; ") for row in rows(house.workbook(language="en").worksheets[0])]
    assert "Mean: about" in english[0]
    assert {"about", "at most"} <= {told.split(": ")[1] for row in english for told in row}
    asked = [(row["Thema-id"], row["Vraag-id"]) for row in rows(book["Groepen"])]
    told = [line[1:3] for line in expected(house.document) if line[0]]
    assert asked == told and any(item for _, item in told)


def test_where_only_the_alpha_is_missing_the_row_says_why(house):
    without = {theme["id"] for theme in house.document["themes"] if theme["sd"] and not theme["alpha"]}
    assert without
    tables = [rows(house.workbook()["Thema’s"]), house.table("spreadsheet.csv", ";")]
    for table in tables:
        assert {row["Thema-id"] for row in table if row["Waarom leeg"] == NO_ALPHA} == without
    assert NO_ALPHA in house.fetch("results")[1].decode()
    guide = {row["Wat"]: row["Uitleg"] for row in rows(house.workbook()["Leeswijzer"])}
    assert "vanaf 100 mensen die alle vragen van het thema beantwoordden" in guide["Samenhang (alfa)"]


def test_figures_of_one_kind_in_a_column_have_one_number_of_decimals(house):
    looks = {}
    for sheet in house.workbook():
        for column in sheet.iter_cols():
            numbers = [cell for cell in column[1:] if cell.data_type == "n" and cell.value is not None]
            formats = {re.sub(r'^"[±≥≤]"\xa0', "", cell.number_format) for cell in numbers}
            assert len(formats) <= 1, (sheet.title, column[0].value, formats)
            for cell in numbers:
                places = len(cell.number_format.partition(".")[2])
                assert round(cell.value, places) == pytest.approx(cell.value, abs=1e-9), (sheet.title, cell.value)
            looks.setdefault(column[0].value, set()).update(formats)
    assert looks["Gemiddelde"] == {"0.0"} and looks["Antwoorden"] == looks["Gunstig (%)"] == {"0"}


def test_a_leader_and_a_researcher_get_their_own_part(house):
    leader = house.of("leader", "--unit", "בית האלון (א)")
    researcher = house.of("researcher")

    groups = {row["Groep"] for row in rows(house.workbook(leader)["Groepen"])}
    assert groups == {"בית האלון (א)"}
    assert rows(house.workbook(researcher)["Groepen"]) == []
    for visitor, own in ((leader, groups), (researcher, set())):
        assert {row["path"] for row in house.table("analysis.csv", ",", visitor)} == {"", *own}
        assert {row["Groep"] for row in rows(house.workbook(visitor)["Respons"])} == {house.name, *own}
        texts = [str(cell.value) for sheet in house.workbook(visitor) for row in sheet.iter_rows() for cell in row]
        assert not [text for text in texts if "Weide" in text or "calc" in text]
