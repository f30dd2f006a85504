"""`RNNStep`: the way there, the slope of tanh, and the five gradients that are made of dz."""

from dataclasses import dataclass

import numpy as np
import pytest
from steps import GRADIENTS, Step

from grader.testing import (
    BETWEEN,
    _,
    assert_gradient,
    attempt,
    back,
    check_again,
    check_value,
    is_array_like,
    is_value,
    nobody,
    points,
    raise_first,
    signed,
    there,
)

SIZES = ((3, 4, 2), (7, 9, 8), (1, 2, 3), (3, 3, 3))  # N, D, H
REACH = (1, 1e3, 1e-9, 1)  # how large dh is
KEPT = ("dWx", "dWh", "db")
SLOPE = _("dz is what reaches h, times the slope of tanh. Which slope is it, in terms of h?")


class Probe:
    """Parameters of a step, and the steps that are made of them."""

    def __init__(self, student, rng, d, h):
        self.student = student
        self.Wx, self.Wh, self.b = 0.6 * signed(rng, d, h), 0.6 * signed(rng, h, h), signed(rng, h)

    def make(self):
        return attempt(lambda: self.student.RNNStep(self.Wx, self.Wh, self.b))

    def go(self, layer, x, h_prev, dh, advise=nobody):
        return there(self.student, layer, [x, h_prev], ["h"], advise) | self.back(layer, dh, advise)

    def back(self, layer, dh, advise=nobody):
        return back(self.student, layer, [dh], ["dx", "dh_prev"], KEPT, advise)

    def sums(self, x, h_prev):
        return x @ self.Wx + h_prev @ self.Wh + self.b

    def h(self, x, h_prev):
        return np.tanh(self.sums(x, h_prev))

    def drawn_on_both_sides(self, rng, n, d, h):
        """`drawn`, with which each state's sum is above 0 for one sample and below for another: no slope is 0 for all of them."""
        while True:
            x, h_prev, dh = drawn(rng, n, d, h)
            sums = self.sums(x, h_prev)
            if (sums.min(axis=0) < 0).all() and (sums.max(axis=0) > 0).all():
                return x, h_prev, dh

    def step(self, came, x, h_prev, dh):
        right = [dh * (1 - h**2) for h in (self.h(x, h_prev), came["h"]) if is_array_like(h, dh)]
        return Step(x, h_prev, self.Wx, self.Wh, came, [dz for dz in right if dz.any()])


def drawn(rng, n, d, h):
    return signed(rng, n, d), 0.7 * signed(rng, n, h), signed(rng, n, h)


@pytest.fixture(scope="module")
def rounds(student, rng, advise):
    """[(Step, the right h)] of one step there and back for each of the SIZES."""
    made = []
    for (n, d, h), size in zip(SIZES, REACH, strict=True):
        probe, (x, h_prev, dh) = Probe(student, rng, d, h), drawn(rng, n, d, h)
        dh *= size
        made.append((probe.step(probe.go(probe.make(), x, h_prev, dh, advise), x, h_prev, dh), probe.h(x, h_prev)))
    return made


@points(1)
def test_forward(rounds):
    """forward gives tanh(x · Wx + h_prev · Wh + b)."""
    for step, h in rounds:
        check_value("h", step.came["h"], h, _("Two weighted sums and a bias, and then the tanh of it."))


@points(1)
def test_dz(rounds):
    """dz is dh ⊙ (1 − h²)."""
    for step, _h in rounds:
        if not step.shows_dz():
            own = step.own_dz()
            if own is not None:
                assert_gradient(_("dz, which the gradients are made of,"), own, step.right[0], SLOPE)
            raise_first(step.came, GRADIENTS, _("None of the gradients is made of the right dz."), SLOPE)


def check_each(rounds, name):
    for step, _h in rounds:
        step.check(name)


@points(1)
def test_dx(rounds):
    """dx is dz · Wxᵀ."""
    check_each(rounds, "dx")


@points(1)
def test_dh_prev(rounds):
    """dh_prev is dz · Whᵀ."""
    check_each(rounds, "dh_prev")


@points(1)
def test_dWx(rounds):
    """dWx is xᵀ · dz."""
    check_each(rounds, "dWx")


@points(1)
def test_dWh(rounds):
    """dWh is h_prevᵀ · dz."""
    check_each(rounds, "dWh")


@points(1)
def test_db(rounds):
    """db is the sum of dz over the samples, of shape (H,)."""
    check_each(rounds, "db")


@points(1)
def test_again(student, rng):
    """A second round counts from anew, and a second backward gives the same."""
    probe, other = Probe(student, rng, 3, 2), Probe(student, rng, 3, 2).make()
    layer = probe.make()
    probe.go(layer, *drawn(rng, 4, 3, 2))
    for case in (_(" in a second round"), _(" in a third round")):
        x, h_prev, dh = probe.drawn_on_both_sides(rng, 2, 3, 2)
        h = probe.h(x, h_prev)
        want = {"h": h} | Step(x, h_prev, probe.Wx, probe.Wh, {}, []).made_of(dh * (1 - h**2))
        again = Again(probe, want, (x, h_prev, dh))
        check_again(probe.go(layer, x, h_prev, dh), want, again.fresh, again.is_sound, case)
    there(student, other, [2 * x, -h_prev], ["h"])
    check_again(probe.back(layer, dh), want, again.fresh, again.is_sound, BETWEEN)


@dataclass(frozen=True)
class Again:
    """What a new step gives for the same, and whether there is anything right in it."""

    probe: Probe
    want: dict
    arrays: tuple

    def fresh(self):
        return self.probe.student.together(lambda: self.probe.go(self.probe.make(), *self.arrays))

    def is_sound(self, own):
        return (is_array_like(own["h"], self.want["h"]) and is_value(own["h"], self.want["h"])) or self.probe.step(
            own, *self.arrays
        ).is_sound()
