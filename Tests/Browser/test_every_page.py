"""Every page that the program has, for everybody: no rule of accessibility broken, nothing wider than a phone."""

import re
from html.parser import HTMLParser

import pytest

from accessibility import LOOKS, look_of, troubles, unsaid
from mistakes import MISTAKES
from rig.house import PEOPLE, House
from rig.places import ROOT

ROUTE = re.compile(r'RouteRow\(\s*"GET", "([^"]+)"')
NO_HTML = re.compile(r"^/(livez|readyz|assets/|logo/)|\.(json|xlsx|csv|pdf)$|^/questions/register/[^/]+/(sources|document)$|^/admin/registers/entries/[^/]+/paper$")
# What an address names that another page of its kind has otherwise: an identifier, a card, a team, a question, a column.
VARIES = re.compile(
    r"\b[0-9a-f]{32}\b|(?<=/cards/)\d+|(?<=/results/)\d+(?=/questions)|(?<=\d/questions/)[^/?]+|(?<=sort=)\w[\w-]*|(?<=sort=-)[\w-]+")
FOR_ALL = re.compile(r"^/(m|d|about)/")
# The first is looked at where nothing is set up yet, the second is the answer to a list of units; the third is there
# once somebody gave a permission, and looked at in test_register.py; the fourth while hr looks at a file, in
# test_import.py; the fifth while a PDF is made, in test_pdf.py;
# the sixth is of research, and in test_raw_answers.py. Those of invitations are in test_invitation.py, that of a code
# after the password in test_second_factor.py; the last stands below a message alone, in test_mail.py of the commands.
ELSEWHERE = {
    "/welcome/account", "/admin/members/invitations/:sheets", "/sign-in/code", "/mail/refusal/:token",
    "/set-up/:token", "/admin/units/file/:draft", "/admin/members/file/:list", "/admin/members/file/:list/members", "/questions/register/:instrument/permission/removal",
    "/waves/import/:file", "/waves/import/:file/wave", "/waves/:wave/results/files/pdf/:job", "/waves/:wave/answers",
}


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    house = House(tmp_path_factory.mktemp("house") / "data")
    try:
        yield house.start()
    finally:
        house.close()


@pytest.fixture(scope="module")
def pages(house, request):
    """Who finds which pages: each kind of page once, and in the long form once for each role."""
    found, everything = {}, request.config.getoption("--all")
    for role, path in [*by_links(house), *by_themselves(house)]:
        if NO_HTML.search(path):
            continue
        kind = Kind.of(path, house.visitor(role).get(path)[1])
        reader = role if everything and not FOR_ALL.match(path) else None
        found.setdefault((reader, kind), (reader, role, path))
    return list(found.values())


def patterns_of_routes():
    routes = set(ROUTE.findall((ROOT / "Tests/WebTests/Routes/RouteRow.swift").read_text()))
    return {route: re.compile(re.sub(r":\w+", "[^/]+", route) + "$") for route in routes if not NO_HTML.search(route)}


def by_links(house):
    for role in (None, *PEOPLE):
        for path in house.visitor(role).pages("/today" if role else "/"):
            yield role, path


def by_themselves(house):
    """Pages to which no link leads: of waves that take no answers, where a refused form stood, and of nothing at all."""
    for wave in house.waves.values():
        yield None, wave.answering
        yield None, f"{wave.answering}/thanks"
        yield None, f"{wave.answering}/paper"
        yield "hr", f"{wave.path}/paper"
    for path in ("/sign-in", "/card", "/welcome", "/m/2222", "/nowhere"):
        yield None, path
    for path in ("/welcome/about", "/account/proof", "/account/organisations"):
        yield "hr", path
    yield "admin", "/admin/mail/trial"
    roles = f"/admin/people/{house.person('Olga')}/roles"
    yield "hr", roles
    yield "hr", f"{roles}/{house.membership('Olga')}/removal"
    yield "admin", "/admin/settings/logo"
    yield "hr", "/nowhere"


EACH_READER = pytest.mark.parametrize(
    "reader", [None, *(pytest.param(role, marks=pytest.mark.long) for role in PEOPLE)])
# The others stand in test_every_page_in_english.py, which takes as long again.
DUTCH = [look for look in LOOKS if look_of(look)[0] == "nl"]


@pytest.mark.timeout(900)
def test_every_route_that_gives_a_page_is_among_them(house, pages):
    """The first, so that following all links takes none of the time in which pages are looked at."""
    seen = [path for *_, path in pages] + [mistake.path(house) for mistake in MISTAKES]
    unseen = {route for route, pattern in patterns_of_routes().items() if not any(map(pattern.match, seen))}
    assert unseen == ELSEWHERE


@pytest.mark.timeout(900)
@EACH_READER
@pytest.mark.parametrize("language, scheme", DUTCH)
def test_every_page_that_somebody_finds(language, scheme, reader, pages, look, everything, picture):
    find_no_trouble(language, scheme, reader, pages, look, picture if everything else None)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("language, scheme", DUTCH)
def test_every_page_that_answers_a_mistake(language, scheme, house, look, everything, picture):
    say_each_mistake(language, scheme, house, look, picture if everything else None)


def find_no_trouble(language, scheme, reader, pages, look, picture):
    """Looks at the pages of one reader, or where nobody asks for more at one of each kind."""
    wrong, own = [], [(role, path) for whose, role, path in pages if whose == reader]
    for role, path in own:
        page = look(role)
        assert page.goto(path).headers["content-type"].startswith("text/html"), path
        wrong += troubles(page, f"{language} {scheme} {role} {path}", picture)
    assert not wrong, "\n".join(wrong)
    assert own and len(pages) > 50


def say_each_mistake(language, scheme, house, look, picture):
    wrong = []
    for mistake in MISTAKES:
        page = look(mistake.role)
        mistake.make(page, house)
        wrong += unsaid(page, mistake.name)
        wrong += troubles(page, f"{language} {scheme} {mistake.name}", picture)
    assert not wrong, "\n".join(wrong)


@pytest.fixture
def look(house, browser, language, scheme):
    """A browser of somebody with a role: one for each, in one language and one scheme of colours."""
    opened = {}

    def look(role):
        if role not in opened:
            context = browser.new_context(
                base_url=house.server.url, locale={"nl": "nl-NL", "en": "en-GB"}[language], color_scheme=scheme)
            name, _, value = house.visitor(role).cookie.partition("=")
            if name:
                context.add_cookies([{"name": name, "value": value, "url": house.server.url}])
            opened[role] = context.new_page()
        return opened[role]

    yield look
    for page in opened.values():
        page.context.close()


class Kind(HTMLParser):
    """What a page is made of: its address without identifiers, and its elements with their classes."""

    def __init__(self):
        super().__init__()
        self.parts = set()

    @classmethod
    def of(cls, path, text):
        kind = cls()
        kind.feed(text)
        return VARIES.sub(":id", path), frozenset(kind.parts)

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        self.parts.add((tag, told.get("class"), told.get("type"), told.get("role")))
