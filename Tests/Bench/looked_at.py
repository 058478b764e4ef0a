"""A file of answers of 60 MB on the page that reads it: how long that takes, and how long others wait meanwhile."""

import http.client
import re
import threading
import time
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import large_pack
from rig.server import FORM
from rig.visitor import TOKEN, Visitor

BORDER = "a-border-that-stands-in-no-file"
PATH = "/waves/import"


class Others:
    """Somebody who asks for the smallest page all the time, until the work is done."""

    def __init__(self, url: str):
        self._url, self._done, self.times = url, threading.Event(), []
        self._thread = threading.Thread(target=self._ask)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._done.set()
        self._thread.join()

    def _ask(self):
        visitor = Visitor(self._url)
        while not self._done.wait(0.005):
            self.times.append(visitor.milliseconds("/livez"))

    @property
    def p99(self) -> float:
        return sorted(self.times)[int(len(self.times) * 0.99)]


def ask(visitor: Visitor, url: str, path: str, body: bytes | None, kind: str = "") -> tuple[int, str | None, str]:
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=600)
    headers = {"Cookie": visitor.cookie} | ({"Content-Type": kind, "Sec-Fetch-Site": "same-origin"} if kind else {})
    connection.request("POST" if body is not None else "GET", path, body, headers)
    answer = connection.getresponse()
    told = answer.read().decode(errors="replace")
    connection.close()
    return answer.status, answer.headers["Location"], told


def token(page: str) -> str:
    return TOKEN.search(page)[1]


def send(visitor: Visitor, url: str, file: Path) -> str:
    """The address of the file, once it was read for the first time."""
    return upload(visitor, url, PATH, {"pack": large_pack.NAME}, file)


def upload(visitor: Visitor, url: str, path: str, fields: dict[str, str], file: Path) -> str:
    """Sends a form with a file, and tells where that leads."""
    fields = {"token": token(ask(visitor, url, path, None)[2]), **fields}
    parts = [f'--{BORDER}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
             for name, value in fields.items()]
    head = f'--{BORDER}\r\nContent-Disposition: form-data; name="file"; filename="{file.name}"\r\n\r\n'
    body = "".join([*parts, head]).encode() + file.read_bytes() + f"\r\n--{BORDER}--\r\n".encode()
    status, place, told = ask(visitor, url, path, body, f"multipart/form-data; boundary={BORDER}")
    assert status == 303 and place, (status, re.findall(r'role="alert".*?</div>', told, re.S))
    return place


def look(visitor: Visitor, url: str, place: str, **chosen: str) -> None:
    """Chooses something else, so that the whole file is read again."""
    page = ask(visitor, url, place, None)[2]
    body = urlencode(chosen | {"token": token(page)}).encode()
    status, _, told = ask(visitor, url, place, body, FORM["Content-Type"])
    assert status == 303, (status, told[:2_000])


def seconds(act, *given, **more) -> tuple[float, object]:
    began = time.perf_counter()
    found = act(*given, **more)
    return time.perf_counter() - began, found
