"""The list of staff: read in from a workbook, looked at, searched, changed and undone, by the keyboard."""

import io

import pytest
from openpyxl import Workbook
from playwright.sync_api import expect

from accessibility import LOOKS, troubles, unsaid
from test_keyboard_alone import Keyboard

HEADS = ["BSN", "Personeelsnummer", "Naam", "Geboortedatum", "E-mail", "Functie", "Locatie", "Afdeling", "Vanaf"]
STAFF = [
    ["123456782", "0001", "Fatima el Idrissi", "1-2-1980", "fatima@linde.example", "verpleegkundige", "De Linde", "Zorg", "1-9-2019"],
    ["111222333", "0002", "Jan-Willem van der Meer-de Boer", "", "", "kok", "De Linde", "Keuken", ""],
    ["123456782", "0003", "Ömer Çelik", "", "omer@linde", "zorg", "De Linde", "Zorg", ""],
]
WORDS = {
    "nl": {
        "admin": "Beheer", "members": "Medewerkers", "read": "Lees een lijst in", "look": "Kijk wat er verandert",
        "heading": "Klopt dit?", "apply": "Doorvoeren", "who": "Wie werkt hier?", "new": "2 nieuwe medewerkers",
        "wrong": "1 regel klopt niet", "count": "1 medewerker", "save": "Bewaar", "undo": "Maak ongedaan",
        "sure": "De laatste lijst ongedaan maken?",
        "nobody": "Er staat nog niemand in de lijst", "add": "Nieuwe medewerker", "put": "Zet in de lijst",
        "leaving": "1 medewerker staat niet in deze lijst",
    },
    "en": {
        "admin": "Admin", "members": "Staff", "read": "Read in a list", "look": "See what changes",
        "heading": "Is this right?", "apply": "Carry out", "who": "Who works here?", "new": "2 new members of staff",
        "wrong": "1 line is not right", "count": "1 member of staff", "save": "Save", "undo": "Undo",
        "sure": "Undo the last list?",
        "nobody": "Nobody is in the list yet", "add": "New member of staff", "put": "Put in the list",
        "leaving": "1 member of staff is not in this list",
    },
}


@pytest.fixture
def server(make_server):
    server = make_server()
    server.cli("organisation", "add", "linde", "De Linde")
    server.start()
    return server


def workbook(rows):
    book, bytes_ = Workbook(), io.BytesIO()
    for row in [HEADS, *rows]:
        book.active.append(row)
    book.save(bytes_)
    return {"name": "personeel.xlsx", "mimeType": "application/octet-stream", "buffer": bytes_.getvalue()}


def look_at_list(page, keys, words, rows):
    """Sends a workbook and stands on what it changes."""
    keys.follow(words["read"])
    page.locator("#file").set_input_files(workbook(rows))
    keys.push(words["look"]).reads(words["heading"])


@pytest.mark.parametrize("language, scheme", LOOKS)
def test_a_list_of_staff_from_workbook_to_undoing(language, scheme, server, open_page, sign_in, picture):
    words = WORDS[language]
    page = open_page(locale={"nl": "nl-NL", "en": "en-GB"}[language], color_scheme=scheme)
    sign_in(page, "hr")
    keys, wrong = Keyboard(page), []

    def look(step):
        nonlocal wrong
        wrong += troubles(page, f"members {language} {scheme} {step}", picture)

    # Two clicks from Admin stands the list.
    keys.follow(words["admin"]).follow(words["members"]).reads(words["who"])
    expect(page.get_by_text(words["nobody"])).to_be_visible()
    look("empty")
    keys.follow(words["read"])
    keys.push(words["look"])
    expect(page.get_by_role("alert")).to_be_visible()
    look("no file")
    page.locator("#file").set_input_files(workbook(STAFF))
    keys.push(words["look"]).reads(words["heading"])
    for told in (words["new"], words["wrong"], "BSN", "Geboortedatum", "Keuken"):
        expect(page.locator("main")).to_contain_text(told)
    assert "123456782" not in page.content() and "1980" not in page.content()
    look("preview")
    keys.push(words["apply"]).reads(words["who"])
    look("list")

    # While somebody types the list follows.
    keys.go_to(page.locator("#q")).type("meer")
    expect(page.locator("#found-count")).to_have_text(words["count"])
    expect(page.locator("#found a").first).to_have_text("Jan-Willem van der Meer-de Boer")
    assert page.url.endswith("?q=meer&unit=")
    keys.follow("Jan-Willem van der Meer-de Boer").reads("Jan-Willem van der Meer-de Boer")
    keys.go_to(page.locator("#email")).type("jan-willem")
    keys.push(words["save"])
    expect(page.get_by_role("alert")).to_be_visible()
    assert unsaid(page, "a member of staff") == []
    look("wrong")
    keys.go_to(page.locator("#email")).press("End").type("@linde.example")
    look("person")
    keys.push(words["save"]).reads(words["who"])

    # A list without somebody asks what that means.
    look_at_list(page, keys, words, STAFF[:1])
    expect(page.locator("main")).to_contain_text(words["leaving"])
    look("leavers")
    keys.push(words["apply"])
    expect(page.get_by_role("alert")).to_be_visible()
    look("leavers unsure")
    keys.go_to(page.locator("input[name=leavers]").first).press("ArrowDown")
    keys.go_to(page.locator("#many")).press("Space")
    keys.push(words["apply"]).reads(words["who"])
    expect(page.locator("#found-count")).to_have_text(words["count"])
    keys.follow(words["undo"]).reads(words["sure"])
    look("undo")
    keys.push(words["undo"]).reads(words["who"])
    expect(page.locator("#found")).to_contain_text("Jan-Willem van der Meer-de Boer")
    assert not wrong, "\n".join(wrong)


def test_one_person_is_put_in_on_a_phone(server, phone, sign_in):
    sign_in(phone, "hr")
    phone.goto("/admin/members")
    phone.get_by_role("link", name="Nieuwe medewerker").tap()
    phone.locator("#name").fill("Ada Lovelace")
    phone.get_by_role("button", name="Zet in de lijst").tap()
    expect(phone.locator("#found")).to_contain_text("Ada Lovelace")
