"""What bin/test says at its end."""

import subprocess
import sys

import pytest

from rig.places import ROOT

CASE = '<testcase classname="Faults.test_web" name="{}">{}</testcase>'


@pytest.fixture
def work(tmp_path):
    """The reports of one part that went well but for what was not tried."""
    (tmp_path / "logs").mkdir()
    reports = tmp_path / "reports"
    reports.mkdir()
    (tmp_path / "logs/faults.log").touch()
    (reports / "faults.code").write_text("0")

    def write(*cases: str):
        (reports / "faults.xml").write_text(f"<testsuite>{''.join(cases)}</testsuite>")
        told = subprocess.run(
            [sys.executable, ROOT / "Tests/House/tally.py", tmp_path], capture_output=True, text=True, timeout=60)
        return told.returncode, told.stdout.splitlines()

    return write


def test_what_was_skipped_is_named_with_its_reason(work):
    code, lines = work(CASE.format("nginx", ""), CASE.format("caddy", '<skipped message="no caddy here"/>'))

    assert code == 0
    assert lines == ["SKIPPED faults: Faults.test_web caddy (no caddy here)", "1 passed, 0 failed, 1 skipped"]


def test_where_nothing_was_skipped_the_sum_says_nothing_of_it(work):
    assert work(CASE.format("nginx", "")) == (0, ["1 passed, 0 failed"])


def test_what_failed_comes_first(work):
    code, lines = work(CASE.format("nginx", "<failure/>"), CASE.format("caddy", "<skipped/>"))

    assert code == 1
    assert [line.split()[0] for line in lines[:2]] == ["FAILED", "SKIPPED"]
    assert lines[-1] == "0 passed, 1 failed, 1 skipped"
