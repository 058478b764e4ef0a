"""Where eye and page part while somebody types forms of paper: the page stops, and reads nothing until they are together."""

import pytest
from playwright.sync_api import expect

from accessibility import troubles
from conftest import PHONE, WIDE
from test_answer_scripts import code as checked, run  # noqa: F401
from test_paper import ALL_FOURS, ALL_TWOS, on_paper, without_council  # noqa: F401
from test_paper_of_own_packs import PLACES, own_packs  # noqa: F401
from rig.wave import open_wave as open_wave_on
from typist import Typist


def unlooking(typist, digits, behind):
    """A block as somebody types it who looks at the paper alone, with its Enter."""
    for digit in digits:
        typist.type(digit)
        typist.press(*filter(None, [behind]))
    typist.press("Enter")


@pytest.mark.parametrize("viewport", [PHONE, WIDE], ids=["phone", "laptop"])
@pytest.mark.parametrize("behind", [None, "Enter"])
def test_a_digit_that_was_skipped_shows_at_the_end_of_its_block(
        open_wave, on_paper, open_page, picture, viewport, behind):  # noqa: F811
    code, = on_paper(open_wave, 1)
    typist = Typist(open_page(viewport=viewport), open_wave)
    typist.falls_twice(False)
    first, second = typist.ends[:2]
    typist.type(code.replace("-", ""))
    unlooking(typist, "4" * (first - 1), behind)
    expect(typist.wrong).to_contain_text(f"Vraag {first} heeft nog geen antwoord, en je typte Enter.")
    unlooking(typist, "2" * (second - first), behind)
    typist.expect_question(first)
    expect(typist.wrong).to_contain_text("Dan sloeg je een cijfer over")
    for number in (first, first + 1):
        expect(typist.row(number).locator("[data-slot=chosen]")).to_have_text("")
    wrong = troubles(typist.page, f"a digit that was skipped {viewport['width']}", picture)

    # What stands there goes, and then the page takes the digit and stands at the end of the block with the paper.
    typist.press(*["Backspace"] * len(typist.page.locator("#answer").input_value()))
    typist.type("3")
    typist.expect_end(first)
    wrong += troubles(typist.page, f"the end of a block {viewport['width']}", picture)
    typist.press(*filter(None, [behind]), "Enter")
    typist.expect_question(first + 1)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("behind", [None, "Enter"])
def test_a_digit_that_was_typed_twice_shows_at_the_end_of_its_block(open_wave, on_paper, open_page, behind):  # noqa: F811
    code, = on_paper(open_wave, 1)
    typist = Typist(open_page(), open_wave)
    typist.falls_twice(False)
    first, second = typist.ends[:2]
    typist.type(code.replace("-", ""))
    unlooking(typist, "4" * (first + 1), behind)
    expect(typist.wrong).to_contain_text("Hier is het blok klaar, en je typte 4.")
    unlooking(typist, "2" * (second - first), behind)
    typist.press("Enter", "Enter")
    typist.expect_end(first)
    expect(typist.wrong).to_contain_text("Dan typte je een cijfer te veel")
    expect(typist.row(first + 1).locator("[data-slot=chosen]")).to_have_text("")
    # Back in the block the answers are put right, and the page asks once more.
    typist.press("ArrowUp")
    typist.type("5")
    typist.expect_end(first)
    expect(typist.row(first)).to_contain_text("5 Helemaal mee eens")
    typist.press(*filter(None, [behind]), "Enter")
    typist.expect_question(first + 1)


@pytest.mark.parametrize("behind", [None, "Enter"])
def test_a_digit_skipped_in_the_last_block_stores_nothing_by_the_keys_of_the_next_form(
        open_wave, on_paper, open_page, behind):  # noqa: F811
    code, other = on_paper(open_wave, 2)
    typist = Typist(open_page(), open_wave)
    typist.falls_twice(False)
    typist.type(code.replace("-", ""))
    typist.digits("4" * 41, behind=behind)
    typist.press("Enter")
    typist.form(other, ALL_TWOS)
    typist.press("Enter", "Enter")
    typist.expect_question(42)
    expect(typist.wrong).to_contain_text("Vraag 42 heeft nog geen antwoord, en je typte Enter.")
    assert typist.sent == []


def test_a_digit_that_no_answer_has_stops_the_page_until_it_is_put_right(open_wave, on_paper, open_page):  # noqa: F811
    code, = on_paper(open_wave, 1)
    typist = Typist(open_page(), open_wave)
    typist.falls_twice(False)
    typist.form(code, "47")
    for key in ("4", "-", "Enter", "ArrowDown", "Backspace"):
        typist.press(key)
        expect(typist.wrong).to_contain_text("7 kan hier niet.")
        typist.expect_question(2)
    # Taken away, it is put right by a digit, or left with what says that there is none.
    typist.press(*["Backspace"] * len(typist.page.locator("#answer").input_value()))
    expect(typist.page.locator("#answer")).to_have_value("")
    expect(typist.wrong).to_contain_text("7 kan hier niet.")
    typist.type("-")
    expect(typist.row(2)).to_contain_text("geen antwoord")
    typist.expect_question(3)
    expect(typist.wrong).to_have_text("")
    typist.type("8")
    # A tap is looked at, and is an answer at once.
    typist.page.get_by_role("button", name="2 Niet mee eens", exact=True).click()
    expect(typist.row(3)).to_contain_text("2 Niet mee eens")
    expect(typist.wrong).to_have_text("")


class TestWords:
    @pytest.fixture
    def server(self, own_packs):  # noqa: F811
        return own_packs

    def begin(self, server, on_paper, page):  # noqa: F811
        wave = open_wave_on(server, PLACES, "asking")
        codes = on_paper(wave, 2)
        typist = Typist(page, wave)
        typist.falls_twice(False)
        # The care, and no night: then only words are asked.
        typist.type(codes[0].replace("-", ""))
        for digit in "11":
            typist.type(digit)
            typist.press("Enter")
        expect(page.locator("#answer-text")).to_be_focused()
        return typist, *codes

    @pytest.mark.parametrize(("viewport", "written", "behind"), [
        (WIDE, "", None), (PHONE, "Meer pannen", "Enter"), (WIDE, "Meer pannen ", "Tab"),
    ])
    def test_the_next_form_typed_into_an_answer_is_asked_about(
            self, server, on_paper, open_page, picture, viewport, written, behind):  # noqa: F811
        typist, code, other = self.begin(server, on_paper, open_page(viewport=viewport))
        page = typist.page
        cut = page.get_by_role("button", name=f"Haal weg vanaf {other}")
        typist.type(written + other.lower())
        expect(typist.wrong).to_contain_text(f"Hier staat {other}")
        for digit in "11":
            typist.press(*filter(None, [behind]))
            typist.type(digit)
        typist.press("Enter", "Enter", "Enter")
        expect(page.locator("#answer-text")).to_be_focused()
        expect(cut).to_be_visible()
        wrong = troubles(page, f"a code in an answer {viewport['width']}", picture)
        cut.click()
        expect(typist.row(5)).to_contain_text(written.strip() or "geen antwoord")
        typist.store()
        expect(page.locator("[data-slot=notice]")).to_contain_text("Van het formulier daarna is niets gelezen.")
        assert typist.sent[0]["code"] == code.replace("-", "")
        assert typist.sent[0].get("better", "") == written.strip() and len(typist.sent) == 1
        assert not wrong, "\n".join(wrong)

    def test_what_only_looks_like_a_code_can_stay(self, server, on_paper, open_page):  # noqa: F811
        typist, _, other = self.begin(server, on_paper, open_page())
        text = f"Ik kreeg {other}"
        typist.type(text)
        keep = typist.page.get_by_role("button", name="Het hoort bij het antwoord")
        expect(keep).to_be_visible()
        # Come past it by another way, and it is asked before storing.
        typist.row(1).get_by_role("button").click()
        typist.type("1")
        # Behind the digit, past the next question, and at the end of the block.
        typist.press("Enter", "Enter", "Enter")
        expect(keep).to_be_visible()
        keep.click()
        typist.store()
        assert typist.sent[0]["better"] == text


def test_codes_are_found_in_a_text_and_words_are_not(run):  # noqa: F811
    right, letters = checked("7KM2ABC"), checked("KMHTRWQ")
    assert letters.isalpha()
    found = [right, right.lower(), f"{right[:4]}-{right[4:]}", f"Meer tijd {right[:4]}–{right[4:]} 44", f"pannen{right}4321",
             f"{right[:4]} {right[4:]}", letters.lower(), f"pannen{letters}"]
    codes = run("helpers/code.js helpers/code-in.js", "codeIn", found)
    assert [one and one["code"] for one in codes] == [right] * 6 + [letters] * 2
    assert codes[3]["index"] == len("Meer tijd ")
    wrong = right[:-1] + ("2" if right[-1] != "2" else "3")
    none = ["", wrong, right[:7], f"a{letters}b", "Meer collega’s in de avond, en een rooster dat klopt.", "om 14.30 uur, 06-20304050",
            "Betere communicatie tussen de teams; minder administratie en meer rust op de groep."]
    assert run("helpers/code.js helpers/code-in.js", "codeIn", none) == [None] * len(none)
