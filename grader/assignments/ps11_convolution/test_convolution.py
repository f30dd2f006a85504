"""`Convolution`: forward, the three gradients, stride and padding, and one round after another.

What is asked for is worked out here place by place. `output_size`, `im2col` and `col2im`, on which it may build, are right ones, and
where that doesn't pass, once more the submission's own.
"""

from dataclasses import dataclass

import numpy as np
import pytest
from brought import UNROLLED, Ways, attempt

from grader.testing import Failed, NotPassed, _, assert_gradient, is_value, points, signed

PLAIN = ((2, 3, 4, 5, 4, 2, 3), (7, 6, 5, 4, 8, 4, 4), (1, 1, 4, 3, 3, 3, 1), (3, 3, 3, 3, 3, 3, 3))  # N C H W F fh fw
REACH = (1, 1e3, 1e-9, 1)  # how large dout is
GEOMETRIES = (  # the same, then stride and pad
    (2, 2, 5, 4, 3, 3, 3, 1, 1),
    (2, 3, 6, 7, 2, 3, 2, 2, 0),
    (2, 1, 4, 5, 3, 2, 2, 4, 1),
    (1, 2, 5, 5, 2, 3, 3, 2, 3),
)
NAMES = ("out", "dW", "db", "dx")
HINTS = {
    "out": _(
        "At each place: the window times the filter, number by number, all added up, plus the filter's bias. Nothing is turned over."
    ),
    "dW": _("A weight meets one number at each place of each sample. How do so many ways to the loss come together?"),
    "db": _("A filter's bias was added at every place of every sample. What does that make of its gradient, and of its shape?"),
    "dx": _("A pixel reaches the loss through each window that it stands in, and through each filter."),
}


@dataclass(frozen=True)
class Case:
    """The sizes of a layer, its parameters, what goes in and what comes back."""

    sizes: tuple
    W: np.ndarray
    b: np.ndarray
    x: np.ndarray
    dout: np.ndarray

    @property
    def settings(self):
        return {"stride": self.sizes[7], "pad": self.sizes[8]} if len(self.sizes) > 7 else {}

    def layer(self, student):
        return student.Convolution(self.W, self.b, **self.settings)

    def wanted(self):
        """out, dW, db and dx, place by place."""
        _n, _c, h, w, _f, fh, fw, stride, pad = (*self.sizes, 1, 0)[:9]
        padded = np.pad(self.x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
        out, dW, d_padded = np.zeros(self.dout.shape), np.zeros(self.W.shape), np.zeros(padded.shape)
        for i, j in np.ndindex(out.shape[2:]):
            place = (..., slice(i * stride, i * stride + fh), slice(j * stride, j * stride + fw))
            out[:, :, i, j] = np.tensordot(padded[place], self.W, ((1, 2, 3), (1, 2, 3))) + self.b
            dW += np.tensordot(self.dout[:, :, i, j], padded[place], (0, 0))
            d_padded[place] += np.tensordot(self.dout[:, :, i, j], self.W, (1, 0))
        dx = d_padded[:, :, pad : pad + h, pad : pad + w]
        return {"out": out, "dW": dW, "db": self.dout.sum(axis=(0, 2, 3)), "dx": dx}


def draw(rng, sizes, reach=1):
    n, c, h, w, f, fh, fw, stride, pad = (*sizes, 1, 0)[:9]
    out = (n, f, (h + 2 * pad - fh) // stride + 1, (w + 2 * pad - fw) // stride + 1)
    return Case(sizes, signed(rng, f, c, fh, fw), signed(rng, f), signed(rng, n, c, h, w), reach * signed(rng, *out))


@dataclass(frozen=True)
class Round:
    """What went through a layer once, and what came of it: a value, or the NotPassed that came instead."""

    case: Case
    got: dict

    def is_right(self, name):
        return is_value(self.got[name], self.case.wanted()[name])

    def check(self, name, where=""):
        if isinstance(self.got[name], NotPassed):
            raise self.got[name]
        n, oh, ow = (self.case.dout.shape[axis] for axis in (0, 2, 3))
        known = {_("the number of samples"): n, _("the number of places"): oh * ow, _("samples times places"): n * oh * ow}
        assert_gradient(name + where, self.got[name], self.case.wanted()[name], HINTS[name], known)


def for_case(case):
    n, c, h, w, f, fh, fw, stride, pad = (*case.sizes, 1, 0)[:9]
    words = _(" for x of shape {x}, W of shape {W}").format(x=(n, c, h, w), W=(f, c, fh, fw))
    return words + (_(", stride {stride}, pad {pad}").format(stride=stride, pad=pad) if len(case.sizes) > 7 else "")


def go_round(student, layer, case, advise=None, before=None, neighbour=None):
    """Forward and back once. before: another dout, which goes back first; neighbour: a second layer, which goes forward in between."""
    forward = student.watch(layer.forward, case.x)
    if neighbour:
        attempt(lambda: neighbour.forward(-2 * case.x[::-1]))
    if before is not None:
        attempt(lambda: layer.backward(before))
    back = student.watch(layer.backward, case.dout)
    for seen, given, where in ((forward, case.x, "forward"), (back, case.dout, "backward")):
        if advise and seen.args and not is_value(seen.args[0], given):
            advise(
                _("`Convolution.{where}` changes the array that it was given. Whoever else needs it gets a wrong one.").format(
                    where=where
                )
            )
    got = {
        "out": forward.error or forward.returned,
        "dW": attempt(lambda: layer.dW),
        "db": attempt(lambda: layer.db),
        "dx": back.returned,
    }
    if back.error:  # what it had made before that counts
        got["dx"] = back.error
        got |= {name: back.error for name in ("dW", "db") if not is_value(got[name], case.wanted()[name])}
    return Round(case, got)


@pytest.fixture(scope="module")
def ways(student, rng, advise):
    """They begin with a Round for each of the PLAIN cases."""
    cases = [draw(rng, *one) for one in zip(PLAIN, REACH, strict=True)]
    make = lambda: [go_round(student, case.layer(student), case, advise) for case in cases]
    return Ways(student, UNROLLED, ("output_size", "im2col", "col2im"), make)


def check_each(ways, name):
    def check(rounds):
        for r in rounds:
            r.check(name, for_case(r.case))

    ways.better(check)


@points(1)
def test_forward(ways):
    """forward lays every filter at every place."""
    check_each(ways, "out")


@points(1)
def test_dW(ways):
    """dW adds up, over all samples and places, what stood under the filter times dout."""
    check_each(ways, "dW")


@points(1)
def test_db(ways):
    """db is the sum of dout over the batch and both spatial axes, of shape (F,)."""
    check_each(ways, "db")


@points(1)
def test_dx(ways):
    """dx adds up what each pixel gets from all windows and filters."""
    check_each(ways, "dx")


def check_what_works(rounds, others, hint):
    """Others are right in all that is right in plain rounds: and there is something that is, which shows a gradient or an output."""
    works = {name for name in NAMES if all(r.is_right(name) for r in rounds)}
    if not works - {"db"}:
        for r in rounds:
            for name in NAMES:
                r.check(name, for_case(r.case))
    for r in others():
        for name in NAMES:
            if name in works:
                if r.is_right(name) or isinstance(r.got[name], NotPassed):
                    r.check(name, for_case(r.case))
                    continue
                try:
                    r.check(name, for_case(r.case))
                except Failed as failed:
                    raise Failed(str(failed), hint) from None


@points(1)
def test_stride_and_pad(student, rng, ways):
    """Stride and padding, also where the stride doesn't divide."""
    cases = [draw(rng, sizes) for sizes in GEOMETRIES]
    others = lambda: [go_round(student, case.layer(student), case) for case in cases]
    hint = _("stride and pad are the layer's, for both directions, there and back.")
    ways.better(lambda rounds: check_what_works(rounds, others, hint))


@points(1)
def test_repeated(student, rng, ways):
    """A second round counts from anew, and two layers don't get into each other's way."""
    first, second, third = (draw(rng, (n, 2, 4, 3, 3, 2, 2)) for n in (3, 3, 2))
    second, third = (Case(case.sizes, first.W, first.b, case.x, case.dout) for case in (second, third))
    other = draw(rng, (3, 2, 4, 3, 3, 2, 2))

    def others():
        layer, neighbour = first.layer(student), other.layer(student)
        go_round(student, layer, first)
        yield go_round(student, layer, second, before=first.dout, neighbour=neighbour)
        yield go_round(student, layer, third, neighbour=neighbour)

    hint = _("Something is left over from a round before, or shared with another layer.")
    ways.better(lambda rounds: check_what_works(rounds, others, hint))
