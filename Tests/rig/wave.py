"""A wave that is open, as hr would have made it by the commands."""

import csv
import io
from contextlib import closing
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlencode

from rig.server import FORM, Outcome, Server

CARE = "staff-survey-care"
PULSE = "pulse"


class Code(str):
    """A code as it is printed, with the block that it belongs to and the address in its QR code."""

    block: str
    address: str

    def __new__(cls, block: str, text: str, address: str):
        code = super().__new__(cls, text)
        code.block, code.address = block, address
        return code


@dataclass
class Wave:
    server: Server
    id: str
    codes: list[Code]
    choices: dict[str, list[str]]
    """The values that a person can choose, by question, in the order of the page."""

    @property
    def items(self) -> list[str]:
        return list(self.choices)

    @property
    def address(self) -> str:
        """The address of the answering page, without a code."""
        return self.codes[0].address.split("#")[0]

    @property
    def url(self) -> str:
        return self.address

    @property
    def path(self) -> str:
        return self.address.removeprefix(self.server.url)

    def body(self, code: str, answers: dict[str, object], **more: str) -> bytes:
        return urlencode({"code": code, **answers, **more}).encode()

    def same(self, choice: int) -> dict[str, str]:
        """The same choice, counted from 0, for every item."""
        return {item: values[choice] for item, values in self.choices.items()}

    def send(self, code: str, answers: dict[str, object], **more: str) -> tuple[int, bytes]:
        return self.server.post(self.path, self.body(code, answers, **more), Accept="application/json")

    def send_in_order(self, answers: list[dict[str, object]]) -> None:
        """One submission after the other, each with the next code; all must be stored."""
        headers = FORM | {"Accept": "application/json"}
        with closing(self.server.connect()) as connection:
            for code, told in zip(self.codes, answers):
                connection.request("POST", self.path, self.body(code, told), headers)
                answer = connection.getresponse()
                assert answer.status == 200, answer.read().decode()
                answer.read()

    def close(self, **environment: str) -> Outcome:
        return self.server.cli("wave", "close", self.id, **environment)

    def results(self) -> dict:
        return self.server.cli("wave", "results", self.id, "--json").json

    def respondents(self) -> int:
        """The total response, which is told exactly."""
        told = self.results()["respondents"]
        assert told["bound"] == "exact", told
        return told["value"]


class _Choices(HTMLParser):
    """Reads which values a person can choose for each item; other questions of the page have words as values."""

    def __init__(self):
        super().__init__()
        self.items: dict[str, list[str]] = {}

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        if tag == "input" and told.get("type") == "radio" and told.get("value", "").isdigit():
            self.items.setdefault(told["name"], []).append(told["value"])


def units_csv(headcounts: dict[str, int]) -> str:
    table = io.StringIO()
    writer = csv.writer(table, delimiter=";", lineterminator="\n")
    writer.writerow(["path", "headcount"])
    writer.writerows(headcounts.items())
    return table.getvalue()


def choices(page: str) -> dict[str, list[str]]:
    reader = _Choices()
    reader.feed(page)
    return reader.items


def codes(server: Server, wave: str) -> list[Code]:
    rows = csv.reader(server.cli("wave", "codes", wave).lines, delimiter=";")
    return [Code(*row) for row in rows]


def open_wave(
    server: Server, headcounts: dict[str, int], pack: str = PULSE, title: str = "Hoe gaat het", *options: str
) -> Wave:
    """Makes the units and a wave over them, opens it, and reads its codes and its page."""
    units = server.folder.parent / f"units-{server.port}.csv"
    units.write_text(units_csv(headcounts))
    made = server.cli(
        "wave", "create", "--pack", pack, "--title", title, "--units", units, *options, "--json").json
    server.cli("wave", "open", made["id"])
    handed = codes(server, made["id"])
    wave = Wave(server, made["id"], handed, {})
    status, page = server.get(wave.path)
    assert status == 200, page.decode()
    wave.choices = choices(page.decode())
    assert wave.choices, "the answering page has no questions"
    return wave
