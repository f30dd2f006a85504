"""`LayerNorm`: each place by itself, over the last axis; gamma and beta are shared by all places."""

from dataclasses import replace

import pytest
from norms import LONG, Case, check_as_plain, check_repeated, draw, go_round

from grader.testing import _, points, signed

SIZES = ((5, 3, 1e-5), (4, 4, 1e-5), (3, LONG, 0.3), (1, 4, 1e-5))  # N, D, epsilon
TENSORS = ((2, 3, 4), (4, 2, 3), (3, 3, 3))


@pytest.fixture(scope="module")
def rounds(student, rng, advise):
    """One forward and backward with a new layer for each of the SIZES."""
    made = []
    for n, d, epsilon in SIZES:
        case = draw(rng, (n, d), -1, epsilon=epsilon)
        layer = student.LayerNorm(case.gamma, case.beta, **case.settings)
        made.append(go_round(student, layer, case, advise=advise))
    return made


def check_each(rounds, name):
    for r in rounds:
        r.check(name, _(" for x of shape {shape}").format(shape=r.case.x.shape))


@points(1)
def test_forward(rounds):
    """forward normalises each row by itself, then scales and shifts its columns."""
    check_each(rounds, "out")


@points(1)
def test_dgamma(rounds):
    """dgamma is the sum of dout ⊙ x̂ over the rows, of shape (D,)."""
    check_each(rounds, "dgamma")


@points(1)
def test_dbeta(rounds):
    """dbeta is the sum of dout over the rows, of shape (D,)."""
    check_each(rounds, "dbeta")


@points(1)
def test_dx(rounds):
    """dx has all three paths, along the row."""
    check_each(rounds, "dx")


@points(1)
def test_three_axes(student, rng):
    """For x (N, T, D) each place (n, t) is a row of its own, and dgamma and dbeta are sums over both."""
    for shape in TENSORS:
        case, d = draw(rng, shape, -1), shape[-1]
        make = lambda case=case: student.LayerNorm(case.gamma, case.beta)
        flat = replace(case, x=case.x.reshape(-1, d), dout=case.dout.reshape(-1, d))
        where = _(" for x of shape {shape}").format(shape=shape)
        check_as_plain(student, make, go_round(student, make(), case), flat, where)


@points(1)
def test_repeated(student, rng):
    """A second round counts from anew, and two layers don't get into each other's way."""
    first = draw(rng, (4, 3), -1)
    later = [Case(first.gamma, first.beta, signed(rng, n, 3), signed(rng, n, 3), -1) for n in (4, 3)]
    check_repeated(student, lambda: student.LayerNorm(first.gamma, first.beta), rng, [first, *later])
