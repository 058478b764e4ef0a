"""A research wave that a command makes."""

import pytest

from rig.research import decision, organisation, visitor
from rig.wave import PULSE


@pytest.mark.parametrize("language, told", [
    ("nl_NL.UTF-8", "De vragenlijst pulse vraagt mensen niets over zichzelf."),
    ("C.UTF-8", "The questionnaire pulse asks people nothing about themselves."),
])
def test_research_without_background_is_told_of(make_server, language, told):
    server = make_server()
    organisation(server)
    server.start()
    hr, council = visitor(server, "Hanna", "hr"), visitor(server, "Olga", "council")

    def made(pack: str, *more: str) -> str:
        return server.cli("wave", "create", "--pack", pack, "--title", "Meting", *more, LC_ALL=language).err

    plain, asking = (decision(hr, council, "research_wave", subject) for subject in ("Zonder", "Met achtergrond"))
    assert told in made(PULSE, "--research", plain)
    assert made("asking", "--research", asking) == ""
    assert made(PULSE) == ""
