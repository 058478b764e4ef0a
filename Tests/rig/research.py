"""A research wave, as hr and the council make it: each by an account of its own."""

import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rig.places import ROOT
from rig.server import Server
from rig.visitor import Visitor
from rig.wave import Wave, choices, codes, units_csv

ASKING = ROOT / "Tests/Packs/asking"
DECISION = {"text": "Tot de zomer.", "asked_by": "Lector Zorg", "decided_on": "2026-10-01"}
PLACES = {"Zorg": 40, "Keuken": 40}


@dataclass
class Research:
    server: Server
    hr: Visitor
    council: Visitor
    wave: Wave

    @property
    def path(self) -> str:
        return f"/waves/{self.wave.id}/answers"

    def decision(self, kind: str, subject: str, agrees: bool = True) -> str:
        """About this wave, where it is about one."""
        return decision(self.hr, self.council, kind, subject, agrees, self.wave.id)


def decision(
        hr: Visitor, council: Visitor, kind: str, subject: str, agrees: bool = True, wave: str = "") -> str:
    """Asked by hr; the council agrees, or not yet."""
    fields = DECISION | {"kind": kind, "subject": subject, "agreed": "hr", "wave": wave}
    hr.submit("/admin/decisions/new", "/admin/decisions/new", fields)
    listed = re.findall(r'href="/admin/decisions/([0-9a-f]{32})"[^>]*>(?:<[^>]*>)*([^<]*)', hr.get("/admin/decisions")[1])
    found = next(id for id, name in listed if subject in name)
    if agrees:
        page = f"/admin/decisions/{found}"
        council.submit(page, f"{page}/agreement", {})
    return found


def organisation(server: Server, slug: str = "linde", name: str = "De Linde", pack: Path = ASKING) -> None:
    """Before the server runs: an organisation with a works council, and a questionnaire of its own."""
    server.cli("organisation", "add", slug, name)
    with closing(sqlite3.connect(server.folder / "core.sqlite")) as database, database:
        database.execute("UPDATE organisation SET council = 'or' WHERE slug = ?", [slug])
    if pack:
        shutil.copytree(pack, server.folder / "packs" / slug / pack.name)


def visitor(server: Server, name: str, role: str, *options: str) -> Visitor:
    account = server.cli("user", "add", name, "--role", role, *options, "--json").json
    found = Visitor(server.url)
    found.sign_in(account["name"], account["password"])
    return found


def research(server: Server, pack: Path = ASKING, places: dict[str, int] = PLACES, slug: str = "linde") -> Research:
    """A wave that takes answers, in an organisation that was made just now."""
    organisation(server, slug, pack=pack)
    server.start()
    hr, council = visitor(server, "Hanna", "hr"), visitor(server, "Olga", "council")
    allowed = decision(hr, council, "research_wave", "Waarom blijven mensen?")
    units = server.folder.parent / f"units-{server.port}.csv"
    units.write_text(units_csv(places))
    made = server.cli(
        "wave", "create", "--pack", pack.name, "--title", "Onderzoek", "--units", units, "--research", allowed,
        "--json").json["id"]
    manifest = f"/waves/{made}/manifest"
    council.submit(manifest, f"{manifest}/readings", {"name": "Olga"})
    server.cli("wave", "open", made)
    wave = Wave(server, made, codes(server, made), {})
    wave.choices = choices(server.get(wave.path)[1].decode())
    return Research(server, hr, council, wave)
