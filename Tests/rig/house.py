"""A house where there is something on every page: the demo, and what the demo lacks."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rig.demo import Demo
from rig.server import Server
from rig.visitor import Visitor
from rig.wave import PULSE

# The demo has made five of them; a password costs seconds, and its visits ask for none.
PEOPLE = {
    "hr": "Hanna", "leader": "Samira", "board": "Bram", "council": "Olga", "admin": "Ivo",
    "facilitator": "Femke", "researcher": "Rachid",
}
DECISION = {
    "kind": "absence_data", "subject": "Verzuim naast de cijfers", "text": "Wij bewaren ze een maand.",
    "asked_by": "hr", "agreed": "hr", "decided_on": "2026-11-02",
}


@dataclass
class HouseWave:
    id: str
    slug: str

    @property
    def path(self) -> str:
        return f"/waves/{self.id}"

    @property
    def answering(self) -> str:
        return f"/m/{self.slug}"


class House:
    """Somebody with each role, and a wave in each state."""

    def __init__(self, folder: Path):
        self._demo = Demo(folder)
        self.waves: dict[str, HouseWave] = {}
        self._cookies: dict[str, str] = {}

    @property
    def server(self) -> Server:
        return self._demo.server

    def start(self) -> "House":
        self._demo.start()
        for role in ("facilitator", "researcher"):
            self.server.cli("user", "add", PEOPLE[role], "--role", role)
        self._cookies = {role: self._visit(name) for role, name in PEOPLE.items()}
        self._make_waves()
        self._decide()
        self._archive()
        self._register()
        self.visitor("admin").submit("/admin/mail", "/admin/mail/trial", {"address": "ivo@linde.example"})
        return self

    def close(self) -> None:
        if self._demo.process.poll() is None:
            self._demo.interrupt()

    def visitor(self, role: str | None) -> Visitor:
        """Somebody with this role, or anybody."""
        return Visitor(self.server.url, self._cookies.get(role, ""))

    def unit(self, name: str) -> str:
        return self._cell("SELECT id FROM unit WHERE name = ?", name)

    def person(self, name: str) -> str:
        return self._cell("SELECT account.id FROM account JOIN person USING (id) WHERE person.name = ?", name)

    def membership(self, name: str) -> str:
        return self._cell("SELECT id FROM membership WHERE account_id = ?", self.person(name))

    # Private

    def _visit(self, name: str) -> str:
        visitor = Visitor(self.server.url)
        visitor.visit_demo(name)
        return visitor.cookie

    def _make_waves(self) -> None:
        for state in ("draft", "closed", "withdrawn"):
            self._keep(state, self._wave(f"Meting die {state} is"))
        self._go_on("open", "closed", "withdrawn")
        self.server.cli("wave", "close", self.waves["closed"].id)
        self.server.cli("wave", "withdraw", self.waves["withdrawn"].id)
        for title, state in (("Korte meting", "open"), ("Meting 2%", "published")):
            self._keep(state, self._cell("SELECT id FROM wave WHERE title LIKE ? ORDER BY opened_on", title))

    def _wave(self, title: str) -> str:
        return self.server.cli("wave", "create", "--pack", PULSE, "--title", title, "--json").json["id"]

    def _go_on(self, act: str, *states: str) -> None:
        for state in states:
            self.server.cli("wave", act, self.waves[state].id)

    def _keep(self, state: str, wave: str) -> None:
        self.waves[state] = HouseWave(wave, self._cell("SELECT slug FROM wave WHERE id = ?", wave))

    def _decide(self) -> None:
        self.visitor("hr").submit("/admin/decisions/new", "/admin/decisions/new", DECISION)

    def _register(self) -> None:
        new = "/admin/registers/assessment/new"
        entry = {"subject": "Vragen met kaartjes", "version": "1", "day": "1-10-2026", "room": "ask", "text": "Bekeken."}
        self.visitor("hr").hand_in(new, "/admin/registers/assessment", entry)

    def _archive(self) -> None:
        hr = self.visitor("hr")
        hr.submit("/admin/units", "/admin/units", {"name": "Vroeger", "headcount": "0", "parent": ""})
        archive = f"/admin/units/{self.unit('Vroeger')}/archive"
        hr.submit(archive, archive, {})

    def _cell(self, query: str, *values: str) -> str:
        with closing(sqlite3.connect(f"file:{self.server.folder}/core.sqlite?mode=ro", uri=True)) as connection:
            return connection.execute(query, values).fetchone()[0]
