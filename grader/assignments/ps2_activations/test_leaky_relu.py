"""`LeakyReLU`: two slopes, one of them a parameter."""

import numpy as np
import pytest
from activation_probes import (
    Activation,
    Watched,
    check_any_shape,
    check_derivative,
    check_value,
    close_to,
    numbers,
    with_right_value,
)

from grader.testing import Failed, NotRun, Raised, _, assert_gradient, assert_kind, close, points, signed

SLOPE = 0.01
HINT = _("The slope has two values. Which belongs to which side of 0?")


@pytest.fixture
def watched(student, reference, advise):
    return Watched(student, advise, Activation("LeakyReLU", reference.LeakyReLU(SLOPE), HINT))


@pytest.fixture
def make(student, watched):
    """Makes an object with the usual slope, put in its place should `__init__` not have done so."""

    def made():
        f = watched.activation.make(student, SLOPE)
        try:
            f.slope = SLOPE
        except (Raised, NotRun):
            pass  # an object that takes care of its own attributes
        return f

    return made


def value(z, slope=SLOPE):
    return np.where(z > 0, z, slope * z)


def derivative(z, slope=SLOPE):
    return np.where(z > 0, 1.0, slope)


RIGHT = {"value": value, "derivative": derivative}


def drawn_slopes(rng):
    return rng.uniform(0.05, 0.15), rng.uniform(0.25, 0.4)


def at_the_kink(rng):
    return np.array([-rng.uniform(0.5, 2), 0.0, rng.uniform(0.5, 2)])


@points(1)
def test_value(watched, make, rng):
    """f(z) = z above 0, slope · z below."""
    check_value(watched, make, rng)


@points(1)
def test_derivative(watched, make, rng, advise):
    """The derivative: 1 where z is above 0, slope where it is not."""
    check_derivative(watched, make, rng, (SLOPE,))
    z = at_the_kink(rng)
    want = watched.activation.right.derivative(z)
    if close_to(with_right_value(watched, (SLOPE,), z), want):
        return
    f = make()
    watched.quietly("value", f, z)
    got = numbers(watched.derivative(f, z))
    if close_to(got, np.where(z == 0, 1.0, want)):
        advise(_("The derivative of `LeakyReLU` is 1 at z = 0. That is allowed; the lesson takes the slope there."))
    elif not close_to(got, want):
        hint = _("One z is exactly 0 here. The slope is that of one side or of the other.")
        assert_gradient(watched.activation.of_derivative, got, want, hint)


@points(1)
def test_slope(watched, student, make, rng):
    """slope belongs to each object; it is 0.01 where none is given."""
    activation = watched.activation
    z = signed(rng, 8, low=0.4, high=3.0)
    slopes = drawn_slopes(rng)
    judged = [which for which in RIGHT if close_to(watched.quietly(which, make(), z), RIGHT[which](z))]
    # all are made before any is used: a slope that is shared shows, for the last one has a slope of its own
    first, usual = activation.make(student, slopes[0]), activation.make(student)
    second = activation.make(student, slope=slopes[1])
    own, none = _("Two objects had been made, with slopes of their own."), _("No slope was given: it is 0.01 then.")
    for which in judged:
        name = str(activation) if which == "value" else activation.of_derivative
        for f, slope, hint in ((first, slopes[0], own), (second, slopes[1], own), (usual, SLOPE, none)):
            watched.quietly("value", f, z)
            assert_gradient(name, numbers(getattr(watched, which)(f, z)), RIGHT[which](z, slope), hint)
    if not judged:  # both are wrong, and marked as such; the slope must make a difference all the same
        watched.quietly("derivative", second, z)  # not judged: it tells a lost slope from two wrong formulas
        results = [watched.value(f, z) for f in (first, second, usual, activation.make(student, SLOPE))]
        for got in results:
            assert_kind(str(activation), got)
        if np.shape(results[0]) != z.shape or close(results[1], results[0]) or not close_to(results[2], results[3]):
            raise Failed(_("The slope that an object is made with makes no difference to what it gives."))


@points(1)
def test_any_shape(watched, make, rng):
    """Arrays of any shape, 0-d and whole numbers included, give floats of that shape."""
    check_any_shape(watched, make, rng)
