"""What a student reads is true, however the code was written: why a name is missing, what an exception means, which sizes clash."""

import pytest

from grader.classroom.worker import Worker
from grader.course import known
from grader.exam import clues, operations, quotable
from grader.exam.remote_error import RemoteError
from tests.notebooks import by_id, edited
from tests.repository import ROOT


@pytest.fixture
def parts_with(worker, course, handed_in):
    """`parts_with(change)`: {part: Part} of ps3_layer's layer in a notebook whose cells `change` alters; `parts_with(before, after)`: of the
    reference with a piece of its text replaced, or several pairs of them."""

    def grade(*pairs, change=lambda cells: cells):
        text = course.solution_cells("ps3_layer")["layer"]
        for before, after in zip(pairs[::2], pairs[1::2], strict=True):
            assert before in text
            text = text.replace(before, after)
        result = worker.grade("ada", edited(handed_in(layer=text), change)).result
        return {part.part: part for exercise, part in result.parts if exercise == "layer"}

    return grade


def code(source, kind="code"):
    cell = {"cell_type": kind, "id": f"own{abs(hash(source)) % 10**6}", "metadata": {}, "source": source}
    return cell | ({"outputs": [], "execution_count": None} if kind == "code" else {})


def before(name, *new):
    """Puts cells before the cell `name`."""

    def change(cells):
        n = cells.index(by_id(cells, name))
        return [*cells[:n], *new, *cells[n:]]

    return change


SLOPE = "def slope(f, z):\n    return f.derivative(z)"
USES_SLOPE = ("self.activation.derivative(self.outputs)", "slope(self.activation, self.outputs)")
STOPPED = [
    ("import seaborn as sns\n\n" + SLOPE, "code cell 5 stopped at line 1, `import seaborn as sns`: ModuleNotFoundError: No module named 'seaborn'"),
    (SLOPE.replace(":", "", 1), "code cell 5 can't be read at line 1, `def slope(f, z)`, so that none of it ran: SyntaxError: expected ':'"),
    ("half = 1 / 0\n" + SLOPE, "code cell 5 stopped at line 1, `half = 1 / 0`: ZeroDivisionError"),
    ("%%writefile slope.py\n" + SLOPE, "code cell 5 begins with `%%writefile slope.py`: that is no Python"),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "because"), STOPPED, ids=["module", "syntax", "error", "magic"])
def test_a_name_that_a_stopped_cell_would_have_defined_is_put_down_to_what_stopped_it(parts_with, cell, because):
    """Inside a call of the student's own code."""
    part = parts_with(*USES_SLOPE, change=before("layer", code(cell)))["da_prev"]
    assert f"NameError: name 'slope' is not defined, because {because}" in part.message
    assert "`dz = da * slope(self.activation, self.outputs)`" in part.message


def test_what_stopped_a_cell_is_told_through_the_cells_that_it_stopped(parts_with):
    """A class of a base that was never made, because of a module that isn't there."""
    first = code("import seaborn\nclass Base:\n    pass")
    part = parts_with("class Layer:", "class Layer(Base):", change=before("layer", first))["forward"]
    assert part.outcome == "not run"
    assert part.message.startswith("not run: `Layer` is not defined, because `layer` stopped at line 1, `class Layer(Base):`")
    assert "NameError: name 'Base' is not defined, because code cell 5 stopped at line 1, `import seaborn`" in part.message
    assert len(part.lines) == 2


def test_a_name_from_a_cell_that_is_text_is_put_down_to_that(parts_with):
    """A helper in a cell of one's own that became Markdown."""
    part = parts_with(*USES_SLOPE, change=before("layer", code(SLOPE, "markdown")))["da_prev"]
    assert (
        "is not defined, because what defines it stands in a Markdown cell (`def slope(f, z):`), and text is not run"
        in part.message
    )


def test_code_that_a_lesson_quotes_is_no_cell_that_became_text(parts_with):
    """What the prose shows between fences defines nothing, and is not taken for the student's."""
    prose = code(f"Write a helper:\n\n```python\n{SLOPE}\n```\n", "markdown")
    assert "because" not in parts_with(*USES_SLOPE, change=before("layer", prose))["da_prev"].message


def test_a_solution_cell_that_is_text_is_named_where_its_names_are_missed(parts_with):
    """Raw text, as `not run`."""

    def change(cells):
        by_id(cells, "layer")["cell_type"] = "raw"
        return cells

    part = parts_with(change=change)["forward"]
    assert part.message == (
        "not run: `Layer` is not defined, because what defines it stands in a raw cell (`class Layer:`), and text is not run."
    )


def test_a_name_that_comes_only_after_the_tests_is_named_there(parts_with):
    """As Run All would have it."""

    def change(cells):
        return [*cells, code(SLOPE)]

    part = parts_with(*USES_SLOPE, change=change)["da_prev"]
    assert "is not defined, because it is defined only after the tests, in code cell" in part.message


def test_a_name_that_was_there_before_its_cell_stopped_is_not_put_down_to_that(parts_with):
    """The error came later; whatever is missing then has another reason."""
    cell = code(SLOPE + "\n\nprint(slop(1, 2))")
    part = parts_with(*USES_SLOPE, change=before("layer", cell))
    assert {one.outcome for one in part.values()} == {"passed"}
    part = parts_with("learning_rate * d_weights", "slop * d_weights", change=before("layer", cell))["update"]
    assert "name 'slop' is not defined. Line" in part.message
    assert "Is `slope` meant?" in part.message


SAID = [
    ("inputs.T @ dz", "dz @ self.inputs.T", "There is `self.inputs`; `inputs` alone is another name."),
    ("learningrate * d_weights", "learning_rate * d_weights", "Is `learning_rate` meant?"),
    ("def backward(self, grad, learning_rate)", "def backward(self, da, learning_rate)", "`backward` is given `grad`, which it never reads."),
    ("def backward(da, learning_rate)", "def backward(self, da, learning_rate)", "the first parameter of `backward` is the object itself, `self`; here it is `da`."),
    ("activation.derivativ(", "activation.derivative(", "`Tanh` has `derivative`: is that meant?"),
    ("dz = dz * da", "dz = da", "`dz` is a name of `backward`'s own, because line 23 assigns to it; here it has no value yet."),
    ("np = 3\nclass Layer:", "class Layer:", "Line 1 of `layer` gives the name `np` to something else: `np = 3`."),
    ("self.output = self", "self.outputs = self", "`self.outputs` is None: nothing else is ever assigned to it."),
    ("dz = ...  # da * self", "dz = da * self", "`dz` is still to be written (`...`)."),
    ("if da: dz = da * self", "dz = da * self", "want one True or False, and an array holds many"),
    ("np.random.uniforme(-1, 1, (n_neurons, n", "np.random.uniform(-1, 1, (n_neurons, n", "has no attribute"),
    ("d_biases = dz.tolist() / 2.0\n", "d_biases = dz\n", "A list is no array"),
    ("da * self.activation.derivative", "da * self.activation.derivative(self.outputs)", "`derivative` is a function, and here it isn't called"),
    ("class Layer", "class Layer:", "`layer` can't be read at line 1, `class Layer`, so that none of it ran: SyntaxError: expected ':'"),
    ("class layer:", "class Layer:", "not run: `Layer` is not defined, but `layer` is."),
    ("def foward(", "def forward(", "not run: `Layer()` has no `forward`, but `foward`."),
    ("half = self.half(dz) / 2\n        d_biases = dz\n\n    def half(self, x):\n        y = x\n\n    def rest(self, dz, da_prev, d_weights, d_biases, learning_rate):\n", "d_biases = dz\n", "`half` returns nothing; is a `return` missing?"),
]  # fmt: skip


FIRST = 4  # of them are tried every time
TRIED = [*SAID[:FIRST], *(pytest.param(*said, marks=pytest.mark.slow) for said in SAID[FIRST:])]


@pytest.mark.parametrize(("after", "piece", "words"), TRIED, ids=[after[:30] for after, _piece, _words in SAID])
def test_an_exception_comes_with_what_the_source_tells_of_it(parts_with, after, piece, words):
    """In some part that is lost, and no part is the grader's fault."""
    parts = parts_with(piece, after)
    assert any(words in part.message for part in parts.values()), [part.message for part in parts.values()]
    assert "fault" not in {part.outcome for part in parts.values()}


@pytest.mark.parametrize(
    ("piece", "after", "part", "shapes", "marked", "words"),
    [
        (
            "dz @ self.inputs.T",
            "dz @ self.inputs",
            "d_weights",
            ["dz", "self.inputs", "d_weights, wanted"],
            ((-1,), (-2,), ()),
            "`d_weights` must have the shape of `self.weights`",
        ),
        (
            "self.weights - learning_rate * d_weights",
            "self.weights - learning_rate * d_weights.T",
            "update",
            ["self.weights", "learning_rate * d_weights.T"],
            ((-1, -2), (-1, -2)),
            "sizes must be the same, or one of them 1",
        ),
    ],
    ids=["product", "difference"],
)
def test_an_operation_whose_operands_do_not_fit_is_drawn(parts_with, piece, after, part, shapes, marked, words):
    """The sizes that clash are marked, and which must agree is said; so is the shape that the result must have."""
    found = parts_with(piece, after)[part]
    assert found.message.startswith("`backward` raised ValueError: shapes that don't fit. Line ")
    assert [what for what, _shape in found.shapes] == shapes
    assert found.marked == marked
    assert words in found.message


def test_a_missing_return_is_told_as_one(parts_with):
    """Of whatever gives None where a value is wanted, with the name of the function."""
    parts = parts_with("        return self.activation(self.outputs)", "        self.activation(self.outputs)")
    assert parts["forward"].message == "`forward` returns nothing; is a `return` missing?"
    parts = parts_with("        return da_prev", "        da_prev")
    assert {name: part.message for name, part in parts.items() if part.outcome != "passed"} == {
        "da_prev": "`backward` returns nothing; is a `return` missing?"
    }


def test_what_is_never_stored_is_told_as_that(parts_with):
    """An attribute that stays None is no missing `return`."""
    parts = parts_with(
        "self.inputs = np.reshape(inputs, (-1, 1))", "inputs = np.reshape(inputs, (-1, 1))", "@ self.inputs +", "@ inputs +"
    )
    assert parts["forward"].message == "`inputs` is None: nothing was ever stored there."


def test_where_it_goes_wrong_is_no_part_that_passed(parts_with):
    """A value that looks otherwise, as long as its part has its marks."""
    scaled = "d_weights = learning_rate * (dz @ self.inputs.T)"
    parts = parts_with("d_weights = dz @ self.inputs.T", scaled, "- learning_rate * d_weights", "+ d_weights")
    assert parts["d_weights"].outcome == "passed"
    assert parts["update"].outcome == "failed"
    assert "d_weights" not in parts["update"].where.partition(" is where")[0]


def test_a_second_mistake_is_not_made_up_to_go_with_a_first(course):
    """Of a pair each must account for something that the other alone doesn't."""
    code = course.solution_cells("ps5_batch_layers")["affine"]
    code = code.replace("self.dW = ", "self.W = self.dW = ")
    with Worker(course, "ps5_batch_layers", secret=b"tests") as worker:
        result = worker.grade("ada", known.reference(course, "ps5_batch_layers", affine=code)).result
    parts = {part.part: part for exercise, part in result.parts if exercise == "affine"}
    assert parts["dx"].outcome == "failed"
    assert "share one x" not in " ".join(part.cause for part in parts.values())


def test_what_neither_of_two_keeps_tells_nothing(course):
    """A pooling that begins at 0 has no `winner` in its hands, and neither has the mistake of keeping it in the class."""
    code = (ROOT / "tests/unseen/final/ps11_convolution/max_pooling/begins_at_zero.py").read_text("utf-8")
    with Worker(course, "ps11_convolution", secret=b"tests") as worker:
        result = worker.grade("ada", known.reference(course, "ps11_convolution", max_pooling=code)).result
    repeated = next(part for exercise, part in result.parts if (exercise, part.part) == ("max_pooling", "repeated"))
    assert repeated.outcome == "failed"
    assert "share" not in repeated.cause


@pytest.mark.parametrize("released", (False, True), ids=["no_signatures", "signatures"])
def test_what_an_exception_left_undone_is_put_down_to_no_other_mistake(made_course, released):
    """Parameters that did not move, because `backward` never came to that, were not forgotten."""
    text = made_course.solution_cells("ps3_layer")["layer"]
    text = text.replace("dz @ self.inputs.T", "dz @ self.inputs").replace("self.weights.T @ dz", "self.weights @ dz")
    with Worker(made_course, "ps3_layer", secret=b"tests") as worker:
        assert not released or worker.make_signatures("layer")
        result = worker.grade("ada", known.reference(made_course, "ps3_layer", layer=text)).result
    parts = {part.part: part for exercise, part in result.parts if exercise == "layer"}
    assert parts["update"].outcome == "failed"
    assert parts["update"].cause == ""
    assert not any(part.cause for part in parts.values())  # no one change makes it right


MESSAGES = [
    ("NameError", "name 'x' is not defined"),
    ("NameError", "name 'self' is not defined"),
    ("UnboundLocalError", "cannot access local variable 'x' where it is not associated with a value"),
    ("AttributeError", "'NoneType' object has no attribute 'x'"),
    ("AttributeError", "'int' object has no attribute 'shape'"),
    ("AttributeError", "module 'numpy' has no attribute 'sofmax'"),
    ("TypeError", "unsupported operand type(s) for *: 'NoneType' and 'ellipsis'"),
    ("TypeError", "'int' object is not callable"),
    ("TypeError", "unsupported operand type(s) for *: 'function' and 'float'"),
    ("TypeError", "f() takes 1 positional argument but 2 were given"),
    ("ValueError", "operands could not be broadcast together with shapes (2,3) (3,2) "),
    ("ValueError", "matmul: Input operand 1 does not have enough dimensions (has 0, …)"),
    ("ValueError", "shapes (2,3) and (2,3) not aligned: 3 (dim 1) != 2 (dim 0)"),
]
LINES = """
x: int
for x in y: z = x @ w; x = 1
with open(x) as self.x, y: pass
return
lambda x: x @ x
x = yield
a, *b = c = x[1:, None] @ x.T[..., 0]
del x, y
global x
assert x, y
raise X from x
x @= y
self.x[0]["a"].b += f(x)(y).dot(*z, **w)
[x @ y for x in z if x] + {x: y, **z} + {*x}
print(f"{x @ y!r:>{w}}")
async def f(): await x
match x: 
class x: y = x
try: x @ y
np.dot()
np.sum(x, axis=(0, 1), keepdims=True) + np.reshape(x, -1) + x.reshape() + x.reshape((-1, -1)) + x.sum(axis=9)
x if y else z @ x
not x < y <= z
""".strip().split("\n")


@pytest.mark.parametrize("line", LINES)
def test_no_line_is_too_odd_to_be_looked_at(line):
    """Every kind of statement, on a line of a method and on one of its own; whatever there is to say, nothing breaks."""
    for source in (line, f"class A:\n    def f(self, x):\n        {line}\n        return x"):
        notebook = {"cells": [{"cell_type": "code", "metadata": {}, "source": source}]}
        quotable.examine(notebook)
        for kind, message in MESSAGES:
            error = RemoteError(kind, message, shapes={"x": (2, 3), "y": (3, 2)})
            for n in range(source.count("\n") + 1):
                place = clues.Place(notebook, 0, n + 1)
                clues.of(error, place)
                operations.find(place.statements, {"x": (2, 3), "y": (2, 3)}, message)
        assert clues.of(error, clues.Place(notebook)) == ""
