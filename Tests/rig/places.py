"""Where things are."""

import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def binary() -> Path:
    """The program under test: WEEFSEL_BINARY, else the debug build of this clone."""
    chosen = os.environ.get("WEEFSEL_BINARY")
    found = Path(chosen) if chosen else ROOT / ".build/debug/weefsel"
    assert found.exists(), f"{found} is not there: run `swift build` first, or bin/test."
    return found


@cache
def output() -> Path:
    """The folder for logs and screenshots, which bin/test names at its end."""
    chosen = os.environ.get("WEEFSEL_TEST_OUTPUT")
    folder = Path(chosen) if chosen else Path(tempfile.mkdtemp(prefix="weefsel-test-"))
    for part in ("logs", "screenshots"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    return folder


@cache
def chromium() -> str:
    """The browser that the system has; Playwright never fetches one."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    assert found, "No Chromium here: run bin/setup test."
    return found
