"""Where a student's own lines part from right ones."""

import ast
import re

import pytest

from grader.classroom.worker import Worker
from grader.course import known
from grader.exam.whys import lines, operators, reading

pytestmark = pytest.mark.library

RIGHT = """
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.activation = activation

    def forward(self, inputs):
        self.inputs = inputs
        self.outputs = self.weights @ inputs
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        dz = da * self.activation.derivative(self.outputs)
        da_prev = self.weights.T @ dz
        self.weights = self.weights - learning_rate * (dz @ self.inputs.T)
        return da_prev
"""
# The same, written otherwise: other names, fewer, more, a helper, another order of what doesn't matter.
OTHERWISE = """
def entlang(f, z):
    return f.derivative(z)

class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.activation, self.weights = activation, np.random.uniform(-1, 1, (n_neurons, n_inputs))

    def forward(self, inputs):
        x = np.asarray(inputs, dtype=float)
        self.x, self.z = x, np.dot(self.weights, x)
        return self.activation(self.z)

    def backward(self, da, learning_rate):
        delta = np.multiply(entlang(self.activation, self.z), da)
        back = np.matmul(self.weights.transpose(), delta)
        self.weights -= np.dot(learning_rate * delta, self.x.T)
        return back
"""


def pieces(mine, right=RIGHT):
    contract = reading.contract_of(right)
    return {
        effect: piece
        for effect, piece in lines.apart(reading.read(mine, contract), [reading.read(right, contract)]).items()
        if piece
    }


def test_the_same_in_other_words_is_the_same():
    assert pieces(RIGHT) == {}
    assert pieces(OTHERWISE) == {}


@pytest.mark.parametrize(
    "before, after, effect, code",
    [
        ("delta = np.multiply(", "delta = np.add(", "return", "np.add(entlang(self.activation, self.z), da)"),
        ("self.weights.transpose()", "np.sign(self.weights.transpose())", "return", "np.sign(self.weights.transpose())"),
        ("learning_rate * delta, self.x.T", "learning_rate * delta, np.abs(self.x).T", "self.weights", "np.abs(self.x)"),
        ("self.x, self.z = x,", "self.x, self.z = x / 2,", "self.weights", "x / 2"),
        ("return back", "return learning_rate * back", "return", "learning_rate * back"),
        ("return f.derivative(z)", "return f.derivative(2 * z)", "return", "2 * z"),
        ("np.matmul(self.weights.transpose(), delta)", "np.matmul(self.weights.transpose(), delta) + 3 * da", "return", "da"),
    ],
)
def test_one_wrong_piece_is_found_however_the_rest_is_written(before, after, effect, code):
    """In the effects that it has a part in, and in no others; and it is quoted as it was written."""
    assert OTHERWISE.count(before) == 1
    found = pieces(OTHERWISE.replace(before, after))
    assert code in lines.quoted(found["Layer.backward", effect])
    assert all(function in ("Layer.backward", "Layer.forward") for function, _what in found)


def test_a_wrong_sign_is_one_of_the_whole_sum():
    """What is added to it is right."""
    found = pieces(RIGHT.replace("self.weights - learning_rate", "self.weights + learning_rate"))
    (piece,) = found.values()
    assert lines.quoted(piece).startswith("`self.weights + learning_rate * (dz @ self.inputs.T)`")


def test_two_wrong_pieces_are_one_that_holds_both():
    """So nothing right is ever blamed for what another piece does."""
    both = OTHERWISE.replace("return back", "return 3 * np.abs(back)").replace("np.multiply(", "np.add(")
    piece = pieces(both)["Layer.backward", "return"]
    assert "np.abs(back)" in lines.quoted(piece)


def test_a_default_is_a_piece():
    right = "class A:\n    def __init__(self, rate=0.1):\n        self.rate = rate\n"
    piece = lines.behind(pieces(right.replace("0.1", "0.2"), right), [("", "")], [], {})
    assert lines.quoted(piece) == "`0.2`"


def test_what_cant_be_read_is_left_alone():
    assert reading.read("class Layer(:", frozenset()) is None
    code = RIGHT.replace("        return da_prev", "        exec('x = 1')\n        return da_prev")
    assert "Layer.backward" in reading.read(code, frozenset()).unread
    for end in ("\nLayer.backward = other\n", "\nif True:\n    Layer = other\n", "\nLayer = other(Layer)\n"):
        assert reading.read(RIGHT + end, frozenset()) is None, end
    long = "def f(x):\n" + "    x = x @ x + x\n" * 200 + "    return x\n"
    assert "f" in reading.read(long, frozenset()).unread


@pytest.mark.parametrize("loop", ["for n in range(len(xs)):\n        total += xs[n].back(ys[n])",
                                  "for n, x in enumerate(xs):\n        total = x.back(ys[n]) + total",
                                  "for x, y in zip(xs, ys, strict=True):\n        total = total + x.back(y)"])  # fmt: skip
def test_loops_over_the_same_are_the_same(loop):
    right = "def fan(xs, ys):\n    return sum(x.back(y) for x, y in zip(xs, ys))\n"
    mine = f"def fan(xs, ys):\n    total = 0.0\n    {loop}\n    return total\n"
    assert pieces(mine, right) == {}
    wrong = mine.replace("back(y", "back(2 * y")
    code = re.search(r"2 [*] y[^)]*", wrong)[0]
    assert all(lines.quoted(piece).startswith(f"`{code}`") for piece in pieces(wrong, right).values())


def test_a_function_that_does_what_calls_do_is_told_apart_from_its_result():
    """What is returned may be wrong because of what a call did before: where both are unlike a right solution, neither is blamed."""
    right = "def f(xs, g):\n    for x in xs:\n        g = x.back(g)\n        x.fit(1)\n    return g\n"
    mine = "def f(xs, g):\n    for x in xs:\n        g = x.back(g)\n        x.fit(2)\n    return g + 1\n"
    found = pieces(mine, right)
    assert set(found) == {("f", "return"), ("f", "calls")}
    assert lines.behind(found, [("f", "return")], [], {}) is None
    assert lines.behind({("f", "calls"): found["f", "calls"]}, [("f", "return")], [], {}).node.source.value == 2


BACK = """
class Loss:
    def forward(self, x, t):
        self.y, self.t = softmax(x), t
        return cross(self.y, t)

    def backward(self, dout=1):
        dx = self.y.copy()
        dx[np.arange(len(dx)), self.t] -= 1
        return dx * dout / len(dx)
"""


def test_what_a_missing_copy_does_is_blamed_on_nothing_else():
    """A second backward is wrong then, however the rest is written."""
    found = pieces(BACK.replace("self.y.copy()", "self.y"), BACK)
    piece = lines.behind(found, [("Loss.backward", "return")], [], {})
    assert piece.kind == "disturbing"
    otherwise = BACK.replace("self.y.copy()", "self.y").replace("dx * dout / len(dx)", "dout * np.true_divide(dx, dx.shape[-2])")
    assert lines.behind(pieces(otherwise, BACK), [("Loss.backward", "return")], [], {}) is None


@pytest.mark.parametrize("assignment", ["ps1_chain_rule", "ps3_layer"])
def test_only_what_the_student_wrote_is_quoted(course, assignment):
    """Mutants stand for students: whatever is quoted stands in their code, so it can't be what belongs there. Of one in thirty."""
    for exercise, code in course.solution_cells(assignment).items():
        text, contract = operators.plain(code), reading.contract_of(code)
        controls = [one.code for one in known.controls(course, assignment) if one.exercise == exercise]
        rights = [right for one in (text, *controls) if (right := reading.read(one, contract))]
        for mutant in list(operators.mutants(text, frozenset()))[::30]:
            mine = mutant.code(text.split("\n"))
            written = re.sub(r"\s+", " ", ast.unparse(ast.parse(mine)))
            for piece in lines.apart(reading.read(mine, contract), rights).values():
                for quote in re.findall(r"`([^`]*)`", lines.quoted(piece)) if piece else ():
                    assert re.sub(r"\s+", " ", quote) in written or f"({quote.partition(' = ')[2]})" in written, (exercise, quote)


LOG1P = """
def binary_cross_entropy(output, target):
    return -np.sum(target * np.log1p(output) + (1 - target) * np.log1p(1 - output))


def binary_cross_entropy_derivative(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return (1 - target) / (1 - a) - target / a
"""


def test_one_piece_behind_two_parts_is_one_cause(course):
    """Also where a stored mistake happens to fit the one of them, and not the other; signatures aren't needed for that."""
    with Worker(course, "ps4_perceptron", secret=b"tests") as worker:
        result = worker.grade("x", known.reference(course, "ps4_perceptron", cross_entropy=LOG1P)).result
    lost = {part.part: part.cause for _exercise, part in result.parts if part.outcome != "passed"}
    assert set(lost) == {"loss", "loss_safe"} and len(set(lost.values())) == 1
    assert "`target * np.log1p(output) + (1 - target) * np.log1p(1 - output)`" in lost["loss"]
