"""Forms of paper, from the decision that says who types them to the report that counts them."""

import re
import subprocess

import pytest
from playwright.sync_api import expect

from accessibility import troubles
from conftest import PHONE, WIDE
from rig.places import output
from test_answer_scripts import code as checked, run  # noqa: F401
from test_keyboard_alone import Keyboard
from typist import Typist

TEXT = "Zij doen dat samen, na vijven."
ALL_FOURS, ALL_TWOS = "4" * 42, "2" * 42


@pytest.fixture
def without_council(server, open_page, sign_in):
    """Nobody speaks for the staff here."""

    def settle():
        admin = open_page()
        sign_in(admin, "admin")
        admin.goto("/admin/settings")
        admin.locator("input[name=council][value=none]").check()
        admin.locator("main form button").first.click()
        expect(admin.locator("input[name=council][value=none]")).to_be_checked()

    return settle


@pytest.fixture
def on_paper(server, without_council, page, sign_in):
    """Lets hr make forms for the first block of a wave, by the keyboard, and gives back their codes."""

    def make(wave, count, picture=lambda *_: None):
        without_council()
        sign_in(page, "hr")
        keyboard = Keyboard(page)
        decide(keyboard, wave)
        make_forms(keyboard, wave, count)
        picture(page, "paper-made")
        keyboard.go_to(page.get_by_role("link", name=re.compile("^Open .* formulier"))).press("Enter")
        expect(page.get_by_role("heading", level=1)).to_contain_text(f": {count}")
        return page.locator(".opening .code").all_inner_texts()

    return make


def decide(keyboard, wave):
    page = keyboard.page
    page.goto(f"/waves/{wave.id}/cards")
    keyboard.follow("Formulieren van papier").reads("Er zijn nog geen papieren formulieren")
    keyboard.follow("Leg het besluit vast").reads("Vraag een besluit, of leg het vast")
    expect(page.locator("#kind")).to_have_value("paper")
    expect(page.locator("#wave")).to_have_value(wave.id)
    keyboard.go_to(page.locator("#subject")).type("Wie formulieren typt")
    keyboard.go_to(page.locator("#text")).type(TEXT)
    keyboard.go_to(page.locator("#asked_by")).type("Hanna")
    keyboard.go_to(page.get_by_label("personeelsvergadering")).press("Space")
    keyboard.go_to(page.locator("#witness_one")).type("An")
    keyboard.go_to(page.locator("#witness_two")).type("Bo")
    keyboard.push("Leg vast")
    expect(page.locator("#typist_one")).to_have_attribute("aria-invalid", "true")
    keyboard.go_to(page.locator("#typist_one")).type("Joke Prins")
    keyboard.go_to(page.locator("#typist_two")).type("Piet Vos")
    keyboard.push("Leg vast").reads("Wie formulieren typt")


def make_forms(keyboard, wave, count):
    page = keyboard.page
    page.goto(f"/waves/{wave.id}/paper")
    expect(page.get_by_text("Voor deze meting geldt:")).to_contain_text("Wie formulieren typt")
    keyboard.go_to(page.locator("#block")).press("ArrowDown")
    keyboard.go_to(page.locator("#forms")).type(str(count)).push("Maak formulieren")
    keyboard.reads(re.compile(rf"^Er (is|zijn) {count} papieren formulier"))


def printed(page, folder):
    """The text of each page as the printer gets it."""
    file = folder / "forms.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
    pictures = output() / "screenshots" / "form"
    subprocess.run(["pdftoppm", "-r", "60", "-l", "4", "-png", file, pictures], check=True)
    return text.split("\f")[:-1]


def test_from_a_decision_to_the_report(server, open_wave, on_paper, page, open_page, picture, tmp_path):
    codes = on_paper(open_wave, 12, picture)
    look_at_print(printed(page, tmp_path), codes)
    typist = Typist(open_page(viewport=WIDE), open_wave)
    before = typist.kept
    type_ten(typist, codes)
    type_one_twice(typist, codes[10], codes[11], picture)
    assert typist.kept == before and before[:3] == [[], [], ""]
    expect(typist.page.locator("[data-slot=count]")).to_contain_text("11 formulieren")

    # The same fields and values as the answering page sends, one request a form.
    fields = {"code", "language", *open_wave.items}
    assert len(typist.sent) == 11 and all(set(sent) == fields for sent in typist.sent)
    for card in open_wave.codes[:12]:
        assert open_wave.send(card, open_wave.same(3))[0] == 200
    open_wave.close()
    assert open_wave.respondents() == 23
    cards = open_wave.results()["cards"]
    assert cards["forms"]["value"] == 12 and cards["made"]["value"] == len(open_wave.codes) + 12

    page.goto(f"/waves/{open_wave.id}/manifest")
    expect(page.locator("main")).to_contain_text("12 daarvan zijn papieren formulieren")
    page.goto(f"/waves/{open_wave.id}/paper")
    expect(page.locator("main")).to_contain_text("Vernietig wat nog op papier is.")
    expect(typist_again(open_page, open_wave).locator("main")).to_contain_text("uiterlijk op de laatste dag zelf")


def look_at_print(pages, codes):
    """A slip and its empty back, then a sheet for each form, with its code on both sides."""
    assert len(pages) == 2 + 2 * len(codes)
    assert TEXT in " ".join(pages[0].split()) and "Handtekening" in pages[0]
    assert "Joke Prins" in pages[0] and "Piet Vos" in pages[0]
    for number, code in enumerate(codes):
        for side in (1, 2):
            text = pages[1 + 2 * number + side]
            assert code in text and f"bladzijde {side} van 2" in text
            assert "Helemaal" in text and not any(other in text for other in codes if other != code)
        assert "Zorg" not in pages[2 + 2 * number].replace("Goede zorg", "")


def type_ten(typist, codes):
    typist.falls_twice(False)
    for code in codes[:10]:
        before = typist.pressed
        typist.form(code, ALL_FOURS)
        typist.store()
        # Eight keys for the code, one a question, one at the end of each block; the one behind the last stores.
        assert typist.pressed - before == 8 + 42 + len(typist.ends) + 1
    assert not typist.is_unsent


def type_one_twice(typist, code, other, picture):
    """With another form in between, and two differences, which somebody looks up on the paper, all by keyboard."""
    page = typist.page
    typist.falls_twice(True)
    typist.form(code, ALL_FOURS)
    typist.enter()
    expect(page.locator("[data-slot=notice]")).to_contain_text("Dit formulier typ je nog een keer")
    expect(page.locator("#code")).to_have_value("")
    assert len(typist.sent) == 10 and typist.is_unsent
    typist.type(other.replace("-", ""))
    expect(typist.problem).to_contain_text(f"Dit is een ander formulier. Typ eerst het formulier met code {code}")
    expect(page.locator("#code")).to_have_value("")
    wrong = troubles(page, "another form the second time", picture)
    typist.form(code, "2" + "4" * 40 + "-")
    expect(typist.row(41)).to_contain_text("4 Mee eens")
    typist.enter()
    typist.expect_view("differ")
    wrong += troubles(page, "where two typings differ", picture)
    groups = page.locator("[data-slot=differences]").get_by_role("group")
    expect(groups).to_have_count(2)
    expect(groups.first).not_to_contain_text("code")
    first, second = (page.locator(f"input[name=differs-{place}]").first for place in (0, 1))
    expect(first).to_be_focused()
    typist.type("3")
    expect(typist.problem).to_contain_text("3 is geen van beide.")
    typist.type("2")
    expect(second).to_be_focused()
    typist.press("Enter")
    expect(second).to_be_focused()
    typist.press("Enter")
    expect(typist.problem).to_contain_text("Kies bij elk verschil")
    typist.type("4")
    assert len(typist.sent) == 10
    typist.store()
    assert not wrong, "\n".join(wrong)
    first, *_, last = list(typist.sent[-1].values())[2:]
    assert (first, last) == ("2", "4")


def typist_again(open_page, wave):
    page = open_page(viewport=PHONE)
    page.goto(f"{wave.url}/paper")
    return page


def test_what_goes_wrong_while_typing(server, open_wave, on_paper, open_page, picture):
    codes = on_paper(open_wave, 3)
    typist = Typist(open_page(viewport=WIDE), open_wave)
    page = typist.page
    typist.falls_twice(False)

    # The check character is looked at as soon as it is there.
    wrong = codes[0].replace("-", "")[:-1] + ("2" if codes[0][-1] != "2" else "3")
    typist.type(wrong)
    expect(typist.problem).to_contain_text("Deze code klopt niet.")
    expect(page.locator("#code")).to_be_focused()
    typist.press("Control+a")
    typist.form(codes[0], "9")
    complaint = page.locator("[data-slot=wrong]")
    expect(complaint).to_contain_text("9 kan hier niet.")
    # What was refused leaves the question as it was, and so does the Enter behind it.
    typist.press("Enter")
    typist.expect_question(1)
    expect(complaint).to_contain_text("9 kan hier niet.")
    typist.press("Backspace")
    typist.type("1")
    typist.press("Backspace", "ArrowUp")
    typist.expect_question(1)
    typist.type("5-")
    # Only what the page names is no answer: nobody comes past a question by going on.
    for key in ("ArrowDown", "ArrowRight"):
        typist.press(key)
        expect(complaint).to_contain_text("Vraag 3 heeft nog geen antwoord.")
    typist.press("Enter")
    expect(complaint).to_contain_text("Vraag 3 heeft nog geen antwoord, en je typte Enter.")
    typist.press("Backspace")
    typist.type("0")
    expect(complaint).to_contain_text("0 kan hier niet.")
    typist.press("Backspace")
    typist.press("Numpad4")
    expect(complaint).to_contain_text("Zet Num Lock aan.")
    typist.expect_question(3)
    typist.press("ArrowUp", "ArrowDown")
    typist.expect_question(3)
    typist.digits("---", 3)
    typist.expect_question(6)
    troubled = troubles(page, "a question in hand", picture)
    typist.digits("4" * 37, 6)
    told = [typist.row(number).inner_text().split("\n")[-1] for number in range(1, 7)]
    assert [text.split()[0] for text in told] == ["5", "geen", "geen", "geen", "geen", "4"]
    typist.expect_view("look")
    troubled += troubles(page, "the look back", picture)

    # From the list to a question and back, and back by the keys.
    typist.row(2).get_by_role("button").click()
    typist.type("3")
    expect(typist.row(2)).to_contain_text("3 Niet eens, niet oneens")
    typist.expect_view("look")
    assert typist.is_unsent

    page.context.set_offline(True)
    typist.enter()
    expect(typist.problem).to_contain_text("Er is geen verbinding. Wat je typte, staat nog hier.")
    expect(typist.row(2)).to_contain_text("3 Niet eens, niet oneens")
    page.context.set_offline(False)
    typist.store()
    assert typist.sent[-1][open_wave.items[1]] == "3" and open_wave.items[2] not in typist.sent[-1]

    # The same form once more.
    for answer, told in (("Laat staan", "Wat er al was, blijft staan."), ("Vervang wat er was", f"Opgeslagen: formulier {codes[0]}.")):
        typist.form(codes[0], ALL_TWOS)
        typist.enter()
        typist.expect_view("used")
        troubled += troubles(page, "a form that was typed already", picture)
        Keyboard(page).push(answer)
        expect(page.locator("[data-slot=notice]")).to_contain_text(told)
        expect(page.locator("#code")).to_be_focused()

    # A code that no form has, with everything typed: only the code is asked again.
    typist.form(checked(codes[1].replace("-", "")[:6] + ("4" if codes[1][7] != "4" else "5")), ALL_TWOS)
    typist.enter()
    expect(typist.problem).to_contain_text("Deze code kennen we niet")
    typist.press("Control+a")
    typist.type(codes[1].replace("-", ""))
    typist.store()
    typist.form(codes[2], ALL_TWOS)
    open_wave.close()
    typist.enter()
    expect(page.get_by_role("heading", name="Intypen kan niet meer")).to_be_visible()
    assert not typist.is_unsent and open_wave.respondents() is not None
    assert not troubled, "\n".join(troubled)


def test_enter_behind_each_digit_loses_no_answer(open_wave, on_paper, open_page):
    codes = on_paper(open_wave, 2)
    typist = Typist(open_page(), open_wave)
    typist.falls_twice(False)
    answers = [str(1 + number % 5) for number in range(42)]
    for code in codes:
        typist.type(code.replace("-", ""))
        typist.press("Enter")
        for number, answer in enumerate(answers, 1):
            typist.type(answer)
            if number < 42:
                typist.press("Enter")
            if number in typist.ends:
                # The one behind the digit does not count; the block takes its own.
                typist.expect_end(number)
                expect(typist.wrong).to_contain_text("Typ dan nog een Enter.")
                typist.press("Enter")
        expect(typist.page.locator("[data-slot=look]")).to_contain_text("42 van de 42")
        # One that is held down is one key: it ends the last answer, and stores nothing.
        for _ in range(3):
            typist.page.keyboard.down("Enter")
        typist.page.keyboard.up("Enter")
        expect(typist.page.locator("[data-slot=once-more]")).to_contain_text("Er is nog niets opgeslagen.")
        assert len(typist.sent) == codes.index(code)
        typist.store()
        assert [typist.sent[-1][item] for item in open_wave.items] == answers


def test_one_enter_stores_for_whoever_puts_none_behind_a_digit(open_wave, on_paper, open_page):
    code, = on_paper(open_wave, 1)
    typist = Typist(open_page(), open_wave)
    typist.falls_twice(False)
    typist.form(code, ALL_FOURS)
    typist.expect_view("look")
    typist.press("Enter")
    typist.expect_stored(code)


def test_a_digit_finds_its_question_wherever_the_cursor_is(open_wave, on_paper, open_page):
    code, = on_paper(open_wave, 1)
    typist = Typist(open_page(), open_wave)
    typist.falls_twice(False)
    typist.form(code, "4")
    typist.press("Tab", "Tab")
    typist.type("3")
    expect(typist.row(2)).to_contain_text("3 Niet eens, niet oneens")
    typist.expect_question(3)


def test_a_question_that_was_passed_over_is_asked_before_storing(open_wave, on_paper, open_page):
    code, = on_paper(open_wave, 1)
    typist = Typist(open_page(), open_wave)
    typist.falls_twice(False)
    typist.form(code, "44")
    expect(typist.page.locator("#keys")).not_to_contain_text("twee cijfers")
    typist.row(40).get_by_role("button").click()
    typist.digits("555", 40)
    typist.expect_question(3)
    typist.digits("4" * 37, 3)
    typist.expect_question(40)
    typist.press(*["ArrowDown"] * 3)
    typist.store()
    assert list(typist.sent[-1].values())[2:] == ["4"] * 39 + ["5"] * 3


def test_on_a_phone_answers_are_tapped(open_wave, on_paper, open_page):
    code, = on_paper(open_wave, 1)
    typist = Typist(open_page(viewport=PHONE, has_touch=True), open_wave)
    typist.falls_twice(False)
    typist.type(code.replace("-", ""))
    options = typist.page.locator("[data-slot=options]")
    options.get_by_role("button", name="geen antwoord").tap()
    assert 1 not in typist.ends
    for number in range(2, 43):
        typist.expect_question(number)
        options.get_by_role("button", name="4 Mee eens", exact=True).tap()
        if number in typist.ends:
            options.get_by_role("button", name="Klopt, verder").tap()
    typist.expect_view("look")
    typist.page.get_by_role("button", name=f"Sla formulier {code} op").tap()
    typist.expect_stored(code)
    assert [typist.sent[-1].get(item) for item in open_wave.items] == [None] + ["4"] * 41


@pytest.mark.parametrize("viewport", [PHONE, WIDE], ids=["phone", "laptop"])
def test_before_the_first_code(open_wave, on_paper, open_page, picture, viewport):
    on_paper(open_wave, 1)
    page = Typist(open_page(viewport=viewport), open_wave).page
    expect(page.locator("#code")).to_be_focused()
    assert not troubles(page, f"typing {viewport['width']}", picture)


def test_without_scripts_a_form_can_be_typed_on_the_questionnaire(open_wave, on_paper, open_page):
    on_paper(open_wave, 1)
    page = open_page(java_script_enabled=False)
    page.goto(f"{open_wave.url}/paper")
    expect(page.locator("#code")).to_be_hidden()
    page.get_by_role("link", name="Naar de vragenlijst").click()
    expect(page.locator("#code")).to_be_visible()


def test_one_in_ten_falls_by_chance(run):  # noqa: F811
    fell = run("helpers/chance.js", "oneIn", [10] * 20_000).count(True)
    assert 1_800 < fell < 2_200
