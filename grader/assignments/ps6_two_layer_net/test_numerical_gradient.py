"""`numerical_gradient`: how exact it is, whether it reaches every element, and what it leaves behind.

Each part looks at one thing alone. How exact the quotient is, is tried on one number at a time; the parts on shapes and on
nudging in place only ask for three digits, which a forward difference has as well.
"""

import contextlib

import numpy as np
import pytest

from grader.testing import Failed, NotPassed, _, assert_gradient, assert_kind, is_array_like, points, signed

# The names of the drivers' methods are those that an error is reported under.
FUNCTIONS = """
import numpy as np


def growth(x):
    return 3.0 * np.exp(x.sum()) + 40.0


def wave(x):
    return -2.0 * np.sin(1.5 * x.sum()) - 60.0


def faint(x):
    return 1e-9 * (x.sum() ** 3 + 4.0 * x.sum())


def steep(x):
    return 1e6 * np.sin(5.0 * x.sum())


def coupled(x):
    weights = np.arange(3.0, x.size + 3.0).reshape(x.shape)
    return float(np.sum(weights * x) + np.sum(x**2) * 0.5 + 0.3 * np.prod(x.ravel()[:3]))


class Unheeding:
    # f looks at x itself, whatever it is called with
    def numerical_gradient(self, function, x):
        return function(lambda ignored: coupled(x), x)


class Followed:
    # x afterwards, and where f was asked
    def numerical_gradient(self, function, x):
        asked = []

        def f(given):
            if len(asked) < 100:
                asked.append(np.array(given))
            return coupled(given)

        function(f, x)
        return x, asked


def both_ways(x):
    # slopes and curvatures of either sign
    n = np.arange(1.0, x.size + 1).reshape(x.shape)
    return float(np.sum(n * np.sin(1.7 * x + n)) + 3.0 + 0.4 * np.prod(x))


class Made:
    # what its quotients are made of, by what f was asked and answered: one of the words of SEEN, or ""
    def numerical_gradient(self, function):
        elements, shifted = [], set()
        for start in (np.array([0.7, -1.3, 2.1]), np.array([[-0.4, 1.1], [0.9, -2.3]])):
            asked, x = [], start.copy()

            def f(given):
                if len(asked) < 200:
                    asked.append((np.array(given, dtype=float) - start, both_ways(given)))
                return both_ways(given)

            got = np.array(function(f, x), dtype=float)
            offsets = [np.abs(offset.ravel()) > 1e-14 for offset, _value in asked]
            if any(away.sum() > 1 for away in offsets):
                pairs = list(zip(offsets[:-1], offsets[1:]))
                grows = offsets[0].sum() <= 1 and all((new >= old).all() and new.sum() <= old.sum() + 1 for old, new in pairs)
                return "others_away" if grows else "several_away"
            here = {}
            for offset, value in asked:
                for n in np.flatnonzero(np.abs(offset.ravel()) > 1e-14):
                    here.setdefault(n, {})[float(offset.ravel()[n])] = value
            whole = [[], [], [], [], [], [], []]
            for n in range(x.size):
                up = [(h, v) for h, v in here.get(n, {}).items() if h > 0]
                down = [(-h, v) for h, v in here.get(n, {}).items() if h < 0]
                if not up + down:
                    return "never_nudged"
                if len(up) > 1 or len(down) > 1:
                    return ""
                (a, plus), (b, minus) = (up or [(0.0, both_ways(start))])[0], (down or [(0.0, both_ways(start))])[0]
                for row, value in zip(whole, (got.ravel()[n], start.ravel()[n], both_ways(start), a, plus, b, minus)):
                    row.append(value)
            elements.append([np.array(row) for row in whole])
            shifted.add(np.shape(got) == np.shape(start))
        return made_of(elements) if shifted == {True} else ""


def made_of(elements):
    got, x, f, a, plus, b, minus = (np.concatenate([one[n] for one in elements]) for n in range(7))
    h = np.maximum(a, b)
    if h.max() > 1.5 * h.min():
        return "h_changes"
    central = (plus - minus) / (a + b)
    is_at = lambda value: np.abs(got - value).max() <= 1e-6 * np.abs(value).max()
    if a.all() and b.all():
        if np.abs(a - b).max() > 0.01 * h.max():
            return "one_side_further" if is_at(central) or is_at((plus - minus) / (2 * a)) or is_at((plus - minus) / (2 * b)) else ""
        right, left = (plus - f) / a, (f - minus) / b
        ways = {
            "larger_side": np.maximum(right, left), "smaller_side": np.minimum(right, left),
            "forward": right, "backward": left,
            "second": (plus - 2 * f + minus) / h, "second_of_h": (plus - 2 * f + minus) / h**2,
        }
        for key, value in ways.items():
            if is_at(value):
                return key
    else:
        for key, value in {"forward": central} if a.all() else {"backward": central} if b.all() else {}:
            if is_at(value):
                return key
    if h.max() < 1e-7 and np.abs(got - central).max() <= 0.1 * np.abs(central).max():
        return "too_near"
    if is_at(central):
        return "too_far" if h.min() > 1e-3 else ""
    lengths = np.concatenate([np.full(len(one[0]), np.linalg.norm((one[4] - one[6]) / (one[3] + one[5]))) for one in elements])
    ways = {
        "absolute": np.abs(central), "negative": -central, "times_x": central * x, "over_x": central / x, "over_f": central / f,
        "twice": 2 * central, "half": central / 2, "no_division": plus - minus, "times_h": (plus - minus) / 2 * h,
        "sum": (plus + minus) / (a + b), "square": central**2, "sign": np.sign(central), "unit": central / lengths,
        "f_itself": plus, "f_below": minus,
    }
    for key, value in ways.items():
        if is_at(value):
            return key
    if any(np.array_equal(got, np.round(central, digits)) for digits in range(7)):
        return "rounded"
    if not any(np.ptp(one[0]) for one in elements):
        return "one_number"
    alike = lambda one: np.allclose(np.sort(one[0]), np.sort((one[4] - one[6]) / (one[3] + one[5])), rtol=1e-6, atol=0)
    return "other_places" if all(map(alike, elements)) else ""
"""
SEEN = {
    "several_away": _("Several elements are nudged at once."),
    "others_away": _("Elements that were nudged before stay nudged while the next ones are tried."),
    "never_nudged": _("There are elements that are never nudged."),
    "h_changes": _("h is another one from element to element."),
    "one_side_further": _("Of the two points at which f is asked, one lies further from x than the other."),
    "too_near": _("The two points at which f is asked lie so close together that most digits of their difference are rounding."),
    "too_far": _("The two points at which f is asked lie so far apart that f bends between them."),
    "larger_side": _("Of the slopes to the right and to the left, the larger one is taken."),
    "smaller_side": _("Of the slopes to the right and to the left, the smaller one is taken."),
    "forward": _("The difference goes from x to one side alone: a forward difference."),
    "backward": _("The difference goes from x to one side alone: a backward difference."),
    "second": _("f at both sides, less twice f at x, is divided by h: that is no slope, but how the slope changes, times h."),
    "second_of_h": _("f at both sides, less twice f at x, is divided by the square of h: that is how the slope changes."),
    "absolute": _("Each slope comes without its sign: none is ever negative."),
    "negative": _("f above is taken from f below: every slope has the wrong sign."),
    "times_x": _("Each slope is multiplied by its element of x."),
    "over_x": _("Each slope is divided by its element of x."),
    "over_f": _("Each slope is divided by what f gives at x."),
    "twice": _("The difference is divided by h alone, though its points lie two of them apart."),
    "half": _("The difference is divided by twice as much as its points lie apart."),
    "no_division": _("The difference of the two values is divided by nothing."),
    "times_h": _("Half of the difference is multiplied by h, not divided."),
    "sum": _("The values at both sides are added, not subtracted."),
    "square": _("Each slope is squared."),
    "sign": _("Of each slope, the sign alone is left."),
    "unit": _("The gradient is divided by its length."),
    "f_itself": _("What f gives above x is stored, not a slope."),
    "f_below": _("What f gives below x is stored, not a slope."),
    "rounded": _("Each slope is rounded to a few places."),
    "one_number": _("All elements get one and the same number."),
    "other_places": _("All slopes are there, but they stand in the places of other elements."),
}

SHAPES = ((4,), (2, 3), (3, 3), (35, 3), (2, 1, 3))
UNHEEDING = (1, 3)  # sizes of x
FOLLOWED = ((3,), (2, 2))
SLOPES = {
    "growth": lambda x: 3.0 * np.exp(x),
    "wave": lambda x: -3.0 * np.cos(1.5 * x),
    "faint": lambda x: 1e-9 * (3.0 * x**2 + 4.0),
    "steep": lambda x: 5e6 * np.cos(5.0 * x),
}
FAR = 2 * np.pi * np.array([8, -8])  # so far out that it shows if h grows with x
NEARLY_LEVEL = np.arccos([0.001]) / 1.5  # where the slope of the wave is small


def slopes(x):
    """The gradient of `coupled`: no entry is ever negative, for what becomes of a sign is seen where it's exact."""
    first = np.zeros(x.size)
    head = x.ravel()[:3]
    first[:3] = [np.prod(np.delete(head, i)) for i in range(len(head))]
    return np.arange(3.0, x.size + 3.0).reshape(x.shape) + x + 0.3 * first.reshape(x.shape)


@pytest.fixture(scope="module")
def cause(student):
    """What all its quotients are made of that is wrong: (a sentence, what it is known by), or None."""
    with contextlib.suppress(NotPassed):
        key = student.bring(FUNCTIONS).Made().numerical_gradient(student.numerical_gradient)
        if isinstance(key, str) and key in SEEN:
            return SEEN[key], f"quotient_{key}"
    return None


@points(1)
def test_central(student, rng, cause):
    """It is as exact as central differences are."""
    there = student.bring(FUNCTIONS)
    with contextlib.suppress(NotPassed):  # not judged: where the function is asked at x = 0 tells mistakes apart
        there.Followed().numerical_gradient(student.numerical_gradient, np.zeros(2))
    hint = _("How far apart are the two points, do they lie on either side of x, and where do the brackets stand?")
    places = {name: (rng.uniform(0.2, 0.7, 1), rng.uniform(-0.7, -0.2, 1), np.zeros(1)) for name in ("growth", "wave", "faint")}
    places["wave"] += (NEARLY_LEVEL,)
    places["steep"] = [rng.uniform(-0.1, 0.1, 1) + far for far in FAR]
    for name, of_this in places.items():
        for x in of_this:
            check(student.numerical_gradient(getattr(there, name), x), SLOPES[name](x), 1e-6, hint, cause)


@points(1)
def test_every_element(student, rng, cause):
    """Every element is nudged, whatever the shape of x."""
    f = student.bring(FUNCTIONS).coupled
    for shape in SHAPES:
        x = signed(rng, *shape)
        check(student.numerical_gradient(f, x), slopes(x), 1e-3, _("x had shape {shape}.").format(shape=shape), cause)


@points(1)
def test_in_place(student, rng, cause):
    """x itself is nudged, for a function that looks at x and not at its argument."""
    driver = student.bring(FUNCTIONS).Unheeding()
    hint = _("The loss of a network reads the parameters from the network: a nudged copy of x would never be seen.")
    for size in UNHEEDING:
        x = signed(rng, size)
        check(driver.numerical_gradient(student.numerical_gradient, x), slopes(x), 1e-3, hint, cause)


@points(1)
def test_restored(student, rng, advise, cause):
    """One element at a time is moved away, and afterwards x is as it was."""
    driver = student.bring(FUNCTIONS).Followed()
    for shape in FOLLOWED:
        x = signed(rng, *shape)
        after, asked = driver.numerical_gradient(student.numerical_gradient, x)
        if not (is_array_like(after, x) and np.allclose(after, x, rtol=0, atol=1e-9)):
            raise Failed(
                _("Afterwards x is not what it was."),
                _("Keep the old value, and put it back before you go on to the next."),
                cause=cause,
            )
        check_one_at_a_time(asked, x, cause)
        if not np.array_equal(after, x):
            advise(
                _(
                    "x comes back changed in its last digits. Keep the old value, and put that back: adding and subtracting rounds."
                )
            )


def check_one_at_a_time(asked, x, cause):
    """f was asked where at most one element of x stood away from its place, and not only at x."""
    for given in asked:
        if not is_array_like(given, x):
            raise Failed(
                _("The function was called with an array of shape {shape}; it takes all of x, of shape {whole}.").format(
                    shape=np.shape(given), whole=x.shape
                )
            )
    away = [int((np.abs(given - x) > 1e-14).sum()) for given in asked]
    if not any(away):
        raise Failed(
            _("x is as it was because it was never moved: the function was asked {n} times, and never beside x.").format(
                n=len(asked)
            ),
            _("Each element needs the function's value on both of its sides."),
        )
    if max(away) > 1:
        raise Failed(
            _("At one of the calls {most} elements of x stood away from where they were; it must be one at a time.").format(
                most=max(away)
            ),
            _("Put an element back before you go on to the next."),
            cause=cause,
        )


def check(got, want, tolerance, hint, cause):
    """`got` is the gradient `want`, to `tolerance` of its largest entry."""
    name = _("the gradient")
    assert_kind(name, got)
    if not is_array_like(got, want):
        assert_gradient(name, got, want, _("A gradient has the shape of the thing it belongs to."))
    off = np.abs(got - want).max() / np.abs(want).max()
    if tolerance < off < 1e-3:
        raise Failed(
            _("The gradient is right to about {n:.0f} digits only; central differences with h = 1e-4 have eight.").format(
                n=-np.log10(off)
            ),
            _("Do the two points lie on either side of x, at the same distance, and is h what it should be?"),
            cause=cause,
        )
    if off > tolerance:
        assert_gradient(name, got, want, hint, cause=cause)
