"""A real Chromium for tests: the system's own, driven by Playwright, cut off from every other machine.

The fixtures `browser` and `page` of conftest.py are made of these. `page` fails its test when anything was asked of another
machine; `Console(page)` notes what a browser complains about; `violations(page)` is what axe-core finds.
"""

import contextlib
import shutil
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from tests.repository import ROOT

SCREENSHOTS = ROOT / "build" / "screenshots"
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
HERE = {"", "localhost", "127.0.0.1", "::1"}  # "" is a file's


@contextlib.contextmanager
def chromium():
    """A running browser. Only one at a time in a process: Playwright holds the thread's event loop while it lasts."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert path, "these tests need Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        try:
            yield browser
        finally:
            browser.close()


@contextlib.contextmanager
def tab(browser, **options):
    """A page in a context of its own, with Playwright's options for contexts; requests to other machines fail, and the test too."""
    asked = []

    def route(route, request):
        if urlsplit(request.url).hostname in HERE | {None}:
            route.continue_()
        else:
            asked.append(request.url)
            route.abort()

    with contextlib.closing(browser.new_context(**{"viewport": DESKTOP, **options})) as context:
        context.route("**/*", route)
        yield context.new_page()
    assert not asked, f"asked of other machines: {asked}"


class Console:
    """What the browser complains about on `page` from now on: errors, exceptions, violations of the page's policy."""

    def __init__(self, page):
        self.complaints = []
        page.on("console", lambda message: self.complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("crash", lambda _: self.complaints.append("the page crashed"))


def violations(page, worst=("serious", "critical")):
    """A line for each thing that axe-core finds serious or critical: the rule, and the elements."""
    said = Axe().run(page, options={"resultTypes": ["violations"], "preload": False}).response["violations"]
    return [
        f"{found['id']} ({found['impact']}): {found['help']}: {[node['html'][:200] for node in found['nodes'][:3]]}"
        for found in said
        if found["impact"] in worst
    ]


def screenshot(page, name, **options):
    """Keep what the page looks like as build/screenshots/<name>.png, for a person to look at."""
    page.screenshot(path=SCREENSHOTS / f"{name}.png", **{"full_page": True, **options})
