"""Power cuts while people send."""

import asyncio
import random

import pytest

from rig import files
from rig.phones import Phones, run
from rig.wave import CARE, open_wave

PEOPLE = 320


@pytest.fixture
def kills(request, everything) -> int:
    return request.config.getoption("--kills") or (100 if everything else 20)


@pytest.mark.timeout(3600)
def test_kill_after_kill_no_acknowledged_answer_is_lost_or_doubled(make_server, kills):
    server = make_server().start()
    wave = open_wave(server, {"De Linde > Zorg": PEOPLE}, CARE)
    phones = Phones(wave)

    run(_send_through_kills(server, phones, kills))

    assert not phones.ledger.refusals
    server.kill()
    _each_code_once_as_last_acknowledged(phones, files.spool_rows(server, wave.id))

    server.start()
    run(phones.settle())
    wave.close()
    expected = [phones.row(code, phones.ledger.acknowledged[code]) for code in phones.codes]
    assert sorted(files.answer_rows(server, wave.id)) == sorted(expected)
    assert wave.respondents() == len(phones.codes)


async def _send_through_kills(server, phones, kills):
    phones.start()
    for _ in range(kills):
        await phones.ledger.reaches(phones.ledger.count + random.randint(1, 400))
        server.kill()
        await asyncio.to_thread(server.start)
    await phones.ledger.reaches(phones.ledger.count + 1)
    await phones.stop()


def _each_code_once_as_last_acknowledged(phones, stored):
    known = {phones.row(code, version): code for code in phones.codes for version in phones.ledger.allowed(code)}
    strangers = [row for row in stored if row not in known]
    assert not strangers, f"{len(strangers)} rows that nobody sent, or that were replaced"
    codes = [known[row] for row in stored]
    assert len(codes) == len(set(codes)), "a code has two rows"
    lost = phones.ledger.acknowledged.keys() - set(codes)
    assert not lost, f"{len(lost)} acknowledged answers are gone"
