"""`numerical_gradient`: how exact it is, whether it reaches every element, and what it leaves behind.

Each part looks at one thing alone. How exact the quotient is, is tried on one number at a time; the parts on shapes and on
nudging in place only ask for three digits, which a forward difference has as well.
"""

import contextlib

import numpy as np

from grader.testing import Failed, NotPassed, _, assert_kind, points, signed

# The names of the drivers are those that an error is reported under.
FUNCTIONS = """
import numpy as np


def growth(x):
    return 3.0 * np.exp(x.sum()) + 40.0


def wave(x):
    return -2.0 * np.sin(1.5 * x.sum()) - 60.0


def cube(x):
    return x.sum() ** 3 + 4.0 * x.sum()


def coupled(x):
    weights = np.arange(1.0, x.size + 1.0).reshape(x.shape)
    return float(np.sum(weights * x) + np.sum(x**2) * 0.5 + 0.3 * np.prod(x.ravel()[:3]))


class ByReference:
    def numerical_gradient(self, function, x):
        return function(lambda ignored: coupled(x), x)


class Watched:
    def numerical_gradient(self, function, x):
        start, most = x.copy(), [0]

        def f(given):
            most.append(int((np.abs(given - start) > 1e-9).sum()))
            return coupled(given)

        function(f, x)
        return x, max(most), len(most) - 1


def is_moved(function, x):
    start, moved = x.copy(), []
    function(lambda given: moved.append(bool((given != start).any())) or 0.0, x)
    return any(moved)
"""

SHAPES = ((4,), (2, 3), (3, 3), (5, 1), (2, 1, 3))
REFERRED = (1, 3)  # sizes of what a function looks at by itself
WATCHED = ((3,), (2, 2))


def slopes(x):
    """The gradient of `coupled`."""
    first = np.zeros(x.size)
    head = x.ravel()[:3]
    first[:3] = [np.prod(np.delete(head, i)) for i in range(len(head))]
    return np.arange(1.0, x.size + 1.0).reshape(x.shape) + x + 0.3 * first.reshape(x.shape)


def tell_apart(student, there):
    """Not judged: whether the function gets anything but x tells a nudged copy, and x = 0 an h that vanishes beside x."""
    with contextlib.suppress(NotPassed):
        there.is_moved(student.numerical_gradient, np.ones(2))
        student.numerical_gradient(there.cube, np.zeros(1))


EXACT = {
    "growth": lambda x: 3.0 * np.exp(x),
    "wave": lambda x: -3.0 * np.cos(1.5 * x),
    "cube": lambda x: 3.0 * x**2 + 4.0,
}


def both_sides(rng):
    """A number above 0 and one below."""
    return rng.uniform(0.2, 0.7, 1), rng.uniform(-0.7, -0.2, 1)


@points(1)
def test_central(student, rng):
    """It is as exact as central differences are."""
    there = student.bring(FUNCTIONS)
    for name, slope in EXACT.items():
        for x in both_sides(rng):
            got = student.numerical_gradient(getattr(there, name), x)
            try:
                check_shape(got, x)
                check_values(got, slope(x), 1e-6)
            except NotPassed:
                tell_apart(student, there)
                raise


@points(1)
def test_every_element(student, rng):
    """Every element is nudged, whatever the shape of x."""
    f = student.bring(FUNCTIONS).coupled
    for shape in SHAPES:
        x = signed(rng, *shape)
        got = student.numerical_gradient(f, x)
        check_shape(got, x)
        check_values(got, slopes(x), 1e-3, _("x had shape {shape}.").format(shape=shape))


@points(1)
def test_in_place(student, rng):
    """x itself is nudged, for a function that looks at x and not at its argument."""
    driver = student.bring(FUNCTIONS).ByReference()
    function = student.numerical_gradient
    for size in REFERRED:
        x = signed(rng, size)
        got = driver.numerical_gradient(function, x)
        check_shape(got, x)
        hint = _("The loss of a network reads the parameters from the network: a nudged copy of x would never be seen.")
        check_values(got, slopes(x), 1e-3, hint)


@points(1)
def test_restored(student, rng, advise):
    """Afterwards x is as it was, and only one element is moved at a time."""
    driver = student.bring(FUNCTIONS).Watched()
    function = student.numerical_gradient
    for shape in WATCHED:
        x = signed(rng, *shape)
        after, most, calls = driver.numerical_gradient(function, x)
        if calls == 0:
            raise Failed(_("The function was never called."), _("Each element needs the function's value on both of its sides."))
        if not (type(after) is np.ndarray and after.shape == x.shape and np.allclose(after, x, rtol=0, atol=1e-9)):
            raise Failed(
                _("Afterwards x is not what it was."), _("Keep the old value, and put it back before you go on to the next.")
            )
        if most > 1:
            raise Failed(
                _("At one of the calls {most} elements of x stood away from where they were; it must be one at a time.").format(
                    most=most
                ),
                _("Put an element back before you go on to the next."),
            )
        if not np.array_equal(after, x):
            advise(
                _(
                    "x comes back changed in its last digits. Keep the old value, and put that back: adding and subtracting rounds."
                )
            )


def check_shape(got, x):
    assert_kind(_("the gradient"), got)
    if np.shape(got) != x.shape:
        raise Failed(
            _("x has shape {shape}, the gradient {got}; they must be the same.").format(shape=x.shape, got=np.shape(got)),
            _("A gradient has the shape of the thing it belongs to."),
        )


def check_values(got, want, tolerance, hint=""):
    got = np.asarray(got, dtype=float)
    if not np.isfinite(got).all():
        raise Failed(_("The gradient holds NaN or infinity."), hint)
    size = np.abs(want).max()
    off = np.abs(got - want).max() / size
    if off <= tolerance:
        return
    if not got.any():
        raise Failed(_("The gradient is zero everywhere."), hint or _("Do the two calls of the function see two different x?"))
    factor = float((got * want).sum() / (want * want).sum())
    if factor and np.allclose(got, factor * want, rtol=0, atol=1e-3 * abs(factor) * size) and not 0.999 < factor < 1.001:
        times = (
            _("{n:.3g} times too big").format(n=abs(factor))
            if abs(factor) > 1
            else _("{n:.3g} times too small").format(n=1 / abs(factor))
        )
        sign = _(" and has the wrong sign") if factor < 0 else ""
        hint = hint or _("How far apart are the two points, and where do the brackets stand?")
        raise Failed(_("The gradient is {times}{sign}.").format(times=times, sign=sign), hint)
    if off < 1e-3:
        raise Failed(
            _("The gradient is right to about {n:.0f} digits only; central differences with h = 1e-4 have eight.").format(
                n=-np.log10(off)
            ),
            hint or _("Do the two points lie on either side of x, at the same distance, and is h what it should be?"),
        )
    right = int((np.abs(got - want) <= tolerance * size).sum())
    raise Failed(_("{right} of its {size} entries are right.").format(right=right, size=want.size), hint)
