"""Prints the median over some runs of every number that Weefsel promises, beside the promise."""

import argparse
import shutil
import statistics
import tempfile
from pathlib import Path

import machine
import measures

PROMISES = {
    "submissions a second": "≥ 6,000",
    "submission p99, ms": "≤ 20",
    "answering page, requests a second": "≥ 20,000",
    "answering page with all it loads, KB": "≤ 40",
    "figures of 100,000 × 60 × 500, s": "≤ 0.3",
    "figures memory, MB": "≤ 150",
    "twice as many answers take, times": "≈ 2",
    "report of the whole, p99, ms": "≤ 20",
    "report of a branch of 200, p99, ms": "≤ 20",
    "figures of a million, memory, MB": "≤ 600",
    "ten times as many answers take, times": "≤ 11",
    "start to ready, s": "≤ 0.4",
    "memory at rest, MB": "≤ 60",
    "slowest page p99, ms": "≤ 15",
    "workbook and both tables, s": "≤ 0.5",
    "report of a file of 100,000, s": "≤ 2.5",
    "its memory, MB": "≤ 250",
    "ten times as large a file takes, times": "≤ 11",
    "the memory of that, MB": "≤ 400",
    "meanwhile /livez p99, ms": "≤ 50",
    "raw answers of 100,000 × 42, s": "≤ 1",
    "raw answers, memory, MB": "≤ 150",
    "next slide, slowest, ms": "≤ 50",
    "slides with all they load, KB": "≤ 120",
}
WITH_DEMO = ("start", "pages", "slides")
PARTS = ("submissions", "page", "figures", "report", "file", "import", "raw", *WITH_DEMO)
# What a part is called where its own name means something else in this language.
FUNCTIONS = {"import": "import_"}
# Takes minutes, and gigabytes of disk: only when named.
LONG = ("million",)


def runs(part: str, number: int, scratch: Path, demo: Path | None) -> dict[str, list[float]]:
    """Each figure of a part, once a run."""
    found: dict[str, list[float]] = {}
    for run in range(number):
        folder = scratch / f"{part}-{run}"
        more = [demo] if part in WITH_DEMO else []
        for name, value in getattr(measures, FUNCTIONS.get(part, part))(folder, *more).items():
            found.setdefault(name, []).append(value)
        shutil.rmtree(folder)
    return found


def show(found: dict[str, list[float]]) -> None:
    for name, values in found.items():
        spread = f"{min(values):,.2f} – {max(values):,.2f}"
        print(f"{name:<42}{statistics.median(values):>12,.2f}   {PROMISES.get(name, ''):<10} {spread}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="bin/bench")
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS, *LONG], default=[])
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    parts = asked.parts or PARTS
    scratch = Path(tempfile.mkdtemp(prefix="weefsel-bench-"))
    try:
        demo = measures.make_demo(scratch / "demo") if set(parts) & set(WITH_DEMO) else None
        print(f"{'':<42}{'median':>12}   {'promise':<10} least – most of {asked.runs} runs")
        for part in parts:
            print(f"{'fsync of this machine, ms':<42}{machine.fsync_milliseconds():>12,.2f}")
            show(runs(part, asked.runs, scratch, demo))
    finally:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
