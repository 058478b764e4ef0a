"""Files of answers that other programs wrote, and the figures that other programs found in them."""

import csv
import io
import json
import os
import subprocess
from pathlib import Path

from rig.places import ROOT, binary

FOLDER = ROOT / "Tests/Exports"
PACK = ROOT / "Tests/Packs/personeel-zorg-2026"
EXPECTED = json.loads((FOLDER / "expected.json").read_text())
FIGURES = EXPECTED["figures"]["all"]
FILES = EXPECTED["files"]
PULSE = ["pulse-workload", "pulse-tasks", "pulse-help", "pulse-voice", "pulse-joy"]
SHARES = ("unfavourable", "neutral", "favourable")


def report(answers: Path, out: Path, *options, pack=PACK, code=0):
    """What the command says; fails unless it ends with `code`."""
    environment = {"PATH": os.environ["PATH"], "LANG": "en_US.UTF-8", "WEEFSEL_RESOURCES": str(ROOT)}
    done = subprocess.run(
        [binary(), "report", "--pack", pack, "--answers", answers, "--out", out, *map(str, options)],
        capture_output=True, text=True, timeout=120, env=environment)
    assert done.returncode == code, f"{done.returncode}\n{done.stdout}\n{done.stderr}"
    return done


def pulse_file(folder, answers, head=PULSE, team=None):
    """A file in which somebody gives each answer to every question."""
    file = folder / "answers.csv"
    rows = [[*([] if team is None else [team(row)]), *[answer] * len(PULSE)] for row, answer in enumerate(answers)]
    with file.open("w", newline="") as out:
        csv.writer(out, delimiter=";").writerows([[*([] if team is None else ["team"]), *head], *rows])
    return file


def document(out: Path) -> dict:
    return json.loads((out / "report.json").read_text())


def options(name: str) -> list:
    """The map of a file, for everything but those that need none."""
    return ["--columns", FOLDER / FILES[name]["map"]]


def differences(found: dict, name: str) -> list[str]:
    """Every figure of a report in full precision that is not the expected one to 1e-9."""
    pairs = [("rows", found["rows"], FIGURES["rows"]),
             ("respondents", found["respondents"], FIGURES["rows_with_a_valid_item_answer"])]
    themes = {theme["id"]: theme for theme in found["themes"]}
    items = {item["id"]: item for theme in found["themes"] for item in theme["items"]}
    for theme in FIGURES["themes"]:
        pairs += of_theme(theme["id"], themes[theme["id"]], theme)
        pairs.append((theme["id"] + " alpha", themes[theme["id"]]["alpha"], theme["alpha"]))
        pairs += of_shares(theme["id"], themes[theme["id"]], theme)
    for item in FIGURES["items"]:
        pairs += of_theme(item["id"], items[item["id"]], item) + of_shares(item["id"], items[item["id"]], item)
    pairs.append(("enps", themes["aanraden"]["score"]["value"], FIGURES["enps"]["enps"]))
    pairs += of_units(found, FILES[name]["unit_names_in_file"])
    return [f"{what}: {own} instead of {other}" for what, own, other in pairs
            if own is None or other is None or abs(own - other) > 1e-9]


def of_theme(what: str, own: dict, other: dict) -> list[tuple]:
    return [(f"{what} {key}", own[key], other[key]) for key in ("n", "mean", "sd")] + [
        (f"{what} favourable", own["favourable"], other["percent_favourable"])]


def of_shares(what: str, own: dict, other: dict) -> list[tuple]:
    return [(f"{what} {part}", own["distribution"][part], 100 * other["shares"][part]) for part in SHARES]


def of_units(found: dict, names: dict[str, str]) -> list[tuple]:
    """Units by path, or by the code that stands in the file; then there are no units above them."""
    own = {" > ".join(unit["path"]): unit for unit in found["units"]}
    pairs = []
    for unit in FIGURES["units"]:
        name = " > ".join(unit["path"])
        if names and name not in names:
            continue
        mine = own[names.get(name, name)]
        pairs.append((f"{name} rows", mine["rows"], unit["n"]))
        for theme in mine["themes"]:
            if theme["id"] in unit["themes"]:
                pairs += of_theme(f"{name} {theme['id']}", theme, unit["themes"][theme["id"]])
    return pairs


class Cells:
    """A file as rows of cells, to write it otherwise."""

    def __init__(self, name: str):
        known = FILES[name]
        self.encoding = {"Windows-1252": "cp1252", "UTF-8 with BOM": "utf-8-sig"}.get(known["encoding"], "utf-8")
        self.sign = "\t" if known["delimiter"] == "tab" else known["delimiter"]
        self.bytes = (FOLDER / name).read_bytes()
        self.text = self.bytes.decode(self.encoding)
        self.rows = [row for row in csv.reader(io.StringIO(self.text, newline=""), delimiter=self.sign) if row]

    def written(self, rows=None, sign=None, quoting=csv.QUOTE_MINIMAL, end="\r\n") -> str:
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=sign or self.sign, quoting=quoting, lineterminator=end).writerows(rows or self.rows)
        return out.getvalue()
