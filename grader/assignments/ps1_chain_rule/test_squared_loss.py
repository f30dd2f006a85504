"""`squared_loss` and its derivative, each by itself."""

import numpy as np
import pytest
from scalars import assert_numbers

from grader.testing import _, points, signed


@pytest.fixture(scope="module")
def pairs(rng):
    """Predictions and targets: ŷ − y has both signs, also far out, and is 0 once."""
    targets, errors = signed(rng, 6, high=3.0), signed(rng, 6, high=3.0)
    errors[:2] = 120.0 * np.abs(errors[:2]) * (-1.0, 1.0)
    return [*zip((targets + errors).tolist(), targets.tolist(), strict=True), (float(targets[0]), float(targets[0]))]


CLOSE = (0.5, 0.5 - 2**-14)  # a prediction and a target that hardly differ


@points(1)
def test_loss(student, pairs):
    """squared_loss is (ŷ − y)²."""
    got, close = [student.squared_loss(y_hat, y) for y_hat, y in pairs], student.squared_loss(*CLOSE)
    want = [(y_hat - y) ** 2 for y_hat, y in pairs]
    hint = _("The difference first, then its square.")
    assert_numbers(_("The result of squared_loss"), got, want, hint)
    assert_numbers(_("The result of squared_loss for ŷ close to y"), [close], [2**-28], hint)


@points(1)
def test_derivative(student, pairs):
    """squared_loss_derivative is 2(ŷ − y)."""
    pairs = [(10 * y_hat, 10 * y) for y_hat, y in pairs[:2]] + pairs[2:]
    got, close = [student.squared_loss_derivative(y_hat, y) for y_hat, y in pairs], student.squared_loss_derivative(*CLOSE)
    want = [2 * (y_hat - y) for y_hat, y in pairs]
    hint = _("With respect to ŷ: positive where ŷ is too large, negative where it is too small.")
    assert_numbers(_("The result of squared_loss_derivative"), got, want, hint)
    assert_numbers(_("The result of squared_loss_derivative for ŷ close to y"), [close], [2**-13], hint)
