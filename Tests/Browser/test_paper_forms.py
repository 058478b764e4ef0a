"""Making and printing forms of paper: the page, what it asks once more, and what comes out of the printer."""

import subprocess

import pytest
from playwright.sync_api import expect

from accessibility import troubles
from conftest import PHONE
from rig.wave import open_wave as open_wave_on
from test_keyboard_alone import Keyboard
from test_paper import on_paper, without_council  # noqa: F401


def test_too_many_forms_are_asked_about_on_a_phone_too(open_wave, on_paper, page, picture):  # noqa: F811
    on_paper(open_wave, 3)
    page.set_viewport_size(PHONE)
    page.goto(f"/waves/{open_wave.id}/paper")
    expect(page.locator("#block")).to_have_value("")
    assert page.locator("#block option").count() == 3
    inside = "link => { const { left, right } = link.getBoundingClientRect(); return left >= 0 && right <= innerWidth; }"
    assert page.get_by_role("link", name="Open 3 formulieren").evaluate(inside)
    keyboard = Keyboard(page)
    keyboard.go_to(page.locator("#block")).press("ArrowDown")
    keyboard.go_to(page.locator("#forms")).type("60").push("Maak formulieren")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Zoveel formulieren voor ")
    expect(page.locator("dl")).to_contain_text("63")
    wrong = troubles(page, "more forms than people", picture)
    keyboard.push("Maak 60 formulieren").reads("Er zijn 63 papieren formulieren gemaakt")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_longer_questionnaire_is_printed_on_one_sheet(server, on_paper, page, tmp_path, language):  # noqa: F811
    wave = open_wave_on(server, {"De Linde > Bovenbouw": 24, "De Linde > Onderbouw": 24}, "staff-survey-education")
    code, = on_paper(wave, 1)
    page.goto(f"{page.url}?forms={language}")
    page.pdf(path=tmp_path / "form.pdf", prefer_css_page_size=True)
    shown = ["pdftotext", "-layout", tmp_path / "form.pdf", "-"]
    sheets = subprocess.run(shown, capture_output=True, text=True, check=True).stdout.split("\f")[:-1]
    # A slip with its empty back, and the two sides of the form: what was worked out is what comes out.
    assert len(sheets) == 4
    assert all(code in side for side in sheets[2:])
    smallest = page.locator(".paper-form:not(.blank)").first.evaluate(SMALLEST)
    assert smallest >= 9 * 96 / 72 - 0.01


# Of all letters on a form, in pixels.
SMALLEST = """form => Math.min(...[...form.querySelectorAll("*")].filter(part => part.textContent.trim() && !part.closest("svg"))
    .map(part => parseFloat(getComputedStyle(part).fontSize)))"""
