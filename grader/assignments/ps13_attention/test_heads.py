"""`split_heads` and `merge_heads`: blocks of columns become heads, and come back."""

import numpy as np

from grader.testing import _, assert_gradient, points, signed

SIZES = ((2, 3, 8, 4), (3, 2, 6, 2), (1, 4, 9, 1), (7, 9, 8, 8), (4, 4, 16, 4))  # N, T, D, h
HINT = _(
    "Which numbers stand beside each other in memory? reshape moves none of them; a transpose says which axis is read first."
)


def call(student, function, *args):
    seen = student.watch(function, *args)
    if seen.error:
        raise seen.error
    return seen.returned


@points(2)
def test_split(student, rng):
    """Head i holds the columns i · D/h to (i + 1) · D/h − 1, for every place."""
    for n, t, d, h in SIZES:
        x = signed(rng, n, t, d)
        want = np.stack([x[:, :, i * (d // h) : (i + 1) * (d // h)] for i in range(h)], axis=1)
        got = call(student, student.split_heads, x, h)
        assert_gradient(_("split_heads for {h} heads").format(h=h), got, want, HINT)


@points(2)
def test_merge(student, rng):
    """The heads stand side by side again."""
    for n, t, d, h in SIZES:
        heads = signed(rng, n, h, t, d // h)
        want = np.concatenate([heads[:, i] for i in range(h)], axis=-1)
        got = call(student, student.merge_heads, heads)
        assert_gradient(_("merge_heads for {h} heads").format(h=h), got, want, HINT)
