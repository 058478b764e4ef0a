"""A wave with which something is wrong stands still by itself; the server and the other waves go on."""

import json
from pathlib import Path

import pytest

from rig import files, pattern
from rig.server import Server
from rig.wave import CARE, Wave, open_wave

PLACES = {"De Linde > Zorg": 120}
# Far beyond the last day of any wave that these tests open.
LATER = "2031-01-01T09:00"


def _filled(server: Server, people: int = 80) -> tuple[Wave, list[bytes]]:
    wave = open_wave(server, PLACES, CARE)
    told = [pattern.answers(wave.choices, number * 7_919) for number in range(people)]
    wave.send_in_order(told)
    return wave, [pattern.row(answers) for answers in told]


def test_a_disk_that_is_full_on_the_last_day_loses_nothing_and_closes_once_there_is_room(make_server):
    server = make_server().start()
    wave, sent = _filled(server)
    assert server.stop() == 0

    server.now = LATER
    server.start(WEEFSEL_MAX_ANSWERS_PAGES="3")
    assert server.get("/readyz")[0] == 200
    assert wave.send(wave.codes[-1], wave.same(0))[0] == 403
    refused = server.attempt("wave", "close", wave.id)
    assert refused.code == 1
    assert len(refused.err.strip().splitlines()) == 1
    assert server.attempt("wave", "results", wave.id).code == 1
    assert "disk_is_full" in server.said()
    assert sorted(files.spool_rows(server, wave.id)) == sorted(sent)
    assert server.stop() == 0

    server.start()
    assert wave.respondents() == len(sent)
    assert sorted(files.answer_rows(server, wave.id)) == sorted(sent)
    assert files.left_over(server, wave.id) == []


def test_what_was_closed_by_hand_on_a_full_disk_stays_closed_over_restarts(make_server):
    server = make_server().start(WEEFSEL_MAX_ANSWERS_PAGES="3")
    wave, sent = _filled(server)
    assert server.attempt("wave", "close", wave.id).code == 1

    server.kill()
    server.start(WEEFSEL_MAX_ANSWERS_PAGES="3")
    assert wave.send(wave.codes[-1], wave.same(0))[0] == 403
    assert sorted(files.spool_rows(server, wave.id)) == sorted(sent)
    assert server.stop() == 0

    server.start()
    assert wave.respondents() == len(sent)
    assert files.left_over(server, wave.id) == []


def _overwrite(file: Path) -> None:
    for suffix in ("-wal", "-shm"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)
    file.write_bytes(b"this is no database " * 500)


HARM = {
    "spool_is_broken": lambda folder: _overwrite(folder / "spool.sqlite"),
    "spool_is_missing": lambda folder: (folder / "spool.sqlite").unlink(),
    "answers_are_broken": lambda folder: _overwrite(folder / "answers.sqlite"),
    "secret_is_missing": lambda folder: (folder / "secret").unlink(),
}


@pytest.mark.parametrize("reason", HARM)
def test_one_broken_wave_does_not_stop_the_server(make_server, reason):
    server = make_server().start()
    broken, _ = _filled(server, 12)
    whole = open_wave(server, PLACES, title="Andere")
    assert server.stop() == 0
    HARM[reason](files.wave_folder(server, broken.id))

    server.start()
    status, page = server.get(broken.path)
    assert status == 200 and "staat even stil" in page.decode()
    status, answer = broken.send(broken.codes[-1], broken.same(0))
    assert status == 503 and json.loads(answer)["state"] == "refused"
    assert whole.send(whole.codes[0], whole.same(0))[0] == 200
    whole.close()
    assert whole.respondents() == 1
    assert reason in server.said()
    assert broken.id in server.said()
