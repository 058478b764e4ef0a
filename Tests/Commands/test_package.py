"""The archive for machines without a compiler: what is in it, that it is the same each time, and that it runs."""

import hashlib
import os
import re
import shutil
import subprocess
import tarfile
from pathlib import Path

import pyotp
import pytest

from rig.places import ROOT, binary
from rig.server import Server
from rig.visitor import Visitor

GUIDE = (ROOT / "docs/self-hosting.md").read_text()
# Places that an author of documents names, without what they lead to elsewhere.
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def packed(out: Path, *words: object, **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [ROOT / "bin/package", *words, out], env=os.environ | environment, cwd="/", capture_output=True, text=True,
        timeout=200)


@pytest.fixture(scope="module")
def archive(tmp_path_factory) -> Path:
    """Of the program under test, which may want the Swift of this machine."""
    done = packed(tmp_path_factory.mktemp("first"), "--trial", "--binary", binary())
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.strip())


@pytest.fixture(scope="module")
def unpacked(archive, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    subprocess.run(["tar", "-xzf", archive, "-C", folder], check=True)
    return next(folder.iterdir())


def test_the_same_input_gives_the_same_bytes(archive, tmp_path):
    """Whoever packs it, and wherever."""
    (tmp_path / "elsewhere").mkdir()
    before = os.umask(0o077)
    try:
        done = packed(tmp_path / "out", "--trial", "--binary", binary(), TMPDIR=str(tmp_path / "elsewhere"),
                      TZ="Asia/Tokyo", LC_ALL="nl_NL.UTF-8", USER="somebody")
    finally:
        os.umask(before)

    again = Path(done.stdout.strip())
    assert again.name == archive.name
    assert again.read_bytes() == archive.read_bytes()
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_its_sum_lies_beside_it(archive):
    beside = archive.with_name(f"{archive.name}.sha256")

    assert beside.read_text() == f"{hashlib.sha256(archive.read_bytes()).hexdigest()}  {archive.name}\n"
    assert sorted(file.name for file in archive.parent.iterdir()) == [archive.name, beside.name]


def test_it_holds_what_the_guide_says_and_nothing_of_who_packed_it(archive):
    sentence = re.search(r"In it is one folder with (.+?)\.\s", GUIDE, re.DOTALL)[1]
    with tarfile.open(archive) as packed_files:
        members = packed_files.getmembers()

    top = archive.name.removesuffix(".tar.gz")
    names = [member.name for member in members]
    assert names == sorted(names, key=lambda name: name.split("/"))
    assert {name.split("/")[1] for name in names if "/" in name} == set(re.findall(r"`([^`]+)`", sentence))
    assert {name.split("/")[0] for name in names} == {top}
    assert {(member.uid, member.gid, member.uname, member.gname) for member in members} == {(0, 0, "", "")}
    assert len({member.mtime for member in members}) == 1
    program = f"{top}/weefsel"
    for member in members:
        assert member.isdir() or member.isfile(), member.name
        assert member.mode == (0o755 if member.isdir() or member.name == program else 0o644), member.name


def test_links_in_its_documents_lead_somewhere(unpacked):
    lost = [
        f"{page.relative_to(unpacked)}: {target}"
        for page in [unpacked / "README.md", *(unpacked / "docs").rglob("*.md")]
        for target in LINK.findall(page.read_text())
        if not (page.parent / target).exists()]
    assert lost == []


def test_the_guide_to_it_says_what_to_install_in_both_languages(unpacked):
    wanted = re.search(r"To run it: Debian 12 and `([^`]+)`", GUIDE)[1]
    told = (unpacked / "README.md").read_text()

    assert told.count(f"apt-get install -y {wanted}\n") == 2
    assert f"--no-install-recommends {wanted}\n" in GUIDE


def test_it_runs_where_it_was_unpacked_and_says_which_it_is(unpacked, tmp_path):
    link = tmp_path / "opt"
    link.symlink_to(unpacked)
    server = Server(tmp_path / "data", "unpacked", mark=False, program=link / "weefsel")
    del server.environment["WEEFSEL_RESOURCES"]
    try:
        assert server.start().get("/readyz")[0] == 200
        status, page = server.get(re.search(r"/set-up/\w+", server.said()).group())
        assert status == 200
        sheet = re.search(rb'href="(/assets/[^"]+\.css)"', page)[1]
        assert server.get(sheet.decode())[0] == 200
        known = server.cli("user", "add", "Ivo", "--role", "admin", "--json").json
        admin = Visitor(server.url)
        admin.sign_in(known["name"], known["password"])
        # Where people are real, an administrator sets up the code of an app first.
        factor = "/account/second-factor"
        secret = re.search(r"<code>([A-Z2-7 ]+)</code>", admin.get(factor)[1])[1].replace(" ", "")
        admin.submit(factor, factor, {"code": pyotp.TOTP(secret).now()})
        page = admin.get("/admin")[1]
    finally:
        server.close()
    told = subprocess.run([unpacked / "weefsel", "--version"], capture_output=True, text=True, cwd="/")
    assert told.stdout == (unpacked / "VERSION").read_text()
    version = told.stdout.strip()
    assert unpacked.name.startswith(f"weefsel-{version}-linux-")
    assert f"Weefsel versie {version}" in page


def test_a_program_that_was_not_packed_says_so():
    assert subprocess.run([binary(), "--version"], capture_output=True, text=True).stdout == "unreleased\n"


def test_a_program_that_wants_more_than_the_packages_bring_is_refused(tmp_path):
    """One that anybody has: SQLite's own, which wants what reads the keyboard."""
    done = packed(tmp_path / "out", "--binary", shutil.which("sqlite3"))

    assert done.returncode == 1
    assert "libreadline" in done.stderr or "libedit" in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("words, code, told", [
    (("--binary", ROOT / "README.md"), 1, "README.md"), (("--binary", "/nowhere/weefsel"), 1, "/nowhere/weefsel"),
    (("--dance",), 2, "bin/package"),
])
def test_what_is_no_program_is_refused_in_one_line(tmp_path, words, code, told):
    done = packed(tmp_path / "out", *words)

    assert done.returncode == code
    assert told in done.stderr.splitlines()[0]
    assert not (tmp_path / "out").exists()
