"""Cards on paper: what a phone reads from them, and what the printer gets."""

import subprocess

import pytest
from playwright.sync_api import expect

from rig.places import ROOT
from rig.wave import open_wave as open_wave_on

# Eighteen people and two spare: three sheets of eight.
TEAMS = {"De Linde > Zorg": 18, "De Linde > Keuken": 12}
# Definitions have no words to ask.
PACKS = sorted(
    file.parent.name for file in (ROOT / "Packs").glob("*/method.yaml") if "kind: instrument" in file.read_text())


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


def test_on_a_phone_each_pile_shows_all_of_it(server, open_page, sign_in, picture):
    wave = open_wave_on(server, TEAMS, title="Meting 2026")
    page = open_page(viewport={"width": 390, "height": 844})
    sign_in(page, "hr")
    page.goto(f"/waves/{wave.id}/cards")
    picture(page, "cards-on-a-phone")

    row = page.get_by_role("row", name="Zorg")
    for part in (row.get_by_role("rowheader"), row.get_by_role("link"), *row.get_by_role("cell").all()):
        box = part.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 390, part.inner_text()
    assert [cell.inner_text() for cell in row.get_by_role("cell").all()][1:] == ["18", "20", "2"]
    expect(page.get_by_role("columnheader")).to_have_count(5)


# With a longer address than most have. What stands over the edge is cut off, or in the next card.
STICKS_OUT = """cards => cards.flatMap(card => {
    const address = ["vragen.", "zorggroep-", "de-", "grote-", "rivieren.", "example/m/7fk2p"];
    card.querySelector(".address").replaceChildren(...address.map(part => {
        const span = document.createElement("span");
        span.textContent = part;
        return span;
    }));
    const edge = card.getBoundingClientRect();
    const parts = [...card.children].map(part => part.getBoundingClientRect());
    return parts.filter(part => part.top < edge.top || part.bottom > edge.bottom);
})"""


# The lines on which something stands, from top to bottom.
LINES = """parts => [...new Set(parts.flatMap(part =>
    [...part.getClientRects()].map(line => Math.round(line.bottom))))].length"""


def test_an_address_stands_on_one_line_or_breaks_between_its_parts(server, page, sign_in):
    wave = open_wave_on(server, TEAMS, title="Meting 2026")
    sign_in(page, "hr")
    pile_of(page, wave, "Zorg")
    page.emulate_media(media="print")
    short = wave.address.split("://")[1]

    addresses = page.locator(".codecard .address")
    assert set(addresses.all_inner_texts()) == {short}
    assert {one.locator("span").evaluate_all(LINES) for one in addresses.all()} == {1}
    assert addresses.evaluate_all(STICKS_OUT.replace("cards => cards", "all => all.map(one => one.closest('li'))")) == []
    first = addresses.first
    assert first.locator("span").evaluate_all(LINES) > 1
    for part in first.locator("span").all():
        assert part.evaluate("part => part.getClientRects().length") == 1
        assert part.evaluate("part => part.getBoundingClientRect().height") < 20, part.inner_text()


@pytest.mark.parametrize("pack", PACKS)
def test_all_that_is_promised_fits_on_a_card(server, page, sign_in, pack):
    wave = open_wave_on(server, TEAMS, pack, title="Meting 2026")
    sign_in(page, "hr")
    pile_of(page, wave, "Keuken")
    sheets = page.url
    page.emulate_media(media="print")

    for language in ("nl", "en"):
        page.goto(f"{sheets}?cards={language}")
        assert page.locator(".codecard").evaluate_all(STICKS_OUT) == [], language


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
