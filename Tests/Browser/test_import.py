"""An earlier survey from a file that LimeSurvey wrote: looked at, carried out, shared and put beside another, by keyboard."""

import csv
import io
import shutil

import pytest
from playwright.sync_api import TimeoutError, expect

from accessibility import troubles, unsaid
from desk import Desk
from rig import exports
from rig.places import ROOT
from test_keyboard_alone import Keyboard

NAME = "limesurvey-full.csv"
PACK = "personeel-zorg-2026"
PULSE = [f"pulse-{name}" for name in ("workload", "tasks", "help", "voice", "joy")]
TEAMS = "Op welke locatie en afdeling werk je het meest?"


@pytest.fixture
def server(make_server):
    """An organisation with a questionnaire of its own, and a survey of 2022 that a command read in."""
    server = make_server()
    server.cli("organisation", "add", "linde", "De Linde")
    shutil.copytree(ROOT / "Tests/Packs" / PACK, server.folder / "packs" / "linde" / PACK)
    server.start()
    wave = server.cli(
        "wave", "import", "--pack", PACK, "--answers", others(server.folder.parent), "--columns",
        exports.FOLDER / "maps/pspp-values.yaml", "--title", "Meting 2022", "--held-until", "2022-11-20", "--json").json
    server.cli("wave", "publish", wave["id"])
    return server


def others(folder):
    """As many people as in the other file, of whom each answered otherwise: the same answers come in once."""
    rows = list(csv.reader((exports.FOLDER / "pspp-values.csv").open(encoding="utf-8-sig", newline="")))
    turned = {str(value): str(value % 5 + 1) for value in range(1, 6)}
    file = folder / "others.csv"
    with file.open("w", newline="") as out:
        csv.writer(out).writerows([rows[0], *([turned.get(cell, cell) for cell in row] for row in rows[1:])])
    return file


@pytest.fixture
def hr(server, open_page, picture):
    account = server.cli("user", "add", "an", "--role", "hr", "--json").json
    desk = Desk(open_page(), lambda page, step: picture(page, f"import-{step}"))
    desk.sign_in(account["name"], account["password"])
    return desk


def test_hr_takes_in_a_survey_by_keyboard_and_puts_it_beside_another(hr, server):
    hr.page.goto("/waves")
    keys = Keyboard(hr.page)
    keys.follow("Heb je al een eerdere meting in een bestand?")
    keys.reads("Lees een eerdere meting in")
    keys.push("Bekijk het bestand")
    expect(hr.page.get_by_role("alert")).to_contain_text("Kies het bestand met antwoorden")
    look(hr, "refused")

    choose_file(keys, exports.FOLDER / NAME)
    choose_questionnaire(keys)
    keys.push("Bekijk het bestand")
    keys.reads("Hebben we het goed begrepen?")
    hr.reads("Hebben we het goed begrepen?", "UTF-8", "puntkomma", "412", "Van alle 37 vragen is de kolom gevonden")
    assert len(texts_of_people()) > 3 and traces(server) > 0
    look(hr, "understood")

    # The page goes on in its own order: answers, questions, teams.
    keys.go_to(hr.page.locator("#missing")).type("Niet van toepassing")
    keys.go_to(hr.page.locator("#units"), limit=200).type("Op welke")
    keys.push("Opnieuw bekijken")
    hr.reads("Hebben we het goed begrepen?", "In het bestand staan 9 teams.", "te klein om te laten zien", "Thuiszorg")
    expect(hr.page.locator("#units option:checked")).to_have_text(TEAMS)
    keys.push("Doorvoeren")
    expect(hr.page.get_by_role("alert")).to_contain_text("Vul een naam voor de meting in")
    look(hr, "looked-at-again")

    keys.go_to(hr.page.locator("#title")).type("Meting 2024")
    keys.go_to(hr.page.locator("#held")).type("20-11-2024")
    keys.push("Doorvoeren")
    keys.reads("Meting 2024 is ingelezen")
    assert traces(server) == 0
    look(hr, "carried-out")
    keys.push("Publiceer de uitkomsten")
    expect(hr.page.get_by_role("alert")).to_contain_text("Zet eerst een vinkje")
    keys.go_to(hr.page.locator("input[name=sure]"), limit=200).press("Space")
    keys.push("Publiceer de uitkomsten")
    keys.reads("De uitkomsten van Meting 2024 zijn gedeeld")
    keys.follow("Bekijk de uitkomsten")
    hr.reads("Wat 409 collega’s ons vertellen", "Hoeveel mensen gevraagd waren, is niet bekend")
    look(hr, "results")
    keys.go_to(hr.page.locator("main").get_by_role("link", name="Meting 2022"), limit=200).press("Enter")
    hr.reads("Meting 2024 naast Meting 2022", "9 thema’s zijn in beide metingen hetzelfde gevraagd.")
    look(hr, "beside")


def test_choices_that_were_not_looked_at_are_asked_about_before_the_page_is_left(hr, tmp_path):
    send(hr, write(tmp_path / "codes.csv", [f"V{place}" for place in range(5)], [["4"] * 5] * 12))
    first = hr.page.locator("select[name^=column-]").first
    assert not asks(hr.page)
    first.select_option("0")
    assert asks(hr.page)

    # Over the other language what was chosen goes along, and is asked about there.
    hr.page.get_by_role("link", name="English").first.click()
    hr.page.wait_for_load_state()
    assert first.input_value() == "0" and asks(hr.page)
    hr.page.get_by_label("For the questions without a column").check()
    hr.page.get_by_role("button", name="Look again").click()
    hr.page.wait_for_load_state()
    assert [one.input_value() for one in hr.page.locator("select[name^=column-]").all()] == ["0", "1", "2", "3", "4"]
    assert not asks(hr.page)


def test_words_that_nobody_knows_are_said_to_mean_something_and_the_survey_can_be_removed(hr, server, tmp_path):
    labels = ["Zeer oneens", "Oneens", "Neutraal", "Eens", "Zeer eens"]
    rows = [[labels[(person + place) % 5] for place in range(len(PULSE))] for person in range(20)]
    send(hr, write(tmp_path / "labels.csv", PULSE, rows))
    hr.reads("Hebben we het goed begrepen?", "Doorvoeren kan nog niet", "In 5 kolommen")
    look(hr, "labels")

    keys = Keyboard(hr.page)
    said = hr.page.locator("input[name^=meaning-text]").evaluate_all("all => all.map(one => one.value)")
    assert set(said) == set(labels)
    for text in said:
        keys.go_to(hr.page.get_by_label(f"“{text}”", exact=True)).type(str(labels.index(text) + 1))
    keys.push("Opnieuw bekijken")
    hr.reads("Hebben we het goed begrepen?", "Van alle 5 vragen is de kolom gevonden", "20 antwoorden.")
    look(hr, "labels-said")
    hr.page.goto("/waves")
    keys.follow("Ga verder met labels.csv")
    expect(hr.page.get_by_label("“Zeer eens”", exact=True)).to_have_value("5")
    keys.go_to(hr.page.locator("#title"), limit=200).type("Meting 2021")
    keys.go_to(hr.page.locator("#held")).type("20-11-2021")
    keys.push("Doorvoeren")
    keys.reads("Meting 2021 is ingelezen")

    send(hr, write(tmp_path / "again.csv", PULSE, [[labels.index(cell) + 1 for cell in row] for row in rows]))
    hr.reads("Hebben we het goed begrepen?", "Deze antwoorden staan hier al als “Meting 2021”")
    look(hr, "same")
    hr.page.locator("#stops").get_by_role("link").click()
    keys.follow("Haal deze meting weg")
    hr.reads("Meting 2021 verwijderen?", "Alle cijfers gaan weg")
    look(hr, "removal")
    hr.press("Verwijder")
    expect(hr.page.get_by_role("link", name="Meting 2021")).to_have_count(0)
    look(hr, "resting")
    keys.follow("Ga verder met again.csv")
    expect(hr.page.get_by_role("button", name="Doorvoeren")).to_be_visible()
    hr.press("Weggooien")


def test_a_file_of_codes_goes_from_the_first_page_to_figures(hr, tmp_path):
    rows = [[1 + (person + place) % 5 for place in range(len(PULSE))] for person in range(20)]
    send(hr, write(tmp_path / "codes.csv", [f"Q{place}" for place in range(len(PULSE))], rows))
    hr.reads("Hebben we het goed begrepen?", "Van geen enkele vraag is de kolom gevonden")
    look(hr, "codes")
    keys = Keyboard(hr.page)
    for place, item in enumerate(PULSE):
        keys.go_to(hr.page.locator(f"#column-{item}")).type(f"Q{place}")
    keys.push("Opnieuw bekijken")
    hr.reads("Hebben we het goed begrepen?", "Van alle 5 vragen is de kolom gevonden")
    keys.go_to(hr.page.locator("#title"), limit=200).type("Met codes")
    keys.go_to(hr.page.locator("#held")).type("20-11-2020")
    keys.push("Doorvoeren")
    keys.reads("Met codes is ingelezen")
    hr.follow("Bekijk de uitkomsten")
    hr.reads("Wat 20 collega’s ons vertellen")


def test_columns_chosen_in_order_say_so_and_numbers_are_turned_by_keyboard(hr, tmp_path):
    levels = [1 + person % 5 for person in range(20)]
    # The fourth runs against the others.
    rows = [[level, level, level, 6 - level, level] for level in levels]
    send(hr, write(tmp_path / "codes.csv", [f"V{place}" for place in range(len(PULSE))], rows))
    keys = Keyboard(hr.page)
    keys.go_to(hr.page.get_by_label("Kies voor de vragen zonder kolom"), limit=200).press("Space")
    keys.go_to(hr.page.locator(f"#column-{PULSE[0]}")).type("V0")
    keys.push("Opnieuw bekijken")
    hr.reads(
        "Hebben we het goed begrepen?", "Bij 4 vragen is de kolom op volgorde gekozen",
        "De antwoorden op één vraag gaan in tegen de rest van het thema", "1 lezen we als “Helemaal niet mee eens”")
    expect(hr.page.get_by_text("Op volgorde gekozen: kijk of dit klopt.")).to_have_count(4)
    look(hr, "in-order")
    hr.page.get_by_role("link", name="English").first.click()
    expect(hr.page.get_by_text("Chosen in order: see whether this is right.")).to_have_count(4)
    look(hr, "in-order-en")
    hr.page.get_by_role("link", name="Nederlands").first.click()

    one = hr.page.locator(f"[id='turned-{PULSE[3]}']")
    keys.go_to(hr.page.get_by_label("Deze kolommen kloppen"), limit=200).press("Space")
    keys.go_to(one, limit=200).press("Space")
    # Over the other language both ticks go along.
    hr.page.get_by_role("link", name="English").first.click()
    expect(hr.page.get_by_label("These columns are right")).to_be_checked()
    expect(one).to_be_checked()
    hr.page.get_by_role("link", name="Nederlands").first.click()
    keys.push("Opnieuw bekijken")
    hr.reads("Hebben we het goed begrepen?", "Bij deze vraag lezen we de getallen andersom: V3.")
    expect(hr.page.get_by_text("Op volgorde gekozen")).to_have_count(0)
    expect(hr.page.get_by_text("gaan in tegen")).to_have_count(0)
    expect(one).to_be_checked()

    every = hr.page.get_by_label("Lees de getallen andersom", exact=True)
    keys.go_to(every, limit=200).press("Space")
    keys.push("Opnieuw bekijken")
    hr.reads("Hebben we het goed begrepen?", "1 lezen we als “Helemaal mee eens”")
    expect(every).to_be_checked()
    # The one question still stands otherwise than the rest.
    expect(one).to_be_checked()
    expect(hr.page.get_by_text("gaan in tegen")).to_have_count(0)
    look(hr, "turned")
    hr.press("Weggooien")


@pytest.mark.parametrize("width", [390, 1280])
def test_which_of_two_columns_counts_is_said_at_the_question(hr, tmp_path, width):
    joy = PULSE[-1]
    rows = [[*(1 + (person + place) % 5 for place in range(5)), 5] for person in range(20)]
    send(hr, write(tmp_path / "two.csv", [*PULSE, joy], rows))
    hr.page.set_viewport_size({"width": width, "height": 900})
    hr.reads("Hebben we het goed begrepen?", "Twee kolommen horen bij dezelfde vraag", f"Ook kolom F (“{joy}”)")
    hr.picture(f"two-columns-{width}")
    keys = Keyboard(hr.page)
    keys.go_to(hr.page.locator("#stops").get_by_role("link")).press("Enter")
    tick = hr.page.get_by_label("Deze kolom telt")
    keys.go_to(tick, limit=2).press("Space")

    # Over the other language the tick goes along.
    hr.page.get_by_role("link", name="English").first.click()
    expect(hr.page.get_by_label("This column counts")).to_be_checked()
    look(hr, "two-columns-en")
    hr.page.get_by_role("link", name="Nederlands").first.click()
    expect(tick).to_be_checked()
    hr.page.set_viewport_size({"width": width, "height": 900})
    keys.push("Opnieuw bekijken")
    expect(hr.page.get_by_role("button", name="Doorvoeren")).to_be_visible()
    expect(hr.page.locator("#stops")).to_have_count(0)
    expect(tick).to_be_checked()
    keys.go_to(tick, limit=200).press("Space")
    keys.push("Opnieuw bekijken")
    expect(hr.page.locator("#stops")).to_contain_text("Twee kolommen horen bij dezelfde vraag")
    keys.go_to(hr.page.locator(f"#column-{joy}"), limit=200).press("ArrowDown")
    keys.push("Opnieuw bekijken")
    expect(hr.page.locator("#stops")).to_have_count(0)
    expect(hr.page.locator(f"#column-{joy}")).to_have_value("5")
    hr.press("Weggooien")


@pytest.mark.parametrize("width", [390, 1280])
def test_one_tick_is_for_all_questions_with_two_columns_and_a_word_for_none_can_be_the_middle(hr, tmp_path, width):
    heads = [name for item in PULSE for name in (item, item)]
    answers = ["1", "2", "Geen mening", "4", "5"]
    rows = [[cell for place in range(5) for cell in (answers[(person + place) % 5], person % 2 + 4)] for person in range(20)]
    # Some chose the middle by its number: the word may be none all the same.
    for person in range(4):
        rows[person][0] = "3"
    send(hr, write(tmp_path / "many.csv", heads, rows))
    hr.page.set_viewport_size({"width": width, "height": 900})
    hr.reads("Hebben we het goed begrepen?", "Bij verschillende vragen horen twee kolommen")
    look(hr, f"many-{width}")
    hr.page.set_viewport_size({"width": width, "height": 900})
    keys = Keyboard(hr.page)
    keys.go_to(hr.page.get_by_label("Neem bij al deze vragen")).press("Space")
    word = hr.page.get_by_label("“Geen mening”", exact=True)
    expect(word).to_have_value("none")
    keys.go_to(word).type("3")
    keys.push("Opnieuw bekijken")
    expect(hr.page.locator("#stops")).to_have_count(0)
    expect(word).to_have_value("3")
    hr.reads("Hebben we het goed begrepen?", "20 antwoorden.")
    look(hr, f"many-said-{width}")
    hr.press("Weggooien")


def test_without_scripts_a_file_that_is_thrown_away_is_gone(server, open_page, picture):
    account = server.cli("user", "add", "bo", "--role", "hr", "--json").json
    hr = Desk(open_page(java_script_enabled=False), lambda page, step: picture(page, f"import-plain-{step}"))
    hr.sign_in(account["name"], account["password"])
    hr.page.goto("/waves/import")
    hr.page.locator("#file").set_input_files(exports.FOLDER / NAME)
    hr.page.locator(f"input[value={PACK}]").check()
    hr.press("Bekijk het bestand")
    here = hr.page.url
    hr.press("Weggooien")
    hr.page.goto(here)
    hr.reads("Dit bestand is er niet meer", "Er is niets bewaard.")
    assert traces(server) == 0
    hr.follow("Begin opnieuw")
    hr.reads("Lees een eerdere meting in")


def asks(page):
    """Whether the browser would ask before it leaves the page."""
    return page.evaluate("() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))")


def write(path, headings, rows):
    path.write_text("\n".join(";".join(map(str, row)) for row in [headings, *rows]) + "\n")
    return path


def send(hr, path):
    hr.page.goto("/waves/import")
    hr.page.locator("#file").set_input_files(path)
    hr.page.locator("input[value=pulse]").check()
    hr.press("Bekijk het bestand")


def choose_file(keys, path):
    """By Enter on the field; a browser that is busy may miss a key, as it does for people."""
    for _ in range(3):
        keys.page.bring_to_front()
        keys.go_to(keys.page.locator("#file"))
        try:
            with keys.page.expect_file_chooser(timeout=10_000) as chooser:
                keys.press("Enter")
            return chooser.value.set_files(path)
        except TimeoutError:
            continue
    raise AssertionError("Enter opens no choice of files")


def choose_questionnaire(keys):
    keys.go_to(keys.page.locator("#pack"))
    wanted = keys.page.locator(f"input[value={PACK}]")
    for _ in range(20):
        if wanted.is_checked():
            return
        keys.press("ArrowDown")
    raise AssertionError("the arrows do not reach the questionnaire")


def look(hr, step):
    assert unsaid(hr.page, step) == []
    assert troubles(hr.page, step) == []
    for width in (390, 1280):
        hr.page.set_viewport_size({"width": width, "height": 900})
        hr.picture(f"{step}-{width}")


def texts_of_people():
    """What people wrote in the file in their own words."""
    rows = list(csv.DictReader(io.StringIO((exports.FOLDER / NAME).read_text("utf-8-sig")), delimiter=";"))
    return {text for row in rows if len(text := row["Wil je iets toelichten?"]) > 12 and '"' not in text}


def traces(server) -> int:
    """In how many files of the data folder one of these texts stands."""
    files = [path.read_bytes() for path in server.folder.rglob("*") if path.is_file()]
    return sum(any(text.encode() in bytes for text in texts_of_people()) for bytes in files)
