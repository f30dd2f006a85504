"""The same solution in other words: each rewriting does what it says, and none changes what a cell does."""

import ast
import contextlib
import io
import random
import re
from collections import Counter
from textwrap import dedent

import numpy as np
import pytest

from grader.authoring.rewrite import TRAININGS, rewritings
from grader.authoring.scopes import scopes
from grader.course import known
from grader.exam import diagnosis, record
from grader.notebook.definitions import bound_names
from tests import rehearsals
from tests.repository import COURSE

pytestmark = pytest.mark.library

EVERY = 6  # of the known solutions, each so many-th is tried here


def other(code, **options):
    """The cell with other names."""
    return _only("other names", code, options)


def fewer(code, **options):
    """The cell with fewer names."""
    return _only("fewer names", code, options)


def _only(way, code, options):
    found = {one.way: one for one in rewritings(dedent(code).strip("\n"), **options)}
    return found[way].code.strip("\n") if way in found else None


def same(got, want):
    assert got == dedent(want).strip("\n")


LAYER = """
    class Layer:
        def backward(self, da, rate):
            dz = da * self.f.derivative(self.z)
            dW = dz @ self.a.T
            da_prev = self.W.T @ dz
            self.W = self.W - rate * dW
            return da_prev
"""


def test_locals_change_places_and_products_become_np_matmul():
    """What was dz is called dW: whoever believes a name is misled."""
    same(
        other(LAYER),
        """
        class Layer:

            def backward(self, da, rate):
                dW = da * self.f.derivative(self.z)
                da_prev = np.matmul(dW, self.a.T)
                dz = np.matmul(self.W.T, dW)
                self.W = self.W - rate * da_prev
                return dz
        """,
    )


def test_temporaries_are_inlined_and_what_is_left_becomes_an_attribute():
    """dz and dW are gone; da_prev must be taken before the step, so it stays, under another name."""
    same(
        fewer(LAYER),
        """
        class Layer:

            def backward(self, da, rate):
                self.kept = (self.W.T @ (da * self.f.derivative(self.z))).copy(order='F')
                self.W = self.W - rate * (da * self.f.derivative(self.z) @ self.a.T).copy(order='F')
                return self.kept
        """,
    )


def test_code_that_stops_with_an_error_keeps_its_order():
    """A product that doesn't fit must not be tried later than before: what stands between would be done, or be left undone."""
    text = fewer(LAYER, stops=True)
    assert "self.held = da * self.f.derivative(self.z)\n        self.kept = (self.held @ self.a.T)" in text
    assert "self.W - rate * self.kept\n" in text


def test_what_is_returned_gets_a_name():
    same(other("def f(x):\n    return x + 1"), "def f(x):\n    value = x + 1\n    return value")
    assert other("def f(x):\n    return x") is None


def test_parameters_and_what_stands_at_top_level_keep_their_names():
    code = """
        size = 3

        def scaled(x, factor=2):
            shown = x * factor
            print(shown)
            return shown

        result = scaled(x=size)
    """
    text = other(code)
    assert "def scaled(x, factor=2):" in text
    assert "result = scaled(x=size)" in text
    assert "shown" not in text


def test_names_are_followed_into_functions_within_and_no_further():
    """Closures, nonlocal, comprehensions, and a function within that has a local of the same name."""
    code = """
        def count(items):
            total = 0
            seen = [item for item in items]

            def add(n):
                nonlocal total
                total += n
                return [total for _ in seen]

            def apart():
                total = "another"
                return total
            for item in items:
                add(item)
            return total, apart(), {name: item for name, item in enumerate(seen)}, (lambda total: total)(5)
    """
    text = other(code)
    assert "total = 0" not in text
    results = []
    for item in (dedent(code), text, fewer(code) or dedent(code)):
        names = {}
        exec(item, names)
        results.append(names["count"]([1, 2, 3]))
    assert results == [(6, "another", {0: 1, 1: 2, 2: 3}, 5)] * 3


def test_global_names_are_left_alone():
    code = "calls = 0\n\ndef f():\n    global calls\n    more = calls\n    calls = more + 1\n    return calls"
    names = {}
    exec(other(code), names)
    assert [names["f"](), names["f"](), names["calls"]] == [1, 2, 2]


def test_a_function_that_asks_for_its_own_names_stays_as_it_is():
    code = "def f(x):\n    doubled = 2 * x\n    return locals()['doubled'] + 1"
    assert rewritings(code) == []


def test_what_is_edited_in_place_is_not_inlined():
    """Neither a value whose parts are changed meanwhile, nor one that would become two."""
    for lines in (
        "before = self.W * 1\n        self.W -= x\n        return before",
        "W = self.W\n        before = W * 1\n        W -= x\n        return before",
        "before = self.W * 1\n        self.step(x)\n        return before",
        "before = self.W * 1\n        self.W[0] = x\n        return before",
        "made = np.zeros(2)\n        self.made = made\n        return made",
        "before = self.W * 1\n        for n in range(2):\n            self.W = self.W - before\n        return self.W",
        "before = self.draw()\n        after = self.draw()\n        return before - after",
    ):
        code = f"class Layer:\n    def forward(self, x):\n        {lines}\n"
        made = Counter()
        for one in rewritings(code):
            made += one.made
        assert made["temporaries inlined"] == ("W = self.W" in lines and 0), code


def test_a_value_is_inlined_past_what_only_reads():
    same(
        fewer("def f(a, b):\n    s = a + b\n    d = np.sqrt(a - b)\n    return s * d"),
        "def f(a, b):\n    return (a + b) * np.sqrt(a - b).copy(order='F')",
    )


def test_a_local_becomes_an_attribute_only_where_it_can_be_one():
    """Not in classes with __slots__ or a __setattr__ of their own, not of functions that call themselves, not before a value
    is given, and not where a function within has a `self` of its own."""
    body = "    def f(self, x):\n        kept = x + 1\n        print(kept)\n        return kept * kept\n"
    assert "self.found" in fewer("class A:\n" + body)
    for code in (
        "class A:\n    __slots__ = ('x',)\n" + body,
        "class A(tuple):\n" + body,
        "class A:\n    def __setattr__(self, name, value):\n        pass\n" + body,
        "class A:\n    def f(self, x):\n        kept = x\n        print(kept)\n        return self.f(kept - 1) if kept else kept\n",
        "class A:\n    def f(self, x):\n        if x:\n            kept = 1\n        print(kept)\n        return kept\n",
        "class A:\n    def f(self, x):\n        kept = x\n        print(kept)\n        return lambda self: kept\n",
    ):
        text = fewer(code) or code
        assert not re.search(r"self\.(kept|found|held)", text), text


def test_labels_come_in_as_float32_where_that_holds_them_exactly():
    code = """
        class Loss:
            def forward(self, x, t):
                self.t = t
                return np.sum(t * np.log(x))
    """
    names = {"np": np}
    exec(other(code), names)
    loss = names["Loss"]()
    loss.forward(np.array([0.5, 2.0]), np.array([0.0, 1.0]))
    assert loss.t.dtype == np.float32
    loss.forward(np.array([0.5, 2.0]), np.array([0.1, 1.0]))
    assert loss.t.dtype == np.float64  # these aren't labels
    loss.forward(np.array([0.5, 2.0]), np.array([0, 1]))
    assert loss.t.dtype == np.int64


@pytest.mark.parametrize(
    "lines",
    [
        "t -= x\n    return t",
        "left = t\n    left[0] = 1\n    return x",
        "return np.log(t) * x",
        "return loss(t, x)",
        "return t.dtype",
    ],
)
def test_labels_stay_where_float32_would_be_seen(lines):
    """Edited in place, taken for something else, or asked for their type."""
    assert "float32" not in (other(f"def f(x, t):\n    {lines}\n") or "")


def test_no_label_comes_in_otherwise_where_gradients_are_compared():
    assert "float32" not in other("def gradient_check(network, x, t):\n    return network.gradient(x, t)['W1'] * 1")


def test_pieces_and_magics_stay_where_they_are():
    code = "%matplotlib inline\nimport math\n# %%\ndef f(x):\n    a = math.exp(x)\n    print(a)\n    return a + 1\n# %%\n%timeit -n1 f(1)\n"
    text = other(code)
    assert text.split("# %%\n")[0] == "%matplotlib inline\nimport math\n"
    assert text.split("# %%\n")[2] == "%timeit -n1 f(1)"
    assert "return result" not in text.split("# %%\n")[0]


def test_every_name_of_the_references_has_a_home():
    """Whatever stands in a solution belongs to some scope, and each of its places is known once."""
    for assignment in COURSE.assignments():
        tree = ast.parse(COURSE.solution_path(assignment).read_text("utf-8"))
        found = Counter(id(mention.node) for scope in scopes(tree).walk() for item in scope.mentions.values() for mention in item)
        assert {id(node) for node in ast.walk(tree) if isinstance(node, ast.Name)} <= set(found)
        assert set(found.values()) == {1}


@pytest.mark.parametrize("assignment", COURSE.assignments())
def test_a_rewritten_solution_answers_every_question_alike(assignment):
    """Whatever the hidden tests ask: values, errors, and what was done to arguments."""
    exercises = rehearsals.rehearsed(COURSE, assignment, lambda it: {exercise: it.script(exercise) for exercise in it.items})
    library = diagnosis.KnownMistakes(COURSE, assignment)

    def answers(exercise, code):
        """What a cell answers, its magics left out."""
        cell = compile(re.sub(r"^[%!].*$", "", code, flags=re.MULTILINE), "<cell 0>", "exec")
        np.random.seed(1)
        random.seed(1)
        with contextlib.redirect_stdout(io.StringIO()):
            found = rehearsals.answers(exercises[exercise], library.names(cell))
        return [{name: value for name, value in answer.items() if name != "warnings"} for answer in found]

    solutions = [*known.controls(COURSE, assignment), *known.wrong_solutions(COURSE, assignment)]
    compared = 0
    for solution in solutions[::EVERY]:
        before = answers(solution.exercise, solution.code)
        if not all(map(record.same, before, answers(solution.exercise, solution.code))):
            continue  # it draws without a seed
        stops = any("error" in answer for answer in before)
        for one in rewritings(solution.code, stops=stops):
            if "astype(np.float32)" in one.code and TRAININGS & bound_names(one.code):
                continue  # a training in float32 goes another way, to as good an end
            after = answers(solution.exercise, one.code)
            assert all(map(record.same, before, after)), f"{solution.exercise}/{solution.id}: {one.way}"
            compared += 1
    assert compared > (5 if len(solutions) > 12 else 0)
