"""A list of 50,000 members of staff, as a personnel system writes it, and the pages that read it in."""

import re
from pathlib import Path
from urllib.parse import urlencode

import looked_at
from openpyxl import Workbook
from rig.server import FORM
from rig.visitor import Visitor

PATH = "/admin/members/file"
HEADS = ["Personeelsnummer", "Naam", "E-mail", "Functie", "Organisatie", "Afdeling", "Team", "Vanaf"]
FIRST = ("Fatima", "Jan", "Priya", "Ömer", "Marieke", "Sven", "Aisha", "Kees", "Lotte", "Mehmet", "Anna")
LAST = ("de Vries", "Jansen", "el Amrani", "Bakker", "Yılmaz", "van den Berg", "Visser", "Smit", "Mulder", "Bos",
        "de Groot", "Haddad", "Kaya")
# Of which somebody types a part.
SOUGHT = [*FIRST, *LAST, "an", "vri", "4711", "medewerker312", "x", "berg", "Öm"]


def people(count: int, moved: int = 0):
    """Rows of people; every so many work in another team than before."""
    for number in range(count):
        team = (number + (1 if moved and number % moved == 0 else 0)) % 500
        yield [
            str(10_000 + number), f"{FIRST[number % 11]} {LAST[number % 13]}",
            f"medewerker{number}@linde.example" if number % 2 else "", ("zorg", "kok", "planner")[number % 3], "De Linde",
            f"Cluster {team // 25}", f"Team {team}", "1-9-2019",
        ]


def table(file: Path, count: int, moved: int = 0) -> Path:
    rows = [";".join(row) for row in (HEADS, *people(count, moved))]
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return file


def workbook(file: Path, count: int, moved: int = 0) -> Path:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Personeel")
    for row in (HEADS, *people(count, moved)):
        sheet.append(row)
    book.save(file)
    return file


def look(visitor: Visitor, url: str, file: Path) -> tuple[str, str]:
    """The address of the list and its page, once it was sent and compared with who works here."""
    place = looked_at.upload(visitor, url, PATH, {}, file)
    status, _, page = looked_at.ask(visitor, url, place, None)
    assert status == 200, (status, page[:2_000])
    return place, page


def carry_out(visitor: Visitor, url: str, place: str, page: str) -> None:
    shown = re.search(r'name="shown" value="([^"]+)"', page)[1]
    body = urlencode({"token": looked_at.token(page), "shown": shown}).encode()
    status, _, told = looked_at.ask(visitor, url, f"{place}/members", body, FORM["Content-Type"])
    assert status == 303, (status, told[:2_000])


def searches(visitor: Visitor) -> list[float]:
    """Milliseconds of each search, as somebody types."""
    return sorted(visitor.milliseconds("/admin/members?" + urlencode({"q": text})) for text in SOUGHT * 4)
