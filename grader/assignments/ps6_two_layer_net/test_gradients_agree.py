"""`gradients_agree`, against a library of right gradients, which it must accept, and of wrong ones, which it must not.

Each part has some of both, so a function that says True to all, or False to all, passes nothing.
"""

import copy

import numpy as np

from grader.testing import Failed, NotPassed, NotRun, Proxy, _, points, signed, tells

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
            raise Failed(otherwise, hint, cause=seen_of_verdicts(student))


TOLERANCE = 1e-5
FIRM = np.array([0.7, -1.3, 0.4, 1.6, -0.9, 1.1, 0.5, -0.6, 1.4, -0.8, 1.2, -1.5])


def off(where, by):
    """FIRM, some of it off by a share of itself."""
    return FIRM * (1 + by * (np.arange(len(FIRM)) == where))


# Pairs by whose verdicts rules are told apart, each with the tolerance as it is by itself.
TABLE = [
    (FIRM, FIRM), (-FIRM, FIRM), (2 * FIRM, FIRM), (np.abs(FIRM), FIRM), (FIRM[::-1].copy(), FIRM), (np.sort(FIRM), FIRM),
    (off(3, 0.1), FIRM), (off(0, 0.1), FIRM), (off(11, 0.1), FIRM), (off(3, 1e-3), FIRM), (off(3, 2e-5), FIRM),
    (off(3, 6e-6), FIRM), (off(3, 4e-5), FIRM), (off(3, -0.1), FIRM), (FIRM * (1 + 2e-3), FIRM), (FIRM * (1 + 1.5e-5), FIRM),
    (FIRM * (1 + 2e-6), FIRM), (1e-4 * off(3, 0.01), 1e-4 * FIRM), (1e-9 * off(3, 0.5), 1e-9 * FIRM), (1e-7 * -FIRM, 1e-7 * FIRM),
    (1e6 * off(3, 1e-7), 1e6 * FIRM), (1e4 * off(3, 3e-8), 1e4 * FIRM), (FIRM + 0.1 * (-1.0) ** np.arange(12), FIRM),
    (np.where(np.arange(12) == 5, -FIRM, FIRM), FIRM), (off(3, 1e-6), FIRM), (off(3, 3e-4), FIRM), (FIRM + 3e-6, FIRM), (FIRM + 8e-6, FIRM),
]  # fmt: skip


def rules():
    """{what is compared, in words: whether two gradients agree by that}."""
    norm, tiny = np.linalg.norm, 1e-300
    larger = lambda a, n: np.maximum(np.maximum(np.abs(a), np.abs(n)), tiny)
    relative = lambda a, n: np.abs(a - n) / larger(a, n)
    return {
        _("The signs are left out of account: sizes are compared."): lambda a, n: (
            relative(np.abs(a), np.abs(n)) <= TOLERANCE
        ).all(),
        _("The directions of the two gradients are compared, so their lengths don't count."): lambda a, n: (
            1 - a @ n / (norm(a) * norm(n)) <= TOLERANCE
        ),
        _("The lengths of the two gradients are compared, and not their elements."): lambda a, n: (
            abs(norm(a) - norm(n)) <= TOLERANCE * max(norm(a), norm(n))
        ),
        _("One norm stands for all elements: a wrong one is lost among them."): lambda a, n: (
            norm(a - n) <= TOLERANCE * max(norm(a), norm(n))
        ),
        _("One norm stands for all elements, over the sum of both lengths."): lambda a, n: (
            norm(a - n) <= TOLERANCE * (norm(a) + norm(n))
        ),
        _("Absolute differences are compared, however small the numbers are."): lambda a, n: (np.abs(a - n) <= TOLERANCE).all(),
        _("The mean of the absolute differences is compared."): lambda a, n: np.abs(a - n).mean() <= TOLERANCE,
        _("The mean of the relative errors is compared, in which one is lost."): lambda a, n: relative(a, n).mean() <= TOLERANCE,
        _("The sums are compared, in which differences cancel."): lambda a, n: (
            abs(a.sum() - n.sum()) <= TOLERANCE * max(abs(a.sum()), abs(n.sum()))
        ),
        _("The means are compared, in which differences cancel."): lambda a, n: abs(a.mean() - n.mean()) <= TOLERANCE,
        _("Relative errors are taken with their sign: one that is too small passes."): lambda a, n: (
            (a - n) / larger(a, n) <= TOLERANCE
        ).all(),
        _("It is enough that most of the elements agree."): lambda a, n: (relative(a, n) <= TOLERANCE).mean() >= 0.9,
        _("It is enough that more than half of the elements agree."): lambda a, n: (relative(a, n) <= TOLERANCE).mean() > 0.5,
        _("It is enough that one element agrees."): lambda a, n: (relative(a, n) <= TOLERANCE).any(),
        _("The square of the relative error is compared with the tolerance."): lambda a, n: (
            relative(a, n) ** 2 <= TOLERANCE
        ).all(),
        _("Only the first element is looked at."): lambda a, n: relative(a, n)[0] <= TOLERANCE,
        _("Only the last element is looked at."): lambda a, n: relative(a, n)[-1] <= TOLERANCE,
        _("The order of the elements is left out of account."): lambda a, n: (
            relative(np.sort(a), np.sort(n)) <= TOLERANCE
        ).all(),
        _("The largest difference is compared with the largest number of all."): lambda a, n: (
            np.abs(a - n).max() <= TOLERANCE * max(np.abs(a).max(), np.abs(n).max())
        ),
        _("An absolute difference is let through beside the relative one."): lambda a, n: np.allclose(
            a, n, rtol=TOLERANCE, atol=TOLERANCE
        ),
        **{
            _("Both are rounded to {n} places and compared, which is an absolute error.").format(
                n=places
            ): lambda a, n, k=places: np.array_equal(np.round(a, k), np.round(n, k))
            for places in (4, 5, 6)
        },
    }


@tells
def seen_of_verdicts(student):
    """By which rule all of TABLE is judged: (a sentence, what it is known by); None where by none, or by several."""
    try:
        said = student.together(lambda: [student.gradients_agree(a.copy(), n.copy()) for a, n in TABLE])
    except NotPassed:
        return None
    said = [bool(one) if isinstance(one, (bool, np.ndarray)) and np.size(one) == 1 else None for one in said]
    fits = [
        what for what, rule in rules().items() if all(bool(rule(a, n)) is one for (a, n), one in zip(TABLE, said, strict=True))
    ]
    return (fits[0], fits[0].partition(":")[0].rstrip(".")) if len(fits) == 1 else None


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
        for size in (1.0, 1e-12):
            a, n = right(rng, *shape, size=size)
            yield accepts(_("a right gradient with numbers of about {size:g}").format(size=size), a, n)
            what = _("numbers twice as large as they should be, all about {size:g}").format(size=size)
            yield refuses(what, 2 * a, n, hint=EACH)
        for factor, sign in ((2.0, 1), (2.0, -1), (0.5, 1), (0.5, -1), (-1.0, 1)):
            a, n = right(rng, *shape)
            a[tuple(rng.choice(np.argwhere(sign * n > 0)))] *= factor
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
    a, n = right(rng, 11, 12)
    a[9, 1], n[9, 1] = 1 + 15e-5, 1.0
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
        for pair in ((broken, n), (a, broken_too), (broken, broken_too), (broken_too, broken_too)):
            yield refuses(what, *pair, hint=hint)
