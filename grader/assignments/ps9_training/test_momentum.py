"""`Momentum`: its formula, its memory, and whose arrays it changes."""

import pytest
from optimiser_probes import Bench

from grader.testing import points

RATE, MOMENTUM = 0.35, 0.6


@pytest.fixture(scope="module")
def bench(student, rng, advise):
    return Bench(student, rng, lambda: student.Momentum(learning_rate=RATE, momentum=MOMENTUM), "Momentum", advise)


def wanted(p, grads):
    v, found = 0.0, []
    for g in grads:
        v = MOMENTUM * v - RATE * g
        p = p + v
        found.append(p)
    return found


@points(1)
def test_first(bench):
    """The first step is −learning_rate · g: v begins at zero."""
    bench.check_formula(wanted, first=True)


@points(1)
def test_later(bench):
    """Later steps add momentum · v, what is left of the steps before."""
    bench.check_formula(wanted, first=False)


@points(1)
def test_in_place(bench):
    """update changes the arrays of params themselves."""
    bench.check_in_place()


@points(1)
def test_keys(bench):
    """Each key has a v of its own, in whatever order the keys come."""
    bench.check_keys()


@points(1)
def test_apart(bench):
    """Two optimisers share nothing, and the caller may fill its gradient arrays anew."""
    bench.check_apart()


@points(1)
def test_defaults(student, bench):
    """Without hyperparameters: learning_rate 0.01, momentum 0.9; by position in this order, and a 0 is a 0."""
    bench.check_defaults(lambda: student.Momentum(), lambda: student.Momentum(0.01, 0.9))
    still, forgetful = (lambda: student.Momentum(0.0, MOMENTUM)), (lambda: student.Momentum(RATE, 0.0))
    bench.check_noughts(still, forgetful, wanted)
