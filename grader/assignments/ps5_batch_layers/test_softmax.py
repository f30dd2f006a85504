"""`softmax`: for one sample, for a batch, and for scores whose exponentials don't fit into a float."""

import numpy as np

from grader.testing import Failed, _, assert_gradient, assert_kind, close, is_array_like, points, signed

BATCHES = ((4, 3), (3, 5), (4, 4), (1, 3), (5, 2))
EXTREMES = ((1000.0, 999.0, -1000.0), (-1000.0, -1001.5, -1002.0), (1000.0, 0.5, -1000.0), (800.0, 800.7, 799.0))


def softmax(x):
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def call(student, x, advise):
    seen = student.watch(student.softmax, x)
    if seen.error:
        raise seen.error
    if seen.args and is_array_like(seen.args[0], x) and (seen.args[0] != x).any():
        advise(_("`softmax` changes the array `x` that it was given. Whoever else needs it gets a wrong one; make a new array."))
    return seen.returned


@points(1)
def test_single(student, rng, advise):
    """One sample: scores (C,) give probabilities (C,)."""
    for c in (3, 5):
        x = 1.5 * signed(rng, c)
        assert_gradient(_("softmax of one sample"), call(student, x, advise), softmax(x), _("Powers of e, divided by their sum."))


@points(1)
def test_batch(student, rng, advise):
    """A batch: each row of (N, C) is a sample of its own."""
    for shape in BATCHES:
        x = 1.5 * signed(rng, *shape)
        hint = _("Each row adds up to 1 by itself: over which axis, and with which shape, are the maximum and the sum?")
        assert_gradient(_("softmax of a batch"), call(student, x, advise), softmax(x), hint)


@points(1)
def test_big(student, rng, advise):
    """Scores of ±1000 give probabilities, no NaN and no infinity."""
    hint = _("Adding a number to all scores of a sample changes nothing. Which number makes every power of e harmless?")
    mild = (400.0, 399.0, -400.0)  # these overflow only where the largest is added
    lone = [rng.permutation(row) for row in (mild, *EXTREMES)]
    batches = [np.array([rng.permutation(row) for row in EXTREMES]), np.array([rng.permutation(row) for row in EXTREMES[:3]])]
    for x in lone:
        if works(student, 3):
            finite_and_right(_("softmax of one sample with huge scores"), call(student, x, advise), softmax(x), hint, True)
    for x in batches:
        right = works(student, *x.shape)
        finite_and_right(_("softmax of a batch with huge scores"), call(student, x, advise), softmax(x), hint, right)


def works(student, *shape):
    """True where softmax is right for scores that are not huge: only then are the values looked at."""
    x = np.linspace(-1.0, 1.3, int(np.prod(shape))).reshape(shape) ** 3
    seen = student.watch(student.softmax, x)
    return not seen.error and is_array_like(seen.returned, x) and close(seen.returned, softmax(x))


def finite_and_right(name, got, want, hint, right):
    assert_kind(name, got)
    if right:
        assert_gradient(name, got, want, hint)
    elif not np.isfinite(got).all():
        raise Failed(_("{name} holds NaN or infinity.").format(name=name), hint)
