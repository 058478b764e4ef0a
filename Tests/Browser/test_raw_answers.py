"""The page of raw answers: what they give away, the decision, and two files; and where an organisation reads how it leaves."""

import pytest
from playwright.sync_api import expect

from accessibility import LOOKS, troubles, unsaid
from rig.research import research
from rig.server import Server


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("raw") / "data", "raw-answers")
    try:
        made = research(server)
        made.wave.send_in_order([{"rhythm-nights": "3", "years": "1"}] * 20)
        made.wave.close()
        yield made
    finally:
        server.close()


@pytest.fixture
def page(house, browser, language, scheme):
    context = browser.new_context(
        base_url=house.server.url, locale={"nl": "nl-NL", "en": "en-GB"}[language], color_scheme=scheme)
    name, _, value = house.hr.cookie.partition("=")
    context.add_cookies([{"name": name, "value": value, "url": house.server.url}])
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language, scheme", LOOKS)
def test_from_no_decision_to_two_files(house, page, language, scheme, picture):
    """In the first look a decision is asked for and chosen; the others see the page as it is then."""
    page.goto(f"/waves/{house.wave.id}")
    page.locator("main").get_by_role("link", name={"nl": "Ruwe antwoorden", "en": "Raw answers"}[language]).click()
    wrong = []
    if page.locator("main a[href$='answers.csv']").count() == 0:
        wrong += troubles(page, f"raw {language} {scheme} without a decision", picture)
        expect(page.locator("main")).to_contain_text("Er is nog geen besluit.")
        page.get_by_role("link", name="Vraag een besluit").click()
        wrong += ask(page, house, f"{language} {scheme}", picture)
        page.goto(f"/waves/{house.wave.id}/answers")
        expect(page.locator("main")).to_contain_text("Dit besluit is gevraagd, en geldt nog niet.")
        wrong += troubles(page, f"raw {language} {scheme} waiting", picture)
        asked = page.locator("main ul a").first.get_attribute("href")
        house.council.submit(asked, f"{asked}/agreement", {})
        page.reload()
    expect(page.locator("main")).to_contain_text("Voor de universiteit")
    wrong += troubles(page, f"raw {language} {scheme} with a decision", picture)
    assert not wrong, "\n".join(wrong)
    for name, start in (("answers.csv", "rhythm-nights,nights-sleep,years\r\n"), ("codebook.csv", "column,kind,")):
        with page.expect_download() as download:
            page.locator(f"main a[href$='{name}']").click()
        assert download.value.path().read_bytes().decode().startswith(start)
        assert download.value.suggested_filename.endswith(".csv")


def ask(page, house, look, picture):
    """The wave is filled in already; without one the form says what is missing. A wrong request is taken back."""
    expect(page.get_by_label("voor welke meting")).to_have_value(house.wave.id)
    wrong = troubles(page, f"raw {look} asking", picture)
    for subject in ("Te snel", "Voor de universiteit"):
        page.goto(f"/admin/decisions/new?kind=raw_export&wave={house.wave.id}")
        page.get_by_label("Waar gaat het over?").fill(subject)
        page.get_by_label("Wat is er afgesproken?").fill("De universiteit krijgt ze, tot de zomer.")
        page.get_by_label("Wie vroeg erom?").fill("Lector Zorg")
        page.get_by_role("checkbox", name="hr").check()
        if subject == "Te snel":
            page.get_by_label("voor welke meting").select_option("")
            page.get_by_role("button", name="Leg vast").click()
            expect(page.get_by_role("alert")).to_contain_text("Kies de meting waar het besluit over gaat")
            assert unsaid(page, "a decision without its wave") == []
            wrong += troubles(page, f"raw {look} asking without a wave", picture)
            page.get_by_label("voor welke meting").select_option(house.wave.id)
        page.get_by_role("button", name="Leg vast").click()
        expect(page.locator("main")).to_contain_text("de meting “Onderzoek”, en geldt voor geen andere.")
        if subject == "Te snel":
            wrong += troubles(page, f"raw {look} asked", picture)
            page.get_by_role("button", name="Trek dit in").click()
            expect(page.locator("main")).to_contain_text("Ingetrokken op")
            wrong += troubles(page, f"raw {look} taken back", picture)
    return wrong
