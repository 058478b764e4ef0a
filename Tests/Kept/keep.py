"""Keeps a data folder as a program of its day leaves it: PYTHONPATH=Tests python Tests/Kept/keep.py PROGRAM CLONE OUT

PROGRAM was built from CLONE, which holds its packs and pages. OUT gets data.tar.gz and told.json.
"""

import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from rig.research import decision, organisation
from rig.server import Server
from rig.visitor import Visitor
from rig.wave import CARE, PULSE, Wave, open_wave, units_csv

NOW = "2026-10-05T09:00"
PLACES = {"De Linde > Zorg > Dag": 16, "De Linde > Zorg > Nacht": 12, "De Linde > Keuken": 14, "De Linde > Kantoor": 4}
PEOPLE = {"admin": "Ivo", "hr": "Hanna", "council": "Olga", "board": "Bram", "leader": "Samira"}


def account(server: Server, role: str, *unit: str) -> dict[str, str]:
    made = server.cli("user", "add", PEOPLE[role], "--role", role, *unit, "--json").json
    return {"name": made["name"], "password": made["password"]}


def signed_in(server: Server, known: dict[str, str]) -> Visitor:
    visitor = Visitor(server.url)
    visitor.sign_in(known["name"], known["password"])
    return visitor


def answer(wave: Wave, number: int) -> None:
    """So many people, of whom no two answer alike, and some leave a question open."""
    wave.send_in_order([
        {item: values[(person * 3 + place) % len(values)]
         for place, (item, values) in enumerate(wave.choices.items()) if (person + place) % 11}
        for person in range(number)])


def closed(server: Server, title: str, pack: str, number: int) -> Wave:
    wave = open_wave(server, PLACES, pack, title)
    answer(wave, number)
    wave.close()
    return wave


def waves(server: Server, hr: Visitor) -> dict[str, dict]:
    published = closed(server, "Hoe is het op je werk", CARE, 38)
    server.cli("wave", "publish", published.id)
    later = closed(server, "Korte meting van juni", PULSE, 30)
    still_open = open_wave(server, PLACES, PULSE, "Korte meting van nu")
    answer(still_open, 12)
    draft = server.cli("wave", "create", "--pack", PULSE, "--title", "Korte meting van straks", "--json").json["id"]
    told = {
        state: {
            "id": wave.id, "results": json.loads(hr.download(f"/waves/{wave.id}/results.json")),
            "manifest": hr.download(f"/waves/{wave.id}/manifest.json").decode()}
        for state, wave in (("published", published), ("closed", later))}
    codes = [[code.block, code, code.address.removeprefix(server.url)] for code in still_open.codes]
    told["open"] = {"id": still_open.id, "answered": 12, "choices": still_open.choices, "codes": codes}
    told["draft"] = {"id": draft}
    return told


def decide(hr: Visitor, council: Visitor) -> None:
    decision(hr, council, "absence_data", "Verzuim naast de cijfers")
    decision(hr, council, "research_wave", "Onderzoek in het najaar", agrees=False)


def second_organisation(server: Server) -> None:
    """Last, because commands want to know which organisation from now on."""
    chosen = ["--organisation", "eik"]
    server.cli("organisation", "add", "eik", "De Eik")
    units = server.folder.parent / "eik.csv"
    units.write_text(units_csv({"Groep 1": 8, "Groep 2": 9}))
    server.cli("user", "add", "An", "--role", "hr", *chosen)
    server.cli("wave", "create", "--pack", PULSE, "--title", "Peiling", "--units", units, *chosen)


def keep(program: Path, clone: Path, out: Path, folder: Path) -> None:
    server = Server(folder / "data", "kept", mark=False, program=program)
    server.environment["WEEFSEL_RESOURCES"] = str(clone)
    server.cli("migrate", "--mark", "test")
    server.now = NOW
    organisation(server)
    accounts = {role: account(server, role) for role in PEOPLE if role != "leader"}
    server.start()
    try:
        hr, council = signed_in(server, accounts["hr"]), signed_in(server, accounts["council"])
        told = {"now": NOW, "url": server.url, "accounts": accounts, "waves": waves(server, hr)}
        accounts["leader"] = account(server, "leader", "--unit", "De Linde > Zorg")
        decide(hr, council)
        server.cli("doctor")
        second_organisation(server)
        server.stop()
    finally:
        server.close()
    told["commit"] = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=clone, capture_output=True, text=True, check=True).stdout.strip()
    out.mkdir(parents=True, exist_ok=True)
    (out / "told.json").write_text(json.dumps(told, ensure_ascii=False) + "\n")
    with tarfile.open(out / "data.tar.gz", "w:gz") as archive:
        archive.add(server.folder, "data")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        keep(*(Path(word).resolve() for word in sys.argv[1:4]), Path(scratch))
