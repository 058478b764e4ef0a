"""What somebody reads who starts the demo on a machine that is not ready for it."""

import hashlib
import os
import shutil
import socket
import subprocess

import pytest

from rig.places import ROOT
from rig.ports import free_port


@pytest.fixture
def pretend(tmp_path):
    """Puts programs of one line before those of the system."""
    folder = tmp_path / "programs"
    folder.mkdir()

    def make(name: str, line: str) -> None:
        (folder / name).write_text(f"#!/bin/sh\n{line}\n")
        (folder / name).chmod(0o755)

    make.path = f"{folder}:{os.environ['PATH']}"
    return make


def _run(pretend, *words: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        words, cwd=ROOT, env=os.environ | {"PATH": pretend.path}, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("version", ["6.2.4", "5.10", ""])
def test_an_old_swift_is_told_in_one_line(pretend, version):
    pretend("swift", f"echo 'Swift version {version} (swift-{version}-RELEASE)'")

    told = _run(pretend, "bin/setup", "build")

    assert told.returncode == 1
    assert len(told.stderr.splitlines()) == 1
    assert "6.3" in told.stderr


@pytest.mark.parametrize("version", ["6.3", "6.10.1", "7.0"])
def test_a_newer_swift_will_do(pretend, version):
    pretend("swift", f"echo 'Swift version {version} (swift-{version}-RELEASE)'")

    assert _run(pretend, "bin/setup", "build").returncode == 0


def test_without_rights_the_one_line_to_run_is_printed(pretend):
    pretend("pkg-config", 'case "$*" in *libqrencode*) exit 1;; esac')
    pretend("id", "echo 1000")
    pretend("sudo", "exit 1")

    told = _run(pretend, "bin/setup", "build")

    assert told.returncode == 1
    assert "sudo apt-get install -y libqrencode-dev" in told.stderr
    assert len(told.stderr.splitlines()) == 1


def test_what_is_installed_is_named_first(pretend):
    pretend("pkg-config", 'case "$*" in *libqrencode*) exit 1;; esac')
    pretend("id", "echo 0")
    pretend("flock", 'shift 4; echo "asked for $*"')

    told = _run(pretend, "bin/setup", "build")

    assert told.returncode == 0
    assert told.stdout.splitlines() == [
        "Installing with apt-get: libqrencode-dev", "asked for sh libqrencode-dev"]


def test_web_servers_are_laid_out_and_not_installed(pretend, tmp_path):
    clone, asked = tmp_path / "clone", tmp_path / "asked"
    for folder in ("bin", "Tests", ".venv"):
        (clone / folder).mkdir(parents=True)
    system = "/usr/sbin:/usr/bin:/bin"
    script = (ROOT / "bin/setup").read_text()
    assert system in script
    (clone / "bin/setup").write_text(script.replace(system, "/nowhere"))
    (clone / "Tests/requirements.txt").touch()
    (clone / ".venv/made-from").write_text(f"Python 3 {hashlib.sha256().hexdigest()}  -\n")
    pretend("python3", '[ "$1" != --version ] || echo Python 3')
    pretend("apt-cache", "exit 0")
    pretend("apt-get", f'echo "$*" >>{asked}; [ "$3" != caddy ] && touch "$3.deb"')
    pretend("dpkg-deb", 'mkdir -p "$3/usr/sbin"; cp /bin/true "$3/usr/sbin/nginx"')

    told = _run(pretend, "bash", str(clone / "bin/setup"), "test")

    assert told.returncode == 0, told.stderr
    assert asked.read_text().splitlines() == ["-qq download nginx", "-qq download caddy"]
    assert (clone / ".servers/usr/sbin/nginx").exists()
    assert [line.split(":")[0] for line in told.stdout.splitlines()][1:] == [
        "Laying out in .servers, without installing it", "No caddy to be had here"]


@pytest.mark.parametrize("offered, mirror", [
    ("bookworm http://mirror.example/debian", "http://mirror.example/debian"),
    ("noble http://mirror.example/ubuntu", "http://deb.debian.org/debian"),
])
def test_a_debian_is_asked_of_the_mirror_that_apt_uses_and_one_that_lacks_is_told(pretend, tmp_path, offered, mirror):
    clone, asked = tmp_path / "clone", tmp_path / "asked"
    (clone / "bin").mkdir(parents=True)
    shutil.copy(ROOT / "bin/setup", clone / "bin/setup")
    pretend("soffice", "exit 0")
    pretend("id", "echo 0")
    pretend("apt-get", f"echo '{offered}'")
    pretend("debootstrap", f'echo "$*" >>{asked}; mkdir "$4"; exit 1')

    told = _run(pretend, "bash", str(clone / "bin/setup"), "long")

    assert told.returncode == 0, told.stderr
    assert asked.read_text().split()[-1] == mirror
    assert told.stdout.splitlines()[-1] == (
        f"No Debian 12 to be had from {mirror}: the test of the archive will fail, and say so.")
    assert not (clone / ".debian").exists()


def test_the_demo_says_that_its_port_is_taken_before_it_builds(pretend):
    pretend("swift", "exit 99")
    with socket.socket() as other:
        other.bind(("127.0.0.1", free_port()))
        other.listen()
        port = other.getsockname()[1]
        told = _run(pretend, "bin/demo", "--port", str(port))

    assert told.returncode == 1
    assert told.stderr.splitlines() == [f"Port {port} is taken. Choose another: bin/demo --port {port + 1}"]


def test_the_demo_tells_how_it_is_used(pretend):
    told = _run(pretend, "bin/demo", "--help")

    assert told.returncode == 0
    assert "--port" in told.stdout


def test_the_demo_leaves_a_folder_with_something_else_alone(pretend, tmp_path):
    pretend("swift", "exit 99")
    (tmp_path / "letter.txt").write_text("dear")

    told = _run(pretend, "bin/demo", "--port", str(free_port()), "--data", str(tmp_path))

    assert told.returncode == 1
    assert len(told.stderr.splitlines()) == 1
    assert str(tmp_path) in told.stderr


def test_the_parts_of_the_tests_are_told(pretend):
    told = _run(pretend, "bin/test", "--nonsense")

    assert told.returncode == 2
    assert "browser" in told.stderr
