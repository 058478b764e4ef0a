"""One organisation from its first page to what it told everybody, by hand and in a browser, on a laptop and a phone."""

import re

import pytest
from playwright.sync_api import expect

from answering_page import AnsweringPage
from desk import Desk
from rig.wave import Code, Wave, choices

UNITS = "path;headcount\nDe Es > Zorg;16\nDe Es > Keuken;12\nDe Es > Nacht;4\n"
PASSWORD = "vier paarse olifanten dansen"
TOLD = [
    "De grootste sterkte is “Goed kunnen werken” (65% gunstig).",
    "Het grootste aandachtspunt is “Plezier in het werk” (≥ 95% ongunstig).",
]
WORK, JOY = ["pulse-workload", "pulse-tasks", "pulse-help", "pulse-voice"], ["pulse-joy"]


def test_from_the_first_address_to_what_everybody_reads(server, make_page, take_picture):
    hr = Desk(make_page(), take_picture)
    set_up(hr, server)
    read_units(hr, server)
    council = Desk(make_page(), take_picture)
    council.sign_in("Olga", invite_council(hr))

    prepare(hr)
    read_manifest(council)
    wave = as_handed_out(server, print_cards(hr))

    answer_by_hand(make_page(), wave, wave.codes[0], take_picture)
    answer_without_script(make_page(java_script_enabled=False), wave, wave.codes[1])
    answer_by_post(wave, wave.codes[2:24])

    close(hr)
    read_results(hr)
    address = publish(hr)
    read_as_everybody(make_page(), address, take_picture)


@pytest.fixture(params=["laptop", "phone"])
def make_page(request, open_page):
    """Opens pages of one width: a laptop of 1280, or a phone of 390."""
    phone = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}

    def make(**options):
        return open_page(**(phone if request.param == "phone" else {}), **options)

    return make


@pytest.fixture
def take_picture(request, picture):
    """A picture of a step, with its place in the journey."""
    taken = []

    def take(page, step):
        taken.append(step)
        picture(page, f"journey-{request.node.callspec.params['make_page']}-{len(taken):02}-{step}")

    return take


def set_up(hr, server):
    address = re.search(r"http://\S+/set-up/\w+", server.said()).group()
    hr.page.goto("/")
    hr.reads("Weefsel wacht op de eerste inrichting")
    hr.page.goto(address)
    hr.reads("Voor wie is dit weefsel?", "Dit adres werkt één keer.")
    hr.fill(organisation="De Es", name="Wies", password=PASSWORD)
    hr.page.get_by_label("Ondernemingsraad (or)").check()
    hr.page.get_by_label("Ik werk ook voor hr").check()
    hr.picture("set-up")
    hr.press("Begin")
    hr.reads(re.compile(r"^(Goede\w+|Hallo), Wies\. Er zijn \d dingen voor je\.$"), "Zet de teams klaar")
    expect(hr.page.locator("header.bar .brand")).to_have_text("De Es")
    expect(hr.page.locator("header.bar .me")).to_contain_text("hr")
    hr.picture("today")
    assert hr.page.request.get(address).status == 404


def read_units(hr, server):
    file = server.folder.parent / "teams.csv"
    file.write_text(UNITS)
    hr.follow("Voeg teams toe")
    hr.reads("Welke teams zijn er?", "De Es is klaar om te beginnen")
    hr.picture("no-units")
    hr.follow("Lees een lijst uit een bestand")
    hr.page.get_by_label("Kies een csv-bestand").set_input_files(file)
    hr.press("Kijk wat er verandert")
    hr.reads("Klopt dit?", "4 teams komen erbij", "Er is nog niets veranderd.")
    hr.picture("units-preview")
    hr.press("Doorvoeren")
    hr.reads("Welke teams zijn er?", "32 mensen")
    expect(hr.page.get_by_role("listitem").filter(has_text="Nacht").last).to_have_text("Nacht 4 mensen")


def invite_council(hr):
    hr.go_to("Vandaag")
    hr.page.get_by_role("listitem").filter(has_text="Nodig de ondernemingsraad uit").get_by_role("link").click()
    hr.reads("Wie kan hier binnen?")
    hr.fill(name="Olga")
    hr.page.get_by_label("Rol").select_option("medezeggenschap")
    hr.press("Maak dit account")
    hr.reads("Een nieuw wachtwoord voor Olga", "Het staat hier één keer en nergens anders.")
    hr.picture("password")
    return hr.page.locator("#fresh-password").inner_text()


def prepare(hr):
    hr.go_to("Vragen")
    hr.reads("Er is nog niets gevraagd")
    hr.follow("Maak een meting")
    hr.reads("Wat wil je vragen?", "1. Vragen")
    hr.fill(title="Herfst 2026")
    hr.page.get_by_label("Hoe gaat het nu op je werk?").check()
    hr.picture("questions")
    hr.press("Ga verder")
    # Four people of the night are too few for cards of their own.
    hr.reads("Wie doet mee?", "Een kaartje hoort bij een blok van minstens 10 mensen", "telt mee bij")
    hr.picture("who")
    hr.follow("Ga verder naar wanneer")
    hr.reads("Wanneer kan iedereen meedoen?", "Vul je niets in, dan drie weken.")
    hr.picture("when")
    hr.press("Ga verder naar wat je deelt")
    hr.reads("Wat beloof je iedereen?", "Ons advies is 8.")
    hr.page.get_by_label("Ook de cijfers per team").check()
    hr.picture("sharing")
    hr.press("Ga verder naar nakijken")
    hr.reads("Klopt alles?", "Niemand van de ondernemingsraad las deze afspraken nog.")
    hr.picture("review")


def read_manifest(council):
    council.page.reload()
    council.reads(re.compile("Olga"), "Lees de afspraken van Herfst 2026")
    council.picture("council-today")
    council.page.get_by_role("link", name="Lees de afspraken", exact=True).click()
    council.reads("Zo worden de afspraken van Herfst 2026", "Een groep wordt getoond vanaf 8 antwoorden")
    council.fill(name="Olga de Wit, or")
    council.press("Noteer als gezien")
    council.reads("Zo worden de afspraken van Herfst 2026", "Gezien door Olga de Wit, or op")
    council.picture("manifest-read")


def print_cards(hr):
    """Opens the wave, and reads from its sheets what each card says: block, code, address."""
    hr.page.reload()
    hr.reads("Klopt alles?", "Gezien door Olga de Wit, or op")
    hr.press("Open de meting")
    hr.reads(re.compile("Herfst 2026|De meting is open"), "Vastgelegd op", "groepsgrens 8")
    hr.picture("open")
    hr.follow("Kaartjes bekijken en printen")
    hr.reads("Er zijn 36 kaartjes gemaakt")
    hr.picture("cards")
    cards = []
    for pile in hr.page.get_by_role("link", name=re.compile(r"^Open \d+ kaartjes")).all():
        cards += printed(hr, pile.get_attribute("href"))
    return cards


def printed(hr, path):
    page = hr.page.context.new_page()
    page.goto(path)
    block = page.get_by_role("heading", level=2).first.inner_text().removeprefix("Voorblad: ")
    cards = page.locator(".codecard")
    expect(cards.first).to_contain_text(f"Hoort bij de groep {block}, niet bij jou")
    expect(page.get_by_role("button", name=re.compile(r"^Print \d vel"))).to_be_visible()
    codes = cards.locator(".code").all_inner_texts()
    address = cards.first.locator("b").first.inner_text()
    page.close()
    return [(block, code, address) for code in codes]


def as_handed_out(server, cards):
    blocks = [block for block, _, _ in cards]
    assert len(cards) == 36 and sorted(set(blocks)) == ["Keuken en Nacht", "Zorg"], set(blocks)
    address = f"http://{cards[0][2]}"
    status, page = server.get(address.removeprefix(server.url))
    assert status == 200
    codes = [Code(block, code, f"{address}#{code}") for block, code, _ in cards]
    return Wave(server, "", codes, choices(page.decode()))


def answer_by_hand(page, wave, code, take_picture):
    visit = AnsweringPage(page, wave).open(code)
    expect(visit.heading).to_have_text("Hoe gaat het nu op je werk?")
    expect(visit.step).to_contain_text("Je naam staat nergens bij.")
    expect(visit.step).to_contain_text("groepen met 8 of meer antwoorden")
    take_picture(page, "answering-start")
    visit.begin(own="yes")
    expect(visit.heading).to_have_text("Goed kunnen werken")
    expect(visit.step).to_contain_text("Deel 1 van 2")
    visit.answer_step(4)
    take_picture(page, "answering-part")
    visit.go_on()
    visit.answer_step(2)
    visit.go_on()
    expect(visit.heading).to_have_text("Klopt het zo?")
    expect(visit.step).to_contain_text("Je antwoordde op 5 van de 5 vragen.")
    take_picture(page, "answering-look")
    visit.send()
    visit.expect_stored()
    expect(visit.heading).to_have_text("Dank je wel. Je antwoord is binnen.")
    expect(visit.step).to_contain_text("delen we wat eruit komt")
    take_picture(page, "answering-thanks")
    page.get_by_role("button", name="Klaar, wis dit scherm").click()
    expect(visit.heading).to_have_text("Dit scherm is leeg")


def answer_without_script(page, wave, code):
    page.goto(wave.url)
    page.get_by_label("Je code").fill(code.lower())
    for item, value in answers(4).items():
        page.locator(f"input[name='{item}'][value='{value}']").check()
    page.get_by_role("button", name="Versturen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dank je wel. Je antwoord is binnen.")


def answer_by_post(wave, codes):
    """Two of three are content with the work, and nobody with the joy in it."""
    for number, code in enumerate(codes):
        status, told = wave.send(code, answers(3 if number % 3 == 0 else 4))
        assert status == 200, told


def answers(work):
    return dict.fromkeys(WORK, work) | dict.fromkeys(JOY, 2)


def close(hr):
    hr.go_to("Vragen")
    hr.reads("Nu loopt Herfst 2026", "Nog 21 dagen")
    hr.follow("Herfst 2026")
    hr.page.get_by_text("Sluit de meting nu").click()
    hr.press("Sluit nu")
    expect(hr.page.get_by_role("alert")).to_contain_text("Zet eerst een vinkje als je het zeker weet")
    hr.picture("close-unsure")
    hr.page.get_by_label("Ja, sluit de meting").check()
    hr.press("Sluit nu")
    hr.reads("Herfst 2026 is gesloten", "Laat iedereen meelezen")
    hr.picture("closed")


def read_results(hr):
    hr.follow("Bekijk de uitkomsten")
    hr.reads("Wat 24 collega’s ons vertellen", *TOLD, "24 van de 32 collega’s vulden de vragenlijst in (75%)", "Zorg")
    hr.picture("results")


def publish(hr):
    hr.follow("Herfst 2026")
    hr.page.get_by_label("Ja, deel de uitkomsten nu al").check()
    hr.press("Publiceer de uitkomsten")
    hr.reads("De uitkomsten van Herfst 2026 zijn gedeeld")
    hr.picture("published")
    return hr.page.locator("main a[href*='/d/']").inner_text()


def read_as_everybody(page, address, take_picture):
    somebody = Desk(page, take_picture)
    page.goto(address)
    somebody.reads("Dit hebben jullie gezegd", "24 van de 32 collega’s deden mee. Dank jullie wel.", *TOLD, "Per team")
    assert "Spreiding" not in page.content()
    somebody.picture("share")
    assert page.context.cookies() == []
