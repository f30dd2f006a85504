"""What the hidden tests of this assignment share: numbers compared trial by trial, and the pieces that they bring along."""

import contextlib

import numpy as np

from grader.testing import Failed, NotPassed, NotRun, Stopped, _, assert_kind, close, ratio

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
        raise Failed(_("{name} {difference}.").format(name=name, difference=difference(got, want)), hint)


def assert_all_numbers(name, values, hint=""):
    for value in values:
        assert_number(name, value, hint)


def assert_number(name, value, hint=""):
    """`value`, whatever it is, is one finite number."""
    if value is None:
        missing = _(" Is a `return` missing?") if name.startswith(_("The result")) else ""
        raise Failed(_("{name} is None; a number was expected.{missing}").format(name=name, missing=missing), hint)
    if isinstance(value, (tuple, list)):
        raise Failed(
            _("{name} is a {kind} of {n}; one number was expected.").format(name=name, kind=type(value).__name__, n=len(value)),
            hint,
        )
    assert_kind(name, value)
    if np.shape(value) != ():
        raise Failed(
            _("{name} is an array of shape {shape}; one number was expected.").format(name=name, shape=np.shape(value)), hint
        )
    if not np.isfinite(value):
        raise Failed(_("{name} is {what}.").format(name=name, what="NaN" if np.isnan(value) else _("infinite")), hint)


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


def floats(want, before=0.0):
    """Wanted at once: a list of plain floats that are `want`, or that have moved by `want` since they were `before`."""
    want = np.array(want, dtype=float)
    return lambda got: type(got) is list and {*map(type, got)} == {float} and close(np.array(got) - before, want)


def difference(got, want):
    """How the numbers of several trials differ from those wanted: the rest of a sentence."""
    if not got.any():
        return _("is always zero") if got.size > 1 else _("is zero")
    factor = ratio(got, want)
    if got.size > 1 and factor is not None:
        if close(factor, -1):
            return _("always has the wrong sign")
        size = (
            _("{n:.3g} times too big").format(n=abs(factor))
            if abs(factor) > 1
            else _("{n:.3g} times too small").format(n=1 / abs(factor))
        )
        return _("is always {size}").format(size=size) + (_(" and has the wrong sign") if factor < 0 else "")
    right = sum(close(one, other) for one, other in zip(got, want, strict=True))
    return _("is right in only {right} of {size} trials").format(right=right, size=got.size) if right else _("has a wrong value")
