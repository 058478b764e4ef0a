"""What comes back from a backup is what was there, but for what was never meant to be copied."""

import pytest

from rig.visitor import Visitor
from rig.wave import open_wave


@pytest.fixture
def house(make_server):
    """An organisation with results, and with a wave that is open."""
    server = make_server("house").start()
    places = {"De Linde > Zorg": 30, "De Linde > Keuken": 20}
    done = open_wave(server, places, title="Afgerond")
    done.send_in_order([done.same(number % 5) for number in range(40)])
    done.close()
    server.cli("wave", "publish", done.id)
    still_open = open_wave(server, places, title="Nog bezig")
    still_open.send_in_order([still_open.same(1)] * 12)
    return server, done, still_open


@pytest.fixture
def restored(house, make_server, tmp_path):
    """The same from its backup, in another folder, under the same address."""
    server, _, _ = house
    told = server.cli("backup", tmp_path / "copy.sqlar")
    copy = make_server("restored", mark=False)
    copy.environment["WEEFSEL_BASE_URL"] = server.url
    copy.cli("restore", tmp_path / "copy.sqlar")
    return told, copy.start()


def _signed_in(server) -> Visitor:
    account = server.cli("user", "add", "an", "--role", "hr", "--json").json
    visitor = Visitor(server.url)
    visitor.sign_in(account["name"], account["password"])
    return visitor


def test_pages_are_the_same_byte_for_byte_but_for_open_waves(house, make_server, tmp_path):
    server, done, still_open = house
    before = _signed_in(server)
    server.cli("backup", tmp_path / "copy.sqlar")
    copy = make_server("restored", mark=False)
    copy.environment["WEEFSEL_BASE_URL"] = server.url
    copy.cli("restore", tmp_path / "copy.sqlar")
    copy.start()
    after = Visitor(copy.url, before.cookie)

    compared = []
    for path in [*before.pages("/today"), done.path]:
        told = before.get(path)[1]
        is_open = still_open.id in path or path.startswith(still_open.path)
        # What somebody did since, reading these pages, stands on what is kept of them; a secret is made at first sight.
        is_own = path.startswith(("/account/kept", "/account/second-factor"))
        if not is_open and not is_own and "Nog bezig" not in told:
            assert after.get(path)[1] == told, path
            compared.append(path)
    assert any(done.id in path for path in compared)
    assert len(compared) > 4


def test_a_wave_that_was_open_is_withdrawn_and_its_page_says_why(house, restored):
    server, _, still_open = house
    told, copy = restored

    assert "Nog bezig" in told.out + told.err
    status, page = copy.get(still_open.path)
    assert status == 200
    assert b"type=\"radio\"" not in page
    assert copy.post(still_open.path, still_open.body(still_open.codes[20], still_open.same(2)))[0] != 303
    assert server.get(still_open.path)[1] != page
    copy.cli("wave", "results", still_open.id, code=1)


def test_results_come_back_exactly(house, restored):
    server, done, _ = house
    _, copy = restored

    assert copy.cli("wave", "results", done.id).out == server.cli("wave", "results", done.id).out


def test_no_answer_of_an_open_wave_is_in_the_file(house, tmp_path):
    server, done, still_open = house
    server.cli("backup", tmp_path / "copy.sqlar")
    archive = (tmp_path / "copy.sqlar").read_bytes()

    assert f"waves/{done.id}/".encode() in archive
    assert f"waves/{still_open.id}/".encode() not in archive


@pytest.mark.parametrize("content", [b"", b"no archive", b"SQLite format 3\0" + bytes(500)])
def test_a_file_that_is_no_backup_is_refused_and_the_folder_stays_empty(make_server, tmp_path, content):
    file = tmp_path / "copy.sqlar"
    file.write_bytes(content)
    server = make_server(mark=False)

    assert len(server.cli("restore", file, code=2).err.splitlines()) == 1
    assert list(server.folder.iterdir()) == []


def test_a_folder_that_holds_something_is_not_restored_over(house, tmp_path):
    server, _, _ = house
    server.cli("backup", tmp_path / "copy.sqlar")
    server.stop()

    server.cli("restore", tmp_path / "copy.sqlar", code=1)
    server.cli("backup", tmp_path / "copy.sqlar", code=1)


def test_a_restore_that_cannot_be_opened_is_taken_back(make_server, tmp_path):
    """A clock may not be set on the folder of a real organisation, which shows only on opening."""
    real = make_server("real", mark=False)
    real.cli("organisation", "add", "linde", "De Linde")
    real.cli("backup", tmp_path / "copy.sqlar")
    copy = make_server("copy", mark=False)
    copy.cli("restore", tmp_path / "copy.sqlar", "--now", "2026-10-05T09:00", code=1)
    assert list(copy.folder.iterdir()) == []

    copy.cli("restore", tmp_path / "copy.sqlar")
    assert copy.cli("organisation", "add", "linde", "De Linde", code=1).err


def test_a_backup_into_a_folder_that_is_not_there_is_told_and_leaves_nothing(house, tmp_path):
    server, _, _ = house
    for place in (tmp_path / "nowhere" / "copy.sqlar", tmp_path / "house" / "core.sqlite" / "copy.sqlar"):
        lines = server.cli("backup", place, code=2).err.splitlines()
        assert len(lines) == 1
        assert str(place.parent) in lines[0]
    assert list((server.folder / "tmp").iterdir()) == []


def test_a_backup_tells_programs_its_file_and_what_it_left_out(house, tmp_path):
    server, _, _ = house

    told = server.cli("backup", tmp_path / "copy.sqlar", "--json").json

    assert told == {"file": str(tmp_path / "copy.sqlar"), "left_out": ["Nog bezig"]}
    assert list((server.folder / "tmp").iterdir()) == []
