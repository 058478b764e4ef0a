"""A questionnaire from fitting to sharing: what hr leaves out is asked of nobody, and what hr adds is told to everybody."""

import re

import pytest
from playwright.sync_api import expect

from answering_page import AnsweringPage
from conftest import PHONE, WIDE
from desk import Desk
from rig.wave import Wave, choices, codes

UNITS = "path;headcount\nDe Es > Zorg;16\nDe Es > Keuken;14\n"
OWN = "Ik lach hier vaak."


@pytest.mark.parametrize("viewport", [PHONE, WIDE], ids=["phone", "laptop"])
def test_from_fitting_the_questions_to_sharing_the_answers(server, open_page, sign_in, axe, picture, viewport, tmp_path):
    server.cli("organisation", "add", "es", "De Es")
    units = tmp_path / "units.csv"
    units.write_text(UNITS)
    page = open_page(viewport=viewport)
    hr = Desk(page, lambda page, step: picture(page, f"fitted-{viewport['width']}-{step}"))
    sign_in(page, "hr")
    read_units(hr, units)

    fit(hr, axe)
    try_it(hr, open_page)
    wave = open_it(hr, server)
    answer(wave, open_page(viewport=PHONE))
    close_and_read(hr, axe)
    show_slides(hr)
    share(hr, open_page(viewport=viewport), axe)


def read_units(hr, file):
    hr.page.goto("/admin/units/file")
    hr.page.get_by_label("Kies een csv-bestand").set_input_files(file)
    hr.press("Kijk wat er verandert")
    hr.press("Doorvoeren")


def fit(hr, axe):
    hr.page.goto("/waves/new")
    hr.fill(title="Herfst")
    hr.page.get_by_label("Hoe gaat het nu op je werk? · kort").check()
    hr.press("Pas de vragen aan")
    hr.reads("Welke vragen stel je?")
    hr.page.get_by_label("In het Nederlands").nth(1).fill("Alleen Nederlands")
    hr.press("Bewaar de vragenlijst")
    # Whoever does not see the page hears first what is wrong.
    expect(hr.page.get_by_role("alert")).to_be_focused()
    axe(hr.page)
    hr.picture("refused")
    hr.page.get_by_label("In het Nederlands").nth(1).fill("")
    hr.page.get_by_label("Plezier in het werk").uncheck()
    hr.page.get_by_label("In het Nederlands").first.fill(OWN)
    hr.page.get_by_label("In het Engels").first.fill("I laugh here often.")
    hr.press("Bewaar de vragenlijst")
    axe(hr.page)
    hr.picture("fitted")


def try_it(hr, open_page):
    """A trial stores nothing: later nobody took part but those who answered."""
    draft = hr.page.url
    hr.follow("Vul hem zelf eens in")
    page = hr.page
    expect(page.locator("#code")).not_to_have_value("")
    # Nothing is kept, so nobody is asked whether it may be.
    expect(page.locator("input[name=own]")).to_have_count(0)
    page.locator("[data-step=begin] [data-go=next]").click()
    page.locator("[data-step]:visible input[type=radio][value='4']").first.check()
    assert kept(page) == []
    hr.picture("trial")
    page.get_by_role("link", name="Stop de proef").click()
    assert kept(page) == []
    hr.follow("Vul hem zelf eens in")
    page.locator("[data-step=begin] [data-go=next]").click()
    expect(page.locator("form input[type=radio]:checked")).to_have_count(0)
    expect(page.locator("form")).not_to_contain_text("Ik ga met plezier naar mijn werk")
    while page.locator("[data-step]:visible").get_attribute("data-step") != "send":
        page.locator("[data-step]:visible [data-go=next]").click()
    page.get_by_role("button", name="Versturen").click()
    hr.reads("Dit was de proef")
    page.goto(draft)


def kept(page):
    return page.evaluate("[localStorage, sessionStorage].flatMap((place) => Object.keys(place))")


def open_it(hr, server):
    wave = re.search(r"/waves/(\w+)/", hr.page.url).group(1)
    hr.page.goto(f"/waves/{wave}/review")
    hr.press("Open de meting")
    expect(hr.page.locator("main")).to_contain_text("Vastgelegd op")
    handed = codes(server, wave)
    opened = Wave(server, wave, handed, {})
    opened.choices = choices(server.get(opened.path)[1].decode())
    assert len(opened.items) == 5, opened.items
    return opened


def answer(wave, page):
    visit = AnsweringPage(page, wave).open(wave.codes[0]).begin(own="no")
    visit.go_to_review()
    expect(visit.page.locator("form")).to_contain_text(OWN)
    visit.send()
    visit.expect_stored()
    for number, code in enumerate(wave.codes[1:12] + wave.codes[18:30]):
        assert wave.send(code, wave.same(3 if number % 4 else 1))[0] == 200


def close_and_read(hr, axe):
    hr.page.reload()
    hr.page.get_by_text("Sluit de meting nu").click()
    hr.page.get_by_label("Ja, sluit de meting").check()
    hr.press("Sluit nu")
    hr.follow("Bekijk de uitkomsten")
    hr.reads("Wat 24 collega’s ons vertellen", "Onze eigen vragen")
    expect(hr.page.locator("main")).not_to_contain_text("Plezier in het werk")
    axe(hr.page)
    hr.picture("report")


def show_slides(hr):
    report = hr.page.url
    hr.follow("Groot scherm")
    # The keys work from the moment that one slide stands alone.
    expect(hr.page.locator(".slide:visible")).to_have_count(1)
    hr.page.keyboard.press("ArrowRight")
    expect(hr.page.locator("#slide-2")).to_be_visible()
    for _ in range(hr.page.locator(".slide").count()):
        if hr.page.locator(".slide:visible", has_text="Onze eigen vragen").count():
            break
        hr.page.keyboard.press("ArrowRight")
    expect(hr.page.locator(".slide:visible")).to_contain_text("Onze eigen vragen")
    hr.page.goto(report)


def share(hr, page, axe):
    hr.page.goto(hr.page.url.removesuffix("/results"))
    hr.page.get_by_label("Ja, deel de uitkomsten nu al").check()
    hr.press("Publiceer de uitkomsten")
    address = hr.page.locator("main a[href*='/d/']").get_attribute("href")
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("Dit hebben jullie gezegd")
    expect(page.locator("main")).to_contain_text("Onze eigen vragen")
    # What was tried, and what was left out, stands nowhere.
    expect(page.locator("main")).not_to_contain_text("Plezier in het werk")
    axe(page)
