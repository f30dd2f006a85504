"""`im2col` and `col2im`: windows as rows, and what all windows hold of a pixel added up again.

What is asked for is worked out here window by window. `output_size`, on which both may build, is a right one.
"""

import numpy as np
import pytest
from brought import OUTPUT_SIZE, Ways

from grader.testing import _, assert_gradient, is_array_like, is_value, points, signed

PLAIN = (
    (2, 3, 5, 4, 2, 3, 1, 0),
    (1, 1, 3, 3, 2, 2, 1, 0),
    (7, 2, 4, 5, 1, 3, 1, 0),
    (6, 6, 6, 6, 6, 6, 1, 0),
)  # N C H W fh fw stride pad
STRIDES = ((2, 2, 5, 7, 3, 3, 2, 0), (1, 3, 6, 4, 2, 2, 2, 0), (2, 1, 6, 7, 3, 2, 2, 0), (2, 2, 8, 9, 2, 2, 5, 0))
PADS = ((2, 1, 3, 4, 3, 3, 1, 1), (1, 2, 2, 3, 3, 2, 1, 3))
BOTH = ((2, 2, 6, 5, 3, 3, 2, 1), (1, 2, 4, 4, 2, 2, 3, 1))
ONE_WINDOW = ((2, 2, 2, 3, 4, 5, 1, 1), (1, 3, 2, 2, 4, 4, 1, 1))  # that covers all, padding and all
APART = ((1, 3, 6, 4, 2, 2, 2, 0), (2, 2, 8, 9, 2, 2, 5, 0), (2, 3, 5, 4, 2, 1, 2, 0))  # no two windows overlap
ORDER = _("A row for each place, in the order n, OH, OW; in it the numbers of its window in the order c, fh, fw.")
HALF = _("The window moves by `stride` in both directions; where it doesn't divide, the last rows and columns are not looked at.")
EDGE = _("`pad` zeros stand on all four sides, and take part in the windows.")
ADDS = _("A pixel that stood in several windows has several ways to the loss. What becomes of their gradients?")
INSIDE = _("What falls onto the padding belongs to no pixel; and a pixel without a window has no influence.")


def places(case):
    """Each place of a window: (its row, the slices of it in the padded x)."""
    n, _c, h, w, fh, fw, stride, pad = case
    tops, lefts = range(0, h + 2 * pad - fh + 1, stride), range(0, w + 2 * pad - fw + 1, stride)
    spots = [(i, top, left) for i in range(n) for top in tops for left in lefts]
    return [(row, (i, slice(None), slice(t, t + fh), slice(le, le + fw))) for row, (i, t, le) in enumerate(spots)]


def unrolled(x, case):
    pad = case[-1]
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    return np.array([padded[window].ravel() for _row, window in places(case)])


def rolled_up(col, case):
    n, c, h, w, fh, fw, _stride, pad = case
    padded = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    for row, window in places(case):
        padded[window] += col[row].reshape(c, fh, fw)
    return padded[:, :, pad : pad + h, pad : pad + w]


def for_case(case):
    n, c, h, w, fh, fw, stride, pad = case
    return _(" for x of shape {shape}, a window of {fh} × {fw}, stride {stride}, pad {pad}").format(
        shape=(n, c, h, w), fh=fh, fw=fw, stride=stride, pad=pad
    )


def settings(case):
    """The stride and the padding of a case as they are handed over: where they are the default, not at all."""
    *_rest, stride, pad = case
    return {} if (stride, pad) == (1, 0) else {"stride": stride, "pad": pad}


@pytest.fixture(scope="module")
def ways(student):
    return Ways(student, OUTPUT_SIZE, ("output_size",))


class Case:
    """The sizes of a case, and the numbers drawn for it."""

    def __init__(self, rng, sizes):
        self.sizes = sizes
        size = 1e-9 if sizes[:2] == (1, 1) else 1  # a picture of one channel, alone, has small numbers
        self.x = size * signed(rng, *sizes[:4])
        self.col = size * signed(rng, *unrolled(self.x, sizes).shape)
        self.window = sizes[4:6]

    def im2col(self, student, x=None):
        return student.im2col(self.x if x is None else x, *self.window, **settings(self.sizes))

    def col2im(self, student):
        return student.col2im(self.col, self.sizes[:4], *self.window, **settings(self.sizes))

    def check_im2col(self, student, hint):
        assert_gradient("im2col" + for_case(self.sizes), self.im2col(student), unrolled(self.x, self.sizes), hint)

    def check_col2im(self, student, hint):
        assert_gradient("col2im" + for_case(self.sizes), self.col2im(student), rolled_up(self.col, self.sizes), hint)


def drawn(rng, *groups):
    return [Case(rng, sizes) for group in groups for sizes in group]


def check_all(cases, check):
    for case in cases:
        check(case)


@points(1)
def test_im2col(student, rng, ways):
    """im2col gives a row for each place of the window, in order."""
    cases = drawn(rng, PLAIN)
    ways.better(lambda _made: check_all(cases, lambda case: case.check_im2col(student, ORDER)))


@points(1)
def test_im2col_stride(student, rng, ways):
    """im2col moves the window by the stride, and leaves out what is left over at the end."""
    cases, plain = drawn(rng, STRIDES), drawn(rng, PLAIN[:1])
    ways.better(lambda _made: check_all(cases, lambda case: check_as_plain(student, case, plain[0], HALF)))


@points(1)
def test_im2col_pad(student, rng, ways):
    """im2col puts zeros around, on all four sides."""
    cases, both, (plain, strides) = drawn(rng, PADS), drawn(rng, BOTH), drawn(rng, PLAIN[:1], STRIDES[:1])

    def check(_made):
        check_all(cases, lambda case: check_as_plain(student, case, plain, EDGE))
        if is_value(strides.im2col(student), unrolled(strides.x, strides.sizes)):
            check_all(both, lambda case: check_as_plain(student, case, plain, EDGE))

    ways.better(check)


def check_as_plain(student, case, plain, hint):
    """A case is right, or its numbers stand in another order, as those of a plain case do: that costs another part."""
    got, want = case.im2col(student), unrolled(case.x, case.sizes)
    if is_value(got, want):
        return
    own, right = plain.im2col(student), unrolled(plain.x, plain.sizes)
    if is_value(own, right) or not same_numbers(own, right) or not same_numbers(got, want):
        assert_gradient("im2col" + for_case(case.sizes), got, want, hint)


def same_numbers(got, want):
    return is_array_like(got, got) and got.size == want.size and is_value(np.sort(got, axis=None), np.sort(want, axis=None))


@points(2)
def test_col2im(student, rng, ways):
    """col2im puts every number back to its pixel, and adds where windows overlap."""
    cases = drawn(rng, PLAIN)
    ways.better(lambda _made: check_all(cases, lambda case: case.check_col2im(student, ADDS)))


@points(1)
def test_col2im_stride(student, rng, ways):
    """col2im knows the stride: pixels that no window came to get 0."""
    apart, overlapping, plain = drawn(rng, APART), drawn(rng, STRIDES[:1]), drawn(rng, PLAIN[:1])
    ways.better(lambda _made: check_windows(student, apart, overlapping, plain[0], INSIDE))


@points(1)
def test_col2im_pad(student, rng, ways):
    """col2im leaves the padding out."""
    apart, overlapping, both, plain = (drawn(rng, group) for group in (ONE_WINDOW, PADS, BOTH, PLAIN[:1]))
    (strides,) = drawn(rng, STRIDES[:1])

    def check(_made):
        check_windows(student, apart, overlapping, plain[0], INSIDE)
        if is_value(strides.col2im(student), rolled_up(strides.col, strides.sizes)):
            check_all(both, lambda case: case.check_col2im(student, INSIDE))

    ways.better(check)


def check_windows(student, apart, overlapping, plain, hint):
    """Windows that lie apart are right; those that overlap as well, if they are without a stride and a padding."""
    check_all(apart, lambda case: case.check_col2im(student, hint))
    if is_value(plain.col2im(student), rolled_up(plain.col, plain.sizes)):
        check_all(overlapping, lambda case: case.check_col2im(student, hint))
