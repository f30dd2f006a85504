"""What students and instructors do in JupyterLab and Notebook: in a real browser, on a real server that asks no other machine."""

import re
import shutil
from types import SimpleNamespace

import pytest

from grader.classroom.gradebook import Book
from grader.course import known
from grader.course.folder import Course
from tests.browser import Console, screenshot, tab
from tests.jupyter import SECONDS, cell, of_ours, open_notebook, run_all, running, write

pytestmark = pytest.mark.browser

# formgrader's view of a submission takes MathJax from another machine and shows no marks without it; nbgrader has no setting.
MATHJAX = "https://cdnjs.cloudflare.com/ajax/libs/mathjax/**"
STAND_IN = "window.MathJax = {Hub: {Config() {}, Queue() {}, Startup: {signal: {Interest(then) { setTimeout(then, 0, 'End') }}}}}"

LAYER = """class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        1 / 0
"""


@pytest.fixture(scope="module")
def jupyter(course, tmp_path_factory):
    """A server. Its folder holds `student`, with the released ps3_layer, and `course`, with two submissions of it."""
    top = tmp_path_factory.mktemp("jupyter")
    for name in ("course_config.py", "nbgrader_config.py", "solutions/ps3_layer.py"):
        (top / "course" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(course.root / name, top / "course" / name)
    for folder in ("source/ps3_layer", "grader/assignments/ps3_layer"):
        shutil.copytree(course.root / folder, top / "course" / folder)
    shutil.copytree(course.root / "release/ps3_layer", top / "student/ps3_layer")
    made = Course(top / "course")
    handed_in = {"ada": known.reference(made, "ps3_layer"), "ben": known.reference(made, "ps3_layer", layer=LAYER)}
    for student, data in handed_in.items():
        path = made.root / f"submitted/{student}/ps3_layer/ps3_layer.ipynb"
        path.parent.mkdir(parents=True)
        path.write_bytes(data)

    with running(top, made.root) as url:
        yield SimpleNamespace(url=url, course=made, student=top / "student")


@pytest.fixture
def page(browser):
    """A tab that has time, and fails the test if anything in it asks another machine."""
    with tab(browser) as opened:
        opened.set_default_timeout(1000 * SECONDS)
        yield opened


def open_here(page, jupyter, application, data):
    """The student's ps3_layer.ipynb, holding `data`, in "lab/tree" or "notebooks", once its kernel is idle."""
    (jupyter.student / "ps3_layer/ps3_layer.ipynb").write_bytes(data)
    open_notebook(page, jupyter.url(f"{application}/student/ps3_layer/ps3_layer.ipynb"))


def validate(page):
    """What nbgrader's Validate button answers."""
    page.get_by_role("button", name="Validate").click()
    dialog = page.locator(".jp-Dialog", has_text="Validation Results")
    dialog.wait_for()
    return dialog.inner_text()


def test_a_student_solves_an_assignment_in_jupyterlab(jupyter, page, worker):
    """The stub's checks ask for what is missing; the layer is written and the quiz answered, every check shows its ✓, Validate is
    content, and what was saved gets full marks."""
    console = Console(page)
    stub, solution = known.notebook(jupyter.course, "ps3_layer"), jupyter.course.solution_cells("ps3_layer")
    tests = [name for name in jupyter.course.source("ps3_layer").points if name.startswith("test_layer")]
    open_here(page, jupyter, "lab/tree", stub)

    def answer(name, sign):
        return cell(page, stub, name).locator(".jp-OutputArea-output", has_text=sign)

    run_all(page)
    answer("test_layer_forward", "✗ forward() is still to be written.").wait_for()
    answer("test_quiz_ps3", "✗ answer_ps3 is still to be written.").wait_for()
    answer("test_layer_forward", "✗").scroll_into_view_if_needed()
    screenshot(page, "jupyterlab-stub", full_page=False)
    assert all(answer(name, "✗").count() == 1 for name in (*tests, "test_quiz_ps3"))  # the first ✗ stops none
    assert "forward() is still to be written." in validate(page)
    page.keyboard.press("Escape")

    for name, text in solution.items():
        write(page, cell(page, stub, name), text)
    run_all(page)
    for name in tests:
        answer(name, "✓").wait_for()
    answer("test_quiz_ps3", "noted").wait_for()
    answer(tests[-1], "✓").scroll_into_view_if_needed()
    screenshot(page, "jupyterlab-solved", full_page=False)
    assert "Your notebook passes all the tests" in validate(page)
    screenshot(page, "jupyterlab-validated", full_page=False)
    assert worker.grade("ada", (jupyter.student / "ps3_layer/ps3_layer.ipynb").read_bytes()).result.score == 12
    assert of_ours(console) == []


def test_notebook_7_shows_the_same(jupyter, page):
    """The solved notebook runs through, and Validate is content there as well."""
    data = known.reference(jupyter.course, "ps3_layer")
    open_here(page, jupyter, "notebooks", data)
    run_all(page)
    for name in jupyter.course.source("ps3_layer").points:
        cell(page, data, name).locator(".jp-OutputArea-output", has_text=re.compile("✓|noted")).wait_for()
    screenshot(page, "notebook-solved", full_page=False)
    assert "Your notebook passes all the tests" in validate(page)


def test_an_instructor_grades_in_formgrader(jupyter, page, worker):
    """From JupyterLab's menu: generate the assignment, autograde two submissions, look at the marks, give feedback. The marks are
    those that `grader grade` gives."""
    console = Console(page)
    page.context.route(MATHJAX, lambda route: route.fulfill(body=STAND_IN, content_type="text/javascript"))
    page.goto(jupyter.url("lab/workspaces/instructor"))
    page.get_by_role("menuitem", name="Nbgrader").click()
    page.locator(".lm-Menu-itemLabel", has_text=re.compile("^Formgrader$")).click()
    formgrader = page.frame_locator("iframe")

    def press(row, button, said):
        formgrader.locator("tr", has=formgrader.locator("td", has_text=row)).locator(button).click()
        formgrader.locator(".modal-dialog", has_text=said).wait_for()
        formgrader.locator(".modal-dialog button", has_text="OK").click()
        formgrader.locator(".modal-dialog").wait_for(state="hidden")

    press("ps3_layer", "td.assign a", "Successfully created the student version of 'ps3_layer'")
    assert [path.name for path in sorted((jupyter.course.root / "release/ps3_layer").glob("*.*"))] == [
        "README.md",
        "checking.py",
        "hand_in.py",
        "ps3_layer.ipynb",
        "ps3_layer_checks.py",
        "requirements.txt",
    ]
    formgrader.locator("td.num-submissions a").click()
    wanted = {}
    for student in ("ada", "ben"):
        press(student, "td.autograde a", f"Successfully autograded 'ps3_layer' for student '{student}'")
        data = (jupyter.course.root / f"submitted/{student}/ps3_layer/ps3_layer.ipynb").read_bytes()
        wanted[student] = worker.grade(student, data).result.score
        row = formgrader.locator("tr", has=formgrader.locator("td.student-id", has_text=student))
        assert row.locator("td.score").inner_text() == f"{wanted[student]:g} / 12"
        assert row.locator("td.status").inner_text() == "graded"
    assert wanted == {"ada": 12, "ben": 2}
    with Book(jupyter.course) as book:
        assert {student: book.score(student, "ps3_layer")[0] for student in wanted} == wanted
    screenshot(page, "formgrader-submissions", full_page=False)

    for student in wanted:
        press(student, "td.generate-feedback a", f"Successfully generated feedback for 'ps3_layer' for student '{student}'")
        assert (jupyter.course.root / f"feedback/{student}/ps3_layer/ps3_layer.html").is_file()

    formgrader.get_by_role("link", name="Manual Grading").click()
    formgrader.get_by_role("link", name="ps3_layer").click()
    formgrader.get_by_role("link", name="ps3_layer").last.click()
    bens = formgrader.locator("tbody tr", has=formgrader.locator("td", has_text=re.compile(r"^\s*2 / 12")))
    bens.get_by_role("link").first.click()
    marks = formgrader.locator("input.score")
    marks.first.wait_for()
    page.wait_for_function("!!document.querySelector('iframe').contentDocument.querySelector('input.score').placeholder")
    assert sum(float(marks.nth(n).get_attribute("placeholder")) for n in range(marks.count())) == 2
    formgrader.locator("text=ZeroDivisionError").first.scroll_into_view_if_needed()
    screenshot(page, "formgrader-manual-grading", full_page=False)
    assert of_ours(console) == []
