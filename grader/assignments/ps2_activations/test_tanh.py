"""`Tanh`: the curve, its slope, and what happens far out."""

import pytest
from activation_probes import Activation, check_any_shape, check_derivative, check_large, check_value

from grader.testing import _, points

HINT = _("The slope is made of the output alone: it is asked for at z, so find a = f(z) first.")


@pytest.fixture
def activation(student, reference, advise):
    return Activation(student, advise, reference.Tanh(), HINT, of_value=lambda a: 1 - a**2)


@points(1)
def test_value(activation, rng):
    """f(z) = tanh(z)."""
    check_value(activation, rng)


@points(1)
def test_derivative(activation, rng):
    """The derivative is 1 − f(z)²."""
    check_derivative(activation, rng)


@points(1)
def test_large(activation, rng):
    """No overflow: right for z of ±1000 and beyond."""
    check_large(activation, rng)


@points(1)
def test_any_shape(activation, rng):
    """Arrays of any shape, 0-d and whole numbers included, give floats of that shape."""
    check_any_shape(activation, rng)
