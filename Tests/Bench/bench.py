"""Prints the median over some runs of every number that Weefsel promises, beside the promise."""

import argparse
import shutil
import statistics
import tempfile
from pathlib import Path

import machine
import measures
from promises import PROMISES, is_over, last_line

WITH_DEMO = ("start", "pages", "slides")
PARTS = ("submissions", "page", "figures", "report", "file", "import", "raw", "staff", "mail", *WITH_DEMO)
# What a part is called where its own name means something else in this language.
FUNCTIONS = {"import": "import_"}
# A run sends 1.1 million answers, which takes minutes, and gigabytes of disk: only when named.
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
        median, spread = statistics.median(values), f"{min(values):,.2f} – {max(values):,.2f}"
        over = "over" if is_over(name, median) else ""
        print(f"{name:<46}{median:>12,.2f}   {PROMISES.get(name, ''):<10} {over:<6} {spread}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="bin/bench")
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS, *LONG], default=[])
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    parts = asked.parts or PARTS
    scratch = Path(tempfile.mkdtemp(prefix="weefsel-bench-"))
    try:
        demo = measures.make_demo(scratch / "demo") if set(parts) & set(WITH_DEMO) else None
        print(f"{'':<46}{'median':>12}   {'promise':<10} {'':<6} least – most of {asked.runs} runs")
        medians: dict[str, float] = {}
        for part in parts:
            print(f"{'fsync of this machine, ms':<46}{machine.fsync_milliseconds():>12,.2f}")
            found = runs(part, asked.runs, scratch, demo)
            show(found)
            medians |= {name: statistics.median(values) for name, values in found.items()}
        print(last_line(medians))
    finally:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
