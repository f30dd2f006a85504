"""The engine of assignment 8: its slopes are those of its operations, and the network of assignment 6 has the same gradients on it."""

import json
import math
import runpy

import numpy as np
import pytest

from tests.repository import COURSE
from tests.test_gradients import assert_agree, by_trial


@pytest.fixture(scope="module")
def ps8():
    return runpy.run_path(str(COURSE.solution_path("ps8_autograd")))


OPERATIONS = {
    "a + b": (0.7, -1.6),
    "a * b": (0.7, -1.6),
    "a - b": (0.7, -1.6),
    "a / b": (0.7, -1.6),
    "2 - a": (0.7,),
    "3 / a": (0.7,),
    "-a": (0.7,),
    "a ** 3": (-1.6,),
    "a ** -0.5": (0.7,),
    "exp(a)": (-1.6,),
    "log(a)": (0.7,),
    "tanh(a)": (0.7,),
    "relu(a)": (0.7,),
    "(a * b + a) * (a * b)": (2.0, -3.0),
    "tanh(a * b) / (exp(a) + b * b) - a ** 2 * a": (0.7, -1.6),
}


@pytest.mark.parametrize("text", OPERATIONS)
def test_the_gradients_of_an_expression(ps8, text):
    """backward gives every leaf the derivative that nudging it shows."""
    names = {name: lambda v, name=name: getattr(v, name)() for name in ("exp", "log", "tanh", "relu")}
    plain = {"exp": math.exp, "log": math.log, "tanh": math.tanh, "relu": lambda x: max(x, 0.0)}
    leaves = [ps8["Value"](number) for number in OPERATIONS[text]]
    result = eval(text, names, dict(zip("ab", leaves, strict=False)))
    ps8["backward"](result)
    wanted = by_trial(lambda *numbers: eval(text, plain, dict(zip("ab", numbers, strict=False))), *OPERATIONS[text])
    assert_agree([leaf.grad for leaf in leaves], wanted)


@pytest.fixture(scope="module")
def lesson(ps8):
    """What the lesson's last playground defines, on the reference's engine."""
    names = {**ps8, "np": np}
    cells = json.loads(COURSE.source_path("ps8_autograd").read_text("utf-8"))["cells"]
    text = next("".join(cell["source"]) for cell in cells if cell["id"] == "playground-digits")
    exec(text.partition("try: import")[0], names)
    return names


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_the_network_of_assignment_6_on_the_engine(lesson, seed):
    """A 64-8-10 network: all 610 gradients on 5 digits, and the losses of 20 steps, are those of the formulas to 1e-10."""
    with np.load(COURSE.source_path("ps8_autograd").with_name("digits.npz"), allow_pickle=False) as file:
        x, labels = file["x_train"].reshape(-1, 64) / 16, file["t_train"]
    rng = np.random.default_rng(seed)
    arrays = [0.3 * rng.normal(size=(64, 8)), np.zeros(8), 0.3 * rng.normal(size=(8, 10)), np.zeros(10)]
    net = [lesson["as_values"](array) for array in arrays]
    parameters = [p for values in net for row in values for p in (row if isinstance(row, list) else [row])]
    for step in range(20):
        batch = slice(5 * step, 5 * step + 5)
        loss = lesson["loss_of"](net, x[batch], labels[batch])
        lesson["zero_grad"](parameters)
        lesson["backward"](loss)
        hand_loss, hand = lesson["by_formula"](*arrays, x[batch], labels[batch])
        assert abs(loss.data - hand_loss) <= 1e-10
        for values, gradient in zip(net, hand, strict=True):
            np.testing.assert_allclose(lesson["grads_of"](values), gradient, rtol=0, atol=1e-10)
        arrays = [array - 0.5 * gradient for array, gradient in zip(arrays, hand, strict=True)]
        for parameter in parameters:
            parameter.data -= 0.5 * parameter.grad
