"""Signing in, making a wave, opening and closing it without a mouse, seeing all the time where one is."""

import re

import pytest
from playwright.sync_api import expect

from rig.wave import units_csv

SEEN = """element => {
    const style = getComputedStyle(element);
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    return (outlined || style.boxShadow !== "none") && element.getBoundingClientRect().width > 0;
}"""
COVERED = """element => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const above = document.elementFromPoint(left + width / 2, top + height / 2);
    return above?.closest(".rooms") != null && !above.closest(".rooms").contains(element);
}"""


class Keyboard:
    """Somebody who uses Tab, Enter, Space and arrows, and no more."""

    def __init__(self, page):
        self.page = page

    @property
    def focused(self):
        return self.page.evaluate_handle("document.activeElement")

    def go_to(self, target, limit=60):
        """Presses Tab until the target has the focus; each stop on the way must be seen."""
        for _ in range(limit):
            if target.evaluate("element => element === document.activeElement"):
                return self
            self.page.keyboard.press("Tab")
            self._look()
        raise AssertionError(f"the keyboard does not reach {target}")

    def press(self, key):
        self.page.keyboard.press(key)
        return self

    def type(self, text):
        self.page.keyboard.type(text)
        return self

    def follow(self, name):
        return self._enter(self.page.get_by_role("link", name=name, exact=True))

    def push(self, name):
        return self._enter(self.page.get_by_role("button", name=name, exact=True))

    def reads(self, heading):
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)
        return self

    def _enter(self, target):
        """Presses Enter on it by way of the element, which waits for the page that comes of it; the keyboard does not."""
        self.go_to(target)
        target.press("Enter")
        return self

    def _look(self):
        element = self.focused.as_element()
        told = f"{self.page.url}: {element.evaluate('element => element.outerHTML.slice(0, 200)')}"
        assert element.evaluate(SEEN), f"the focus cannot be seen at {told}"
        assert not element.evaluate(COVERED), f"the focus is under the rooms at {told}"


@pytest.fixture(params=["page", "phone"])
def keyboard(request):
    return Keyboard(request.getfixturevalue(request.param))


def test_from_signing_in_to_a_closed_wave(server, keyboard):
    server.cli("wave", "create", "--pack", "pulse", "--title", "Proef", "--units", teams(server))
    password = server.cli("user", "add", "Wies", "--role", "hr", "--json").json["password"]
    enter(keyboard, "Wies", password)
    prepare(keyboard)
    open_it(keyboard)
    close_it(keyboard)


def enter(keyboard, name, password):
    page = keyboard.page
    page.goto("/today")
    keyboard.press("Tab").reads("Welkom. Waar kom je voor?")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    keyboard.go_to(page.locator("#name")).type(name)
    keyboard.go_to(page.locator("#password")).type("geraden").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Naam en wachtwoord horen niet bij elkaar.")
    keyboard.go_to(page.locator("#password")).type(password).press("Enter")
    keyboard.reads(re.compile(r"^(Goede\w+|Hallo), Wies\."))


def prepare(keyboard):
    page = keyboard.page
    keyboard.go_to(page.get_by_role("navigation").get_by_role("link", name="Vragen")).press("Enter")
    keyboard.reads("Er loopt nu geen meting").follow("Maak een meting")
    keyboard.reads("Wat wil je vragen?").go_to(page.get_by_label("Naam van de meting")).type("Herfst 2026")
    keyboard.go_to(page.locator("input[name=pack]").first).press("Space").press("ArrowDown")
    expect(page.locator("input[name=pack]").nth(1)).to_be_checked()
    keyboard.press("ArrowUp").push("Ga verder")
    keyboard.reads("Wie doet mee?").follow("Ga verder naar wanneer")
    keyboard.reads("Wanneer kan iedereen meedoen?").push("Ga verder naar wat je deelt")
    keyboard.reads("Wat beloof je iedereen?").push("Ga verder naar nakijken")


def open_it(keyboard):
    keyboard.reads("Klopt alles?").push("Open de meting")
    keyboard.reads("De meting is open")


def close_it(keyboard):
    page = keyboard.page
    keyboard.go_to(page.locator("summary", has_text="Sluit de meting nu")).press("Enter")
    keyboard.go_to(page.get_by_label("Ja, sluit de meting")).press("Space").push("Sluit nu")
    keyboard.reads("Herfst 2026 is gesloten")


def teams(server):
    file = server.folder.parent / "teams.csv"
    file.write_text(units_csv({"De Linde > Zorg": 18, "De Linde > Keuken": 12}))
    return file
