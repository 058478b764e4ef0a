"""A browser that looks at one server, and tells when a page does what it should not."""

import os
import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

from rig.places import chromium, output

WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
BROKEN_RULES = re.compile(r"Content Security Policy|Trusted ?Type|TrustedHTML", re.IGNORECASE)


# A password takes seconds to look at in a debug build, and longer on a busy machine: nothing here is about speed.
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser():
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=arguments)
        yield started
        started.close()


@pytest.fixture
def open_page(browser, server, request):
    """Opens a page in a browser profile of its own; options are those of Playwright's contexts."""
    contexts, wrongs = [], []

    def open_page(**options):
        context = browser.new_context(base_url=server.url, **({"locale": "nl-NL", "viewport": WIDE} | options))
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        _watch(page, server.url, wrongs)
        return page

    yield open_page
    if getattr(request.node, "failed", False):
        _photograph(contexts, request.node.name)
    for context in contexts:
        context.close()
    assert not wrongs, "\n".join(wrongs)


@pytest.fixture
def page(open_page):
    """A laptop."""
    return open_page()


@pytest.fixture
def phone(open_page):
    """A phone."""
    return open_page(viewport=PHONE, has_touch=True, is_mobile=True)


@pytest.fixture
def picture():
    """Takes a picture of a whole page, to be looked at beside the design."""

    def take(page, name):
        page.screenshot(path=output() / "screenshots" / f"{name}.png", full_page=True)

    return take


@pytest.fixture
def axe():
    """Fails on any accessibility rule that a page breaks."""

    def check(page):
        results = Axe().run(page)
        assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"

    return check


@pytest.fixture
def sign_in(server):
    """Makes an account with a role, signs in with it, and gives back the account's name."""

    def enter(page, role, *options):
        name = f"{role}.{os.urandom(3).hex()}"
        password = server.cli("user", "add", name, "--role", role, *options, "--json").json["password"]
        page.goto("/sign-in")
        page.locator("input[name=name]").fill(name)
        page.locator("input[name=password]").fill(password)
        page.locator("input[name=password]").press("Enter")
        page.wait_for_url(lambda url: "/sign-in" not in url)
        return name

    return enter


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    report = yield
    if report.when == "call" and report.failed:
        item.failed = True
    return report


def _watch(page, home, wrongs):
    """Weefsel calls nobody, its scripts do not stumble, and its pages keep their own rules."""
    host = urlsplit(home).netloc

    def on_request(request):
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss") and address.netloc != host:
            wrongs.append(f"a page asked {request.url}")

    def on_console(message):
        if BROKEN_RULES.search(message.text):
            wrongs.append(f"{page.url} breaks its own rules: {message.text}")

    page.on("request", on_request)
    page.on("console", on_console)
    page.on("pageerror", lambda error: wrongs.append(f"{page.url} has a script error: {error}"))


def _photograph(contexts, name):
    safe = re.sub(r"[^\w-]+", "-", name)
    pages = [page for context in contexts for page in context.pages]
    for number, page in enumerate(pages, start=1):
        page.screenshot(path=output() / "screenshots" / f"{safe}-{number}.png", full_page=True)
