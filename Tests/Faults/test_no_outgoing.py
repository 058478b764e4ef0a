"""Weefsel calls nobody."""

import re

from rig.wave import open_wave

ELSEWHERE = re.compile(r"AF_INET6?\b")


def test_from_start_to_results_the_server_connects_to_nobody(make_server, tmp_path):
    calls = tmp_path / "calls"
    server = make_server()
    server.start(prefix=["strace", "-D", "-f", "-q", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-o", str(calls)])

    wave = open_wave(server, {"De Linde > Zorg": 30})
    for path in ("/", "/sign-in", wave.path, "/livez", "/readyz"):
        server.get(path)
    for code in wave.codes:
        assert wave.send(code, wave.same(0))[0] == 200
    wave.close()
    server.cli("wave", "publish", wave.id)
    server.cli("backup", tmp_path / "copy.sqlar")
    assert wave.respondents() == len(wave.codes)
    assert server.stop() == 0

    traced = calls.read_text()
    assert "exited with 0" in traced, "nothing was watched"
    assert [line for line in traced.splitlines() if ELSEWHERE.search(line)] == []
