"""A decision from asking to paper."""

import subprocess

import pytest
from playwright.sync_api import expect

from accessibility import troubles
from rig.wave import units_csv
from test_keyboard_alone import Keyboard

SUBJECT = "Onderzoek van de hogeschool naar roosters"
# As long as decisions are; the longest take a second page, and people sign on one of them.
TEXT = "\n".join(["De hogeschool mag in november één meting doen. De vragen gaan over roosters, niet over mensen. " * 3] * 4)
WAITS = "Wacht op akkoord van de ondernemingsraad. Tot dan geldt dit besluit niet."


@pytest.fixture
def house(server, open_page, sign_in):
    """Teams, and a works council."""
    admin = open_page()
    sign_in(admin, "admin")
    admin.goto("/admin/settings")
    admin.locator("input[name=council][value=or]").check()
    admin.locator("main form button").first.click()
    expect(admin.locator("input[name=council][value=or]")).to_be_checked()
    file = server.folder.parent / "teams.csv"
    file.write_text(units_csv({"De Linde > Zorg": 18, "De Linde > Keuken": 12}))
    server.cli("wave", "create", "--pack", "pulse", "--title", "Proef", "--units", file)


def ask(page):
    page.goto("/admin/decisions")
    page.get_by_role("link", name="Vraag een besluit, of leg het vast").click()
    page.locator("#kind").select_option("research_wave")
    page.locator("#subject").fill(SUBJECT)
    page.locator("#text").fill(TEXT)
    page.locator("#asked_by").fill("Lector Zorg")
    page.locator("input[name=agreed][value=hr]").check()
    page.get_by_role("button", name="Leg vast").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(SUBJECT)


def printed(page, tmp_path):
    """How many pages a print has, and what is on them."""
    file = tmp_path / "decision.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
    return file.read_bytes().count(b"/Type /Page\n"), text


def test_from_asking_to_agreeing_to_paper(house, page, phone, sign_in, picture, tmp_path):
    sign_in(page, "hr")
    ask(page)
    expect(page.locator("main .notice.care")).to_have_text(WAITS)
    wrong = troubles(page, "a decision that waits", picture)
    count, text = printed(page, tmp_path)
    assert count == 1 and "Tot dan geldt dit besluit niet" in text

    sign_in(phone, "council")
    phone.goto("/today")
    wrong += troubles(phone, "today of the council", picture)
    phone.locator("main").get_by_role("link", name="Lees het besluit").first.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text(SUBJECT)
    wrong += troubles(phone, "a decision to agree to", picture)
    phone.get_by_role("button", name="Ja, wij gaan akkoord").click()
    expect(phone.locator("main")).to_contain_text("Twee rollen gaven akkoord. Dit besluit geldt.")
    expect(phone.get_by_role("button", name="Ja, wij gaan akkoord")).to_have_count(0)
    phone.goto("/today")
    expect(phone.locator("main")).not_to_contain_text(SUBJECT)

    page.reload()
    expect(page.locator("main .notice.care")).to_have_count(0)
    wrong += troubles(page, "a decision that holds", picture)
    count, text = printed(page, tmp_path)
    assert count == 1
    reference = page.url.split("/")[-1]
    for told in (SUBJECT, "Lector Zorg", "Namens hr", "Namens de ondernemingsraad", "Handtekening", reference, "Geprint op", "Dit besluit geldt"):
        assert told in text, told
    assert text.count("Akkoord op") == 2 and text.count("Handtekening") == 2
    assert "Print dit besluit" not in text and "Beheer" not in text
    assert not wrong, "\n".join(wrong)


def test_by_the_keyboard_alone(house, page, sign_in, open_page):
    sign_in(page, "hr")
    keyboard = Keyboard(page)
    page.goto("/admin/decisions")
    keyboard.follow("Vraag een besluit, of leg het vast").reads("Vraag een besluit, of leg het vast")
    keyboard.go_to(page.locator("#kind")).press("ArrowDown")
    keyboard.go_to(page.locator("#subject")).type(SUBJECT)
    keyboard.go_to(page.locator("#text")).type("De hogeschool mag in november één meting doen.")
    keyboard.go_to(page.locator("#asked_by")).type("Hanna")
    keyboard.go_to(page.locator("input[name=agreed]").first).press("Space")
    keyboard.push("Leg vast").reads(SUBJECT)
    expect(page.locator("main")).to_contain_text("Wacht op akkoord van")

    other = open_page()
    sign_in(other, "council")
    council = Keyboard(other)
    other.goto("/today")
    council.follow("Lees het besluit").reads(SUBJECT).push("Ja, wij gaan akkoord").reads(SUBJECT)
    expect(other.locator("main")).to_contain_text("Dit besluit geldt.")


def test_the_form_asks_what_belongs_to_the_kind(house, phone, sign_in, picture):
    """Who types, and about which wave, is asked where it matters; and what is missing is pointed at."""
    sign_in(phone, "hr")
    phone.goto("/admin/decisions/new")
    waves, typists = phone.get_by_label("voor welke meting"), phone.get_by_label("Wie typt", exact=True)
    for kind, asks_wave, asks_typist in (
        ("", False, False), ("leaving", False, False), ("paper", True, True), ("raw_export", True, False),
    ):
        phone.locator("#kind").select_option(kind)
        assert waves.is_visible() == asks_wave, kind
        assert typists.is_visible() == asks_typist, kind
        # No research wave is there, and that is said where it is asked for.
        told = phone.get_by_text("Voor ruwe antwoorden is er nu geen meting.")
        assert told.is_visible() == (kind == "raw_export"), kind
    phone.locator("#kind").select_option("paper")
    phone.get_by_role("button", name="Leg vast").click()
    wrong = troubles(phone, "a decision that lacks much", picture)
    phone.locator("main").get_by_role("link", name="Schrijf wie de papieren formulieren intypt").click()
    expect(phone.locator("#typist_one")).to_be_focused()
    assert not wrong, "\n".join(wrong)
