"""A server that sends mail, and messages that wait in it."""

import secrets
import sqlite3
import time
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from rig.post_office import PASSWORD, USER, PostOffice
from rig.server import Server
from rig.visitor import Visitor

FROM = "weefsel@linde.example"


def settings(office: PostOffice, folder: Path, trusts: bool = True, password: str = PASSWORD) -> dict[str, str]:
    """The environment with which a server hands its mail in there."""
    scheme = {"plain": "smtp+plain", "starttls": "smtp", "tls": "smtps"}[office.security]
    user = f"{USER}@" if office.login else ""
    found = {"WEEFSEL_MAIL": f"{scheme}://{user}localhost:{office.port}", "WEEFSEL_MAIL_FROM": FROM}
    if office.login:
        file = folder / "password"
        file.write_text(password + "\n", encoding="utf-8")
        found["WEEFSEL_MAIL_PASSWORD_FILE"] = str(file)
    if office.certificate and trusts:
        found["WEEFSEL_MAIL_CERTIFICATES"] = str(office.certificate)
    return found


def administrator(server: Server) -> tuple[str, str]:
    """An organisation with one administrator: name and password."""
    server.cli("organisation", "add", "linde", "De Linde")
    account = server.cli("user", "add", "Ada Admin", "--role", "admin", "--json").json
    return account["name"], account["password"]


def signed_in(server: Server, account: tuple[str, str]) -> Visitor:
    visitor = Visitor(server.url)
    visitor.sign_in(*account)
    return visitor


def let_wait(server: Server, number: int) -> list[str]:
    """So many messages to as many people, put into the folder of a server that stands still; their addresses."""
    addresses = [f"medewerker{one}@linde.example" for one in range(number)]
    now = int(time.time())
    with closing(sqlite3.connect(server.folder / "core.sqlite")) as database, database:
        home = database.execute("SELECT id FROM organisation").fetchone()[0]
        for one, address in enumerate(addresses):
            person, name = secrets.token_hex(16), f"Medewerker {one}"
            database.execute(
                "INSERT INTO person (id, organisation_id, name, name_key) VALUES (?, ?, ?, ?)",
                (person, home, name, name.lower()))
            database.execute(
                "INSERT INTO mail VALUES (?, ?, ?, 'open', ?, 'De meting is open', ?, 'nl', NULL, ?, 0, 0, NULL, '')",
                (home, secrets.token_hex(16), person, address, f"Dag {name},\n\n" + "Een regel tekst.\n" * 20, now))
    return addresses


def waiting(server: Server) -> int:
    with closing(sqlite3.connect(f"file:{server.folder}/core.sqlite?mode=ro", uri=True)) as database:
        return database.execute("SELECT COUNT(*) FROM mail WHERE failed_at IS NULL").fetchone()[0]


def tried(server: Server) -> int:
    """How many tries all messages had together."""
    with closing(sqlite3.connect(f"file:{server.folder}/core.sqlite?mode=ro", uri=True)) as database:
        return database.execute("SELECT TOTAL(tries) FROM mail").fetchone()[0]


def tomorrow() -> str:
    """For a server's clock: what waits for its next try is due."""
    return (datetime.now() + timedelta(days=1)).strftime("%Y-%m-%dT09:00")
