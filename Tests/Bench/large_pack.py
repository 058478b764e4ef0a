"""A questionnaire of 60 questions in ten themes, larger than any that we ship."""

import shutil
from pathlib import Path

from rig.places import ROOT

NAME = "large"
THEMES = [f"theme{theme}" for theme in range(10)]
METHOD = f"""\
id: {NAME}
kind: instrument
version: 1.0
languages: [nl, en]
minutes: 12
licence: EUPL-1.2
validated: false
"""
ITEMS = {theme: [f"{theme}-item{item}" for item in range(6)] for theme in THEMES}


def resources(folder: Path) -> Path:
    """A folder of resources with this pack beside the shipped ones."""
    pack = folder / "Packs" / NAME
    pack.mkdir(parents=True)
    for part in ("Locales", "Templates", "Assets"):
        shutil.copytree(ROOT / part, folder / part)
    for name, text in _files().items():
        (pack / name).write_text(text)
    return folder


def _files() -> dict[str, str]:
    return {
        "method.yaml": METHOD,
        "questions.yaml": _questions(),
        "scoring.yaml": _scoring(),
        "nl.yaml": _words(),
        "en.yaml": _words(),
        "SOURCES.md": "Made for a measurement of speed.\n",
    }


def _questions() -> str:
    lines = ["themes:"]
    for theme, items in ITEMS.items():
        lines += [f"  - id: {theme}", "    items:"]
        lines += [f"      - {{id: {item}, revision: 1, scale: agreement}}" for item in items]
    return "\n".join(lines) + "\n"


def _scoring() -> str:
    values = "\n".join(
        f"      {value}: {meaning}" for value, meaning in enumerate(
            ("unfavourable", "unfavourable", "neutral", "favourable", "favourable"), start=1))
    return f"scales:\n  agreement:\n    values:\n{values}\nanswered-share: 0.5\nthemes:\n  theme9: {{outcome: true}}\n"


def _words() -> str:
    scale = "\n".join(f"    {value}: Keuze {value}" for value in range(1, 6))
    themes = "\n".join(f"  {theme}:\n    name: Thema {theme}\n    short: {theme}\n    lead: Denk na." for theme in THEMES)
    items = "\n".join(f"  {item}: Dit is {item}." for part in ITEMS.values() for item in part)
    head = "title: Groot\nwhy: Om te meten.\nabout: Om te meten.\n"
    return f"{head}scales:\n  agreement:\n{scale}\nthemes:\n{themes}\nitems:\n{items}\n"
