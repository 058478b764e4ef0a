"""Slides as a beamer shows them: how long until the next one stands there, and what they weigh."""

import os

from playwright.sync_api import sync_playwright
from rig.places import chromium

ROUNDS = 3
# From the key until the browser has drawn what it changed.
NEXT = """async (key) => {
    const began = performance.now();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    return [performance.now() - began, document.querySelector('.slide:not(.off)').id];
}"""


def show(address: str, cookie: str) -> tuple[list[float], int]:
    """Milliseconds to each next slide, and bytes on the wire at a first visit, headers included."""
    name, value = cookie.split("=", 1)
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=chromium(), args=arguments)
        context = browser.new_context(viewport={"width": 1920, "height": 1080})
        context.add_cookies([{"name": name, "value": value.split(";")[0], "url": address}])
        tab = context.new_page()
        session = context.new_cdp_session(tab)
        session.send("Network.enable")
        sizes: list[int] = []
        session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        tab.goto(address, wait_until="networkidle")
        weight, times = int(sum(sizes)), []
        count = tab.locator(".slide").count()
        assert count > 5, f"{count} slides"
        for _ in range(ROUNDS):
            tab.keyboard.press("Home")
            for number in range(2, count + 1):
                took, shown = tab.evaluate(NEXT, "ArrowRight")
                assert shown == f"slide-{number}", f"{shown} where slide {number} should be"
                times.append(took)
        browser.close()
    return times, weight
