"""`sigmoid_forward_backward`, with right nodes in place of the submission's, or with its own: one right proof is enough."""

import contextlib

import numpy as np
import pytest
from scalars import PIECES, TOOLS, Tools, assert_numbers, in_place

from grader.testing import Failed, NotPassed, NotRun, _, points, signed

NAMED = "sigmoid_forward_backward = each"  # the name under which a student reads of an error
NODES = ("Add", "Multiply", "Exp", "Reciprocal")


def drawn(rng):
    """Inputs x, and gradients dout."""
    return signed(rng, 4, low=0.5, high=4.0).tolist(), signed(rng, 4).tolist()


def calls(xs, douts):
    """The arguments of every call: with a dout, and without one."""
    return [*zip(xs, douts, strict=True), *((x,) for x in xs)]


class Tries:
    """The function's results, with the nodes brought along (own=False) or the submission's own (own=True)."""

    def __init__(self, student, xs, douts):
        self.student, self.xs, self.douts, self.made = student, xs, douts, {}

    def results(self, own):
        if own not in self.made:
            try:
                self.made[own] = self._run(own)
            except NotPassed as error:
                self.made[own] = error
        if isinstance(self.made[own], NotPassed):
            raise self.made[own]
        return self.made[own]

    def _run(self, own):
        student, tools = self.student, Tools(self.student, PIECES + TOOLS + NAMED)
        with contextlib.nullcontext() if own else in_place(student, tools, NODES):
            return tools.sigmoid_forward_backward(student.sigmoid_forward_backward, calls(self.xs, self.douts))

    def judge(self, check):
        errors = []
        for own in (False, True):
            try:
                return check(self.results(own))
            except NotPassed as error:
                errors.append(error)
        raise errors[0]


@pytest.fixture(scope="module")
def tries(student, rng):
    return Tries(student, *drawn(rng))


def column(results, place):
    """The y (place 0) or the dx (place 1) of every trial."""
    for got in results:
        if got is ...:
            raise NotRun(_("not run: sigmoid_forward_backward is still to be written (`...`)."))
        is_pair = isinstance(got, (tuple, list)) or (type(got) is np.ndarray and got.ndim == 1)
        if not is_pair or len(got) != 2:
            raise Failed(_("sigmoid_forward_backward must return two numbers, y and dx."), _("return y, dx"))
    return [got[place] for got in results]


@points(1)
def test_y(tries):
    """y is the sigmoid of x."""
    want = 2 * [1 / (1 + np.exp(-x)) for x in tries.xs]
    tries.judge(
        lambda results: assert_numbers("y", column(results, 0), want, _("1 / (1 + e⁻ˣ): which four nodes, in which order?"))
    )


@points(1)
def test_dx(tries):
    """dx is dout · y(1 − y)."""
    slopes = [np.exp(-x) / (1 + np.exp(-x)) ** 2 for x in tries.xs]
    want = [slope * dout for slope, dout in zip(slopes, tries.douts, strict=True)] + slopes
    hint = _("Start with dout, and go back through the nodes from the last to the first. At which of them does the sign turn?")
    tries.judge(lambda results: assert_numbers("dx", column(results, 1), want, hint))
