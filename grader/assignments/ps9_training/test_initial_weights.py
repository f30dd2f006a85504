"""`xavier` and `he`: shape, mean, spread, the form of the distribution, and that `rng` decides. Draws themselves are free.

7,200 numbers, whose spread is off by more than 5 % once in a hundred million draws, and 1,000 of another size, by more than 15 %.
Beyond three standard deviations lie 22 of them: none once in four thousand million.
"""

import numpy as np
import pytest

from grader.testing import Failed, _, assert_kind, is_value, points, tells

SIZES = ((180, 40), (20, 50))  # such that no two of the spreads that are known are near each other
MANY, SPREAD, SPREAD_OF_FEW = 7_200, 0.05, 0.15

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
        std, seen = w.std(), seen_of(self.name, w, *self.sizes)
        if len(np.unique(w)) < 0.9 * w.size:
            sentence = _("{name} gives the same numbers more than once.").format(name=self.name)
            raise Failed(sentence, _("rng.normal draws such numbers."), cause=seen)
        if abs(std / deviation - 1) > (SPREAD if w.size >= MANY else SPREAD_OF_FEW):
            what = _("too large") if std > deviation else _("too small")
            sentence = _("For {n} inputs, the numbers of {name} are spread {factor:.2g} times as far as they should be: {what}.")
            raise Failed(sentence.format(factor=std / deviation, what=what, **of), hint, cause=seen)
        if abs(w.mean()) > 6 * deviation / np.sqrt(w.size):
            raise Failed(_("For {n} inputs, the numbers of {name} do not lie around 0.").format(**of), hint, cause=seen)
        if w.size < MANY:
            return
        shares = [(np.abs(w) < k * deviation).mean() for k in (0.5, 1, 2)]
        if any(abs(share - want) > 0.045 for share, want in zip(shares, (0.3829, 0.6827, 0.9545), strict=True)):
            sentence = _("The numbers of {name} have the right spread, but are not normally distributed.")
            raise Failed(sentence.format(**of), _("rng.normal draws such numbers."), cause=seen)


# Spreads that are found in place of the right ones, of weights (n, m).
SPREADS = {
    "√(1 / n_inputs)": lambda n, m: (1 / n) ** 0.5, "√(2 / n_inputs)": lambda n, m: (2 / n) ** 0.5, "√(3 / n_inputs)": lambda n, m: (3 / n) ** 0.5,
    "√(6 / n_inputs)": lambda n, m: (6 / n) ** 0.5, "√(1 / n_outputs)": lambda n, m: (1 / m) ** 0.5, "√(2 / n_outputs)": lambda n, m: (2 / m) ** 0.5,
    "√(1 / (n_inputs + n_outputs))": lambda n, m: (1 / (n + m)) ** 0.5, "√(2 / (n_inputs + n_outputs))": lambda n, m: (2 / (n + m)) ** 0.5,
    "√(3 / (n_inputs + n_outputs))": lambda n, m: (3 / (n + m)) ** 0.5, "√(6 / (n_inputs + n_outputs))": lambda n, m: (6 / (n + m)) ** 0.5,
    "1 / n_inputs": lambda n, m: 1 / n, "2 / n_inputs": lambda n, m: 2 / n, "1 / n_outputs": lambda n, m: 1 / m, "2 / √n_inputs": lambda n, m: 2 / n**0.5,
    "√n_inputs": lambda n, m: n**0.5, "√(n_inputs / 2)": lambda n, m: (n / 2) ** 0.5, "1": lambda n, m: 1.0, "0.1": lambda n, m: 0.1, "0.01": lambda n, m: 0.01,
    "√(4 / (n_inputs + n_outputs))": lambda n, m: (4 / (n + m)) ** 0.5,
    "1 / √(2 · n_inputs)": lambda n, m: (1 / (2 * n)) ** 0.5,
}  # fmt: skip


@tells
def seen_of(name, w, n_inputs, n_outputs):
    """What the numbers have about them that those of `name` have not: (a sentence, what it is known by), or None."""
    ends, std = np.abs(w).max(), w.std()
    if w.size < MANY or not std:
        return None
    table = w.reshape(n_inputs, -1)
    if (table == table[:, :1]).all():
        return _("All columns that {name} gives are the same: all neurons begin alike.").format(name=name), f"{name}_same_columns"
    if (table == table[:1]).all():
        return _("All rows that {name} gives are the same: one number goes to a whole column.").format(
            name=name
        ), f"{name}_same_rows"
    if len(np.unique(w)) < 0.9 * w.size and len(np.unique(np.abs(w).round(12))) >= 10:
        return _("{name} gives the same numbers more than once.").format(name=name), f"{name}_repeats"
    if w.min() >= 0 or w.max() <= 0:
        return _("All numbers of {name} have the same sign.").format(name=name), f"{name}_of_one_sign"
    if abs(w.mean()) > 0.2 * std:
        return _("The numbers of {name} do not lie around 0.").format(name=name), f"{name}_off_zero"
    if len(np.unique(np.abs(w).round(12))) < 10:
        return _("{name} draws from a few numbers alone.").format(name=name), f"{name}_of_few_numbers"
    if (np.abs(w) > 0.9999 * ends).mean() > 0.01:
        return _("Numbers of {name} that lie far out are cut off.").format(name=name), f"{name}_cut_off"
    if ends < 1.8 * std:
        return _("The numbers of {name} are drawn evenly between two ends, not from a normal distribution.").format(name=name), f"{name}_uniform"  # fmt: skip
    if ends < 2.6 * std:
        return _("{name} leaves out numbers that lie far out.").format(name=name), f"{name}_truncated"
    found = [text for text, spread in SPREADS.items() if abs(std / spread(n_inputs, n_outputs) - 1) < 0.022]
    if len(found) != 1 or found[0] == {"xavier": "√(1 / n_inputs)", "he": "√(2 / n_inputs)"}[name]:
        return None
    return _("The numbers of {name} are spread as far as {spread}.").format(name=name, spread=found[0]), f"{name}_{found[0]}"


@pytest.fixture(scope="module")
def there(student):
    return student.bring(THERE)


def check_normal(student, there, name, gain, rng, hint):
    """The numbers have the deviation √(gain / n_inputs), and are cut off nowhere that a normal distribution reaches."""
    far, seen = 0, None
    for sizes in SIZES:
        drawn, deviation = Drawn(student, there, name, sizes, int(rng.integers(1 << 30))), np.sqrt(gain / sizes[0])
        drawn.check_spread(deviation, hint)
        seen = seen or seen_of(name, drawn.weights, *sizes)
        far += (np.abs(drawn.weights) > 3.0001 * deviation).sum()
    if not far:
        sentence = _("None of the numbers of {name} lies far out: they are cut off.").format(name=name)
        raise Failed(
            sentence,
            _("A normal distribution has no border. Of a thousand numbers, 3 lie beyond three standard deviations."),
            cause=seen,
        )


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
                sentence = _("{name}({sizes}) has shape {got}; it must be (n_inputs, n_outputs).")
                shape = {"sizes": ", ".join(map(str, sizes)), "got": drawn.weights.shape}
                raise Failed(sentence.format(name=name, **shape))


@points(1)
def test_xavier(student, there, rng):
    """xavier: normal around 0, with standard deviation √(1 / n_inputs)."""
    hint = _("The sum of n inputs of spread 1 has the spread √n: which weights bring it back to 1?")
    check_normal(student, there, "xavier", 1, rng, hint)


@points(1)
def test_he(student, there, rng):
    """he: normal around 0, with standard deviation √(2 / n_inputs)."""
    hint = _("ReLU leaves half of the mean square: what makes up for it?")
    check_normal(student, there, "he", 2, rng, hint)


@points(1)
def test_rng(student, there, rng):
    """The generator that is handed in decides: the same seed gives the same weights, another one others."""
    one, other = (int(seed) for seed in rng.choice(1 << 30, 2, replace=False))
    for name in ("xavier", "he"):
        first, again, changed = (Drawn(student, there, name, (4, 5), seed).weights for seed in (one, one, other))
        if first.shape != changed.shape or first.size < 2 or is_value(first, changed) or not first.std():
            sentence = _("With a generator of another seed, {name} gives the same numbers.")
            seen = _("{name} doesn't draw from the generator that it is given.").format(name=name), f"{name}_ignores_rng"
            raise Failed(sentence.format(name=name), _("All draws come from rng."), cause=seen)
        if not is_value(again, first):
            sentence = _("With a generator of the same seed, {name} gives other numbers.")
            seen = _("{name} draws from another generator than the one that it is given.").format(name=name), f"{name}_other_rng"
            raise Failed(sentence.format(name=name), _("All draws come from rng, and none from np.random."), cause=seen)
