"""`numerical_gradient`: how exact it is, whether it reaches every element, and what it leaves behind.

Each part looks at one thing alone. How exact the quotient is, is tried on one number at a time; the parts on shapes and on
nudging in place only ask for three digits, which a forward difference has as well.
"""

import contextlib

import numpy as np

from grader.testing import Failed, NotPassed, _, assert_gradient, assert_kind, is_array_like, points, signed

# The names of the drivers' methods are those that an error is reported under.
FUNCTIONS = """
import numpy as np


def growth(x):
    return 3.0 * np.exp(x.sum()) + 40.0


def wave(x):
    return -2.0 * np.sin(1.5 * x.sum()) - 60.0


def cube(x):
    return x.sum() ** 3 + 4.0 * x.sum()


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
"""

SHAPES = ((4,), (2, 3), (3, 3), (5, 1), (2, 1, 3))
UNHEEDING = (1, 3)  # sizes of x
FOLLOWED = ((3,), (2, 2))
SLOPES = {
    "growth": lambda x: 3.0 * np.exp(x),
    "wave": lambda x: -3.0 * np.cos(1.5 * x),
    "cube": lambda x: 3.0 * x**2 + 4.0,
}


def slopes(x):
    """The gradient of `coupled`: no entry is ever negative, for what becomes of a sign is seen where it's exact."""
    first = np.zeros(x.size)
    head = x.ravel()[:3]
    first[:3] = [np.prod(np.delete(head, i)) for i in range(len(head))]
    return np.arange(3.0, x.size + 3.0).reshape(x.shape) + x + 0.3 * first.reshape(x.shape)


@points(1)
def test_central(student, rng):
    """It is as exact as central differences are."""
    there = student.bring(FUNCTIONS)
    with contextlib.suppress(NotPassed):  # not judged: where the function is asked at x = 0 tells mistakes apart
        there.Followed().numerical_gradient(student.numerical_gradient, np.zeros(2))
    hint = _("How far apart are the two points, do they lie on either side of x, and where do the brackets stand?")
    for name, slope in SLOPES.items():
        for x in (rng.uniform(0.2, 0.7, 1), rng.uniform(-0.7, -0.2, 1), np.zeros(1)):
            check(student.numerical_gradient(getattr(there, name), x), slope(x), 1e-6, hint)


@points(1)
def test_every_element(student, rng):
    """Every element is nudged, whatever the shape of x."""
    f = student.bring(FUNCTIONS).coupled
    for shape in SHAPES:
        x = signed(rng, *shape)
        check(student.numerical_gradient(f, x), slopes(x), 1e-3, _("x had shape {shape}.").format(shape=shape))


@points(1)
def test_in_place(student, rng):
    """x itself is nudged, for a function that looks at x and not at its argument."""
    driver = student.bring(FUNCTIONS).Unheeding()
    hint = _("The loss of a network reads the parameters from the network: a nudged copy of x would never be seen.")
    for size in UNHEEDING:
        x = signed(rng, size)
        check(driver.numerical_gradient(student.numerical_gradient, x), slopes(x), 1e-3, hint)


@points(1)
def test_restored(student, rng, advise):
    """One element at a time is moved away, and afterwards x is as it was."""
    driver = student.bring(FUNCTIONS).Followed()
    for shape in FOLLOWED:
        x = signed(rng, *shape)
        after, asked = driver.numerical_gradient(student.numerical_gradient, x)
        if not (is_array_like(after, x) and np.allclose(after, x, rtol=0, atol=1e-9)):
            raise Failed(
                _("Afterwards x is not what it was."), _("Keep the old value, and put it back before you go on to the next.")
            )
        check_one_at_a_time(asked, x)
        if not np.array_equal(after, x):
            advise(
                _(
                    "x comes back changed in its last digits. Keep the old value, and put that back: adding and subtracting rounds."
                )
            )


def check_one_at_a_time(asked, x):
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
        )


def check(got, want, tolerance, hint):
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
        )
    if off > tolerance:
        assert_gradient(name, got, want, hint)
