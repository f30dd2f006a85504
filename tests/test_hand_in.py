"""The last cell of a released notebook: there for the student, and nothing to grading."""

import json
import subprocess
import sys

import pytest

from grader.notebook.align import is_untouched
from grader.notebook.cells import grade_id, is_hand_in
from grader.notebook.read import parse
from tests.repository import COURSE, ROOT

NAME = "ps3_layer"
MODULE = ROOT / "grader/integrations/templates/hand_in.py"


@pytest.mark.parametrize("assignment", COURSE.assignments())
def test_a_released_notebook_ends_with_it(assignment):
    """All other cells are the source's, and beside it lies what it calls."""
    folder = ROOT / "release" / assignment
    data = (folder / f"{assignment}.ipynb").read_bytes()
    cells = json.loads(data)["cells"]
    assert [cell["id"] for cell in cells[-2:]] == ["hand-it-in", "hand-in"] and grade_id(cells[-1]) == ""
    assert is_hand_in(parse(data)["cells"][-1])
    assert len(json.loads(COURSE.source_path(assignment).read_text("utf-8"))["cells"]) == len(cells) - 2
    assert (folder / "hand_in.py").read_bytes() == MODULE.read_bytes()


def test_grading_never_runs_it(worker, handed_in):
    """Whatever stands in it; a cell of another kind with the same tag is run."""
    last = json.loads((ROOT / f"release/{NAME}/{NAME}.ipynb").read_text("utf-8"))["cells"][-1]
    for text, score in (("import hand_in\nLayer = None", 12), ("Layer = None", 2)):
        data = json.loads(handed_in())
        place = next(n for n, cell in enumerate(data["cells"]) if grade_id(cell) == "layer") + 1
        data["cells"].insert(place, {**last, "source": text})
        assert worker.grade("ada", json.dumps(data).encode()).result.score == score


def test_a_copy_without_its_tag_does_nothing(worker, handed_in):
    """Run behind the walls it finds no page to save, and costs nothing."""
    data = json.loads(handed_in())
    last = json.loads((ROOT / f"release/{NAME}/{NAME}.ipynb").read_text("utf-8"))["cells"][-1]
    data["cells"].append({**last, "metadata": {}})
    assert worker.grade("ada", json.dumps(data).encode()).result.score == 12


def test_a_released_notebook_is_untouched():
    """With the cell in it, too: it isn't taken for a student's own code."""
    assert is_untouched(parse((ROOT / f"release/{NAME}/{NAME}.ipynb").read_bytes()), COURSE.source(NAME))


@pytest.mark.slow
def test_where_nobody_answers_nothing_is_handed_in():
    """Run by nbclient, as nbgrader's Validate does, and by plain Python, the cell says so and goes on."""
    script = (
        "import nbformat, nbclient\n"
        f"notebook = nbformat.read('{NAME}.ipynb', 4)\n"
        "notebook.cells = notebook.cells[-1:]\n"
        "nbclient.NotebookClient(notebook).execute()\n"
        "print(''.join(output.get('text', '') for output in notebook.cells[0].outputs))\n"
        f"import hand_in; hand_in.now('{NAME}')\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", script], cwd=ROOT / "release" / NAME, capture_output=True, text=True, timeout=120
    )
    assert "Not handed in: this cell asks before it does" in done.stdout, done.stderr
    assert done.stdout.endswith("This cell hands in when it is run in Jupyter.\n")
