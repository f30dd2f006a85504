"""`softmax_backward`: the way back through softmax, over the last axis, whatever stands before it."""

import numpy as np

from grader.testing import _, assert_gradient, attempt, points, signed

HINT = _("Every score is in the sum below, so it moves every weight of its row. What do all of them have in common?")
REACH = (1, 1e-9, 1e3, 1)  # how large dy is
SIZE = 700  # numbers in a row; its Jacobian would take 4 MB
PEAK = """
import tracemalloc


def builds_a_table(function, dy, y):
    "Whether a call holds as many numbers as the Jacobian of a row has."
    tracemalloc.start()
    try:
        function(dy, y)
        return tracemalloc.get_traced_memory()[1] > 8 * y.shape[-1] ** 2 / 2
    finally:
        tracemalloc.stop()
"""


def softmax(x):
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def check(student, rng, shapes, name):
    for shape, size in zip(shapes, REACH, strict=False):
        y, dy = softmax(1.5 * signed(rng, *shape)), size * signed(rng, *shape)
        want = y * (dy - (dy * y).sum(axis=-1, keepdims=True))
        seen = student.watch(student.softmax_backward, dy, y)
        if seen.error:
            raise seen.error
        assert_gradient(name, seen.returned, want, HINT, {_("the length of a row"): shape[-1]})


@points(2)
def test_rows(student, rng, advise):
    """Each row of (N, S) by itself."""
    check(student, rng, ((4, 3), (7, 11), (4, 4), (1, 3)), _("dx for some rows"))
    y = softmax(signed(rng, 1, SIZE))
    table = attempt(lambda: student.bring(PEAK).builds_a_table(student.softmax_backward, signed(rng, 1, SIZE), y))
    if table is True:
        advise(
            _("`softmax_backward` builds the Jacobian, S × S numbers for each row. It can be applied without: three operations.")
        )


@points(1)
def test_vector(student, rng):
    """A single row, (S,)."""
    check(student, rng, ((3,), (9,)), _("dx for a single row"))


@points(1)
def test_leading_axes(student, rng):
    """Any axes before the last, as attention has them."""
    check(student, rng, ((2, 3, 4), (3, 2, 4, 5), (3, 3, 3), (2, 1, 3, 1, 2, 4)), _("dx with several axes"))
