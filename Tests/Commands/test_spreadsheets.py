"""The files of a wave as LibreOffice opens them for somebody in the Netherlands: numbers are numbers, and paper is legible."""

import csv

import pytest
from pypdf import PdfReader

from rig.office import Office
from test_files import expected, house  # noqa: F401

pytestmark = pytest.mark.long

DUTCH, AMERICAN = 1043, 1033
HEADS = ["Antwoorden", "Gemiddelde", "Gunstig (%)", "Neutraal (%)", "Ongunstig (%)", "Standaardafwijking",
         "Samenhang (alfa)", "Verteld als"]
ENGLISH_HEADS = ["n", "mean", "favourable", "neutral", "unfavourable", "sd", "alpha", "score"]


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    return Office(tmp_path_factory.mktemp("libreoffice"))


@pytest.fixture
def file(house, tmp_path):  # noqa: F811
    """A file of the wave, as somebody downloaded it."""

    def fetch(name):
        (tmp_path / name).write_bytes(house.fetch(f"results/files/{name}")[1])
        return tmp_path / name

    return fetch


def figures(document):
    """Of each line the numbers alone, none where nothing is told."""
    return [[told and told[0] for told in line] for *_, line in expected(document)]


@pytest.mark.parametrize("name, separator, language, heads", [
    ("spreadsheet.csv", ";", DUTCH, HEADS), ("analysis.csv", ",", AMERICAN, ENGLISH_HEADS),
])
def test_a_table_is_read_as_numbers(house, office, file, name, separator, language, heads):  # noqa: F811
    first, *lines = office.table(file(name), separator, language)
    places = [first.index(head) for head in heads]

    read = [[line[place] for place in places] for line in lines]

    assert read == figures(house.document)
    assert all(isinstance(cell, (int, float)) for line in read for cell in line if cell is not None)
    assert any(isinstance(cell, float) for line in read for cell in line)


def test_the_workbook_shows_its_numbers_with_commas(house, office, file):  # noqa: F811
    first_sheet = f"csv:Text - txt - csv (StarCalc):59,34,76,1,,{DUTCH},false,true,false,false,false,1"
    made = office.convert(file("workbook.xlsx"), first_sheet)
    lines = list(csv.DictReader(made.read_text("utf-8-sig").splitlines(), delimiter=";"))

    shown = [[line[head] for head in HEADS[:7]] for line in lines]

    themes = [theme[:7] for theme, (path, _, item, *_) in zip(figures(house.document), expected(house.document))
              if not path and not item]
    assert [[float(cell.lstrip("±≥≤\xa0").replace(",", ".")) if cell else None for cell in line] for line in shown] == themes
    assert any("," in cell for line in shown for cell in line) and not any("." in cell for line in shown for cell in line)


def test_the_workbook_is_printed_in_letters_that_can_be_read(office, file):
    sizes = set()

    def note(text, _, matrix, __, size):
        # Numbers of rows and letters of columns stand beside the cells.
        if len(text.strip()) > 2 and not text.strip().isdigit():
            sizes.add(round(size * abs(matrix[3]), 1))

    pages = PdfReader(office.convert(file("workbook.xlsx"), "pdf")).pages
    for page in pages:
        page.extract_text(visitor_text=note)

    assert sizes and min(sizes) >= 7
    assert all(page.mediabox.width > page.mediabox.height for page in pages)
