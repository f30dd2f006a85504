"""`Tanh`: the curve, its slope, and what happens far out."""

import pytest
from activation_probes import (
    Activation,
    Watched,
    check_any_shape,
    check_derivative,
    check_large,
    check_value,
)

from grader.testing import _, points

HINT = _("The slope is made of the output alone: it is asked for at z, so find a = f(z) first.")


@pytest.fixture
def watched(student, reference, advise):
    return Watched(student, advise, Activation("Tanh", reference.Tanh(), HINT, lambda a: 1 - a**2))


@pytest.fixture
def make(student, watched):
    return lambda: watched.activation.make(student)


@points(1)
def test_value(watched, make, rng):
    """f(z) = tanh(z)."""
    check_value(watched, make, rng)
    check_value(watched, make, rng, high=18.0)


@points(1)
def test_derivative(watched, make, rng):
    """The derivative is 1 − f(z)²."""
    check_derivative(watched, make, rng)


@points(1)
def test_large(watched, make, rng):
    """No overflow: right for z of ±1000 and beyond."""
    check_large(watched, make, rng)


@points(1)
def test_any_shape(watched, make, rng):
    """Arrays of any shape, 0-d and whole numbers included, give floats of that shape."""
    check_any_shape(watched, make, rng)
