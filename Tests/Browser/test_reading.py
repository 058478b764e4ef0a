"""Reading about safety costs nobody the code or the answers."""

import pytest
from playwright.sync_api import expect

from answering_page import AnsweringPage


@pytest.fixture
def visit(page, open_wave):
    return AnsweringPage(page, open_wave)


def test_an_explanation_lies_over_the_questionnaire_and_leaves_the_code(visit, page, open_wave):
    code = open_wave.codes[0]
    visit.open(code)
    page.get_by_role("link", name="Hoe werkt dat, en wat kan er niet?").click()
    expect(page.locator("dialog h1")).to_be_focused()
    page.locator("dialog a").first.click()
    expect(page.locator("dialog h1")).to_have_text("Wat de server wél kan zien")
    page.get_by_role("button", name="Terug naar de vragenlijst").click()
    expect(page.locator("dialog")).to_be_hidden()
    expect(page.locator("#code")).to_have_value(code)
    assert len(page.context.pages) == 1


def test_a_link_at_the_foot_leaves_the_answers(visit, page, open_wave):
    visit.open(open_wave.codes[0]).begin(own="no")
    visit.answer(open_wave.items[0], 2)
    page.locator("footer a").first.click()
    expect(page.locator("dialog h1")).to_have_text("Wat Weefsel bewaart")
    page.keyboard.press("Escape")
    assert visit.chosen(open_wave.items[0]) == "2"
    visit.expect_step("part-1")


def test_without_scripts_an_explanation_opens_beside_the_questionnaire(open_page, open_wave):
    page = open_page(java_script_enabled=False)
    page.goto(open_wave.address)
    page.locator("#code").fill("MQK6")
    link = page.get_by_role("link", name="Hoe werkt dat, en wat kan er niet? (opent in een nieuw tabblad)")
    with page.context.expect_page() as opened:
        link.click()
    expect(opened.value.locator("h1")).to_have_text("Hoe we voorkomen dat iemand jou herkent")
    expect(page.locator("#code")).to_have_value("MQK6")
