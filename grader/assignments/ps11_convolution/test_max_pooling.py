"""`MaxPooling`: the largest of each window, and where its gradient goes.

What is asked for is worked out here window by window; what it may build on is right, and where that doesn't pass once more the
submission's own.
"""

from dataclasses import dataclass

import numpy as np
import pytest
from brought import UNROLLED, Ways, attempt

from grader.testing import Failed, NotPassed, _, assert_gradient, is_array_like, is_value, points, signed

PLAIN = ((2, 3, 4, 6, 2, None), (1, 6, 6, 3, 3, None), (7, 1, 5, 5, 5, None), (2, 2, 2, 2, 2, None))  # N C H W size stride
REACH = (1, 1, 1e-9, 1e4)  # how large x and dout are
STRIDES = ((2, 3, 5, 4, 2, 1), (2, 2, 5, 7, 3, 2), (1, 3, 5, 8, 2, 3))
RESTS = ((2, 2, 5, 7, 2, None), (1, 3, 4, 5, 3, None), (2, 1, 7, 8, 3, None))
LARGEST = _("Of each window, for each sample and channel by itself, the largest number.")
ALL_OF_IT = _("Only the largest number of a window had an influence. What do the others get, and what does it get?")
ADDS = _("Where windows overlap one pixel may win several times; where they lie apart, pixels between them win never.")
REST = _("What is left over at the end is not looked at, and has no influence.")
FIRST = _("Of equal numbers the first of its window, row by row, gets the gradient: all of it, and the others nothing.")


@dataclass(frozen=True)
class Case:
    """The sizes of a layer, what goes in and what comes back."""

    sizes: tuple
    x: np.ndarray
    dout: np.ndarray

    def layer(self, student):
        size, stride = self.sizes[4:]
        return student.MaxPooling(size) if stride is None else student.MaxPooling(size, stride)

    def wanted(self):
        """(out, dx), window by window."""
        size = self.sizes[4]
        stride = self.sizes[5] or size
        out, dx = np.zeros(self.dout.shape), np.zeros(self.x.shape)
        for n, c, i, j in np.ndindex(out.shape):
            window = self.x[n, c, i * stride : i * stride + size, j * stride : j * stride + size]
            row, column = divmod(int(window.argmax()), size)
            out[n, c, i, j] = window[row, column]
            dx[n, c, i * stride + row, j * stride + column] += self.dout[n, c, i, j]
        return out, dx


def draw(rng, sizes, reach=1, ties=False):
    """Numbers that all differ, those of the first channel below 0, of the last above 0 if there are several, the last of all the
    largest; with ties, few different ones."""
    n, c, h, w, size, stride = sizes
    stride = stride or size
    x = signed(rng, n, c, h, w) - 0.8
    if ties:
        x = np.round(x)
    else:
        x[-1, -1] = 0.5 + abs(x[-1, -1])
        x[0, 0] = -0.5 - abs(x[0, 0])
        x[-1, -1, -1, -1] = x.max() + 0.5
    out = (n, c, (h - size) // stride + 1, (w - size) // stride + 1)
    return Case(sizes, reach * x, reach * signed(rng, *out))


def for_case(case):
    size, stride = case.sizes[4:]
    words = _(" for x of shape {shape}, size {size}").format(shape=case.x.shape, size=size)
    return words + ("" if stride is None else _(", stride {stride}").format(stride=stride))


def go_round(student, layer, case, advise=None, before=None, neighbour=None):
    """(out, dx) of one way there and back: values, or the NotPassed that came instead."""
    forward = student.watch(layer.forward, case.x)
    if neighbour:
        attempt(lambda: neighbour.forward(-case.x[::-1]))
    if before is not None:
        attempt(lambda: layer.backward(before))
    back = student.watch(layer.backward, case.dout)
    for seen, given, where in ((forward, case.x, "forward"), (back, case.dout, "backward")):
        if advise and seen.args and not is_value(seen.args[0], given):
            advise(
                _("`MaxPooling.{where}` changes the array that it was given. Whoever else needs it gets a wrong one.").format(
                    where=where
                )
            )
    return forward.error or forward.returned, back.error or back.returned


def check(got, want, name, case, hint):
    if isinstance(got, NotPassed):
        raise got
    assert_gradient(name + for_case(case), got, want, hint)


@pytest.fixture(scope="module")
def ways(student, rng, advise):
    """They begin with (case, out, dx) for each of the PLAIN cases."""
    cases = [draw(rng, *one) for one in zip(PLAIN, REACH, strict=True)]
    make = lambda: [(case, *go_round(student, case.layer(student), case, advise)) for case in cases]
    return Ways(student, UNROLLED, ("output_size", "im2col", "col2im"), make)


@points(1)
def test_forward(ways):
    """forward gives the largest number of each window."""

    def check_out(rounds):
        for case, out, _dx in rounds:
            check(out, case.wanted()[0], "out", case, LARGEST)

    ways.better(check_out)


@points(1)
def test_backward(ways):
    """backward gives a window's gradient to its largest number, and 0 to the others."""

    def check_dx(rounds):
        for case, _out, dx in rounds:
            check(dx, case.wanted()[1], "dx", case, ALL_OF_IT)

    ways.better(check_dx)


def check_what_works(rounds, others, hint):
    """Others, (case, out, dx), are right in what is right in plain rounds; something is."""
    works = [all(is_value(found[k], found[0].wanted()[k - 1]) for found in rounds) for k in (1, 2)]
    for k, name in ((1, "out"), (2, "dx")):
        if not any(works):
            for found in rounds:
                check(found[k], found[0].wanted()[k - 1], name, found[0], LARGEST if k == 1 else ALL_OF_IT)
    for found in others():
        for k, name in ((1, "out"), (2, "dx")):
            if works[k - 1]:
                check(found[k], found[0].wanted()[k - 1], name, found[0], hint)


@points(1)
def test_stride(student, rng, ways):
    """Windows that overlap add their gradients up; pixels between windows get 0."""
    cases = [draw(rng, sizes) for sizes in STRIDES]
    others = lambda: [(case, *go_round(student, case.layer(student), case)) for case in cases]
    ways.better(lambda rounds: check_what_works(rounds, others, ADDS))


@points(1)
def test_rest(student, rng, ways):
    """Where the stride doesn't divide, the last rows and columns are not looked at."""
    cases = [draw(rng, sizes) for sizes in RESTS]
    others = lambda: [(case, *go_round(student, case.layer(student), case)) for case in cases]
    ways.better(lambda rounds: check_what_works(rounds, others, REST))


@points(1)
def test_ties(student, rng, ways):
    """Of equal maxima the first of its window, row by row, gets all of the gradient."""
    few = [draw(rng, sizes, ties=True) for sizes in PLAIN[:2]]
    x = np.zeros((2, 2, 2, 4))
    x[0, 0, 1], x[1, 1, :, 3], x[0, 1, 1, 2:] = 1.0, 2.0, -0.0
    cases = [*few, Case((2, 2, 2, 4, 2, None), x, signed(rng, 2, 2, 1, 2))]
    alike = [Case(case.sizes, np.full(case.x.shape, -0.5), case.dout) for case in few]

    def check_ties(rounds):
        for case in (*cases, *alike):
            _out, dx = go_round(student, case.layer(student), case)
            if isinstance(dx, NotPassed):
                raise dx
            want = case.wanted()[1]
            if is_array_like(dx, want) and not is_value(dx, want):
                size = case.sizes[4]
                windows = lambda a, size=size: np.add.reduceat(
                    np.add.reduceat(a, range(0, a.shape[2], size), 2), range(0, a.shape[3], size), 3
                )
                if is_value(windows(dx), windows(want)):
                    raise Failed(_("Among equal maxima, dx goes to the wrong ones, or to several."), FIRST)
            check(dx, want, "dx", case, FIRST)

    ways.better(check_ties)


@points(1)
def test_repeated(student, rng, ways):
    """A second round counts from anew, and two layers don't get into each other's way."""
    first, second, third = (draw(rng, (n, 2, 4, 6, 2, None)) for n in (3, 3, 2))

    def others():
        layer, neighbour = student.MaxPooling(2), student.MaxPooling(2)
        go_round(student, layer, first)
        yield second, *go_round(student, layer, second, before=first.dout, neighbour=neighbour)
        yield third, *go_round(student, layer, third, neighbour=neighbour)

    hint = _("Something is left over from a round before, or shared with another layer.")
    ways.better(lambda rounds: check_what_works(rounds, others, hint))
