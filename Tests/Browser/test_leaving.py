"""An organisation that leaves, as its people see it: the decision, its two commands, and what is there afterwards."""

import html
import json
import shlex

import pytest
from playwright.sync_api import expect

from accessibility import LOOKS, troubles, unsaid
from rig.leaving import NAME, two_organisations
from rig.server import Server
from test_keyboard_alone import Keyboard


@pytest.fixture
def house(tmp_path):
    server = Server(tmp_path / "data", "leaving-browser")
    try:
        yield two_organisations(server)
    finally:
        server.close()


@pytest.fixture
def look(house, browser, language, scheme):
    """A page of somebody, by whom they are: visitors sign in once, in the rig."""
    contexts = []

    def open_page(visitor):
        context = browser.new_context(
            base_url=house.server.url, locale={"nl": "nl-NL", "en": "en-GB"}[language], color_scheme=scheme)
        contexts.append(context)
        name, _, value = visitor.cookie.partition("=")
        context.add_cookies([{"name": name, "value": value, "url": house.server.url}])
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


def say(language, dutch, english):
    return {"nl": dutch, "en": english}[language]


def ask(page, language, scheme, picture):
    """hr asks, by the keyboard alone; what lacks is told beside its field."""
    keyboard = Keyboard(page)
    page.goto("/admin/decisions/new?kind=leaving")
    expect(page.locator("#kind")).to_have_value("leaving")
    keyboard.go_to(page.locator("#subject")).type("Wij gaan weg")
    button = say(language, "Leg vast", "Record")
    keyboard.push(button)
    expect(page.get_by_role("alert")).to_be_visible()
    assert unsaid(page, "a decision to leave, half done") == []
    wrong = troubles(page, f"leaving {language} {scheme} refused", picture)
    keyboard.go_to(page.locator("#text")).type("Op 1 januari stoppen we. IT neemt alles mee en verwijdert het dan.")
    keyboard.go_to(page.locator("#asked_by")).type("De directie")
    keyboard.go_to(page.locator("input[name=agreed]").first).press("Space")
    keyboard.push(button).reads("Wij gaan weg")
    return wrong + troubles(page, f"leaving {language} {scheme} asked", picture)


FILLED_IN = {
    "DOELMAP": "folder", "TARGET_FOLDER": "folder", "BEWIJS.json": "proof", "PROOF.json": "proof",
    "GEGEVENSMAP": "data", "DATA_FOLDER": "data",
}


def commands(page, **places):
    """What the page of the decision tells whoever runs the server to type, with a place for each word in capitals."""
    return [
        [str(places.get(FILLED_IN.get(word, ""), word)) for word in shlex.split(html.unescape(text))[1:]]
        for text in page.locator("main code").all_inner_texts()
    ]


@pytest.mark.parametrize("language, scheme", LOOKS)
def test_from_asking_to_the_proof(house, look, language, scheme, picture, tmp_path):
    server, hr, council = house.server, look(house.research.hr), look(house.research.council)
    wrong = ask(hr, language, scheme, picture)
    expect(hr.locator("main code")).to_have_count(0)

    council.goto("/admin/decisions")
    keyboard = Keyboard(council)
    keyboard.follow("Wij gaan weg").reads("Wij gaan weg")
    keyboard.push(say(language, "Ja, wij gaan akkoord", "Yes, we agree")).reads("Wij gaan weg")
    wrong += troubles(council, f"leaving {language} {scheme} agreed", picture)

    hr.reload()
    wrong += troubles(hr, f"leaving {language} {scheme} with its commands", picture)
    folder, proof = tmp_path / "export", tmp_path / "proof.json"
    export, delete = commands(hr, folder=folder, proof=proof, data=server.folder)
    assert export[:2] == ["organisation", "export"] and delete[:2] == ["organisation", "delete"]
    server.cli(*export)
    never = say(language, "Laatste export van alles: nooit.", "Last export of everything: never.")
    expect(hr.locator("main")).to_contain_text(never)
    hr.reload()
    expect(hr.locator("main")).not_to_contain_text(never)
    expect(hr.locator("main")).to_contain_text(say(language, "Laatste export van alles: ", "Last export of everything: "))
    assert (folder / "README.md").exists() and "Wij gaan weg" in (folder / "decisions.md").read_text()
    told = server.cli(*delete)
    assert str(proof) in told.out

    hr.goto("/today")
    assert "/sign-in" in hr.url
    wrong += troubles(hr, f"leaving {language} {scheme} gone", picture)
    assert server.get(house.published.path)[0] == 404
    written = json.loads(proof.read_text())
    assert written["organisation"]["name"] == NAME and written["decision"]["id"] in " ".join(delete)
    assert {found["place"] for found in written["search"]["found"]} <= {"others"}
    assert f"# Bewijs van vertrek: {NAME}" in proof.with_suffix(".md").read_text()
    assert not wrong, "\n".join(wrong)
