"""`Block`: two normalisations, attention and a small network, with a road past each.

Tests bring the three objects that it is made with; they are simple, and none of them is an attention or a normalisation. What
reaches the sums of the hidden layer is judged once, and what is made of it by whether it is.
"""

from dataclasses import dataclass, replace

import numpy as np
import pytest

from grader.testing import (
    BETWEEN,
    Failed,
    _,
    attempt,
    back,
    check_again,
    check_value,
    defined,
    is_array_like,
    is_value,
    nobody,
    points,
    raise_first,
    signed,
    there,
)

SIZES = ((2, 2, 5, 3), (1, 8, 9, 6), (7, 1, 8, 9), (2, 3, 6, 6))  # N, T, D, M: no more rows than D
REACH = (1, 1e3, 1e-9, 1)  # how large dout is
OFF = 6  # the M of those that have a neuron whose sum is exactly 0
KEPT = ("dW1", "db1", "dW2", "db2")
HINTS = {
    "dW1": _("What was multiplied by W1? Sum over samples and places."),
    "db1": _("b1 was added at every place of every sample."),
    "dW2": _("What was multiplied by W2, before or after relu? Sum over samples and places."),
    "db2": _("b2 was added at every place of every sample."),
    "dx": _("x goes two ways, and so does h. What comes back along the road past each part?"),
}

# Three objects with forward and backward. They keep copies.
PARTS = """
import numpy as np


class Bend:
    "Each number by itself: x plus a bend of it."

    def __init__(self, slope, bend):
        self.slope, self.bend, self.seen = slope, bend, None

    def forward(self, x):
        self.seen = np.array(x)
        return self.slope * self.seen + self.bend * np.sin(self.seen)

    def backward(self, dout):
        return dout * (self.slope + self.bend * np.cos(self.seen))


class Mix:
    "Each place gets something of the places before it, and of what stands in the next column."

    def forward(self, x):
        self.seen = np.array(x)
        return 0.7 * np.cumsum(self.seen, axis=1) + 0.2 * np.roll(self.seen, 1, axis=-1) ** 2

    def backward(self, dout):
        later = np.cumsum(dout[:, ::-1], axis=1)[:, ::-1]
        return 0.7 * later + 0.4 * self.seen * np.roll(dout, -1, axis=-1)
"""
OURS = defined(PARTS)


def parts(module):
    """attention, norm1 and norm2. norm2 turns signs: whose second half reads h has other sums above 0, whatever is drawn."""
    return module.Mix(), module.Bend(0.8, 0.5), module.Bend(-1.2, 0.4)


class Right:
    """The way there and back, done right; or from an h on, the submission's own."""

    def __init__(self, W, x, dout, h=None):
        self.W1, self.b1, self.W2, self.b2 = W
        self.x, self.dout = x, dout
        self.attention, self.norm1, self.norm2 = parts(OURS)
        right = x + self.attention.forward(self.norm1.forward(x))
        self.h = right if h is None else h
        self.normed = self.norm2.forward(self.h)
        self.z = self.normed @ self.W1 + self.b1
        self.a = np.maximum(self.z, 0)
        self.out = self.h + self.a @ self.W2 + self.b2
        self.dz = self.where_on(self.z > 0)

    def where_on(self, on):
        return self.dout @ self.W2.T * on

    def made_of(self, dz):
        dh = self.dout + self.norm2.backward(dz @ self.W1.T)
        return {
            "dW1": flat(self.normed).T @ flat(dz),
            "db1": dz.sum(axis=(0, 1)),
            "dW2": flat(self.a).T @ flat(self.dout),
            "db2": self.dout.sum(axis=(0, 1)),
            "dx": dh + self.norm1.backward(self.attention.backward(dh)),
        }


def flat(x):
    return x.reshape(-1, x.shape[-1])


@dataclass(frozen=True)
class Pass:
    """right: the way done right; own: the same from the h on that the submission has, where that is another."""

    right: Right
    own: Right
    came: dict

    def ways(self):
        return [self.right, *([] if self.own is self.right else [self.own])]

    def sound(self):
        return [way.made_of(way.dz) for way in self.ways()]

    def shows(self, name, every):
        return any(is_value(self.came[name], made[name]) for made in every)

    def on_at_zero(self):
        """What the gradients are for a slope of 1 where the sum is 0: where that makes another dW1 and db1."""
        return [way.made_of(way.where_on(way.z >= 0)) for way in self.ways() if (way.z == 0).any()]

    def shows_dz(self):
        if any(self.shows(name, self.on_at_zero()) for name in ("dW1", "db1")):
            return False
        return any(self.shows(name, self.sound()) for name in ("dW1", "db1", "dx"))

    def alternatives(self):
        """What the gradients are for a right dz, and for a wrong one that two of the three are made of."""
        every = [*self.sound(), *self.on_at_zero()]
        if not self.shows_dz() and is_array_like(self.came["dW1"], self.right.W1):
            for way in self.ways():
                dz = np.linalg.lstsq(flat(way.normed).T, np.asarray(self.came["dW1"], dtype=float), rcond=None)[0]
                made = way.made_of(dz.reshape(way.z.shape))
                if dz.any() and sum(self.shows(name, [made]) for name in ("dW1", "db1", "dx")) >= 2:
                    every.append(made)
        return every

    def check(self, name):
        if not self.shows(name, self.alternatives()):
            n, t = self.right.x.shape[:2]
            known = {_("the number of samples"): n, _("the number of places"): t}
            check_value(name, self.came[name], self.sound()[0][name], HINTS[name], known)
            raise Failed(_("{name} is wrong.").format(name=name), HINTS[name])


class Probe:
    def __init__(self, student, rng, d, m):
        self.student = student
        self.W = 0.8 * signed(rng, d, m), 0.5 * signed(rng, m), 0.8 * signed(rng, m, d), 0.5 * signed(rng, d)
        if m == OFF:  # the sum of the first neuron is 0 everywhere
            self.W[0][:, 0] = self.W[1][0] = 0.0
        self.module = student.bring(PARTS)

    def make(self, module=None):
        """(a new block, the norm2 that it is made with); module: where its parts come from, if they are brought anew."""
        brought = parts(module or self.module)
        return attempt(lambda: self.student.Block(*brought, *self.W)), brought[2]

    def go(self, made, x, dout, advise=nobody):
        layer, norm2 = made
        came = there(self.student, layer, [x], ["out"], advise) | self.back(layer, dout, advise)
        right, h = Right(self.W, x, dout), attempt(lambda: norm2.seen)
        wrong_h = is_array_like(h, x) and not is_value(h, right.h)
        return Pass(right, Right(self.W, x, dout, np.asarray(h, dtype=float)) if wrong_h else right, came)

    def back(self, layer, dout, advise=nobody):
        return back(self.student, layer, [dout], ["dx"], KEPT, advise)


@pytest.fixture(scope="module")
def rounds(student, rng, advise):
    made = []
    for (n, t, d, m), size in zip(SIZES, REACH, strict=True):
        probe = Probe(student, rng, d, m)
        made.append(probe.go(probe.make(), signed(rng, n, t, d), size * signed(rng, n, t, d), advise))
    return made


@points(2)
def test_forward(rounds):
    """h = x + attention(norm1(x)), out = h + relu(norm2(h) · W1 + b1) · W2 + b2."""
    for p in rounds:
        hint = _("Each part reads what was normalised, and what it gives is added to what was not.")
        check_value("out", p.came["out"], p.right.out, hint)


@points(1)
def test_dz(rounds):
    """What reaches the sums of the hidden layer has passed W2 and the slope of relu."""
    for p in rounds:
        if not p.shows_dz():
            hint = _(
                "dout goes back through W2, and then through relu, whose slope is 1 or 0. Where was the sum above 0, and not 0 itself?"
            )
            raise_first(p.came, ("dW1", "db1", "dx"), _("Neither dW1 nor db1 nor dx is made of what reaches the sums."), hint)


def check_each(rounds, name):
    for p in rounds:
        p.check(name)


@points(1)
def test_dW1(rounds):
    """dW1 is norm2(h)ᵀ times what reaches the sums."""
    check_each(rounds, "dW1")


@points(1)
def test_db1(rounds):
    """db1 is what reaches the sums, added up over samples and places, of shape (M,)."""
    check_each(rounds, "db1")


@points(1)
def test_dW2(rounds):
    """dW2 is reluᵀ · dout."""
    check_each(rounds, "dW2")


@points(1)
def test_db2(rounds):
    """db2 is dout, added up over samples and places, of shape (D,)."""
    check_each(rounds, "db2")


@points(2)
def test_dx(rounds):
    """dx has come along all four roads: past each part and through it."""
    check_each(rounds, "dx")


@points(1)
def test_again(student, rng):
    """A second round, of another size too, counts from anew; a second backward gives the same."""
    probe, other = Probe(student, rng, 4, 3), Probe(student, rng, 4, 3)
    made, (neighbour, _norm2) = probe.make(), other.make()
    probe.go(made, signed(rng, 3, 2, 4), signed(rng, 3, 2, 4))
    for case in (_(" in a second round"), _(" in a third round")):
        x, dout = signed(rng, 1, 4, 4), signed(rng, 1, 4, 4)
        p = probe.go(made, x, dout)
        again = Again(probe, p)
        check_again(p.came, again.want(), again.fresh, again.is_sound, case)
    there(student, neighbour, [-2 * x], ["out"])
    check_again(probe.back(made[0], dout), again.want(), again.fresh, again.is_sound, BETWEEN)


@dataclass(frozen=True)
class Again:
    probe: Probe
    passed: Pass

    def want(self):
        return {"out": self.passed.right.out} | self.passed.sound()[0]

    def fresh(self):
        return self.probe.student.together(self.once)

    def once(self):
        made = self.probe.make(self.probe.student.bring(PARTS))
        return self.probe.go(made, self.passed.right.x, self.passed.right.dout).came

    def is_sound(self, own):
        new = replace(self.passed, came=own)
        return is_value(own["out"], self.want()["out"]) or any(new.shows(name, new.alternatives()) for name in (*KEPT, "dx"))
