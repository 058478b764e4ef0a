"""A check that stumbles is no check that found something."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from rig.places import ROOT

CHECKS = ROOT / "Tests/Checks"


def _line(sizes: list[int], shown: list[int]) -> str:
    """An organisation with groups of these sizes, of which some are shown beside the whole; the threshold is 5."""
    theme = {"id": "t", "shown": True, "items": []}
    truth = {
        "threshold": 5,
        "groups": [{"name": "g0"}, *({"name": f"g{place}", "parent": 0} for place in range(1, len(sizes) + 1))],
        "themes": [{"id": "t", "share": 0.5, "minimum": 1, "maximum": 5, "items": [{"id": "i", "reversed": False}]}],
        "people": [{"group": place, "answers": [3]} for place, size in enumerate(sizes, 1) for _ in range(size)],
    }
    units = [{"path": [f"g{place}"], "n": None, "themes": [theme]} for place in shown]
    return json.dumps({"document": {"themes": [theme], "units": units}, "truth": truth})


@pytest.mark.parametrize("line, code", [
    (_line([6, 6], [1, 2]), 0), (_line([6, 2], [1]), 3), (_line([6, 6], []), 2), ("{}", 1), ("no line", 1),
], ids=["well", "leak", "nothing", "broken", "garbage"])
def test_the_attack_says_3_of_a_leak_and_of_nothing_else(line, code):
    attack = [sys.executable, CHECKS / "disclosure_rank.py"]

    assert subprocess.run(attack, input=line, capture_output=True, text=True, timeout=60).returncode == code


@pytest.mark.parametrize("forge, attack, holds", [
    (0, 3, True), (141, 3, True), (1, 3, False), (0, 1, False), (0, 0, False), (0, 2, False),
])
def test_a_mutant_counts_as_killed_only_when_a_tree_leaks(tmp_path, forge, attack, holds):
    """The checks with a forge and a Python that only end."""
    shutil.copy(CHECKS / "run.sh", tmp_path)
    shutil.copytree(CHECKS / "mutants", tmp_path / "mutants")
    ends = f"#!/bin/bash\\n[ $3 -ne 7 ] || exit {forge}\\n"
    _program(tmp_path / "forge.sh", f'mkdir -p "$1"; printf \'{ends}\' >"$1/TreeForge"; chmod +x "$1/TreeForge"')
    _program(tmp_path / "python", f'cat >/dev/null; case "$*" in *--until-leak*) exit {attack};; esac')

    done = subprocess.run(
        ["bash", tmp_path / "run.sh"], env=os.environ | {"PYTHON": str(tmp_path / "python")}, capture_output=True,
        text=True, timeout=60)

    mutants = len(list((CHECKS / "mutants").glob("*.patch")))
    assert mutants > 0
    assert done.returncode == (0 if holds else 1)
    assert f", {0 if holds else mutants} failed" in done.stdout
    assert holds or f"ended with {forge} {attack}" in done.stderr


def _program(path, line: str) -> None:
    path.write_text(f"#!/bin/bash\n{line}\n")
    path.chmod(0o755)
