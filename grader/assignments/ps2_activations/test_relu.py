"""`ReLU`: the switch, its derivative, and the derivative at the kink."""

import numpy as np
import pytest
from activation_probes import (
    Activation,
    Watched,
    check_any_shape,
    check_derivative,
    check_value,
    numbers,
)

from grader.testing import Failed, _, assert_gradient, points

HINT = _("The slope has two values. Which belongs to which side of 0?")


@pytest.fixture
def watched(student, reference, advise):
    return Watched(student, advise, Activation("ReLU", reference.ReLU(), HINT))


@pytest.fixture
def make(student, watched):
    return lambda: watched.activation.make(student)


def at_the_kink(rng):
    return np.array([-rng.uniform(0.5, 2), 0.0, rng.uniform(0.5, 2), -0.0, rng.uniform(2, 3)])


@points(1)
def test_value(watched, make, rng):
    """f(z) = max(0, z)."""
    check_value(watched, make, rng)


@points(1)
def test_derivative(watched, make, rng):
    """The derivative: 1 where z is above 0, 0 where it is below."""
    check_derivative(watched, make, rng)


@points(1)
def test_kink(watched, make, rng):
    """The derivative at the kink, z = 0, is 0."""
    z = at_the_kink(rng)
    f = make()
    watched.quietly("value", f, z)
    got = numbers(watched.derivative(f, z))
    hint = _("Both 0 and 1 could be defended there; the lesson says which it is in this course, and why.")
    if type(got) is np.ndarray and got.shape == z.shape and got.dtype.kind in "fi" and np.isfinite(got).all():
        if (got == got[0]).all():
            raise Failed(_("The derivative is the same everywhere, so nothing is decided at z = 0."))
        assert_gradient("the derivative at z = 0", got[z == 0], np.zeros(2), hint)
    else:
        assert_gradient(
            watched.activation.of_derivative, got, watched.activation.right.derivative(z), _("One z is exactly 0 here.")
        )


@points(1)
def test_any_shape(watched, make, rng):
    """Arrays of any shape, 0-d and whole numbers included, give floats of that shape."""
    check_any_shape(watched, make, rng)
