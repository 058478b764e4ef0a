"""Which page takes longest, and how long."""

import statistics

from rig.visitor import Visitor

VISITS = 100


def slowest(visitor: Visitor, start: str) -> list[tuple[float, float, str]]:
    """Every page with the 99th percentile and the median of its visits, the slowest first."""
    found = []
    for path in visitor.pages(start):
        times = sorted(visitor.milliseconds(path) for _ in range(VISITS))
        found.append((times[int(VISITS * 0.99) - 1], statistics.median(times), path))
    return sorted(found, reverse=True)
