"""The demo, as it runs in a terminal."""

import re
import signal
import subprocess
import time

from rig.server import Server


class Demo:
    """A made-up nursing home: `weefsel demo` in the foreground of a terminal."""

    def __init__(self, folder, *options):
        self.options = options
        self.server = Server(folder, f"demo-{folder.name}", mark=False)

    def start(self) -> float:
        """Runs it until its last line; gives back how long that took."""
        began = time.monotonic()
        words = [str(self.server.program), "demo", "--data", str(self.server.folder), "--port", str(self.server.port)]
        words += self.options
        self.process = subprocess.Popen(
            words, env=self.server.full_environment({}), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.lines = []
        for line in self.process.stdout:
            self.lines.append(line.rstrip())
            if str(self.server.folder) in line:
                break
        return time.monotonic() - began

    def interrupt(self) -> int:
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=30)
        return self.process.returncode

    def __getitem__(self, pattern: str) -> tuple[str, ...]:
        found = re.search(pattern, "\n".join(self.lines), re.MULTILINE)
        assert found, self.lines
        return found.groups()
