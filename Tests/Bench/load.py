"""wrk, which makes the load, and bodies for it."""

import json
import os
import random
import signal
import subprocess
from pathlib import Path

from rig.wave import Wave

HERE = Path(__file__).parent


def wrk(script: str, url: str, seconds: int, **environment: str) -> dict:
    """Runs wrk with 32 kept-alive connections and gives back what its script tells."""
    words = ["wrk", "-t1", "-c32", f"-d{seconds}s", "--timeout", "30s", "-s", str(HERE / script), url]
    told = []
    with subprocess.Popen(words, env=os.environ | environment, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            told.append(line)
            if line == "all have come\n":
                # wrk itself would sit out its time.
                process.send_signal(signal.SIGINT)
    return json.loads(told[-1])


def write_bodies(wave: Wave, codes: list[str], file: Path) -> None:
    """A complete submission a line, each with another code."""
    draw = random.Random(3)
    with file.open("wb") as lines:
        for code in codes:
            answers = {item: draw.choice(values) for item, values in wave.choices.items()}
            lines.write(wave.body(code, answers) + b"\n")


def send(wave: Wave, number: int, folder: Path) -> dict:
    """Sends so many submissions, each with another code of the wave, as fast as they are stored."""
    bodies = folder / "bodies"
    write_bodies(wave, random.Random(5).sample(wave.codes, number), bodies)
    # It ends when all have come; a slow machine takes a thousand a second.
    limit = max(120, number // 1_000)
    told = wrk("submissions.lua", wave.server.url, limit, BENCH_BODIES=str(bodies), BENCH_PATH=wave.path)
    assert told["errors"] == 0, told
    assert told["acknowledged"] == number, told
    return told
