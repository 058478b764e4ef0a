"""From a list of staff to a nurse who signs in on her phone, reads what is kept of her, and is erased."""

import subprocess

import pytest
from playwright.sync_api import expect

from accessibility import LOOKS, troubles
from conftest import PHONE
from test_keyboard_alone import Keyboard
from test_members import workbook

NURSE = "Fatima el Idrissi"
ROW = ["", "0001", NURSE, "", "", "verpleegkundige", "De Linde", "Zorg", ""]
PASSWORD = "zeven paarse fietsen"
WORDS = {
    "nl": {
        "staff": "Medewerkers", "admin": "Beheer", "invite": "Uitnodigingen", "make": "Maak codes en print ze",
        "sheets": "Uitnodigingen om te printen", "go": "Ga verder", "hello": f"Hallo {NURSE}",
        "account": "Maak mijn account", "about": "Dit is Weefsel", "begin": "Begin", "own": "Jouw account",
        "kept": "Alles wat hier onder jouw naam staat", "keeps": "Wat we van je bewaren",
        "spent": "Deze code werkt niet meer", "mistyped": "Er klopt iets niet in deze code",
        "erase": "Wis deze persoon", "what": "Wat we van deze persoon bewaren", "signs_in": "Waarmee iemand zich aanmeldt",
    },
    "en": {
        "staff": "Staff", "admin": "Admin", "invite": "Invitations", "make": "Make codes and print them",
        "sheets": "Invitations to print", "go": "Continue", "hello": f"Hello {NURSE}",
        "account": "Make my account", "about": "This is Weefsel", "begin": "Begin", "own": "Your account",
        "kept": "All that stands here under your name", "keeps": "What we keep of you",
        "spent": "This code does not work any more", "mistyped": "Something is wrong in this code",
        "erase": "Erase this person", "what": "What we keep of this person", "signs_in": "With what somebody signs in",
    },
}


@pytest.fixture
def server(make_server):
    server = make_server()
    server.cli("organisation", "add", "linde", "De Linde")
    server.start()
    return server


def printed(page, tmp_path):
    """The pages of what comes out of the printer, as text, and the first as a picture."""
    paper = tmp_path / "sheets.pdf"
    page.pdf(path=paper, prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, text=True, check=True).stdout
    subprocess.run(["pdftoppm", "-png", "-r", "150", "-f", "1", "-l", "1", paper, tmp_path / "sheet"], check=True)
    return text.split("\f")[:-1], next(tmp_path.glob("sheet*.png"))


@pytest.mark.parametrize("language, scheme", LOOKS)
def test_a_nurse_comes_in_with_a_code_on_paper(language, scheme, server, open_page, sign_in, picture, tmp_path):
    words = WORDS[language]
    looks = {"locale": {"nl": "nl-NL", "en": "en-GB"}[language], "color_scheme": scheme}
    desk, wrong = open_page(**looks), []
    sign_in(desk, "hr")
    keys = Keyboard(desk)

    def look(page, step):
        nonlocal wrong
        wrong += troubles(page, f"invitation {language} {scheme} {step}", picture)

    desk.goto("/admin/members/invitations")
    look(desk, "nobody")
    desk.goto("/admin/members/file")
    desk.locator("#file").set_input_files(workbook([ROW]))
    desk.locator("main form button").first.click()
    desk.locator("main form button").first.click()
    desk.goto("/today")
    keys.follow(words["admin"]).follow(words["staff"]).follow(words["invite"])
    look(desk, "choose")
    keys.push(words["make"]).reads(words["sheets"])
    look(desk, "sheets")
    pages, paper = printed(desk, tmp_path)
    assert len(pages) == 1 and NURSE in pages[0] and "Zorg" in pages[0]
    code = desk.locator(".fold-code .code").inner_text()
    scanned = subprocess.run(["zbarimg", "-q", "--raw", paper], capture_output=True, text=True, check=True).stdout.strip()
    assert scanned == f"{server.url}/welcome#{code}"

    phone = open_page(viewport=PHONE, has_touch=True, is_mobile=True, **looks)
    thumbs = Keyboard(phone)
    phone.goto("/welcome")
    phone.locator("#code").fill(code[:-1] + ("2" if code[-1] != "2" else "3"))
    thumbs.push(words["go"])
    expect(phone.get_by_role("alert")).to_contain_text(words["mistyped"])
    look(phone, "mistyped")
    phone.goto(scanned)
    expect(phone.locator("#code")).to_have_value(code)
    assert "#" not in phone.url
    thumbs.push(words["go"]).reads(words["hello"])
    look(phone, "account")
    phone.locator("#password").fill("kort")
    thumbs.push(words["account"])
    expect(phone.get_by_role("alert")).to_be_visible()
    look(phone, "short")
    expect(phone.locator("#name")).to_have_value(NURSE)
    phone.locator("#password").fill(PASSWORD)
    thumbs.push(words["account"]).reads(words["about"])
    look(phone, "about")
    thumbs.follow(words["begin"])
    expect(phone).to_have_url(f"{server.url}/today")
    phone.goto("/account")
    thumbs.follow(words["kept"]).reads(words["keeps"])
    expect(phone.locator("main")).to_contain_text("verpleegkundige")
    look(phone, "kept")

    # On a shared computer the code is of no use to anybody else.
    other = open_page(**looks)
    other.goto(f"/welcome#{code}")
    Keyboard(other).push(words["go"])
    expect(other.get_by_role("alert")).to_contain_text(words["spent"])

    desk.goto("/admin/members")
    keys.follow(NURSE)
    keys.follow(words["what"])
    expect(desk.locator("main")).to_contain_text(words["signs_in"])
    keys.follow(words["erase"])
    keys.push(words["erase"])
    phone.goto("/today")
    assert "/sign-in" in phone.url
    assert not wrong, "\n".join(wrong)


def test_a_lost_password_is_chosen_anew_with_a_code_from_hr(server, open_page, sign_in):
    desk = open_page()
    sign_in(desk, "hr")
    desk.goto("/admin/members/new")
    desk.locator("#name").fill(NURSE)
    desk.locator("main form button").first.click()

    def code():
        desk.goto("/admin/members")
        desk.get_by_role("link", name=NURSE).click()
        desk.get_by_role("link", name="Geef een code om aan te melden").click()
        desk.get_by_role("button", name="Maak een code en print hem").click()
        return desk.locator(".fold-code .code").inner_text()

    def come_in(page, code, password):
        page.goto(f"/welcome#{code}")
        page.get_by_role("button", name="Ga verder").click()
        page.locator("#password").fill(password)
        page.locator("main form button").last.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Dit is Weefsel")

    old, fresh = open_page(), open_page()
    come_in(old, code(), PASSWORD)
    come_in(fresh, code(), "acht groene tuinstoelen")
    old.goto("/today")
    assert "/sign-in" in old.url
    fresh.goto("/today")
    expect(fresh.get_by_role("heading", level=1)).to_contain_text(NURSE)
