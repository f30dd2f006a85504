"""`RMSProp`: its formula, its memory, and whose arrays it changes."""

import numpy as np
import pytest
from optimiser_probes import Bench

from grader.testing import points

RATE, DECAY, EPSILON = 0.35, 0.6, 0.2  # an epsilon so large that its place shows


@pytest.fixture(scope="module")
def bench(student, rng, advise):
    made = lambda: student.RMSProp(learning_rate=RATE, decay=DECAY, epsilon=EPSILON)
    return Bench(student, rng, made, "RMSProp", advise)


def wanted(p, grads):
    h, found = 0.0, []
    for g in grads:
        h = DECAY * h + (1 - DECAY) * g**2
        p = p - RATE * g / (np.sqrt(h) + EPSILON)
        found.append(p)
    return found


@points(1)
def test_first(bench):
    """The first step is −learning_rate · g / (√h + ε), with h = (1 − decay) · g²."""
    bench.check_formula(wanted, first=True)


@points(1)
def test_later(bench):
    """Later steps divide by the root of the running mean of g²."""
    bench.check_formula(wanted, first=False)


@points(1)
def test_zeros(student, bench):
    """Where the gradient has always been 0, nothing moves and nothing becomes NaN."""
    bench.check_zeros(lambda: student.RMSProp(learning_rate=RATE))


@points(1)
def test_in_place(bench):
    """update changes the arrays of params themselves."""
    bench.check_in_place()


@points(1)
def test_keys(bench):
    """Each key has an h of its own, in whatever order the keys come."""
    bench.check_keys()


@points(1)
def test_apart(bench):
    """Two optimisers share nothing, and the caller may fill its gradient arrays anew."""
    bench.check_apart()


@points(1)
def test_defaults(student, bench):
    """Without hyperparameters: learning_rate 0.01, decay 0.99, epsilon 1e-8; by position in this order, and a 0 is a 0."""
    bench.check_defaults(lambda: student.RMSProp(), lambda: student.RMSProp(0.01, 0.99, 1e-8))
    still, forgetful = (lambda: student.RMSProp(0.0, DECAY, EPSILON)), (lambda: student.RMSProp(RATE, 0.0, EPSILON))
    bench.check_noughts(still, forgetful, wanted)
