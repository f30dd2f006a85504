"""The notebooks themselves: valid, without outputs, their pictures described, and running in real Jupyter."""

import ast
import contextlib
import json
import re
import sys

import nbformat
import pytest
from nbclient import NotebookClient
from nbgrader.nbgraderformat import MetadataValidator

from grader.course import known
from grader.notebook.cells import grade_id, role
from tests.lessons import CHECKED
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
def test_every_picture_is_there_and_described(assignment):
    """Alternative text of more than a few words, and a file in the assignment's folder."""
    data = json.loads(COURSE.source_path(assignment).read_text("utf-8"))
    pictures = [
        found
        for cell in data["cells"]
        if cell["cell_type"] == "markdown"
        for found in re.findall(r"!\[(.*?)\]\((.*?)\)", "".join(cell["source"]), re.S)
    ]
    assert pictures
    for text, path in pictures:
        assert len(text) > 40
        assert (COURSE.source_path(assignment).parent / path).is_file()


@assignments
def test_a_notebook_needs_nothing_of_the_grader(assignment):
    """Beside Python itself it imports NumPy, and matplotlib at most."""
    imported = {name.split(".")[0] for name in COURSE.source(assignment).imports()}
    assert imported - set(sys.stdlib_module_names) <= {"numpy", "matplotlib"}


@pytest.mark.parametrize("assignment", sorted({*COURSE.assignments()} - {*CHECKED}))
def test_the_checks_speak_one_language(assignment):
    """Helpers of the same name have the same text in every notebook that has them, but for `run`."""
    names = ("check_written", "perform", "drawn", "side_by_side", "check_shape", "check_close", "factors_of")
    helpers = ("class CheckFailed", *(f"def {name}(" for name in names))
    first, here = (COURSE.source(name).cells["given_checks"]["source"].split("\n\n\n") for name in ("ps1_chain_rule", assignment))
    for helper in helpers:
        mine = [piece for piece in here if piece.startswith(helper)]
        assert not mine or mine[0] in first


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
    """In a real kernel every visible check of an untouched notebook says a sentence of its own."""
    notebook = nbformat.reads(known.notebook(COURSE, assignment), as_version=4)
    folder = COURSE.root / "release" / assignment
    NotebookClient(notebook, timeout=300, allow_errors=True, resources={"metadata": {"path": str(folder)}}).execute()
    for cell in notebook.cells:
        errors = [output for output in cell.get("outputs", []) if output.output_type == "error"]
        if role(cell) == "test":
            assert [error.ename for error in errors] == ["CheckFailed"], grade_id(cell)
            assert len(errors[0].evalue) > 20
        else:
            assert errors == []


def answers(exercise, code):
    """Cell texts for one exercise that no check was written for: nothing there, not Python, and the wrong kinds of everything."""
    yield from ("", "def f(:", re.sub(r"\b(class|def) ", r"\1 my_", code))
    for result in ("'text'", "[[1], [1, 2]]", "np.array(None)", "undefined", "1 / 0"):
        tree = ast.parse(code)
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef) and function.name != "__init__":
                function.body = ast.parse(f"return {result}").body
        yield ast.unparse(tree)


@pytest.mark.parametrize("assignment", sorted({*COURSE.assignments()} - {*CHECKED}))
def test_whatever_a_cell_holds_its_checks_answer_in_a_sentence(assignment, monkeypatch):
    """Nothing in a student's cell makes a visible check stop with anything but its own words; an empty cell never passes."""
    monkeypatch.chdir(COURSE.root / "release" / assignment)
    source, solutions = COURSE.source(assignment), COURSE.solution_cells(assignment)
    code_cells = [name for name, cell in source.cells.items() if cell["cell_type"] == "code"]
    for exercise, code in solutions.items():
        for answer in answers(exercise, code):
            space, failed = {"__name__": "__main__"}, []
            for name in code_cells:
                if name not in source.points:
                    text = answer if name == exercise else solutions.get(name, source.cells[name]["source"])
                    with contextlib.suppress(SyntaxError):
                        exec(compile(text, name, "exec"), space)
                elif name == f"test_{exercise}" or name.startswith(f"test_{exercise}_"):
                    try:
                        exec(compile(source.released_text(name), name, "exec"), space)
                    except space["CheckFailed"] as refusal:
                        failed.append(name)
                        assert len(str(refusal)) > 20
            assert failed or answer
