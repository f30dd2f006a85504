"""`Value`: each operation by its value and its slopes, then what every push has in common.

How a graph looks inside is free: `a - b` may be made of others, a plain number may or may not become a Value. So what a result
makes of its own grad is followed from parent to parent, one push at a time, until it arrives at the Values that a test made.
"""

from dataclasses import dataclass

import numpy as np
import pytest

from grader.testing import Failed, NotPassed, NotRun, Proxy, _, assert_kind, close, is_value, points

START = 0.5  # what a parent's grad holds already, where it is to be added to

THERE = """
import math


def added(a, b):
    return a + b


def multiplied(a, b):
    return a * b


def subtracted(a, b):
    return a - b


def divided(a, b):
    return a / b


def powered(a, k):
    return a**k


def negated(a):
    return -a


def exped(a):
    return a.exp()


def logged(a):
    return a.log()


def tanhed(a):
    return a.tanh()


def relued(a):
    return a.relu()


def tried(Value, function, numbers, plain, same, grad, start):
    leaves = [number if n in plain else Value(number) for n, number in enumerate(numbers)]
    result = function(leaves[0], leaves[0]) if same else function(*leaves)
    at = place(result, leaves)
    if at >= 0 or not hasattr(result, "push"):
        return result, at, getattr(result, "data", None), []
    return result, at, result.data, gained(result, grad, start, leaves)


def gained(result, grad, start, leaves):
    gains, waiting, pushes = [0.0] * len(leaves), [(result, grad)], 0
    while waiting:
        found = pushed(*waiting.pop(), start, leaves)
        pushes += 1
        if found is None:
            return "a number"
        if pushes > 40:
            return "endless"
        for parent, at, after in found:
            if at >= 0:
                gains[at] += after - start
            elif after != start:
                waiting.append((parent, after - start))
    return gains


def place(thing, leaves):
    return next((n for n, leaf in enumerate(leaves) if leaf is thing), -1)


def pushed(value, grad, start, leaves):
    parents = list({id(parent): parent for parent in value.parents}.values())
    if any(isinstance(parent, (int, float)) for parent in parents):
        return None
    kept = [parent.grad for parent in parents]
    for parent in parents:
        parent.grad = start
    value.grad = grad
    value.push()
    got = [parent.grad for parent in parents]
    for parent, before in zip(parents, kept):
        parent.grad = before
    return [(parent, place(parent, leaves), after) for parent, after in zip(parents, got)]


def begun(Value, grad):
    leaf = Value(0.7)
    before = leaf.grad
    leaf.grad = grad
    leaf.push()
    return before, leaf.grad, len(leaf.parents)


def deeper(Value, function, number):
    leaf = Value(number)
    inner = function(leaf, leaf)
    root = function(inner, inner)
    root.grad = 1.0
    root.push()
    return leaf.grad
"""


@dataclass(frozen=True)
class Result:
    """What an operation gave: its value, and for each thing that went in what its grad gains if the result's is `grad`."""

    data: float
    gains: list
    new: bool = True  # no Value that went in


class Tried:
    """Operations of the submission's Values, followed from a result to the Values that a test made."""

    def __init__(self, student):
        self.student, self.there = student, student.bring(THERE)

    def result(self, name, numbers, plain=(), grad=1.0, start=0.0, same=False):
        """The Result of the operation `name` on Values of these numbers; those at the places `plain` stay numbers.

        start: what the parents' grads hold already; same: whether one Value stands on both sides."""
        what = written(name, numbers, plain, same)
        function = getattr(self.there, name)
        found = self.there.tried(self.student.Value, function, list(numbers), list(plain), same, grad, start)
        if not isinstance(found, tuple) or len(found) != 4:
            raise Failed(TAMPERED)
        result, at, data, gains = found
        if result is ...:
            raise NotRun(_("not run: {what} is still to be written (`...`).").format(what=what))
        if not isinstance(result, Proxy):
            kind = "None" if result is None else type(result).__name__
            raise Failed(_("{what} is {kind}; it must be a Value.").format(what=what, kind=kind), A_VALUE)
        assert_number(_("{what}: data").format(what=what), data)
        if at >= 0:
            return Result(float(data), [grad if n == at else 0.0 for n in range(len(numbers))], new=False)
        if gains == "a number":
            told = _("{what}: `parents` holds a plain number; it must hold Values alone.").format(what=what)
            raise Failed(told, _("Either the number becomes a Value first, or it is no parent."))
        if gains == "endless":
            raise Failed(_("{what} leads from parent to parent without an end.").format(what=what))
        if not isinstance(gains, list) or len(gains) != len(numbers):
            raise Failed(TAMPERED)
        for gain in gains:
            assert_number(_("{what}: the grad of a parent after push").format(what=what), gain)
        return Result(float(data), gains)

    def check(self, name, numbers, value, slopes, hint, plain=(), others=()):
        """The value is right, and so are the slopes; or these are as those of one of `others`, the same made of other operations."""
        got, what = self.result(name, numbers, plain), written(name, numbers, plain)
        if not close(got.data, value):
            raise Failed(_("{what} has a wrong value.").format(what=what), hint)
        if not close(got.gains, slopes) and not any(self.is_made_so(got, other) for other in others):
            raise Failed(told(what, got.gains, slopes), hint)

    def is_made_so(self, got, other):
        """Whether a result's gains are those of other operations of the submission's, which are then to blame."""
        try:
            gains = other()
        except NotPassed:
            return False
        return all(gains) and close(got.gains, gains)

    def works(self, name, numbers, plain=()):
        """What the operation gains where it makes a new Value that pushes at all, else None: that is marked elsewhere."""
        try:
            found = self.result(name, numbers, plain)
        except NotPassed:
            return None
        return found.gains if found.new and any(found.gains) else None


TAMPERED = _("The process of your code doesn't answer as it should any more: it was tampered with.")
A_VALUE = _("Every operation makes a new Value, with parents to which it can push.")
SYMBOLS = {"added": "{} + {}", "multiplied": "{} * {}", "subtracted": "{} - {}", "divided": "{} / {}", "powered": "{} ** {}"}
SYMBOLS |= {"negated": "-{}", "exped": "{}.exp()", "logged": "{}.log()", "tanhed": "{}.tanh()", "relued": "{}.relu()"}


def written(name, numbers, plain, same=False):
    """The operation as code: `a * b`, and where a number stays one, `2 * a`. Such numbers are no secret."""
    letters = iter("aa" if same else "ab")
    words = [f"{number:g}" if n in plain else next(letters) for n, number in enumerate(numbers)]
    return "`" + SYMBOLS[name].format(*words) + "`"


def told(what, gains, slopes):
    """A sentence on slopes that are wrong."""
    wrong = [letter for letter, got, want in zip("ab", gains, slopes, strict=False) if not close(got, want)]
    if not any(gains):
        return NOTHING.format(what=what)
    if all(close(-got, want) for got, want in zip(gains, slopes, strict=True)):
        return _("After {what}, push gives every grad the wrong sign.").format(what=what)
    return _("After {what}, push makes the grad of {name} wrong.").format(what=what, name=_(" and of ").join(wrong))


NOTHING = _("After {what}, push changes no grad.")


def assert_number(name, got):
    assert_kind(name, got)
    if not isinstance(got, (int, float)):
        raise Failed(_("{name} must be one number; it is an array.").format(name=name))
    if not np.isfinite(got):
        raise Failed(_("{name} is {kind}.").format(name=name, kind="NaN" if got != got else _("infinite")))


@pytest.fixture(scope="module")
def tried(student):
    return Tried(student)


def drawn(rng, *signs):
    """Two numbers of these signs, of sizes that no slope is mistaken for another one's."""
    first, second = rng.uniform(0.45, 0.7), rng.uniform(1.3, 1.7)
    return tuple(sign * size for sign, size in zip(signs, (float(first), float(second)), strict=False))


SIGNS = ((1, -1), (-1, -1))


@points(1)
def test_add(tried, rng):
    """a + b: its value, and the slope 1 for both."""
    for signs in SIGNS:
        a, b = drawn(rng, *signs)
        tried.check("added", (a, b), a + b, (1, 1), _("If a grows by a little, by how much does a + b grow?"))


@points(1)
def test_multiply(tried, rng):
    """a * b: its value, and for each the other as its slope."""
    for signs in SIGNS:
        a, b = drawn(rng, *signs)
        tried.check("multiplied", (a, b), a * b, (b, a), _("If a grows by a little, by how much does a * b grow?"))


@points(1)
def test_derived(tried, rng):
    """−a, a − b and a / b: their values and their slopes."""
    for signs in SIGNS:
        a, b = drawn(rng, *signs)
        turned = lambda a=a: tried.result("multiplied", (a, -1.0), plain=(1,)).gains[:1]
        hint = _("If a grows by a little, what does −a do?")
        tried.check("negated", (a,), -a, (-1,), hint, others=(turned,))
        hint = _("If b grows by a little, does a − b grow?")
        tried.check("subtracted", (a, b), a - b, (1, -1), hint, others=ways_to_subtract(tried, a, b))
        hint = _("a / b is a · b⁻¹. Which slope has b⁻¹?")
        tried.check("divided", (a, b), a / b, (1 / b, -a / b**2), hint, others=ways_to_divide(tried, a, b))


def ways_to_subtract(tried, a, b):
    """Gains of a − b as a + (−b), and as (−b) + a, by the submission's own operations."""

    def plain_first():
        (one, other), (turn,) = tried.result("added", (a, -b)).gains, tried.result("negated", (b,)).gains
        return [one, other * turn]

    def other_first():
        (other, one), (turn,) = tried.result("added", (-b, a)).gains, tried.result("negated", (b,)).gains
        return [one, other * turn]

    return plain_first, other_first


def ways_to_divide(tried, a, b):
    """Gains of a / b as a · b⁻¹, and as b⁻¹ · a, by the submission's own operations."""

    def plain_first():
        one, other = tried.result("multiplied", (a, 1 / b)).gains
        return [one, other * tried.result("powered", (b, -1), plain=(1,)).gains[0]]

    def other_first():
        other, one = tried.result("multiplied", (1 / b, a)).gains
        return [one, other * tried.result("powered", (b, -1), plain=(1,)).gains[0]]

    return plain_first, other_first


@points(1)
def test_power(tried, rng):
    """a ** k for a plain number k: its value, and the slope k · a to the power k − 1."""
    for sign, k in ((-1, 3), (-1, 2), (1, 0.5), (1, -2), (-1, -1), (1, 1)):
        (a,) = drawn(rng, sign)
        hint = _("The power comes down as a factor, and is one less afterwards.")
        tried.check("powered", (a, k), a**k, (k * a ** (k - 1), 0), hint, plain=(1,))


@points(1)
def test_exp_log(tried, rng):
    """exp and log: their values and slopes."""
    for sign in (1, -1):
        (a,) = drawn(rng, sign)
        tried.check("exped", (a,), np.exp(a), (np.exp(a),), _("Which function is its own slope?"))
        tried.check(
            "logged", (abs(a),), np.log(abs(a)), (1 / abs(a),), _("The slope of the logarithm: 1 divided by what went in.")
        )


@points(1)
def test_tanh(tried, rng):
    """tanh: its value, and the slope 1 − tanh²."""
    for sign in (1, -1):
        (a,) = drawn(rng, sign)
        tried.check("tanhed", (a,), np.tanh(a), (1 - np.tanh(a) ** 2,), _("1 minus the square of what came out."))


@points(1)
def test_relu(tried, rng):
    """relu: its value, and a slope of 1, or of 0 where a ≤ 0."""
    for a in (*drawn(rng, 1, 1), *drawn(rng, -1, -1), 0.0):
        tried.check(
            "relued", (a,), max(a, 0.0), (float(a > 0),), _("A switch: on for a > 0, off for a < 0, and off at exactly 0.")
        )


PLAIN = (3, -1.75), (2.25, -2)  # an int and a float, by side


@points(1)
def test_numbers(tried, rng):
    """Plain numbers, int and float, may stand on either side of +, *, − and /."""
    for n, name in enumerate(("added", "multiplied", "subtracted", "divided")):
        for side in (0, 1):
            (a,) = drawn(rng, (-1, 1)[side])
            number = PLAIN[side][n % 2]
            check_number(tried, name, (a, number) if side else (number, a), side)


def check_number(tried, name, numbers, side):
    """With one of two numbers plain, an operation gives the same as with Values: be that right or, which costs another part, wrong."""
    got, what = tried.result(name, numbers, plain=(side,)), written(name, numbers, (side,))
    one, other = numbers
    values = {"added": one + other, "multiplied": one * other, "subtracted": one - other, "divided": one / other}
    slopes = {"added": (1, 1), "multiplied": (other, one), "subtracted": (1, -1), "divided": (1 / other, -one / other**2)}
    if not close(got.data, values[name]):
        raise Failed(_("{what} has a wrong value.").format(what=what), SIDES)
    slope = got.gains[1 - side]
    if close(slope, slopes[name][1 - side]):
        return
    own = tried.result(name, numbers).gains[1 - side]
    if not own or not close(slope, own):
        raise Failed(_("After {what}, push makes the grad of a wrong.").format(what=what), SIDES)


SIDES = _("Which methods does Python call for `2 * a`, `2 - a` and `2 / a`, and what is subtracted from what?")


@points(1)
def test_chain(tried, rng):
    """push multiplies each slope by the result's own grad."""
    factor = -float(rng.uniform(2.2, 3.4))
    for operation, once in working(tried, rng, CHAIN):
        if not close(tried.result(*operation, grad=factor).gains, [factor * gain for gain in once]):
            told = _("After {what}, push does not go by the result's own grad.")
            raise Failed(told.format(what=written(*operation)), CHAIN)


CHAIN = _("The chain rule has two factors: the slope, and the grad of the result.")


@points(1)
def test_adds(tried, rng):
    """push adds to the grads of its parents: what is there already stays, and `a + a` counts both."""
    for operation, once in working(tried, rng, ADDS):
        if not close(tried.result(*operation, start=START).gains, once):
            told = _("After {what}, push replaces what a grad held before.")
            raise Failed(told.format(what=written(*operation)), ADDS)
    for name in ("added", "multiplied"):
        (a,) = drawn(rng, -1)
        once = tried.works(name, (a, a))
        if once and not close(tried.result(name, (a, a), start=START, same=True).gains, [sum(once), 0.0]):
            told = _("After {what}, a doesn't get the shares of both its places.")
            raise Failed(told.format(what=written(name, (a, a), (), same=True)), ADDS)
        if once and not is_value(tried.there.deeper(tried.student.Value, getattr(tried.there, name), a), 0.0):
            raise Failed(
                _("push changes more than the grads of the parents."), _("It is not yet the turn of the parents to push.")
            )
    begun = tried.there.begun(tried.student.Value, 3.0)
    if not isinstance(begun, tuple) or not all(map(is_value, begun, (0.0, 3.0, 0))):
        raise Failed(
            _("A Value that is made directly begins with grad 0.0 and without parents, and its push does nothing."), ADDS
        )


ADDS = _("A Value may be used in many places: each of them adds its share, none replaces another's.")


def working(tried, rng, hint):
    """((operation, numbers, places of those that are no Values), gains), for one of each that works. Raises Failed if none does."""
    (a, b), (c, d) = drawn(rng, 1, -1), drawn(rng, -1, 1)
    operations = (
        *(("added", (a, b), ()), ("multiplied", (c, d), ()), ("subtracted", (a, d), ()), ("divided", (c, b), ())),
        *(("powered", (c, 3), (1,)), ("negated", (a,), ()), ("exped", (c,), ()), ("logged", (d,), ())),
        *(("tanhed", (a,), ()), ("relued", (d,), ())),
    )
    found = [(operation, gains) for operation in operations if (gains := tried.works(*operation))]
    if not found:
        raise Failed(NOTHING.format(what=written(*operations[0])), hint)
    return found
