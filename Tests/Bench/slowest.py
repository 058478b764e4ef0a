"""Which page takes longest, and how long."""

from rig.visitor import Visitor

VISITS = 100


def slowest(visitor: Visitor, start: str) -> tuple[str, float, int]:
    """The page with the highest 99th percentile, that percentile, and how many pages there were."""
    pages = visitor.pages(start)
    percentiles = {}
    for path in pages:
        times = sorted(visitor.milliseconds(path) for _ in range(VISITS))
        percentiles[path] = times[int(VISITS * 0.99) - 1]
    worst = max(percentiles, key=percentiles.get)
    return worst, percentiles[worst], len(pages)
