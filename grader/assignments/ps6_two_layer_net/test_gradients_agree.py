"""`gradients_agree`, against a library of right gradients, which it must accept, and of wrong ones, which it must not.

Every wrong one comes with its right twin. So a function that says True to all, or False to all, passes nothing, and
where the twin is refused as well the message says that.
"""

import numpy as np

from grader.testing import Failed, NotRun, Proxy, _, points, signed

# One call for a whole part; its name is the one that an error is reported under.
JUDGE = """
class Judge:
    def gradients_agree(self, function, pairs):
        return [function(*pair) for pair in pairs]
"""


class Library:
    """Pairs of gradients, and what is to be said of each."""

    def __init__(self):
        self.pairs, self.wanted = [], []

    def accepts(self, what, *pair, hint=""):
        self.pairs.append(tuple(np.copy(one) if isinstance(one, np.ndarray) else one for one in pair))
        self.wanted.append((True, _("It refuses {what}.").format(what=what), hint))

    def refuses(self, what, *pair, hint=""):
        self.pairs.append(tuple(np.copy(one) if isinstance(one, np.ndarray) else one for one in pair))
        self.wanted.append((False, _("It accepts {what}.").format(what=what), hint))

    def asked_of(self, student):
        return student.bring(JUDGE).Judge().gradients_agree(student.gradients_agree, self.pairs)

    def judged_by(self, student):
        for verdict, (want, otherwise, hint) in zip(self.asked_of(student), self.wanted, strict=True):
            if is_yes(verdict) != want:
                raise Failed(otherwise, hint)


def is_yes(said):
    """What the student's function said, True or False. Raises where it is neither."""
    if said is ...:
        raise NotRun(_("not run: the result of gradients_agree is still to be written (`...`)."))
    if isinstance(said, np.ndarray) and said.shape == () and said.dtype == bool:
        said = bool(said)
    if not isinstance(said, bool):
        kind = said._type_name if isinstance(said, Proxy) else type(said).__name__
        told = (
            _("an array of shape {shape}").format(shape=said.shape)
            if isinstance(said, np.ndarray)
            else _("a {kind}").format(kind=kind)
        )
        raise Failed(_("gradients_agree gives {told}; it must give one True or False.").format(told=told))
    return said


def pair(rng, *shape, size=1.0):
    """A gradient, and the same as a numerical gradient has it: right to eight digits."""
    numeric = size * signed(rng, *shape)
    return numeric * (1 + 1e-8 * rng.uniform(-1, 1, shape)), numeric


def spread(rng, *shape):
    """A gradient whose entries are all well apart from each other, in size too."""
    count = int(np.prod(shape))
    sizes = rng.permutation(np.linspace(0.4, 1.6, count))
    return (sizes * np.where(rng.permutation(count) % 2, 1.0, -1.0)).reshape(shape)


def verdict(rng):
    library = Library()
    for shape in ((4, 3), (5,), (3, 3), (2, 3, 2)):
        for size in (1.0, 1e-3, 1e5):
            library.accepts(_("a right gradient"), *pair(rng, *shape, size=size), hint=_("It differed by rounding alone."))
        g = spread(rng, *shape)
        other = np.roll(g.ravel(), 1).reshape(shape)
        for what, wrong in {
            _("a gradient with the wrong sign"): -g,
            _("a gradient that is twice too big"): 2 * g,
            _("a gradient that is too small by the batch size"): g / 4,
            _("a gradient that is 1% too small"): 0.99 * g,
            _("a gradient that is 1% too big"): 1.01 * g,
            _("a gradient whose positive entries are 1% too small, and the others 1% too big"): g - 0.01 * np.abs(g),
            _("a gradient that is zero everywhere"): np.zeros(shape),
            _("a gradient whose entries stand in the wrong places"): other,
        }.items():
            library.refuses(
                what, wrong, g, hint=_("How large is the difference, without its sign, beside the numbers themselves?")
            )
    g = spread(rng, 3, 3)
    library.refuses(_("a square gradient that is transposed"), g.T.copy(), g)
    a, n = pair(rng, 4, 3)
    a *= 1.001
    library.accepts(_("a relative error of 0.001 where the tolerance is 0.02"), a, n, 0.02, hint=_("Is `tolerance` used?"))
    library.refuses(_("a relative error of 0.001 where the tolerance is 0.00002"), a, n, 0.00002, hint=_("Is `tolerance` used?"))
    return library


@points(1)
def test_verdict(student, rng):
    """Right gradients are accepted, wrong ones are not, and the tolerance counts."""
    verdict(rng).judged_by(student)


def every_element(rng):
    library = Library()
    hint = _("Each element has its own relative error; one that is too large settles it.")
    for shape in ((6, 5), (7,)):
        for size in (1.0, 1e-9):
            library.accepts(_("a right gradient with numbers of about {size:g}").format(size=size), *pair(rng, *shape, size=size))
            a, n = pair(rng, *shape, size=size)
            library.refuses(
                _("numbers twice as large as they should be, all about {size:g}").format(size=size), 2 * a, n, hint=hint
            )
        for factor in (2.0, 0.5, -1.0):
            a, n = pair(rng, *shape)
            at = tuple(rng.integers(0, k) for k in shape)
            a[at] *= factor
            library.refuses(_("a gradient with one wrong element"), a, n, hint=hint)
        a, n = pair(rng, *shape)
        at = tuple(rng.integers(0, k) for k in shape)
        a[at], n[at] = 2e-8, 1e-8
        library.refuses(_("one small element that is twice too big, among large ones that are right"), a, n, hint=hint)
        n[at] = a[at] * (1 + 1e-8)
        library.accepts(_("a right gradient with one small element"), a, n)
    # what an error measured by the largest number lets pass, and what one measured by the mean does: each alone
    n = np.full((6, 5), 1e-7)
    n[2, 3] = 1.0
    a = n + 9e-6 * (n < 1)
    library.refuses(_("many small elements that are wrong, beside a large one that is right"), a, n, hint=hint)
    a, n = pair(rng, 6, 5)
    a[4, 1], n[4, 1] = 1 + 15e-5, 1.0
    library.refuses(_("one element that is just too far off"), a, n, hint=hint)
    return library


@points(1)
def test_every_element(student, rng):
    """One wrong element among many is enough, however small it is."""
    every_element(rng).judged_by(student)


def zeros(rng):
    library = Library()
    for shape in ((4, 3), (5,)):
        zero = np.zeros(shape)
        library.accepts(_("two gradients that are zero everywhere"), zero, zero, hint=_("Zero divided by zero is NaN."))
        a, n = pair(rng, *shape)
        at = tuple(rng.integers(0, k) for k in shape)
        a[at] = n[at] = 0.0
        library.accepts(
            _("a right gradient with an element where both are exactly 0"), a, n, hint=_("Zero divided by zero is NaN.")
        )
        for one, other in ((0.7, 0.0), (0.0, 0.7), (-0.7, 0.0), (0.0, -0.7)):
            a[at], n[at] = one, other
            library.refuses(_("an element that is 0 on one side and not on the other"), a, n)
    return library


@points(1)
def test_zeros(student, rng):
    """Two zeros agree; a zero and a number don't."""
    zeros(rng).judged_by(student)


def shapes_and_infinities(rng):
    library = Library()
    a, n = pair(rng, 3, 3)
    library.accepts(_("a right gradient"), a, n)
    same = np.full((3, 3), 0.5)
    for one, other in (((3,), (1, 3)), ((3, 1), (3,)), ((3, 3), (3,)), ((2, 3), (3, 2)), ((1,), (3, 3)), ((4,), (3,))):
        one, other = np.resize(same, one), np.resize(same, other)
        library.refuses(
            _("the shapes {one} and {other} as the same").format(one=one.shape, other=other.shape),
            one,
            other,
            hint=_("NumPy stretches arrays of different shapes until they fit, and doesn't complain."),
        )
    for bad in (np.nan, np.inf, -np.inf):
        for both in (False, True):
            broken, right = a.copy(), n.copy()
            broken[1, 2] = bad
            if both:
                right[1, 2] = bad
            hint = _("With NaN every comparison is False: `not (error > tolerance)` is True then. And infinity equals infinity.")
            library.refuses(
                _("a gradient that holds {what}").format(what="NaN" if np.isnan(bad) else _("infinity")), broken, right, hint=hint
            )
            if not both:
                library.refuses(
                    _("a gradient that holds {what}").format(what="NaN" if np.isnan(bad) else _("infinity")),
                    right,
                    broken,
                    hint=hint,
                )
    return library


@points(1)
def test_shapes_and_infinities(student, rng):
    """Different shapes, NaN and infinity are never agreement."""
    shapes_and_infinities(rng).judged_by(student)
