"""`xavier` and `he`: shape, mean, spread, the form of the distribution, and that `rng` decides. Draws themselves are free.

6,000 numbers, whose spread is off by more than 5 % once in a hundred million draws, and 1,000 of another size, by more than 15 %.
"""

import numpy as np
import pytest

from grader.testing import Failed, _, assert_kind, is_value, points

SIZES = ((200, 30), (20, 50))
MANY, SPREAD, SPREAD_OF_FEW = 6_000, 0.05, 0.15

THERE = """
import numpy as np


def generator(seed):
    return np.random.default_rng(seed)
"""


class Drawn:
    """What xavier or he gave, for one size and seed."""

    def __init__(self, student, there, name, sizes, seed):
        self.name, self.sizes = name, sizes
        self.weights = getattr(student, name)(*sizes, there.generator(seed))
        assert_kind(f"{name}(…)", self.weights)
        if not isinstance(self.weights, np.ndarray) or not np.isfinite(self.weights).all():
            raise Failed(_("{name} must return an array of finite numbers.").format(name=name))

    def check_spread(self, deviation, hint):
        """Mean 0, the standard deviation, and as many near 0 and far out as a normal distribution has."""
        w, n = self.weights.ravel(), self.sizes[0]
        if w.size < 1000:
            raise Failed(_("{name} gives too few numbers.").format(name=self.name))
        of = {"name": self.name, "n": n}
        std = w.std()
        if abs(std / deviation - 1) > (SPREAD if w.size >= MANY else SPREAD_OF_FEW):
            what = _("too large") if std > deviation else _("too small")
            told = _("For {n} inputs, the numbers of {name} are spread {factor:.2g} times as far as they should be: {what}.")
            raise Failed(told.format(factor=std / deviation, what=what, **of), hint)
        if abs(w.mean()) > 6 * deviation / np.sqrt(w.size):
            raise Failed(_("For {n} inputs, the numbers of {name} do not lie around 0.").format(**of), hint)
        if w.size < MANY:
            return
        shares = [(np.abs(w) < k * deviation).mean() for k in (0.5, 1, 2)]
        if any(abs(share - want) > 0.045 for share, want in zip(shares, (0.3829, 0.6827, 0.9545), strict=True)):
            told = _("The numbers of {name} have the right spread, but are not normally distributed.")
            raise Failed(told.format(**of), _("rng.normal draws such numbers."))


@pytest.fixture(scope="module")
def there(student):
    return student.bring(THERE)


@points(1)
def test_shape(student, there, rng):
    """xavier and he give an array (n_inputs, n_outputs)."""
    seed = int(rng.integers(1 << 30))
    for name in ("xavier", "he"):
        for sizes in ((5, 3), (3, 5), (4, 4)):
            drawn = Drawn(student, there, name, sizes, seed)
            if not drawn.weights.std():
                raise Failed(_("The numbers of {name} are all the same.").format(name=name))
            if drawn.weights.shape != sizes:
                told = _("{name}({sizes}) has shape {got}; it must be (n_inputs, n_outputs).")
                shape = {"sizes": ", ".join(map(str, sizes)), "got": drawn.weights.shape}
                raise Failed(told.format(name=name, **shape))


@points(1)
def test_xavier(student, there, rng):
    """xavier: normal around 0, with standard deviation √(1 / n_inputs)."""
    for sizes in SIZES:
        hint = _("The sum of n inputs of spread 1 has the spread √n: which weights bring it back to 1?")
        Drawn(student, there, "xavier", sizes, int(rng.integers(1 << 30))).check_spread(np.sqrt(1 / sizes[0]), hint)


@points(1)
def test_he(student, there, rng):
    """he: normal around 0, with standard deviation √(2 / n_inputs)."""
    for sizes in SIZES:
        hint = _("ReLU leaves half of the mean square: what makes up for it?")
        Drawn(student, there, "he", sizes, int(rng.integers(1 << 30))).check_spread(np.sqrt(2 / sizes[0]), hint)


@points(1)
def test_rng(student, there, rng):
    """The generator that is handed in decides: the same seed gives the same weights, another one others."""
    one, other = (int(seed) for seed in rng.choice(1 << 30, 2, replace=False))
    for name in ("xavier", "he"):
        first, again, changed = (Drawn(student, there, name, (4, 5), seed).weights for seed in (one, one, other))
        if first.shape != changed.shape or first.size < 2 or is_value(first, changed) or not first.std():
            told = _("With a generator of another seed, {name} gives the same numbers.")
            raise Failed(told.format(name=name), _("All draws come from rng."))
        if not is_value(again, first):
            told = _("With a generator of the same seed, {name} gives other numbers.")
            raise Failed(told.format(name=name), _("All draws come from rng, and none from np.random."))
