"""What the machine itself can do, and what a process takes of it."""

import os
import re
import statistics
import tempfile
import time
from pathlib import Path


def fsync_milliseconds(rounds: int = 300) -> float:
    """The median time of writing four kilobytes to disk for good, where the data folders are."""
    with tempfile.TemporaryFile() as file:
        times = []
        for _ in range(rounds):
            began = time.perf_counter()
            os.write(file.fileno(), bytes(4_096))
            os.fdatasync(file.fileno())
            times.append(time.perf_counter() - began)
    return statistics.median(times) * 1_000


def megabytes(process: int, line: str = "VmRSS") -> float:
    """What a running process has in memory; VmHWM for the most that it ever had."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(re.search(rf"{line}:\s+(\d+) kB", status).group(1)) / 1_024
