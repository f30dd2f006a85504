"""A missing `return` costs one part alone, whatever function of whatever exercise lacks it."""

import ast

import pytest

from grader.classroom.worker import Worker
from grader.course import known
from grader.notebook.returns import put_in
from grader.result import PASSED

from .repository import COURSE


def without_return(code, number):
    """The code without the last `return` of its function `number`: the value is made, and nothing given back. None where that
    function has none."""
    tree = ast.parse(code)
    function = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)][number]
    if not isinstance(function.body[-1], ast.Return) or function.body[-1].value is None:
        return None
    function.body[-1] = ast.Expr(function.body[-1].value)
    return ast.unparse(tree)


@pytest.mark.library
@pytest.mark.parametrize("assignment", ["ps2_activations", "ps5_batch_layers"])
def test_it_costs_one_part(assignment):
    tried = 0
    with Worker(COURSE, assignment, secret=b"returns") as worker:
        for exercise, code in COURSE.solution_cells(assignment).items():
            functions = sum(isinstance(node, ast.FunctionDef) for node in ast.walk(ast.parse(code)))
            for wrong in filter(None, (without_return(code, number) for number in range(functions))):
                result = worker.grade("student", known.reference(COURSE, assignment, **{exercise: wrong})).result
                lost = [part for one in result.exercises for part in one.parts if part.outcome != PASSED]
                assert len(lost) == 1, (exercise, wrong, lost)
                tried += 1
    assert tried >= 8


@pytest.mark.slow
def test_another_mistake_beside_it_costs_what_it_costs():
    code = COURSE.solution_cells("ps2_activations")["relu"]
    wrong = code.replace("return np.where(z > 0, 1.0, 0.0)", "np.where(z >= 0, 1.0, 0.0)")
    assert wrong != code
    with Worker(COURSE, "ps2_activations", secret=b"returns") as worker:
        result = worker.grade("student", known.reference(COURSE, "ps2_activations", relu=wrong)).result
    lost = {part.part for one in result.exercises for part in one.parts if part.outcome != PASSED}
    assert lost == {"derivative", "kink"}


RIGHT = "def f(x):\n    return x + 1\nclass C:\n    def g(self):\n        return self.a\n    def h(self):\n        self.a = 1"


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("def f(x):\n    x + 1", "def f(x):\n    return x + 1"),
        ("def f(x):\n    y = x + 1", "def f(x):\n    y = x + 1\n    return y"),
        ("def f(x):\n    x += 1", "def f(x):\n    x += 1\n    return x"),
        (
            "class C:\n\n    def g(self):\n        self.a = 2",
            "class C:\n\n    def g(self):\n        self.a = 2\n        return self.a",
        ),
    ],
)
def test_what_the_last_line_makes_is_returned(text, mended):
    assert put_in(text, RIGHT) == (mended, 1)


@pytest.mark.parametrize(
    "text",
    [
        "def f(x):\n    return x",
        "def f(x):\n    ...",
        "def f(x):\n    print(x); return 3",
        "def other(x):\n    x + 1",
        "class C:\n    def h(self):\n        self.a = 1",
        "def f(x:",
        "def f(x):\n    pass",
    ],
)
def test_nothing_is_put_in_where_nothing_is_missing(text):
    assert put_in(text, RIGHT) == (text, 0)
