"""Whether the documents know every command."""

import json
import subprocess

from rig.places import ROOT, binary

EXPLAINED = (ROOT / "docs/self-hosting.md").read_text()


def _commands(told: dict, before: str = ""):
    """Every command that people give, with the command that it belongs to; some only follow another."""
    for command in told.get("subcommands", []):
        name = f"{before}{command['commandName']}"
        if command["commandName"] == "help" or not command["shouldDisplay"]:
            continue
        if command.get("subcommands"):
            yield from _commands(command, f"{name} ")
        else:
            yield name


def test_every_command_is_explained_to_operators():
    dump = subprocess.run(
        [str(binary()), "--experimental-dump-help"], capture_output=True, text=True, check=True, timeout=30).stdout
    commands = set(_commands(json.loads(dump)["command"]))

    assert {"serve", "wave open", "check-packs"} <= commands
    assert sorted(name for name in commands if f"`weefsel {name}" not in EXPLAINED) == []
