"""`Affine`: forward, the three gradients, tensors, and one round after another.

Each gradient is looked at by itself, also where backward broke after it. How tensors and repetition are treated is
measured by what the same code gives for plain rows, once: a wrong db is db's affair alone.
"""

from dataclasses import dataclass

import numpy as np
import pytest

from grader.testing import Failed, NotPassed, NotRun, _, assert_gradient, close, is_array_like, points, signed

SIZES = ((4, 3, 2), (1, 3, 4), (3, 3, 3), (5, 2, 4))  # N, D, M: all different, one sample, and a square
TENSORS = (((3, 2, 4, 5), 6), ((2, 3, 4, 3), 5), ((4, 2, 3), 5), ((1, 2, 3, 2), 3))
NAMES = ("out", "dW", "db", "dx")
HINTS = {
    "out": _("Each row of x times W, plus b."),
    "dW": _("Which product of x and dout has the shape of W? No layer divides by N: the loss has done it."),
    "db": _("b was added to every row of the batch. What does that make of its gradient, and of its shape?"),
    "dx": _("Which product of dout and W has the shape of x? No layer divides by N: the loss has done it."),
}


@dataclass(frozen=True)
class Round:
    """What went through a layer once, and what came of it: a value, or the NotPassed that came instead."""

    W: np.ndarray
    x: np.ndarray
    dout: np.ndarray
    want: dict
    got: dict

    def is_right(self, name):
        return fits(self.got[name], self.want[name])

    def check(self, name, case=""):
        if isinstance(self.got[name], NotPassed):
            raise self.got[name]
        known = {_("the number of samples"): len(self.x)}
        assert_gradient(name + case, self.got[name], self.want[name], HINTS[name], known)


def fits(got, want):
    return is_array_like(got, want) and close(got, want)


def attempt(take):
    try:
        return take()
    except NotPassed as error:
        return error


def parameters(rng, d, m):
    return signed(rng, d, m), signed(rng, m)


def wanted(W, b, x, dout):
    flat = x.reshape(len(x), -1)
    return {"out": flat @ W + b, "dW": flat.T @ dout, "db": dout.sum(axis=0), "dx": (dout @ W.T).reshape(x.shape)}


def run(student, layer, W, b, x, dout, advise=lambda sentence: None):
    """Forward and back once. Where forward broke, backward gets what it should have kept, by the lesson's names."""
    forward = attempt(lambda: student.watch(layer.forward, x))
    out = forward if isinstance(forward, NotPassed) else forward.error or forward.returned
    kept = attempt(lambda: layer.x)
    if isinstance(out, NotPassed) or kept is ... or (kept is None and (out is ... or out is None)):
        layer.x, layer.original_x_shape = x.reshape(len(x), -1), x.shape
    back = attempt(lambda: student.watch(layer.backward, dout))
    if isinstance(back, NotPassed):
        return Round(W, x, dout, wanted(W, b, x, dout), {"out": out, "dW": back, "db": back, "dx": back})
    for seen, given, where in ((forward, x, "forward"), (back, dout, "backward")):
        if seen is not out and seen.args and is_array_like(seen.args[0], given) and (seen.args[0] != given).any():
            advise(
                _("`Affine.{where}` changes the array that it was given. Whoever else needs it gets a wrong one.").format(
                    where=where
                )
            )
    got = {"out": out, "dx": back.returned}
    for name in ("dW", "db"):
        got[name] = attempt(lambda name=name: getattr(layer, name))
    want = wanted(W, b, x, dout)
    if back.error:  # what was there before it broke still counts
        got["dx"] = back.had.get("dx", (None,))[-1]
        for name in ("dW", "db", "dx"):
            if not fits(got[name], want[name]) and got[name] is not ...:
                got[name] = back.error
    return Round(W, x, dout, want, got)


@pytest.fixture(scope="module")
def rounds(student, rng, advise):
    """One forward and backward with a fresh layer for each of the SIZES."""
    made = []
    for n, d, m in SIZES:
        W, b = parameters(rng, d, m)
        made.append(run(student, student.Affine(W, b), W, b, signed(rng, n, d), signed(rng, n, m), advise))
    return made


def each(rounds, name):
    for r in rounds:
        r.check(name, _(" for a batch of {n}").format(n=len(r.x)))


@points(1)
def test_forward(rounds):
    """forward gives x · W + b for every row."""
    each(rounds, "out")


@points(1)
def test_dW(rounds):
    """dW is xᵀ · dout."""
    each(rounds, "dW")


@points(1)
def test_db(rounds):
    """db is the sum of dout over the batch, of shape (M,)."""
    each(rounds, "db")


@points(1)
def test_dx(rounds):
    """dx is dout · Wᵀ."""
    each(rounds, "dx")


@points(1)
def test_tensor(student, rng):
    """A tensor is treated as its samples laid flat, and dx gets its shape back."""
    for shape, m in TENSORS:
        n, d = shape[0], int(np.prod(shape[1:]))
        W, b = parameters(rng, d, m)
        x, dout = signed(rng, *shape), signed(rng, n, m)
        flat = run(student, student.Affine(W, b), W, b, x.reshape(n, d), dout)
        check_tensor(flat, run(student, student.Affine(W, b), W, b, x, dout))


def check_tensor(flat, tensor):
    shape = tensor.x.shape
    own = {**flat.got, "dx": flat.got["dx"].reshape(shape) if is_array_like(flat.got["dx"], flat.want["dx"]) else None}
    compare(tensor, own, _(" for x of shape {shape}").format(shape=shape))


def check_again(again, fresh, case=""):
    """A round with a layer that has had others, beside the same with a fresh one."""
    compare(again, fresh.got, case)


def compare(r, own, case):
    """Everything in r is right, or what the same code gave in a plainer case; what it can't do there either is not looked at."""
    looked_at = 0
    for name in NAMES:
        plain = is_array_like(own[name], r.want[name])
        if r.is_right(name) or (plain and fits(r.got[name], own[name])):
            looked_at += 1
        elif plain:
            r.check(name, case)
    if not looked_at:
        for name in NAMES:
            r.check(name, case)


TURNS = """
def in_turns(one, other, x_one, x_other, dout_one, dout_other):
    one.forward(x_one)
    other.forward(x_other)
    one.backward(dout_one)
    other.backward(dout_other)
"""


@points(1)
def test_repeated(student, rng):
    """A second round counts from anew, and two layers don't get into each other's way."""
    d, m = 3, 4
    W, b = parameters(rng, d, m)
    layer = student.Affine(W, b)
    x, dout = signed(rng, 5, d), signed(rng, 5, m)
    run(student, layer, W, b, signed(rng, 5, d), signed(rng, 5, m))
    again = run(student, layer, W, b, x, dout)
    check_again(again, run(student, student.Affine(W, b), W, b, x, dout), _(" in the second round"))
    smaller, dout_smaller = signed(rng, 2, d), signed(rng, 2, m)
    third = run(student, layer, W, b, smaller, dout_smaller)
    fresh = run(student, student.Affine(W, b), W, b, smaller, dout_smaller)
    check_again(third, fresh, _(" in a third round, with fewer samples"))
    unchanged(layer, W, b)

    interleaved(student, rng)


def interleaved(student, rng):
    """Two layers of a square size, each used before the other is done."""
    size = 4
    W, b = parameters(rng, size, size)
    x, dout = signed(rng, 5, size), signed(rng, 5, size)
    smaller, dout_smaller = signed(rng, 2, size), signed(rng, 2, size)
    one, other = student.Affine(W, b), student.Affine(*parameters(rng, size, size))
    alone = run(student, student.Affine(W, b), W, b, x, dout)
    seen = student.watch(student.bring(TURNS).in_turns, one, other, x, smaller, dout, dout_smaller)
    check_in_turns(alone, lambda name: attempt(lambda: getattr(one, name)), seen.error)


def check_in_turns(alone, get, error=None):
    """`get(name)` of a layer, with which another took turns, is right, or what it is without the other."""
    works_alone = not any(isinstance(alone.got[name], NotPassed) for name in NAMES)
    for name in ("dW", "db"):
        if works_alone and is_array_like(alone.got[name], alone.want[name]):
            got = get(name)
            if not (fits(got, alone.want[name]) or fits(got, alone.got[name])):
                raise error or Failed(
                    _("{name} of a layer changes when a second layer is used in between.").format(name=name),
                    _("What belongs to one layer is kept as self.something."),
                )


def unchanged(layer, W, b):
    """backward stores gradients and leaves the step to others."""
    for name, before in (("W", W), ("b", b)):
        try:
            now = getattr(layer, name)
        except NotRun:
            continue  # kept under another name
        if is_array_like(now, before) and not close(now, before):
            hint = _("In the rows notation backward only stores dW and db; the step is taken elsewhere.")
            raise Failed(_("{name} has changed.").format(name=name), hint)
