"""A report as a PDF that the server makes: asked for on a page, waited for, fetched, and read by a screen reader."""

import io
import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from rig.wave import CARE


@pytest.fixture
def told(make_wave, cli):
    """A closed wave of the care survey: sixty answers."""
    wave = make_wave({"De Linde > Zorg": 40, "De Linde > Keuken": 40}, CARE)
    for number, code in enumerate(wave.codes[:30] + wave.codes[45:75]):
        assert wave.send(code, wave.same(3 if number % 3 else 1))[0] == 200
    cli("wave", "close", wave.id)
    return wave


def fetched(page):
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("Download (the PDF|de pdf)")).click()
    return download.value


def marks(element):
    """The kinds of marks in a tree of tags."""
    element = element.get_object()
    kinds = {str(element["/S"])} if "/S" in element else set()
    below = element.get("/K", [])
    for child in below if isinstance(below, list) else [below]:
        if not isinstance(child, int):
            child = child.get_object()
            if isinstance(child, dict) and ("/S" in child or "/K" in child):
                kinds |= marks(child)
    return kinds


@pytest.mark.parametrize("language, locale", [("nl", "nl-NL"), ("en", "en-GB")])
def test_a_report_becomes_a_pdf_that_can_be_read_aloud(told, open_page, sign_in, axe, picture, language, locale):
    page = open_page(locale=locale)
    sign_in(page, "hr")
    page.goto(f"/waves/{told.id}/results/files")
    axe(page)
    picture(page, f"files-{language}")
    page.get_by_role("button", name="Maak een pdf" if language == "nl" else "Make a PDF").press("Enter")
    # The page looks again by itself, as long as it takes.
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "De pdf is klaar" if language == "nl" else "The PDF is ready")
    axe(page)
    picture(page, f"pdf-{language}")

    download = fetched(page)
    assert download.suggested_filename.endswith(".pdf")
    paper = PdfReader(io.BytesIO(download.path().read_bytes()))
    catalog = paper.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert str(catalog["/Lang"]).startswith(language)
    kinds = marks(catalog["/StructTreeRoot"])
    assert {"/H1", "/H2", "/P", "/Table", "/TR", "/TH", "/TD"} <= kinds
    text = " ".join(" ".join(sheet.extract_text() for sheet in paper.pages).split())
    assert ("60 van de 80" if language == "nl" else "60 of 80") in text
    # What is folded on a screen is open on paper.
    asked = {"nl": "Mijn leidinggevende vraagt hoe het met mij gaat.", "en": "My manager asks how I am doing."}
    assert asked[language] in text
    assert paper.pages[0].mediabox.width == pytest.approx(595, abs=2)


def lowest(sheet):
    """How far down a page its words go, from 0 at the top to 1; its number does not count."""
    height, found = float(sheet.mediabox.height), [0.0]

    def note(text, transform, matrix, *_):
        y = matrix[4] * transform[1] + matrix[5] * transform[3] + transform[5]
        if text.strip() and not re.fullmatch(r"\d+ / \d+", text.strip()):
            found.append(1 - y / height)

    sheet.extract_text(visitor_text=note)
    return max(found)


def test_on_paper_each_theme_stays_whole_and_pages_are_used(told, open_page, sign_in):
    page = open_page()
    sign_in(page, "hr")
    page.goto(f"/waves/{told.id}/results")
    themes = page.locator("ol.themes:not(.items *) > li").evaluate_all(
        "items => items.map(item => [...item.querySelectorAll('.items li > span:first-child')].map(span => span.firstChild.textContent.trim()))")
    page.goto(f"/waves/{told.id}/results/files")
    page.get_by_role("button", name="Maak een pdf").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("De pdf is klaar")
    sheets = PdfReader(io.BytesIO(fetched(page).path().read_bytes())).pages
    texts = [" ".join(sheet.extract_text().split()) for sheet in sheets]

    assert len(themes) == 10 and all(len(theme) > 1 for theme in themes)
    for theme in themes:
        places = [[number for number, text in enumerate(texts) if asked in text] for asked in theme]
        assert len({tuple(place) for place in places}) == 1 and len(places[0]) == 1, theme
    assert not any(mark in text for text in texts for mark in "▸▾")
    assert all(lowest(sheet) > 0.5 for sheet in sheets[:-1])
    # Names and numbers of the cards stand beside each other.
    assert any(re.search(r"Kaartjes gemaakt ?\d+", text) for text in texts)


def test_nobody_else_gets_the_pdf(told, open_page, sign_in, server):
    page, other = open_page(), open_page()
    sign_in(page, "hr")
    page.goto(f"/waves/{told.id}/results/files")
    page.get_by_role("button", name="Maak een pdf").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("De pdf is klaar")
    sign_in(other, "hr")
    other.goto(page.url)
    assert other.url.endswith("/results/files")
    other.goto(page.url + "/report.pdf")
    assert other.url.endswith("/results/files")
    left = [path.name for path in (server.folder / "tmp").iterdir()]
    assert len(left) == 1 and re.fullmatch(r"print-[0-9a-f]{32}-[0-9a-f]{32}\.pdf", left[0])
