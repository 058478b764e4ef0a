"""Names that are longer than most, where there is little room."""

import pytest

NAME = "Stichting Zorggroep De Grote Rivieren en Omstreken Gelderland"

# What the bar holds: each part with its place, and whether all of its words can be seen.
PARTS = """bar => [...bar.querySelectorAll('.brand > span, .me')].map(part => {
    const place = part.getBoundingClientRect();
    return {left: place.left, right: place.right, top: place.top, bottom: place.bottom,
        whole: part.scrollHeight <= part.clientHeight + 1 || !part.clientHeight};
})"""


@pytest.mark.parametrize("width", [360, 390, 700, 1280])
def test_a_long_name_of_an_organisation_leaves_room_for_the_role(cli, open_page, sign_in, width):
    assert len(NAME) > 60
    cli("organisation", "add", "rivieren", NAME)
    page = open_page(viewport={"width": width, "height": 800})
    # No role is a longer word.
    sign_in(page, "council")
    page.goto("/waves")

    name, role = page.locator("header.bar").evaluate(PARTS)
    assert name["whole"] and role["whole"]
    # Beside or below the name, never over it.
    assert name["right"] < role["left"] or name["bottom"] <= role["top"]
    assert max(name["right"], role["right"]) <= width
    assert page.locator("header.bar > div").bounding_box()["height"] <= 100
    assert page.evaluate("document.documentElement.scrollWidth") <= width
