"""`gradients_agree`, against a library of right gradients, which it must accept, and of wrong ones, which it must not.

Each part has some of both, so a function that says True to all, or False to all, passes nothing.
"""

import copy

import numpy as np

from grader.testing import Failed, NotRun, Proxy, _, points, signed

RELATION = _("How large is the difference, without its sign, beside the numbers themselves?")
EACH = _("Each element has its own relative error; one that is too large settles it.")
NO_FRACTION = _("Zero divided by zero is NaN.")


def accepts(what, *gradients, hint=""):
    return gradients, True, _("It refuses {what}.").format(what=what), hint


def refuses(what, *gradients, hint=""):
    return gradients, False, _("It accepts {what}.").format(what=what), hint


def judge(student, cases):
    """Ask for the verdict on all of them, then look at each."""
    cases = [(copy.deepcopy(gradients), *rest) for gradients, *rest in cases]
    said = [verdict(student.gradients_agree(*gradients)) for gradients, *_rest in cases]
    for got, (_gradients, want, otherwise, hint) in zip(said, cases, strict=True):
        if got != want:
            raise Failed(otherwise, hint)


def verdict(said):
    """True or False, as the student's function said. Raises where it said neither."""
    if said is ...:
        raise NotRun(_("not run: the result of gradients_agree is still to be written (`...`)."))
    if isinstance(said, np.ndarray) and said.shape == () and said.dtype == bool:
        return bool(said)
    if isinstance(said, bool):
        return said
    kind = said._type_name if isinstance(said, Proxy) else type(said).__name__
    is_array = isinstance(said, np.ndarray)
    what = _("an array of shape {shape}").format(shape=said.shape) if is_array else _("a {kind}").format(kind=kind)
    raise Failed(_("gradients_agree gives {what}; it must give one True or False.").format(what=what))


def right(rng, *shape, size=1.0):
    """A gradient, and the same as a numerical gradient has it: right to eight digits."""
    numeric = size * signed(rng, *shape)
    return numeric * (1 + 1e-8 * rng.uniform(-1, 1, shape)), numeric


def spread(rng, *shape):
    """A gradient whose entries are all well apart from each other, in size too."""
    count = int(np.prod(shape))
    sizes = rng.permutation(np.linspace(0.4, 1.6, count))
    return (sizes * np.where(rng.permutation(count) % 2, 1.0, -1.0)).reshape(shape)


def somewhere(rng, shape):
    return tuple(rng.integers(0, k) for k in shape)


@points(1)
def test_verdict(student, rng):
    """Right gradients are accepted, wrong ones are not, and the tolerance counts."""
    judge(student, ordinary_ones(rng))


def ordinary_ones(rng):
    for shape, size in (((4, 3), 1.0), ((5,), 1e-3), ((2, 3, 2), 1e5)):
        yield accepts(_("a right gradient"), *right(rng, *shape, size=size), hint=_("It differed by rounding alone."))
        g = spread(rng, *shape)
        for what, wrong in {
            _("a gradient with the wrong sign"): -g,
            _("a gradient that is twice too big"): 2 * g,
            _("a gradient that is too small by the batch size"): g / 4,
            _("a gradient that is 1% too small"): 0.99 * g,
            _("a gradient that is 1% too big"): 1.01 * g,
            _("a gradient whose positive entries are 1% too small, and the others 1% too big"): g - 0.01 * np.abs(g),
            _("a gradient that is zero everywhere"): np.zeros(shape),
            _("a gradient whose entries stand in the wrong places"): np.roll(g, 1),
        }.items():
            yield refuses(what, wrong, g, hint=RELATION)
    g = spread(rng, 3, 3)
    yield refuses(_("a square gradient that is transposed"), g.T.copy(), g)

    used = _("Is `tolerance` used, whatever it is?")
    a, n = right(rng, 4, 3)
    yield accepts(_("a relative error of 0.001 where the tolerance is 0.02"), 1.001 * a, n, 0.02, hint=used)
    yield refuses(_("a relative error of 0.001 where the tolerance is 0.00002"), 1.001 * a, n, 2e-5, hint=used)
    yield refuses(_("a relative error of 0.000001 where the tolerance is 0"), 1.000001 * n, n, 0.0, hint=used)
    default = _("Which tolerance holds where none is given?")
    yield accepts(_("a relative error of 0.000003 where no tolerance is given"), 1.000003 * n, n, hint=default)
    yield refuses(_("a relative error of 0.00003 where no tolerance is given"), 1.00003 * n, n, hint=default)


@points(1)
def test_every_element(student, rng):
    """One wrong element among many is enough, however small it is."""
    judge(student, every_element(rng))


def every_element(rng):
    for shape in ((6, 5), (7,)):
        for size in (1.0, 1e-9):
            a, n = right(rng, *shape, size=size)
            yield accepts(_("a right gradient with numbers of about {size:g}").format(size=size), a, n)
            what = _("numbers twice as large as they should be, all about {size:g}").format(size=size)
            yield refuses(what, 2 * a, n, hint=EACH)
        for factor in (2.0, 0.5, -1.0):
            a, n = right(rng, *shape)
            a[somewhere(rng, shape)] *= factor
            yield refuses(_("a gradient with one wrong element"), a, n, hint=EACH)
        a, n = right(rng, *shape)
        at = somewhere(rng, shape)
        a[at], n[at] = 2e-8, 1e-8
        yield refuses(_("one small element that is twice too big, among large ones that are right"), a, n, hint=EACH)
        n[at] = a[at] * (1 + 1e-8)
        yield accepts(_("a right gradient with one small element"), a, n)
    # what an error measured by the largest number lets pass, and what one measured by the mean does: each alone
    n = np.full((6, 5), 1e-7)
    n[2, 3] = 1.0
    a = n + 9e-6 * (n < 1)
    yield refuses(_("many small elements that are wrong, beside a large one that is right"), a, n, hint=EACH)
    a, n = right(rng, 6, 5)
    a[4, 1], n[4, 1] = 1 + 15e-5, 1.0
    yield refuses(_("one element that is just too far off"), a, n, hint=EACH)


@points(1)
def test_zeros(student, rng):
    """Two zeros agree; a zero and a number don't."""
    judge(student, zeros(rng))


def zeros(rng):
    for shape in ((4, 3), (5,)):
        zero = np.zeros(shape)
        yield accepts(_("two gradients that are zero everywhere"), zero, zero, hint=NO_FRACTION)
        a, n = right(rng, *shape)
        yield accepts(_("a right gradient"), a, n)
        at = somewhere(rng, shape)
        a[at] = n[at] = 0.0
        yield accepts(_("a right gradient with an element where both are exactly 0"), a, n, hint=NO_FRACTION)
        for a[at], n[at] in ((0.7, 0.0), (0.0, 0.7), (-0.7, 0.0), (0.0, -0.7)):
            yield refuses(_("an element that is 0 on one side and not on the other"), a, n)


@points(1)
def test_shapes_and_infinities(student, rng):
    """Different shapes, NaN and infinity are never agreement."""
    judge(student, shapes_and_infinities(rng))


def shapes_and_infinities(rng):
    a, n = right(rng, 3, 3)
    yield accepts(_("a right gradient"), a, n)
    for one, other in (((3,), (1, 3)), ((3, 1), (3,)), ((3, 3), (3,)), ((2, 3), (3, 2)), ((1,), (3, 3)), ((4,), (3,))):
        what = _("the shapes {one} and {other} as the same").format(one=one, other=other)
        hint = _("NumPy stretches arrays of different shapes until they fit, and doesn't complain.")
        yield refuses(what, np.full(one, 0.5), np.full(other, 0.5), hint=hint)
    hint = _("With NaN every comparison is False: `not (error > tolerance)` is True then. And infinity equals infinity.")
    for bad in (np.nan, np.inf, -np.inf):
        what = _("a gradient that holds {what}").format(what="NaN" if np.isnan(bad) else _("infinity"))
        broken, broken_too = a.copy(), n.copy()
        broken[1, 2] = broken_too[1, 2] = bad
        for pair in ((broken, n), (a, broken_too), (broken, broken_too)):
            yield refuses(what, *pair, hint=hint)
