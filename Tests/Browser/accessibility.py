"""What is wrong with a page for somebody who reads it: by rule, by width, by word."""

import re

from axe_playwright_python.sync_playwright import Axe

WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 390, "height": 844}
SOURCE = Axe().axe_script
RUN = """axe.run(document, {resultTypes: ["violations"], rules: {"target-size": {enabled: true}}}).then(told =>
    told.violations.map(rule => `${rule.id}: ${rule.nodes.map(node => node.html.slice(0, 200)).join(" | ")}`))"""
WIDER = "document.scrollingElement.scrollWidth > innerWidth"


def troubles(page, where: str, picture=None) -> list[str]:
    """Looks at the page as it stands, wide and narrow, and says what should not be so."""
    page.evaluate(SOURCE)
    found = [f"{where} has a word without text"] if "⟦" in page.content() else []
    for width in (NARROW, WIDE):
        page.set_viewport_size(width)
        here = f"{where} at {width['width']}"
        found += [f"{here}: {rule}" for rule in page.evaluate(RUN)]
        if width is NARROW and page.evaluate(WIDER):
            found.append(f"{here} is wider than the screen")
        if picture:
            picture(page, re.sub(r"[0-9a-f]{32}", "", f"page-{here}").replace("/", "-"))
    return found
