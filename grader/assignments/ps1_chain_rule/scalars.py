"""What the hidden tests of this assignment share: numbers compared trial by trial, and what they bring along."""

import numpy as np

from grader.testing import Failed, NotPassed, NotRun, _, assert_kind, close, ratio

# The reference's own for what earlier exercises ask, each brought only when that exercise is judged: a wrong Neuron doesn't
# cost Model its marks.
NEURON = """
import numpy as np


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
"""

LOSS = """
def squared_loss(y_hat, y):
    return (y_hat - y) ** 2


def squared_loss_derivative(y_hat, y):
    return 2 * (y_hat - y)
"""

NODES = """
import numpy as np


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

# An attribute of many objects at once.
TOOLS = """
def neurons(model):
    found = getattr(model, "neurons", None)
    try:
        return list(found)
    except TypeError:
        return found


def values(things, name):
    return [getattr(thing, name, None) for thing in things]


def put(things, name, values):
    for thing, value in zip(things, values):
        setattr(thing, name, value)
"""


def values(there, things, name):
    """What each of `things`, a list, has as an attribute, None where it has none. there: what TOOLS defines over there."""
    got = there.values(things, name)
    if type(got) is not list or len(got) != len(things):
        raise Failed(_("The process of your code doesn't answer as it should any more: it was tampered with."))
    return got


def drawn_until(draw, good):
    """The first of draw()'s results that is `good`: no probe may be such that a lost sign goes unseen."""
    while True:
        result = draw()
        if good(*result):
            return result


def both_signs(*numbers):
    """True where each array has entries of both signs."""
    return all(np.min(each) < 0 < np.max(each) for each in numbers)


class EitherWay:
    """What `ask()` gives with the names that a submission builds on as they are, or, where that isn't right, with the
    reference's in their place: one right proof is enough.

    pieces: the source of the reference's, for `names`. besides: whether it is asked only because something is wrong."""

    def __init__(self, student, pieces, names, ask, besides=False):
        self._student, self._pieces, self._names, self._ask = student, pieces, names, ask
        self._own = student.together(self._outcome) if besides else self._outcome()

    def judge(self, check):
        """Raises what `check(what came of it)` raises."""
        try:
            if isinstance(self._own, NotPassed):
                raise self._own
            return check(self._own)
        except NotPassed as error:
            first = error
        with_pieces = lambda: self._with_pieces(check)
        try:
            return self._student.together(with_pieces)
        except NotPassed as error:
            raise (first if first.stopped else error) from None

    def _with_pieces(self, check):
        with self._student.replacing(self._pieces, *self._names):
            return check(self._ask())

    def _outcome(self):
        try:
            return self._ask()
        except NotPassed as error:
            return error


def assert_numbers(name, got, want, hint=""):
    """Each of `got`, what the student's code gave in several trials, is the number of `want` at the same place."""
    for value in got:
        assert_number(name, value, hint)
    got, want = np.array(got, dtype=float), np.array(want, dtype=float)
    if not close(got, want):
        raise Failed(_("{name} {difference}.").format(name=name, difference=difference(got, want)), hint)


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


def pair(name, got, words):
    """The two things that `got` is. words: what to return, as code."""
    if got is ...:
        raise NotRun(_("not run: {name} is still to be written (`...`).").format(name=name))
    got = got.tolist() if type(got) is np.ndarray else got
    if not isinstance(got, (tuple, list)) or len(got) != 2:
        raise Failed(_("{name} must return two numbers.").format(name=name), words)
    return got


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
