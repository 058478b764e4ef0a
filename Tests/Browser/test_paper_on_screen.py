"""The page for typing forms of paper as it is heard, and as a phone shows it."""

from playwright.sync_api import expect

from conftest import PHONE
from test_paper import ALL_FOURS, on_paper, without_council  # noqa: F401
from typist import Typist


def test_who_listens_hears_each_message_once(open_wave, on_paper, open_page):  # noqa: F811
    code, other = on_paper(open_wave, 2)
    typist = Typist(open_page(), open_wave)
    page = typist.page
    typist.falls_twice(False)
    place = page.locator(".typing :is([aria-live], [role=status], [role=alert])")

    def hears(text):
        expect(place).to_contain_text(text)
        read = page.locator("main").aria_snapshot()
        assert read.count(text) == 1, read

    expect(place).to_have_count(1)
    typist.type(code.replace("-", "")[:-1] + ("2" if code[-1] != "2" else "3"))
    hears("Deze code klopt niet.")
    typist.press("Control+a")
    typist.form(code, "9")
    hears("Vraag 1 van 42")
    hears("9 kan hier niet.")
    typist.press("Backspace")
    typist.type("4")
    hears("Vraag 1: 4 Mee eens.")
    hears("Vraag 2 van 42")
    typist.press("Enter")
    typist.digits("4" * (typist.ends[0] - 1), 2, behind="Enter")
    hears(f"Vraag {typist.ends[0] + 1} van 42")
    typist.digits("4" * (41 - typist.ends[0]), typist.ends[0] + 1, behind="Enter")
    typist.type("4")
    hears("42 van de 42 vragen hebben een antwoord.")
    typist.press("Enter")
    hears("Er is nog niets opgeslagen.")
    typist.type(other[0])
    hears(f"Formulier {code} is nog niet opgeslagen")
    typist.press("Enter")
    hears(f"Formulier {code} is nog niet opgeslagen")
    typist.send.click()
    hears(f"Opgeslagen: formulier {code}. Vernietig dat formulier")
    hears("Van het formulier daarna is niets gelezen.")
    expect(place).not_to_contain_text("Vraag 42")


def test_on_a_phone_two_differences_and_their_button_lie_on_one_screen(open_wave, on_paper, open_page, picture):  # noqa: F811
    code, = on_paper(open_wave, 1)
    typist = Typist(open_page(viewport=PHONE), open_wave)
    page = typist.page
    typist.falls_twice(True)
    typist.form(code, ALL_FOURS)
    typist.enter()
    expect(page.locator("[data-slot=notice]")).to_contain_text("Dit formulier typ je nog een keer")
    typist.form(code, "2" + "4" * 40 + "5")
    typist.enter()
    typist.expect_view("differ")
    expect(page.locator("[data-slot=differences] fieldset")).to_have_count(2)
    picture(page, "differences-on-a-phone")
    assert page.evaluate("scrollY") == 0
    for part in [*page.locator("[data-slot=differences] fieldset").all(), page.get_by_role("button", name="Naar het overzicht")]:
        expect(part).to_be_in_viewport(ratio=1)
    page.get_by_text("Hoe kies je?").click()
    expect(page.get_by_text("Was het twee keer fout?")).to_be_visible()
