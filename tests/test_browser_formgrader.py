"""Formgrader, and nbgrader's own feedback, in a real browser: what a student wrote is shown, and none of it runs."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from grader.classroom import grade
from tests.notebooks import edited

pytestmark = pytest.mark.browser

HOSTILE = """# A heading <script>document.title = 'script'</script>
<img src=x onerror="document.title='onerror'"> <svg onload="document.title='svg'"></svg> <iframe srcdoc="<script>top.document.title='frame'</script>"></iframe>
[a link](javascript:document.title='link') <a href="javascript:document.title='a'" id="statusmessage" class="btn full-credit">press</a>
<form action="/api/contents"><input name="x" autofocus onfocus="document.title='focus'"><button>Send</button></form>
<style>body { display: none }</style> <meta http-equiv="refresh" content="0;url=/tree"> <base href="http://evil.invalid/">
<img src="http://evil.invalid/seen.png"> <img src="/logout"> ![gone](attachment:gone.png) ![attached](attachment:evil.svg)
$\\href{javascript:document.title='tex'}{x}$ &#36;\\cssId{statusmessage}{y}&#36; <details open ontoggle="document.title='toggle'">d</details>
<div style="position:fixed;inset:0;background:red">over everything</div>
"""
HONEST = """## What I did

Here **bold**, `a < b`, a [link](https://example.org/x) and <font>plain</font> <b style="color: red">red</b>:

| a | b |
|---|---|
| 1 | 2 |

$$ \\frac{\\partial L}{\\partial W} = \\delta a^T, \\quad 1 < 2 $$

![a dot](attachment:dot.png)
"""
DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
SHOWS = """from IPython.display import HTML, Javascript, display
display(HTML("<script>document.title = 'html'</script>"), Javascript("document.title = 'js'"))
display({"image/png": 'x" onerror="document.title=1', "text/html": "<script>document.title = 'raw'</script>", "text/plain": "<b>t</b>"}, raw=True)
print("<script>document.title = 'printed'</script>")
raise ValueError("<script>document.title = 'error'</script>")"""


def with_both(cells):
    markdown = {"cell_type": "markdown", "metadata": {}}
    evil = {"evil.svg": {"image/svg+xml": "<svg xmlns='http://www.w3.org/2000/svg' onload='top.document.title=1'/>"}}
    return [
        {**markdown, "source": HOSTILE, "attachments": evil},
        {**markdown, "source": HONEST, "attachments": {"dot.png": {"image/png": DOT}}},
        {"cell_type": "raw", "metadata": {"raw_mimetype": "text/html"}, "source": HOSTILE},
        *cells,
        {"cell_type": "code", "metadata": {}, "source": SHOWS, "execution_count": None, "outputs": []},
    ]


@pytest.fixture
def graded_course(made_course, hand_in, handed_in):
    hand_in("mallory", edited(handed_in(), with_both))
    hand_in("nobody", b"{")
    results = grade.grade(made_course, "ps3_layer")
    assert [result.score for result in results] == [12, None]
    return made_course


def looks_right(page):
    """No script ran, no event handler or foreign element is there, and the honest words are."""
    page.wait_for_timeout(700)
    html = page.content()
    assert not re.search(r"script|onerror|svg|frame|link|focus|toggle|html|js|raw|printed|error", page.title()), page.title()
    shown = page.locator(".text_cell_render, .rendered_html")
    for kind in ("script", "iframe", "svg", "form", "style", "meta", "base", "button", "object", "embed"):
        assert shown.locator(kind).count() == 0, kind
    handlers = "e => [...e.querySelectorAll('.text_cell_render *, .output *')].flatMap(x => x.getAttributeNames()).filter(n => n.startsWith('on'))"
    assert page.locator("body").evaluate(handlers) == []
    targets = "e => [...e.querySelectorAll('.text_cell_render [href], .text_cell_render [src], .output [src]')].map(x => x.getAttribute('href') || x.getAttribute('src'))"
    for target in page.locator("body").evaluate(targets):
        assert re.match(r"https?://(?!evil)|#|data:image/png;base64,|(?:\.\./)?\w[\w./-]*$", target), target
    assert page.locator("#statusmessage").count() <= 1
    assert page.locator(".text_cell_render .full-credit").count() == 0
    assert "position" not in "".join(
        page.locator("body").evaluate(
            "e => [...e.querySelectorAll('.text_cell_render [style]')].map(x => x.getAttribute('style'))"
        )
    )
    assert "\\href{" not in page.locator(".text_cell_render").first.inner_text()
    honest = shown.filter(has_text="What I did").first
    assert honest.locator("strong").inner_text() == "bold"
    assert honest.locator("td").count() == 2
    assert honest.locator("code").first.inner_text() == "a < b"
    assert honest.locator("a[href='https://example.org/x']").count() == 1
    assert honest.locator("img").evaluate("i => i.naturalWidth") == 1
    assert "\\frac{\\partial L}{\\partial W}" in honest.inner_text()
    return html


def test_nbgraders_feedback_runs_nothing(graded_course, browser):
    """`nbgrader generate_feedback` shows Markdown cleaned, pictures that are pictures, and the rest as text."""
    from tests.browser import DESKTOP

    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    command = [sys.executable, "-m", "nbgrader", "generate_feedback", "ps3_layer", "--force"]
    done = subprocess.run(
        command, cwd=graded_course.root, env={**os.environ, "PATH": path}, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    context = browser.new_context(viewport=DESKTOP, offline=False)
    context.route("**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort())
    page = context.new_page()
    page.goto(f"file://{graded_course.root}/feedback/mallory/ps3_layer/ps3_layer.html", wait_until="domcontentloaded")
    looks_right(page)
    context.close()


@pytest.fixture
def formgrader(graded_course):
    """The address of formgrader in a Jupyter server of its own, with a token."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = graded_course.root / "home"
    home.mkdir()
    environment = {
        **os.environ,
        "HOME": str(home),
        "JUPYTER_CONFIG_DIR": str(home),
        "JUPYTER_DATA_DIR": str(home),
        "JUPYTER_RUNTIME_DIR": str(home),
    }
    options = [
        f"--port={port}",
        "--port-retries=0",
        "--no-browser",
        "--allow-root",
        "--IdentityProvider.token=secret",
        "--log-level=ERROR",
    ]
    process = subprocess.Popen(
        [sys.executable, "-m", "jupyter", "server", *options],
        cwd=graded_course.root,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(600):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/api?token=secret", timeout=5).read()
                break
            except OSError:
                assert process.poll() is None, "the server ended"
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


def test_formgrader_runs_nothing_of_a_students(graded_course, formgrader, browser):
    """The instructor's own page, behind the instructor's own login: what was written is there, cleaned."""
    with Gradebook(f"sqlite:///{graded_course.database}") as book:
        submission = book.find_submission_notebook("ps3_layer", "ps3_layer", "mallory").id
        unreadable = book.find_submission_notebook("ps3_layer", "ps3_layer", "nobody").id
    context = browser.new_context()
    context.route("**/*", lambda route: route.continue_() if "127.0.0.1" in route.request.url else route.abort())
    page = context.new_page()
    page.goto(f"{formgrader}/formgrader/submissions/{submission}/?token=secret", wait_until="domcontentloaded")
    html = looks_right(page)
    assert "Student's answer" in html
    page.goto(f"{formgrader}/formgrader/submissions/{unreadable}/?token=secret", wait_until="domcontentloaded")
    assert "could not be graded" in page.locator(".text_cell_render").first.inner_text()
    assert page.locator("input.score").count() == 7  # one for each test cell, to be given by hand
    context.close()


def test_the_autograded_notebook_holds_text_and_pictures_alone(graded_course):
    """Whatever opens it finds no HTML, no script and no vector picture among outputs and attachments."""
    (path,) = graded_course.root.glob("autograded/mallory/ps3_layer/*.ipynb")
    cells = json.loads(path.read_text("utf-8"))["cells"]
    kinds = {kind for cell in cells for output in cell.get("outputs", ()) for kind in output.get("data", {})}
    assert kinds <= {"text/plain", "image/png"}
    assert [list(cell["attachments"]) for cell in cells if "attachments" in cell] == [["dot.png"]]
