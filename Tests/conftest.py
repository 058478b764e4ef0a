"""What browser tests and fault tests share."""

import pytest

from rig.server import Server
from rig.wave import CARE, open_wave as open_wave_on


def pytest_addoption(parser):
    parser.addoption("--all", action="store_true", help="also what takes long")
    parser.addoption("--kills", type=int, help="how often the server is killed while people send")


def pytest_collection_modifyitems(config, items):
    if config.getoption("--all"):
        return
    long = [item for item in items if item.get_closest_marker("long")]
    config.hook.pytest_deselected(items=long)
    items[:] = [item for item in items if item not in long]


@pytest.fixture
def everything(request) -> bool:
    """Whether the long forms run."""
    return request.config.getoption("--all")


@pytest.fixture
def make_server(tmp_path, request):
    """Makes servers that are gone when the test is."""
    made = []

    def make(part: str = "data", **options) -> Server:
        name = "".join(letter if letter.isalnum() else "-" for letter in request.node.name)
        made.append(Server(tmp_path / part, f"{name}-{len(made) + 1}", **options))
        return made[-1]

    yield make
    for server in made:
        server.close()


@pytest.fixture
def server(make_server) -> Server:
    """An empty Weefsel that runs."""
    return make_server().start()


@pytest.fixture
def cli(server):
    """A command on the folder of the server; fails unless its exit code is `code`."""
    return server.cli


@pytest.fixture
def make_wave(server):
    """Opens a wave over units with these headcounts."""

    def make(headcounts=None, pack=CARE, title="Hoe is het op je werk", *options):
        places = headcounts or {"De Linde > Zorg": 24, "De Linde > Keuken": 12}
        return open_wave_on(server, places, pack, title, *options)

    return make


@pytest.fixture
def open_wave(make_wave):
    """A wave of 42 questions that is open: its address, codes, items."""
    return make_wave()
