"""Prints words that the house does not use, and what to write instead."""

import re
import sys
from dataclasses import dataclass

from sources import name, sources


@dataclass(frozen=True)
class Rule:
    files: str
    pattern: str
    remedy: str
    but: str = r"$^"
    in_comments: bool = False


RULES = [
    Rule(r".*\.swift", r"\btry!|\bas!\s", "let it fail with an error that says what is wrong"),
    Rule(r".*\.swift", r"\bimport XCTest\b", "tests are Swift Testing"),
    Rule(r"Sources/.*\.swift", r"\b(fatalError|preconditionFailure)\(", "throw, so that the page stays calm"),
    Rule(r"Sources/.*\.swift", r"\bDate(\(\)|\.now)|ContinuousClock|SuspendingClock|\btime\(nil\)|clock_gettime",
         "there is one clock: take it as an argument", r"Sources/Core/\w*Clock\.swift"),
    Rule(r"Sources/.*\.swift", r"\bsleep\(|usleep\(", "wait for an event", r"Sources/(Web|App|Store)/.*"),
    Rule(r"Sources/(?!App/).*\.swift", r"(?<![.\w])print\(|debugPrint\(|\bdump\(", "log it, or let App print it"),
    Rule(r"Sources/.*\.swift",
         r"\b(struct|class|enum|actor|protocol|typealias)\s+\w*(Manager|Helper|Utils|Common|Base|Service|Data)\b",
         "name it after the one thing that it is"),
    Rule(r"Sources/.*\.swift", r"\b(AUTOINCREMENT|CURRENT_TIMESTAMP|randomblob|last_insert_rowid)\b|\browid\b",
         "tables have keys of their own, and time comes from the clock"),
    Rule(r"(Sources|Tests|Assets|Templates|bin|docs)/.*", r"\b(TODO|FIXME|XXX)\b",
         "do it, or file it", in_comments=True),
    Rule(r"(Sources|Tests)/.*\.swift", r"^\s*// ?([-=*]{4,}|MARK:)",
         "a divider is a sign of two files", in_comments=True),
    Rule(r"Assets/.*\.(css|js)", r"#[0-9a-fA-F]{3,8}\b|\b(rgba?|hsla?|oklch|lab|lch)\(",
         "raw colours stand in tokens.css", r"Assets/styles/tokens\.css"),
    Rule(r"Templates/.*", r"""(fill|stroke|color)=["']#|\bstyle=["']""", "raw colours stand in tokens.css: use a class"),
    Rule(r"Templates/.*", r"""\son[a-z]+=["']|<script(?![^>]*\bsrc=)|javascript:""", "attach by data-module"),
    Rule(r"(Templates|Assets)/.*", r"""(src=["']|url\(["']?|@import ["'])(https?:)?//""",
         "nothing comes from elsewhere"),
    Rule(r"Assets/.*\.js", r"\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval)\b",
         "make elements, so that trusted types hold"),
    Rule(r"Locales/.*\.yaml|Packs/.*/(nl|en)\.yaml", r"!", "no exclamation marks on screen"),
]
BINARY = (".png", ".ico", ".woff2", ".pdf", ".gz")
COMMENT = re.compile(r"(^|\s)//.*")
SELF = "Tests/House/words.py"


def offences(path: str, text: str):
    for rule in RULES:
        if re.fullmatch(rule.files, path) and not re.fullmatch(rule.but, path):
            for number, line in enumerate(text.splitlines(), start=1):
                if found := re.search(rule.pattern, line if rule.in_comments else COMMENT.sub("", line)):
                    yield f"{path}:{number}: “{found.group().strip()}”: {rule.remedy}"


def main() -> int:
    texts = {name(path): path for path in sources() if path.suffix not in BINARY and name(path) != SELF}
    found = [offence for path, file in texts.items() for offence in offences(path, file.read_text(errors="replace"))]
    print("\n".join(found) or f"{len(texts)} files keep to the words of the house.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
