"""What the hidden tests of the four activations share.

Each part is judged on its own: a derivative that asks for f(z) may be right with a made-up curve in the place of a wrong one.
The parts on shapes and on large z compare a submission's results with its own, for the same numbers written another way or
less large; that counts only where the function or its derivative is right by itself.
"""

import contextlib

import numpy as np

from grader.testing import Failed, NotPassed, Seen, _, assert_gradient, assert_kind, close, defined, is_array_like, signed

UNEVEN = np.array([[1000.0, -1000.0, -1000.0], [-1000.0, 1000.0, 1000.0]])  # rows of which most is on one side
FLAT = 1e-9  # how near to its end a curve must be for z of ±1000
BOTH = ("value", "derivative")

# None of the four, and with no slope of theirs. It has the sign of z.
CURVE = """
def curve(z):
    return z / (1.0 + z * z)


def with_curve(cls):
    class WithCurve(cls):
        def __call__(self, z):
            return curve(z)

    return WithCurve
"""
curve = defined(CURVE).curve


class Activation:
    """One of the four: what a submission makes of it, beside what is right.

    right: an object of the reference's; hint: what to think about where the derivative is wrong; of_value: the derivative made
    of f(z), where there is a formula; given: what an object is made with, {attribute: value}."""

    def __init__(self, student, advise, right, hint, of_value=None, **given):
        self.student, self.advise, self.hint, self.of_value, self.given = student, advise, hint, of_value, given
        self.class_name = type(right).__name__
        self.right = {"value": right, "derivative": right.derivative}
        self.names = {"value": f"`{self.class_name}()(z)`", "derivative": f"`{self.class_name}().derivative(z)`"}

    def cls(self, with_curve=False):
        """The student's class; with_curve: a subclass of it whose f(z) is that of the curve."""
        cls = getattr(self.student, self.class_name)
        return self.student.bring(CURVE).with_curve(cls) if with_curve else cls

    def make(self, with_curve=False):
        """A new object of it."""
        f = self.cls(with_curve)(*self.given.values())
        for name, value in self.given.items():
            with contextlib.suppress(NotPassed):  # an object may take care of its own attributes
                setattr(f, name, value)
        return f

    def watch(self, which, f, z):
        """What was Seen of asking for the value or the derivative at z."""
        try:
            seen = self.student.watch(f if which == "value" else f.derivative, z)
        except NotPassed as error:
            return Seen(None, error, (), {}, ())
        if isinstance(z, np.ndarray) and seen.args and not (is_array_like(seen.args[0], z) and np.array_equal(seen.args[0], z)):
            sentence = _("{name} changes the array `z` that it was given. A layer keeps z for the way back.")
            self.advise(sentence.format(name=self.names[which]))
        return seen

    def ask(self, which, f, z):
        """The value or the derivative at z; raises what the student's code raised."""
        seen = self.watch(which, f, z)
        if seen.error:
            raise seen.error
        return seen.returned

    def quietly(self, which, f, z):
        """A result as floats where it is an array of z's shape, None where it is anything else."""
        try:
            got = numbers(self.ask(which, f, z))
        except NotPassed:
            return None
        return got.astype(float) if is_array_like(got, z) else None

    def derivative_is_right(self, got, z, value):
        """Whether `got` is the derivative at z; or where it isn't, whether it comes right with f(z) being that of the curve.

        value: what f gave for any z. Where that is nothing, a derivative to be made of it is looked at with the curve alone."""
        if close_to(got, self.right["derivative"](z)) and (value is not None or self.of_value is None):
            return True
        try:
            with_curve = self.quietly("derivative", self.make(with_curve=True), z)
        except NotPassed:
            return False
        return close_to(with_curve, self.of_value(curve(z)) if self.of_value else self.right["derivative"](z))

    def own_results(self, f, z):
        """What f gives for z, {which: an array, or None}."""
        return {which: self.quietly(which, f, z) for which in BOTH}

    def assert_one_is_right(self, own, f, z):
        """own: f's own results for z, of which none may be the measure of others where neither is right by itself."""
        value_right = close_to(own["value"], self.right["value"](z))
        if not value_right and not self.derivative_is_right(own["derivative"], z, own["value"]):
            assert_gradient(self.names["value"], numbers(self.ask("value", f, z)), self.right["value"](z))
            raise nothing_right()


def nothing_right():
    return Failed(_("Neither the function nor its derivative gives anything that could be judged."))


def numbers(got):
    """True and False as 1.0 and 0.0: that they are no floats costs its own part alone."""
    if type(got) is bool:
        return float(got)
    return got.astype(float) if type(got) is np.ndarray and got.dtype.kind == "b" else got


def close_to(got, want):
    return is_array_like(got, want) and close(got, want)


def flats(rng):
    """Two flat arrays of numbers of both signs, one of them with its beginning and its sum below 0, and one above. One number
    is 0, one lies between 0 and the slope of a leaky ReLU, and some lie far out, where a curve that is cut off shows."""
    for first in (-1.0, 1.0):
        near = np.zeros(7)
        while first * near.sum() < 0.1:
            near = signed(rng, 7, low=0.2, high=4.0)
            near[0], near[1] = first * abs(near[0]), -first * abs(near[1])
        yield np.concatenate([near, [0.0, 0.0004, 7.0, -7.0, 25.0, -25.0]])


SCALES = (1e-5, 1e5)  # near 0 and far out a curve of two lines is as straight as anywhere


def probes(rng, straight):
    """What a curve is tried with, straight: whether it is made of lines."""
    both = [*flats(rng)]
    return both + [scale * z for scale, z in zip(SCALES, both, strict=True) if straight]


def check_value(activation, rng, straight=False):
    f = activation.make()
    results = [(z, numbers(activation.ask("value", f, z))) for z in probes(rng, straight)]
    for z, got in results:
        want = activation.right["value"](z)
        hint = where_wrong(got, want, z) or _("Take one number of z, and work out by hand what must come of it.")
        assert_gradient(activation.names["value"], got, want, hint)


def check_derivative(activation, rng, kink=False):
    """kink: the curve is made of two lines, and at 0 its derivative is not looked at."""
    f = activation.make()
    for z in probes(rng, kink):
        z = z[z != 0] if kink else z
        before = signed(rng, z.size)
        value = activation.quietly("value", f, before)  # the derivative asked for is that at z, not that of the last call
        try:
            got, error = numbers(activation.ask("derivative", f, z)), None
        except NotPassed as raised:
            got, error = None, raised
        want = activation.right["derivative"](z)
        if activation.derivative_is_right(got, z, value):
            continue
        activation.quietly("derivative", f, np.abs(z))  # not judged: it tells a switch for all of z from none
        if error:
            raise error
        hint = where_wrong(got, want, z) or activation.hint
        if close_to(got, activation.right["derivative"](before)):
            hint = _("Is that the slope of the call before? It is asked for at the z that is given here.")
        assert_gradient(activation.names["derivative"], got, want, hint)
        raise Failed(_("{name} is to be made of f(z), which gives nothing.").format(name=activation.names["derivative"]))


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


def every_form(rng):
    """Arrays of several shapes, without dimensions and of whole numbers among them; and all their numbers in a flat one, whose
    sum is below 0: what comes of whoever looks at the sum doesn't depend on the draw."""
    while True:
        forms = [signed(rng, *shape, low=0.4, high=3.0) for shape in ((2, 1, 3, 2), (3, 3))]
        forms += [np.array(rng.uniform(0.4, 3.0)), np.array(-rng.uniform(0.4, 3.0))]
        forms += [rng.permutation(np.array([-4, -3, -2, -1, 1, 2, 3, 5])).reshape(2, 4), np.array(3), np.array(-2)]
        flat = np.concatenate([z.ravel().astype(float) for z in forms])
        if flat.sum() < 0:
            return forms, flat


def check_any_shape(activation, rng, may_keep_integers=False):
    """The same numbers in every form: results of that form, as floats."""
    forms, flat = every_form(rng)
    f = activation.make()
    own = activation.own_results(f, flat)
    seen = [{which: activation.watch(which, f, z) for which in BOTH} for z in forms]
    activation.assert_one_is_right(own, f, flat)
    own = {which: got for which, got in own.items() if got is not None and np.ptp(got)}
    if not own:  # the others are marked as such
        raise nothing_right()
    ends = np.cumsum([z.size for z in forms])[:-1]
    for n, z in enumerate(forms):
        for which, got in own.items():
            want = np.split(got, ends)[n].reshape(z.shape)
            check_form(activation, which, z, seen[n][which], want, may_keep_integers)
    for which in own:
        advise_on_numbers(activation, f, which)


def check_form(activation, which, z, seen, want, may_keep_integers):
    name, got = activation.names[which], seen.returned
    given = _("z of shape {shape}").format(shape=z.shape) + (_(", whole numbers") if z.dtype.kind == "i" else "")
    if seen.error:
        sentence = _("For {given}: {message}").format(given=given, message=seen.error.message)
        raise Failed(sentence, _("Every number is treated alone, whatever the array's shape."))
    hint = _("This was {given}. The same numbers as a flat array of floats give other results.").format(given=given)
    assert_gradient(name, numbers(got), want, hint)
    kind = got.dtype.kind if type(got) is np.ndarray else {float: "f", int: "i"}.get(type(got))
    if kind == "i" and z.dtype.kind == "i" and may_keep_integers:
        activation.advise(
            _("{name} gives whole numbers for whole numbers. A layer computes with floats: 1.0, not 1.").format(name=name)
        )
    elif kind != "f":
        kind = (
            _("an array of {dtype}").format(dtype=got.dtype)
            if type(got) is np.ndarray
            else _("of type {kind}").format(kind=type(got).__name__)
        )
        hint = _("Whatever goes in, floats come out: 1.0, not 1 and not True.")
        raise Failed(_("For {given}, {name} is {kind}; it must be float64.").format(given=given, name=name, kind=kind), hint)


def advise_on_numbers(activation, f, which):
    """That a plain Python number is welcome, too, is good practice, and no more."""
    want = activation.quietly(which, f, np.array([-2.0, 1.0]))
    try:
        got = numbers(activation.ask(which, f, -2))
    except NotPassed:
        got = None
    if want is not None and not (isinstance(got, (int, float, np.ndarray)) and close(got, want[0])):
        sentence = _("`{name}` is right for arrays, but not for plain Python numbers such as −2.")
        activation.advise(sentence.format(name=activation.class_name))


def check_large(activation, rng):
    """Far out the curve is flat, and so is what the submission has in its place: as at z = ±40."""
    spread = rng.permutation(np.array([1000.0, -1000.0, 710.5, -710.5, 1e307, -1e307, 60.0, -60.0]))
    f = activation.make()
    middle = np.append(signed(rng, 6, high=3.0), [3.0, -3.0])
    own = activation.own_results(f, middle)
    far = [(which, z, activation.watch(which, f, z)) for z in (spread, *UNEVEN) for which in BOTH]
    activation.assert_one_is_right(own, f, middle)
    for which, z, seen in far:
        if which == "derivative" and own[which] is None:
            continue  # marked as derivative
        if seen.error:
            raise seen.error
        name, got, want = activation.names[which], seen.returned, activation.right[which](z)
        assert_kind(name, got)
        if is_flat(got, want) or (is_curve(own[which]) and is_flat(got, activation.quietly(which, f, 40.0 * np.sign(z)))):
            if any("overflow" in warned for warned in seen.warnings):
                sentence = _("{name} is right, but NumPy warns of an overflow on the way.").format(name=name)
                activation.advise(_("{sentence} Can `exp` be kept to numbers up to 0?").format(sentence=sentence))
            continue
        hint = _("z was as large as 1000 here, or larger, with either sign. What is exp(1000) in float64?")
        assert_gradient(name, got, want, hint)
        raise Failed(_("{name} is wrong for large z.").format(name=name), hint)


def is_flat(got, want):
    return want is not None and is_array_like(got, want) and np.abs(got - want).max() <= FLAT


def is_curve(own):
    """No step, and no constant."""
    return own is not None and len(np.unique(own.round(9))) > 3
