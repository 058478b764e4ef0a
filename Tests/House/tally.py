"""Adds up what every part of bin/test reported: failing names first, then what was skipped and why, the sum last."""

import re
import sys
import xml.etree.ElementTree as XML
from pathlib import Path

# Parts that must have run a test; the others are one check each.
TESTS = ("swift", "live", "checks", "commands", "browser", "faults")
# A line of Tests/Checks/run.sh: its name, its seconds, how it ended.
CHECK = re.compile(r"^(\S+) +\d+ s +(ok|FAILED)\b", re.MULTILINE)


def cases(reports: Path, part: str):
    """The test cases of a part, as pytest and Swift Testing write them."""
    for report in (reports / f"{part}.xml", reports / f"{part}-swift-testing.xml"):
        if report.exists():
            yield from XML.parse(report).iter("testcase")


def has_failed(case: XML.Element) -> bool:
    return case.find("failure") is not None or case.find("error") is not None


def named(case: XML.Element) -> str:
    return case.get("classname", "") + " " + case.get("name")


def outcomes(work: Path, part: str) -> dict[str, bool]:
    """Each thing that a part tried, and whether it went well."""
    tried = [case for case in cases(work / "reports", part) if case.find("skipped") is None]
    if tried:
        return {named(case): not has_failed(case) for case in tried}
    told = (work / "logs" / f"{part}.log").read_text(errors="replace")
    return {name: end == "ok" for name, end in CHECK.findall(told)}


def counts(work: Path, part: str, code: int) -> tuple[int, list[str]]:
    """How many passed in a part, and the names of what failed."""
    found = outcomes(work, part)
    if not found and part not in TESTS:
        found = {"": code == 0}
    failed = [f"{part}: {name}".strip() for name, is_well in found.items() if not is_well]
    if not found or code != 0 and not failed:
        failed = [f"{part}: ended with exit code {code} after {len(found)} tests"]
    return sum(found.values()), failed


def skipped(work: Path, part: str) -> list[str]:
    """What a part did not try, and why."""
    left = [(named(case), case.find("skipped")) for case in cases(work / "reports", part)]
    return [f"{part}: {name} ({why.get('message') or 'no reason given'})" for name, why in left if why is not None]


def main(work: Path) -> int:
    passed, failed, left = 0, [], []
    for report in sorted((work / "reports").glob("*.code")):
        part_passed, part_failed = counts(work, report.stem, int(report.read_text()))
        passed += part_passed
        failed += part_failed
        left += skipped(work, report.stem)
    for name in failed:
        print(f"FAILED  {name}")
    for name in left:
        print(f"SKIPPED {name}")
    print(f"{passed} passed, {len(failed)} failed" + (f", {len(left)} skipped" if left else ""))
    return 1 if failed or passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
