"""What becomes of figures: a report that opens, slides by keyboard, sheets and posters on paper, and a questionnaire that fits."""

import subprocess

import pytest
from playwright.sync_api import expect

from rig.wave import CARE, PULSE

BEAMER = {"width": 1920, "height": 1080}
SMALLEST = 32


@pytest.fixture
def told(make_wave, cli):
    """A closed wave of the care survey: sixty answers, of which two thirds are content."""
    wave = make_wave({"De Linde > Zorg": 40, "De Linde > Keuken": 40}, CARE)
    for number, code in enumerate(wave.codes[:30] + wave.codes[45:75]):
        assert wave.send(code, wave.same(3 if number % 3 else 1))[0] == 200
    cli("wave", "close", wave.id)
    return wave


def test_themes_open_into_their_questions_and_the_table_into_a_team(told, page, sign_in, axe, picture):
    sign_in(page, "hr")
    page.goto(f"/waves/{told.id}/results")
    expect(page.get_by_role("heading", name="Hier zijn we sterk in")).to_be_visible()
    question = page.get_by_text("Mijn leidinggevende vraagt hoe het met mij gaat.")
    expect(question).to_be_hidden()
    page.locator("#leader summary").click()
    expect(question).to_be_visible()
    axe(page)
    picture(page, "report")

    page.get_by_role("link", name="Zet op volgorde van Leiding").click()
    expect(page.locator("th[aria-sort=ascending]")).to_have_text("Zet op volgorde van Leiding ▲")
    page.get_by_role("rowheader", name="Zorg").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Zorg: wat we samen zeggen")
    axe(page)


def test_on_a_phone_the_column_by_which_teams_are_put_in_order_is_in_sight(told, open_page, sign_in):
    page = open_page(viewport={"width": 390, "height": 800})
    sign_in(page, "hr")
    page.goto(f"/waves/{told.id}/results")
    last = page.locator(".heat thead a").last
    assert last.bounding_box()["height"] >= 24
    last.focus()
    page.keyboard.press("Enter")
    names, column = page.locator(".heat thead th").first, page.locator("th[aria-sort=ascending]")
    expect(column).to_be_in_viewport(ratio=1)
    assert column.bounding_box()["x"] >= names.bounding_box()["x"] + names.bounding_box()["width"] - 1
    # Who works by keyboard goes on where they were.
    page.keyboard.press("Tab")
    expect(column.get_by_role("link")).to_be_focused()


def test_what_is_folded_for_who_wants_more_stays_within_a_phone(make_wave, cli, open_page, sign_in):
    wave = make_wave({"De Linde": 120}, PULSE)
    for number, code in enumerate(wave.codes[:104]):
        assert wave.send(code, wave.same(number % 5))[0] == 200
    cli("wave", "close", wave.id)
    page = open_page(viewport={"width": 390, "height": 800})
    sign_in(page, "hr")
    page.goto(f"/waves/{wave.id}/results")
    page.get_by_text("Voor wie meer wil weten").click()
    table = page.get_by_role("region", name="Voor wie meer wil weten")
    expect(table.get_by_role("columnheader", name="Samenhang (alfa)")).to_be_attached()
    assert table.get_attribute("tabindex") == "0"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_slides_go_by_keyboard_and_can_be_read_from_the_back(told, open_page, sign_in, axe):
    page = open_page(viewport=BEAMER)
    sign_in(page, "hr")
    page.goto(f"/waves/{told.id}/results")
    page.get_by_role("link", name="Groot scherm").click()
    slides = page.locator(".slide")
    count = slides.count()
    assert count > 5
    for number in range(count):
        expect(page.locator(".slide:visible")).to_have_count(1)
        expect(page.locator(f"#slide-{number + 1}")).to_be_visible()
        sizes = page.evaluate(TEXT_SIZES)
        assert min(sizes) >= SMALLEST, sizes
        assert page.evaluate(OVERFLOW) <= 0, f"slide {number + 1} is too tall"
        axe(page)
        page.keyboard.press("ArrowRight" if number % 2 else " ")
    page.keyboard.press("Home")
    expect(page.locator("#slide-1")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", level=1)).to_contain_text("collega’s ons vertellen")


def test_on_a_phone_the_keys_leave_room_for_the_slide(told, open_page, sign_in, picture):
    page = open_page(viewport={"width": 390, "height": 844})
    sign_in(page, "hr")
    page.goto(f"/waves/{told.id}/results/0/slides")
    for part in ("previous", "next"):
        expect(page.locator(f"[data-act={part}]")).to_be_in_viewport(ratio=1)
    picture(page, "slides-on-a-phone")
    assert page.locator(".slide-keys").bounding_box()["height"] <= 844 / 6
    for number in range(page.locator(".slide").count()):
        expect(page.locator(f"#slide-{number + 1}")).to_be_visible()
        assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0, f"slide {number + 1}"
        page.keyboard.press("ArrowRight")


@pytest.mark.parametrize("ask", ["f", "button"])
def test_full_screen_shows_the_slide_alone(told, open_page, sign_in, ask):
    page = open_page(viewport=BEAMER)
    faults = []
    page.on("pageerror", lambda fault: faults.append(fault))
    sign_in(page, "hr")
    page.goto(f"/waves/{told.id}/results/0/slides")
    expect(page.get_by_role("button", name="Hele scherm")).to_be_visible()
    if ask == "f":
        page.keyboard.press("f")
    else:
        page.get_by_role("button", name="Hele scherm").click()
    page.wait_for_function("() => document.fullscreenElement === document.documentElement")
    expect(page.get_by_role("button", name="Volgende")).to_be_hidden()
    expect(page.locator(".slide-foot")).to_be_hidden()
    for number in range(page.locator(".slide").count()):
        expect(page.locator(f"#slide-{number + 1}")).to_be_visible()
        sizes = page.evaluate(ALL_TEXT_SIZES)
        assert sizes and min(size for size, _ in sizes) >= SMALLEST, sorted(sizes)[:3]
        assert page.evaluate("() => document.documentElement.scrollHeight - innerHeight") <= 0, f"slide {number + 1}"
        page.keyboard.press("ArrowRight")
    page.keyboard.press("f")
    page.wait_for_function("() => !document.fullscreenElement")
    expect(page.get_by_role("button", name="Hele scherm")).to_be_visible()
    assert not faults, faults


# The height of each text of the slide that shows; and how far it goes past the screen.
TEXT_SIZES = """() => [...document.querySelectorAll('.slide:not(.off) *')]
    .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
    .filter(one => one.checkVisibility())
    .map(one => parseFloat(getComputedStyle(one).fontSize))"""
# The same of all that somebody sees, wherever on the page it stands.
ALL_TEXT_SIZES = """() => [...document.body.querySelectorAll('*')]
    .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
    .filter(one => one.checkVisibility() && !one.closest('.sr, .skip, script, title'))
    .map(one => [parseFloat(getComputedStyle(one).fontSize), one.textContent.trim().slice(0, 40)])"""
OVERFLOW = "() => Math.round(document.querySelector('.slide:not(.off)').getBoundingClientRect().height - innerHeight)"


def test_slides_weigh_little(told, page, sign_in):
    sign_in(page, "hr")
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(f"/waves/{told.id}/results/0/slides", wait_until="networkidle")
    assert 0 < sum(sizes) <= 120 * 1024, sizes


def test_without_scripts_the_slides_stand_below_each_other(told, open_page, sign_in):
    page = open_page(java_script_enabled=False)
    sign_in(page, "hr")
    page.goto(f"/waves/{told.id}/results/0/slides")
    for slide in page.locator(".slide").all():
        expect(slide).to_be_visible()


@pytest.fixture
def printed(tmp_path):
    """Prints a page on A4, and gives back the lines of each sheet, without the number at its foot."""

    def lines(page):
        file = tmp_path / "report.pdf"
        page.emulate_media(media="print")
        page.pdf(path=file, prefer_css_page_size=True)
        page.emulate_media(media="screen")
        text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
        sheets = [[" ".join(line.split()) for line in sheet.split("\n") if line.strip()] for sheet in text.split("\f")]
        return [sheet[:-1] for sheet in sheets if sheet]

    return lines


def whole(*names):
    """What is torn by no end of a page, by its heading and by words that stand in it, to the last."""
    return {
        "the table of teams": ("Per team", "Hoe kleiner de groep", "Zorg", "Keuken"),
        "how answers spread": ("Voor wie meer wil weten", "Spreiding (standaardafwijking)", *names),
        "the cards": ("Wat er van de kaartjes kwam", "Kaartjes gemaakt", "Antwoorden", "vervangen"),
        "what comes next": ("En nu?", "elk teamoverleg"),
    }


PRINTED = {CARE: whole("Steun van collega", "Leren en groeien"), PULSE: whole("Goed kunnen werken", "Plezier")}


@pytest.mark.parametrize("pack", PRINTED)
def test_the_report_on_paper_tears_no_table_and_leaves_no_heading_alone(
    make_wave, cli, page, sign_in, printed, pack
):
    wave = make_wave({"De Linde > Zorg": 70, "De Linde > Keuken": 50}, pack)
    for number, code in enumerate(wave.codes[:60] + wave.codes[80:125]):
        assert wave.send(code, wave.same(3 if number % 3 else 1))[0] == 200
    cli("wave", "close", wave.id)
    sign_in(page, "hr")
    page.goto(f"/waves/{wave.id}/results")
    headings = set(page.locator("h2").all_inner_texts())
    # Wherever on a page the parts come to begin.
    for more in ("0mm", "70mm", "140mm", "210mm"):
        page.evaluate("more => { document.querySelector('.head').style.paddingBlockEnd = more; }", more)
        sheets = printed(page)
        for name, words in PRINTED[pack].items():
            held = [sheet for sheet in sheets if words[0] in sheet or any(line.endswith(words[0]) for line in sheet)]
            assert len(held) == 1, f"{name} stands on {len(held)} pages at {more}"
            for word in words:
                assert any(word in line for line in held[0]), f"{name} is torn at {more}: no {word}"
        for sheet in sheets:
            assert sheet[-1] not in headings, f"{sheet[-1]} stands alone at {more}"


@pytest.mark.parametrize("path", ["results/0/sheets", "posters"])
def test_each_sheet_and_poster_is_one_page_of_paper(told, page, sign_in, axe, picture, path):
    sign_in(page, "hr")
    page.goto(f"/waves/{told.id}/{path}")
    axe(page)
    picture(page, path.replace("/", "-"))
    page.emulate_media(media="print")
    pages = page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")
    expected = page.locator(".talk-sheet, .poster").count()
    assert expected > 1
    assert pages == expected, f"{pages} pages for {expected}"


def test_a_questionnaire_is_made_to_fit_and_tried(cli, page, sign_in, axe):
    cli("organisation", "add", "linde", "De Linde")
    sign_in(page, "hr")
    page.goto("/waves/new")
    page.get_by_label("Naam van de meting").fill("Herfst")
    page.get_by_label("Hoe gaat het nu op je werk? · kort").check()
    page.get_by_role("button", name="Ga verder").click()
    page.goto(page.url.replace("/who", "/questions"))
    page.get_by_role("link", name="Maak deze vragenlijst passend").click()
    axe(page)
    page.get_by_label("Plezier in het werk").uncheck()
    page.get_by_label("In het Nederlands").first.fill("Ik lach hier vaak.")
    page.get_by_role("button", name="Bewaar de vragenlijst").click()
    expect(page.get_by_role("alert")).to_contain_text("Eigen vraag 1, in het Engels: schrijf deze vraag in het Nederlands en in het Engels")
    axe(page)
    page.get_by_label("In het Engels").first.fill("I laugh here often.")
    page.get_by_role("button", name="Bewaar de vragenlijst").click()
    expect(page.get_by_role("status")).to_contain_text("Gelukt. Het is bewaard.")

    page.get_by_role("link", name="Vul hem zelf eens in").click()
    expect(page.get_by_text("Dit is een proef.")).to_be_visible()
    axe(page)
    # Nothing of a trial is kept, so nothing asks whether it may be.
    expect(page.get_by_label("Ja. Bewaar mijn antwoorden")).to_have_count(0)
    page.get_by_role("button", name="Begin").click()
    for _ in range(2):
        page.locator("section.step:visible fieldset").first.locator("input").first.check()
        page.get_by_role("button", name="Verder").locator("visible=true").click()
    sent = []
    page.on("request", lambda request: sent.append(request.url))
    page.get_by_role("button", name="Versturen").click()
    expect(page.get_by_role("heading", name="Dit was de proef")).to_be_visible()
    assert not sent, sent
