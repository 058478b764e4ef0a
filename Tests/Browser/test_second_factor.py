"""On a folder of a real organisation hr signs in with a code of an app, loses the phone, and is asked again before what weighs."""

import subprocess

import pyotp
import pytest
from playwright.sync_api import expect

from accessibility import LOOKS, troubles

WORDS = {
    "nl": {"heading": "Aanmelden met een code uit een app", "wrong": "Deze code klopt niet",
           "codes": "Bewaar deze reservecodes", "step": "Nu nog de code uit je app"},
    "en": {"heading": "Signing in with a code of an app", "wrong": "This code is not right",
           "codes": "Keep these spare codes", "step": "Now the code of your app"},
}


@pytest.fixture
def server(make_server):
    server = make_server(mark=False)
    server.cli("organisation", "add", "linde", "De Linde")
    server.start()
    return server


def app(page, tmp_path):
    """What an app makes of the picture on the page."""
    picture = tmp_path / "code.png"
    page.locator(".qr").screenshot(path=picture, scale="device")
    told = subprocess.run(["zbarimg", "-q", "--raw", picture], capture_output=True, text=True, check=True).stdout.strip()
    return pyotp.parse_uri(told)


def enter(page, name, password):
    page.goto("/sign-in")
    page.locator("input[name=name]").fill(name)
    page.locator("input[name=password]").fill(password)
    page.locator("input[name=password]").press("Enter")


@pytest.mark.parametrize("language, scheme", LOOKS)
def test_hr_signs_in_with_a_code_of_an_app(language, scheme, server, open_page, picture, tmp_path):
    words, wrong = WORDS[language], []
    account = server.cli("user", "add", "Hanna", "--role", "hr", "--json").json
    page = open_page(
        locale={"nl": "nl-NL", "en": "en-GB"}[language], color_scheme=scheme, device_scale_factor=2)
    heading = page.get_by_role("heading", level=1)

    def look(step):
        nonlocal wrong
        wrong += troubles(page, f"factor {language} {scheme} {step}", picture)

    enter(page, "Hanna", account["password"])
    expect(heading).to_have_text(words["heading"])
    page.goto("/waves")
    expect(heading).to_have_text(words["heading"])
    look("set up")
    phone = app(page, tmp_path)
    assert phone.issuer == "De Linde" and phone.name == "Hanna"
    page.locator("#code").fill("000000")
    page.locator("#code").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text(words["wrong"])
    look("wrong")
    page.locator("#code").fill(phone.now())
    page.locator("#code").press("Enter")
    expect(heading).to_have_text(words["codes"])
    look("codes")
    codes = page.locator("main li code").all_inner_texts()
    assert len(set(codes)) == 10

    # The phone is lost: one of the ten lets her in, once.
    other = open_page(locale={"nl": "nl-NL", "en": "en-GB"}[language], color_scheme=scheme)
    for code, isTaken in ((codes[0].upper().replace("-", " "), True), (codes[0], False)):
        other.context.clear_cookies()
        enter(other, "Hanna", account["password"])
        expect(other.get_by_role("heading", level=1)).to_have_text(words["step"])
        other.locator("#code").fill(code)
        other.locator("#code").press("Enter")
        if isTaken:
            expect(other).to_have_url(f"{server.url}/today")
    expect(other.get_by_role("alert")).to_contain_text(words["wrong"])
    wrong += troubles(other, f"factor {language} {scheme} step", picture)
    assert not wrong, "\n".join(wrong)
