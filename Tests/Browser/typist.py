"""Somebody who types forms of paper, by the keyboard alone."""

import json
from urllib.parse import parse_qsl

from playwright.sync_api import expect

# One form in ten falls to be typed twice; here the test says which.
CHANCE = "crypto.getRandomValues = (numbers) => numbers.fill(globalThis.fallsTwice ? 10 : 7)"
UNSENT = """() => {
    const leaving = new Event("beforeunload", { cancelable: true });
    dispatchEvent(leaving);
    return leaving.defaultPrevented;
}"""
KEPT = """async () => JSON.stringify([
    Object.keys(localStorage), Object.keys(sessionStorage), document.cookie, (await indexedDB.databases()).length,
    (await caches?.keys?.()) ?? [], location.pathname + location.hash, history.length, history.state,
])"""


class Typist:
    def __init__(self, page, wave):
        self.page, self.sent, self.pressed = page, [], 0
        page.add_init_script(CHANCE)
        page.on("request", self._note)
        page.goto(f"{wave.url}/paper")

    def falls_twice(self, does: bool):
        self.page.evaluate("does => { globalThis.fallsTwice = does; }", does)

    def type(self, text):
        """Each character is a key."""
        self.page.keyboard.type(text)
        self.pressed += len(text)

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1

    def form(self, code, digits):
        self.type(code.replace("-", "").lower())
        self.digits(digits)

    def digits(self, digits, first=1, behind=None):
        """A digit a question from the first on, and the Enter at the end of each block but the last."""
        for number, digit in enumerate(digits, first):
            self.type(digit)
            if behind:
                self.press(behind)
            if number in self.ends:
                self.press("Enter")

    @property
    def ends(self):
        """The questions behind which the page stops: the last of each block but of the last."""
        blocks = self.page.locator("[data-field]").evaluate_all("rows => rows.map(row => row.dataset.block)")
        return [number for number, pair in enumerate(zip(blocks, blocks[1:]), 1) if pair[0] != pair[1]]

    def enter(self):
        """Enter on the look back."""
        self.expect_view("look")
        self.press("Enter")

    def store(self):
        """The page says which form it stores and which it stored, and then waits for the next code."""
        self.expect_view("look")
        code = self.page.locator("[data-slot=code]").inner_text()
        expect(self.page.locator("[data-slot=look-title]")).to_contain_text(code)
        expect(self.send).to_have_text(f"Sla formulier {code} op")
        self.enter()
        self.expect_stored(code)

    def expect_question(self, number):
        expect(self.page.locator("[data-slot=place]")).to_contain_text(f"Vraag {number} van ")

    def expect_end(self, number):
        """The page stands behind the last question of a block."""
        expect(self.page.locator("[data-slot=end]")).to_contain_text(f"Laatste antwoord: vraag {number}, ")

    def expect_view(self, name):
        expect(self.page.locator(f"[data-view~={name}]:visible").first).to_be_visible()

    def expect_stored(self, code=""):
        notice = self.page.locator("[data-slot=notice]")
        expect(notice).to_contain_text(f"Opgeslagen: formulier {code}")
        expect(notice).to_be_in_viewport()
        expect(self.page.locator("#code")).to_be_focused()
        expect(self.page.locator("#code")).to_have_value("")

    @property
    def send(self):
        return self.page.locator("[data-slot=send]")

    @property
    def wrong(self):
        return self.page.locator("[data-slot=wrong]")

    @property
    def problem(self):
        return self.page.locator("[data-slot=problem]")

    def row(self, number):
        return self.page.locator(f"[data-number='{number}']")

    @property
    def is_unsent(self):
        return self.page.evaluate(UNSENT)

    @property
    def kept(self):
        return json.loads(self.page.evaluate(KEPT))

    def _note(self, request):
        if request.method == "POST":
            self.sent.append(dict(parse_qsl(request.post_data, keep_blank_values=True)))
