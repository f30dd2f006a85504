"""`Affine`: forward, the three gradients, tensors, and one round after another.

Each of the four is looked at by itself, also where backward broke after it. Where one of them is wrong, a tensor and a later
round may be wrong in the same way, which is measured by what the same code gives for a plain first round.
"""

import functools
from dataclasses import dataclass

import numpy as np
import pytest

from grader.testing import NotPassed, Seen, _, assert_gradient, close, is_array_like, is_value, points, signed

# N, D, M: all different, one sample, a square, one neuron, one input.
SIZES = ((4, 3, 2), (1, 3, 4), (3, 3, 3), (130, 2, 1), (5, 1, 2))
HIGH = 50.0  # where nothing may be cut off
TENSORS = (((3, 2, 4, 5), 6), ((2, 3, 4, 3), 5), ((4, 2, 3), 5), ((1, 2, 3, 2), 3))
NAMES = ("out", "dW", "db", "dx")
HINTS = {
    "out": _("Each row of x times W, plus b."),
    "dW": _("Which product of x and dout has the shape of W? No layer divides by N: the loss has done it."),
    "db": _("b was added to every row of the batch. What does that make of its gradient, and of its shape?"),
    "dx": _("Which product of dout and W has the shape of x? No layer divides by N: the loss has done it."),
}


MOVED = """
def made(Affine, W, b):
    "A layer whose W and b are kept here, as a network keeps its params."
    made.kept = {"W": W, "b": b}
    return Affine(W, b)


def move(layer, **to):
    "W and b, moved in place, as a network's step does it."
    for name, array in made.kept.items():
        array[...] = to[name]
        if getattr(layer, name, array) is not array:  # a copy of its own
            setattr(layer, name, array)
"""

PLAIN = """
def rounds(Affine, probes):
    "(out, dW, db, dx) of a new layer for each (W, b, x, dout), None where it breaks."
    return [one(Affine, *probe) for probe in probes]


def one(Affine, W, b, x, dout):
    try:
        layer = Affine(W, b)
        out = layer.forward(x)
        dx = layer.backward(dout)
        return out, getattr(layer, "dW", None), getattr(layer, "db", None), dx
    except Exception:
        return None
"""


@dataclass(frozen=True)
class Round:
    """What went through a layer once, and what came of it: a value, or the NotPassed that came instead."""

    probe: "Probe"
    W: np.ndarray
    b: np.ndarray
    x: np.ndarray
    dout: np.ndarray
    got: dict
    back: Seen | None = None

    @functools.cached_property
    def want(self):
        return wanted(self.W, self.b, self.x, self.dout)

    def is_right(self, name):
        return is_value(self.got[name], self.want[name])

    def check(self, name, case):
        if isinstance(self.got[name], NotPassed):
            raise self.got[name]
        known = {_("the number of samples"): len(self.x)}
        assert_gradient(name + case, self.got[name], self.want[name], HINTS[name], known)


def attempt(take):
    """What take() gives, or the NotPassed that it raises."""
    try:
        return take()
    except NotPassed as error:
        return error


def wanted(W, b, x, dout):
    rows = x.reshape(len(x), -1)
    return {"out": rows @ W + b, "dW": rows.T @ dout, "db": dout.sum(axis=0), "dx": (dout @ W.T).reshape(x.shape)}


class Probe:
    """W (D, M) and b of a layer, the layers that are made of them, and their rounds."""

    def __init__(self, student, rng, d, m):
        self.student = student
        self.W, self.b = signed(rng, d, m), signed(rng, m)

    def layer(self):
        return self.student.Affine(self.W, self.b)

    def round(self, layer, x, dout, neighbour=None, first=None, advise=lambda sentence: None):
        """Forward and back once. Where forward breaks, backward gets rows as they are, by the lesson's names.

        neighbour: a second layer, which takes turns with the first; first: another dout, which goes back before."""
        forward = attempt(lambda: self.student.watch(layer.forward, x))
        out = forward if isinstance(forward, NotPassed) else forward.error or forward.returned
        if x.ndim == 2 and (out is ... or isinstance(out, NotPassed)):
            attempt(lambda: setattr(layer, "x", x))
            attempt(lambda: setattr(layer, "original_x_shape", x.shape))
        if neighbour:
            attempt(lambda: neighbour.forward(-x))
        if first is not None:
            attempt(lambda: layer.backward(first))
        back = attempt(lambda: self.student.watch(layer.backward, dout))
        if neighbour:
            attempt(lambda: neighbour.backward(2 * dout))
        for seen, given, where in ((forward, x, "forward"), (back, dout, "backward")):
            if not isinstance(seen, NotPassed) and seen.args and not is_value(seen.args[0], given):
                advise(
                    _("`Affine.{where}` changes the array that it was given. Whoever else needs it gets a wrong one.").format(
                        where=where
                    )
                )
        got = {"out": out, **self.gradients(layer, back, x, dout)}
        return Round(self, self.W, self.b, x, dout, got, None if isinstance(back, NotPassed) else back)

    def gradients(self, layer, back, x, dout):
        """dW, db and dx. Where backward broke, what it had made of them before counts."""
        if isinstance(back, NotPassed):
            return dict.fromkeys(("dW", "db", "dx"), back)
        got = {"dW": attempt(lambda: layer.dW), "db": attempt(lambda: layer.db), "dx": back.returned}
        if back.error:
            want = wanted(self.W, self.b, x, dout)
            got = {name: want[name] if is_value(got[name], want[name]) or back.holds(want[name]) else back.error for name in got}
        return got


def check_all(*named_rounds):
    """Each Round is right, or as wrong as a plain first round with the same numbers: and shows something.

    named_rounds: (a Round, how it is called) of each."""
    wrong = [(r, case) for r, case in named_rounds if not all(map(r.is_right, NAMES))]
    for (r, case), (plain, other) in zip(wrong, plain_rounds([r for r, _case in wrong]), strict=True):
        shown = {name for name in NAMES if r.is_right(name)}
        for name in NAMES:
            own = plain.got[name]
            if name in shown or not is_array_like(own, plain.want[name]):
                continue  # what it can't do at all is not looked at
            if not is_array_like(r.got[name], r.want[name]) or not close(r.got[name], own.reshape(r.want[name].shape)):
                if name == "dx" and r.back and np.shape(r.got["dx"]) != r.x.shape:
                    _had = r.back.had  # not judged: what backward had in its hands tells which shape was kept
                r.check(name, case)
            if shown and not is_value(other.got[name], own):
                shown.add(name)  # wrong in the same way, and no constant
        if not shown & {"dW", "dx"}:
            for name in NAMES:
                r.check(name, case)


def plain_rounds(rounds):
    """For each Round what a new layer makes of the same, laid flat, and what another one makes of other numbers: asked all together,
    but where forward or backward breaks."""
    if not rounds:
        return []
    student = rounds[0].probe.student
    flat = [r.x.reshape(len(r.x), -1) for r in rounds]
    asked = [(r.probe, r.W, r.b, *pair) for r, x in zip(rounds, flat, strict=True) for pair in ((x, r.dout), (-2 * x, -r.dout))]
    plain = lambda: student.bring(PLAIN).rounds(student.Affine, [numbers for _probe, *numbers in asked])
    came = attempt(lambda: student.together(plain))
    came = came if type(came) is list else [None] * len(asked)
    found = [plain_round(*numbers, got) for numbers, got in zip(asked, came, strict=True)]
    return list(zip(found[::2], found[1::2], strict=True))


def plain_round(probe, W, b, x, dout, came):
    """came: (out, dW, db, dx), or None where that broke somewhere."""
    if type(came) is not tuple or came[0] is ...:
        return probe.round(probe.student.Affine(W, b), x, dout)
    return Round(probe, W, b, x, dout, dict(zip(NAMES, came, strict=True)))


@pytest.fixture(scope="module")
def rounds(student, rng, advise):
    """One forward and backward with a fresh layer for each of the SIZES."""
    made = []
    for n, d, m in SIZES:
        probe = Probe(student, rng, d, m)
        size = HIGH if n == d else 1.0
        dout = size * signed(rng, n, m)
        dout[1:2] = 0.0 if n > 4 else dout[1:2]  # a sample that nothing comes back to
        made.append(probe.round(probe.layer(), size * signed(rng, n, d), dout, advise=advise))
    return made


def check_each(rounds, name):
    for r in rounds:
        r.check(name, _(" for a batch of {n}").format(n=len(r.x)))


@points(1)
def test_forward(rounds):
    """forward gives x · W + b for every row."""
    check_each(rounds, "out")


@points(1)
def test_dW(rounds):
    """dW is xᵀ · dout."""
    check_each(rounds, "dW")


@points(1)
def test_db(rounds):
    """db is the sum of dout over the batch, of shape (M,)."""
    check_each(rounds, "db")


@points(1)
def test_dx(rounds):
    """dx is dout · Wᵀ."""
    check_each(rounds, "dx")


@points(1)
def test_tensor(student, rng):
    """A tensor is treated as its samples laid flat, and dx gets its shape back."""
    named_rounds = []
    for shape, m in TENSORS:
        probe = Probe(student, rng, int(np.prod(shape[1:])), m)
        x, dout = signed(rng, *shape), signed(rng, shape[0], m)
        named_rounds.append((probe.round(probe.layer(), x, dout), _(" for x of shape {shape}").format(shape=shape)))
    check_all(*named_rounds)


@points(1)
def test_repeated(student, rng):
    """A second round counts from anew, and two layers don't get into each other's way."""
    d, m = 4, 3
    probe = Probe(student, rng, d, m)
    layer, neighbour = probe.layer(), Probe(student, rng, d, m).layer()
    x, dout = signed(rng, 3, 5, d), signed(rng, 3, 5, m)

    probe.round(layer, x[0], dout[0])
    second = probe.round(layer, x[1], dout[1])
    backward = probe.round(layer, x[2], dout[2], first=dout[0])
    beside = probe.round(layer, x[0], dout[1], neighbour)
    probe.round(layer, x[0].reshape(5, 2, 2), dout[0])
    few, dout_few = x[1, :2], dout[1, :2]
    fewer = probe.round(layer, few, dout_few)
    tensor = few.reshape(2, 2, 2)
    first, later = probe.round(probe.layer(), tensor, dout_few), probe.round(layer, tensor, dout_few)
    there = student.bring(MOVED)
    layer = there.made(student.Affine, probe.W, probe.b)
    probe.round(layer, x[0], dout[0])
    probe.W, probe.b = -0.7 * probe.W, 1.7 * probe.b
    attempt(lambda: there.move(layer, W=probe.W, b=probe.b))
    moved = probe.round(layer, x[2], dout[2])

    check_all(
        (second, _(" in the second round")),
        (backward, _(" in a second backward")),
        (beside, _(" where a second layer takes turns with the first")),
        (fewer, _(" in a later round, with fewer samples")),
        (moved, _(" once W and b have moved")),
    )
    if all(map(first.is_right, NAMES)):  # else marked elsewhere
        for name in NAMES:
            later.check(name, _(" in a later round, with a tensor"))
