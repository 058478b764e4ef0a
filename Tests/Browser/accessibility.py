"""What is wrong with a page for somebody who reads it: by rule, by width, by word."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

# Language and scheme of colours: the first always, all of them in the long form.
LOOKS = [
    ("nl", "light"),
    *(pytest.param(*look, marks=pytest.mark.long) for look in (("nl", "dark"), ("en", "light"), ("en", "dark"))),
]


def look_of(look) -> tuple[str, str]:
    """Language and scheme of one of them, marked or not."""
    return getattr(look, "values", look)


WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 390, "height": 844}
SOURCE = Axe().axe_script
RUN = """axe.run(document, {resultTypes: ["violations"], rules: {"target-size": {enabled: true}}}).then(told =>
    told.violations.map(rule => `${rule.id}: ${rule.nodes.map(node => node.html.slice(0, 200)).join(" | ")}`))"""
WIDER = "document.scrollingElement.scrollWidth > innerWidth"
# Words that break in the middle make a tower of a button.
TOWERS = """[...document.querySelectorAll(".button")].filter(button => button.offsetHeight > 120)
    .map(button => button.innerText)"""


def troubles(page, where: str, picture=None) -> list[str]:
    """Looks at the page as it stands, wide and narrow, and says what should not be so."""
    page.evaluate(SOURCE)
    found = [f"{where} has a word without text"] if "⟦" in page.content() else []
    for width in (NARROW, WIDE):
        page.set_viewport_size(width)
        here = f"{where} at {width['width']}"
        found += [f"{here}: {rule}" for rule in page.evaluate(RUN)]
        found += [f"{here} has a tower of a button: {text}" for text in page.evaluate(TOWERS)]
        if width is NARROW and page.evaluate(WIDER):
            found.append(f"{here} is wider than the screen")
        if picture:
            picture(page, "page-" + re.sub(r"(?<=[0-9a-f]{4})[0-9a-f]{28}|[^\w/-]+", "_", here).replace("/", "-"))
    return found


UNSAID = """[...document.querySelectorAll("main [role=alert] a[href^='#']")].filter(link => {
    const field = document.getElementById(link.hash.slice(1));
    if (field?.type === "file") return false;  // What is wrong within a file is told line by line, above.
    const beside = field?.closest(".field, fieldset, form")?.querySelector(".wrong");
    return !beside?.innerText.toLowerCase().includes(link.innerText.toLowerCase().split(". ")[0]);
}).map(link => link.outerHTML)"""


def unsaid(page, where: str) -> list[str]:
    """What the list of mistakes tells, and the field that it leads to does not."""
    return [f"{where} tells it above and not beside the field: {link}" for link in page.evaluate(UNSAID)]
