"""What somebody sees who has just installed Weefsel."""

import re

import pytest
from playwright.sync_api import expect

from accessibility import troubles, unsaid


@pytest.mark.parametrize("width", ["page", "phone"])
def test_the_first_page_of_an_empty_server_can_be_used_by_everybody(width, request, axe):
    page = request.getfixturevalue(width)

    answer = page.goto("/")

    assert answer.status == 200
    assert page.locator("html").get_attribute("lang") == "nl"
    assert page.locator("main h1").count() == 1
    axe(page)


@pytest.mark.parametrize("language", ["nl-NL", "en-GB"])
def test_setting_up_and_what_it_says_of_mistakes_can_be_used_by_everybody(server, open_page, language):
    page = open_page(locale=language)
    page.goto(re.search(r"http://\S+/set-up/\w+", server.said()).group())
    wrong = troubles(page, "set-up")
    page.locator("#organisation").fill("De Es")
    with page.expect_navigation() as answer:
        page.locator("main form button").click()
    assert answer.value.status == 422
    expect(page.get_by_role("alert").get_by_role("link")).to_have_count(3)
    expect(page.locator("#organisation")).to_have_value("De Es")
    assert wrong + troubles(page, "set-up, refused") + unsaid(page, "set-up") == []
