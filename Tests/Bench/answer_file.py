"""A report of a large file of answers: how long the command takes, and how much memory."""

import os
import subprocess
import time
from pathlib import Path

import large_pack
import numpy
from rig.places import binary

UNITS = 500


def written(file: Path, rows: int) -> Path:
    """A file of numbers, as a program for surveys exports them."""
    items = [item for theme in large_pack.ITEMS.values() for item in theme]
    numbers = numpy.random.default_rng(5)
    with file.open("wb") as out:
        out.write((";".join(["nr", "afdeling", *items]) + "\n").encode())
        for first in range(0, rows, 50_000):
            count = min(50_000, rows - first)
            cells = numpy.full((count, 2 * len(items)), ord(";"), dtype=numpy.uint8)
            cells[:, 0::2] = numbers.integers(1, 6, size=(count, len(items))) + ord("0")
            cells[:, -1] = ord("\n")
            units = numbers.integers(0, UNITS, size=count)
            out.write(b"".join(
                b"%d;Cluster %d > Team %d;" % (first + row, units[row] // 25, units[row]) + cells[row].tobytes()
                for row in range(count)))
    return file


def reported(file: Path, resources: Path, out: Path) -> tuple[float, float]:
    """Seconds and megabytes of one report in its three forms."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [binary(), "report", "--pack", large_pack.NAME, "--answers", file, "--units-column", "afdeling", "--out", out,
         "--resources", resources],
        stdout=subprocess.DEVNULL, env={"PATH": os.environ["PATH"]})
    _, code, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(code)
    assert process.returncode == 0, process.returncode
    return seconds, used.ru_maxrss / 1_024
