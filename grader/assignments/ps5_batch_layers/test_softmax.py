"""`softmax`: for one sample, for a batch, and for scores whose exponentials don't fit into a float."""

import numpy as np

from grader.testing import Failed, NotPassed, _, assert_gradient, assert_kind, is_value, points, signed

BATCHES = ((4, 3), (3, 25), (4, 4), (1, 3), (40, 2))
CLOSE = np.array([[1000.0, 999.0, -1000.0], [-1002.0, -1000.0, -1001.5], [799.0, 800.7, 800.0], [-400.0, 399.0, 400.0]])
CERTAIN = np.array([[1000.0, 0.5, -1000.0], [-1000.0, 1000.0, 0.5], [0.5, -1000.0, 1000.0]])  # each of another class
TOO_BIG = _("Adding a number to all scores of a sample changes nothing. Which number makes every power of e harmless?")


def softmax(x):
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def call(student, x, advise=lambda sentence: None):
    seen = student.watch(student.softmax, x)
    if seen.error:
        raise seen.error
    if seen.args and not is_value(seen.args[0], x):
        advise(_("`softmax` changes the array `x` that it was given. Whoever else needs it gets a wrong one; make a new array."))
    return seen


def probabilities(student, x):
    """What softmax returns. Where that is nothing, what it had in its hands: a missing return costs another part."""
    seen, want = call(student, x), softmax(x)
    return want if seen.returned is None and seen.holds(want) else seen.returned


@points(1)
def test_single(student, rng, advise):
    """One sample: scores (C,) give probabilities (C,)."""
    for x in (1.5 * signed(rng, 3), 1.5 * signed(rng, 5), np.zeros(4)):
        got = call(student, x, advise).returned
        assert_gradient(_("softmax of one sample"), got, softmax(x), _("Powers of e, divided by their sum."))


@points(1)
def test_batch(student, rng):
    """A batch: each row of (N, C) is a sample of its own."""
    for shape in BATCHES:
        x = 1.5 * signed(rng, *shape)
        x[-1] *= len(x) > 1  # all scores 0
        hint = _("Each row adds up to 1 by itself: over which axis, and with which shape, are the maximum and the sum?")
        assert_gradient(_("softmax of a batch"), probabilities(student, x), softmax(x), hint)


@points(1)
def test_big(student):
    """Scores of ±1000 give probabilities, no NaN and no infinity."""
    single, batch = _("softmax of one sample with huge scores"), _("softmax of a batch with huge scores")
    shown, trouble = False, None
    for name, close, certain in ((single, CLOSE, CERTAIN), (batch, [CLOSE, CLOSE[:3]], [CERTAIN])):
        try:
            got = [probabilities(student, x) for x in (*close, *certain)]
        except NotPassed as error:
            trouble = trouble or error
            if works(student, close[0] / 1000):
                raise
            continue  # it can't do this form at all
        shown |= check_big(student, name, got, close, certain)
    if not shown:
        raise trouble or Failed(_("Scores of ±1000 don't give probabilities."), TOO_BIG)


def works(student, x):
    """True where softmax is right for scores that are not huge."""
    try:
        return is_value(probabilities(student, x), softmax(x))
    except NotPassed:
        return False


def check_big(student, name, got, close, certain):
    """Huge scores are done as well as others. Returns whether they give something right: the certain classes, or all but these."""
    wants = [softmax(x) for x in (*close, *certain)]
    if all(is_value(y, want) for y, want in zip(got, wants, strict=True)):
        return True
    right = works(student, close[0] / 1000)
    for y, want in zip(got, wants, strict=True):
        assert_kind(name, y)
        if right:
            assert_gradient(name, y, want, TOO_BIG)
        elif not np.isfinite(y).all():
            raise Failed(_("{name} holds NaN or infinity.").format(name=name), TOO_BIG)
    last = got[len(close) :]
    return any(all(is_value(y, softmax(sign * x)) for y, x in zip(last, certain, strict=True)) for sign in (1, -1))
