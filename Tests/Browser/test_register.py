"""The words of somebody else's questionnaire: pasted by hr, and asked only as long as that is allowed."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from accessibility import troubles, unsaid
from desk import Desk

UNITS = "path;headcount\nDe Es > Zorg;16\nDe Es > Keuken;12\n"
PAPER = {"name": "brief.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 ja"}
MISSING = "Voor deze vragenlijst is er geen toestemming."


@pytest.fixture(params=["laptop", "phone"])
def hr(request, open_page, server, tmp_path, picture):
    """Somebody of hr, on a screen of 1280 or of 390."""
    units = tmp_path / "units.csv"
    units.write_text(UNITS)
    server.cli("wave", "create", "--pack", "pulse", "--title", "Eerste", "--units", units)
    account = server.cli("user", "add", "an", "--role", "hr", "--json").json
    page = open_page(**({"viewport": {"width": 390, "height": 844}} if request.param == "phone" else {}))
    desk = Desk(page, lambda page, step: picture(page, f"register-{request.param}-{step}"))
    desk.sign_in(account["name"], account["password"])
    return desk


def test_words_come_in_and_the_wave_waits_for_a_permission(hr, server):
    load_words(hr)
    choose_them(hr)
    hr.reads("Klopt alles?", MISSING)
    expect(hr.page.get_by_role("button", name="Open de meting")).to_have_count(0)
    look(hr, "review")
    wave = re.search(r"/waves/(\w+)/", hr.wave)[1]
    assert "There is no permission" in server.cli("wave", "open", wave, code=1).err
    hr.follow("Naar het register")
    allow(hr)
    hr.page.goto(hr.wave)
    hr.press("Open de meting")
    hr.reads(re.compile("De meting is open|Er is nog niet geteld"), "Vastgelegd op")


def load_words(hr):
    hr.go_to("Vragen")
    hr.follow("Register van vragenlijsten")
    hr.reads("Register van vragenlijsten", "Nog geen tekst.", "Nog geen toestemming.")
    look(hr, "list")
    hr.follow("UWES-9: bevlogenheid")
    fill_words(hr, lines=8)
    hr.press("Bewaar de tekst")
    expect(hr.page.get_by_role("alert")).to_contain_text("nodig 9, hier 8")
    expect(hr.page.locator("#items-en")).to_have_value(words("Question", 9))
    assert unsaid(hr.page, "words") == []
    look(hr, "refused")
    fill_words(hr, lines=9)
    hr.press("Bewaar de tekst")
    hr.reads("UWES-9: bevlogenheid", "Ingevoerd als “Bevlogen”, versie 1.")
    look(hr, "loaded")


def fill_words(hr, lines):
    hr.fill(**{
        "title-nl": "Bevlogen", "title-en": "Engaged", "items-nl": words("Vraag", lines),
        "items-en": words("Question", 9), "answers-how-often-nl": words("Antwoord", 7),
        "answers-how-often-en": words("Answer", 7),
    })


def words(word, count):
    return "\n".join(f"{word} {number}" for number in range(1, count + 1))


def choose_them(hr):
    hr.go_to("Vragen")
    hr.follow("Maak een meting")
    hr.fill(title="Bevlogen werk")
    hr.page.get_by_label(re.compile("Bevlogen")).check()
    hr.press("Ga verder")
    hr.follow("Ga verder naar wanneer")
    hr.press("Ga verder naar wat je deelt")
    hr.press("Ga verder naar nakijken")
    hr.wave = hr.page.url


def allow(hr):
    hr.press("Bewaar de toestemming")
    expect(hr.page.get_by_role("alert").get_by_role("link")).to_have_count(3)
    assert unsaid(hr.page, "permission") == []
    hr.fill(giver="Universiteit van Verzin", until=(date.today() + timedelta(days=3 * 365)).isoformat())
    hr.page.locator("#document").set_input_files(PAPER)
    hr.press("Bewaar de toestemming")
    hr.reads("UWES-9: bevlogenheid", "Van Universiteit van Verzin, tot en met")
    look(hr, "allowed")
    hr.follow("Haal de toestemming weg")
    hr.reads(re.compile("De toestemming voor UWES-9: .* weghalen"), "Van Universiteit van Verzin, tot en met")
    look(hr, "removal")
    hr.follow("Laat staan")


def look(hr, step):
    size = hr.page.viewport_size
    hr.picture(step)
    assert troubles(hr.page, step) == []
    hr.page.set_viewport_size(size)
