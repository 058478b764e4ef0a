"""The same as test_every_page.py in English: a file of its own, so that another browser can look at it meanwhile."""

import pytest

from accessibility import LOOKS, look_of
from test_every_page import EACH_READER, find_no_trouble, house, look, pages, say_each_mistake  # noqa: F401

ENGLISH = [look for look in LOOKS if look_of(look)[0] == "en"]


@pytest.mark.timeout(900)
@EACH_READER
@pytest.mark.parametrize("language, scheme", ENGLISH)
def test_every_page_that_somebody_finds(language, scheme, reader, pages, look, everything, picture):  # noqa: F811
    find_no_trouble(language, scheme, reader, pages, look, picture)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("language, scheme", ENGLISH)
def test_every_page_that_answers_a_mistake(language, scheme, house, look, everything, picture):  # noqa: F811
    say_each_mistake(language, scheme, house, look, picture)
