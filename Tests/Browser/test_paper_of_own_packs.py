"""Forms of paper of questionnaires that ask in every way."""

import shutil

import pytest
from playwright.sync_api import expect

from rig.places import ROOT
from rig.wave import open_wave as open_wave_on
from test_paper import on_paper, without_council  # noqa: F401
from typist import Typist

PLACES = {"De Linde > Zorg": 24, "De Linde > Keuken": 12}


@pytest.fixture
def own_packs(make_server):
    """A server whose organisation has questionnaires that ask in every way."""
    made = make_server()
    made.cli("organisation", "add", "linde", "De Linde")
    for pack in ("asking", "mixed"):
        shutil.copytree(ROOT / "Tests/Packs" / pack, made.folder / "packs/linde" / pack)
    return made.start()


class TestOwnPacks:
    @pytest.fixture
    def server(self, own_packs):
        return own_packs

    def test_branches_are_followed_and_words_are_typed(self, server, on_paper, open_page, page):  # noqa: F811
        wave = open_wave_on(server, PLACES, "asking")
        code = on_paper(wave, 1)[0]
        expect(page.locator(".paper-form").first).to_contain_text("Keuken (daarna ook vraag 4)")
        expect(page.locator(".paper-form").first).to_contain_text("Alleen als je bij vraag 2 koos: 2")
        typist = Typist(open_page(), wave)
        typist.falls_twice(False)
        # The kitchen, no night, the stove, and two lines of words. A block that is not asked has no end.
        typist.type(code.replace("-", ""))
        for digit, number in (("2", 1), ("1", 2), ("2", 4)):
            typist.type(digit)
            typist.expect_end(number)
            typist.press("Enter")
        expect(typist.page.locator("#answer-text")).to_be_focused()
        typist.type("Meer pannen")
        typist.press("Shift+Enter")
        typist.type("en tijd")
        typist.press("Enter")
        expect(typist.row(3)).to_contain_text("geldt hier niet")
        typist.store()
        sent = typist.sent[-1]
        assert sent["staff-group"] == "kitchen" and "nights-sleep" not in sent and sent["stove-heat"] == "2"
        assert sent["better"].replace("\r", "") == "Meer pannen\nen tijd" and sent["language"] == "nl"

    def test_a_scale_of_more_than_nine_takes_two_digits(self, server, on_paper, open_page):  # noqa: F811
        wave = open_wave_on(server, PLACES, "mixed")
        codes = on_paper(wave, 4)
        typist = Typist(open_page(), wave)
        typist.falls_twice(False)
        typist.form(codes.pop(), "5")
        expect(typist.page.locator("#keys")).to_contain_text("Typ twee cijfers, zoals 09 of 10, of één cijfer en Enter.")
        typist.type("7")
        typist.press("Enter", "Enter")
        typist.digits(["3", "99"], 3)
        expect(typist.page.locator("[data-slot=wrong]")).to_contain_text("99 kan hier niet.")
        typist.press("Backspace", "Backspace")
        typist.type("10")
        typist.store()
        assert (typist.sent[-1]["mark-work"], typist.sent[-1]["pressure-felt"]) == ("7", "10")
        marks = []
        for code, digits in zip(codes, [["5", "10", "3", "07"], ["5", "00", "1", "00"], "5-2-"]):
            typist.form(code, digits)
            typist.store()
            marks.append((typist.sent[-1].get("mark-work"), typist.sent[-1].get("pressure-felt")))
        assert marks == [("10", "7"), ("0", "0"), (None, None)]
