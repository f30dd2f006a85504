"""`LSTMStep`: the four gates there, and on the way back the cell, each gate by itself, and what is made of them.

What reaches the cell in all is judged once, and what reaches the four sums before their curves once: where a submission's is wrong,
the rest is judged by whether it is made of that.
"""

import itertools
from dataclasses import dataclass, replace

import numpy as np
import pytest
from steps import GRADIENTS, Step

from grader.testing import (
    BETWEEN,
    Failed,
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

SIZES = ((7, 11, 2), (2, 4, 7), (1, 5, 4), (4, 4, 4))  # N, D, H
REACH = (1, 1e3, 1e-9, 1)  # how large dh and dc are
KEPT = ("dWx", "dWh", "db")
BLOCKS = ("forget", "candidate", "input", "output")
ORDER = _("The four blocks of H columns are forget, candidate, input, output, in this order.")
CELL = _("c reaches the loss in two ways: through the next step, and through h. What comes along the second?")


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


@dataclass(frozen=True)
class Forward:
    """The way there, its four blocks in any order: places[n] is where the n-th of BLOCKS stands."""

    f: np.ndarray
    g: np.ndarray
    i: np.ndarray
    o: np.ndarray
    c_prev: np.ndarray
    c: np.ndarray
    h: np.ndarray
    places: tuple

    @classmethod
    def of(cls, probe, x, h_prev, c_prev, places=(0, 1, 2, 3), bias=1):
        blocks = np.split(x @ probe.Wx + h_prev @ probe.Wh + bias * probe.b, 4, axis=1)
        zf, zg, zi, zo = (blocks[place] for place in places)
        f, g, i, o = sigmoid(zf), np.tanh(zg), sigmoid(zi), sigmoid(zo)
        c = f * c_prev + i * g
        return cls(f, g, i, o, c_prev, c, o * np.tanh(c), places)

    def dc_all(self, dh, dc):
        return dc + dh * self.o * (1 - np.tanh(self.c) ** 2)

    def levers(self):
        """What the sums of the first three blocks are multiplied by, of what reaches the cell."""
        return self.c_prev * self.f * (1 - self.f), self.i * (1 - self.g**2), self.g * self.i * (1 - self.i)

    def blocks(self, dh, dc_all):
        """What reaches the four sums, by the names of BLOCKS."""
        ends = [dc_all * lever for lever in self.levers()]
        return dict(zip(BLOCKS, [*ends, dh * np.tanh(self.c) * self.o * (1 - self.o)], strict=True))

    def dz(self, blocks):
        return np.hstack([blocks[BLOCKS[self.places.index(place)]] for place in range(4)])

    def cut(self, dz):
        pieces = np.split(dz, 4, axis=1)
        return {name: pieces[place] for name, place in zip(BLOCKS, self.places, strict=True)}


@dataclass(frozen=True)
class Pass:
    """One step there and back: the Step, what it was asked with, and the forward that it is judged by."""

    step: Step
    dh: np.ndarray
    dc: np.ndarray
    right: Forward
    own: Forward  # the right one, or one that the submission's results are of: in another order, or with another cell

    def own_dz(self):
        """What reaches the four sums, as most of the gradients have it."""
        found = self.step.own_dz()
        return self.own.dz(self.own.blocks(self.dh, self.own.dc_all(self.dh, self.dc))) if found is None else found

    def own_dc_all(self):
        """What reaches the cell, as dc_prev and the first three blocks, or most of these, have it; None where there is none."""
        came, blocks = self.step.came["dc_prev"], self.own.cut(self.own_dz())
        shown = [blocks[name] / lever for name, lever in zip(BLOCKS, self.own.levers(), strict=False)]
        if is_array_like(came, self.dc):
            shown.append(came / self.own.f)
        for one in shown:
            if one.any() and sum(is_value(one, other) for other in shown) >= 3:
                return one
        return None

    def cells(self):
        """Every dc_all that something may be made of."""
        own = self.own_dc_all()
        return [self.own.dc_all(self.dh, self.dc), *([] if own is None else [own])]

    def shows_block(self, name, cells):
        """Whether what reaches a block's sum is right, in what most gradients are made of, or in its own columns of any."""
        wants = [self.own.blocks(self.dh, cell)[name] for cell in cells]
        got = self.own.cut(self.own_dz())[name]
        shown = self.step.shows_dz() or self.step.own_dz() is not None
        return (shown and any(is_value(got, want) for want in wants)) or any(self.shows_columns(name, want) for want in wants)

    def shows_columns(self, name, want):
        """Whether the columns of a block in dWx, dWh or db are made of `want`."""
        h = self.dh.shape[1]
        place = self.own.places[BLOCKS.index(name)]
        columns = slice(place * h, (place + 1) * h)
        made = {"dWx": self.step.x.T @ want, "dWh": self.step.h_prev.T @ want, "db": want.sum(axis=0)}
        shapes = {"dWx": self.step.Wx, "dWh": self.step.Wh, "db": self.step.Wx[0]}
        came = self.step.came
        return any(
            is_array_like(came[one], shapes[one]) and is_value(np.ascontiguousarray(came[one][..., columns]), made[one])
            for one in KEPT
        )


class Probe:
    def __init__(self, student, rng, d, h):
        self.student = student
        self.Wx, self.Wh, self.b = 0.5 * signed(rng, d, 4 * h), 0.5 * signed(rng, h, 4 * h), 0.5 * signed(rng, 4 * h)

    def make(self):
        return attempt(lambda: self.student.LSTMStep(self.Wx, self.Wh, self.b))

    def go(self, layer, x, h_prev, c_prev, dh, dc, advise=nobody):
        came = there(self.student, layer, [x, h_prev, c_prev], ["h", "c"], advise)
        return came | self.back(layer, dh, dc, advise)

    def back(self, layer, dh, dc, advise=nobody):
        return back(self.student, layer, [dh, dc], ["dx", "dh_prev", "dc_prev"], KEPT, advise)

    def judged(self, came, x, h_prev, c_prev, dh, dc):
        right = own = Forward.of(self, x, h_prev, c_prev)
        if not (is_value(came["h"], right.h) and is_value(came["c"], right.c)) and is_array_like(came["c"], right.c):
            others = [Forward.of(self, x, h_prev, c_prev, places) for places in itertools.permutations(range(4))]
            others.append(Forward.of(self, x, h_prev, c_prev, bias=0))
            fitting = [other for other in others if is_value(came["h"], other.h) and is_value(came["c"], other.c)]
            own = fitting[0] if fitting else replace(right, c=np.asarray(came["c"], dtype=float))
        forwards = [right, own][: 1 + (own is not right)]
        dzs = [f.dz(f.blocks(dh, f.dc_all(dh, dc))) for f in forwards]
        return Pass(Step(x, h_prev, self.Wx, self.Wh, came, dzs), dh, dc, right, own)


def drawn(rng, n, d, h):
    return signed(rng, n, d), 0.7 * signed(rng, n, h), signed(rng, n, h), signed(rng, n, h), signed(rng, n, h)


@pytest.fixture(scope="module")
def rounds(student, rng, advise):
    made = []
    for (n, d, h), size in zip(SIZES, REACH, strict=True):
        probe, (*into, dh, dc) = Probe(student, rng, d, h), drawn(rng, n, d, h)
        arrays = *into, size * dh, size * dc
        made.append(probe.judged(probe.go(probe.make(), *arrays, advise), *arrays))
    return made


@points(2)
def test_forward(rounds):
    """forward gives h and c, its gates in the order forget, candidate, input, output."""
    for p in rounds:
        check_value("c", p.step.came["c"], p.right.c, _("f ⊙ c_prev + i ⊙ g. {order}").format(order=ORDER))
        check_value("h", p.step.came["h"], p.right.h, _("o ⊙ tanh(c). {order}").format(order=ORDER))


@points(1)
def test_cell(rounds):
    """What reaches the cell is dc plus what comes through h."""
    for p in rounds:
        right = [p.own.dc_all(p.dh, p.dc)]
        if not is_value(p.step.came["dc_prev"], right[0] * p.own.f) and not any(
            p.shows_block(name, right) for name in BLOCKS[:3]
        ):
            raise_first(p.step.came, ["dc_prev", *GRADIENTS], _("Nothing is made of what reaches the cell in all."), CELL)


@points(1)
def test_dc_prev(rounds):
    """dc_prev is what reaches the cell, times the forget gate."""
    for p in rounds:
        if not any(is_value(p.step.came["dc_prev"], cell * p.own.f) for cell in p.cells()):
            hint = _("c_prev was multiplied by f, and by nothing else.")
            check_value("dc_prev", p.step.came["dc_prev"], p.right.dc_all(p.dh, p.dc) * p.right.f, hint)
            raise Failed(_("dc_prev goes with nothing that the gates are made of."), hint)


def check_block(rounds, name, sentence, hint):
    for p in rounds:
        if not p.shows_block(name, p.cells()):
            raise_first(p.step.came, GRADIENTS, sentence, hint)


@points(1)
def test_forget_gate(rounds):
    """The forget gate gets what reaches the cell, times c_prev and its slope."""
    check_block(
        rounds,
        "forget",
        _("What reaches the sum of the forget gate is wrong."),
        _("f multiplied c_prev. The slope of sigmoid is f(1 − f)."),
    )


@points(1)
def test_candidate(rounds):
    """The candidate gets what reaches the cell, times i and its slope."""
    check_block(
        rounds,
        "candidate",
        _("What reaches the sum of the candidate is wrong."),
        _("g was multiplied by i. It is a tanh: which slope is its?"),
    )


@points(1)
def test_input_gate(rounds):
    """The input gate gets what reaches the cell, times g and its slope."""
    check_block(
        rounds,
        "input",
        _("What reaches the sum of the input gate is wrong."),
        _("i multiplied g. The slope of sigmoid is i(1 − i)."),
    )


@points(1)
def test_output_gate(rounds):
    """The output gate gets what reaches h, times tanh(c) and its slope."""
    check_block(
        rounds,
        "output",
        _("What reaches the sum of the output gate is wrong."),
        _("o multiplied tanh(c), and it reaches h alone."),
    )


def check_each(rounds, name):
    for p in rounds:
        p.step.check(name)


@points(1)
def test_dx(rounds):
    """dx is dz · Wxᵀ, all four blocks together."""
    check_each(rounds, "dx")


@points(1)
def test_dh_prev(rounds):
    """dh_prev is dz · Whᵀ, all four blocks together."""
    check_each(rounds, "dh_prev")


@points(1)
def test_weights(rounds):
    """dWx is xᵀ · dz, dWh is h_prevᵀ · dz."""
    check_each(rounds, "dWx")
    check_each(rounds, "dWh")


@points(1)
def test_db(rounds):
    """db is the sum of dz over the samples, of shape (4H,)."""
    check_each(rounds, "db")


@points(1)
def test_again(student, rng):
    """A second round counts from anew, and a second backward gives the same."""
    probe, other = Probe(student, rng, 3, 2), Probe(student, rng, 3, 2).make()
    layer = probe.make()
    probe.go(layer, *drawn(rng, 4, 3, 2))
    for case in (_(" in a second round"), _(" in a third round")):
        arrays = drawn(rng, 2, 3, 2)
        p = probe.judged({"h": None, "c": None}, *arrays)
        cell = p.right.dc_all(p.dh, p.dc)
        want = {"h": p.right.h, "c": p.right.c, "dc_prev": cell * p.right.f} | p.step.made_of(p.step.right[0])
        again = Again(probe, want, arrays)
        check_again(probe.go(layer, *arrays), want, again.fresh, again.is_sound, case)
    there(student, other, [-2 * array for array in arrays[:3]], ["h", "c"])
    check_again(probe.back(layer, p.dh, p.dc), want, again.fresh, again.is_sound, BETWEEN)


@dataclass(frozen=True)
class Again:
    """What a new step gives for the same, and whether there is anything right in it."""

    probe: Probe
    want: dict
    arrays: tuple

    def fresh(self):
        return self.probe.student.together(lambda: self.probe.go(self.probe.make(), *self.arrays))

    def is_sound(self, own):
        return (
            any(is_value(own[name], self.want[name]) for name in self.want)
            or self.probe.judged(own, *self.arrays).step.is_sound()
        )
