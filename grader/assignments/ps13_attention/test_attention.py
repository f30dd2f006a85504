"""`Attention`: the weighted means, the mask, and the way back to queries, keys and values.

It is tried with a right softmax_backward in the place of the submission's, and where that fails, with its own; the better counts.
The gradients are judged by the weights and the scale that the submission has itself, where those are wrong; what reaches the
scores is judged once, and the gradients of queries and keys by whether they are made of that.
"""

import contextlib
from dataclasses import dataclass

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

SIZES = ((2, 3, 4, 5, 6), (3, 4, 2, 3, 1), (1, 9, 8, 10, 11), (7, 7, 7, 7, 7))  # N, T, S, d, dv: d never below S
REACH = (1, 1e3, 1e-9, 1)  # how large dout is
HIDDEN = 1e-12
HINTS = {
    "dq": _("Each score is q · k over the root of d: what reaches the scores goes to q through which rows?"),
    "dk": _("Each key was compared with every query. All of them add up."),
    "dv": _("Each value went into every place's mean, with its weight."),
}
MASKED = _("What is hidden must not be in the sum of the softmax either: before it, not after it. e to the power of what is 0?")

RIGHT = """
import numpy as np


def softmax_backward(dy, y):
    return y * (dy - np.sum(dy * y, axis=-1, keepdims=True))
"""


def softmax(x):
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def flipped(x):
    return np.swapaxes(x, -1, -2)


@dataclass(frozen=True)
class Pass:
    """There and back: what went in, and what came."""

    q: np.ndarray
    k: np.ndarray
    v: np.ndarray
    mask: np.ndarray | None
    dout: np.ndarray
    came: dict

    def weights(self, scale=None):
        scores = self.q @ flipped(self.k) * (1 / np.sqrt(self.q.shape[-1]) if scale is None else scale)
        return softmax(scores if self.mask is None else np.where(self.mask, scores, -np.inf))

    def out(self):
        return self.weights() @ self.v

    def ways(self):
        """(weights, scale) that the gradients may be of: the right ones, and those that the submission has."""
        n, (t, d), s = len(self.q), self.q.shape[1:], self.k.shape[1]
        root = 1 / np.sqrt(d)
        yield self.weights(), root
        own = self.came["weights"]
        if is_array_like(own, self.weights()) and np.ptp(own) > 0.01 and not is_value(own, self.weights()):
            for scale in (root, 1.0, 1 / d, 1 / np.sqrt(s), 1 / np.sqrt(self.v.shape[-1]), 1 / np.sqrt(t), 1 / np.sqrt(n)):
                if scale == root or is_value(own, self.weights(scale)):
                    yield np.asarray(own, dtype=float), scale

    def dscores(self, weights, scale):
        """What reaches q · k."""
        dweights = self.dout @ flipped(self.v)
        return scale * weights * (dweights - (dweights * weights).sum(axis=-1, keepdims=True))

    def made_of(self, dscores):
        return {"dq": dscores @ self.k, "dk": flipped(dscores) @ self.q}

    def right(self):
        return [{**self.made_of(self.dscores(*way)), "dv": flipped(way[0]) @ self.dout} for way in self.ways()]

    def shows(self, name, every):
        return any(is_value(self.came[name], made[name]) for made in every)

    def own(self):
        """What dq and dk are for a wrong dscores that both are made of."""
        if not is_array_like(self.came["dq"], self.q) or self.shows("dq", self.right()) or self.shows("dk", self.right()):
            return []
        dscores = np.stack([np.linalg.lstsq(k.T, dq.T, rcond=None)[0].T for k, dq in zip(self.k, self.came["dq"], strict=True)])
        made = self.made_of(dscores)
        least = 1e-6 * np.abs(self.dscores(*next(self.ways()))).max()  # less is the rounding of nothing at all
        return [made] if np.abs(dscores).max() > least and all(is_value(self.came[name], made[name]) for name in made) else []

    def check(self, name):
        if not self.shows(name, [*self.right(), *([] if name == "dv" else self.own())]):
            known = {_("the root of d"): np.sqrt(self.q.shape[-1]), _("d"): self.q.shape[-1]}
            check_value(name, self.came[name], self.right()[0][name], HINTS[name], known)
            raise Failed(_("{name} is wrong.").format(name=name), HINTS[name])


def drawn(rng, n, t, s, d, dv):
    return signed(rng, n, t, d), signed(rng, n, s, d), signed(rng, n, s, dv), signed(rng, n, t, dv)


def masks(t, s):
    """Three for each shape: looking back, one place a row, and none but the last hidden somewhere."""
    back_only = np.tril(np.ones((t, s), dtype=bool))
    single = np.zeros((t, s), dtype=bool)
    single[np.arange(t), (np.arange(t) + 1) % s] = True
    uneven = np.ones((t, s), dtype=bool)
    uneven[0, -1] = uneven[-1, 0] = False
    return back_only, single, uneven


def go(student, layer, q, k, v, mask, dout, advise=nobody):
    inputs = [q, k, v] if mask is None else [q, k, v, mask]
    came = there(student, layer, inputs, ["out"], advise)
    came["weights"] = layer if isinstance(layer, NotPassed) else attempt(lambda: layer.weights)
    return Pass(q, k, v, mask, dout, came | back_once(student, layer, dout, advise))


def back_once(student, layer, dout, advise=nobody):
    return back(student, layer, [dout], ["dq", "dk", "dv"], advise=advise)


def make(student):
    return attempt(lambda: student.Attention())


def right_softmax_backward(student):
    """A right one in place of the submission's."""
    return student.replacing(RIGHT, "softmax_backward")


class Rounds:
    """Passes of new layers, without masks and with: with a right softmax_backward, and with the submission's own if asked."""

    def __init__(self, student, rng, advise):
        self.student, self.advise = student, advise
        self.plain, self.masked = [], []
        for size, reach in zip(SIZES, REACH, strict=True):
            q, k, v, dout = drawn(rng, *size)
            self.plain.append((q, k, v, None, reach * dout))
        for size in (SIZES[0], SIZES[3]):
            for mask in masks(*size[1:3]):
                q, k, v, dout = drawn(rng, *size)
                q[0, 0, 1:] = k[0, 0, 0] = 0.0  # a score that is exactly 0, and not hidden for that
                self.masked.append((3 * q, k, v, mask, dout))
        with right_softmax_backward(student):
            self.brought = self.run()
        self._own = None

    def run(self):
        return [
            [go(self.student, make(self.student), *arrays, self.advise) for arrays in many] for many in (self.plain, self.masked)
        ]

    def check(self, check):
        """check(plain passes, masked passes) passes for either."""
        try:
            check(*self.brought)
        except NotPassed as first:
            self._own = self._own or self.student.together(self.run)
            try:
                check(*self._own)
            except NotPassed:
                raise first from None


@pytest.fixture(scope="module")
def rounds(student, rng, advise):
    return Rounds(student, rng, advise)


@points(1)
def test_forward(rounds):
    """forward gives, for each place of q, the weighted mean of v."""

    def check(plain, _masked):
        for p in plain:
            hint = _("Scores q · k over the root of d, softmax over the places of k, and the mean of v by these weights.")
            check_value("out", p.came["out"], p.out(), hint)

    rounds.check(check)


@points(1)
def test_weights(rounds):
    """weights holds who looks at whom, (N, T, S)."""

    def check(plain, _masked):
        for p in plain:
            hint = _("Each row adds up to 1. The scores are divided by the root of d, the length of a query.")
            check_value("weights", p.came["weights"], p.weights(), hint)

    rounds.check(check)


@points(2)
def test_mask(rounds):
    """Where the mask is False nothing is seen: its weight is 0, and the others add up to 1."""

    def check(_plain, masked):
        for p in masked:
            check_masked(p)

    rounds.check(check)


def check_masked(p):
    """Weights and out with the mask; or, where the weights without one are wrong, 0 where hidden and rows that add up to 1."""
    name, weights = _("weights with a mask"), p.came["weights"]
    if isinstance(weights, NotPassed) or not is_array_like(weights, p.weights()):
        check_value(name, weights, p.weights(), MASKED)
    hidden = np.broadcast_to(~p.mask, weights.shape)
    if np.abs(weights[hidden]).max() > HIDDEN:
        raise Failed(_("A hidden place has a weight."), MASKED)
    if not any(is_value(weights, p.weights(scale)) for scale in scales(p)):
        check_value(name, weights, p.weights(), MASKED)
    if is_value(weights, p.weights()):
        check_value(_("out with a mask"), p.came["out"], p.out(), MASKED)


def scales(p):
    """The scale, and those that are told of elsewhere."""
    d = p.q.shape[-1]
    return None, 1.0, 1 / d, 1 / np.sqrt(p.k.shape[1]), 1 / np.sqrt(p.v.shape[-1])


@points(1)
def test_dv(rounds):
    """dv is weightsᵀ · dout."""
    check_each(rounds, "dv")


@points(1)
def test_through_softmax(rounds):
    """What reaches the scores has passed the softmax and the scale."""

    def check(plain, masked):
        for p in (*plain, *masked):
            if not any(p.shows(name, p.right()) for name in ("dq", "dk")):
                hint = _("dout · vᵀ reaches the weights. From there back through softmax, row by row, and through the root of d.")
                raise_first(p.came, ["dq", "dk"], _("Neither dq nor dk is made of what reaches the scores."), hint)

    rounds.check(check)


def check_each(rounds, name):
    def check(plain, masked):
        for p in (*plain, *masked):
            p.check(name)

    rounds.check(check)


@points(1)
def test_dq(rounds):
    """dq is what reaches the scores, times k."""
    check_each(rounds, "dq")


@points(1)
def test_dk(rounds):
    """dk is what reaches the scores, turned over, times q."""
    check_each(rounds, "dk")


@points(1)
def test_again(student, rng):
    """A mask is for its own call only, sizes may change, and a second backward gives the same."""
    sizes = (2, 4, 4, 4, 3), (2, 4, 4, 4, 3), (1, 3, 2, 4, 2), (1, 3, 2, 4, 2)
    (first, *later), mask = [drawn(rng, *size) for size in sizes], masks(4, 4)[0]

    def check(pieces=contextlib.nullcontext):
        with pieces(student):
            layer, other = make(student), make(student)
            go(student, layer, *first[:3], mask, first[3])
            cases = _(" in a second round, without the mask of the first"), _(" in a third round"), _(" in a fourth round")
            for (q, k, v, dout), case in zip(later, cases, strict=True):
                p = go(student, layer, q, k, v, None, dout)
                check_later(student, pieces, p, p.came, case)
            there(student, other, [-q, k, v], ["out"])
            check_later(student, pieces, p, back_once(student, layer, dout), BETWEEN)

    try:
        check(right_softmax_backward)
    except NotPassed as error:
        try:
            student.together(check)
        except NotPassed:
            raise error from None


def check_later(student, pieces, p, came, case):
    want = {"out": p.out(), "weights": p.weights()} | p.right()[0]

    def fresh():
        with pieces(student):
            return go(student, make(student), p.q, p.k, p.v, None, p.dout).came

    def is_sound(own):
        new = Pass(p.q, p.k, p.v, None, p.dout, own)
        return is_value(own["out"], want["out"]) or any(new.shows(name, new.right()) for name in ("dq", "dk", "dv"))

    check_again(came, want, lambda: student.together(fresh), is_sound, case)
