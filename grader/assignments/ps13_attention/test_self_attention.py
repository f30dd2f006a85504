"""`SelfAttention`: four matrices around attention, who may look at whom, and the way back along three roads to one x.

It is tried with right pieces in the place of the submission's Attention and heads, and where that fails, with its own; the better
counts. What goes back through Wo is judged once, and the rest by whether it is made of that.
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

SIZES = ((2, 3, 6, 2), (1, 7, 7, 7), (7, 2, 14, 1), (3, 3, 9, 3), (1, 9, 12, 6))  # N, T, D, heads
REACH = (1, 1, 1e3, 1, 1e-9)  # how large dout is
KEPT = ("dWq", "dWk", "dWv", "dWo")
HINTS = {
    "dWq": _("q is x · Wq: xᵀ and what reaches q, summed over samples and places."),
    "dWk": _("k is x · Wk: xᵀ and what reaches k, summed over samples and places."),
    "dWv": _("v is x · Wv: xᵀ and what reaches v, summed over samples and places."),
    "dWo": _("What was multiplied by Wo, the merged heads or x?"),
    "dx": _("x went along three roads, to q, to k and to v. What comes back along each?"),
}

# What was judged before, in place of the submission's. It keeps copies.
PIECES = """
import numpy as np


def softmax_backward(dy, y):
    return y * (dy - np.sum(dy * y, axis=-1, keepdims=True))


class Attention:
    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = np.array(q), np.array(k), np.array(v)
        scores = self.q @ np.swapaxes(self.k, -1, -2) / np.sqrt(self.q.shape[-1])
        if mask is not None:
            scores = np.where(mask, scores, -np.inf)
        powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
        self.weights = powers / powers.sum(axis=-1, keepdims=True)
        return self.weights @ self.v

    def backward(self, dout):
        w = self.weights
        dw = dout @ np.swapaxes(self.v, -1, -2)
        ds = w * (dw - np.sum(dw * w, axis=-1, keepdims=True)) / np.sqrt(self.q.shape[-1])
        return ds @ self.k, np.swapaxes(ds, -1, -2) @ self.q, np.swapaxes(w, -1, -2) @ dout


def split_heads(x, h):
    return np.stack(np.split(np.array(x), h, axis=-1), axis=1)


def merge_heads(x):
    return np.concatenate(list(np.moveaxis(x, 1, 0)), axis=-1)
"""
NAMES = ("softmax_backward", "Attention", "split_heads", "merge_heads")


def split(x, h):
    n, t, d = x.shape
    return x.reshape(n, t, h, d // h).swapaxes(1, 2)


def merge(x):
    n, h, t, width = x.shape
    return x.swapaxes(1, 2).reshape(n, t, h * width)


@dataclass(frozen=True)
class Pass:
    """There and back: what it was made with, what went in, and what came. W: Wq, Wk, Wv, Wo."""

    W: tuple
    heads: int
    causal: bool
    x: np.ndarray
    dout: np.ndarray
    came: dict

    def mask(self):
        t = self.x.shape[1]
        return np.tril(np.ones((t, t), dtype=bool)) if self.causal else np.ones((t, t), dtype=bool)

    def masks(self):
        """Who may look: the right mask, and others that a submission's forward may have."""
        right = self.mask()
        return (
            right,
            *self.without_zeros(),
            ~right | np.eye(len(right), dtype=bool),
            np.ones_like(right),
            np.tril(np.ones_like(right)),
        )

    def without_zeros(self):
        """Where a score is 0, it may be taken for hidden: then the mask has a place for each score."""
        q, k, _v, _weights = self.parts(self.mask())
        scores = q @ k.swapaxes(-1, -2)
        seen = self.mask() & (scores != 0)
        return [] if np.all(scores) else [seen | ~seen.any(axis=-1, keepdims=True)]

    def parts(self, mask):
        q, k, v = (split(self.x @ W, self.heads) for W in self.W[:3])
        scores = np.where(mask, q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1]), -np.inf)
        powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
        return q, k, v, powers / powers.sum(axis=-1, keepdims=True)

    def merged(self, mask):
        _q, _k, v, weights = self.parts(mask)
        return merge(weights @ v)

    def out(self):
        return self.merged(self.mask()) @ self.W[3]

    def own_mask(self):
        """The mask that the submission's forward has had, the right one where it is none of these."""
        return next((mask for mask in self.masks() if is_value(self.came["out"], self.merged(mask) @ self.W[3])), self.mask())

    def reached(self, mask, dmerged):
        """What reaches q, k and v, of what reaches the merged heads."""
        q, k, v, weights = self.parts(mask)
        d = split(dmerged, self.heads)
        dweights = d @ v.swapaxes(-1, -2)
        dscores = weights * (dweights - (dweights * weights).sum(axis=-1, keepdims=True)) / np.sqrt(q.shape[-1])
        return [merge(r) for r in (dscores @ k, dscores.swapaxes(-1, -2) @ q, weights.swapaxes(-1, -2) @ d)]

    def made_of(self, reached, mask):
        rows = self.x.reshape(-1, self.x.shape[-1])
        made = {name: rows.T @ r.reshape(rows.shape) for name, r in zip(KEPT, reached, strict=False)}
        made["dWo"] = self.merged(mask).reshape(rows.shape).T @ self.dout.reshape(rows.shape)
        made["dx"] = sum(r @ W.T for r, W in zip(reached, self.W, strict=False))
        return made

    def right(self):
        """The gradients for the right mask and for the own."""
        every = {mask.tobytes(): mask for mask in (self.mask(), self.own_mask())}
        return [self.made_of(self.reached(mask, self.dout @ self.W[3].T), mask) for mask in every.values()]

    def shows(self, name, every):
        return any(is_value(self.came[name], made[name]) for made in every)

    def shows_way_back(self):
        return any(self.shows(name, self.right()) for name in ("dWq", "dWk", "dWv", "dx"))

    def others(self):
        """The gradients where it wasn't Wo turned over that lay on the way back, if three of the four are made of that."""
        if self.shows_way_back():
            return []
        every = [
            self.made_of(self.reached(mask, dmerged), mask)
            for mask in (self.mask(), self.own_mask())
            for dmerged in (self.dout, self.dout @ self.W[3], -self.dout @ self.W[3].T, self.dout * self.merged(mask))
        ]
        return [made for made in every if sum(self.shows(name, [made]) for name in ("dWq", "dWk", "dWv", "dx")) >= 3]

    def solved(self):
        """dx for what the submission's own dWq, dWk and dWv say of what reached q, k and v; there are no more rows than columns."""
        rows, reached = self.x.reshape(-1, self.x.shape[-1]), []
        for name, W in zip(KEPT, self.W[:3], strict=False):
            if not is_array_like(self.came[name], W):
                return []
            r = np.linalg.lstsq(rows.T, np.asarray(self.came[name], dtype=float), rcond=None)[0]
            if not r.any():
                return []
            reached.append(r.reshape(self.x.shape))
        made = self.made_of(reached, self.mask())
        if is_array_like(self.came["dx"], self.x):  # of what reached a place where x is 0 the matrices' gradients tell nothing
            made["dx"] = np.where(self.x.any(axis=-1, keepdims=True), made["dx"], self.came["dx"])
        return [made]

    def check(self, name):
        every = [*self.right(), *self.others()]
        if name == "dx" and not any(self.shows(one, every) for one in KEPT[:3]):
            every += self.solved()
        if not self.shows(name, every):
            known = {_("the number of samples"): len(self.x), _("the number of places"): self.x.shape[1]}
            check_value(name, self.came[name], self.right()[0][name], HINTS[name], known)
            raise Failed(_("{name} is wrong.").format(name=name), HINTS[name])


class Probe:
    def __init__(self, student, rng, d, heads, causal):
        self.student, self.heads, self.causal = student, heads, causal
        self.W = tuple(signed(rng, d, d) / np.sqrt(d) * 1.5 for _matrix in range(4))

    def make(self):
        if self.causal:
            return attempt(lambda: self.student.SelfAttention(*self.W, self.heads))
        return attempt(lambda: self.student.SelfAttention(*self.W, self.heads, False))

    def go(self, layer, x, dout, advise=nobody):
        came = there(self.student, layer, [x], ["out"], advise) | self.back(layer, dout, advise)
        return Pass(self.W, self.heads, self.causal, x, dout, came)

    def back(self, layer, dout, advise=nobody):
        return back(self.student, layer, [dout], ["dx"], KEPT, advise)


def right_pieces(student):
    """Right pieces in place of those that the submission has."""
    return student.replacing(PIECES, *NAMES)


class Rounds:
    """A pass of a new layer for each of the SIZES, causal in turn: with right pieces, and with the submission's own if asked."""

    def __init__(self, student, rng, advise):
        self.student, self.advise, self.drawn = student, advise, []
        for number, ((n, t, d, heads), size) in enumerate(zip(SIZES, REACH, strict=True)):
            probe = Probe(student, rng, d, heads, causal=number % 2 == 0)
            x = signed(rng, n, t, d)
            if number == 0:
                x[1, 0] = 0.0  # its scores are 0, and not hidden for that
            self.drawn.append((probe, x, size * signed(rng, n, t, d)))
        with right_pieces(student):
            self.brought = self.run()
        self._own = None

    def run(self):
        return [probe.go(probe.make(), x, dout, self.advise) for probe, x, dout in self.drawn]

    def check(self, check):
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


def check_forward(rounds, causal, hint):
    def check(passes):
        for p in passes:
            if p.causal == causal:
                check_value(_("out, causal") if causal else _("out with causal=False"), p.came["out"], p.out(), hint)

    rounds.check(check)


@points(1)
def test_forward(rounds):
    """Without a mask: split, attention, merged, and then Wo."""
    check_forward(rounds, False, _("q, k and v are three products of x, each split into heads; the merged heads go through Wo."))


@points(1)
def test_causal(rounds):
    """causal=True: place t sees the places up to t, itself among them."""
    check_forward(rounds, True, _("Which places may place 0 look at? And the last one?"))


def check_each(rounds, name):
    def check(passes):
        for p in passes:
            p.check(name)

    rounds.check(check)


@points(1)
def test_through_Wo(rounds):
    """What reaches the merged heads has passed Wo."""

    def check(passes):
        for p in passes:
            if not p.shows_way_back():
                hint = _("The merged heads went through Wo. On the way back?")
                raise_first(p.came, ("dWq", "dWk", "dWv", "dx"), _("No gradient is made of what reaches the merged heads."), hint)

    rounds.check(check)


@points(1)
def test_dWo(rounds):
    """dWo is the merged headsᵀ · dout, summed over samples and places."""
    check_each(rounds, "dWo")


@points(1)
def test_dWq(rounds):
    """dWq is xᵀ times what reaches q."""
    check_each(rounds, "dWq")


@points(1)
def test_dWk(rounds):
    """dWk is xᵀ times what reaches k."""
    check_each(rounds, "dWk")


@points(1)
def test_dWv(rounds):
    """dWv is xᵀ times what reaches v."""
    check_each(rounds, "dWv")


@points(2)
def test_dx(rounds):
    """dx adds up what comes back along q, k and v."""
    check_each(rounds, "dx")


@points(1)
def test_again(student, rng):
    """A second round, of another size too, counts from anew; a second backward gives the same."""
    probe, other = Probe(student, rng, 6, 2, causal=True), Probe(student, rng, 6, 2, causal=True)
    first, second, third = ((signed(rng, n, t, 6), signed(rng, n, t, 6)) for n, t in ((2, 4), (1, 3), (1, 3)))

    def check(pieces=contextlib.nullcontext):
        with pieces(student):
            layer, neighbour = probe.make(), other.make()
            probe.go(layer, *first)
            for (x, dout), case in ((second, _(" in a second round")), (third, _(" in a third round"))):
                p = probe.go(layer, x, dout)
                check_later(probe, pieces, p, p.came, case)
            there(student, neighbour, [-2 * x], ["out"])
            check_later(probe, pieces, p, probe.back(layer, dout), BETWEEN)

    try:
        check(right_pieces)
    except NotPassed as error:
        try:
            student.together(check)
        except NotPassed:
            raise error from None


def check_later(probe, pieces, p, came, case):
    want = {"out": p.out()} | p.right()[0]

    def fresh():
        with pieces(probe.student):
            return probe.go(probe.make(), p.x, p.dout).came

    def is_sound(own):
        new = Pass(p.W, p.heads, p.causal, p.x, p.dout, own)
        every = [*new.right(), *new.others()]
        return is_value(own["out"], want["out"]) or any(new.shows(name, every) for name in (*KEPT, "dx"))

    check_again(came, want, lambda: probe.student.together(fresh), is_sound, case)
