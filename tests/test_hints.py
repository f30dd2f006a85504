"""Hints that a student opens: some for every exercise, the last one a skeleton that is no solution."""

import ast
import json
import re

import pytest

from grader.classroom.worker import Worker
from grader.course import known
from grader.notebook.cells import role
from tests.repository import COURSE

assignments = pytest.mark.parametrize("assignment", COURSE.assignments())
HINT = re.compile(r"<details><summary>(.*?)</summary>\n\n(.*?)\n</details>", re.S)
SKELETON = "The last hint: a skeleton"
WITHOUT_CODE = "symptoms"  # six letters


def hints(assignment):
    """{exercise: the hints above its cell, (summary, text) each}, questions apart."""
    found, texts = {}, []
    for cell in json.loads(COURSE.source_path(assignment).read_text("utf-8"))["cells"]:
        if cell["cell_type"] == "markdown":
            texts += HINT.findall("".join(cell["source"]))
        elif role(cell) == "solution":
            exercise = cell["metadata"]["nbgrader"]["grade_id"]
            if not exercise.startswith("quiz_"):
                found[exercise] = texts
            texts = []
    return found


def skeleton(texts):
    """The code of the last hint."""
    return re.fullmatch(r"```python\n(.*?)\n```", texts[-1][1], re.S)[1]


def filled(stub, bones):
    """A stub whose functions are the skeleton's, as far as that has them."""
    tree, mine = ast.parse(stub), ast.parse(bones)
    for thing in mine.body:
        there = next(one for one in tree.body if getattr(one, "name", "") == thing.name)
        for one in thing.body if isinstance(thing, ast.ClassDef) else [thing]:
            home = there.body if isinstance(thing, ast.ClassDef) else tree.body
            place = next(n for n, old in enumerate(home) if getattr(old, "name", "") == one.name)
            assert ast.unparse(home[place].args) == ast.unparse(one.args)
            home[place] = one
    return ast.unparse(tree)


@assignments
def test_each_exercise_has_hints_and_the_last_is_a_skeleton(assignment):
    """Two at least, of which the last has a line or more to be written in every function but `__init__`."""
    found = hints(assignment)
    assert set(found) == {name for name in COURSE.solution_cells(assignment) if not name.startswith("quiz_")}
    for exercise, texts in found.items():
        assert len(texts) >= 2 and [summary for summary, _text in texts].index(SKELETON) == len(texts) - 1, exercise
        if exercise != WITHOUT_CODE:
            functions = [
                one for one in ast.walk(ast.parse(skeleton(texts))) if isinstance(one, ast.FunctionDef) and one.name != "__init__"
            ]
            assert functions and all("..." in ast.unparse(one) for one in functions), exercise


@pytest.mark.slow
@assignments
def test_a_skeleton_earns_nothing(assignment):
    """All skeletons of an assignment in their cells: no part of any exercise has a point."""
    stubs = {name: COURSE.source(assignment).cells[name]["source"] for name in COURSE.solution_cells(assignment)}
    cells = {name: filled(stubs[name], skeleton(texts)) for name, texts in hints(assignment).items() if name != WITHOUT_CODE}
    with Worker(COURSE, assignment, secret=b"tests") as worker:
        graded = worker.grade("nobody", known.notebook(COURSE, assignment, cells), causes=False)
    assert graded.result.status == "graded"
    assert [(exercise, part.part) for exercise, part in graded.result.parts if part.points] == []
