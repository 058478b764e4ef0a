"""A typing error in one questionnaire keeps nobody from the others."""

import shutil

import pytest

from rig.places import ROOT
from rig.visitor import Visitor
from rig.wave import CARE, PULSE


@pytest.fixture(params=["at rest", "running"])
def weefsel(make_server, request, tmp_path):
    """An installation with a draft on the pulse, in whose questions a key is mistyped afterwards."""
    resources = tmp_path / "resources"
    resources.mkdir()
    for part in ("Packs", "Locales", "Templates", "Assets"):
        shutil.copytree(ROOT / part, resources / part)
    made = make_server()
    made.environment["WEEFSEL_RESOURCES"] = str(resources)
    units = tmp_path / "units.csv"
    units.write_text("path;headcount\nDe Linde > Zorg;30\n")
    made.draft = made.cli(
        "wave", "create", "--pack", PULSE, "--title", "Peiling", "--units", units, "--json").json["id"]
    questions = resources / "Packs" / PULSE / "questions.yaml"
    questions.write_text(questions.read_text().replace("revision: 1", "revison: 1", 1))
    return made.start() if request.param == "running" else made


def test_other_commands_go_on_and_other_waves_open(weefsel):
    weefsel.cli("user", "add", "an", "--role", "hr")
    made = weefsel.cli("wave", "create", "--pack", CARE, "--title", "Grote meting", "--json").json

    assert weefsel.cli("wave", "open", made["id"], "--json").json["state"] == "open"


def test_what_is_left_out_is_told_with_file_and_line(weefsel):
    told = weefsel.cli("user", "add", "an", "--role", "hr").err + (weefsel.said() if weefsel.process else "")

    assert PULSE in told
    assert f"{PULSE}/questions.yaml:5" in told


def test_a_wave_on_that_pack_is_neither_made_nor_opened(weefsel):
    told = weefsel.cli("wave", "create", "--pack", PULSE, "--title", "Nog een", code=2)

    assert "revison" in told.err
    assert "check-packs" in weefsel.cli("wave", "open", weefsel.draft, code=1).err
    weefsel.cli("check-packs", code=2)


def test_hr_reads_on_the_page_that_one_is_missing(weefsel):
    if weefsel.process is None:
        weefsel.start()
    account = weefsel.cli("user", "add", "an", "--role", "hr", "--json").json
    visitor = Visitor(weefsel.url)
    visitor.sign_in(account["name"], account["password"])

    page = visitor.get("/waves/new")[1]

    assert "check-packs" in page
    assert f'value="{PULSE}"' not in page
    assert f'value="{CARE}"' in page
