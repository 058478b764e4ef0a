"""The page that `weefsel report` writes, opened from a disk: on a phone and a PC, in both languages, on paper."""

import pytest

from rig import exports
from rig.exports import report

NAME = "forms-libreoffice-cp1252.csv"


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    def write(language, *more):
        out = tmp_path_factory.mktemp("report")
        report(exports.FOLDER / NAME, out, *exports.options(NAME), "--lang", language, *more)
        return f"file://{out}/report.html"

    return write


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("more", [[], ["--exact"]])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_opens_without_a_server(browser, axe, written, language, more, width):
    page = browser.new_page(viewport={"width": width, "height": 900})
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda asked: said.append(asked.url) if not asked.url.startswith("file:") else None)
    page.goto(written(language, *more))

    assert said == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("h1").count() == 1
    assert page.locator(".exact").count() == len(more)
    page.locator("details").first.locator("summary").press("Enter")
    assert page.locator("details").first.locator("li").first.is_visible()
    axe(page)
    page.close()
