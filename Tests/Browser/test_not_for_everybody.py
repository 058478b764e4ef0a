"""A questionnaire of which not everybody gets every part, and in which people write."""

import shutil
import sqlite3

import pytest
from playwright.sync_api import expect

from accessibility import troubles
from answering_page import AnsweringPage
from conftest import PHONE
from rig.places import ROOT
from rig.wave import open_wave as open_wave_on

PLACES = {"De Linde > Zorg": 24, "De Linde > Keuken": 30}


@pytest.fixture
def server(make_server):
    """One organisation with a questionnaire of its own in its folder."""
    made = make_server()
    made.cli("organisation", "add", "linde", "De Linde")
    shutil.copytree(ROOT / "Tests/Packs/asking", made.folder / "packs/linde/asking")
    return made.start()


@pytest.fixture
def asking(server):
    return open_wave_on(server, PLACES, "asking")


@pytest.fixture
def visit(open_page, asking):
    def visit(**options):
        return AnsweringPage(open_page(**options), asking)

    return visit


def rows(server, wave, file, query):
    return sqlite3.connect(f"file:{server.folder}/waves/{wave.id}/{file}?mode=ro", uri=True).execute(query).fetchall()


@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 900}])
def test_a_cook_gets_the_kitchen_and_no_night(visit, asking, server, picture, viewport):
    visit = visit(viewport=viewport).open(asking.codes[0]).begin(own="no")
    wide = viewport["width"]
    expect(visit.heading).to_have_text("Jouw werk")
    wrong = troubles(visit.page, f"staff group {wide}", picture)
    visit.page.get_by_label("Keuken").check()
    visit.go_on()
    visit.answer("rhythm-nights", 3)
    visit.go_on()
    expect(visit.heading).to_have_text("De nacht")
    visit.answer("nights-sleep", 1)
    visit.step.locator("[data-go=back]").click()
    # Another answer: the night falls away.
    visit.answer("rhythm-nights", 1)
    visit.go_on()
    expect(visit.heading).to_have_text("Aan het fornuis")
    wrong += troubles(visit.page, f"stove {wide}", picture)
    visit.answer("stove-heat", 2)
    visit.go_on()
    expect(visit.heading).to_have_text("In je eigen woorden")
    visit.page.get_by_label("Wat kan er beter?").fill("Meer rust\nin de ochtend")
    wrong += troubles(visit.page, f"open {wide}", picture)
    visit.go_on()
    # Three questions: the rhythm, the stove and what can be better; the night is not hers any more.
    expect(visit.step).to_contain_text("Je antwoordde op 3 van de 3 vragen")
    expect(visit.step.locator("dl div", has_text="Nacht")).to_be_hidden()
    wrong += troubles(visit.page, f"review {wide}", picture)
    visit.send()
    visit.expect_stored()
    assert not wrong, "\n".join(wrong)

    assert asking.close().code == 0
    assert rows(server, asking, "answers.sqlite", "SELECT hex(bytes) FROM answer") == [("01FFFF",)]
    assert rows(server, asking, "answers.sqlite", "SELECT hex(bytes) FROM aside") == [("FFFF02",)]
    texts = rows(server, asking, "texts.sqlite", "SELECT question, language, text FROM text")
    assert texts == [("better", "nl", "Meer rust\nin de ochtend")]


def test_what_is_written_stays_over_a_reload_and_a_change_of_language(visit, asking):
    visit = visit(viewport=PHONE).open(asking.codes[1]).begin(own="yes")
    visit.page.get_by_label("Keuken").check()
    for _ in range(3):
        visit.go_on()
    visit.page.get_by_label("Wat kan er beter?").fill("Rust")
    visit.page.reload()
    visit.begin(own="yes", code=asking.codes[1])
    expect(visit.page.get_by_label("Wat kan er beter?")).to_have_value("Rust")
    visit.page.locator("header a[hreflang=en]").click()
    expect(visit.page.get_by_label("What could be better?")).to_have_value("Rust")
    assert visit.page.get_by_label("What could be better?").evaluate("field => field.form.language.value") == "en"


def test_without_a_script_each_part_says_whose_it_is(open_page, asking, server):
    page = open_page(viewport=PHONE, java_script_enabled=False)
    page.goto(asking.url)
    expect(page.get_by_text("Sla dit deel over, tenzij dit jouw werk is: Keuken.")).to_be_visible()
    expect(page.get_by_text("Sla dit deel over, tenzij je bij ‘Ik werk weleens ’s nachts.’")).to_be_visible()
    page.locator("#code").fill(asking.codes[2])
    # Everything filled in: what was not asked of an office is left out.
    page.get_by_label("Kantoor").check()
    for item in asking.items:
        page.locator(f"input[name='{item}'][value='1']").check()
    page.locator("#better").fill("Niets")
    page.locator("[data-step=send] button.grow").click()
    expect(page.locator("h1")).to_contain_text("Dank je wel")

    assert asking.close().code == 0
    assert rows(server, asking, "answers.sqlite", "SELECT hex(bytes) FROM answer") == [("01FFFF",)]
    assert rows(server, asking, "answers.sqlite", "SELECT COUNT(*) FROM aside") == [(0,)]


def test_a_cook_alone_with_the_keyboard(visit, asking):
    visit = visit().open(asking.codes[3]).begin(own="no")
    page = visit.page
    page.get_by_label("Keuken").focus()
    page.keyboard.press("Space")
    visit.step.locator("[data-go=next]").focus()
    page.keyboard.press("Enter")
    expect(visit.heading).to_be_focused()
    visit.step.locator("[data-go=next]").focus()
    page.keyboard.press("Enter")
    # Nobody answered the question on which the night depends.
    expect(visit.heading).to_have_text("Aan het fornuis")
