"""`Adam`: its formula in both common forms, its memory, and whose arrays it changes."""

import numpy as np
import pytest
from optimiser_probes import Bench

from grader.testing import _, points

RATE, BETA1, BETA2, EPSILON = 0.35, 0.6, 0.85, 0.2  # an epsilon so large that its place shows


@pytest.fixture(scope="module")
def bench(student, rng, advise):
    made = lambda: student.Adam(learning_rate=RATE, beta1=BETA1, beta2=BETA2, epsilon=EPSILON)
    return Bench(student, rng, made, "Adam", advise)


def formula(short):
    def wanted(p, grads):
        m, v, found = 0.0, 0.0, []
        for t, g in enumerate(grads, start=1):
            m, v = BETA1 * m + (1 - BETA1) * g, BETA2 * v + (1 - BETA2) * g**2
            first, second = 1 - BETA1**t, 1 - BETA2**t
            if short:
                p = p - RATE * np.sqrt(second) / first * m / (np.sqrt(v) + EPSILON)
            else:
                p = p - RATE * (m / first) / (np.sqrt(v / second) + EPSILON)
            found.append(p)
        return found

    return wanted


def check(bench, advise, first):
    if bench.check_formula(formula(short=False), first=first, others=(formula(short=True),)):
        advise(
            _(
                "`Adam` has epsilon beside the uncorrected root of v: the short form. Early steps come out smaller than the paper's."
            )
        )


@points(1)
def test_first(bench, advise):
    """The first step: t is 1, and both corrections undo the start at zero."""
    check(bench, advise, first=True)


@points(1)
def test_later(bench, advise):
    """Later steps: the averages go on, and t counts the updates."""
    check(bench, advise, first=False)


@points(1)
def test_zeros(student, bench):
    """Where the gradient has always been 0, nothing moves and nothing becomes NaN."""
    bench.check_zeros(lambda: student.Adam(learning_rate=RATE))


@points(1)
def test_in_place(bench):
    """update changes the arrays of params themselves."""
    bench.check_in_place()


@points(1)
def test_keys(bench):
    """Each key has an m and a v of its own, in whatever order the keys come."""
    bench.check_keys()


@points(1)
def test_apart(bench):
    """Two optimisers share nothing, and the caller may fill its gradient arrays anew."""
    bench.check_apart()


@points(1)
def test_defaults(student, bench):
    """Without hyperparameters: learning_rate 0.001, beta1 0.9, beta2 0.999, epsilon 1e-8; by position in this order, and a 0 is a 0."""
    bench.check_defaults(lambda: student.Adam(), lambda: student.Adam(0.001, 0.9, 0.999, 1e-8))
    still, forgetful = (lambda: student.Adam(0.0, BETA1, BETA2, EPSILON)), (lambda: student.Adam(RATE, 0.0, 0.0, EPSILON))
    bench.check_noughts(still, forgetful, formula(short=False), formula(short=True))
