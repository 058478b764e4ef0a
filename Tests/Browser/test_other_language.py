"""Choosing the other language half-way, with what was typed."""

import pytest
from playwright.sync_api import expect

from rig.wave import units_csv


@pytest.fixture
def hr(server, page, sign_in):
    server.cli("wave", "create", "--pack", "pulse", "--title", "Proef", "--units", teams(server))
    sign_in(page, "hr")
    return page


def test_a_form_of_hr_keeps_what_was_typed(hr):
    hr.goto("/waves/new")
    hr.get_by_label("Naam van de meting").fill("Herfst “26” & <verder>")
    hr.locator("input[value=staff-survey-care]").check()
    switch(hr, "English", "en")
    expect(hr.get_by_label("Name of the survey")).to_have_value("Herfst “26” & <verder>")
    expect(hr.locator("input[value=staff-survey-care]")).to_be_checked()
    switch(hr, "Nederlands", "nl")
    hr.get_by_role("button", name="Ga verder").click()
    expect(hr.get_by_role("heading", level=1)).to_have_text("Wie doet mee?")
    expect(hr.locator("main")).to_contain_text("Herfst “26” & <verder>")


def test_a_form_that_was_refused_keeps_it_too(hr):
    hr.goto("/waves/new")
    hr.get_by_label("Naam van de meting").fill("Herfst 2026")
    hr.get_by_role("button", name="Ga verder").click()
    expect(hr.get_by_role("alert")).to_contain_text("Kies een vragenlijst")
    switch(hr, "English", "en")
    expect(hr.locator("#title")).to_have_value("Herfst 2026")
    # It was for this page alone.
    hr.goto("/waves/new")
    expect(hr.locator("#title")).to_have_value("")


def test_lists_long_texts_and_ticks_are_kept_and_a_password_is_not(hr):
    hr.goto("/admin/decisions/new")
    hr.locator("#kind").select_option("dpia")
    hr.locator("#text").fill("Eerste regel\nTweede regel")
    hr.locator("input[name=agreed]").first.check()
    switch(hr, "English", "en")
    expect(hr.locator("#kind")).to_have_value("dpia")
    expect(hr.locator("#text")).to_have_value("Eerste regel\nTweede regel")
    expect(hr.locator("input[name=agreed]").first).to_be_checked()
    expect(hr.locator("input[name=agreed]").nth(1)).not_to_be_checked()

    hr.goto("/account")
    hr.locator("#password").fill("vier paarse olifanten")
    switch(hr, "Nederlands", "nl")
    expect(hr.locator("#password")).to_have_value("")
    assert "olifanten" not in hr.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")


def switch(page, name, language):
    page.get_by_role("link", name=name, exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", language)


def teams(server):
    file = server.folder.parent / "teams.csv"
    file.write_text(units_csv({"De Linde > Zorg": 18, "De Linde > Keuken": 12}))
    return file
