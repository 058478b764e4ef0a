"""Phones that send answers all the time, and a ledger of what they were told."""

import asyncio
from collections import defaultdict
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from rig import pattern
from rig.wave import Wave

VERSIONS = 100_000


@dataclass
class Ledger:
    """Per code: the version last acknowledged, and those sent since of which nobody knows."""

    acknowledged: dict[str, int] = field(default_factory=dict)
    unsure: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    refusals: list[str] = field(default_factory=list)
    count: int = 0
    _sent: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    _waiting: list = field(default_factory=list)

    def begin(self, code: str) -> int:
        self._sent[code] += 1
        self.unsure[code].append(self._sent[code])
        return self._sent[code]

    def acknowledge(self, code: str, version: int) -> None:
        self.acknowledged[code] = version
        self.unsure[code].clear()
        self.count += 1
        for number, event in self._waiting:
            if self.count >= number:
                event.set()

    def refuse(self, code: str, status: int) -> None:
        self.refusals.append(f"{code}: {status}")

    def allowed(self, code: str) -> set[int]:
        """The versions that may be in store: what was acknowledged last, or what may have come through since."""
        last = self.acknowledged.get(code)
        return set(self.unsure[code]) | ({last} if last else set())

    async def reaches(self, number: int) -> None:
        """Waits until so many submissions were acknowledged."""
        if self.count < number:
            event = asyncio.Event()
            self._waiting.append((number, event))
            await asyncio.wait_for(event.wait(), 60)


class Phones:
    """Clients on kept-alive connections; each has codes of its own and sends them again and again."""

    def __init__(self, wave: Wave, number: int = 32):
        self.wave = wave
        self.ledger = Ledger()
        self.codes = list(wave.codes)
        self.places = {code: place for place, code in enumerate(self.codes)}
        self._parts = [self.codes[first::number] for first in range(number)]
        self._tasks: list[asyncio.Task] = []

    def start(self) -> None:
        self._tasks = [asyncio.create_task(self._send_for_ever(part)) for part in self._parts if part]

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        ended = await asyncio.gather(*self._tasks, return_exceptions=True)
        for outcome in ended:
            if isinstance(outcome, Exception):
                raise outcome

    async def settle(self) -> None:
        """Sends once more for each code of which something is unsure, or that was never acknowledged."""
        ledger = self.ledger
        open_codes = [code for code in self.codes if ledger.unsure[code] or code not in ledger.acknowledged]
        connection = await _Connection.open(self.wave)
        for code in open_codes:
            await self._send(connection, code)
        connection.close()

    def answers(self, code: str, version: int) -> dict[str, str]:
        return pattern.answers(self.wave.choices, self.places[code] * VERSIONS + version)

    def row(self, code: str, version: int) -> bytes:
        return pattern.row(self.answers(code, version))

    # Private

    async def _send_for_ever(self, codes: list[str]) -> None:
        while True:
            try:
                connection = await _Connection.open(self.wave)
                while True:
                    for code in codes:
                        await self._send(connection, code)
            except (OSError, EOFError):
                # The server is down; a phone tries again.
                await asyncio.sleep(0.02)

    async def _send(self, connection: "_Connection", code: str) -> None:
        is_first = not self.ledger.allowed(code)
        version = self.ledger.begin(code)
        more = {} if is_first else {"replace": "1"}
        status = await connection.post(self.wave.body(code, self.answers(code, version), **more))
        if status == 200:
            self.ledger.acknowledge(code, version)
        else:
            self.ledger.refuse(code, status)


def run(conversation: Coroutine) -> None:
    """Runs it in a thread of its own: a browser may be running in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, conversation).result()


class _Connection:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str):
        self._reader, self._writer, self._path = reader, writer, path

    @classmethod
    async def open(cls, wave: Wave) -> "_Connection":
        reader, writer = await asyncio.open_connection("127.0.0.1", wave.server.port)
        return cls(reader, writer, wave.path)

    async def post(self, body: bytes) -> int:
        head = (
            f"POST {self._path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n")
        self._writer.write(head.encode() + body)
        await self._writer.drain()
        told = (await self._reader.readuntil(b"\r\n\r\n")).decode().lower()
        length = int(told.split("content-length:")[1].split("\r\n")[0])
        await self._reader.readexactly(length)
        return int(told.split(" ", 2)[1])

    def close(self) -> None:
        self._writer.close()
