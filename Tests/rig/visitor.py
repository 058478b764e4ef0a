"""One person who is signed in and opens pages, on one connection and without a browser."""

import http.client
import re
import time
from html.parser import HTMLParser
from urllib.parse import urlencode, urlsplit

from rig.server import FORM

NO_PAGE = re.compile(r"^/(assets|logo|sign-out)\b")
LANGUAGE = re.compile(r"[?&]lang=\w+$")
QUESTION_OF_TEAM = re.compile(r"^/waves/\w+/results/(?!0/)\d+/questions/")
TOKEN = re.compile(r'name="token" value="([^"]+)"')


class _Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attributes):
        target = dict(attributes).get("href") if tag == "a" else None
        if target and target.startswith("/") and not NO_PAGE.search(target):
            self.found.append(LANGUAGE.sub("", target.split("#")[0]))


class Visitor:
    def __init__(self, url: str, cookie: str = ""):
        self._connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)
        self.cookie = cookie

    def sign_in(self, name: str, password: str) -> None:
        self._enter("/sign-in", {"name": name, "password": password})

    def visit_demo(self, name: str) -> None:
        """Signs in as one of the demo's people, which asks no password."""
        self._enter("/demo/visits", {"name": name})

    def get(self, path: str) -> tuple[int, str]:
        status, _, body = self._look(path)
        return status, body

    def download(self, path: str, language: str = "nl") -> bytes:
        status, _, body = self._ask("GET", path, None, {"Cookie": self.cookie, "Accept-Language": language})
        assert status == 200, f"{path} gave {status}"
        return body

    def submit(self, page: str, path: str, fields: dict[str, str]) -> None:
        """Sends a form of that page, as a browser would; it must be taken."""
        self._send(path, urlencode(fields | {"token": self._token(page)}), FORM)

    def hand_in(self, page: str, path: str, fields: dict[str, str]) -> None:
        """The same of a form that takes a file, without one."""
        parts = "".join(
            f'--border\r\ncontent-disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in (fields | {"token": self._token(page)}).items())
        self._send(path, f"{parts}--border--\r\n".encode(), {"Content-Type": "multipart/form-data; boundary=border"})

    def _token(self, page: str) -> str:
        token = TOKEN.search(self.get(page)[1])
        assert token, f"{page} has no form"
        return token[1]

    def _send(self, path: str, body: str | bytes, kind: dict[str, str]) -> None:
        status, _, told = self._ask("POST", path, body, kind | {"Cookie": self.cookie})
        assert status in (200, 303), f"{path} gave {status}: {told.decode(errors='replace')}"

    def milliseconds(self, path: str) -> float:
        began = time.perf_counter()
        self._ask("GET", path, None, {"Cookie": self.cookie})
        return (time.perf_counter() - began) * 1_000

    def pages(self, start: str) -> list[str]:
        """Every page that can be reached by links; of the questions of a team one, as those of the whole have them all."""
        found, waiting, teams = [], [start], set()
        while waiting:
            path = waiting.pop()
            status, head, body = self._look(path)
            if target := head["Location"]:
                waiting += [target] if target not in found else []
            if status == 200 and path not in found:
                found.append(path)
                links = _Links()
                links.feed(body)
                waiting += [
                    link for link in links.found
                    if link not in found and link not in waiting and not self._is_known(link, teams)]
        return sorted(found)

    def _is_known(self, link: str, teams: set) -> bool:
        team = QUESTION_OF_TEAM.match(link)
        if not team:
            return False
        is_known = team[0] in teams
        teams.add(team[0])
        return is_known

    def _look(self, path: str):
        status, head, body = self._ask("GET", path, None, {"Cookie": self.cookie})
        return status, head, body.decode(errors="replace")

    def _enter(self, path: str, fields: dict[str, str]) -> None:
        status, head, _ = self._ask("POST", path, urlencode(fields), FORM)
        assert status == 303, f"{path} gave {status}"
        self.cookie = head["Set-Cookie"].split(";")[0]

    def _ask(self, method, path, body, headers):
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        return answer.status, answer.headers, answer.read()
