"""Whether the bytes on disk tell who answered first."""

import sqlite3
import zlib
from contextlib import closing

import numpy
import pytest
from scipy.stats import spearmanr

from rig import files, pattern
from rig.server import Server
from rig.wave import CARE, open_wave

PEOPLE = 200
# Of chance alone the mean over 20 waves passes 0.05 once in 600 runs, over 40 once in 100,000.
WAVES = 40


def _order(hay: bytes, needles: list[bytes]) -> float | None:
    """The rank correlation between where the answers stand and when they were sent; none where none stand."""
    places = [hay.find(needle) for needle in needles]
    found = [(sent, place) for sent, place in enumerate(places) if place >= 0]
    if len(found) < 2:
        return None
    return spearmanr(*zip(*found)).statistic


@pytest.fixture(scope="module")
def closed(tmp_path_factory):
    """A running server with closed waves, and the rows of each in the order in which they were sent."""
    server = Server(tmp_path_factory.mktemp("forensics") / "data", "forensics").start()
    sent = {}
    for number in range(WAVES):
        wave = open_wave(server, {"De Linde > Zorg": PEOPLE}, CARE, f"Ronde {number + 1}")
        told = [pattern.answers(wave.choices, (number * PEOPLE + place + 1) * 104_729) for place in range(PEOPLE)]
        wave.send_in_order(told)
        wave.close()
        sent[wave.id] = [pattern.row(answers) for answers in told]
    yield server, sent
    server.close()


def _within_chance(orders: list[float]) -> None:
    assert abs(numpy.mean(orders)) <= 0.05, f"mean {numpy.mean(orders):.3f} over {len(orders)} waves"


def test_an_answers_file_and_its_log_do_not_tell_the_order_of_sending(closed):
    server, sent = closed
    orders = {"answers.sqlite": [], "answers.sqlite-wal": []}
    for wave, rows in sent.items():
        seen = b""
        for name, found in orders.items():
            file = files.wave_folder(server, wave) / name
            hay = file.read_bytes() if file.exists() else b""
            seen += hay
            if (order := _order(hay, rows)) is not None:
                found.append(order)
        assert all(row in seen for row in rows), "an answer is nowhere in the files"

    for found in filter(None, orders.values()):
        _within_chance(found)


def test_a_backup_does_not_tell_the_order_of_sending(closed, tmp_path):
    server, sent = closed
    server.cli("backup", tmp_path / "copy.sqlar")
    parts = _unpacked(tmp_path / "copy.sqlar")
    orders = []
    for wave, rows in sent.items():
        hay = b"".join(data for name, data in parts.items() if wave in name)
        assert all(row in hay for row in rows), "the backup lacks an answer of a closed wave"
        orders.append(_order(hay, rows))

    _within_chance(orders)


def test_no_answer_stands_outside_the_answers_file(closed):
    server, sent = closed
    others = [file for file in server.folder.rglob("*") if file.is_file() and not file.name.startswith("answers.")]
    rows = [row for told in sent.values() for row in told]
    for file in others:
        hay = file.read_bytes()
        assert not any(row in hay for row in rows), f"an answer stands in {file.name}"


def test_the_same_look_at_a_plain_table_does_tell_the_order(tmp_path):
    generator = numpy.random.default_rng(7)
    rows = [generator.integers(1, 6, 42, dtype=numpy.uint8).tobytes() for _ in range(PEOPLE)]
    plain = tmp_path / "plain.sqlite"
    with closing(sqlite3.connect(plain)) as database, database:
        database.execute("CREATE TABLE answer (key BLOB PRIMARY KEY, bytes BLOB)")
        database.executemany("INSERT INTO answer VALUES (?, ?)", [(generator.bytes(32), row) for row in rows])

    assert abs(_order(plain.read_bytes(), rows)) > 0.4


def _unpacked(archive) -> dict[str, bytes]:
    with closing(sqlite3.connect(archive)) as database:
        found = database.execute("SELECT name, sz, data FROM sqlar WHERE data IS NOT NULL").fetchall()
    return {name: data if len(data) == size else zlib.decompress(data) for name, size, data in found}
