"""Filling in the questionnaire from card to thanks, four ways."""

import pytest
from playwright.sync_api import expect

from answering_page import AnsweringPage, starts_with, tab_to


class TestWithoutScript:
    @pytest.fixture
    def plain(self, open_page):
        return open_page(java_script_enabled=False)

    @staticmethod
    def fill(page, wave, code):
        page.goto(wave.url)
        page.locator("#code").fill(code)
        for item in wave.items:
            page.locator(f"input[name='{item}'][value='4']").check()

    def test_one_post_of_one_long_page_stores(self, plain, open_wave):
        self.fill(plain, open_wave, open_wave.codes[0].lower().replace("-", " "))
        plain.get_by_role("button", name="Versturen").click()
        expect(plain.get_by_role("heading", level=1)).to_have_text("Dank je wel. Je antwoord is binnen.")
        expect(plain.get_by_text("Sluit dan nu dit venster")).to_be_visible()

    def test_a_wrong_code_is_said_and_answers_stay(self, plain, open_wave):
        self.fill(plain, open_wave, "2222-2223")
        plain.get_by_role("button", name="Versturen").click()
        expect(plain).to_have_title(starts_with("Fout:"))
        problem = plain.locator("#problem")
        expect(problem).to_contain_text("Er is een probleem")
        expect(problem).to_be_focused()
        expect(problem.get_by_role("link")).to_have_attribute("href", "#code")
        expect(plain.locator("#code")).to_have_value("2222-2223")
        expect(plain.locator(f"input[name='{open_wave.items[-1]}'][value='4']")).to_be_checked()

    def test_a_used_code_may_replace_and_shows_nothing_of_before(self, plain, open_wave):
        code, first = open_wave.codes[1], open_wave.items[0]
        self.fill(plain, open_wave, code)
        plain.get_by_role("button", name="Versturen").click()
        plain.goto(open_wave.url)
        plain.locator("#code").fill(code)
        plain.locator(f"input[name='{first}'][value='2']").check()
        plain.get_by_role("button", name="Versturen").click()
        expect(plain.get_by_role("heading", name="Met dit kaartje is al iets verstuurd")).to_be_visible()
        assert plain.locator("fieldset input:checked").count() == 1
        expect(plain.locator(f"input[name='{first}'][value='2']")).to_be_checked()
        plain.get_by_role("button", name="Vervang wat er was").first.click()
        expect(plain.get_by_role("heading", level=1)).to_have_text("Dank je wel. Je antwoord is binnen.")


def test_with_the_keyboard_alone(page, open_wave, axe):
    visit = AnsweringPage(page, open_wave).open()
    keys = page.keyboard
    tab_to(page, page.locator("#code"))
    keys.type(open_wave.codes[0])
    keys.press("Enter")
    expect(page.locator("#problem")).to_be_focused()
    tab_to(page, page.locator("#problem a"))
    keys.press("Enter")
    expect(page.locator("input[name=own][value=yes]")).to_be_focused()
    keys.press("Space")
    tab_to(page, page.locator("[data-step=begin] [data-go=next]"))
    keys.press("Enter")
    while visit.step.get_attribute("data-step") != "send":
        expect(visit.heading).to_be_focused()
        here = visit.step.get_attribute("data-step")
        names = visit.step.locator("input[value='1']").evaluate_all("inputs => inputs.map((input) => input.name)")
        for name in names:
            tab_to(page, page.locator(f"input[name='{name}'][value='1']"))
            keys.press("Space")
            keys.press("ArrowDown")
            assert visit.chosen(name) == "2"
        keys.press("Enter")
        assert visit.step.get_attribute("data-step") == here, "an answer never turns the page"
        tab_to(page, visit.step.locator("[data-go=next]"))
        keys.press("Enter")
    tab_to(page, page.locator("[data-slot=send]"))
    axe(page)
    keys.press("Enter")
    visit.expect_stored()
    expect(visit.heading).to_be_focused()
    tab_to(page, page.locator("[data-go=wipe]"))
    keys.press("Enter")
    visit.expect_step("ended")


def test_in_english_half_way_with_answers_kept(page, open_wave, axe):
    first = open_wave.items[0]
    visit = AnsweringPage(page, open_wave).open(open_wave.codes[0]).begin(own="no")
    visit.answer(first, 5)
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    visit.expect_step("part-1")
    assert visit.chosen(first) == "5"
    assert visit.stored_here() == []
    axe(page)
    visit.go_to_review()
    expect(visit.heading).to_have_text("Is this right?")
    visit.send()
    visit.expect_stored()
    expect(visit.heading).to_have_text("Thank you. Your answer has arrived.")


def test_on_a_phone_with_text_twice_as_large(phone, open_wave, axe):
    visit = AnsweringPage(phone, open_wave).open(open_wave.codes[0])
    phone.evaluate("document.documentElement.style.fontSize = '225%'")
    assert visit.overflow() <= 0
    axe(phone)
    visit.begin(own="yes")
    while visit.step.get_attribute("data-step") != "send":
        assert visit.overflow() <= 0, visit.step.get_attribute("data-step")
        heights = visit.step.locator(".choice").evaluate_all("rows => rows.map((row) => row.offsetHeight)")
        assert min(heights) >= 48
        visit.answer_step()
        visit.go_on()
    axe(phone)
    assert visit.overflow() <= 0
    visit.send()
    visit.expect_stored()
    assert visit.overflow() <= 0
    axe(phone)


def test_progress_back_and_the_look_before_sending(page, open_wave, axe):
    visit = AnsweringPage(page, open_wave).open(open_wave.codes[0]).begin(own="yes")
    total = page.locator("[data-step^=part-]").count()
    expect(visit.step).to_contain_text(f"Deel 1 van {total} · nog ongeveer")
    expect(page).to_have_title(starts_with(f"Deel 1 van {total}:"))
    assert all(n <= 6 for n in page.locator("[data-step^=part-]").evaluate_all(
        "parts => parts.map((part) => part.querySelectorAll('fieldset').length)"))
    axe(page)
    visit.answer_step()
    visit.go_on()
    visit.expect_step("part-2")
    page.go_back()
    visit.expect_step("part-1")
    page.go_forward()
    visit.step.locator("[data-go=back]").click()
    visit.expect_step("part-1")
    assert visit.chosen(open_wave.items[0]) == "4"
    while visit.step.get_attribute("data-step") != "send":
        visit.go_on()
    answered = page.locator("#part-1 input:checked").count()
    expect(visit.step).to_contain_text(f"Je antwoordde op {answered} van de {len(open_wave.items)} vragen.")
    visit.step.get_by_role("link", name="Bekijk").first.click()
    visit.expect_step("part-1")
    visit.step.get_by_role("button", name="Naar het overzicht").click()
    visit.expect_step("send")
