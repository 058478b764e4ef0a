"""A Weefsel of one's own."""

import json
import os
import signal
import subprocess
import time
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from rig.places import ROOT, binary, output
from rig.ports import free_port

READY = "Ready on "
PATIENCE = 60
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True)
class Outcome:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def json(self):
        return json.loads(self.out)


class Server:
    """A data folder marked test, the commands on it, and the server when it runs."""

    def __init__(
        self, folder: Path, name: str = "server", now: str | None = None, mark: bool = True,
        program: Path | None = None,
    ):
        self.folder = folder
        self.program = program or binary()
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        # A clock of its own is accepted only once the folder is marked.
        self.now = None
        self.environment = {
            "WEEFSEL_RESOURCES": str(ROOT),
            "WEEFSEL_BASE_URL": self.url,
            "SWIFT_BACKTRACE": "enable=no",
            # Tests read what is said in English; those that want Dutch say so.
            "LC_ALL": "C.UTF-8",
        }
        self.log = output() / "logs" / f"{name}.log"
        self.process: subprocess.Popen | None = None
        folder.mkdir(parents=True, exist_ok=True)
        if mark:
            self.cli("migrate", "--mark", "test")
        self.now = now

    def cli(self, *words: object, code: int = 0, **environment: str) -> Outcome:
        """Runs a command on the folder, through the server if that is up."""
        outcome = self.attempt(*words, **environment)
        told = f"weefsel {' '.join(map(str, words))} gave {outcome.code}\n{outcome.out}{outcome.err}"
        assert outcome.code == code, told
        return outcome

    def attempt(self, *words: object, **environment: str) -> Outcome:
        """Runs a command of which any exit code may be right."""
        done = subprocess.run(
            self._command(words),
            env=self.full_environment(environment), capture_output=True, text=True, timeout=300, cwd="/",
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    def launch(self, prefix: list[str] = [], **environment: str) -> subprocess.Popen:
        """Starts the process, perhaps under another program, without waiting for it."""
        words = [*prefix, *self._command(["serve", "--port", self.port])]
        with self.log.open("ab") as log:
            self._said = log.tell()
            self.process = subprocess.Popen(
                words, env=self.full_environment(environment), stdout=log, stderr=log, cwd="/")
        return self.process

    def start(self, prefix: list[str] = [], **environment: str) -> "Server":
        self.launch(prefix, **environment)
        self.wait_until_ready()
        return self

    def wait_until_ready(self) -> None:
        limit = time.monotonic() + PATIENCE
        while READY not in self.said():
            assert self.process.poll() is None, f"the server stopped: {self.said()}"
            assert time.monotonic() < limit, f"the server is not ready: {self.said()}"
            time.sleep(0.01)

    def said(self) -> str:
        """What the running server wrote since its start."""
        with self.log.open("rb") as log:
            log.seek(self._said)
            return log.read().decode(errors="replace")

    def kill(self) -> None:
        """As a power cut would, as far as a process can."""
        self.process.kill()
        self.process.wait()
        self.process = None

    def stop(self) -> int:
        """As an administrator would."""
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=PATIENCE)
        self.process = None
        return code

    def close(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()

    def connect(self) -> HTTPConnection:
        """A connection that is kept alive."""
        return HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)

    def get(self, path: str, **headers: str) -> tuple[int, bytes]:
        """One GET without a browser: status and body."""
        return self._ask("GET", path, None, headers)

    def post(self, path: str, body: bytes, **headers: str) -> tuple[int, bytes]:
        return self._ask("POST", path, body, FORM | headers)

    def full_environment(self, more: dict[str, str]) -> dict[str, str]:
        """What the program is started with: nothing of Weefsel from outside."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("WEEFSEL_")}
        return kept | self.environment | more

    # Private

    def _command(self, words: list[object]) -> list[str]:
        clock = ["--now", self.now] if self.now else []
        return [str(self.program), *map(str, words), "--data", str(self.folder), *clock]

    def _ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> tuple[int, bytes]:
        with closing(self.connect()) as connection:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read()
