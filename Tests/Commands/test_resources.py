"""What lacks beside the program is told at start in one line, and never in the middle of a page."""

import shutil

import pytest

from rig.places import ROOT
from rig.server import Server

PARTS = ("Packs", "Locales", "Templates", "Assets")


@pytest.fixture
def resources(tmp_path):
    folder = tmp_path / "resources"
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part)
    return folder


def _refused(tmp_path, resources) -> str:
    server = Server(tmp_path / "data", "resources", mark=False)
    server.environment["WEEFSEL_RESOURCES"] = str(resources)
    try:
        assert server.launch().wait(timeout=30) == 2
        server.process = None
        lines = server.said().strip().splitlines()
    finally:
        server.close()
    assert len(lines) == 1, lines
    return lines[0]


def _serves(tmp_path, resources) -> bool:
    server = Server(tmp_path / "data", "resources", mark=False)
    server.environment["WEEFSEL_RESOURCES"] = str(resources)
    try:
        return server.start().get("/readyz")[0] == 200
    finally:
        server.close()


@pytest.mark.parametrize(
    "lacking",
    [
        *PARTS, "Locales/en", "Locales/nl/answer.yaml", "Locales/fr", "Locales/nl-x-plain/answer.yaml",
        "Templates/answer", "Templates/page.mustache",
        "Templates/shared/_foot.mustache", "Assets/styles/bundles.yaml", "Assets/icon.svg",
    ],
)
def test_what_lacks_is_named_in_one_line(tmp_path, resources, lacking):
    gone = resources / lacking
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()

    assert lacking in _refused(tmp_path, resources)


@pytest.mark.parametrize("name", ["Templates", "Packs/pulse/nl.yaml", "Locales/nl/answer.yaml", "Templates/answer"])
def test_a_link_that_leads_nowhere_counts_as_missing(tmp_path, resources, name):
    place = resources / name
    shutil.rmtree(place) if place.is_dir() else place.unlink()
    place.symlink_to(tmp_path / "nothing-here")

    assert name in _refused(tmp_path, resources)


def test_a_link_that_leads_somewhere_is_followed(tmp_path, resources):
    linked = tmp_path / "linked"
    linked.mkdir()
    for part in PARTS:
        (linked / part).symlink_to(resources / part)

    assert _serves(tmp_path, linked)


def test_an_empty_folder_is_refused(tmp_path):
    (tmp_path / "empty").mkdir()

    line = _refused(tmp_path, tmp_path / "empty")

    for part in PARTS:
        assert part in line
