"""What people do wrong, form by form, and the page that tells them."""

from dataclasses import dataclass, field

UNITS = "path;headcount\nDe Linde > Wonen en zorg > Dag;12\n"
BAD_UNITS = "path;headcount\nDe Linde > Zorg;-3\n;5\n"


@dataclass
class Mistake:
    name: str
    role: str | None
    page: str
    form: str
    """How the address ends to which it is sent; nothing for the page's own."""
    fields: dict[str, str] = field(default_factory=dict)
    status: int = 422

    def path(self, house) -> str:
        waves = {state: wave.path for state, wave in house.waves.items()}
        return self.page.format(unit=house.unit("Nacht"), person=house.person("Olga"), admin=house.person("Ivo"), **waves)

    def make(self, page, house) -> None:
        """Sends the form as it should not be sent, and stands on the page that says so."""
        path = self.path(house)
        page.goto(path)
        form = page.locator(f"form[action$='{self.form or path}']").first
        self._fill(form)
        with page.expect_navigation() as answer:
            # Without what the browser itself would say first.
            form.evaluate("form => { form.noValidate = true; form.requestSubmit(); }")
        assert answer.value.status == self.status, f"{self.name} gave {answer.value.status}"

    def _fill(self, form) -> None:
        for name, text in self.fields.items():
            input = form.locator(f"[name={name}]")
            if input.get_attribute("type") == "file":
                input.set_input_files({"name": "teams.csv", "mimeType": "text/csv", "buffer": text.encode()})
            else:
                input.evaluate("(input, text) => { input.value = text; }", text)


MISTAKES = [
    Mistake("signing in", None, "/sign-in", "", {"name": "Hanna", "password": "geraden"}),
    Mistake("an address", None, "/sign-in", "/card", {"address": "zzzz"}),
    Mistake("one's own password", "hr", "/account", "", {"present": "geraden", "password": "kort"}),
    Mistake("a new wave", "hr", "/waves/new", "/waves"),
    Mistake("an earlier wave", "hr", "/waves/import", "", {"file": "a;b\n1;2\n"}),
    Mistake("questions", "hr", "{draft}/questions", "/questions", {"title": ""}),
    Mistake("days", "hr", "{draft}/when", "/when", {"closes": "ooit", "results": "1-1-2020"}),
    Mistake("sharing", "hr", "{draft}/sharing", "/sharing", {"threshold": "2"}),
    Mistake("a changed draft", "hr", "{draft}/sharing", "/sharing", {"version": "7", "threshold": "9"}, 409),
    Mistake("an agreement", "hr", "{draft}/review", "/opening", {"agreement": "0"}, 409),
    Mistake("a reader", "council", "{draft}/manifest", "/readings", {"name": ""}),
    Mistake("an end", "hr", "{open}", "/end", {"closes": "1-1-2020"}),
    Mistake("closing", "hr", "{open}", "/closure"),
    Mistake("withdrawing", "hr", "{open}", "/withdrawal"),
    Mistake("more cards", "hr", "{open}/cards", "/cards", {"count": "duizend"}),
    Mistake("forms of paper", "hr", "{open}/paper", "/paper", {"forms": "duizend"}),
    Mistake("words of a questionnaire", "hr", "/questions/register/saq", "/text", {"items-nl": "een\ntwee"}),
    Mistake("a permission", "hr", "/questions/register/saq", "/permission", {"document": "geen pdf"}),
    Mistake("a new unit", "hr", "/admin/units", "", {"headcount": "veel"}),
    Mistake("a unit", "hr", "/admin/units/{unit}", "", {"name": ""}),
    Mistake("a list of units", "hr", "/admin/units/file", "", {"file": BAD_UNITS}),
    Mistake("a list of units, looked at first", "hr", "/admin/units/file", "", {"file": UNITS}, 200),
    Mistake("an account", "hr", "/admin/people", ""),
    Mistake("a role", "hr", "/admin/people/{person}", "/roles"),
    Mistake("the last administrator", "admin", "/admin/people/{admin}", "/removal"),
    Mistake("a decision", "hr", "/admin/decisions/new", ""),
    Mistake("a decision without its wave", "hr", "/admin/decisions/new?kind=paper", "/admin/decisions/new", {"wave": ""}),
    Mistake("settings", "admin", "/admin/settings", "", {"name": ""}),
    Mistake("a logo", "admin", "/admin/settings", "/admin/settings/logo", {"logo": "geen plaatje"}),
    Mistake("a forged form", "hr", "/account", "", {"token": "vervalst"}, 403),
]
