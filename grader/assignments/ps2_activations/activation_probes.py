"""What the hidden tests of the four activations share.

Each part is judged on its own. A derivative built on a wrong value is right if it fits that value, or if it comes right
with the right value put in its place. The parts on shapes and on large z compare the student's results with their own
for the same numbers, written another way or less large.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from grader.testing import Failed, NotRun, Proxy, Raised, _, assert_gradient, assert_kind, close, is_array_like, signed

FLAT = 1e-9  # how near to its end a curve must be for z of ±1000

FUNCTIONS = """
import numpy as np


def ReLU(z):
    return np.maximum(0.0, z)


def Sigmoid(z):
    return 0.5 + 0.5 * np.tanh(0.5 * np.asarray(z))


def Tanh(z):
    return np.tanh(z)


def LeakyReLU(z):
    return np.where(z > 0, 1.0, 0.01) * z


def mended(cls, function):
    class Mended(cls):
        def __call__(self, z):
            return function(z)

    return Mended
"""


@dataclass(frozen=True)
class Activation:
    """One of the four: the name of its class, the reference's object, what to think about where its derivative is wrong,
    and f' worked out of f(z), where there is a formula."""

    name: str
    right: object
    hint: str
    from_value: Callable | None = None

    def __str__(self):
        return f"`{self.name}()(z)`"

    @property
    def of_derivative(self):
        return f"`{self.name}().derivative(z)`"

    def make(self, student, *args, **kwargs):
        """A new object of the student's class."""
        return getattr(student, self.name)(*args, **kwargs)


class Watched:
    """Calls of the student's, with the advice that they give rise to."""

    def __init__(self, student, advise, activation):
        self.student, self.advise, self.activation = student, advise, activation
        self.overflowed = set()  # the names of what gave a warning of an overflow
        self.last = None, None  # an object and its method, which is asked for once

    def value(self, f, z):
        """f(z); raises what the student's code raised."""
        return self._result(f, z, str(self.activation))

    def derivative(self, f, z):
        """f.derivative(z); raises what the student's code raised."""
        if f is not self.last[0]:
            self.last = f, f.derivative
        return self._result(self.last[1], z, self.activation.of_derivative)

    def _result(self, function, z, name):
        seen = self.student.watch(function, z)
        if type(z) is np.ndarray and seen.args and not (is_array_like(seen.args[0], z) and np.array_equal(seen.args[0], z)):
            self.advise(_("{name} changes the array `z` that it was given. A layer keeps z for the way back.").format(name=name))
        if seen.error:
            raise seen.error
        if any("overflow" in warned for warned in seen.warnings):
            self.overflowed.add(name)
        return seen.returned

    def quietly(self, which, f, z):
        """A result as floats if it is an array of z's shape, None if it is anything else."""
        try:
            got = numbers(getattr(self, which)(f, z))
        except (Raised, NotRun, Failed):
            return None
        return np.asarray(got, dtype=float) if is_array_like(got, z) else None


def numbers(got):
    """True and False as 1 and 0: that they are no floats costs its own part alone."""
    if type(got) is bool:
        return float(got)
    return got.astype(float) if type(got) is np.ndarray and got.dtype.kind == "b" else got


def flats(rng, low=0.2, high=4.0, size=12):
    """Two flat arrays of numbers of both signs, one of them beginning below 0 and one above. One number lies between 0 and
    the slope of a leaky ReLU."""
    for first in (-1.0, 1.0):
        z = signed(rng, size, low=low, high=high)
        z[0] = first * abs(z[0])
        z[1] = -first * abs(z[1])
        z[2] = 0.004
        yield z


def check_value(watched, make, rng, high=4.0):
    activation, f = watched.activation, make()
    for z in flats(rng, high=high):
        got, want = numbers(watched.value(f, z)), activation.right(z)
        hint = where_wrong(got, want, z) or _("Take one number of z, and work out by hand what must come of it.")
        assert_gradient(str(activation), got, want, hint)


def check_derivative(watched, make, rng, arguments=()):
    activation, f = watched.activation, make()
    for z in flats(rng):
        want = activation.right.derivative(z)
        before = signed(rng, 5)
        watched.quietly("value", f, before)  # the derivative asked for is that at z, not that of the last call
        try:
            got, error = numbers(watched.derivative(f, z)), None
        except (Raised, NotRun, Failed) as raised:
            got, error = None, raised
        if error is None and close_to(got, want):
            continue
        own = watched.quietly("value", f, z)
        if activation.from_value and own is not None and np.ptp(own) and close_to(got, activation.from_value(own)):
            continue
        if close_to(with_right_value(watched, arguments, z), want):
            continue
        watched.quietly("derivative", f, np.abs(z))  # not judged: it tells a switch for all of z from none
        if error:
            raise error
        hint = where_wrong(got, want, z) or activation.hint
        if is_array_like(got, before):
            hint = _("Is that the slope of the call before? It is asked for at the z that is given here.")
        assert_gradient(activation.of_derivative, got, want, hint)


def where_wrong(got, want, z):
    """On which side of 0 the numbers are wrong, if it is just one."""
    if not is_array_like(got, want):
        return ""
    wrong = ~np.isclose(got, want, rtol=1e-7, atol=1e-9)
    if (wrong == (z < 0)).all():
        return _("It is right for every z above 0, and wrong for every z below.")
    if (wrong == (z > 0)).all():
        return _("It is right for every z below 0, and wrong for every z above.")
    return ""


def with_right_value(watched, arguments, z):
    """What the student's derivative gives where f(z), should it ask for it, is right."""
    student, name = watched.student, watched.activation.name
    there = student.bring(FUNCTIONS)
    made = student.watch(there.mended, getattr(student, name), getattr(there, name)).returned
    f = student.watch(made, *arguments).returned if isinstance(made, Proxy) else None
    return watched.quietly("derivative", f, z) if isinstance(f, Proxy) else None


def close_to(got, want):
    return is_array_like(got, want) and close(got, want)


def every_form(rng):
    """Arrays of several shapes, 0-d and whole numbers among them, and all their numbers as one flat array of floats."""
    forms = [signed(rng, *shape, low=0.4, high=3.0) for shape in ((2, 3, 4), (3, 3), (4, 1))]
    forms += [np.array(rng.uniform(0.4, 3.0)), np.array(-rng.uniform(0.4, 3.0))]
    forms += [rng.permutation(np.array([-4, -3, -2, -1, 1, 2, 3, 5])).reshape(2, 4), np.array(3), np.array(-2)]
    return forms, np.concatenate([z.ravel().astype(float) for z in forms])


def check_any_shape(watched, make, rng):
    """The same numbers in every form: results of that form, as floats."""
    forms, flat = every_form(rng)
    ends = np.cumsum([z.size for z in forms])[:-1]
    f = make()
    own = {which: watched.quietly(which, f, flat) for which in ("value", "derivative")}
    judged = [which for which in own if own[which] is not None and np.ptp(own[which])]  # the others are marked as such
    if not judged:
        assert_gradient(str(watched.activation), watched.value(f, flat), watched.activation.right(flat))
        raise Failed(_("Neither the function nor its derivative gives anything that could be judged."))
    for n, z in enumerate(forms):
        if "value" not in judged:
            watched.quietly("value", f, z)
        for which in judged:
            check_form(watched, f, which, z, np.split(own[which], ends)[n].reshape(z.shape))
    advise_on_numbers(watched, f, judged)


def check_form(watched, f, which, z, want):
    name = str(watched.activation) if which == "value" else watched.activation.of_derivative
    given = _("z of shape {shape}").format(shape=z.shape) + (_(", whole numbers") if z.dtype.kind == "i" else "")
    try:
        got = getattr(watched, which)(f, z)
    except Raised as error:
        raise Failed(
            _("For {given}: {message}").format(given=given, message=error.message),
            _("Every number is treated alone, whatever the array's shape."),
        ) from None
    hint = _("This was {given}. The same numbers as a flat array of floats give other results.").format(given=given)
    assert_gradient(name, numbers(got), want, hint)
    if not (type(got) is float or (type(got) is np.ndarray and got.dtype.kind == "f")):
        kind = (
            _("an array of {dtype}").format(dtype=got.dtype)
            if type(got) is np.ndarray
            else _("of type {kind}").format(kind=type(got).__name__)
        )
        hint = _("Whatever goes in, floats come out: 1.0, not 1 and not True.")
        raise Failed(_("For {given}, {name} is {kind}; it must be float64.").format(given=given, name=name, kind=kind), hint)


def advise_on_numbers(watched, f, judged):
    """That a plain Python number is welcome, too, is good practice, and no more."""
    for which in judged:
        want = watched.quietly(which, f, np.array([-2.0, 1.0]))
        try:
            got = numbers(getattr(watched, which)(f, -2))
        except (Raised, NotRun, Failed):
            got = None
        fits = isinstance(got, float) or (type(got) is np.ndarray and got.shape == ())
        if want is not None and not (fits and close(float(got), want[0])):
            watched.advise(
                _("`{name}` is right for arrays, but not for plain Python numbers such as −2.").format(
                    name=watched.activation.name
                )
            )


def far_out(rng):
    return rng.permutation(np.array([1000.0, -1000.0, 710.5, -710.5, 1e307, -1e307, 60.0, -60.0]))


def check_large(watched, make, rng):
    """Far out the results are those of z = ±40, where the curve is flat already."""
    z = far_out(rng)
    near = 40.0 * np.sign(z)
    activation, f = watched.activation, make()
    for which, name in (("value", str(activation)), ("derivative", activation.of_derivative)):
        own = watched.quietly(which, f, near)
        if which == "derivative" and own is None:
            return  # marked as derivative
        if which == "derivative":
            watched.quietly("value", f, z)
        got = getattr(watched, which)(f, z)
        assert_kind(name, got)
        want = activation.right(z) if which == "value" else activation.right.derivative(z)
        fits = own is not None and (which == "derivative" or np.ptp(own))
        if is_array_like(got, z) and any(np.abs(got - right).max() <= FLAT for right in ([want, own] if fits else [want])):
            if name in watched.overflowed:
                told = _("{name} is right, but NumPy warns of an overflow on the way.").format(name=name)
                watched.advise(_("{told} Can `exp` be kept to numbers up to 0?").format(told=told))
            continue
        hint = _("z was as large as 1000 here, or larger, with either sign. What is exp(1000) in float64?")
        assert_gradient(name, got, want, hint)
        raise Failed(_("{name} is wrong for large z.").format(name=name), hint)


def floats(want):
    """Wanted at once: floats that are `want`, in its shape; a single one may be a plain number or an array without dimensions."""
    return lambda got: (type(got) is float or (type(got) is np.ndarray and got.dtype.kind == "f")) and close(got, want)
