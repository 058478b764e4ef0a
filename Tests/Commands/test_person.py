"""What is kept of somebody is told in words and as JSON: of one organisation, and changing nothing."""

import sqlite3
from contextlib import closing

import pytest

from rig.visitor import Visitor

NAME = "Wilhelmina Wever"


@pytest.fixture
def house(make_server):
    """Two organisations, in one of which somebody of this name signs in, and asked for a decision."""
    server = make_server()
    server.cli("organisation", "add", "linde", "De Linde")
    account = server.cli("user", "add", NAME, "--role", "hr", "--json").json
    server.start()
    visitor = Visitor(server.url)
    visitor.sign_in(account["name"], account["password"])
    visitor.submit("/admin/members/new", "/admin/members", {"name": NAME, "number": "0042", "email": "w@linde.example"})
    server.cli("organisation", "add", "els", "De Els")
    return server


def rows(server) -> int:
    with closing(sqlite3.connect(f"file:{server.folder}/core.sqlite?mode=ro", uri=True)) as database:
        return database.execute("SELECT COUNT(*) FROM audit").fetchone()[0]


def test_everybody_of_the_name_is_told_with_where_it_came_from_and_when_it_goes(house):
    before = rows(house)
    words = house.cli("person", "show", NAME.upper(), "--organisation", "linde").out
    assert words.startswith("2 people bear this name in De Linde.")
    for told in (
        "- Personnel number 0042, e-mail address w@linde.example", f"Came from: Typed by {NAME} on ",
        "- A password, kept so that nobody can read it", "Until when: After twelve hours at most",
        "When erased: Stays, without the name", "Answers and cards do not stand here",
    ):
        assert told in words, told
    assert rows(house) == before


def test_the_json_tells_the_same_for_programs(house):
    people = house.cli("person", "show", NAME, "--organisation", "linde", "--json").json["people"]
    kinds = [{part["kind"]: part for part in person["kept"]} for person in people]
    signs_in = next(kind for kind in kinds if "account" in kind)
    works = next(kind for kind in kinds if "staff" in kind)
    assert {"name", "account", "role", "sign_in", "act"} <= signs_in.keys()
    assert works["staff"]["records"] == [[
        {"as": "number", "value": "0042"}, {"as": "email", "value": "w@linde.example"}]]
    assert works["about"]["goes_on"] > people[0]["on"]
    words = house.cli("person", "show", NAME, "--organisation", "linde").out
    for person in people:
        for part in person["kept"]:
            for told in [*part["told"], *part["came_from"], part["goes"], part["erasing"]]:
                assert told in words


def test_nothing_is_told_of_another_organisation(house):
    assert "nobody" in house.cli("person", "show", NAME, "--organisation", "els", code=1).err.lower()
    house.cli("person", "show", NAME, code=1)
    assert house.stop() == 0
    people = house.cli("person", "show", NAME, "--organisation", "linde", "--json").json["people"]
    assert len(people) == 2
