"""Adds up what every part of bin/test reported: failing names first, the sum last."""

import re
import sys
import xml.etree.ElementTree as XML
from pathlib import Path

COUNTS = re.compile(r"^(\d+) passed, (\d+) failed\b", re.MULTILINE)


def cases(reports: Path, part: str):
    """The test cases of a part, as pytest and Swift Testing write them."""
    for report in (reports / f"{part}.xml", reports / f"{part}-swift-testing.xml"):
        if report.exists():
            yield from XML.parse(report).iter("testcase")


def has_failed(case: XML.Element) -> bool:
    return case.find("failure") is not None or case.find("error") is not None


def counts(work: Path, part: str, code: int) -> tuple[int, list[str]]:
    """How many passed in a part, and the names of what failed."""
    found = [case for case in cases(work / "reports", part) if case.find("skipped") is None]
    failed = [f"{part}: {case.get('name')}" for case in found if has_failed(case)]
    passed = len(found) - len(failed)
    if not found and (told := COUNTS.findall((work / "logs" / f"{part}.log").read_text(errors="replace"))):
        passed = int(told[-1][0])
        failed = [f"{part}: see logs/{part}.log"] * int(told[-1][1])
    elif not found and code == 0:
        passed = 0 if part in ("swift", "commands", "browser", "faults") else 1
    if code != 0 and not failed or passed == 0 and not failed:
        failed = [f"{part}: ended with exit code {code} after {passed} passed"]
    return passed, failed


def main(work: Path) -> int:
    passed, failed = 0, []
    for report in sorted((work / "reports").glob("*.code")):
        part_passed, part_failed = counts(work, report.stem, int(report.read_text()))
        passed += part_passed
        failed += part_failed
    for name in failed:
        print(f"FAILED  {name}")
    print(f"{passed} passed, {len(failed)} failed")
    return 1 if failed or passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
