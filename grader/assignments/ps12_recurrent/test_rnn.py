"""`RNN`: the steps of a sequence, one after the other, and what comes back through time.

It is tried with a right RNNStep in the place of the submission's, and where that fails, with its own; the better counts. All its
gradients are made of the dz of each step, so these are judged once: see `steps`.
"""

import contextlib
from dataclasses import dataclass, replace

import numpy as np
import pytest

from grader.testing import (
    BETWEEN,
    Failed,
    NotPassed,
    _,
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

SIZES = ((3, 4, 5, 2), (7, 3, 8, 8), (4, 1, 3, 2), (1, 11, 2, 2), (3, 3, 3, 3))  # N, T, D, H
REACH = (1, 1e3, 1, 1, 1e-9)  # how large dhs is
GRADIENTS = ("dxs", "dWx", "dWh", "db", "dh0")
HINTS = {
    "dxs": _("Each step has an input of its own: its dx stands at its own place of time."),
    "dWx": _("The same Wx was used at every step. What was shared forward is added up backward."),
    "dWh": _("The same Wh was used at every step. What was shared forward is added up backward."),
    "db": _("The same b was used at every step and for every sample. What was shared forward is added up backward."),
    "dh0": _("What the first step hands back goes to h0."),
}
TIME = _("A state influences the loss in two ways: through what was made of it outside, and through the next state.")

# The step that was judged before, in place of the submission's. It keeps copies.
STEP = """
import numpy as np


class RNNStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.dWx = self.dWh = self.db = None

    def forward(self, x, h_prev):
        self.x, self.h_prev = np.array(x), np.array(h_prev)
        self.h = np.tanh(self.x @ self.Wx + self.h_prev @ self.Wh + self.b)
        return self.h.copy()

    def backward(self, dh):
        dz = dh * (1 - self.h**2)
        self.dWx, self.dWh, self.db = self.x.T @ dz, self.h_prev.T @ dz, dz.sum(axis=0)
        return dz @ self.Wx.T, dz @ self.Wh.T
"""


@dataclass(frozen=True)
class Pass:
    """A sequence there and back: what went in, and what came."""

    xs: np.ndarray
    h0: np.ndarray | None
    dhs: np.ndarray
    Wx: np.ndarray
    Wh: np.ndarray
    b: np.ndarray
    came: dict

    def states(self):
        h, hs = self.first(), []
        for t in range(self.xs.shape[1]):
            h = np.tanh(self.xs[:, t] @ self.Wx + h @ self.Wh + self.b)
            hs.append(h)
        return np.stack(hs, axis=1)

    def first(self):
        return np.zeros_like(self.dhs[:, 0]) if self.h0 is None else self.h0

    def dz(self, hs):
        dz, back = np.zeros_like(hs), 0.0
        for t in reversed(range(hs.shape[1])):
            dz[:, t] = (self.dhs[:, t] + back) * (1 - hs[:, t] ** 2)
            back = dz[:, t] @ self.Wh.T
        return dz

    def made_of(self, dz, hs, first=None):
        first = self.first() if first is None else first
        before = np.concatenate((first[:, None], hs[:, :-1]), axis=1)
        return {
            "dxs": dz @ self.Wx.T,
            "dWx": np.einsum("ntd,nth->dh", self.xs, dz),
            "dWh": np.einsum("ntg,nth->gh", before, dz),
            "db": dz.sum(axis=(0, 1)),
            "dh0": dz[:, 0] @ self.Wh.T,
        }

    def histories(self):
        """(states, what they began with): the right ones; and those that came, which may have begun with zeros."""
        right, own = self.states(), self.came["hs"]
        yield right, self.first()
        if is_array_like(own, right) and np.ptp(own) > 0 and not is_value(own, right):
            yield np.asarray(own, dtype=float), self.first()
            yield np.asarray(own, dtype=float), np.zeros_like(self.first())

    def right(self):
        """What the gradients are, for the right states, and for those that came."""
        return [self.made_of(self.dz(hs), hs, first) for hs, first in self.histories()]

    def own(self):
        """What the gradients are for the wrong dz that dxs is made of, where at least three of them are made of it."""
        if not is_array_like(self.came["dxs"], self.xs) or self.shows("dxs", self.right()):
            return []
        flat = np.asarray(self.came["dxs"], dtype=float).reshape(-1, self.xs.shape[2])
        dz = np.linalg.lstsq(self.Wx, flat.T, rcond=None)[0].T.reshape(self.dhs.shape)
        every = [self.made_of(dz, hs, first) for hs, first in self.histories()] if dz.any() else []
        return [made for made in every if sum(is_value(self.came[name], made[name]) for name in GRADIENTS) >= 3]

    def alternatives(self):
        return [*self.right(), *self.own()]

    def shows(self, name, every):
        return any(is_value(self.came[name], made[name]) for made in every)

    def check(self, name):
        if not self.shows(name, self.alternatives()):
            known = {_("the number of steps"): self.xs.shape[1], _("the number of samples"): len(self.xs)}
            check_value(name, self.came[name], self.right()[0][name], HINTS[name], known)
            raise Failed(_("{name} goes with nothing that the others are made of.").format(name=name), HINTS[name])


class Probe:
    def __init__(self, student, rng, d, h):
        self.student = student
        self.Wx, self.Wh, self.b = 0.6 * signed(rng, d, h), 0.6 * signed(rng, h, h), signed(rng, h)

    def make(self):
        return attempt(lambda: self.student.RNN(self.Wx, self.Wh, self.b))

    def go(self, layer, xs, h0, dhs, advise=nobody):
        inputs = [xs] if h0 is None else [xs, h0]
        came = there(self.student, layer, inputs, ["hs"], advise) | self.back(layer, dhs, advise)
        return Pass(xs, h0, dhs, self.Wx, self.Wh, self.b, came)

    def back(self, layer, dhs, advise=nobody):
        return back(self.student, layer, [dhs], ["dxs"], GRADIENTS[1:], advise)


def drawn(rng, n, t, d, h):
    return signed(rng, n, t, d), 0.7 * signed(rng, n, h), signed(rng, n, t, h)


def right_step(student):
    """A right RNNStep in place of the submission's."""
    return student.replacing(STEP, "RNNStep")


def with_either(student, check):
    """check() passes with a right RNNStep, or with the submission's own. It is given what puts the right one in place, or nothing."""
    try:
        with right_step(student):
            check(right_step)
    except NotPassed as first:
        try:
            student.together(check)
        except NotPassed:
            raise first from None


class Rounds:
    """The passes of a new RNN for each of the SIZES, with h0 and without: with a right step, and the submission's own if asked."""

    def __init__(self, student, rng, advise):
        self.student, self.advise = student, advise
        self.drawn = []
        for (n, t, d, h), size in zip(SIZES, REACH, strict=True):
            probe, (xs, h0, dhs) = Probe(student, rng, d, h), drawn(rng, n, t, d, h)
            self.drawn.append((probe, (xs, h0, size * dhs)))
        with right_step(student):
            self.brought = self.run()
        self._own = None

    def run(self):
        return [
            probe.go(probe.make(), xs, h0 if n % 2 else None, dhs, self.advise)
            for n, (probe, (xs, h0, dhs)) in enumerate(self.drawn)
        ]

    def check(self, check):
        """check(passes) passes for either."""
        try:
            check(self.brought)
        except NotPassed as first:
            self._own = self._own or self.student.together(self.run)
            try:
                check(self._own)
            except NotPassed:
                raise first from None


@pytest.fixture(scope="module")
def rounds(student, rng, advise):
    return Rounds(student, rng, advise)


@points(2)
def test_forward(rounds):
    """forward gives all hidden states, from zeros or from h0."""

    def check(passes):
        for p in passes:
            case = _(" without h0") if p.h0 is None else _(" with h0")
            check_value(
                "hs" + case,
                p.came["hs"],
                p.states(),
                _("Each step gets the state of the step before it; the first gets h0, or zeros."),
            )

    rounds.check(check)


@points(2)
def test_through_time(rounds):
    """What comes back from step t + 1 is added to what reaches step t from outside."""

    def check(passes):
        for p in passes:
            if p.xs.shape[1] > 1 and not any(p.shows(name, p.right()) for name in GRADIENTS):
                raise_first(p.came, GRADIENTS, _("None of the gradients is made of what reaches each state in all."), TIME)

    rounds.check(check)


def check_each(rounds, name):
    def check(passes):
        for p in passes:
            p.check(name)

    rounds.check(check)


@points(1)
def test_dxs(rounds):
    """dxs holds each step's dx at its own time."""
    check_each(rounds, "dxs")


@points(1)
def test_dWx(rounds):
    """dWx is summed over time."""
    check_each(rounds, "dWx")


@points(1)
def test_dWh(rounds):
    """dWh is summed over time."""
    check_each(rounds, "dWh")


@points(1)
def test_db(rounds):
    """db is summed over time and samples, of shape (H,)."""
    check_each(rounds, "db")


@points(1)
def test_dh0(rounds):
    """dh0 is what comes back from the first step, with h0 and without."""
    check_each(rounds, "dh0")


@points(1)
def test_again(student, rng):
    """No state is kept between calls, N and T may change, and a second backward gives the same."""
    probe = Probe(student, rng, 3, 2)
    first, longer, as_many, single = (drawn(rng, n, t, 3, 2) for n, t in ((2, 3), (4, 5), (4, 2), (2, 1)))

    def check(step=contextlib.nullcontext):
        layer, other = probe.make(), Probe(student, np.random.default_rng(5), 3, 2).make()
        probe.go(layer, *first)
        for (xs, _h0, dhs), case in (
            (longer, _(" in a second call, without h0")),
            (as_many, _(" in a third call, with as many samples")),
            (single, _(" in a fourth call, with one step")),
        ):
            passed = probe.go(layer, xs, None, dhs)
            check_later(probe, step, passed, passed.came, case)
        there(student, other, [-2 * xs], ["hs"])
        check_later(probe, step, passed, probe.back(layer, dhs), BETWEEN)

    with_either(student, check)


def check_later(probe, step, passed, came, case):
    def fresh():
        with step(probe.student):
            return probe.go(probe.make(), passed.xs, None, passed.dhs).came

    def is_sound(own):
        new = replace(passed, came=own)
        return is_value(own["hs"], want["hs"]) or any(new.shows(name, new.alternatives()) for name in GRADIENTS)

    want = {"hs": passed.states()} | passed.right()[0]
    check_again(came, want, lambda: probe.student.together(fresh), is_sound, case)
