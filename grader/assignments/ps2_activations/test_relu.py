"""`ReLU`: the switch, its derivative, and the derivative at the kink."""

import numpy as np
import pytest
from activation_probes import Activation, check_any_shape, check_derivative, check_value, numbers

from grader.testing import Failed, _, assert_gradient, is_array_like, points

HINT = _("The slope has two values. Which belongs to which side of 0?")


@pytest.fixture
def activation(student, reference, advise):
    return Activation(student, advise, reference.ReLU(), HINT)


@points(1)
def test_value(activation, rng):
    """f(z) = max(0, z)."""
    check_value(activation, rng, straight=True)


@points(1)
def test_derivative(activation, rng):
    """The derivative: 1 where z is above 0, 0 where it is below."""
    check_derivative(activation, rng, kink=True)


@points(1)
def test_kink(activation, rng):
    """The derivative at the kink, z = 0, is 0."""
    z = np.array([-rng.uniform(0.5, 2), 0.0, rng.uniform(0.3, 0.8), -0.0, rng.uniform(2, 3)])
    f = activation.make()
    activation.assert_one_is_right(activation.own_results(f, z[z != 0]), f, z[z != 0])
    activation.quietly("value", f, z)
    got, want = numbers(activation.ask("derivative", f, z)), activation.right["derivative"](z)
    if not is_array_like(got, z):
        assert_gradient(activation.names["derivative"], got, want, _("One z is exactly 0 here."))
    if (got == got[0]).all():
        raise Failed(_("The derivative is the same everywhere, so nothing is decided at z = 0."))
    hint = _("Both 0 and 1 could be defended there; the lesson says which it is in this course, and why.")
    assert_gradient(_("the derivative at z = 0"), got[z == 0], np.zeros(2), hint)


@points(1)
def test_any_shape(activation, rng):
    """Arrays of any shape, 0-d and whole numbers included, give floats of that shape."""
    check_any_shape(activation, rng, may_keep_integers=True)
