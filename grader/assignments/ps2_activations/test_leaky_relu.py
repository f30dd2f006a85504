"""`LeakyReLU`: two slopes, one of them a parameter."""

import numpy as np
import pytest
from activation_probes import BOTH, Activation, check_any_shape, check_derivative, check_value, close_to, numbers

from grader.testing import _, assert_gradient, points, signed

SLOPE = 0.01

HINT = _("The slope has two values. Which belongs to which side of 0?")


@pytest.fixture
def activation(student, reference, advise):
    return Activation(student, advise, reference.LeakyReLU(SLOPE), HINT, slope=SLOPE)


@points(1)
def test_value(activation, rng):
    """f(z) = z above 0, slope · z below."""
    check_value(activation, rng, straight=True)


@points(1)
def test_derivative(activation, rng):
    """The derivative: 1 where z is above 0, slope where it is not."""
    check_derivative(activation, rng, kink=True)
    z = np.array([-rng.uniform(0.5, 2), 0.0, rng.uniform(0.5, 2)])
    f = activation.make()
    value = activation.quietly("value", f, z)
    got, want = numbers(activation.ask("derivative", f, z)), activation.right["derivative"](z)
    if close_to(got, np.where(z == 0, 1.0, want)):
        activation.advise(_("The derivative of `LeakyReLU` is 1 at z = 0. That is allowed; the lesson takes the slope there."))
    elif not activation.derivative_is_right(got, z, value):
        hint = _("One z is exactly 0 here. The slope is that of one side or of the other.")
        assert_gradient(activation.names["derivative"], got, want, hint)


@points(1)
def test_slope(activation, reference, rng):
    """slope belongs to each object; it is 0.01 where none is given."""
    z, f = np.append(signed(rng, 6, low=0.4, high=3.0), [3.0, -3.0]), activation.make()
    own = activation.own_results(f, z)
    activation.assert_one_is_right(own, f, z)
    judged = [which for which in BOTH if close_to(own[which], activation.right[which](z))]
    cls = activation.cls(with_curve=not judged)  # where the derivative is right for a right f(z)
    # all are made before any is used: a slope that is shared shows, for the last one has a slope of its own
    slopes = [rng.uniform(0.05, 0.15), 0.0, 1.0, SLOPE, rng.uniform(0.25, 0.4)]
    objects = [cls(slopes[0]), cls(0.0), cls(1.0), cls(), cls(slope=slopes[4])]
    hints = [_("Several objects had been made, each with a slope of its own.")] * len(slopes)
    hints[1], hints[3] = _("The slope was 0. It is a slope like any other."), _("No slope was given: it is 0.01 then.")
    for which in judged or ["derivative"]:
        for f, slope, hint in zip(objects, slopes, hints, strict=True):
            right = reference.LeakyReLU(slope)
            activation.quietly("value", f, z)
            got = numbers(activation.ask(which, f, z))
            assert_gradient(activation.names[which], got, (right if which == "value" else right.derivative)(z), hint)


@points(1)
def test_any_shape(activation, rng):
    """Arrays of any shape, 0-d and whole numbers included, give floats of that shape."""
    check_any_shape(activation, rng)
