"""What a wrong value is where one operation doesn't give it: chains, and how it hangs together with what it must be."""

import numpy as np
import pytest

from grader.exam.whys import chains

SIZES = ((4, 3), (3, 5), (5, 4), (6, 2), (2, 4))


def batches(mine, right, seed=0):
    """Calls of a function of y (N, C) and one-hot t, labels or another table."""
    rng = np.random.default_rng(seed)
    calls = []
    for n, c in SIZES:
        y, t = rng.uniform(0.1, 1.0, (n, c)), np.eye(c)[rng.integers(c, size=n)]
        y /= y.sum(axis=1, keepdims=True)
        dout = rng.normal(size=(n, c))
        calls.append((mine(y, t, dout), right(y, t, dout), {"y": y, "t": t, "dout": dout, "scale": float(rng.normal())}))
    return calls


def loss(y, t, _dout):
    return -np.log((y * t).sum(axis=1)).mean()


NUMBERS = {
    "it*root_rows": lambda y, t, d: loss(y, t, d) * np.sqrt(len(y)),
    "it*number": lambda y, t, d: loss(y, t, d) / np.log(10),
    "-mean(sum_of_rows(times_log(y)))": lambda y, t, d: -(y * np.log(y)).sum(axis=1).mean(),
    "-smallest(log(weighted(y)))": lambda y, t, d: -np.log((y * t).sum(axis=1)).min(),
    "-log(mean(weighted(y)))": lambda y, t, d: -np.log((y * t).sum(axis=1).mean()),
    "mean(complement(weighted(y)))": lambda y, t, d: 1 - (y * t).sum(axis=1).mean(),
    "mean(square(log(weighted(y))))": lambda y, t, d: (np.log((y * t).sum(axis=1)) ** 2).mean(),
}


@pytest.mark.parametrize("key", NUMBERS)
@pytest.mark.parametrize("constant", (0.0, pytest.param(1e-7, marks=pytest.mark.slow)))
def test_a_loss_is_said_as_a_chain(key, constant):
    """Also where a small constant of the student's own is in its logarithm."""
    calls = batches(lambda y, t, d: NUMBERS[key](y + constant, t, d), loss)
    sentence, found = chains.described("what `f` returns", "f", calls, chains.LOOSE)
    assert found == f"f={key}" and sentence.startswith("What `f` returns is ")


ARRAYS = {
    "rolled": lambda y, t, d: np.roll(y - t, 1, axis=0),
    "rows_moved": lambda y, t, d: (y - t)[np.argsort(np.sin(7 * np.arange(len(y)) + 1))],
    "it+number*dout": lambda y, t, d: y - t + 0.1 * d,
    "it+multiple*dout": lambda y, t, d: y - t + (len(y) - 0.5) * d,
    "it*rows": lambda y, t, d: (y - t) * np.cos(np.arange(len(y)) + 1)[:, None],
    "number*dout": lambda y, t, d: 0.25 * d,
    "it+row": lambda y, t, d: y - t + np.sin(np.arange(y.shape[1])),
    "it*number_of_call": lambda y, t, d: (y - t) * np.sin(len(y)),
    "softmax(y)-t": lambda y, t, d: (chains._softmax(y) - t) / len(y),
}


@pytest.mark.parametrize("key", ARRAYS)
def test_an_array_is_said_by_how_it_hangs_together_with_the_right_one(key):
    assert chains.described("`dx`", "dx", batches(ARRAYS[key], lambda y, t, d: y - t), chains.CLOSE)[1] == f"dx={key}"


@pytest.mark.parametrize("more", (0, 1))
def test_a_number_of_each_call_is_chosen_only_where_there_is_enough_beside_it(more):
    """One entry a call is any multiple of anything."""
    rng = np.random.default_rng(3)
    calls = []
    for _n in range(4):
        x, y = rng.normal(size=(2, 2 if more else 1))
        calls.append(((x - y) * rng.normal(), rng.normal(size=x.shape), {"x": x, "y": y}))
    described = chains.described("it", "it", calls, chains.CLOSE)
    assert described[1] == "it=(x)-y" if more else described is None


@pytest.mark.slow
@pytest.mark.parametrize("close", (chains.CLOSE, chains.LOOSE))
def test_nothing_is_made_up_of_what_nothing_gives(close):
    """Random numbers, and the right ones, are no chain of anything."""
    for seed in range(4):
        rng = np.random.default_rng(1_000 + seed)
        assert chains.described("it", "it", batches(lambda y, t, d: float(rng.normal()), loss, seed), close) is None
        noise = batches(lambda y, t, d: rng.normal(size=y.shape), lambda y, t, d: y - t, seed)
        assert chains.described("it", "it", noise, close) is None
        rows = batches(lambda y, t, d: rng.normal(size=y.shape[1]), lambda y, t, d: d.sum(axis=0), seed)
        assert chains.described("it", "it", rows, close) is None
