"""The documentation as a site: built strictly, whole, and without anything from another machine."""

import re
import subprocess
import sys
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest

from tests.repository import ROOT

pytestmark = pytest.mark.slow

FETCHED = {
    ("script", "src"),
    ("link", "href"),
    ("img", "src"),
    ("iframe", "src"),
    ("source", "src"),
    ("use", "href"),
    ("object", "data"),
}


class Page(HTMLParser):
    """What an HTML file fetches, what it links to, and the places that can be linked to in it."""

    def __init__(self, path):
        super().__init__()
        self.fetched, self.links, self.places = [], [], set()
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if (tag, name) in FETCHED:
                self.fetched.append(value)
            elif (tag, name) == ("a", "href"):
                self.links.append(value)
            elif name in ("id", "name"):
                self.places.add(value)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The folder of the built site."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", folder]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    return folder


def test_nothing_comes_from_another_machine(site):
    """No script, style, font or picture of any page or style sheet."""
    fetched = [url for path in site.rglob("*.html") for url in Page(path).fetched]
    for path in site.rglob("*.css"):
        fetched += [url.strip("'\" ") for url in re.findall(r"(?:url\(|@import)([^);]*)", path.read_text("utf-8"))]
    assert len(fetched) > 20
    assert [url for url in fetched if urlsplit(url).netloc or urlsplit(url).scheme not in ("", "data")] == []


def test_no_link_is_dead(site):
    """Every page that is linked to is there, and has the place that the link names."""
    pages = {path: Page(path) for path in site.rglob("*.html") if path.name != "404.html"}
    assert len(pages) > 5
    for path, page in pages.items():
        for url in page.links:
            link = urlsplit(url)
            if link.scheme or link.netloc:
                continue
            target = (path.parent / unquote(link.path)).resolve() if link.path else path
            target = target / "index.html" if target.is_dir() else target
            assert target.is_file(), f"{path.name}: {url}"
            if link.fragment and target in pages:
                assert unquote(link.fragment) in pages[target].places, f"{path.name}: {url}"


@pytest.mark.browser
def test_a_browser_asks_no_other_machine(site, page):
    """Read from disk in a real browser, page by page; the fixture fails the test otherwise."""
    for path in sorted(site.glob("*.html")):
        page.goto(path.as_uri())
        assert page.title()
