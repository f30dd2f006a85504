"""`squared_loss` and its derivative, each by itself."""

import pytest
from scalars import TOOLS, assert_numbers

from grader.testing import _, points, signed

# The names under which a student reads of an error.
NAMED = TOOLS + "squared_loss = squared_loss_derivative = each"


def drawn(rng):
    """Predictions and targets; ŷ − y has both signs, and neither is ever 0."""
    targets, errors = signed(rng, 6, high=3.0), signed(rng, 6, high=3.0)
    return list(zip((targets + errors).tolist(), targets.tolist(), strict=True))


@pytest.fixture(scope="module")
def pairs(rng):
    return drawn(rng)


@points(1)
def test_loss(student, pairs):
    """squared_loss is (ŷ − y)²."""
    got = student.bring(NAMED).squared_loss(student.squared_loss, pairs)
    assert_numbers(
        _("The result of squared_loss"),
        got,
        [(y_hat - y) ** 2 for y_hat, y in pairs],
        _("The difference first, then its square."),
    )


@points(1)
def test_derivative(student, pairs):
    """squared_loss_derivative is 2(ŷ − y)."""
    got = student.bring(NAMED).squared_loss_derivative(student.squared_loss_derivative, pairs)
    hint = _("With respect to ŷ: positive where ŷ is too large, negative where it is too small.")
    assert_numbers(_("The result of squared_loss_derivative"), got, [2 * (y_hat - y) for y_hat, y in pairs], hint)
