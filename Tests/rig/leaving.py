"""Two organisations on one server: one that leaves, with something of everything, and one that stays."""


import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rig.research import PLACES, Research, decision, research, visitor
from rig.server import Server
from rig.visitor import Visitor
from rig.wave import Wave, choices, codes, units_csv

NAME = "De Linde"
WITNESS = "Willemijn Vertrekt"
PAPER = b"%PDF-1.7 toestemming"


@dataclass
class Leaving:
    research: Research
    published: Wave
    draft: str
    """Somebody who works in both."""
    both: str

    @property
    def server(self) -> Server:
        return self.research.server

    def decide(self, subject: str = "Wij gaan weg", agrees: bool = True) -> str:
        return self.research.decision("leaving", subject, agrees)


def two_organisations(server: Server) -> Leaving:
    """In the one that stays somebody has the same name as in the other, and a wave is published."""
    made = research(server)
    for code in range(20):
        made.wave.send(made.wave.codes[code], {"rhythm-nights": "3", "years": "1", "better": "Minder haast"})
    made.wave.close()
    published = _wave(server, "Najaar in {0!r}".format("=cmd"), "linde")
    server.cli("wave", "publish", published.id)
    draft = server.cli(
        "wave", "create", "--pack", "pulse", "--title", "Proef", "--organisation", "linde", "--json").json["id"]
    made.hr.submit("/admin/decisions/new", "/admin/decisions/new", {
        "kind": "dpia", "subject": "Een DPIA", "text": "Wij | deden een *DPIA*.\nHij is klaar.", "asked_by": WITNESS,
        "decided_on": "2026-10-01", "agreed": "hr"})
    _stays(server)
    both = "Bea Beide"
    _works_in_both(server, both)
    return Leaving(made, published, draft, both)


def _wave(server: Server, title: str, slug: str) -> Wave:
    made = server.cli(
        "wave", "create", "--pack", "pulse", "--title", title, "--organisation", slug, "--json").json["id"]
    server.cli("wave", "open", made)
    wave = Wave(server, made, codes(server, made), {})
    wave.choices = choices(server.get(wave.path)[1].decode())
    wave.send_in_order([wave.same(number % 5) for number in range(30)])
    wave.close()
    return wave


def _stays(server: Server) -> None:
    server.cli("organisation", "add", "eik", "De Eik")
    units = server.folder.parent / "eik.csv"
    units.write_text(units_csv(PLACES))
    server.cli("wave", "create", "--pack", "pulse", "--title", "Eerste", "--units", units, "--organisation", "eik")
    server.cli("wave", "publish", _wave(server, "Van de Eik", "eik").id)
    hr = visitor(server, "Eefje", "hr", "--organisation", "eik")
    hr.submit("/admin/decisions/new", "/admin/decisions/new", {
        "kind": "other", "subject": "Van de Eik", "text": "Blijft.", "asked_by": WITNESS, "decided_on": "2026-10-01",
        "agreed": "hr"})


def _works_in_both(server: Server, name: str) -> None:
    """No page makes this yet: an account with a role in two organisations."""
    server.cli("user", "add", name, "--role", "board", "--organisation", "linde")
    with closing(sqlite3.connect(server.folder / "core.sqlite", timeout=20)) as database, database:
        person, = database.execute("SELECT id FROM person WHERE name = ?", [name]).fetchone()
        home, = database.execute("SELECT id FROM organisation WHERE slug = 'eik'").fetchone()
        database.execute("INSERT INTO membership VALUES (?, ?, ?, 'board', NULL, NULL)", [home, "f" * 32, person])


def rows_of(folder: Path, slug: str) -> dict[str, list]:
    """Every row of an organisation, by table."""
    with closing(sqlite3.connect(f"file:{folder}/core.sqlite?mode=ro", uri=True)) as database:
        home = database.execute("SELECT id FROM organisation WHERE slug = ?", [slug]).fetchone()
        found = {"organisation": database.execute("SELECT * FROM organisation WHERE slug = ?", [slug]).fetchall()}
        for table, in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            columns = [column[1] for column in database.execute(f"PRAGMA table_info({table})")]
            if "organisation_id" in columns and home:
                query = f"SELECT * FROM {table} WHERE organisation_id = ?"
                found[table] = sorted(map(repr, database.execute(query, home).fetchall()))
        return found
