"""The demo, as somebody meets it who tries Weefsel for the first time."""

import json
import re

import pytest

from rig.demo import Demo
from rig.ports import free_port
from rig.visitor import Visitor


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    made = Demo(tmp_path_factory.mktemp("demo") / "data")
    made.start()
    yield made
    if made.process.poll() is None:
        made.interrupt()


@pytest.fixture(scope="module")
def sent():
    """The codes that these tests used up themselves: a second start offers them again."""
    return set()


def test_it_tells_where_it_is_who_can_sign_in_and_which_code_works(demo):
    url, = demo[r"^Ready on (http://127\.0\.0\.1:\d+)$"]
    assert url == demo.server.url

    people = re.findall(r": (\S+) / (\S+)$", "\n".join(demo.lines), re.MULTILINE)
    assert len(people) >= 3
    for name, password in people:
        Visitor(url).sign_in(name, password)


def test_its_code_works_once(demo, sent):
    path, code = demo[r"(/m/\w+)#(\S+)$"]
    sent.add(code)
    body = f"code={code}".encode()

    assert demo.server.post(path, body)[0] == 303
    assert demo.server.post(path, body)[0] == 409


def test_it_stops_at_once_and_starts_again_within_three_seconds(demo):
    assert demo.interrupt() == 0
    assert demo.start() < 3
    assert demo.server.get("/readyz")[0] == 200


def test_it_refuses_a_folder_of_a_real_organisation(make_server):
    server = make_server(mark=False)
    server.cli("organisation", "add", "linde", "De Linde")
    before = server.cli("user", "list").out

    told = server.cli("demo", "--port", free_port(), code=1)

    assert len(told.err.splitlines()) == 1
    assert server.cli("user", "list").out == before


def test_it_offers_other_codes_than_the_made_up_people_used(demo, sent):
    offered = {re.search(r"/m/\w+#(\S+?)\"", demo.server.get("/")[1].decode()).group(1) for _ in range(12)}
    slug, = demo[r"/m/(\w+)#\S+$"]
    offered -= sent

    # A code that was used asks first whether the new answers replace the old.
    assert len(offered) > 3
    assert [demo.server.post(f"/m/{slug}", f"code={code}".encode())[0] for code in offered] == [303] * len(offered)


def test_one_that_was_stopped_while_it_was_made_says_how_to_begin_again(tmp_path):
    half = Demo(tmp_path / "data")
    half.start()
    half.interrupt()
    (half.server.folder / "demo.json").unlink()

    half.start()
    told = "\n".join(half.lines)
    assert half.interrupt() == 0

    assert str(half.server.folder) in told
    assert "#" not in told


def test_it_says_that_it_is_ready_when_it_is_made(tmp_path):
    first = Demo(tmp_path / "data")
    first.start()
    ready = next(number for number, line in enumerate(first.lines) if line.startswith("Ready on "))
    assert first.interrupt() == 0

    assert any("made-up" in line for line in first.lines[:ready])
    assert (first.server.folder / "demo.json").exists()


def test_it_lives_on_the_day_that_is_asked_for(tmp_path):
    then = Demo(tmp_path / "data", "--now", "2025-03-10T09:00")
    then.start()
    visitor = Visitor(then.server.url)
    visitor.visit_demo("Hanna")
    pulse = json.loads(visitor.get(f"/waves/{facts(then)['pulse']}/manifest.json")[1])
    wave = visitor.get(f"/waves/{facts(then)['wave']}/results")[1]
    assert then.interrupt() == 0

    # It opened six days before, and is open for sixty more.
    assert (pulse["opened"], pulse["closes"]) == ("2025-03-04", "2025-05-09")
    assert "Meting 2025" in wave


def test_it_refuses_a_folder_with_something_else_in_it(make_server):
    server = make_server(mark=False)
    (server.folder / "letter.txt").write_text("dear")

    lines = server.cli("demo", "--port", free_port(), code=2).err.splitlines()

    assert len(lines) == 1
    assert str(server.folder) in lines[0]
    assert [path.name for path in server.folder.iterdir()] == ["letter.txt"]


MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()


def facts(demo) -> dict:
    return json.loads((demo.server.folder / "demo.json").read_text())


def test_its_wave_was_read_by_the_council_first_and_told_on_the_promised_day(demo):
    visitor = Visitor(demo.server.url)
    visitor.visit_demo("Hanna")
    wave = f"/waves/{facts(demo)['wave']}"

    year, month, day = json.loads(visitor.get(f"{wave}/manifest.json")[1])["results"].split("-")
    promised = f"{int(day)} {MONTHS[int(month) - 1]} {year}"

    assert re.search(rf"Sinds \w+ {promised} kan iedereen dit lezen", visitor.get(f"{wave}/results")[1])
    for page in (wave, f"/waves/{facts(demo)['pulse']}"):
        assert "Gezien door Olga op" in visitor.get(f"{page}/manifest")[1]


def test_with_twenty_answers_fewer_every_page_tells_something_else(demo, tmp_path):
    fewer = Demo(tmp_path / "data", "--answers-less", "20")
    fewer.start()
    (first, pages), (second, other) = told(demo), told(fewer)
    assert fewer.interrupt() == 0

    assert first["respondents"]["value"] - second["respondents"]["value"] == 20
    for figure in ("favourable", "distribution"):
        assert [theme[figure] for theme in first["themes"]] != [theme[figure] for theme in second["themes"]], figure
    assert first["units"] != second["units"]
    assert pages.keys() == other.keys()
    for name in pages:
        assert pages[name] != other[name], f"{name} says the same of other answers"
        assert f"{first['respondents']['value']} " in pages[name] and f"{second['respondents']['value']} " in other[name]
    for document, own in ((first, pages), (second, other)):
        for theme in document["themes"]:
            assert f"{theme['mean']['value']:.1f}".replace(".", ",") in own["results"], theme["id"]


def test_its_wave_of_before_came_from_a_file_and_stands_beside_the_next(demo):
    visitor = Visitor(demo.server.url)
    visitor.visit_demo("Bram")
    earlier, wave = facts(demo)["earlier"], facts(demo)["wave"]

    document = json.loads(visitor.get(f"/waves/{earlier}/results.json")[1])
    assert (document["invited"], document["cards"]) == (None, None)
    # One question was not asked then: its theme is not told, and not compared.
    later = json.loads(visitor.get(f"/waves/{wave}/results.json")[1])
    assert {theme["id"] for theme in later["themes"]} - {theme["id"] for theme in document["themes"]} == {"learning"}
    assert [unit["path"][-1] for unit in document["units"] if unit["n"] is None]
    beside = words(visitor.get(f"/waves/{wave}/beside/{earlier}")[1])
    assert "9 thema’s zijn in beide metingen hetzelfde gevraagd" in beside
    assert re.search(r"Leren en groeien In het bestand van Meting \d{4} ontbreekt een vraag", beside)
    assert not [path for path in (demo.server.folder / "tmp").iterdir() if path.suffix != ".mark"]


def test_it_has_forms_of_paper_with_somebody_who_types_them(demo):
    visitor = Visitor(demo.server.url)
    visitor.visit_demo("Hanna")
    pulse = f"/waves/{facts(demo)['pulse']}"
    paper = words(visitor.get(f"{pulse}/paper")[1])
    assert "Er zijn 4 papieren formulieren gemaakt" in paper and "Keuken en restaurant 4 formulieren, 23 mensen" in paper
    assert "Wie de papieren formulieren typt" in paper and f"/m/{facts(demo)['pulseSlug']}/paper" in paper
    block, = re.findall(rf'href="({pulse}/paper/\d+)"', visitor.get(f"{pulse}/paper")[1])
    slip = words(visitor.get(block)[1])
    assert "Wil de Groot" in slip and "Noor Visser" in slip
    # Those who try it get no code of a form, and whoever types gets one that nobody used.
    codes = set(re.findall(r'class="code">([^<]+)<', visitor.get(block)[1]))
    assert len(codes) == 4 and not codes & set(facts(demo)["codes"])
    assert demo.server.get(f"/m/{facts(demo)['pulseSlug']}/paper")[0] == 200


def told(demo) -> tuple[dict, dict[str, str]]:
    """What the wave tells to machines, and the words of each page that tells it to people."""
    visitor = Visitor(demo.server.url)
    visitor.visit_demo("Hanna")
    wave = f"/waves/{facts(demo)['wave']}"
    paths = {"results": f"{wave}/results", "slides": f"{wave}/results/0/slides", "sheet": f"{wave}/results/0/sheet",
             "share": f"/d/{facts(demo)['shareSlug']}"}
    pages = {name: words(visitor.get(path)[1]) for name, path in paths.items()}
    return json.loads(visitor.get(f"{wave}/results.json")[1]), pages


def words(page: str) -> str:
    """The texts in the middle of a page, without addresses and tokens."""
    middle = page.split("<main", 1)[1].split("</main>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", middle).split())
