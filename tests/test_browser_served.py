"""The server's pages as people see them: a real Chromium, no request elsewhere, nothing in the way of a keyboard, a screen reader or a phone."""

import pytest

from grader.course import known
from tests.browser import DESKTOP, PHONE, Console, screenshot, tab, violations
from tests.repository import course_in
from tests.served import FILE, NAME, Served

pytestmark = pytest.mark.browser

SECONDS = 60
SCRIPT = "</script><script>window.pwned = 1</script><img src=x onerror='window.pwned = 1'>"
SETTINGS = """
c.Service.title = "A course"
c.Service.contact = "grace@example.org"
c.Service.assignments = {"ps3_layer": {"due": "2099-03-01 12:00 Europe/Berlin", "counts": "best", "attempts": 9}}
"""


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A class of three: ada will hand in, ben has, with scripts in all that he may write, cleo never does."""
    course = course_in(tmp_path_factory.mktemp("served"))
    with (course.root / "course_config.py").open("a") as config:
        config.write(SETTINGS)
    found = Served(course).start()
    layer = f'class Layer:\n    """{SCRIPT}"""\n    def __init__(self, *a):\n        raise ValueError("{SCRIPT}")'
    assert found.hand_in("ben", known.reference(course, NAME, layer=layer)).status_code == 200
    assert found.hand_in("ben", b"no notebook").status_code == 200
    found.people.ask("ben", NAME, 1, "layer.dz", SCRIPT)
    yield found
    found.stop()
    print(found.said())


@pytest.fixture(params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def page(browser, request):
    with tab(browser, viewport=request.param, color_scheme="dark" if request.param is PHONE else "light") as opened:
        opened.set_default_timeout(1000 * SECONDS)
        yield opened


STUDENT = ["/", f"/a/{NAME}", f"/a/{NAME}/1", f"/a/{NAME}/2", "/nothing"]
INSTRUCTOR = [
    "/class",
    f"/class/{NAME}",
    f"/class/{NAME}/of/ben",
    f"/class/{NAME}/of/ben/1",
    f"/class/{NAME}/of/cleo",
    f"/class/{NAME}/report",
    "/class/requests",
]


@pytest.mark.parametrize(
    "who, paths", [(None, ["/"]), ("ben", STUDENT), ("grace", INSTRUCTOR)], ids=["stranger", "student", "instructor"]
)
def test_every_page_is_for_everybody(served, page, who, paths):
    """Nothing that axe finds serious, no complaint of the browser's, no script of a student's, nothing wider than the screen."""
    if who:
        page.goto(served.link(who))
    console = Console(page)
    for path in paths:
        page.goto(served.address + path)
        screenshot(page, f"served-{who}-{paths.index(path)}-{page.viewport_size['width']}")
        assert violations(page) == [], path
        assert page.evaluate("window.pwned") is None
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{path} is too wide"
    expected = ("401", "404")  # the door, and the page that isn't there
    assert [said for said in console.complaints if not any(code in said for code in expected)] == []


def test_a_student_hands_in_with_the_keyboard(served, browser):
    """Link, assignment, file, mark; back to the course, and out."""
    path = served.course.root / "mine.ipynb"
    path.write_bytes(known.reference(served.course, NAME))
    with tab(browser) as page:
        page.set_default_timeout(1000 * SECONDS)
        console = Console(page)
        page.goto(served.link("ada"))
        page.get_by_role("link", name="Assignment 3").press("Enter")
        page.get_by_label(f"Choose {FILE}").set_input_files(path)
        page.get_by_role("button", name="Hand in").press("Enter")
        page.get_by_text("Everything here is right").wait_for()
        assert page.locator("p.mark").inner_text() == "12 of 12 points"
        page.get_by_text("Ask a person to look at a part again").press("Enter")
        page.get_by_label("What should be looked at again").fill("Is the answer to the question right, too?")
        page.get_by_role("button", name="Ask").press("Enter")
        page.get_by_text("waits for an answer").wait_for()
        page.get_by_role("link", name="All attempts").press("Enter")
        assert "8 attempts are left" in page.locator("main").inner_text()
        page.get_by_role("button", name="Sign out").press("Enter")
        page.get_by_text("Open your personal link to come in").wait_for()
        assert [said for said in console.complaints if "401" not in said] == []


def test_a_notebook_is_dropped(served, browser):
    """Onto the form: it is handed in at once."""
    with tab(browser) as page:
        page.set_default_timeout(1000 * SECONDS)
        page.goto(served.link("ada"))
        page.goto(f"{served.address}/a/{NAME}")
        data = known.notebook(served.course, NAME).decode()
        carried = page.evaluate_handle(
            "([name, text]) => { const held = new DataTransfer(); held.items.add(new File([text], name)); return held; }",
            [FILE, data],
        )
        page.dispatch_event("form.drop", "drop", {"dataTransfer": carried})
        page.locator("p.mark").wait_for()
        page.wait_for_url("**/a/*/*")


def test_the_class_is_seen_at_work(served, browser):
    """The page changes by itself when somebody hands in, and the focus stays where it is."""
    with tab(browser) as page:
        page.set_default_timeout(1000 * SECONDS)
        page.goto(served.link("grace"))
        page.goto(f"{served.address}/class/{NAME}")
        page.get_by_text("live", exact=True).wait_for()
        link = page.get_by_role("link", name="Ben", exact=True)
        link.focus()
        assert served.hand_in("cleo", known.reference(served.course, NAME)).status_code in (200, 202)
        page.locator("tr", has=page.get_by_role("link", name="Cleo", exact=True)).get_by_text("graded").wait_for()
        assert page.evaluate("document.activeElement.textContent") == "Ben"
