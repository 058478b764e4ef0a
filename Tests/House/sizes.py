"""Prints files and functions that are larger than the house allows, and the exceptions with their reasons."""

import re
import sys
from pathlib import Path

from sources import ROOT, name, sources

FUNCTION_LIMIT = 40
FILE_LIMITS = [
    (r"Package\.swift", 150),
    (r"Tests/.*\.(swift|py)", 400),
    (r".*\.(swift|py)", 250),
    (r"Templates/.*\.mustache", 100),
    (r"Assets/.*\.js", 200),
    (r"Assets/.*\.css", 300),
]
DECLARATION = re.compile(r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:[a-z]+(?:\([a-z]+\))?\s+)*?"
                         r"(?:func\s+(`[^`]+`|[^\s(<]+)|(init)[?(<])")
LITERALS = re.compile(r'"""(?:.|\n)*?"""|"(?:\\.|[^"\\\n])*"|//[^\n]*')


def limit(path: str) -> int | None:
    return next((size for pattern, size in FILE_LIMITS if re.fullmatch(pattern, path)), None)


def without_literals(text: str) -> list[str]:
    """The lines, with strings and comments emptied so that braces in them do not count."""
    return LITERALS.sub(lambda found: "\n" * found.group().count("\n"), text).splitlines()


def end_of_body(lines: list[str], start: int) -> int | None:
    """The line that closes the body which opens at or after `start`."""
    depth = 0
    for number in range(start, len(lines)):
        depth += lines[number].count("{") - lines[number].count("}")
        if depth == 0 and "}" in lines[number]:
            return number
        if depth == 0 and number > start and DECLARATION.match(lines[number]):
            return None
    return None


def functions(text: str):
    """Each Swift function and how many lines it takes."""
    lines = without_literals(text)
    for start, line in enumerate(lines):
        if found := DECLARATION.match(line):
            end = end_of_body(lines, start)
            if end is not None:
                yield found.group(1) or "init", end - start + 1


def exceptions() -> dict[str, str]:
    listed = (ROOT / "Tests/House/exceptions.txt").read_text().splitlines()
    return dict(line.split("  ", 1) for line in listed if line and not line.startswith("#"))


def too_large(path: Path):
    text = path.read_text()
    size, most = text.count("\n"), limit(name(path))
    if most and size > most:
        yield name(path), f"{size} lines, at most {most}"
    if path.suffix == ".swift" and path.name != "Package.swift":
        for function, lines in functions(text):
            if lines > FUNCTION_LIMIT:
                yield f"{name(path)}:{function}", f"{lines} lines, at most {FUNCTION_LIMIT}"


def main() -> int:
    excused = exceptions()
    found = dict(offence for path in sources() if limit(name(path)) for offence in too_large(path))
    offenders = {where: size for where, size in found.items() if where not in excused}
    idle = [where for where in excused if where not in found]
    for where in found.keys() & excused.keys():
        print(f"excused  {where}: {found[where]}. {excused[where].strip()}")
    for where, size in offenders.items():
        print(f"too large  {where}: {size}")
    for where in idle:
        print(f"not needed any more in Tests/House/exceptions.txt: {where}")
    return 1 if offenders or idle else 0


if __name__ == "__main__":
    sys.exit(main())
