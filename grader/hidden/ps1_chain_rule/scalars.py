"""What the hidden tests of this assignment share: numbers compared trial by trial, and the pieces that they bring along."""

import contextlib

import numpy as np

from grader.checks import assert_kind, close, ratio
from grader.outcomes import Failed, NotPassed, NotRun, Stopped

# The reference pieces that later exercises build on: a wrong Neuron doesn't cost Model its marks.
PIECES = """
import numpy as np


def alive():
    return True


class Neuron:
    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight
        self.input = None
        self.delta_weight = None

    def forward(self, x):
        self.input = x
        return self.weight * x

    def back(self, grad):
        self.delta_weight = grad * self.input
        return self.weight * grad

    def fit(self, learning_rate):
        self.weight = self.weight - learning_rate * self.delta_weight


def squared_loss(y_hat, y):
    return (y_hat - y) ** 2


def squared_loss_derivative(y_hat, y):
    return 2 * (y_hat - y)


class Add:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        return dout, dout


class Multiply:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x * y

    def backward(self, dout):
        return dout * self.y, dout * self.x


class Exp:
    def forward(self, x):
        self.out = np.exp(x)
        return self.out

    def backward(self, dout):
        return dout * self.out


class Reciprocal:
    def forward(self, x):
        self.out = 1 / x
        return self.out

    def backward(self, dout):
        return -dout * self.out**2
"""

# Many small calls in one.
TOOLS = """
import numpy as np


def listed(things):
    return list(things)


def values(things, *names):
    return [[getattr(thing, name, None) for thing in things] for name in names]


def put(things, name, values):
    for thing, value in zip(things, values):
        setattr(thing, name, value)


def seed(n):
    np.random.seed(n)


def each(function, rows):
    return [function(*row) for row in rows]
"""


def drawn_until(draw, good):
    """The first of draw()'s results that is `good`: no probe may be such that a lost sign goes unseen."""
    while True:
        result = draw()
        if good(*result):
            return result


def both_signs(*numbers):
    """True where each array has entries of both signs."""
    return all(np.min(each) < 0 < np.max(each) for each in numbers)


class Tools:
    """What `source` defines on the other side; each name is looked up there only once."""

    def __init__(self, student, source):
        self._there = student.bring(source)

    def __getattr__(self, name):
        self.__dict__[name] = thing = getattr(self._there, name)
        return thing


@contextlib.contextmanager
def in_place(student, pieces, names):
    """The pieces brought along stand in place of what the submission calls by these names, and afterwards no more."""
    own = {}
    for name in names:
        try:
            own[name] = getattr(student, name)
        except NotPassed:
            own[name] = ...  # read as: still to be written
    for name in names:
        student.put(name, getattr(pieces, name))
    try:
        yield
    finally:
        with contextlib.suppress(Stopped):  # its process has ended: in a fresh one every name is the submission's
            pieces.alive()
            for name, thing in own.items():
                student.put(name, thing)


def assert_numbers(name, got, want, hint=""):
    """Each of `got`, what the student's code gave in several trials, is the number of `want` at the same place."""
    assert_all_numbers(name, got, hint)
    got, want = np.array(got, dtype=float), np.array(want, dtype=float)
    if not close(got, want):
        raise Failed(f"{name} {difference(got, want)}.", hint)


def assert_all_numbers(name, values, hint=""):
    for value in values:
        assert_number(name, value, hint)


def assert_number(name, value, hint=""):
    """`value`, whatever it is, is one finite number."""
    if value is None:
        missing = " Is a `return` missing?" if name.startswith("The result") else ""
        raise Failed(f"{name} is None; a number was expected.{missing}", hint)
    if isinstance(value, (tuple, list)):
        raise Failed(f"{name} is a {type(value).__name__} of {len(value)}; one number was expected.", hint)
    assert_kind(name, value)
    if np.shape(value) != ():
        raise Failed(f"{name} is an array of shape {np.shape(value)}; one number was expected.", hint)
    if not np.isfinite(value):
        raise Failed(f"{name} is {'NaN' if np.isnan(value) else 'infinite'}.", hint)


def is_number(value):
    """True for one finite number."""
    try:
        assert_number("", value)
    except (Failed, NotRun):
        return False
    return True


def are_numbers(got, want):
    """True where `got` holds the numbers of `want`, and nothing else."""
    return len(got) == len(want) and all(map(is_number, got)) and close(np.array(got, dtype=float), np.array(want, dtype=float))


def difference(got, want):
    """How the numbers of several trials differ from those wanted: the rest of a sentence."""
    if not got.any():
        return "is always zero" if got.size > 1 else "is zero"
    factor = ratio(got, want)
    if got.size > 1 and factor is not None:
        if close(factor, -1):
            return "always has the wrong sign"
        size = f"{abs(factor):.3g} times too big" if abs(factor) > 1 else f"{1 / abs(factor):.3g} times too small"
        return f"is always {size}" + (" and has the wrong sign" if factor < 0 else "")
    right = sum(close(one, other) for one, other in zip(got, want, strict=True))
    return f"is right in only {right} of {got.size} trials" if right else "has a wrong value"
