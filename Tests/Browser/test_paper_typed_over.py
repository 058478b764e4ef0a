"""The next form of paper typed while the one before stands on the look back, not stored."""

import pytest
from playwright.sync_api import expect

from accessibility import troubles
from conftest import PHONE, WIDE
from test_paper import ALL_FOURS, ALL_TWOS, on_paper, without_council  # noqa: F401
from typist import Typist


@pytest.mark.parametrize(("viewport", "behind"), [(PHONE, "Enter"), (PHONE, None), (WIDE, "Enter"), (WIDE, "Tab")])
def test_who_types_the_next_form_over_one_that_is_not_stored_loses_neither(
        open_wave, on_paper, open_page, picture, viewport, behind):  # noqa: F811
    first, second = on_paper(open_wave, 2)
    typist = Typist(open_page(viewport=viewport), open_wave)
    page, notice = typist.page, typist.page.locator("[data-slot=notice]")
    typist.falls_twice(False)
    typist.form(first, ALL_FOURS)
    typist.expect_view("look")
    # Without looking: the whole of the next form, a slip of the finger and all, and its Enter, twice as nothing happened.
    typist.type(second.replace("-", ""))
    for digit in ALL_TWOS:
        if behind:
            typist.press(behind)
        typist.type(digit)
    typist.press("Backspace")
    typist.type("2")
    typist.press(*filter(None, [behind]), "Enter", "Enter", "Enter")
    typist.expect_view("look")
    assert typist.sent == []
    expect(typist.problem).to_contain_text(f"Formulier {first} is nog niet opgeslagen")
    expect(typist.problem).to_be_in_viewport(ratio=1)
    expect(page.locator("[data-slot=once-more]")).to_be_hidden()
    expect(page.locator("[data-slot=look-keys]")).to_be_hidden()
    assert not troubles(page, f"a form typed over another {viewport['width']}", picture)

    # By the keyboard the button is one Tab away, and says which form it stores.
    typist.press("Tab")
    expect(typist.send).to_be_focused()
    expect(typist.send).to_have_text(f"Sla formulier {first} op")
    typist.press("Enter")
    typist.expect_stored(first)
    expect(notice).to_contain_text("Vernietig dat formulier")
    expect(notice).to_contain_text("Van het formulier daarna is niets gelezen. Vernietig dat niet: typ het opnieuw")
    typist.form(second, ALL_TWOS)
    typist.store()
    expect(notice).not_to_contain_text("niets gelezen")
    assert [(sent["code"], {sent[item] for item in open_wave.items}) for sent in typist.sent] == [
        (code.replace("-", ""), {digit}) for code, digit in ((first, "4"), (second, "2"))
    ]


def test_a_form_that_was_typed_over_says_so_before_its_second_time_and_after_it(open_wave, on_paper, open_page):  # noqa: F811
    first, second = on_paper(open_wave, 2)
    typist = Typist(open_page(), open_wave)
    notice = typist.page.locator("[data-slot=notice]")
    typist.falls_twice(True)
    typist.form(first, ALL_FOURS)
    typist.expect_view("look")
    typist.form(second, ALL_TWOS)
    typist.send.click()
    for told in ("Dit formulier typ je nog een keer", "Van het formulier daarna is niets gelezen"):
        expect(notice).to_contain_text(told)
    typist.form(first, ALL_FOURS)
    typist.store()
    expect(notice).to_contain_text("Van het formulier daarna is niets gelezen")
    assert [sent["code"] for sent in typist.sent] == [first.replace("-", "")]


def test_while_a_form_is_being_stored_nothing_else_can_be_done(open_wave, on_paper, open_page, picture):  # noqa: F811
    first, second = on_paper(open_wave, 2)
    typist = Typist(open_page(viewport=PHONE), open_wave)
    page, held = typist.page, []
    typist.falls_twice(False)
    page.route("**/m/**", lambda route: held.append(route) if route.request.method == "POST" else route.continue_())
    typist.form(first, ALL_FOURS)
    typist.enter()
    typist.expect_view("storing")
    expect(page.locator("[data-slot=storing]")).to_contain_text(f"Formulier {first} wordt opgeslagen")
    assert not troubles(page, "a form that is being stored", picture)

    # Whoever clears it now would read that nothing was stored, and destroy the next form for this one.
    expect(page.locator("[data-act]:visible")).to_have_count(0)
    expect(typist.row(2)).to_be_hidden()
    typist.type(second.replace("-", ""))
    typist.press("Enter", "Backspace")
    typist.expect_view("storing")
    held.pop().continue_()
    typist.expect_stored(first)
    expect(page.locator("[data-slot=notice]")).to_contain_text("Van het formulier daarna is niets gelezen")
    assert [(sent["code"], {sent[item] for item in open_wave.items}) for sent in typist.sent] == [
        (first.replace("-", ""), {"4"})]
