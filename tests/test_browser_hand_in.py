"""Handing in from the notebook itself: taken from the server's page, solved and handed in, in real JupyterLab and Notebook 7."""

import io
import json
import stat
import time
import zipfile

import pytest

from grader.notebook.cells import grade_id
from tests.browser import Console, screenshot, tab
from tests.jupyter import SECONDS, cell, of_ours, open_notebook, running, write
from tests.repository import course_in
from tests.served import FILE, NAME, Served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A server of a course, not of notebooks."""
    found = Served(course_in(tmp_path_factory.mktemp("served")), ("ada", "ben", "cleo")).start()
    yield found
    found.stop()
    print(found.said())


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A student's own machine: a folder, and Jupyter's `url(path)` of what lies in it."""
    top = tmp_path_factory.mktemp("desk")
    with running(top, top) as url:
        yield top, url


@pytest.fixture
def page(browser):
    with tab(browser) as opened:
        opened.set_default_timeout(1000 * SECONDS)
        yield opened


def take(served, student, folder):
    """The assignment, as the student's page gives it, unpacked: the notebook's path."""
    with served.as_(student) as client:
        packed = zipfile.ZipFile(io.BytesIO(client.get(f"/a/{NAME}/folder.zip").content))
    for entry in packed.infolist():
        packed.extract(entry, folder)
        if mode := stat.S_IMODE(entry.external_attr >> 16):  # as `unzip` does, and Python's zipfile doesn't
            (folder / entry.filename).chmod(mode)
    return folder / NAME / FILE


def last_cell(page):
    return page.locator(".jp-Notebook .jp-CodeCell").last


def hand_in(page):
    """Run the last cell, and say yes."""
    last_cell(page).locator(".cm-content").click()
    page.keyboard.press("Control+Enter")
    last_cell(page).locator(".jp-OutputArea-output", has_text="checks ✓").wait_for()
    last_cell(page).locator("input.jp-Stdin-input").press("Enter")


@pytest.mark.parametrize("application, student", [("lab/workspaces/ada/tree", "ada"), ("notebooks", "ben")])
def test_a_student_solves_and_hands_in(served, desk, page, application, student):
    """What is written and not saved is in what was handed in; the mark stands below the cell, and no key in the file."""
    console = Console(page)
    top, url = desk
    path = take(served, student, top / student)
    released, key = path.read_bytes(), json.loads((path.parent / "hand_in.json").read_text())
    open_notebook(page, url(f"{application}/{student}/{NAME}/{FILE}"))
    for place, item in enumerate(json.loads(released)["cells"]):
        code = page.locator(".jp-Notebook .jp-Cell").nth(place)
        name = grade_id(item)
        if name in served.course.source(NAME).exercises:
            write(page, cell(page, released, name), served.course.solution_cells(NAME)[name])
        if name and "grade" in item["metadata"]["nbgrader"] and not item["metadata"]["nbgrader"]["grade"]:
            code.locator(".cm-content").click()
            page.keyboard.press("Control+Enter")
    assert path.read_bytes() == released  # nothing is saved yet
    hand_in(page)
    begun = time.monotonic()
    shown = last_cell(page).locator(".jp-OutputArea-output", has_text="✓ Handed in: 12 of 12")
    shown.wait_for()
    print(f"{application}: {time.monotonic() - begun:.2f} s from Enter to the mark")
    shown.scroll_into_view_if_needed()
    screenshot(page, f"hand-in-{application.partition('/')[0]}", full_page=False)
    sent = served.attempts.data(served.attempts.of(student, NAME)[0], FILE)
    assert b"self.weights.T @ dz" in sent and served.attempts.of(student, NAME)[0].by == "notebook"
    page.keyboard.press("Control+S")
    page.wait_for_timeout(1000)
    for text in (sent.decode(), path.read_text()):
        assert key["token"] not in text and "/in/" not in text
    with page.expect_popup() as popup:
        shown.get_by_role("link", name="Your feedback page").click()
    popup.value.get_by_text("Everything here is right").wait_for()
    if application != "notebooks":  # which complains of itself
        assert of_ours(console) == [], console.complaints


def test_without_a_key_the_cell_asks_once(served, desk, page):
    """The personal link is typed unseen, kept beside the notebook for its owner alone, and not in it."""
    top, url = desk
    path = take(served, "cleo", top / "cleo")
    (path.parent / "hand_in.json").unlink()
    open_notebook(page, url(f"lab/workspaces/cleo/tree/cleo/{NAME}/{FILE}"))
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
    last_cell(page).locator(".cm-content").click()
    page.keyboard.press("Control+Enter")
    ask = last_cell(page).locator("input.jp-Stdin-input[type=password]")
    ask.fill(served.link("cleo"))
    ask.press("Enter")
    last_cell(page).locator("input.jp-Stdin-input:not([type=password])").press("Enter")
    last_cell(page).locator(".jp-OutputArea-output", has_text="✓ Handed in: 0 of 12").wait_for()
    assert stat.S_IMODE((path.parent / "hand_in.json").stat().st_mode) == 0o600
    token = served.link("cleo").rpartition("/in/")[2]
    sent = served.attempts.data(served.attempts.of("cleo", NAME)[0], FILE).decode()
    assert token.split(".")[0] not in sent
    assert "0 of 6 checks ✓" in sent
