"""`Value`: each operation by its value and its slopes, then what every push has in common.

How a graph looks inside is free: `a - b` may be made of others, a plain number may or may not become a Value. So what a result
makes of its own grad is followed from parent to parent, one push at a time, until it arrives at the Values that a test made.
"""

from dataclasses import dataclass

import numpy as np
import pytest

from grader.testing import Failed, NotPassed, NotRun, Proxy, _, assert_kind, attempt, close, is_value, points, tells

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


def all_tried(Value, function, cases, plain, same, grad, start):
    return [tried(Value, function, numbers, plain, same, grad, start, "") for numbers in cases]


def each_tried(Value, operations, grad, start, how):
    found = []
    for name, numbers, plain in operations:
        try:
            found.append(tried(Value, globals()[name], numbers, plain, False, grad, start, how))
        except Exception:
            found.append(None)
    return found


def tried(Value, function, numbers, plain, same, grad, start, how):
    leaves = [number if n in plain else Value(number) for n, number in enumerate(numbers)]
    result = function(leaves[0], leaves[0]) if same else function(*leaves)
    at = place(result, leaves)
    if at >= 0 or not hasattr(result, "push"):
        return result, at, getattr(result, "data", None), []
    return result, at, result.data, gained(result, grad, start, leaves, how)


def gained(result, grad, start, leaves, how):
    gains, waiting, pushes = [0.0] * len(leaves), [(result, grad)], 0
    while waiting:
        found = pushed(*waiting.pop(), start, leaves, how)
        pushes += 1
        if isinstance(found, str):
            return found
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


def pushed(value, grad, start, leaves, how):
    parents = list({id(parent): parent for parent in value.parents}.values())
    if any(isinstance(parent, (int, float)) for parent in parents):
        return "a number"
    kept = [parent.grad for parent in parents]
    for _ in range(2 if how == "again" else 1):
        for parent in parents:
            parent.grad = start
        value.grad = grad
        value.push()
    if how == "kept" and value.grad != grad:
        return "its own"
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
        return self.results(name, [numbers], plain, grad, start, same)[0]

    def results(self, name, cases, plain=(), grad=1.0, start=0.0, same=False):
        """The same of several cases, each some numbers, in one question."""
        function, rows = getattr(self.there, name), [list(numbers) for numbers in cases]
        found = self.there.all_tried(self.student.Value, function, rows, list(plain), same, grad, start)
        if not isinstance(found, list) or len(found) != len(rows):
            raise Failed(TAMPERED)
        return [
            self._result(written(name, numbers, plain, same), numbers, one, grad)
            for numbers, one in zip(cases, found, strict=True)
        ]

    def each(self, operations, grad=1.0, start=0.0, how=""):
        """For each of some (name, numbers, plain) its Result, or the NotPassed that it comes to: all in one question.

        how: "again" where each push is the second one, "kept" where the result's own grad has to stay as it is."""
        asked = [[name, list(numbers), list(plain)] for name, numbers, plain in operations]
        found = self.there.each_tried(self.student.Value, asked, grad, start, how)
        if not isinstance(found, list) or len(found) != len(asked):
            raise Failed(TAMPERED)
        return [
            attempt(lambda one=one, operation=operation: self._result(written(*operation), operation[1], one, grad))
            for one, operation in zip(found, operations, strict=True)
        ]

    def _result(self, what, numbers, found, grad):
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
            sentence = _("{what}: `parents` holds a plain number; it must hold Values alone.").format(what=what)
            raise Failed(sentence, _("Either the number becomes a Value first, or it is no parent."))
        if gains == "its own":
            sentence = _("After {what}, push changes the result's own grad.").format(what=what)
            raise Failed(sentence, _("push adds to the grads of the parents, and leaves all else as it is."))
        if gains == "endless":
            raise Failed(_("{what} leads from parent to parent without an end.").format(what=what))
        if not isinstance(gains, list) or len(gains) != len(numbers):
            raise Failed(TAMPERED)
        for gain in gains:
            assert_number(_("{what}: the grad of a parent after push").format(what=what), gain)
        return Result(float(data), gains)

    def check(self, name, cases, value, slopes, hint, plain=(), others=(), far=()):
        """The values are those of value(…) and slopes(…), functions of a case's numbers; or the slopes are as those of one of
        others(…), the same made of other operations.

        far: more cases, so small or large that formulas can't be told apart by them."""
        results = self.results(name, [*cases, *far], plain)
        wanted = [(value(*numbers), slopes(*numbers)) for numbers in cases]
        seen = seen_of(name, cases, results[: len(cases)], wanted)
        for numbers, got in zip([*cases, *far], results, strict=True):
            what, wanted = written(name, numbers, plain), slopes(*numbers)
            if not close(got.data, value(*numbers)):
                raise Failed(_("{what} has a wrong value.").format(what=what), hint, cause=seen)
            made_of = others(*numbers) if others else ()
            if not close(got.gains, wanted) and not any(self.is_made_so(got, other) for other in made_of):
                raise Failed(wrong_slopes(what, got.gains, wanted), hint, cause=seen)

    def check_at_zero(self, name, other, slopes, hint, plain=()):
        """The operation on a = 0 and another number gives 0, with these slopes."""
        got, what = self.result(name, (0.0, other), plain), written(name, (0.0, other), plain)
        if not close(got.data, 0.0):
            raise Failed(_("{what} has a wrong value where a is 0.").format(what=what), hint)
        if not close(got.gains, slopes):
            raise Failed(_("Where a is 0, push after {what} gives wrong slopes.").format(what=what), hint)

    def is_made_so(self, got, other):
        """Whether a result's gains are those of other operations of the submission's, which are then to blame."""
        try:
            gains = other()
        except NotPassed:
            return False
        return all(gains) and close(got.gains, gains)


# What a number may have been made by, in place of what makes it: as it is written, and worked out. y is what came out.
OF_ONE = {
    "0": lambda a, y: 0 * a, "1": lambda a, y: 1 + 0 * a, "-1": lambda a, y: 0 * a - 1, "a": lambda a, y: a, "-a": lambda a, y: -a,
    "a * a": lambda a, y: a * a, "1 / a": lambda a, y: 1 / a, "-1 / a**2": lambda a, y: -1 / a**2, "abs(a)": lambda a, y: abs(a),
    "1 - a": lambda a, y: 1 - a, "1 - a**2": lambda a, y: 1 - a**2, "a * (1 - a)": lambda a, y: a * (1 - a),
    "y": lambda a, y: y, "-y": lambda a, y: -y, "1 / y": lambda a, y: 1 / y, "abs(y)": lambda a, y: abs(y), "y**2": lambda a, y: y**2,
    "1 - y": lambda a, y: 1 - y, "1 + y": lambda a, y: 1 + y, "1 + y**2": lambda a, y: 1 + y**2, "1 - abs(y)": lambda a, y: 1 - abs(y),
    "y**2 - 1": lambda a, y: y**2 - 1, "y * (1 - y)": lambda a, y: y * (1 - y), "(1 - y)**2": lambda a, y: (1 - y) ** 2,
    "(1 - y**2)**2": lambda a, y: (1 - y**2) ** 2, "a * y": lambda a, y: a * y, "y / a": lambda a, y: y / a, "2 * a": lambda a, y: 2 * a,
    "exp(a)": lambda a, y: np.exp(a), "exp(-a)": lambda a, y: np.exp(-a), "exp(y)": lambda a, y: np.exp(y), "log(abs(a))": lambda a, y: np.log(abs(a)),
    "log10(a)": lambda a, y: np.log10(a), "log2(a)": lambda a, y: np.log2(a), "log(1 + a)": lambda a, y: np.log(1 + a), "2**a": lambda a, y: 2**a,
    "exp(a) - 1": lambda a, y: np.exp(a) - 1, "tan(a)": lambda a, y: np.tan(a), "sinh(a)": lambda a, y: np.sinh(a), "cosh(a)": lambda a, y: np.cosh(a),
    "1 / cosh(a)": lambda a, y: 1 / np.cosh(a), "1 - y**3": lambda a, y: 1 - y**3, "2 * y": lambda a, y: 2 * y, "-2 * y": lambda a, y: -2 * y, "sin(a)": lambda a, y: np.sin(a),
    "√(1 - y**2)": lambda a, y: np.sqrt(1 - y**2), "1 / a**2": lambda a, y: 1 / a**2, "1 / (1 + a)": lambda a, y: 1 / (1 + a), "a - 1": lambda a, y: a - 1, "-log(a)": lambda a, y: -np.log(a),
    "sigmoid(a)": lambda a, y: 1 / (1 + np.exp(-a)), "tanh(a / 2)": lambda a, y: np.tanh(a / 2), "arctan(a)": lambda a, y: np.arctan(a),
    "min(a, 0)": lambda a, y: np.minimum(a, 0), "a > 0": lambda a, y: 1.0 * (a > 0), "a < 0": lambda a, y: 1.0 * (a < 0), "a >= 0": lambda a, y: 1.0 * (a >= 0),
    "sign(a)": lambda a, y: np.sign(a), "max(a, 0)": lambda a, y: np.maximum(a, 0), "tanh(a)": lambda a, y: np.tanh(a),
}  # fmt: skip
OF_TWO = {
    "0": lambda a, b, y: 0 * a, "1": lambda a, b, y: 1 + 0 * a, "-1": lambda a, b, y: 0 * a - 1, "2": lambda a, b, y: 2 + 0 * a, "0.5": lambda a, b, y: 0.5 + 0 * a,
    "a": lambda a, b, y: a, "b": lambda a, b, y: b, "-a": lambda a, b, y: -a, "-b": lambda a, b, y: -b, "abs(a)": lambda a, b, y: abs(a), "abs(b)": lambda a, b, y: abs(b),
    "a + b": lambda a, b, y: a + b, "a - b": lambda a, b, y: a - b, "b - a": lambda a, b, y: b - a, "a * b": lambda a, b, y: a * b, "-a * b": lambda a, b, y: -a * b,
    "a / b": lambda a, b, y: a / b, "b / a": lambda a, b, y: b / a, "-a / b": lambda a, b, y: -a / b, "1 / a": lambda a, b, y: 1 / a, "1 / b": lambda a, b, y: 1 / b,
    "-1 / b": lambda a, b, y: -1 / b, "1 / b**2": lambda a, b, y: 1 / b**2, "-1 / b**2": lambda a, b, y: -1 / b**2, "a / b**2": lambda a, b, y: a / b**2,
    "-a / b**2": lambda a, b, y: -a / b**2, "b / a**2": lambda a, b, y: b / a**2, "-b / a**2": lambda a, b, y: -b / a**2, "a / b**3": lambda a, b, y: a / b**3,
    "a * a": lambda a, b, y: a * a, "b * b": lambda a, b, y: b * b, "-a / abs(b)": lambda a, b, y: -a / abs(b), "a / abs(b)": lambda a, b, y: a / abs(b),
    "abs(a - b)": lambda a, b, y: abs(a - b), "abs(a / b)": lambda a, b, y: abs(a / b), "abs(a * b)": lambda a, b, y: abs(a * b), "abs(a) + abs(b)": lambda a, b, y: abs(a) + abs(b),
    "-(a + b)": lambda a, b, y: -(a + b), "a // b": lambda a, b, y: a // b, "max(a, b)": lambda a, b, y: np.maximum(a, b), "2 * a": lambda a, b, y: 2 * a, "2 * b": lambda a, b, y: 2 * b,
    "1 / abs(b)": lambda a, b, y: 1 / abs(b), "-y": lambda a, b, y: -y, "y * a": lambda a, b, y: y * a, "y * b": lambda a, b, y: y * b, "1 - a": lambda a, b, y: 1 - a, "1 - b": lambda a, b, y: 1 - b,
}  # fmt: skip
OF_POWER = {
    "a * k": lambda a, k, y: a * k, "k": lambda a, k, y: k + 0 * a, "a": lambda a, k, y: a, "a**(k - 1)": lambda a, k, y: y / a, "k * a**k": lambda a, k, y: k * y,
    "k * a": lambda a, k, y: k * a, "(k - 1) * a**(k - 1)": lambda a, k, y: (k - 1) * y / a, "(k - 1) * a**(k - 2)": lambda a, k, y: (k - 1) * y / a**2,
    "k * a**k - 1": lambda a, k, y: k * y - 1, "k * (a - 1)": lambda a, k, y: k * (a - 1), "a**k - 1": lambda a, k, y: y - 1, "k * a - 1": lambda a, k, y: k * a - 1, "a * k**(k - 1)": lambda a, k, y: a * np.sign(k) * abs(k) ** (k - 1),
    "(k - 1) * a**k": lambda a, k, y: (k - 1) * y, "k * a**(k + 1)": lambda a, k, y: k * y * a, "(k + 1) * a**k": lambda a, k, y: (k + 1) * y,
    "a**k / (k - 1)": lambda a, k, y: y / (k - 1), "a**k * log(abs(a))": lambda a, k, y: y * np.log(abs(a)), "abs(k) * a**(k - 1)": lambda a, k, y: abs(k) * y / a,
    "k * abs(a)**(k - 1)": lambda a, k, y: k * abs(a) ** (k - 1), "a**k": lambda a, k, y: y, "abs(a)**k": lambda a, k, y: abs(a) ** k, "k**a": lambda a, k, y: abs(k) ** a,
    "1": lambda a, k, y: 1 + 0 * a, "0": lambda a, k, y: 0 * a, "a * a": lambda a, k, y: a * a, "2 * a": lambda a, k, y: 2 * a, "-k * a**(k - 1)": lambda a, k, y: -k * y / a,
}  # fmt: skip


@tells
def seen_of(name, cases, results, wanted):
    """What makes the first number that is wrong, in every case: (a sentence, what it is known by), or None."""
    numbers = np.array(cases, dtype=float).T
    formulas = OF_POWER if name == "powered" else OF_TWO if len(numbers) == 2 else OF_ONE
    data, right = np.array([one.data for one in results]), np.array([value for value, _slopes in wanted])
    letters, what = "ak" if name == "powered" else "ab", written(name, cases[0], (1,) if name == "powered" else ())
    what = "`a ** k`" if name == "powered" else what
    if not close(data, right):
        found = made_by(formulas, data, numbers, right)
        return (_("{what} gives `{formula}`.").format(what=what, formula=found), f"{name}_{found}") if found else None
    for n in range(1 if name == "powered" else len(numbers)):
        gains, slopes = (np.array([float(one[n]) for one in of]) for of in ([r.gains for r in results], [s for _v, s in wanted]))
        if close(gains, slopes):
            continue
        off = numbers[0] <= 0
        if name == "relued" and close(gains[~off], slopes[~off]) and np.ptp(gains[off]) < 1e-12:
            sentence = _("Where a is not above 0, your relu lets {share:g} of the gradient through.").format(share=gains[off][0])
            return sentence, "relu_lets_a_share_through"
        found = made_by(formulas, gains, numbers, right)
        sentence = _("In {what}, the grad of {letter} gains `{formula}` times the result's own.")
        if not found and np.ptp(gains) < 1e-12:
            found = f"{gains[0]:g}"
        if found:
            return sentence.format(what=what, letter=letters[n], formula=found), f"{name}_{letters[n]}_{found}"
        share = gains / slopes
        if np.ptp(share) < 1e-9:
            sentence = _("In {what}, what the grad of {letter} gains is {factor:g} times what it should be.")
            return sentence.format(what=what, letter=letters[n], factor=share[0]), f"{name}_{letters[n]}_times_{share[0]:g}"
        return None
    return None


def made_by(formulas, got, numbers, right):
    """The first formula that gives some numbers in every case, "" where none does. What is right makes nothing wrong."""
    with np.errstate(all="ignore"):
        found = {text: np.asarray(formula(*numbers, right), dtype=float) for text, formula in formulas.items()}
    alike = (text for text, value in found.items() if np.isfinite(value).all() and close(got, value))
    return next(alike, "") if len(got) >= 3 else ""


def that_work(found):
    """Of some Results, the gains of those that make a new Value which pushes at all, else None: that is marked elsewhere."""
    return [None if isinstance(one, NotPassed) or not one.new or not any(one.gains) else one.gains for one in found]


TAMPERED = _("The process of your code doesn't answer as it should any more: it was tampered with.")
A_VALUE = _("Every operation makes a new Value, with parents to which it can push.")
SYMBOLS = {"added": "{} + {}", "multiplied": "{} * {}", "subtracted": "{} - {}", "divided": "{} / {}", "powered": "{} ** {}"}
SYMBOLS |= {"negated": "-{}", "exped": "{}.exp()", "logged": "{}.log()", "tanhed": "{}.tanh()", "relued": "{}.relu()"}


def written(name, numbers, plain, same=False):
    """The operation as code: `a * b`, and where a number stays one, `2 * a`. Such numbers are no secret."""
    letters = iter("aa" if same else "ab")
    words = [f"{number:g}" if n in plain else next(letters) for n, number in enumerate(numbers)]
    return "`" + SYMBOLS[name].format(*words) + "`"


def wrong_slopes(what, gains, slopes):
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


@pytest.fixture(scope="module")
def twos(rng):
    """Pairs of numbers, some of them negative."""
    return [drawn(rng, *signs) for signs in ((1, -1), (-1, -1), (-1, 1))]


@pytest.fixture(scope="module")
def ones(twos):
    """Cases of one number."""
    return [(number,) for pair in twos[:2] for number in pair]


@points(1)
def test_add(tried, twos):
    """a + b: its value, and the slope 1 for both."""
    hint = _("If a grows by a little, by how much does a + b grow?")
    tried.check("added", twos, lambda a, b: a + b, lambda a, b: (1, 1), hint, far=FAR)


@points(1)
def test_multiply(tried, twos):
    """a * b: its value, and for each the other as its slope."""
    hint = _("If a grows by a little, by how much does a * b grow?")
    tried.check("multiplied", twos, lambda a, b: a * b, lambda a, b: (b, a), hint, far=FAR)
    tried.check_at_zero("multiplied", twos[0][1], (twos[0][1], 0), hint)


@points(1)
def test_derived(tried, ones, twos):
    """−a, a − b and a / b: their values and their slopes."""
    turned = lambda a: (lambda: tried.result("multiplied", (a, -1.0), plain=(1,)).gains[:1],)
    hint = _("If a grows by a little, what does −a do?")
    tried.check("negated", ones, lambda a: -a, lambda a: (-1,), hint, others=turned, far=[(1e-9,)])
    hint = _("If b grows by a little, does a − b grow?")
    ways = lambda a, b: ways_to_subtract(tried, a, b)
    tried.check("subtracted", twos, lambda a, b: a - b, lambda a, b: (1, -1), hint, others=ways, far=FAR)
    hint = _("a / b is a · b⁻¹. Which slope has b⁻¹?")
    ways = lambda a, b: ways_to_divide(tried, a, b)
    far = (3e-4, 2e-4), (3e4, 2e4)
    tried.check("divided", twos, lambda a, b: a / b, lambda a, b: (1 / b, -a / b**2), hint, others=ways, far=far)


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
    cases = [(*drawn(rng, sign), k) for sign, k in ((-1, 3), (-1, 2), (1, 0.5), (1, -2), (-1, -1), (1, 1))]
    hint = _("The power comes down as a factor, and is one less afterwards.")
    far = [(-1.5, 0), (1.5, 2.5), (-1.25, 7), (1e-5, 2), (-1e5, 2)]
    tried.check("powered", cases, lambda a, k: a**k, lambda a, k: (k * a ** (k - 1), 0), hint, plain=(1,), far=far)
    tried.check_at_zero("powered", 1, (1, 0), hint, plain=(1,))


@points(1)
def test_exp_log(tried, ones):
    """exp and log: their values and slopes."""
    tried.check("exped", ones, np.exp, lambda a: (np.exp(a),), _("Which function is its own slope?"), far=[(25.0,), (-25.0,)])
    hint = _("The slope of the logarithm: 1 divided by what went in.")
    tried.check("logged", [(abs(a),) for (a,) in ones], np.log, lambda a: (1 / a,), hint, far=[(1e-9,), (1e9,)])


@points(1)
def test_tanh(tried, ones):
    """tanh: its value, and the slope 1 − tanh²."""
    hint = _("1 minus the square of what came out.")
    tried.check("tanhed", ones, np.tanh, lambda a: (1 - np.tanh(a) ** 2,), hint, far=[(6.0,), (-6.0,), (1e-7,)])


@points(1)
def test_relu(tried, ones):
    """relu: its value, and a slope of 1, or of 0 where a ≤ 0."""
    hint = _("A switch: on for a > 0, off for a < 0, and off at exactly 0.")
    far = [(1e-9,), (-1e-9,), (1e9,)]
    tried.check("relued", [*ones, (0.0,)], lambda a: max(a, 0.0), lambda a: (float(a > 0),), hint, far=far)


FAR = (1e-9, 3e-9), (2e5, -1e5), (-2e5, -1e5)  # what goes in, in some more cases
PLAIN = (3, -1.75), (2.25, -2)  # an int and a float, by side


@points(1)
def test_numbers(tried, rng):
    """Plain numbers, int and float, may stand on either side of +, *, − and /."""
    for n, name in enumerate(("added", "multiplied", "subtracted", "divided")):
        for side in (0, 1):
            (a,) = drawn(rng, (-1, 1)[side])
            number = PLAIN[side][n % 2]
            check_number(tried, name, (a, number) if side else (number, a), side)
        if name in ("multiplied", "divided"):
            check_number(tried, name, (0, a), 0)


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
        sentence = _("After {what}, push makes the grad of a wrong.").format(what=what)
        raise Failed(sentence, SIDES, cause=seen_beside_a_number(name, what, slope, numbers, side))


@tells
def seen_beside_a_number(name, what, slope, numbers, side):
    """Which slope an operation gives to a Value beside a plain number: (a sentence, what it is known by), or None."""
    a, number = numbers[1 - side], numbers[side]
    known = {"a": a, "0": 0.0, "1": 1.0, "-1": -1.0, "-a": -a, "1 / a": 1 / a, "-1 / a**2": -1 / a**2, "1 / a**2": 1 / a**2}
    known |= {f"{number:g}": number, f"-({number:g})": -number, f"1 / {number:g}": 1 / number, f"{number:g} / a": number / a}
    found = next((text for text, one in known.items() if close(slope, one)), "")
    sentence = _("In {what}, the grad of {letter} gains `{formula}` times the result's own.")
    return (sentence.format(what=what, letter="a", formula=found), f"{name}_number_{side}_{found}") if found else None


SIDES = _("Which methods does Python call for `2 * a`, `2 - a` and `2 / a`, and what is subtracted from what?")


@pytest.fixture(scope="module")
def working(tried, rng):
    """[((operation, numbers, places of those that are no Values), gains)] of each operation that works."""
    (a, b), (c, d) = drawn(rng, 1, -1), drawn(rng, -1, 1)
    operations = (
        *(("added", (a, b), ()), ("multiplied", (c, d), ()), ("subtracted", (a, d), ()), ("divided", (c, b), ())),
        *(("powered", (c, 3), (1,)), ("negated", (a,), ()), ("exped", (c,), ()), ("logged", (d,), ())),
        *(("tanhed", (a,), ()), ("relued", (d,), ())),
    )
    found = attempt(lambda: that_work(tried.each(operations)))
    if isinstance(found, NotPassed):
        return found
    return [(operation, gains) for operation, gains in zip(operations, found, strict=True) if gains]


def ones_that_work(working, hint):
    """Those operations. Raises what came instead, Failed where there are none."""
    if isinstance(working, NotPassed):
        raise working
    if not working:
        raise Failed(NOTHING.format(what=_("an operation")), hint)
    return working


@tells
def seen_of_push(operation, got, once, factor):
    """What a push did that gives other grads when its own grad is `factor`, or when those of its parents were not 0."""
    name, what, right = operation[0], written(*operation), np.array(once) * factor
    wrong = [n for n in range(len(once)) if not close(got[n], right[n])]
    if factor != 1.0:
        for sentence, known_by, other in (
            (_("After {what}, push adds the slope alone: it has forgotten its own grad."), "without_own_grad", once),
            (_("After {what}, push multiplies by its own grad twice."), "own_grad_twice", right * factor),
            (_("After {what}, push adds its own grad to the slope."), "own_grad_added", np.array(once) + factor),
        ):
            if all(close(got[n], other[n]) for n in wrong):
                return sentence.format(what=what), f"{name}_{known_by}"
        if all(close(abs(got[n]), min(abs(right[n]), 1.0)) for n in wrong):
            return _("After {what}, push cuts off what it adds at 1.").format(what=what), "push_cut_off"
        return None
    letters = _(" and of ").join("ab"[n] for n in wrong)
    if all(close(got[n] + START, right[n]) for n in wrong):
        sentence = _("After {what}, push sets the grad of {letters} instead of adding to it.")
        return sentence.format(what=what, letters=letters), f"{name}_sets_{letters.replace(' ', '_')}"
    return None


@tells
def seen_of_places(name, a, got, once):
    """What a Value gets that stands on both sides of an operation."""
    what = written(name, (a, a), (), same=True)
    if close(got, once[0]) or close(got, once[1]):
        return _("After {what}, a gets the share of one of its two places alone.").format(what=what), f"{name}_one_place"
    if close(got, once[1] - START) or close(got, once[0] - START):
        return _("After {what}, a is left with the share of the place that pushes last.").format(what=what), f"{name}_last_place"
    return None


@points(1)
def test_chain(tried, working, rng):
    """push multiplies each slope by the result's own grad."""
    found = ones_that_work(working, CHAIN)
    for factor in (-float(rng.uniform(2.2, 3.4)), -1e-9):
        for (operation, once), got in zip(
            found, tried.each([one for one, _gains in found], grad=factor, how="kept"), strict=True
        ):
            if isinstance(got, NotPassed):
                raise got
            if not close(got.gains, [factor * gain for gain in once]):
                sentence = _("After {what}, push does not go by the result's own grad.")
                raise Failed(
                    sentence.format(what=written(*operation)), CHAIN, cause=seen_of_push(operation, got.gains, once, factor)
                )


CHAIN = _("The chain rule has two factors: the slope, and the grad of the result.")


@points(1)
def test_adds(tried, working, rng):
    """push adds to the grads of its parents: what is there already stays, and `a + a` counts both."""
    found = ones_that_work(working, ADDS)
    for (operation, once), got in zip(found, tried.each([one for one, _gains in found], start=START, how="again"), strict=True):
        if isinstance(got, NotPassed):
            raise got
        if not close(got.gains, once):
            if close(tried.result(*operation, start=START).gains, once):
                sentence = _("After {what}, a second push doesn't add what the first one did.")
                raise Failed(sentence.format(what=written(*operation)), _("Whoever has set the grads to zero may push again."))
            sentence = _("After {what}, push replaces what a grad held before.")
            raise Failed(sentence.format(what=written(*operation)), ADDS, cause=seen_of_push(operation, got.gains, once, 1.0))
    for name in ("added", "multiplied", "subtracted", "divided"):
        (a,) = drawn(rng, -1)
        (once,) = that_work([attempt(lambda name=name, a=a: tried.result(name, (a, a)))])
        if once and abs((got := tried.result(name, (a, a), start=START, same=True).gains)[0] - sum(once)) > 1e-6:
            sentence = _("After {what}, a doesn't get the shares of both its places.")
            seen = seen_of_places(name, a, got[0], once)
            raise Failed(sentence.format(what=written(name, (a, a), (), same=True)), ADDS, cause=seen)
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
