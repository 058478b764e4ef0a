"""Every moment of answering, wide and narrow: no rule of accessibility broken, nothing wider than a phone."""

import pytest
from playwright.sync_api import expect

from accessibility import LOOKS, troubles
from answering_page import AnsweringPage

UNKNOWN = "2222-2222"


@pytest.fixture
def visit(open_page, open_wave, language, scheme):
    """A visit in one language and one scheme of colours."""

    def visit(**options):
        options |= {"locale": {"nl": "nl-NL", "en": "en-GB"}[language], "color_scheme": scheme}
        return AnsweringPage(open_page(**options), open_wave)

    return visit


@pytest.fixture
def look(everything, picture, language, scheme):
    """Looks at a moment; what was wrong is told at the end."""
    wrong = []

    def look(visit, moment):
        wrong.extend(troubles(visit.page, f"{language} {scheme} {moment}", picture if everything else None))

    yield look
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language, scheme", LOOKS)
def test_from_the_start_to_an_empty_screen(visit, look, open_wave):
    visit = visit().open()
    look(visit, "start")
    visit.page.locator("[data-step=begin] [data-go=next]").click()
    look(visit, "start with problems")
    visit.begin(own="no", code=UNKNOWN)
    visit.expect_step("part-1")
    look(visit, "a part")
    visit.go_to_review()
    look(visit, "the look before sending")
    visit.send()
    expect(visit.page.locator("#problem a")).to_have_count(1)
    look(visit, "an unknown code")
    visit.page.locator("#problem a").click()
    look(visit, "an unknown code at its field")
    visit.page.locator("#code").fill(open_wave.codes[0])
    visit.page.locator("[data-step=begin] [data-go=send]").click()
    visit.send()
    visit.expect_stored()
    look(visit, "thanks")
    visit.page.locator("[data-go=wipe]").click()
    visit.expect_step("ended")
    look(visit, "an empty screen")


@pytest.mark.parametrize("language, scheme", LOOKS)
def test_a_card_that_was_used_and_answers_that_wait(visit, look, open_wave):
    used, waits = open_wave.codes[:2]
    assert open_wave.send(used, {})[0] == 200
    second = visit().open(used).begin(own="no").go_to_review()
    second.send()
    second.expect_step("used")
    look(second, "a used card")

    later = visit().open(waits).begin(own="yes")
    later.answer(open_wave.items[0])
    later.page.reload()
    later.page.locator("[data-slot=notice]:not(:empty)").wait_for()
    look(later, "answers that wait")


@pytest.mark.parametrize("language, scheme", LOOKS)
def test_an_idle_screen_that_is_about_to_be_wiped(visit, look, open_wave):
    idle = visit()
    idle.page.clock.install()
    idle.open(open_wave.codes[0]).begin(own="no")
    idle.page.clock.run_for(9 * 60_000 + 10_000)
    idle.page.locator("[data-slot=idle]:not(:empty)").wait_for()
    idle.page.clock.resume()
    look(idle, "about to be wiped")


@pytest.mark.parametrize("language, scheme", LOOKS)
def test_one_long_page_without_script(visit, look, open_wave):
    plain = visit()
    # Scripts that never arrive: what looks at the page needs one that runs.
    plain.page.route("**/assets/*.js", lambda route: route.abort())
    plain.open()
    look(plain, "one long page")
    code = open_wave.codes[0]
    for typed, status, moment in ((UNKNOWN, 422, "refused"), (code, 200, "thanks"), (code, 409, "used")):
        plain.open()
        plain.page.locator("#code").fill(typed)
        with plain.page.expect_navigation() as answer:
            plain.page.locator("[data-slot=send]").click()
        assert answer.value.status == status
        look(plain, f"one long page, {moment}")
