"""What somebody with an account does, and reads, in the words of the person."""

import re

from playwright.sync_api import expect


class Desk:
    """Somebody with an account, and what that person does and reads."""

    def __init__(self, page, take_picture):
        self.page = page
        self._take_picture = take_picture

    def sign_in(self, name, password):
        self.page.goto("/sign-in")
        form = self.page.locator("form", has_text="Ik meld me aan")
        form.get_by_label("Naam").fill(name)
        form.get_by_label("Wachtwoord").fill(password)
        self.press("Aanmelden")
        self.reads(re.compile(rf"^(Goede\w+|Hallo), {name}\."))

    def press(self, name):
        self.page.get_by_role("button", name=name, exact=True).click()

    def follow(self, name):
        self.page.locator("main").get_by_role("link", name=name).click()

    def go_to(self, room):
        self.page.get_by_role("navigation").get_by_role("link", name=room).click()

    def fill(self, **fields):
        for name, text in fields.items():
            self.page.locator(f"#{name}").fill(text)

    def reads(self, heading, *texts):
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)
        for text in texts:
            expect(self.page.locator("main")).to_contain_text(text)

    def picture(self, step):
        self._take_picture(self.page, step)
