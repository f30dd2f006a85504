"""`log_sum_exp` and `log_softmax`: without leaving the logarithms, and so exact at any size.

`log_softmax` may be built on `log_sum_exp`. Where that is wrong, it is tried with something else in its place, no answer to anything.
"""

import numpy as np

from grader.testing import Failed, NotPassed, NotRun, _, assert_gradient, assert_kind, is_array_like, is_value, points, signed

SIZES = ((4, 3), (3, 24), (4, 4), (1, 3), (5, 1))
EXACT = 1e-9
EXTREMES = np.array(
    [
        [1000.0, 999.0, -1000.0],
        [-1000.0, -1000.0, -1001.5],
        [-1000.0, 1000.0, 0.5],
        [-1000.0, -998.0, -999.0],
        [3.0, -1000.0, 2.0],
    ]
)
STAND_IN = """
import numpy as np


def another(x):
    return x @ np.linspace(0.7, 1.9, x.shape[1]) + 0.1
"""
EACH_ROW = _("Each row is a sample of its own: one number comes of it.")
FROM_EACH = _("From all scores of a row the same number is taken: which one, and how does it get in line with the rows?")
NO_ROOM = _(
    "e to the 1000 doesn't fit into a float, and e to the −1000 is 0. Which score of the row can be taken out beforehand?"
)
NO_HELP = _("Nothing needs to be clipped, and nothing added: with the largest score taken out, no logarithm meets a 0.")


def log_sum_exp(x):
    return np.logaddexp.reduce(x, axis=1)


def ordinary(rng):
    for shape in SIZES:
        x = 1.5 * signed(rng, *shape)
        yield x if shape != (5, 1) else x - 3.0


def either_way(student, check):
    """check(what log_sum_exp gives) passes with the submission's own, or with another function in its place."""
    try:
        check(log_sum_exp)
    except NotPassed as first:
        own = attempt(lambda: student.log_sum_exp)
        there = student.bring(STAND_IN)
        student.put("log_sum_exp", there.another)
        try:
            check(lambda x: x @ np.linspace(0.7, 1.9, x.shape[1]) + 0.1)
        except NotPassed as second:
            raise (second if isinstance(first, NotRun) and not isinstance(second, NotRun) else first) from None
        finally:
            attempt(lambda: student.put("log_sum_exp", own))


def attempt(take):
    """What take() gives, or None where it raises."""
    try:
        return take()
    except NotPassed:
        return None


def assert_exact(name, got, want, hint, ask_on=lambda: None):
    """A shape and values as they should be, to EXACT and no constant more. ask_on(): what shows which constant it is."""
    assert_kind(name, got)
    if np.shape(got) != want.shape or not np.isfinite(got).all():
        assert_gradient(name, got, want, hint)
    if np.abs(got - want).max() > EXACT:
        near = np.abs(got - want).max() < 1e-3
        if near:
            attempt(ask_on)
            raise Failed(_("{name} is nearly right, but not exact.").format(name=name), NO_HELP)
        assert_gradient(name, got, want, hint)
        raise Failed(_("{name} is not exact.").format(name=name), NO_HELP)


def assert_near(name, got, want, hint):
    """As assert_gradient, but a constant of up to 1e-6 is no matter here: the parts with scores of ±1000 look at that."""
    if not is_array_like(got, want) or np.abs(got - want).max() > 1e-5:
        assert_gradient(name, got, want, hint)


@points(1)
def test_log_sum_exp(student, rng):
    """log_sum_exp gives ln Σ exp(x) of each row, of shape (N,)."""
    for x in ordinary(rng):
        assert_near("log_sum_exp", student.log_sum_exp(x), log_sum_exp(x), EACH_ROW)


@points(1)
def test_log_sum_exp_big(student):
    """log_sum_exp is exact for scores of ±1000."""
    got, ask_on = student.log_sum_exp(EXTREMES), lambda: student.log_sum_exp(np.zeros((2, 1)))
    assert_exact(_("log_sum_exp of scores of ±1000"), got, log_sum_exp(EXTREMES), NO_ROOM, ask_on)


@points(1)
def test_log_softmax(student, rng):
    """log_softmax gives x − ln Σ exp(x) for each row."""
    probes = list(ordinary(rng))

    def check(total):
        for x in probes:
            assert_near("log_softmax", student.log_softmax(x), x - total(x)[:, None], FROM_EACH)

    either_way(student, check)


@points(1)
def test_log_softmax_big(student):
    """log_softmax is exact for scores of ±1000."""

    def check(total):
        name = _("log_softmax of scores of ±1000")
        assert_exact(name, student.log_softmax(EXTREMES), EXTREMES - total(EXTREMES)[:, None], NO_ROOM)

    either_way(student, check)


@points(1)
def test_arguments(student, rng):
    """Both leave their argument as it was."""
    x, shown, trouble = 1.5 * signed(rng, 4, 3), False, None
    total = log_sum_exp(x)
    for name in ("log_sum_exp", "log_softmax"):
        try:
            seen = student.watch(getattr(student, name), x)
        except NotPassed as error:
            trouble = trouble or error
            continue
        if seen.args and not is_value(seen.args[0], x):
            raise Failed(
                _("`{name}` changes the array x that it was given.").format(name=name),
                _("Whoever called it needs x again, for the gradient if for nothing else. Make a new array."),
            )
        got, want = seen.returned, total if name == "log_sum_exp" else x - total[:, None]
        shown |= is_array_like(got, want) and bool(np.abs(got - want).max() < 1e-5)
        trouble = trouble or seen.error
        if name == "log_sum_exp" and is_array_like(got, total):
            total = got  # log_softmax may be built on it
    if not shown:
        raise trouble or Failed(_("Neither function gives something right yet."), _("First get one of them right."))
