"""The archive on a Debian 12 without a compiler, by the documented commands: installed, used, upgraded, restored."""

import hashlib
import os
import re
import shutil
import subprocess
import tarfile
import time
from pathlib import Path
from urllib.parse import urlencode

import pytest

from rig.machine import Machine
from rig.places import ROOT
from rig.ports import free_port
from rig.server import FORM
from rig.visitor import Visitor

pytestmark = [pytest.mark.long, pytest.mark.timeout(3_600)]

GUIDE = (ROOT / "docs/self-hosting.md").read_text()
PASSWORD = "een lange zin van vier woorden"
FIRST = {"organisation": "De Linde", "council": "or", "name": "Ivo", "password": PASSWORD, "hr": "1"}
# After so many seconds without work threads are gone.
RESTING = 9
DATA = "--data /var/lib/weefsel"


def commands(start: str) -> str:
    """The block of commands of the guide that begins so."""
    block = re.search(rf"(?:^    .*\n)*?^    {re.escape(start)}.*\n(?:^    .*\n)*", GUIDE, re.MULTILINE)
    assert block, start
    return re.sub(r"^    ", "", block.group(), flags=re.MULTILINE)


def named(text: str, archive: Path) -> str:
    """The same commands for this archive."""
    version = archive.name.removeprefix("weefsel-").removesuffix(".tar.gz")
    changed, count = re.subn(r"^version=.*", f"version={version}", text, flags=re.MULTILINE)
    assert count == 1
    return changed


def next_version(archive: Path, folder: Path) -> Path:
    """The same program under another version."""
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    old = next(folder.iterdir())
    new = old.rename(folder / "weefsel-2099.01.01-0123456789-linux-x86_64")
    (new / "VERSION").write_text("2099.01.01-0123456789\n")
    made = folder / f"{new.name}.tar.gz"
    with tarfile.open(made, "w:gz") as packed:
        packed.add(new, new.name)
    made.with_name(f"{made.name}.sha256").write_text(f"{hashlib.sha256(made.read_bytes()).hexdigest()}  {made.name}\n")
    return made


@pytest.fixture(scope="module")
def archive(tmp_path_factory) -> Path:
    """Of the release build of this clone, or of a program that was built for release before."""
    built = os.environ.get("WEEFSEL_RELEASE")
    words = ["--binary", built] if built else []
    folder = tmp_path_factory.mktemp("archive")
    # Other tests may run beside it.
    done = subprocess.run(["nice", ROOT / "bin/package", *words, folder], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return Path(done.stdout.splitlines()[-1])


class Installed:
    """The machine after the commands of the guide, with its server on a port that is free here."""

    def __init__(self, machine: Machine, archive: Path):
        self.machine, self.port = machine, free_port()
        self.bring(archive)
        setting = f"WEEFSEL_TRUSTED_PROXIES=127.0.0.1\\nWEEFSEL_PORT={self.port}"
        block = commands("version=2026.12.01").replace("WEEFSEL_TRUSTED_PROXIES=127.0.0.1", setting)
        machine.run(named(block, archive))
        self.wait()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def bring(self, archive: Path) -> None:
        for file in (archive, archive.with_name(f"{archive.name}.sha256")):
            shutil.copy(file, self.machine.root / "root")

    def wait(self) -> None:
        limit = time.monotonic() + 60
        while not self.answers():
            assert time.monotonic() < limit, self.log()
            time.sleep(0.1)

    def answers(self) -> bool:
        try:
            return Visitor(self.url).get("/readyz")[0] == 200
        except OSError:
            return False

    def weefsel(self, words: str) -> str:
        return self.machine.run(f"runuser -u weefsel -- /opt/weefsel/weefsel {words} {DATA}")

    def log(self) -> str:
        return self.machine.run("journalctl -u weefsel --no-pager")

    def backup(self) -> str:
        self.machine.run("systemctl start weefsel-backup")
        return self.machine.run("ls -t /var/lib/weefsel-backups").splitlines()[0]

    def signed_in(self) -> Visitor:
        visitor = Visitor(self.url)
        visitor.sign_in("Ivo", PASSWORD)
        return visitor


@pytest.fixture(scope="module")
def installed(archive, tmp_path_factory):
    if os.geteuid() != 0:
        pytest.skip("only root can start a machine of its own")
    machine = Machine(tmp_path_factory.mktemp("bare"))
    try:
        yield Installed(machine.start(), archive)
    finally:
        machine.close()


def test_the_machine_is_bare_and_the_service_runs(installed, archive):
    assert installed.machine.run("for name in swift gcc cc clang python3 git xz zstd; do command -v $name || :; done") == ""
    assert installed.machine.run("systemctl is-active weefsel weefsel-backup.timer").split() == ["active", "active"]
    version = installed.machine.run("/opt/weefsel/weefsel --version").strip()
    assert archive.name.startswith(f"weefsel-{version}-linux-")
    assert "not found" not in installed.machine.run("ldd /opt/weefsel/weefsel")


def test_it_is_as_little_exposed_as_the_guide_says(installed):
    told = installed.machine.run("systemd-analyze security weefsel --no-pager")

    level = re.search(r"Overall exposure level for weefsel.service: ([0-9.]+)", told)
    assert level and f"`systemd-analyze security weefsel` gives it {level[1]}," in GUIDE


def test_somebody_sets_it_up_and_signs_in(installed):
    token = re.search(r"/set-up/(\w+)", installed.log())[1]
    newcomer = Visitor(installed.url)
    assert newcomer.get(f"/set-up/{token}")[0] == 200
    status = newcomer._ask("POST", f"/set-up/{token}", urlencode(FIRST), FORM)[0]
    assert status == 303

    visitor = installed.signed_in()
    pages = visitor.pages("/today")
    assert {"/today", "/waves", "/admin"} <= set(pages)
    assert "De Linde" in visitor.get("/today")[1]
    assert "Ivo" in installed.weefsel("user list")


def test_nothing_of_who_comes_stands_in_the_log_of_the_machine(installed):
    """Also not that somebody came: threads that rested are made again, and that may not leave a line."""
    before = installed.log()

    for _ in range(2):
        time.sleep(RESTING)
        assert installed.answers()

    assert installed.log() == before


def test_a_backup_is_made_and_restored(installed):
    file = installed.backup()
    installed.weefsel("user add Later --role hr")

    installed.machine.run(commands("systemctl stop weefsel\n    mv").replace("FILE", file))

    installed.wait()
    assert "De Linde" in installed.signed_in().get("/today")[1]
    assert "Later" not in installed.weefsel("user list")
    assert "All is well" in installed.weefsel("doctor")


def test_another_version_is_put_beside_it_and_left_again(installed, archive, tmp_path):
    newer = next_version(archive, tmp_path / "newer")
    installed.bring(newer)
    before = installed.machine.run("readlink /opt/weefsel").strip()

    installed.machine.run(named(commands("version=2026.12.24"), newer))
    installed.wait()
    assert installed.machine.run("/opt/weefsel/weefsel --version").strip() == "2099.01.01-0123456789"
    assert "De Linde" in installed.signed_in().get("/today")[1]

    installed.machine.run(commands("systemctl stop weefsel\n    ln -sfn weefsel-OLD").replace("weefsel-OLD", before))
    installed.wait()
    assert installed.machine.run("readlink /opt/weefsel").strip() == before
    assert "De Linde" in installed.signed_in().get("/today")[1]


def test_after_a_start_of_the_machine_it_runs_again(installed):
    installed.machine.close()
    installed.machine.start()

    installed.wait()
    assert "De Linde" in installed.signed_in().get("/today")[1]
