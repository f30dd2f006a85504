"""`sigmoid_forward_backward`, with the submission's own nodes, or with right ones in their place."""

import numpy as np
import pytest
from scalars import NODES, EitherWay, assert_numbers, pair

from grader.testing import _, points, signed

NAMES = ("Add", "Multiply", "Exp", "Reciprocal")


@pytest.fixture(scope="module")
def calls(rng):
    """The arguments of every call: small x and 0, x far out, a dout of 0 or far out, and none."""
    xs, douts = signed(rng, 4, low=0.5, high=4.0).tolist(), signed(rng, 4).tolist()
    return [*zip(xs, douts, strict=True), (0.0, douts[0]), (9.0, 1.3), (-9.0, 1300.0), (xs[0], 0.0), *((x,) for x in xs[:2])]


@pytest.fixture(scope="module")
def results(student, calls):
    """(y, dx) of every call."""

    def ask():
        got = [student.sigmoid_forward_backward(*call) for call in calls]
        return [pair(_("sigmoid_forward_backward"), both, "return y, dx") for both in got]

    return EitherWay(student, NODES, NAMES, ask)


def right(x, dout=1.0):
    y = 1 / (1 + np.exp(-x))
    return y, dout * y * (1 - y)


@points(1)
def test_y(results, calls):
    """y is the sigmoid of x."""
    hint, want = _("1 / (1 + e⁻ˣ): which four nodes, in which order?"), [right(*call)[0] for call in calls]
    results.judge(lambda got: assert_numbers("y", [y for y, _dx in got], want, hint))


@points(1)
def test_dx(results, calls):
    """dx is dout · y(1 − y)."""
    hint = _("Start with dout, and go back through the nodes from the last to the first. At which of them does the sign turn?")
    want = [right(*call)[1] for call in calls]
    results.judge(lambda got: assert_numbers("dx", [dx for _y, dx in got], want, hint))
