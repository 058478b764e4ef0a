"""What Weefsel says when it cannot: one clear message, the right status, nothing lost, nothing half done."""

import re
import socket
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

from rig import files, pattern
from rig.wave import CARE, open_wave

PLACES = {"De Linde > Zorg": 100}


def _ends_with_one_line(server) -> str:
    assert server.launch().wait(timeout=30) == 1
    server.process = None
    lines = server.said().strip().splitlines()
    assert len(lines) == 1, lines
    return lines[0]


def test_a_second_server_on_the_same_folder_says_so(make_server):
    first = make_server().start()
    second = make_server(mark=False)

    _ends_with_one_line(second)
    assert first.get("/livez")[0] == 200


def test_a_taken_port_is_named_with_the_way_to_choose_another(make_server):
    server = make_server()
    with socket.socket() as other:
        other.bind(("127.0.0.1", server.port))
        other.listen()
        line = _ends_with_one_line(server)

    assert "--port" in line


def test_a_database_of_a_newer_version_is_left_as_it_is(make_server):
    server = make_server()
    core = server.folder / "core.sqlite"
    with closing(sqlite3.connect(core)) as database, database:
        database.execute("INSERT INTO migration (name) VALUES ('2999-01-01-something-new')")
    before = _dump(core)

    _ends_with_one_line(server)
    assert server.attempt("user", "list").code == 1
    assert _dump(core) == before


def _dump(core):
    with closing(sqlite3.connect(core)) as database:
        return list(database.iterdump())


def test_a_full_disk_refuses_answers_and_keeps_what_it_acknowledged(make_server):
    server = make_server().start()
    wave = open_wave(server, {"De Linde > Zorg": 2_000}, CARE)
    server.stop()
    server.start(WEEFSEL_MAX_PAGES="24")

    acknowledged, status, page = [], 200, b""
    for number, code in enumerate(wave.codes):
        told = pattern.answers(wave.choices, number)
        status, page = server.post(wave.path, wave.body(code, told))
        if status != 303:
            break
        acknowledged.append(pattern.row(told))

    assert status in (503, 507)
    assert b"<h1" in page
    assert len(acknowledged) > 100
    assert server.get(wave.path)[0] == 200
    server.stop()
    assert sorted(files.spool_rows(server, wave.id)) == sorted(acknowledged)
    server.start()
    assert wave.send(code, told)[0] == 200


def test_a_body_over_64_kb_is_refused_however_it_comes(server):
    wave = open_wave(server, PLACES)
    body = wave.body(wave.codes[0], wave.same(0), own="x" * 66_000)

    assert server.post(wave.path, body)[0] == 413
    assert _raw_status(server, wave.path, "Content-Length: 99999999999", b"") == 413
    chunked = b"10000\r\n" + body[:65_536] + b"\r\n400\r\n" + b"y" * 1024 + b"\r\n0\r\n\r\n"
    assert _raw_status(server, wave.path, "Transfer-Encoding: chunked", chunked) == 413
    assert wave.send(wave.codes[0], wave.same(0))[0] == 200


def _raw_status(server, path, header, body):
    with closing(socket.create_connection(("127.0.0.1", server.port), timeout=30)) as client:
        head = f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n{header}\r\n\r\n"
        client.sendall(head.encode() + body)
        return int(re.match(rb"HTTP/1.1 (\d+)", client.recv(4_096)).group(1))


def test_of_two_submissions_of_one_code_at_once_one_is_stored_and_one_hears_so(server):
    wave = open_wave(server, PLACES)
    with ThreadPoolExecutor(2) as pair:
        for code in wave.codes:
            told = pair.map(lambda choice: wave.send(code, wave.same(choice))[0], (0, 1))
            assert sorted(told) == [200, 409]
    wave.close()
    assert wave.respondents() == len(wave.codes)


def test_codes_and_answers_that_were_made_up_are_refused_whole(server):
    wave = open_wave(server, PLACES)
    code, item = wave.codes[0], wave.items[0]
    last = code[-1]
    forged = code[:-1] + ("2" if last != "2" else "3")

    assert wave.send(forged, wave.same(0))[0] == 422
    assert wave.send("", wave.same(0))[0] == 422
    assert wave.send(code, {"invented": "1"})[0] == 422
    assert wave.send(code, {item: "97"})[0] == 422
    assert wave.send(code, {item: "-1"})[0] == 422
    assert wave.send(code, wave.same(0))[0] == 200
    assert wave.send(code, wave.same(1))[0] == 409
    assert wave.send(code, wave.same(1), replace="1")[0] == 200


def test_a_code_of_another_wave_is_unknown(server):
    one = open_wave(server, PLACES, title="Eerste")
    other = open_wave(server, PLACES, title="Tweede")

    assert other.send(one.codes[0], other.same(0))[0] == 422
    assert one.send(one.codes[0], one.same(0))[0] == 200
