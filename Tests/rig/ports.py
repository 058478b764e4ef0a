"""Free ports, away from those that the system gives to outgoing connections."""

import random
import socket


def free_port() -> int:
    for port in random.sample(range(20_000, 30_000), 200):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise OSError("no free port from 20000 to 30000")
