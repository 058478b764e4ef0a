"""A data folder may lie as deep as the file system lets it."""

import os

import pytest

from rig.server import Server


@pytest.fixture
def deep(tmp_path):
    folder = tmp_path / ("een-map-met-een-lange-naam-" * 4) / ("en-daarin-nog-een-" * 6)
    assert len(os.fsencode(folder)) >= 200
    server = Server(folder, "deep")
    yield server
    server.close()


def test_commands_reach_a_server_on_a_deep_folder(deep):
    deep.start()

    made = deep.cli("organisation", "add", "linde", "De Linde")
    deep.cli("user", "add", "hanna", "--role", "hr")

    assert made.code == 0
    assert "hanna" in deep.cli("user", "list").out
    assert (deep.folder / "control.sock").is_socket()
    assert (deep.folder / "control.sock").stat().st_mode & 0o777 == 0o600


def test_a_stop_takes_the_socket_away_and_leaves_the_folder_to_commands(deep):
    deep.start()
    deep.stop()

    assert not (deep.folder / "control.sock").exists()
    assert deep.cli("organisation", "add", "linde", "De Linde").code == 0
