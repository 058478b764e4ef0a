"""The files of a data folder, read without the program."""

import sqlite3
from contextlib import closing
from pathlib import Path

from rig.server import Server


def wave_folder(server: Server, wave: str) -> Path:
    return server.folder / "waves" / wave


def rows(database: Path) -> list[bytes]:
    """The answers in a spool or an answers file."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        return [bytes(row[0]) for row in connection.execute("SELECT bytes FROM answer")]


def spool_rows(server: Server, wave: str) -> list[bytes]:
    return rows(wave_folder(server, wave) / "spool.sqlite")


def answer_rows(server: Server, wave: str) -> list[bytes]:
    return rows(wave_folder(server, wave) / "answers.sqlite")


def left_over(server: Server, wave: str) -> list[str]:
    """What should be gone once a wave is closed."""
    names = [file.name for file in wave_folder(server, wave).iterdir()]
    return sorted(name for name in names if name.startswith(("spool", "secret", "closing")))
