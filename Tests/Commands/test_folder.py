"""Which commands may begin a data folder, and what the others say of a path that was mistyped."""

import fcntl
import threading
from contextlib import closing

import pytest

from rig.server import Server
from rig.wave import PULSE

NOWHERE = [
    ("backup", "copy.sqlar"), ("retention",), ("retention", "--dry-run"), ("erase-person", "an"), ("user", "list"),
    ("user", "reset", "an"), ("wave", "open", "0" * 32), ("wave", "codes", "0" * 32), ("wave", "results", "0" * 32),
]


@pytest.fixture
def mistyped(tmp_path):
    server = Server(tmp_path / "data", "mistyped", mark=False)
    server.folder.rmdir()
    return server


@pytest.mark.parametrize("words", NOWHERE)
def test_a_mistyped_folder_is_named_and_not_made(mistyped, tmp_path, words):
    told = mistyped.cli(*(tmp_path / word if word.endswith("sqlar") else word for word in words), code=2)

    assert len(told.err.splitlines()) == 1
    assert str(mistyped.folder) in told.err
    assert told.out == ""
    assert not mistyped.folder.exists()
    assert not (tmp_path / "copy.sqlar").exists()


@pytest.mark.parametrize("words", [
    ("migrate",), ("organisation", "add", "linde", "De Linde"), ("user", "add", "an", "--role", "hr"),
    ("wave", "create", "--pack", PULSE, "--title", "Peiling"),
])
def test_what_begins_an_installation_makes_its_folder(mistyped, words):
    mistyped.cli(*words)

    assert (mistyped.folder / "core.sqlite").exists()
    assert mistyped.folder.stat().st_mode & 0o777 == 0o700


def test_an_empty_folder_is_no_installation_either(make_server, tmp_path):
    server = make_server(mark=False)

    assert str(server.folder) in server.cli("user", "list", LC_ALL="nl_NL.UTF-8", code=2).err
    assert list(server.folder.iterdir()) == []


@pytest.fixture
def held(make_server):
    """A folder of which another process has the lock, as while it starts or stops."""
    server = make_server()
    lock = (server.folder / "lock").open("rb")
    fcntl.flock(lock, fcntl.LOCK_EX)
    with closing(lock):
        yield server, lock


def test_a_folder_that_is_taken_for_a_moment_is_waited_for(held):
    server, lock = held
    threading.Timer(1, fcntl.flock, (lock, fcntl.LOCK_UN)).start()

    server.cli("organisation", "add", "linde", "De Linde")


def test_a_folder_that_another_keeps_is_refused_in_one_line(held):
    server, _ = held

    told = server.cli("organisation", "add", "linde", "De Linde", code=1)

    assert "already running on this data folder" in told.err
    assert len(told.err.splitlines()) == 1
