"""What somebody sees who has just installed Weefsel."""

import pytest


@pytest.mark.parametrize("width", ["page", "phone"])
def test_the_first_page_of_an_empty_server_can_be_used_by_everybody(width, request, axe):
    page = request.getfixturevalue(width)

    answer = page.goto("/")

    assert answer.status == 200
    assert page.locator("html").get_attribute("lang") == "nl"
    assert page.locator("main h1").count() == 1
    axe(page)
