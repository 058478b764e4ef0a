"""What a person does on the answering page, in the words of the person."""

import re

from playwright.sync_api import expect


class AnsweringPage:
    def __init__(self, page, wave):
        self.page = page
        self.wave = wave

    def open(self, code=None):
        self.page.goto(f"{self.wave.url}#{code}" if code else self.wave.url)
        return self

    @property
    def step(self):
        return self.page.locator("[data-step]:visible")

    @property
    def heading(self):
        return self.step.locator("h1, h2").first

    def begin(self, own, code=None):
        if code:
            self.page.locator("#code").fill(code)
        self.page.locator(f"input[name=own][value={own}]").check()
        self.page.locator("[data-step=begin] [data-go=next]").click()
        return self

    def answer(self, item, value=4):
        self.page.locator(f"input[name='{item}'][value='{value}']").check()

    def answer_step(self, value=4):
        for choice in self.step.locator(f"input[type=radio][value='{value}']").all():
            choice.check()

    def go_on(self):
        self.step.locator("[data-go=next]").click()

    def go_to_review(self, value=4):
        """Answers the first question of each part, and skips the others."""
        while self.step.get_attribute("data-step") != "send":
            self.step.locator(f"input[type=radio][value='{value}']").first.check()
            self.go_on()
        return self

    def send(self):
        self.page.locator("[data-step=send] button[data-slot=send]").click()

    def expect_step(self, name):
        expect(self.page.locator(f"[data-step={name}]")).to_be_visible()
        expect(self.step).to_have_count(1)

    def expect_stored(self):
        self.expect_step("done")

    def chosen(self, item):
        return self.page.locator(f"input[name='{item}']:checked").get_attribute("value")

    def stored_here(self):
        return self.page.evaluate("[localStorage, sessionStorage].flatMap((place) => Object.keys(place))")

    def overflow(self):
        return self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def tab_to(page, target, limit=120):
    """Presses Tab until the target has the focus."""
    for _ in range(limit):
        if target.evaluate("element => element === document.activeElement"):
            return target
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {target}")


def starts_with(text):
    return re.compile("^" + re.escape(text))
