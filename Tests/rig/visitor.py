"""One person who is signed in and opens pages, on one connection and without a browser."""

import http.client
import re
import time
from html.parser import HTMLParser
from urllib.parse import urlencode, urlsplit

NO_PAGE = re.compile(r"^/(assets|logo|sign-out)\b|[?&]lang=")


class _Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attributes):
        target = dict(attributes).get("href") if tag == "a" else None
        if target and target.startswith("/") and not NO_PAGE.search(target):
            self.found.append(target.split("#")[0])


class Visitor:
    def __init__(self, url: str, cookie: str = ""):
        self._connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)
        self.cookie = cookie

    def sign_in(self, name: str, password: str) -> None:
        body = urlencode({"name": name, "password": password})
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        status, head, _ = self._ask("POST", "/sign-in", body, headers)
        assert status == 303, f"sign-in gave {status}"
        self.cookie = head["Set-Cookie"].split(";")[0]

    def get(self, path: str) -> tuple[int, str]:
        status, _, body = self._ask("GET", path, None, {"Cookie": self.cookie})
        return status, body.decode(errors="replace")

    def milliseconds(self, path: str) -> float:
        began = time.perf_counter()
        self._ask("GET", path, None, {"Cookie": self.cookie})
        return (time.perf_counter() - began) * 1_000

    def pages(self, start: str) -> list[str]:
        """Every page that can be reached by links."""
        found, waiting = [], [start]
        while waiting:
            path = waiting.pop()
            status, body = self.get(path)
            if status == 200 and path not in found:
                found.append(path)
                links = _Links()
                links.feed(body)
                waiting += [link for link in links.found if link not in found and link not in waiting]
        return sorted(found)

    def _ask(self, method, path, body, headers):
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        return answer.status, answer.headers, answer.read()
