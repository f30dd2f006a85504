"""`cross_entropy_error`: both forms of t, the mean over the batch, and probabilities of 0.

A small constant inside the logarithm is as right as none: the tolerance allows for it.
"""

import numpy as np

from grader.testing import Failed, NotPassed, NotRun, Proxy, _, assert_kind, is_array_like, points

SIZES = ((4, 3), (3, 5), (4, 4), (1, 3), (6, 2))  # N, C
FORMS = ("one_hot", "labels")
TOLERANCE = 1e-4  # of the loss; with the right class at 0.1 or more, a constant of 1e-6 shifts it by less than that


def probe(rng, n, c):
    """Probabilities, none below 0.1/C, and labels that are neither all alike nor the likeliest class throughout."""
    y = rng.uniform(0.3, 1.0, (n, c))
    labels = (np.arange(n) + rng.integers(c)) % c
    y[np.arange(0, n, 2), labels[::2]] = rng.uniform(0.3, 0.6, len(labels[::2]))
    return y / y.sum(axis=1, keepdims=True), rng.permutation(labels)


def as_form(form, labels, c, dtype=float):
    return np.eye(c, dtype=dtype)[labels] if form == "one_hot" else labels.copy()


def expected(y, labels):
    return float(-np.log(y[np.arange(len(y)), labels]).mean())


def call(student, y, t, advise=lambda sentence: None):
    seen = student.watch(student.cross_entropy_error, y, t)
    if seen.error:
        raise seen.error
    for given, after in zip((y, t), seen.args, strict=False):
        if is_array_like(after, given) and (after != given).any():
            advise(_("`cross_entropy_error` changes an array that it was given. Whoever else needs it gets a wrong one."))
    return seen.returned


def number(got):
    """The loss as a float. Raises Failed or NotRun where it is no number."""
    assert_kind(_("the loss"), got)
    if np.shape(got) != ():
        raise Failed(_("The loss has shape {shape}; it must be one number for the whole batch.").format(shape=np.shape(got)))
    if not np.isfinite(got):
        raise Failed(_("The loss is NaN or infinite."), _("Which logarithm is taken of which probability?"))
    return float(got)


def near(got, want):
    return abs(got - want) <= TOLERANCE * abs(want)


def check_form(student, rng, form, advise):
    for n, c in SIZES:
        for dtype in (float, int):
            y, labels = probe(rng, n, c)
            got, want = number(call(student, y, as_form(form, labels, c, dtype), advise)), expected(y, labels)
            if not any(near(got, want * k) for k in (1, n, n / c)):  # whether it is a mean is another part
                told = _("labels of shape (N,)") if form == "labels" else _("one-hot t")
                what = _("the wrong sign") if near(got, -want) else _("a wrong value")
                hint = _("Of each row only one probability counts: that of the right class. Which N numbers are these?")
                raise Failed(_("With {told} and a batch of {n}, the loss has {what}.").format(told=told, n=n, what=what), hint)


@points(1)
def test_one_hot(student, rng, advise):
    """The loss for one-hot t."""
    check_form(student, rng, "one_hot", advise)


@points(1)
def test_labels(student, rng, advise):
    """The loss for labels that are whole numbers."""
    check_form(student, rng, "labels", advise)


@points(1)
def test_mean(student, rng):
    """The loss is the mean over the batch: as large for a batch as for that batch twice."""
    tried, trouble, wrong = 0, None, None
    for form in FORMS:  # both are asked, even if the first is wrong: whether it is one of them alone tells why
        for n, c in ((4, 3), (3, 5)):
            y, labels = probe(rng, n, c)
            want = expected(y, labels)
            try:
                once = number(call(student, y, as_form(form, labels, c)))
                twice = number(call(student, np.vstack((y, y)), as_form(form, np.hstack((labels, labels)), c)))
            except NotPassed as error:
                trouble = trouble or error
                continue
            proportional = any(near(abs(once), want * k) for k in (1, n, n / c, 1 / c, 1 / n))
            if not once or (form == "labels" and not proportional):
                continue  # no loss to speak of; said in the part of that form
            tried += 1
            if not near(twice, once) or (proportional and not near(abs(once), want)):
                wrong = wrong or Failed(
                    _("The loss of a batch grows or shrinks with the number of samples or of classes in it."),
                    _("It is the loss of one sample, on average: added up over the batch, then divided once. By what?"),
                )
    if wrong:
        raise wrong
    if not tried:
        raise trouble or NotRun(_("not run: neither form of t gives a loss yet."))


@points(1)
def test_zero(student, rng):
    """A probability of 0 gives a large but finite loss, or none where it doesn't count."""
    tried, trouble = 0, None
    for form in FORMS:
        y, labels = probe(rng, 4, 3)
        t = as_form(form, labels, 3)
        sure = np.eye(3)[labels]
        try:
            usual = number(call(student, y, t))
        except NotPassed as error:
            trouble = trouble or error
            continue  # doesn't work at all
        tried += 1
        right = any(near(abs(usual), expected(y, labels) * k) for k in (1, 4, 4 / 3))
        hint = _("The logarithm of 0 is minus infinity, and 0 times that is NaN. What keeps the logarithm away from 0?")
        wrong = np.roll(sure, 1, axis=1)  # certain, and wrong: 0 for the right class
        hesitant = 0.97 * wrong + 0.01
        losses = [finite(student, probabilities, t, hint) for probabilities in (sure, wrong, hesitant)]
        if not right:
            continue  # a wrong loss is said to be wrong in its own part; here it is finite
        if abs(losses[0]) > 1e-3:
            raise Failed(_("Where all answers are certain and right, the loss is not 0."), hint)
        if not abs(losses[1]) > abs(losses[2]):
            raise Failed(_("A probability of 0 for the right class must cost more than a small one."), hint)
    if not tried:
        raise trouble or NotRun(_("not run: neither form of t gives a loss yet."))


def finite(student, y, t, hint):
    got = call(student, y, t)
    if isinstance(got, Proxy) or got is None or got is ...:
        assert_kind(_("the loss"), got)
    loss = np.asarray(got, dtype=float) if isinstance(got, (int, float, np.ndarray)) else np.nan
    if np.shape(loss) != () or not np.isfinite(loss):
        raise Failed(_("With a probability of exactly 0 the loss is infinite or NaN."), hint)
    return float(loss)
