"""A file of units as people make them: each fault is one line that names file and line, and nothing is half done."""

import json
import socket

import pytest

from rig.wave import PULSE, codes

FAULTS = {
    "a wrong column": "naam;headcount\nDe Linde > Zorg;24\n",
    "a third column": "path;headcount;remark\nDe Linde > Zorg;24;x\n",
    "300 columns": ";".join(f"kolom{number}" for number in range(300)) + "\n",
    "a unit that stands twice": "path;headcount\nDe Linde > Zorg;24\nDe Linde > zorg;12\n",
    "a negative headcount": "path;headcount\nDe Linde > Zorg;-24\n",
    "a headcount in words": "path;headcount\nDe Linde > Zorg;veel\n",
    "a level without a name": "path;headcount\nDe Linde > > Zorg;24\n",
    "a name on two lines": 'path;headcount\n"De Linde > Zorg\nen welzijn";24\n',
    "a name of marks": f"path;headcount\nDe Linde > Z{chr(0x301) * 60_000};24\n",
    "a heading alone": "path;headcount\n",
    "nothing": "",
}


@pytest.fixture(params=["at rest", "running"])
def weefsel(make_server, request):
    """The same commands, with and without a server."""
    made = make_server()
    return made.start() if request.param == "running" else made


def _create(weefsel, file, *more, code=0):
    return weefsel.cli("wave", "create", "--pack", PULSE, "--title", "Peiling", "--units", file, *more, code=code)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_one_line_that_names_the_file(make_server, tmp_path, fault):
    file = tmp_path / "units.csv"
    file.write_text(FAULTS[fault])

    told = _create(make_server(), file, code=2)

    assert told.out == ""
    lines = told.err.splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith(str(file))


def test_every_fault_of_a_file_is_told_at_once_with_its_line(weefsel, tmp_path):
    file = tmp_path / "units.csv"
    file.write_text("path;headcount\nDe Linde > Zorg;-1\nDe Linde > Keuken;12\n;3\nDe Linde > Keuken;x\n")

    lines = _create(weefsel, file, code=2).err.splitlines()

    assert [line.split(":")[1] for line in lines] == ["2", "4", "5", "5"]


def test_a_file_with_faults_leaves_nothing_behind(weefsel, tmp_path):
    wrong, right = tmp_path / "wrong.csv", tmp_path / "right.csv"
    wrong.write_text("path;headcount\nDe Linde > Tuin;30\nDe Linde > Zorg;-1\n")
    right.write_text("path;headcount\nDe Linde > Zorg;30\n")
    _create(weefsel, wrong, code=2)

    made = _create(weefsel, right, "--json").json
    weefsel.cli("wave", "open", made["id"])

    assert {code.block for code in codes(weefsel, made["id"])} == {"De Linde"}


def test_a_file_of_200_mb_is_refused_unread(weefsel, tmp_path):
    file = tmp_path / "units.csv"
    with file.open("wb") as large:
        large.truncate(200_000_000)

    lines = _create(weefsel, file, code=2).err.splitlines()

    assert len(lines) == 1
    assert lines[0].startswith(str(file))


@pytest.mark.parametrize("size", [1_900_000, 5_000_000])
def test_a_large_file_of_letters_is_answered_and_not_waited_for(weefsel, tmp_path, size):
    file = tmp_path / "units.csv"
    file.write_text("path;headcount\n" + "letters" * (size // 7))

    lines = _create(weefsel, file, code=2).err.splitlines()

    assert len(lines) <= 2
    assert lines[0].startswith(str(file))


def test_an_order_that_is_too_large_is_answered_also_when_it_is_sent_by_hand(make_server):
    server = make_server().start()
    body = b"x" * 9_000_000
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(30)
        client.connect(str(server.folder / "control.sock"))
        head = f"POST /command HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {len(body)}\r\n\r\n"
        client.sendall(head.encode() + body)
        told = b"".join(iter(lambda: client.recv(65_536), b""))

    assert json.loads(told.split(b"\r\n\r\n", 1)[1])["code"] == 2
    assert server.cli("user", "list", code=1).err


def test_a_file_that_is_not_there_is_named(weefsel, tmp_path):
    assert "nowhere.csv" in _create(weefsel, tmp_path / "nowhere.csv", code=2).err


@pytest.mark.parametrize("text", [
    "path;headcount\nDe Linde > Café;24\nDe Linde > Keuken;12\n",
    "path,headcount\r\nDe Linde > Café,24\r\nDe Linde > Keuken,12\r\n",
    "\ufeffheadcount;path\n24;De Linde > Café\n12;\"De Linde > Keuken\"\n",
])
def test_files_as_spreadsheets_write_them_are_read(make_server, tmp_path, text):
    file = tmp_path / "units.csv"
    file.write_bytes(text.encode())
    server = make_server()

    told = _create(server, file, "--json")
    server.cli("wave", "open", told.json["id"])
    blocks = [code.block for code in codes(server, told.json["id"])]

    assert told.err == ""
    # Two spares a pile, or a tenth.
    assert {block: blocks.count(block) for block in blocks} == {"Café": 27, "Keuken": 14}


def test_an_old_encoding_is_read_and_said(weefsel, tmp_path):
    file = tmp_path / "units.csv"
    file.write_bytes("path;headcount\nDe Linde > Café;24\nDe Linde > Zorg;24\n".encode("cp1252"))

    told = _create(weefsel, file, "--json")
    weefsel.cli("wave", "open", told.json["id"])

    assert "1252" in told.err
    assert "Café" in {code.block for code in codes(weefsel, told.json["id"])}


@pytest.mark.parametrize("people, code", [(9, 1), (10, 0)])
def test_a_wave_needs_ten_people(weefsel, tmp_path, people, code):
    file = tmp_path / "units.csv"
    file.write_text(f"path;headcount\nDe Linde > Zorg;{people}\n")

    told = _create(weefsel, file, code=code)

    assert len(told.err.splitlines()) == code
