"""`cross_entropy_error`: both forms of t, the mean over the batch, and probabilities of 0.

A small constant inside the logarithm is as right as none: the tolerance allows for it.
"""

import numpy as np

from grader.testing import Failed, NotPassed, _, assert_kind, is_value, points

SIZES = ((4, 3), (3, 5), (4, 4), (1, 3), (40, 2))  # N, C
FORMS = ("one_hot", "labels")
TOLERANCE = 1e-4  # of the loss; with the right class at 0.1 or more, a constant of 1e-6 shifts it by less than that
INFINITE = _("The loss is NaN or infinite."), _("Which logarithm is taken of which probability?")
ZERO = _("The logarithm of 0 is minus infinity, and 0 times that is NaN. What keeps the logarithm away from 0?")
INFINITE_AT_ZERO = _("With a probability of exactly 0 the loss is infinite or NaN."), ZERO
NARROW = """
import numpy as np


def narrow(function, y, t):
    return function(y, t.astype(np.int32))
"""


def probe(rng, n, c):
    """Probabilities, those of the right classes from 0.1 to 0.8, and labels that are not all alike."""
    labels = (np.arange(n) + rng.integers(c)) % c
    right = rng.permutation(np.linspace(rng.uniform(0.1, 0.2), rng.uniform(0.6, 0.8), n))
    y = rng.uniform(0.8, 1.2, (n, c))
    y[np.arange(n), labels] = 0.0
    y *= ((1 - right) / y.sum(axis=1))[:, None]
    y[np.arange(n), labels] = right
    return y, labels


def as_form(form, labels, c, dtype=float):
    return np.eye(c, dtype=dtype)[labels] if form == "one_hot" else labels.copy()


def expected(y, labels):
    return float(-np.log(y[np.arange(len(y)), labels]).mean())


def near(got, want):
    return abs(got - want) <= TOLERANCE * abs(want)


def call(student, y, t, advise=lambda sentence: None):
    seen = student.watch(student.cross_entropy_error, y, t)
    if seen.error:
        raise seen.error
    for given, after in zip((y, t), seen.args, strict=False):
        if not is_value(after, given):
            advise(_("`cross_entropy_error` changes an array that it was given. Whoever else needs it gets a wrong one."))
    return seen


def label_of(want, seen):
    """Where a call returned nothing: under which label it had the right loss. A missing return costs one part alone."""
    if seen.returned is not None:
        return None
    return next((label for label, values in seen.had.items() if type(values[-1]) is float and near(values[-1], want)), None)


def loss(seen, label=None, infinite=INFINITE):
    """The loss that was returned, or had under a label, as a float. Raises Failed or NotRun where it is no number."""
    got = seen.had[label][-1] if label is not None and label in seen.had else seen.returned
    assert_kind(_("the loss"), got)
    if np.shape(got) != ():
        raise Failed(_("The loss has shape {shape}; it must be one number for the whole batch.").format(shape=np.shape(got)))
    if not np.isfinite(got):
        raise Failed(*infinite)
    return float(got)


def loss_of(student, y, t, want):
    seen = call(student, y, t)
    return loss(seen, label_of(want, seen))


def is_divided(got, want, n, c):
    """Whether nothing but the division can be wrong: it is missing, done twice, or by the number of classes."""
    return any(near(got, want * k) for k in (1, n, n / c, 1 / n, 1 / c))


def check_loss(got, y, labels, form):
    """Whether the loss is a mean is another part."""
    want, n = expected(y, labels), len(y)
    if not is_divided(got, want, *y.shape):
        what = _("the wrong sign") if near(got, -want) else _("a wrong value")
        hint = _("Of each row only one probability counts: that of the right class. Which N numbers are these?")
        raise Failed(_("With {form} and a batch of {n}, the loss has {what}.").format(form=form, n=n, what=what), hint)


@points(1)
def test_one_hot(student, rng, advise):
    """The loss for one-hot t."""
    for n, c in SIZES:
        for dtype in (float, int):
            y, labels = probe(rng, n, c)
            check_loss(loss(call(student, y, np.eye(c, dtype=dtype)[labels], advise)), y, labels, _("one-hot t"))


@points(1)
def test_labels(student, rng, advise):
    """The loss for labels that are whole numbers."""
    for n, c in SIZES:
        y, labels = probe(rng, n, c)
        seen = call(student, y, labels, advise)
        check_loss(loss(seen, label_of(expected(y, labels), seen)), y, labels, _("labels of shape (N,)"))
    seen = student.watch(student.bring(NARROW).narrow, student.cross_entropy_error, y, labels)
    if seen.error:
        raise seen.error
    check_loss(loss(seen, label_of(expected(y, labels), seen)), y, labels, _("labels of 32 bits"))


@points(1)
def test_mean(student, rng):
    """The loss is the mean over the batch."""
    found, trouble = [], None
    for form in FORMS:  # both are asked, even if the first is wrong: whether it is one of them alone tells why
        try:
            found.append([is_mean(student, form, *probe(rng, n, c)) for n, c in ((12, 3), (3, 5), (1, 4))])
        except NotPassed as error:
            trouble = trouble or error
    if any(False in means for means in found):
        raise Failed(
            _("The loss of a batch grows or shrinks with the number of samples or of classes in it."),
            _("It is the loss of one sample, on average: added up over the batch, then divided once. By what?"),
        )
    if not any(all(means) for means in found):
        raise trouble or Failed(_("The loss of a batch doesn't depend on y and t as a loss must."))


def is_mean(student, form, y, labels):
    """Whether the loss of a batch is the mean of its samples'; None where that can't be said."""
    t, want = as_form(form, labels, y.shape[1]), expected(y, labels)
    got = loss_of(student, y, t, want)
    if near(abs(got), want) or is_divided(abs(got), want, *y.shape):
        return near(abs(got), want)
    alone = np.array([loss_of(student, y[n : n + 1], t[n : n + 1], want) for n in range(len(y))])
    steps = np.diff(alone[np.argsort(y[np.arange(len(y)), labels])])  # the surer of the right class, the smaller the loss
    return True if near(got, alone.mean()) and ((steps > 0).all() or (steps < 0).all()) else None


@points(1)
def test_zero(student, rng):
    """A probability of 0 gives a large but finite loss, or none where it doesn't count."""
    shown, trouble = False, None
    for form in FORMS:
        y, labels = probe(rng, 4, 3)
        t, want = as_form(form, labels, 3), expected(y, labels)
        try:
            seen = call(student, y, t)
            label = label_of(want, seen)
            usual = loss(seen, label)
        except NotPassed as error:
            trouble = trouble or error
            continue  # doesn't work at all
        sure = np.eye(3)[labels]
        wrong = np.roll(sure, 1, axis=1)  # certain, and wrong: 0 for the right class
        losses = [abs(loss(call(student, p, t), label, INFINITE_AT_ZERO)) for p in (sure, wrong, 0.97 * wrong + 0.01)]
        others = as_form(form, (labels + 1) % 3, 3)  # for which the same answers are right: no single probability is the loss
        moved = abs(loss(call(student, wrong, others), label, INFINITE_AT_ZERO))
        right = is_divided(abs(usual), want, 4, 3)  # else it is said to be wrong in its own part
        if right and losses[0] > 1e-3:
            raise Failed(_("Where all answers are certain and right, the loss is not 0."), ZERO)
        if right and losses[1] <= losses[2]:
            raise Failed(_("A probability of 0 for the right class must cost more than a small one."), ZERO)
        shown |= max(losses[0], moved) < 0.05 and losses[1] > losses[2]
    if not shown:
        raise trouble or Failed(_("A probability of 0 for the right class must cost more than a small one."), ZERO)
