"""The server is killed while it sends: nothing is lost, and what is repeated is one message a connection and kill."""

import random
from collections import Counter

from rig.mail import administrator, let_wait, settings, waiting
from rig.ports import free_port
from rig.post_office import PostOffice

CONNECTIONS = 4
EACH = 60


def test_no_message_is_lost_and_few_come_twice(make_server, request, tmp_path):
    kills = request.config.getoption("--kills") or 8
    server = make_server()
    administrator(server)
    addresses = let_wait(server, EACH * (kills + 1))
    office = PostOffice(free_port()).start()
    chance = random.Random(20261123)
    try:
        for _ in range(kills):
            seen = office.count
            server.start(**settings(office, tmp_path))
            office.wait_for(min(seen + chance.randint(1, EACH), len(addresses)))
            server.kill()
        server.start(**settings(office, tmp_path))
        office.wait_until(lambda: waiting(server) == 0)
        server.stop()
    finally:
        office.stop()
    to = Counter(message["to"].addresses[0].addr_spec for message in office.received)
    assert set(to) == set(addresses), f"{len(set(addresses) - set(to))} of {len(addresses)} were lost"
    repeats = sum(number - 1 for number in to.values())
    assert repeats <= kills * CONNECTIONS, f"{repeats} repeats over {kills} kills"
    names = Counter(message["message-id"] for message in office.received)
    assert len(names) == len(addresses), "a repeat has the name of its first"
