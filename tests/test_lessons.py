"""The notebooks themselves: valid, without outputs, their pictures described, and running in real Jupyter."""

import re
import sys

import nbformat
import pytest
from nbclient import NotebookClient
from nbgrader.nbgraderformat import MetadataValidator

from grader.authoring.verify_lesson import verify_lesson
from grader.course import known
from grader.notebook.cells import grade_id, role
from tests.repository import COURSE

pytestmark = pytest.mark.slow

assignments = pytest.mark.parametrize("assignment", COURSE.assignments())


@assignments
def test_a_source_notebook_is_sound(assignment):
    """Valid for nbformat and nbgrader, no outputs, every solution cell with its tests, points above 0."""
    path = COURSE.source_path(assignment)
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    MetadataValidator().validate_nb(notebook)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert (cell.outputs, cell.execution_count) == ([], None)
    source = COURSE.source(assignment)
    for exercise in source.exercises:
        tests = [name for name in source.points if name == f"test_{exercise}" or name.startswith(f"test_{exercise}_")]
        assert tests
        assert all(source.points[name] > 0 for name in tests)
        assert "..." in source.cells[exercise]["source"] or "broken" in source.cells[exercise]["source"].lower()
    for name in source.points:
        assert re.search(
            r"### BEGIN HIDDEN TESTS\nraise RuntimeError\(.*\)\n### END HIDDEN TESTS$", source.cells[name]["source"].rstrip()
        )


@assignments
def test_what_feedback_sends_students_to_is_there(assignment):
    """The concepts of wrong solutions are headings, every picture is a file, with a text of more than a few words."""
    assert [line for line, good in verify_lesson(COURSE, assignment) if not good] == []


@assignments
def test_a_notebook_needs_nothing_of_the_grader(assignment):
    """Beside Python itself it imports NumPy, and matplotlib at most; its checks, NumPy."""
    for path in COURSE.source_path(assignment).parent.glob("*.py"):
        found = re.findall(r"^(?:import|from) (\w+)", path.read_text("utf-8"), re.M)
        assert set(found) - set(sys.stdlib_module_names) <= {"numpy", "checking"}
    imported = {name.split(".")[0] for name in COURSE.source(assignment).imports()}
    assert imported - set(sys.stdlib_module_names) <= {"numpy", "matplotlib"}


@assignments
def test_the_reference_runs_through_in_jupyter_without_a_warning(assignment, tmp_path):
    """Top to bottom in a real kernel, in the released folder; every visible check prints its ✓, every question that its answer is noted."""
    notebook = nbformat.reads(known.reference(COURSE, assignment), as_version=4)
    folder = COURSE.root / "release" / assignment
    NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(folder)}}).execute()
    for cell in notebook.cells:
        outputs = cell.get("outputs", [])
        assert not [output for output in outputs if output.output_type == "error" or output.get("name") == "stderr"]
        if role(cell) == "test":
            assert re.search("✓|noted", "".join(output.get("text", "") for output in outputs)), grade_id(cell)


@assignments
def test_the_stub_is_told_kindly_what_is_missing(assignment):
    """In a real kernel Run All goes to the end of an untouched notebook, and every visible check says a sentence of its own."""
    notebook = nbformat.reads(known.notebook(COURSE, assignment), as_version=4)
    folder = COURSE.root / "release" / assignment
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(folder)}}).execute()
    for cell in notebook.cells:
        errors = [output for output in cell.get("outputs", []) if output.output_type == "error"]
        if role(cell) == "test":
            assert [error.ename for error in errors] == ["CheckFailed"], grade_id(cell)
            assert len(errors[0].evalue) > 20
        else:
            assert errors == []
