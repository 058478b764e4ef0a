"""Answering in French and in plain Dutch, on a phone."""

import pytest
from playwright.sync_api import expect

from accessibility import troubles
from answering_page import AnsweringPage, tab_to

LANGUAGES = {"fr": "Français", "nl-x-plain": "Eenvoudig Nederlands", "nl": "Nederlands", "en": "English"}


@pytest.fixture
def pulse(make_wave):
    return make_wave(pack="pulse")


@pytest.fixture
def visit(open_page, pulse):
    """Somebody in Brussels with a phone."""
    return AnsweringPage(open_page(locale="fr-BE", viewport={"width": 390, "height": 844}), pulse)


def switch(page, language):
    page.locator("header").get_by_role("link", name=LANGUAGES[language], exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", language)


@pytest.mark.parametrize("language", ["fr", "nl-x-plain"])
def test_from_the_start_to_thanks_without_a_word_that_bars_the_way(visit, pulse, language, picture, everything):
    wrong = []

    def look(moment):
        wrong.extend(troubles(visit.page, f"{language} {moment}", picture if everything else None))
        visit.page.set_viewport_size({"width": 390, "height": 844})

    visit.open()
    expect(visit.page.locator("html")).to_have_attribute("lang", "fr")
    if language != "fr":
        switch(visit.page, language)
    look("start")
    visit.page.locator("[data-step=begin] [data-go=next]").click()
    look("start with problems")
    visit.begin(own="no", code=pulse.codes[0])
    visit.expect_step("part-1")
    look("a part")
    visit.go_to_review()
    look("the look before sending")
    visit.send()
    visit.expect_stored()
    look("thanks")
    assert pulse.send(pulse.codes[0], {})[0] == 409
    assert not wrong, "\n".join(wrong)


def test_every_language_keeps_what_was_typed_by_keyboard_too(visit, pulse):
    page = visit.open().page
    visit.begin(own="yes", code=pulse.codes[1])
    visit.answer(pulse.items[0], 2)
    for language in ("nl-x-plain", "en", "nl", "fr"):
        assert page.locator("header a[hreflang]").evaluate_all("links => links.map(link => link.lang)") == [
            other for other in ("nl", "en", "fr", "nl-x-plain") if other != page.locator("html").get_attribute("lang")]
        link = tab_to(page, page.locator("header").get_by_role("link", name=LANGUAGES[language], exact=True))
        assert link.evaluate("link => link.lang") == language
        page.keyboard.press("Enter")
        expect(page.locator("html")).to_have_attribute("lang", language)
        visit.expect_step("part-1")
        assert visit.chosen(pulse.items[0]) == "2"
        page.locator("body").focus()
    visit.go_to_review(3)
    visit.send()
    visit.expect_stored()
    expect(visit.heading).to_have_text("Merci. Votre réponse est arrivée.")


def test_the_explanation_opens_in_the_language_of_the_page(visit):
    page = visit.open().page
    page.locator("[data-reading]").first.click()
    expect(page.locator("dialog h1")).to_have_text("Comment nous évitons que quelqu’un vous reconnaisse")


def test_a_questionnaire_in_two_languages_offers_no_third(open_page, open_wave):
    page = AnsweringPage(open_page(locale="fr-BE"), open_wave).open().page
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    expect(page.locator("header a[hreflang]")).to_have_text(["English"])
