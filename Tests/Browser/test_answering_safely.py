"""Where unsent answers rest, when they go, and what happens when sending does not work."""

import json

import pytest
from playwright.sync_api import expect

from answering_page import AnsweringPage, starts_with


@pytest.fixture
def code(open_wave):
    return open_wave.codes[0]


@pytest.fixture
def visit(page, open_wave):
    return AnsweringPage(page, open_wave)


def test_nothing_is_stored_before_somebody_says_whose_device_it_is(visit, page, code):
    visit.open(code)
    expect(page.locator("#code")).to_have_value(code)
    assert code not in page.url and "#" not in page.url
    page.locator("input[name=own][value=yes]").check()
    assert visit.stored_here() == []
    assert page.context.cookies() == []


def test_on_ones_own_device_one_goes_on_where_one_was(visit, page, open_wave, code):
    visit.open(code).begin(own="yes")
    visit.answer(open_wave.items[0], 2)
    visit.go_on()
    [key] = visit.stored_here()
    kept = page.evaluate("key => localStorage.getItem(key)", key)
    plain = code.replace("-", "")
    assert key.startswith("weefsel:") and len(key) == len("weefsel:") + 64
    assert plain not in key + kept and code not in kept
    assert json.loads(kept)["answers"] == {open_wave.items[0]: "2"}

    page.reload()
    expect(visit.step).to_contain_text("Op dit toestel staan antwoorden die je nog niet verstuurde.")
    visit.begin(own="yes", code=code.lower())
    visit.expect_step("part-2")
    assert visit.chosen(open_wave.items[0]) == "2"

    page.goto("about:blank")
    visit.open(code)
    expect(visit.step).to_contain_text("Je was al begonnen op dit toestel.")
    visit.begin(own="yes")
    visit.go_to_review()
    visit.send()
    visit.expect_stored()
    assert visit.stored_here() == []


def test_another_card_on_the_same_device_begins_empty(visit, page, open_wave, code):
    visit.open(code).begin(own="yes")
    visit.answer(open_wave.items[0], 2)
    page.evaluate("code => { location.hash = code }", open_wave.codes[1])
    visit.expect_step("begin")
    expect(page.locator("#code")).to_have_value(open_wave.codes[1])
    visit.begin(own="yes")
    assert page.locator("fieldset input:checked:not([name=own])").count() == 0


def test_a_shared_device_keeps_nothing_and_clears_after_ten_quiet_minutes(visit, page, open_wave, code):
    page.clock.install()
    visit.open(code).begin(own="no")
    visit.answer_step()
    assert visit.stored_here() == []
    page.clock.run_for(9 * 60_000 + 10_000)
    expect(page.get_by_role("alert")).to_contain_text("Over een minuut wissen we")
    page.keyboard.press("Shift")
    expect(page.get_by_text("Over een minuut wissen we")).to_be_hidden()
    page.clock.run_for(10 * 60_000 + 10_000)
    visit.expect_step("begin")
    expect(visit.step).to_contain_text("Er gebeurde 10 minuten niets.")
    expect(page.locator("#code")).to_have_value("")
    assert page.locator("fieldset input:checked").count() == 0
    page.go_back()
    visit.expect_step("begin")


def test_clearing_the_screen_leaves_nothing_to_go_back_to(visit, page, open_wave, code):
    visit.open(code).begin(own="no").go_to_review()
    visit.send()
    visit.expect_stored()
    page.go_back()
    visit.expect_step("done")
    page.get_by_role("button", name="Klaar, wis dit scherm").click()
    visit.expect_step("ended")
    assert visit.stored_here() == []
    assert page.locator("input:checked").count() == 0
    expect(page.locator("#code")).to_have_value("")
    page.go_forward()
    visit.expect_step("ended")
    page.get_by_role("link", name="Begin met een ander kaartje").click()
    visit.expect_step("begin")
    expect(page.locator("#code")).to_have_value("")


def test_after_the_end_the_next_card_begins_anew(visit, page, open_wave, code):
    visit.open(code).begin(own="no").go_to_review()
    visit.send()
    page.get_by_role("button", name="Klaar, wis dit scherm").click()
    visit.expect_step("ended")
    page.evaluate("code => { location.hash = code }", open_wave.codes[1])
    visit.expect_step("begin")
    visit.begin(own="no").go_to_review()
    visit.send()
    visit.expect_stored()


def test_the_sending_carries_no_cookie_no_referrer_and_no_word_about_the_device(visit, page, code):
    visit.open(code).begin(own="no").go_to_review()
    with page.expect_request(lambda request: request.method == "POST") as sent:
        visit.send()
    headers = sent.value.all_headers()
    assert "cookie" not in headers and "referer" not in headers
    assert "own=" not in sent.value.post_data
    assert f"code={code.replace('-', '')}" in sent.value.post_data


def test_a_used_card_asks_what_stays(visit, page, open_page, open_wave, code):
    visit.open(code).begin(own="yes").go_to_review()
    visit.send()
    visit.expect_stored()

    again = AnsweringPage(open_page(), open_wave).open(code).begin(own="yes")
    again.go_to_review(value=2)
    again.send()
    again.expect_step("used")
    expect(again.heading).to_have_text("Met dit kaartje is al iets verstuurd")
    again.page.get_by_role("button", name="Laat staan").click()
    again.expect_step("ended")
    expect(again.step).to_contain_text("Wat er al verstuurd was, blijft staan.")
    assert again.stored_here() == []

    third = AnsweringPage(open_page(), open_wave).open(code).begin(own="no")
    third.go_to_review(value=3)
    third.send()
    third.expect_step("used")
    third.page.get_by_role("button", name="Vervang wat er was").click()
    third.expect_stored()


def test_an_unknown_code_is_told_at_sending_and_can_be_mended(visit, page, open_wave, code):
    visit.open().begin(own="yes", code="2222-2222").go_to_review()
    visit.send()
    problem = page.locator("#problem")
    expect(problem).to_be_focused()
    expect(page).to_have_title(starts_with("Fout:"))
    problem.get_by_role("link").click()
    expect(page.locator("#code")).to_be_focused()
    expect(page.locator("#code")).to_have_attribute("aria-invalid", "true")
    page.locator("#code").fill(code)
    page.get_by_role("button", name="Naar het overzicht").click()
    visit.expect_step("send")
    visit.send()
    visit.expect_stored()
    assert visit.stored_here() == []


def test_without_connection_nothing_is_lost(visit, page, open_wave, code):
    visit.open(code).begin(own="no").go_to_review()
    page.context.set_offline(True)
    visit.send()
    expect(page.locator("#problem")).to_contain_text("Er is geen verbinding.")
    expect(page.locator("#problem")).to_be_focused()
    page.get_by_role("link", name="English").click()
    expect(page.locator("#problem")).to_contain_text("de andere taal is er nu niet")
    assert visit.chosen(open_wave.items[0]) == "4"
    page.context.set_offline(False)
    visit.send()
    visit.expect_stored()


def test_a_server_that_answers_nonsense_loses_nothing(visit, page, code):
    visit.open(code).begin(own="no").go_to_review()
    page.route("**/m/**", lambda route: route.fulfill(status=502, body="<h1>Bad gateway</h1>"), times=1)
    visit.send()
    expect(page.locator("#problem")).to_contain_text("De server kon je antwoorden nu niet bewaren.")
    visit.send()
    visit.expect_stored()


def test_a_reply_that_got_lost_is_named_when_the_card_turns_out_to_be_used(visit, page, code):
    visit.open(code).begin(own="no").go_to_review()

    def lose(route):
        route.fetch()
        route.abort()

    page.route("**/m/**", lose, times=1)
    visit.send()
    expect(page.locator("#problem")).to_contain_text("Er is geen verbinding.")
    visit.send()
    visit.expect_step("used")
    expect(visit.step).to_contain_text("Viel net je verbinding weg?")
    page.get_by_role("button", name="Vervang wat er was").click()
    visit.expect_stored()
