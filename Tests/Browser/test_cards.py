"""Cards on paper: what a phone reads from them, and what the printer gets."""

import subprocess

from rig.wave import open_wave as open_wave_on

# Eighteen people and two spare: three sheets of eight.
TEAMS = {"De Linde > Zorg": 18, "De Linde > Keuken": 12}
A4 = (595, 842)


def decoded(picture) -> list[str]:
    done = subprocess.run(["zbarimg", "--quiet", "--raw", str(picture)], capture_output=True, text=True, timeout=60)
    return done.stdout.split()


def pile_of(page, wave, name):
    """Opens the sheets of a pile by its row in the table."""
    page.goto(f"/waves/{wave.id}/cards")
    page.get_by_role("row", name=name).get_by_role("link").click()


def test_the_picture_on_each_card_leads_to_the_questions_with_its_own_code(server, page, sign_in, tmp_path):
    wave = open_wave_on(server, TEAMS, title="Meting 2026")
    sign_in(page, "hr")

    pile_of(page, wave, "Zorg")
    cards = page.locator(".codecard")
    printed = {code.address for code in wave.codes if code.block == "Zorg"}
    read = []
    for number in range(cards.count()):
        picture = tmp_path / f"{number}.png"
        cards.nth(number).screenshot(path=picture)
        address = f"{wave.address}#{cards.nth(number).locator('.code').inner_text()}"
        assert decoded(picture) == [address]
        read.append(address)

    assert len(read) == 20
    assert set(read) == printed


def test_a_pile_prints_as_a_slip_and_full_sheets_to_the_edge(server, page, sign_in, tmp_path):
    wave = open_wave_on(server, TEAMS, title="Meting 2026")
    sign_in(page, "hr")

    pile_of(page, wave, "Zorg")
    page.emulate_media(media="print")

    assert page.locator("header.bar").is_hidden()
    assert page.locator("footer").is_hidden()
    sizes = page.locator(".codecard").evaluate_all(
        "cards => cards.map(card => [card.clientWidth, card.clientHeight, card.scrollHeight])")
    for width, height, content in sizes:
        # A quarter of 297 mm high, half of 210 mm wide, at 96 dots an inch; nothing sticks out.
        assert abs(width - 397) < 3 and abs(height - 281) < 3
        assert content <= height
    # One slip and three sheets.
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.count(b"/Type /Page\n") == 4
    assert pdf.count(b"/MediaBox [0 0 594.95996 841.91998]") == 4 or pdf.count(b"/MediaBox") == 4


def test_every_page_of_a_wave_can_be_used_by_everybody(server, page, phone, sign_in, axe):
    wave = open_wave_on(server, TEAMS, title="Meting 2026")
    draft = server.cli("wave", "create", "--pack", "pulse", "--title", "Volgend jaar", "--json").json["id"]
    steps = [f"/waves/{draft}/{step}" for step in ("questions", "who", "when", "sharing", "review", "manifest")]
    follow = [f"/waves/{wave.id}{part}" for part in ("", "/manifest", "/cards", "/cards/1")]
    for browser in (page, phone):
        sign_in(browser, "hr")
        for path in ["/waves", "/waves/new", *steps, *follow]:
            assert browser.goto(path).status == 200
            axe(browser)
            wide = browser.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{path} is wider than the screen"


def test_opening_a_wave_by_hand_from_the_first_page_to_the_cards(server, page, sign_in):
    server.cli("wave", "create", "--pack", "pulse", "--title", "Proef", "--units", units(server))
    sign_in(page, "hr")

    page.goto("/waves")
    page.get_by_role("link", name="Maak een meting").click()
    page.get_by_role("button", name="Ga verder").click()
    assert page.get_by_role("alert").is_visible()
    page.get_by_label("Naam van de meting").fill("Meting 2026")
    page.locator("input[value=staff-survey-care]").check()
    page.get_by_role("button", name="Ga verder").click()
    page.get_by_role("link", name="Ga verder naar wanneer").click()
    page.get_by_role("button", name="Ga verder").click()
    page.get_by_role("button", name="Ga verder").click()
    page.get_by_role("button", name="Open de meting").click()
    page.get_by_role("link", name="Kaartjes bekijken en printen").click()
    page.get_by_role("row", name="Zorg").get_by_role("link").click()

    assert page.locator(".codecard").count() == 20
    assert page.get_by_role("button", name="Print").is_visible()


def units(server):
    from rig.wave import units_csv

    file = server.folder.parent / "teams.csv"
    file.write_text(units_csv(TEAMS))
    return file
