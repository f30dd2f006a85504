"""What assignment 9 promises of its optimisers, starts and measurements."""

import runpy

import numpy as np
import pytest

from tests.repository import COURSE
from tests.test_gradients import assert_agree, by_trial


@pytest.fixture(scope="module")
def ps9():
    return runpy.run_path(str(COURSE.solution_path("ps9_training")))


@pytest.mark.parametrize(
    ("name", "arguments"), [("Momentum", (0.1, 0.9)), ("RMSProp", (0.05, 0.9)), ("Adam", (0.1,))], ids=lambda value: str(value)
)
def test_an_optimiser_finds_the_lowest_point_of_a_valley(ps9, name, arguments):
    """L = x²/20 + y² from (-7, 2), 400 steps: nearer than 0.1, in the arrays that were there."""
    x, y = np.array([-7.0]), np.array([2.0])
    optimiser = ps9[name](*arguments)
    for _ in range(400):
        optimiser.update({"x": x, "y": y}, {"y": 2 * y, "x": x / 10})
    assert np.hypot(x, y) < 0.1


def test_the_gradients_of_weight_decay(ps9):
    """decay_gradients is the derivative of decay_loss, key by key."""
    rng = np.random.default_rng(7)
    params = {"W1": rng.normal(size=(3, 2)), "b1": rng.normal(size=2), "W2": rng.normal(size=(2, 4))}
    got = ps9["decay_gradients"](params, 0.3)
    wanted = by_trial(lambda W1, W2: ps9["decay_loss"]({"W1": W1, "b1": params["b1"], "W2": W2}, 0.3), params["W1"], params["W2"])
    assert_agree([got["W1"], got["W2"]], wanted)
    assert not got["b1"].any()


@pytest.mark.parametrize("seed", range(3))
def test_he_keeps_a_signal_through_twenty_layers_of_relu(ps9, seed):
    """Its spread after twenty layers of 100 neurons is that of the first within a factor of 5; with xavier it falls 100 times."""
    found = {}
    for name in ("he", "xavier"):
        rng = np.random.default_rng(seed)
        x = rng.normal(size=(500, 100))
        for layer in range(20):
            x = np.maximum(0, x @ ps9[name](100, 100, rng))
            if layer == 0:
                first = x.std()
        found[name] = x.std() / first
    assert 0.2 < found["he"] < 5
    assert found["xavier"] < 0.01


@pytest.mark.parametrize("seed", range(3))
def test_the_best_of_many_guessers_looks_good_where_it_was_chosen(seed):
    """Of 1,000 candidates that guess, the best has at least 60 of 100 right on the set that chose it, and half on fresh data."""
    rng = np.random.default_rng(seed)
    assert rng.binomial(100, 0.5, 1000).max() >= 60
    assert abs(rng.binomial(100_000, 0.5) / 100_000 - 0.5) < 0.01
