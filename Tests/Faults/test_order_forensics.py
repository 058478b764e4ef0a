"""Whether the bytes on disk tell who answered first, or what somebody replaced."""

import sqlite3
import time
import zlib
from contextlib import closing
from dataclasses import dataclass

import numpy
import pytest
from scipy.stats import spearmanr

from rig import files, pattern
from rig.server import Server
from rig.wave import CARE, Wave, open_wave

PEOPLE = 200
# Of chance alone the mean over 20 waves passes 0.05 once in 600 runs, over 40 once in 100,000.
WAVES = 40
REPLACED = 50
# The order is forgotten a second after the last answer, or when the next look falls: within two.
QUIET = 3


@dataclass
class Sent:
    """A wave, its answers in the order in which they were sent, and those that others took the place of."""

    wave: Wave
    rows: list[bytes]
    earlier: list[bytes]


def _order(hay: bytes, needles: list[bytes]) -> float | None:
    """The rank correlation between where the answers stand and when they were sent; none where none stand."""
    places = [hay.find(needle) for needle in needles]
    found = [(sent, place) for sent, place in enumerate(places) if place >= 0]
    if len(found) < 2:
        return None
    return spearmanr(*zip(*found)).statistic


def _told(wave: Wave, numbers: range) -> list[dict[str, str]]:
    return [pattern.answers(wave.choices, (number + 1) * 104_729) for number in numbers]


def _send(wave: Wave, first: int) -> Sent:
    """The first people send twice, the second time something else, before everybody sends once."""
    told = _told(wave, range(first, first + PEOPLE))
    earlier = _told(wave, range(first + PEOPLE, first + PEOPLE + REPLACED))
    wave.send_in_order(earlier)
    wave.send_in_order([answers | {"replace": "1"} for answers in told])
    return Sent(wave, [pattern.row(answers) for answers in told], [pattern.row(answers) for answers in earlier])


def _bytes(server: Server, wave: str) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in files.wave_folder(server, wave).iterdir()}


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    """A running server with open waves that everybody answered, after a quiet moment."""
    server = Server(tmp_path_factory.mktemp("forensics") / "data", "forensics").start()
    waves = []
    for number in range(WAVES):
        wave = open_wave(server, {"De Linde > Zorg": PEOPLE}, CARE, f"Ronde {number + 1}")
        waves.append(_send(wave, number * (PEOPLE + REPLACED)))
    time.sleep(QUIET)
    yield server, waves
    server.close()


@pytest.fixture(scope="module")
def written(sent):
    """When each file of the open waves was last written, as the disk keeps it."""
    server, waves = sent
    return {file: file.stat().st_mtime_ns for one in waves
            for file in files.wave_folder(server, one.wave.id).glob("spool.sqlite*")}


@pytest.fixture(scope="module")
def opened(sent, written):
    """The bytes of each wave's files as they lay there while it was open."""
    server, waves = sent
    return [(one, _bytes(server, one.wave.id)) for one in waves]


@pytest.fixture(scope="module")
def closed(sent, opened):
    server, waves = sent
    for one in waves:
        one.wave.close()
    return server, waves


def _within_chance(orders: list[float]) -> None:
    assert len(orders) == WAVES
    assert abs(numpy.mean(orders)) <= 0.05, f"mean {numpy.mean(orders):.3f} over {len(orders)} waves"


def test_the_files_of_an_open_wave_do_not_tell_the_order_of_sending(opened):
    orders = []
    for one, found in opened:
        assert found["spool.sqlite-wal"] == b"", "the log of the spool is not empty"
        assert all(row in found["spool.sqlite"] for row in one.rows), "an answer is nowhere in the spool"
        orders.append(_order(found["spool.sqlite"], one.rows))
        assert _order(found["spool.sqlite-shm"], one.rows) is None, "answers stand in the index of the log"

    _within_chance(orders)


def test_the_times_of_the_files_of_an_open_wave_tell_only_the_day(written):
    assert len(written) == 3 * WAVES
    for file, moment in written.items():
        assert moment % (24 * 3_600 * 10**9) == 0, f"{file.name} was written at {moment}"
        assert time.time_ns() - moment < 2 * 24 * 3_600 * 10**9


def test_no_file_of_an_open_wave_holds_an_answer_that_was_replaced(opened):
    for one, found in opened:
        for name, hay in found.items():
            assert not any(row in hay for row in one.earlier), f"a replaced answer stands in {name}"


def test_while_people_go_on_answering_the_log_is_emptied_all_the_same(server):
    wave = open_wave(server, {"De Linde > Zorg": 4 * PEOPLE}, CARE)
    log = files.wave_folder(server, wave.id) / "spool.sqlite-wal"
    limit = time.monotonic() + 60
    longest = size = 0
    for code in wave.codes * 100:
        assert wave.send(code, wave.same(0), replace="1")[0] == 200
        longest, size = max(longest, size), log.stat().st_size
        if size < longest:
            return
        assert time.monotonic() < limit, "the log only grew"


def test_an_answers_file_does_not_tell_the_order_of_sending_and_has_no_log(closed):
    server, waves = closed
    orders = []
    for one in waves:
        found = _bytes(server, one.wave.id)
        assert list(found) == ["answers.sqlite"]
        assert all(row in found["answers.sqlite"] for row in one.rows), "an answer is nowhere in the file"
        orders.append(_order(found["answers.sqlite"], one.rows))

    _within_chance(orders)


def test_a_backup_does_not_tell_the_order_of_sending(closed, tmp_path):
    server, waves = closed
    server.cli("backup", tmp_path / "copy.sqlar")
    parts = _unpacked(tmp_path / "copy.sqlar")
    orders = []
    for one in waves:
        hay = b"".join(data for name, data in parts.items() if one.wave.id in name)
        assert all(row in hay for row in one.rows), "the backup lacks an answer of a closed wave"
        orders.append(_order(hay, one.rows))

    _within_chance(orders)


def test_no_answer_stands_outside_the_answers_file(closed):
    server, waves = closed
    others = [file for file in server.folder.rglob("*") if file.is_file() and not file.name.startswith("answers.")]
    rows = [row for one in waves for row in one.rows + one.earlier]
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
