"""`Standardiser`: mean and std of what it was fitted on, and what it makes of that and of other data."""

import numpy as np
import pytest

from grader.testing import Failed, NotPassed, _, assert_gradient, assert_kind, is_array_like, is_value, points, signed

N, D = 7, 4
EXACT = 1e-5
SMALL = np.array([1e-3, 1.0, 2e-5, 5.0])  # by how much columns vary


@pytest.fixture(scope="module")
def data(rng):
    """Columns of different sizes, for training; others."""
    scale, shift = np.array([1.0, 30.0, 0.7, 4.0]), np.array([5.0, -200.0, 0.0, 12.0])
    return signed(rng, N, D) * scale + shift, 1.3 * signed(rng, 3, D) * scale + shift[::-1] / 10


@pytest.fixture(scope="module")
def small(rng):
    """Two columns in small units among others: none is constant."""
    return signed(rng, N, D) * SMALL + np.array([0.002, 3.0, 1e-5, -2.0])


def least(std):
    """The smallest factor by which a column may come out too small: with 1e-8 added to its variance."""
    return std / np.sqrt(std**2 + 1e-8)


def fitted(student, x):
    standardiser = student.Standardiser()
    seen = student.watch(standardiser.fit, x)
    if seen.error:
        raise seen.error
    return standardiser, seen


def kept(standardiser):
    """What it keeps as mean and std, each None where that is no row of D numbers."""
    found = []
    for name in ("mean", "std"):
        try:
            value = getattr(standardiser, name)
        except NotPassed:
            value = None
        good = isinstance(value, np.ndarray) and value.size == D and np.isfinite(value).all()
        found.append(value.reshape(-1) if good else None)
    return found


def is_standardised(got, x, train, own):
    """Whether `got` is x by the right mean and std, or by the ones that were kept of the fit, which are marked elsewhere."""
    means = [mean for mean in (train.mean(axis=0), own[0]) if mean is not None]
    stds = [std for std in (train.std(axis=0), own[1]) if std is not None and std.all()]
    return is_array_like(got, x) and any(is_value(got, (x - mean) / std) for mean in means for std in stds)


def check_transform(got, x, train, own, name, hint):
    if not is_standardised(got, x, train, own):
        assert_gradient(name, got, (x - train.mean(axis=0)) / train.std(axis=0), hint)


@points(1)
def test_mean(student, data):
    """fit keeps the mean of each column."""
    standardiser, _seen = fitted(student, data[0])
    assert_gradient("mean", standardiser.mean, data[0].mean(axis=0), _("One number for each column: over which axis?"))


@points(1)
def test_std(student, data, small):
    """fit keeps the standard deviation of each column, divided by N."""
    standardiser, _seen = fitted(student, data[0])
    hint = _("One number for each column; the root of the mean of the squared distances from the mean.")
    assert_gradient("std", standardiser.std, data[0].std(axis=0), hint)
    want, got = small.std(axis=0), fitted(student, small)[0].std
    if not is_array_like(got, want) or (got < (1 - EXACT) * want).any() or (got > (1 + EXACT) * want / least(want)).any():
        sentence = _("std is wrong where a column varies by little.")
        raise Failed(sentence, _("A column in kilometres varies by less than the same one in metres: it is not constant."))


@points(1)
def test_transform(student, data, small, advise):
    """transform brings the data of fit to mean 0 and standard deviation 1."""
    standardiser, seen = fitted(student, data[0])
    if seen.args and not is_value(seen.args[0], data[0]):
        advise(_("`Standardiser.fit` changes the data that it is given. They belong to the caller."))
    own = kept(standardiser)
    looked = student.watch(standardiser.transform, data[0])
    if looked.error:
        raise looked.error
    if looked.args and not is_value(looked.args[0], data[0]):
        advise(_("`Standardiser.transform` changes the data that it is given. They belong to the caller."))
    hint = _("First the mean of each column is taken away, then the column divided by its std.")
    check_transform(looked.returned, data[0], data[0], own, _("What transform makes of the data of fit"), hint)
    standardiser, _seen = fitted(student, small)
    got, own = standardiser.transform(small), kept(standardiser)
    if not is_standardised(got, small, small, own) and not is_nearly_standardised(got, small):
        sentence = _("transform doesn't bring a column that varies by little to standard deviation 1.")
        raise Failed(sentence, _("A column in kilometres varies by less than the same one in metres: it is not constant."))


def is_nearly_standardised(got, x):
    """Whether each column of `got` is that of x less its mean, by its std or a little more than that."""
    if not is_array_like(got, x):
        return False
    std, spread = x.std(axis=0), got.std(axis=0)
    exact = (x - x.mean(axis=0)) / std
    within = (spread >= (1 - EXACT) * least(std)).all() and (spread <= 1 + EXACT).all()
    return bool(within and np.allclose(got, exact * spread, rtol=EXACT, atol=EXACT))


@points(1)
def test_others(student, data):
    """Other data are transformed by the mean and std of the data of fit, and not by their own."""
    train, other = data
    standardiser, _seen = fitted(student, train)
    own = kept(standardiser)
    hint = _("fit has looked at the training data once and for all; transform measures nothing.")
    for x in (other, other[:1]):
        check_transform(standardiser.transform(x), x, train, own, _("What transform makes of other data"), hint)
    second, _seen = fitted(student, -2 * train)
    name = _("What transform makes of other data, while there is a second Standardiser")
    check_transform(standardiser.transform(other), other, train, own, name, hint)
    second.fit(train)
    name = _("What transform makes of other data, after a second fit")
    check_transform(second.transform(other), other, train, own, name, _("The last fit counts."))


@points(1)
def test_constant(student, data):
    """A column that was constant in fit becomes 0 there, and never NaN."""
    x = data[0].copy()
    x[:, 1], x[:, 3] = 3.0, 0.0
    standardiser, _seen = fitted(student, x)
    own = kept(standardiser)
    got = standardiser.transform(x)
    assert_kind(_("What transform makes of data with constant columns"), got)
    if not is_array_like(got, x):
        sentence = _("With a constant column, transform gives NaN, infinity or another shape.")
        raise Failed(sentence, _("A constant column has std 0. By what can it be divided?"))
    moving = np.array([0, 2])
    if own[0] is not None and not is_value(own[0], x.mean(axis=0)):  # its mean is marked elsewhere, where transform goes by it
        if not is_standardised(got[:, moving], x[:, moving], x[:, moving], [None if one is None else one[moving] for one in own]):
            raise Failed(_("Where there is a constant column, the others come out wrong."))
    elif np.abs(got[:, [1, 3]]).max() > 1e-6:
        raise Failed(_("A constant column doesn't become 0."), _("Less its mean, it is 0 already."))
    if np.abs(got[:, moving]).max() < 0.1 or is_value(got, x):
        raise Failed(_("Where there is a constant column, the others are not transformed."))
