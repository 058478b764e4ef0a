"""The web servers of docs/self-hosting write down nobody who answers."""

import re
import shutil
import ssl
import subprocess
import time
from contextlib import closing
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path

import pytest

from rig.places import ROOT
from rig.ports import free_port
from rig.visitor import Visitor
from rig.wave import open_wave

CONFIGURATIONS = ROOT / "docs/self-hosting"
HOST = "weefsel.example.nl"
PHONE = "TelephoneOfAnna/1.0"
# Of the system, else where bin/setup laid them out.
PROGRAMS = f"/usr/sbin:/usr/bin:/bin:{ROOT}/.servers/usr/sbin:{ROOT}/.servers/usr/bin"


class WebServer:
    """A web server with the shipped configuration: other ports and places, and a certificate of its own."""

    def __init__(self, folder: Path, upstream: int):
        self.folder, self.upstream = folder, upstream
        self.plain, self.secure = free_port(), free_port()
        folder.mkdir()
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", f"/CN={HOST}",
             "-addext", f"subjectAltName=DNS:{HOST}", "-keyout", folder / "key.pem", "-out", folder / "cert.pem"],
            check=True, capture_output=True)

    def start(self, words: list[object], **environment: str) -> None:
        self.said = (self.folder / "said").open("wb")
        self.process = subprocess.Popen(
            [str(word) for word in words], stdout=self.said, stderr=self.said, cwd=self.folder,
            env={"PATH": PROGRAMS, "HOME": str(self.folder), **environment})
        limit = time.monotonic() + 30
        while True:
            try:
                return self.get("/livez")
            except OSError:
                assert self.process.poll() is None and time.monotonic() < limit, (self.folder / "said").read_text()
                time.sleep(0.05)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(30)
        self.said.close()

    def ask(self, method: str, path: str, body: bytes | None = None) -> tuple[int, bytes]:
        trust = ssl.create_default_context(cafile=self.folder / "cert.pem")
        headers = {"Host": HOST, "User-Agent": PHONE}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        with closing(_Named("127.0.0.1", self.secure, context=trust, timeout=30)) as connection:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read()

    def send_file(self, path: str, size: int, cookie: str) -> int:
        """A form with a file of so many bytes, as far as the other side takes it."""
        head = b'--border\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
        body = head + b"x" * size + b"\r\n--border--\r\n"
        headers = {"Host": HOST, "Cookie": cookie, "Content-Type": "multipart/form-data; boundary=border"}
        trust = ssl.create_default_context(cafile=self.folder / "cert.pem")
        with closing(_Named("127.0.0.1", self.secure, context=trust, timeout=120)) as connection:
            try:
                connection.request("POST", path, body, headers)
            except (BrokenPipeError, ConnectionResetError, ssl.SSLError):
                pass  # It answered before it read all.
            return connection.getresponse().status

    def get(self, path: str) -> tuple[int, bytes]:
        return self.ask("GET", path)

    def get_plainly(self, path: str) -> int:
        with closing(HTTPConnection("127.0.0.1", self.plain, timeout=30)) as connection:
            connection.request("GET", path, headers={"Host": HOST, "User-Agent": PHONE})
            return connection.getresponse().status

    def written(self) -> dict[str, bytes]:
        """Whatever the web server wrote, wherever."""
        own = {"key.pem", "cert.pem", "nginx.conf", "Caddyfile"}
        found = [file for file in self.folder.rglob("*") if file.is_file() and file.name not in own]
        return {str(file.relative_to(self.folder)): file.read_bytes() for file in found}


class _Named(HTTPSConnection):
    """Connects to this machine, by the name of the site."""

    def connect(self):
        HTTPConnection.connect(self)
        self.sock = self._context.wrap_socket(self.sock, server_hostname=HOST)


def _nginx(web: WebServer) -> list[object]:
    text = (CONFIGURATIONS / "nginx.conf").read_text()
    for shipped, here in {
        "127.0.0.1:8080": f"127.0.0.1:{web.upstream}", "listen 80;": f"listen {web.plain};",
        "listen 443 ": f"listen {web.secure} ",
        "/etc/letsencrypt/live/weefsel.example.nl/fullchain.pem": str(web.folder / "cert.pem"),
        "/etc/letsencrypt/live/weefsel.example.nl/privkey.pem": str(web.folder / "key.pem"),
        "/var/log/nginx/": f"{web.folder}/",
    }.items():
        text = text.replace(shipped, here)
    places = "".join(
        f"{name}_temp_path {web.folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    # What a distribution logs by default is on, so that the site itself must turn it off.
    around = f"daemon off; pid {web.folder}/pid; error_log {web.folder}/error.log info; events {{}}\n"
    logs = f"access_log {web.folder}/access.log;"
    (web.folder / "nginx.conf").write_text(f"{around}http {{ {logs} {places}\n{text}\n}}\n")
    return ["nginx", "-p", web.folder, "-c", web.folder / "nginx.conf"]


def _caddy(web: WebServer) -> list[object]:
    text = (CONFIGURATIONS / "Caddyfile").read_text()
    text = text.replace("127.0.0.1:8080", f"127.0.0.1:{web.upstream}")
    text = text.replace("{\n", f"{{\n\tadmin off\n\thttp_port {web.plain}\n\thttps_port {web.secure}\n", 1)
    text = text.replace(f"{HOST} {{\n", f"{HOST} {{\n\ttls {web.folder}/cert.pem {web.folder}/key.pem\n")
    (web.folder / "Caddyfile").write_text(text)
    return ["caddy", "run", "--config", web.folder / "Caddyfile", "--adapter", "caddyfile"]


@pytest.mark.parametrize("name, words", [("nginx", _nginx), ("caddy", _caddy)])
def test_a_web_server_writes_down_nobody_who_answers(server, tmp_path, name, words):
    if not shutil.which(name, path=PROGRAMS):
        pytest.skip(f"no {name} here")
    wave = open_wave(server, {"De Linde > Zorg": 20})
    web = WebServer(tmp_path / name, server.port)
    web.start(words(web))
    try:
        visited = _visit(web, wave)
    finally:
        web.stop()

    assert len(visited) > 5
    for file, text in web.written().items():
        # At its start nginx says here that it runs; whoever visits is in none of it.
        for trace in [PHONE, wave.codes[0], "127.0.0.1 -", "client: ", "remote_ip", *visited]:
            assert trace.encode() not in text, f"{trace} stands in {file}"


@pytest.mark.parametrize("name, words", [("nginx", _nginx), ("caddy", _caddy)])
def test_a_web_server_lets_a_file_of_an_earlier_survey_through(server, tmp_path, name, words):
    if not shutil.which(name, path=PROGRAMS):
        pytest.skip(f"no {name} here")
    server.cli("organisation", "add", "linde", "De Linde")
    account = server.cli("user", "add", "an", "--role", "hr", "--json").json
    visitor = Visitor(server.url)
    visitor.sign_in(account["name"], account["password"])
    web = WebServer(tmp_path / name, server.port)
    web.start(words(web))
    try:
        # Weefsel reads all of it before it asks for the token that is not there.
        assert web.send_file("/waves/import", 64 << 20, visitor.cookie) == 403
        assert web.send_file("/admin/units/file", 9 << 20, visitor.cookie) == 413
    finally:
        web.stop()


def _visit(web: WebServer, wave) -> list[str]:
    """Opens the page, fetches all that it loads, types the address of a card, sends, goes wrong once, and reads by the address."""
    status, page = web.get(wave.path)
    assert status == 200
    loads = sorted(set(re.findall(r'(?:src|href)="(/(?:assets|logo)/[^"]+)"', page.decode())))
    assert loads, "the page loads nothing"
    for path in loads:
        assert web.get(path)[0] == 200, path
    assert web.ask("POST", "/card", f"address={wave.path}".encode())[0] in (200, 303)
    assert web.ask("POST", wave.path, wave.body(wave.codes[0], wave.same(0)))[0] in (200, 303)
    assert web.ask("POST", wave.path, b"x" * 200_000)[0] == 413
    shared = wave.path.replace("/m/", "/d/")
    web.get(shared)
    assert web.get_plainly(wave.path) == 308
    return [wave.path, shared, "/card", *loads]
