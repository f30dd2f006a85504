"""Mistakes typed into the released notebooks in JupyterLab: a sentence names each, and the marks agree with the checks."""

import json
import re
import shutil
from types import SimpleNamespace

import pytest

from grader.classroom.worker import Worker
from grader.course import known
from grader.notebook.cells import role
from tests.browser import Console, screenshot, tab
from tests.jupyter import SECONDS, cell, of_ours, running, write
from tests.mistakes import MISTAKES
from tests.notebooks import by_id

pytestmark = pytest.mark.browser

SCRATCH = {"grade": False, "grade_id": "scratch", "locked": False, "schema_version": 3, "solution": False, "task": False}
SCREENSHOTS = ("two columns meet", "a kernel restarted", "an endless loop")
ASSIGNMENTS = dict.fromkeys(mistake.assignment for mistake in MISTAKES)


@pytest.fixture(scope="module")
def server(course, tmp_path_factory):
    """A server of a folder that holds the released assignments."""
    top = tmp_path_factory.mktemp("mistakes")
    for assignment in ASSIGNMENTS:
        shutil.copytree(course.root / "release" / assignment, top / assignment)
    with running(top, top) as address:
        yield SimpleNamespace(url=address, top=top)


@pytest.fixture
def page(browser):
    """A tab that has time, and fails the test if anything in it asks another machine."""
    with tab(browser) as opened:
        opened.set_default_timeout(1000 * SECONDS)
        yield opened


class Notebook:
    """A released notebook in JupyterLab, with a cell of one's own at its end."""

    def __init__(self, page, server, course, assignment):
        self.page, self.source = page, course.source(assignment)
        self.solutions = course.solution_cells(assignment)
        fields = json.loads(known.notebook(course, assignment))
        mine = {"cell_type": "code", "id": "mine", "metadata": {"nbgrader": SCRATCH}, "outputs": [], "execution_count": None}
        fields["cells"].append({**mine, "source": ""})
        self.data = json.dumps(fields).encode()
        (server.top / assignment / f"{assignment}.ipynb").write_bytes(self.data)
        page.goto(server.url(f"lab/workspaces/{assignment}/tree/{assignment}/{assignment}.ipynb"))
        page.get_by_role("heading", name=f"Assignment {assignment[2:].partition('_')[0]} ·").wait_for()
        page.get_by_text("| Idle").wait_for()
        self.count, self.is_fresh, self.spoilt = 0, True, set()

    def given(self):
        return [name for name, one in self.source.cells.items() if one["cell_type"] == "code" and role(one) == "given"]

    def run(self, name, text=None):
        """Run a cell, with another text or as it is; what it shows."""
        code_cell = cell(self.page, self.data, name)
        if text is not None:
            write(self.page, code_cell, text)
        else:  # a given cell may be folded up
            code_cell.locator(".cm-content, .jp-InputPlaceholder").first.click()
        self.page.keyboard.press("Control+Enter")
        self.count += 1
        code_cell.locator(".jp-InputArea-prompt", has_text=f"[{self.count}]:").wait_for()
        return code_cell.locator(".jp-OutputArea").inner_text() if code_cell.locator(".jp-OutputArea-output").count() else ""

    def restart(self):
        self.page.get_by_role("menuitem", name="Kernel", exact=True).click()
        self.page.locator(".lm-Menu-item[data-command='kernelmenu:restart-and-clear']:not(.lm-mod-disabled)").click()
        self.page.locator(".jp-Dialog button", has_text="Restart").click()
        self.page.locator(".jp-Dialog").wait_for(state="hidden")
        self.page.get_by_text("| Idle").wait_for()
        self.count = 0

    def first_evening(self):
        """The given cells and the right solutions, in the notebook's order."""
        for name, one in self.source.cells.items():
            if one["cell_type"] == "code" and role(one) != "test":
                self.run(name, self.solutions.get(name))
        self.run("scratch", "import checking; checking.SECONDS = 5")
        self.is_fresh, self.spoilt = False, set()

    def answer(self, mistake):
        """What the check says of a mistake. What an earlier one left behind is put right first."""
        if mistake.restart:
            self.restart()
            self.is_fresh = True
            for name in mistake.first:
                self.run(name, mistake.text if name == mistake.exercise else None)
        else:
            if self.is_fresh:
                self.first_evening()
            for name in self.spoilt - {mistake.exercise} | ({mistake.exercise} if "reference" in mistake.first else set()):
                self.run(name, self.solutions.get(name))
            self.spoilt = {mistake.exercise}
            self.run(mistake.exercise, mistake.text)
        if mistake.scratch:
            self.run("scratch", mistake.scratch)
            self.spoilt |= {*self.given()}
        said = self.run(f"test_{mistake.check}")
        if mistake.name in SCREENSHOTS:
            screenshot(self.page, f"mistake-{mistake.name.replace(' ', '-')}", full_page=False)
        return said


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_each_mistake_is_named_and_marked_as_the_check_has_it(assignment, page, server, course):
    """A sentence that names it, no traceback of ours; and the hidden tests take or leave the points of this test cell as it says."""
    console, notebook = Console(page), Notebook(page, server, course, assignment)
    wrong = []
    with Worker(course, assignment, secret=b"tests") as worker:
        for mistake in sorted((one for one in MISTAKES if one.assignment == assignment), key=lambda one: not one.restart):
            said = notebook.answer(mistake)
            if not re.search(mistake.says, said) or ("✗" in said) == mistake.passes or "Traceback" in said:
                wrong.append((mistake.name, said[:500]))
            if mistake.graded:
                data = known.reference(course, assignment, **{mistake.exercise: mistake.text})
                cells = json.loads(worker.grade("nobody", data, causes=False).text)["cells"]
                marked = "".join(by_id(cells, f"test_{mistake.check}")["outputs"][-1]["data"]["text/plain"])
                if (float(marked) == notebook.source.points[f"test_{mistake.check}"]) != mistake.passes:
                    wrong.append((mistake.name, f"the hidden tests give {marked} points"))
    assert wrong == []
    assert of_ours(console) == []


def test_there_are_mistakes_of_many_kinds():
    """Each with a name of its own."""
    assert len({mistake.name for mistake in MISTAKES}) == len(MISTAKES) >= 40
