"""One function a line of the table: it measures once, in a folder of its own."""

import os
import re
import shutil
import statistics
import time
from pathlib import Path

import answer_file
import beamer
import large_pack
import looked_at
import staff_list
from load import send, wrk
from machine import megabytes
from playwright.sync_api import sync_playwright
from rig.demo import Demo
from rig.mail import let_wait, settings as mail_settings
from rig.places import ROOT, chromium
from rig.ports import free_port
from rig.post_office import PostOffice
from rig.research import research
from rig.server import Server
from rig.visitor import Visitor
from rig.wave import CARE, open_wave
from slowest import slowest

STARTS = 7
REGIONS = {f"Stichting > Regio {min(number // 200, 2)} > Team {number}": 200 for number in range(500)}
PLACES = {f"Stichting > Locatie {number}": 1_200 for number in range(50)}


def submissions(folder: Path) -> dict[str, float]:
    """60,000 complete submissions, each under another code, counted again after closing."""
    server = Server(folder / "data", "bench-submissions").start()
    try:
        wave = open_wave(server, PLACES, CARE)
        told = send(wave, len(wave.codes), folder)
        most = megabytes(server.process.pid, "VmHWM")
        wave.close()
        stored = wave.respondents()
        assert stored == told["acknowledged"], f"{stored} stored, {told['acknowledged']} acknowledged"
        return {
            "submissions a second": told["acknowledged"] / told["seconds"],
            "submission p50, ms": told["p50"],
            "submission p99, ms": told["p99"],
            "memory at most, MB": most,
        }
    finally:
        server.close()


def page(folder: Path) -> dict[str, float]:
    """The answering page: its weight at a first visit, and how often it can be given."""
    server = Server(folder / "data", "bench-page").start()
    try:
        wave = open_wave(server, {"De Linde > Zorg": 40}, CARE)
        told = wrk("page.lua", wave.address, 5)
        assert told["errors"] == 0, told
        return {
            "answering page, requests a second": told["per_second"],
            "answering page p99, ms": told["p99"],
            "answering page with all it loads, KB": _weight(wave.address) / 1_024,
        }
    finally:
        server.close()


def _weight(address: str) -> int:
    """Bytes on the wire, headers included, until the page is at rest; nothing may come from elsewhere."""
    home = address.split("/m/")[0]
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=chromium(), args=arguments)
        tab = browser.new_page(viewport={"width": 390, "height": 844})
        session = tab.context.new_cdp_session(tab)
        session.send("Network.enable")
        sizes, strangers = [], []
        session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        tab.on("request", lambda request: request.url.startswith(home) or strangers.append(request.url))
        tab.goto(address, wait_until="networkidle")
        browser.close()
    assert not strangers, strangers
    return int(sum(sizes))


def figures(folder: Path) -> dict[str, float]:
    """Scoring, histograms, alpha and disclosure of 100,000 answers, 60 items and 500 units, and of half as many."""
    whole, most = _figures(folder / "whole", 200)
    half, _ = _figures(folder / "half", 100)
    return {
        "figures of 100,000 × 60 × 500, s": whole,
        "figures memory, MB": most,
        "twice as many answers take, times": whole / half,
    }


def file(folder: Path) -> dict[str, float]:
    """A report of a file of 100,000 answers and 500 units in its three forms, and of ten times as many."""
    resources = large_pack.resources(folder / "resources")
    seconds, most = answer_file.reported(answer_file.written(folder / "a.csv", 100_000), resources, folder / "out")
    longer, more = answer_file.reported(answer_file.written(folder / "b.csv", 1_000_000), resources, folder / "out")
    return {
        "report of a file of 100,000, s": seconds,
        "its memory, MB": most,
        "ten times as large a file takes, times": longer / seconds,
        "the memory of that, MB": more,
    }


def import_(folder: Path) -> dict[str, float]:
    """A file of 60 MB on the page that reads it, and what others wait for the smallest page meanwhile."""
    folder.mkdir(parents=True)
    server = Server(folder / "data", "bench-import", mark=False)
    server.environment["WEEFSEL_RESOURCES"] = str(large_pack.resources(folder / "resources"))
    server.cli("migrate", "--mark", "test")
    server.cli("organisation", "add", "linde", "De Linde")
    server.start()
    try:
        account = server.cli("user", "add", "bench", "--role", "hr", "--json").json
        visitor = Visitor(server.url)
        visitor.sign_in(account["name"], account["password"])
        file = answer_file.written(folder / "a.csv", 400_000)
        with looked_at.Others(server.url) as others:
            first, place = looked_at.seconds(looked_at.send, visitor, server.url, file)
            again, _ = looked_at.seconds(looked_at.look, visitor, server.url, place, units="1")
            shown = statistics.median(visitor.milliseconds(place) for _ in range(STARTS))
        return {
            "file of 60 MB sent and read, s": first,
            "read again with other choices, s": again,
            "its page where nothing changed, ms": shown,
            "meanwhile /livez p99, ms": others.p99,
            "meanwhile /livez slowest, ms": max(others.times),
            "memory of that at most, MB": megabytes(server.process.pid, "VmHWM"),
        }
    finally:
        server.close()


def staff(folder: Path) -> dict[str, float]:
    """A list of 50,000 people from CSV and from a workbook: looked at, carried out; and who is looked for by name."""
    folder.mkdir(parents=True)
    server = Server(folder / "data", "bench-staff")
    server.cli("organisation", "add", "linde", "De Linde")
    server.start()
    try:
        account = server.cli("user", "add", "bench", "--role", "hr", "--json").json
        visitor = Visitor(server.url)
        visitor.sign_in(account["name"], account["password"])
        given = (visitor, server.url)
        first = staff_list.table(folder / "a.csv", 50_000)
        csv, (place, page) = looked_at.seconds(staff_list.look, *given, first)
        made, _ = looked_at.seconds(staff_list.carry_out, *given, place, page)
        moved = staff_list.workbook(folder / "b.xlsx", 50_000, moved=50)
        xlsx, (place, page) = looked_at.seconds(staff_list.look, *given, moved)
        changed, _ = looked_at.seconds(staff_list.carry_out, *given, place, page)
        times = staff_list.searches(visitor)
        return {
            "staff of 50,000 from CSV, looked at, s": csv,
            "staff of 50,000 carried out, s": made,
            "staff of 50,000 from a workbook, looked at, s": xlsx,
            "1,000 of them moved, carried out, s": changed,
            "search among 50,000, p99, ms": times[int(len(times) * 0.99)],
            "memory of that list at most, MB": megabytes(server.process.pid, "VmHWM"),
        }
    finally:
        server.close()


def mail(folder: Path) -> dict[str, float]:
    """10,000 messages that wait when the server starts, to a mail server on this machine, which is Python."""
    folder.mkdir(parents=True)
    server, office = Server(folder / "data", "bench-mail"), PostOffice(free_port()).start()
    try:
        server.cli("organisation", "add", "linde", "De Linde")
        let_wait(server, 10_000)
        server.start(**mail_settings(office, folder))
        office.wait_until(lambda: office.count >= 1)
        began = time.perf_counter()
        office.wait_until(lambda: office.count >= 10_000, seconds=300)
        return {
            "messages handed in a second": 10_000 / (time.perf_counter() - began),
            "memory while they go, MB": megabytes(server.process.pid, "VmHWM"),
        }
    finally:
        server.close()
        office.stop()


def raw(folder: Path) -> dict[str, float]:
    """Raw answers of a research wave of 100,000 people and 42 questions, fetched from a server that just started."""
    folder.mkdir(parents=True)
    server = Server(folder / "data", "bench-raw")
    try:
        made = research(server, ROOT / "Packs" / CARE, {f"Locatie {number}": 2_000 for number in range(50)})
        send(made.wave, 100_000, folder)
        made.wave.close()
        made.decision("raw_export", "Voor de universiteit")
        server.stop()
        server.start()
        reader = Visitor(server.url, made.hr.cookie)
        times, rows = [], 0
        for _ in range(STARTS):
            began = time.perf_counter()
            status, text = reader.get(f"{made.path}/answers.csv")
            times.append(time.perf_counter() - began)
            assert status == 200
            rows = text.count("\r\n")
        assert rows == 100_001, rows
        return {
            "raw answers of 100,000 × 42, s": statistics.median(times),
            "raw answers, memory, MB": megabytes(server.process.pid, "VmHWM"),
        }
    finally:
        server.close()


def million(folder: Path) -> dict[str, float]:
    """The same of 1,000,000 answers, beside 100,000."""
    whole, most = _figures(folder / "whole", 2_000)
    tenth, _ = _figures(folder / "tenth", 200)
    return {
        "figures of 1,000,000 × 60 × 500, s": whole,
        "figures of a million, memory, MB": most,
        "ten times as many answers take, times": whole / tenth,
    }


def report(folder: Path) -> dict[str, float]:
    """Reports of a wave of 100,000 answers and 500 blocks: of the whole, of a branch of 200, and all in files."""
    folder.mkdir(parents=True)
    resources = large_pack.resources(folder / "resources")
    server = Server(folder / "data", "bench-report", mark=False)
    server.environment["WEEFSEL_RESOURCES"] = str(resources)
    server.cli("migrate", "--mark", "test")
    server.start()
    try:
        wave = open_wave(server, REGIONS, large_pack.NAME)
        send(wave, 100_000, folder)
        wave.close()
        account = server.cli("user", "add", "bench", "--role", "hr", "--json").json
        visitor = Visitor(server.url)
        visitor.sign_in(account["name"], account["password"])
        results = f"/waves/{wave.id}/results"
        slowest = {}
        for name, path in (("report of the whole", results), ("report of a branch of 200", _branch(visitor, results))):
            times = sorted(visitor.milliseconds(path) for _ in range(200))
            slowest[f"{name}, p50, ms"] = statistics.median(times)
            slowest[f"{name}, p99, ms"] = times[197]
            first = [visitor.milliseconds(order) for order in _orders(visitor, path)]
            slowest[f"{name}, first in an order, p50, ms"] = statistics.median(first)
            slowest[f"{name}, first in an order, slowest, ms"] = max(first)
        slowest["workbook and both tables, s"] = statistics.median(_files(visitor, results) for _ in range(5))
        return slowest
    finally:
        server.close()


def _files(visitor: Visitor, results: str) -> float:
    """Seconds that all files of the figures take together."""
    names = ("workbook.xlsx", "spreadsheet.csv", "analysis.csv")
    return sum(visitor.milliseconds(f"{results}/files/{name}") for name in names) / 1_000


def _orders(visitor: Visitor, path: str) -> list[str]:
    """Every order in which the table of teams can be read: each is written anew the first time that somebody asks."""
    themes = dict.fromkeys(re.findall(r"sort=-?([\w-]+)", visitor.get(path)[1]))
    assert len(themes) > 5, themes
    return [f"{path}?sort={way}{theme}" for theme in themes for way in ("", "-")]


def _branch(visitor: Visitor, results: str) -> str:
    """The report of the largest region."""
    found = re.search(rf'<a href="({results}/\d+)">Regio 0</a>', visitor.get(results)[1])
    assert found, "no link to the region"
    page = visitor.get(found[1])[1]
    assert page.count('<th scope="row">') == 201, page.count('<th scope="row">')
    return found[1]


def _figures(folder: Path, people: int) -> tuple[float, float]:
    """A closing that stopped once the answers were on disk goes on at the next start, and only does figures."""
    folder.mkdir(parents=True)
    resources = large_pack.resources(folder / "resources")
    server = Server(folder / "data", f"bench-figures-{people}", mark=False)
    server.environment["WEEFSEL_RESOURCES"] = str(resources)
    server.cli("migrate", "--mark", "test")
    places = {f"Stichting > Regio {number // 25} > Team {number}": people for number in range(500)}
    server.start()
    try:
        wave = open_wave(server, places, large_pack.NAME)
        send(wave, people * 500, folder)
        server.stop()
        assert server.attempt("wave", "close", wave.id, WEEFSEL_HALT_AT="close.answers-committed").code == 137
        halted = folder / "halted"
        shutil.copytree(server.folder, halted)
        finishing, most = _starts(server, halted)
        assert wave.respondents() == people * 500
        idle, _ = _starts(server)
        return finishing - idle, most
    finally:
        server.close()


def _starts(server: Server, origin: Path | None = None) -> tuple[float, float]:
    """The median of some starts, each from a copy of a folder if there is one, and the most memory of any."""
    times, memory = [], []
    for _ in range(STARTS):
        if origin:
            shutil.rmtree(server.folder)
            shutil.copytree(origin, server.folder)
        seconds, most = _start_seconds(server)
        times.append(seconds)
        memory.append(most)
        server.stop()
    return statistics.median(times), max(memory)


def _start_seconds(server: Server) -> tuple[float, float]:
    began = time.perf_counter()
    server.start()
    return time.perf_counter() - began, megabytes(server.process.pid, "VmHWM")


def start(folder: Path, demo: Path) -> dict[str, float]:
    """Serving the demo's folder: until it is ready, and what it takes at rest."""
    server = _demo(folder, demo)
    try:
        seconds, _ = _start_seconds(server)
        for path in ("/", "/livez", "/readyz"):
            server.get(path)
        return {"start to ready, s": seconds, "memory at rest, MB": megabytes(server.process.pid)}
    finally:
        server.close()


def _demo(folder: Path, demo: Path) -> Server:
    server = Server(folder / "data", "bench-demo", mark=False)
    shutil.copytree(demo, server.folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.sock"))
    return server


def pages(folder: Path, demo: Path) -> dict[str, float]:
    """Every page of the demo, for hr, one client."""
    server = _demo(folder, demo)
    try:
        server.start()
        account = server.cli("user", "add", "bench", "--role", "hr", "--json").json
        visitor = Visitor(server.url)
        visitor.sign_in(account["name"], account["password"])
        found = slowest(visitor, "/today")
        for highest, median, path in found[:3]:
            print(f"  p99 {highest:.1f} ms, median {median:.1f} ms: {path}")
        return {"slowest page p99, ms": found[0][0], "pages": len(found)}
    finally:
        server.close()


def slides(folder: Path, demo: Path) -> dict[str, float]:
    """The slides of the demo's report on a beamer, by keyboard."""
    server = _demo(folder, demo)
    try:
        server.start()
        account = server.cli("user", "add", "bench", "--role", "hr", "--json").json
        visitor = Visitor(server.url)
        visitor.sign_in(account["name"], account["password"])
        waves = sorted(set(re.findall(r'"(/waves/[0-9a-z]+)"', visitor.get("/waves")[1])))
        paths = (f"{wave}/results/0/slides" for wave in waves)
        path = next(path for path in paths if visitor.get(path)[0] == 200)
        times, weight = beamer.show(server.url + path, visitor.cookie)
        return {"next slide, slowest, ms": max(times), "slides with all they load, KB": weight / 1_024}
    finally:
        server.close()


def make_demo(folder: Path) -> Path:
    """Loads the demo once, and gives back its folder."""
    demo = Demo(folder / "data")
    print(f"  the demo was loaded in {demo.start():.1f} s")
    demo.interrupt()
    return demo.server.folder
