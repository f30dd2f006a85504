"""What a student's own code passes with, one piece of it changed."""

import itertools
import re

import numpy as np
import pytest

from grader.classroom.worker import Worker
from grader.course import known
from grader.exam.whys import reading, repairs
from tests.repository import ROOT

pytestmark = pytest.mark.library

LAYER = """
class Layer:
    def forward(self, inputs):
        x = np.reshape(inputs, (-1, 1))
        self.inputs = x
        self.outputs = self.weights @ x
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        dz = da * self.activation.derivative(self.outputs)
        da_prev = self.weights.T @ dz
        self.weights = self.weights - learning_rate * (dz @ self.inputs.T)
        return da_prev
"""
RIGHT = reading.read(LAYER, reading.contract_of(LAYER))


def found(mine, function="Layer.backward"):
    """{code that may be right: the sentence that is said of the piece}."""
    text = repairs.plain(mine)
    changes = repairs.of(text, reading.read(text, reading.contract_of(LAYER)), [RIGHT], {function: 0})
    sentences: dict[str, str] = {}
    for one in changes:
        sentences.setdefault(re.sub(r"[\s()]|\bpass\b", "", one.code), repairs.described(one, text)[0])
    return sentences


@pytest.mark.parametrize(
    ("before", "after", "function", "said"),
    [
        ("da * self.activation", "np.abs(da) * self.activation", "backward", "`np.abs(da)` in `dz = np.abs(da) * self.act"),
        ("(dz @ self.inputs.T)", "(dz @ self.inputs.T + 0.01 * self.weights)", "backward", "`0.01 * self.weights` in `self.w"),
        (
            "self.weights.T @ dz",
            "self.weights @ dz",
            "backward",
            "parts from right code at `self.weights` in `da_prev = self.weights",
        ),
        (
            "self.inputs = x\n",
            "self.inputs = x\n        x = x / np.abs(x).max()\n",
            "forward",
            "`x = x / np.abs(x).max()` doesn't",
        ),
        ("learning_rate * (dz", "learning_rate * learning_rate * (dz", "backward", "`learning_rate` in `self.weights = self.w"),
    ],
)
def test_a_piece_is_changed_and_no_more_of_it_is_quoted(before, after, function, said):
    assert LAYER.count(before) == 1
    sentences = found(LAYER.replace(before, after), f"Layer.{function}")
    right = sentences[re.sub(r"[\s()]", "", repairs.plain(LAYER))]
    assert said in right


def test_a_line_that_uses_what_is_wrong_is_left_alone():
    """Replaced as a whole it would be right, too; but the mistake is what the name stands for."""
    mine = LAYER.replace("dz @ self.inputs.T)", "d_weights)").replace(
        "        self.weights =",
        "        d_weights = dz * self.inputs.mean() * np.ones(self.weights.shape)\n        self.weights =",
    )
    text = repairs.plain(mine)
    changes = list(repairs.of(text, reading.read(text, reading.contract_of(LAYER)), [RIGHT], {"Layer.backward": 0}))
    aligned = [repairs.described(one, text)[0] for one in changes if one.operator == "aligned"]
    assert any("`d_weights = dz * self.inputs.mean()" in said for said in aligned)
    assert not any("`self.weights = self.weights - learning_rate * d_weights`" in said for said in aligned)


@pytest.mark.parametrize(
    ("place", "quoted"),
    [
        ("ps3_layer/layer/square_not_transposed", "self.weights"),
        ("ps3_layer/layer/bias_only_moves_up_to_rate", "`learning_rate` in `d_biases = learning_rate * dz`"),
        ("ps5_batch_layers/affine/stops_at_a_silent_sample", "`break`"),
        ("ps5_batch_layers/cross_entropy_error/all_columns", "`y[:, t]`"),
        ("ps7_find_the_bug/fix_softmax/guard_in_powers", "`0.1` in `powers ="),
        ("ps7_find_the_bug/fix_layer/slope_written_for_tanh", "`1 - self.a ** 2` in `dz ="),
        ("ps2_activations/tanh/squared_by_dot", "`np.dot(a, a)` in `return"),
        ("ps2_activations/relu/seen_one_switch_for_the_whole_array", "`return z.copy()` under `if (z > 0).any()`"),
        ("ps2_activations/tanh/first_derivative_cached", "kept and used again: see `not hasattr(self, 'a') or"),
        ("ps1_chain_rule/model/list_reversed_for_good", "after `self.neurons.reverse()` the list stays"),
        ("ps3_layer/layer/neuron_zero_left_out", "`range(1, n_neurons)` in `for i in range(1, n_neurons)` leaves one"),
        ("ps3_layer/layer/seen_slope_without_bias", "`z` in `dz = da * self.activation.derivative(z)` with `z = self.w"),
        ("ps1_chain_rule/neuron/seen_drawn_once_in_the_signature", "`np.random.random()` is made once"),
        ("ps4_perceptron/perceptron/seen_same_da_for_every_layer", "hand on what `da_prev = layer.backward(da, learning_rate)`"),
    ],
)
def test_the_mistake_is_quoted_and_not_what_comes_of_it(course, place, quoted):
    assignment, exercise, _name = place.split("/")
    (path,) = (
        path for name in ("final", "fresh", "held") if (path := ROOT / "tests" / "unseen" / name / f"{place}.py").is_file()
    )
    text = path.read_text("utf-8")
    with Worker(course, assignment, secret=b"tests") as worker:
        result = worker.grade("x", known.reference(course, assignment, **{exercise: text})).result
    causes = [part.cause for _exercise, part in result.parts if part.outcome != "passed" and part.cause]
    assert causes and all(quoted in cause for cause in causes)


@pytest.mark.parametrize("assignment", ["ps1_chain_rule", "ps3_layer"])
def test_whatever_is_quoted_is_the_students_own(course, assignment):
    """Of every change to one wrong solution in each exercise: what makes the code right is never in a sentence."""
    cells = course.solution_cells(assignment)
    for exercise, wrong in {one.exercise: one for one in known.wrong_solutions(course, assignment)}.items():
        contract, text = reading.contract_of(cells[exercise]), repairs.plain(wrong.code)
        right, mine = reading.read(cells[exercise], contract), reading.read(text, contract)
        changes = repairs.of(text, mine, [right] if right else [], dict.fromkeys(repairs.functions(text), 0))
        for change in itertools.islice(changes, 150):
            for quote in re.findall("`([^`]*)`", repairs.described(change, text)[0]):
                assert quote in text or quote in re.sub(r"\s+", " ", text), (exercise, change.operator, quote)


ENDLESS = """
class ReLU:
    def __call__(self, z):
        done = 0
        while done < 1:
            done = done + 1
        return np.maximum(z + 1, 0.0)

    def derivative(self, z):
        return np.where(z > 0, 1.0, 0.0)
"""


def test_a_change_that_never_ends_costs_no_other_one(course):
    """Without what it counts the loop runs for ever; that is tried before what mends the code."""
    text = repairs.plain(ENDLESS)
    changes = [one.code for one in repairs.of(text, None, [], {"ReLU.__call__": 0})]
    endless = next(n for n, code in enumerate(changes) if "done = done + 1" not in code and "while done < 1" in code)
    assert endless < next(n for n, code in enumerate(changes) if "z + 1" not in code and "np.maximum(z, 0.0)" in code)
    with Worker(course, "ps2_activations", secret=b"tests") as worker:
        result = worker.grade("nobody", known.reference(course, "ps2_activations", relu=ENDLESS)).result
    assert {part.cause for name, part in result.parts if name == "relu"} >= {
        "In `ReLU`, `1` in `return np.maximum(z + 1, 0.0)` doesn't belong there."
    }


NORM = """
class Norm:
    def __init__(self, scale):
        self.scale = scale
        self.mean = np.zeros(len(scale))

    def forward(self, x, train):
        if train:
            self.mean = 0.9 * self.mean + 0.1 * x.mean(axis=0)
        self.x_hat = x - x.mean(axis=0)
        return self.scale * self.x_hat

    def backward(self, dout):
        self.d_scale = (dout * self.x_hat).sum(axis=0)
        self.d_shift = dout.sum(axis=0)
        d = dout * self.scale
        return d - d.mean(axis=0) - self.x_hat * (d * self.x_hat).mean(axis=0)
"""


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("self.d_shift = dout.sum(", "self.d_shift = (dout * self.x_hat).sum(", "`self.x_hat` in `self.d_shift = (dout"),
        ("(dout * self.x_hat).sum", "(dout * self.mean).sum", "`self.mean` in `self.d_scale = (dout * self.mean)"),
        ("- self.x_hat * (d", "+ self.x_hat * (d", "at `return d - d.mean(axis=0) + self.x_hat * (d"),
        (
            "d - d.mean(axis=0) - self.x_hat * (d * self.x_hat).mean(axis=0)",
            "d - d.mean(axis=1) - self.x_hat * (d * self.x_hat).mean(axis=1)",
            "in several places: at `d.mean(axis=1)` and at `(d * self.x_hat).mean(axis=1)`",
        ),
        (
            "            self.mean = 0.9",
            "            pass\n        self.mean = 0.9",
            "`self.mean = 0.9 * self.mean + 0.1 * x.mean(axis=0)`",
        ),
        ("np.zeros(len(scale))", "np.ones(len(scale))", "`np.ones` in `self.mean = np.ones(len(scale))`"),
        (
            "self.x_hat = x - x.mean(axis=0)",
            "x = x - x.mean(axis=0)\n        self.x_hat = x - x.mean(axis=0) / 2 - x",
            "`self.x_hat = x - x.mean(axis=0) / 2 - x`",
        ),
    ],
)
def test_the_first_change_that_mends_it_is_about_the_mistake(before, after, said):
    assert NORM.count(before) == 1
    contract, wanted = reading.contract_of(NORM), tried(NORM)
    text = repairs.plain(NORM.replace(before, after))
    assert tried(text) != wanted
    changes = repairs.of(text, reading.read(text, contract), [reading.read(NORM, contract)], dict.fromkeys(METHODS, 0))
    mended = next(one for one in itertools.islice(changes, 80) if tried(one.code) == wanted)
    assert said in repairs.described(mended, text)[0]


METHODS = ("Norm.__init__", "Norm.forward", "Norm.backward")


def tried(code):
    """What the class gives, None where it fails."""
    names = {"np": np}
    x, dout = np.random.default_rng(3).normal(size=(2, 4, 4))
    try:
        exec(code, names)
        norm = names["Norm"](np.arange(4) + 1.0)
        found = [norm.mean, norm.forward(x, True), norm.backward(dout), norm.d_scale, norm.d_shift, norm.mean]
        return [np.round(one, 9).tolist() for one in (*found, norm.forward(dout, False), norm.mean)]
    except Exception:
        return None
