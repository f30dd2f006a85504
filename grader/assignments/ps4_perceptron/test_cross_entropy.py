"""Binary cross-entropy and its derivative: the formulas, and what happens at 0 and 1.

A tiny constant in the logarithm or a tight clip is as good as any other way to be safe, so the formulas are compared
to a ten-thousandth away from 0 and 1, and at 0 and 1 only what any such way gives is asked for. What a wrong formula
gives in the middle is what it is held to at the ends: a wrong sign is not also unsafe.
"""

import numpy as np

from grader.testing import Failed, NotRun, _, assert_gradient, assert_kind, is_array_like, points

SIZES = (4, 1, 9)
AT_THE_ENDS = np.array([[0.0], [1.0], [0.0], [1.0]])
TARGETS = np.array([[1.0], [0.0], [0.0], [1.0]])  # twice as wrong as can be, twice as right
NEAR = np.array([[1e-4], [1 - 1e-4], [1e-4], [1 - 1e-4]])  # no place yet for a guard to show
MIDDLE = np.array([[0.3], [0.6], [0.3], [0.6]])


def samples(rng):
    """Outputs from 0.03 to 0.97, in columns of some sizes; every output meets both targets and one in between, for the
    formulas hold for every t."""
    for n in SIZES:
        extreme = [0.03, 0.97] if n > 2 else []
        output = rng.permutation([*extreme, *rng.uniform(0.15, 0.85, n - len(extreme))]).reshape(-1, 1)
        target = np.arange(n, dtype=float).reshape(-1, 1) % 2
        yield output, target
        yield output, 1 - target
        yield output, (output + 1.2 - target) / 3  # never near the output, where the derivative is 0


def call(student, name, output, target, advise):
    """What the student's function gives."""
    seen = student.watch(getattr(student, name), output, target)
    if seen.error:
        raise seen.error
    if seen.returned is None or seen.returned is ...:
        raise NotRun(
            _("not run: `{name}` gives {returned}: it is still to be written, or a `return` is missing.").format(
                name=name, returned=seen.returned
            )
        )
    if len(seen.args) == 2 and not all(np.array_equal(a, b) for a, b in zip(seen.args, (output, target), strict=True)):
        advise(_("`{name}` changes an array that it was given. Whoever else needs it gets a wrong one.").format(name=name))
    if any(warning.startswith("RuntimeWarning") for warning in seen.warnings):
        advise(
            _("`{name}` divides by 0 or takes the logarithm of 0, and NumPy warns of it; keep the output away from both.").format(
                name=name
            )
        )
    return seen.returned


def loss_by_student(student, output, target, advise):
    """The student's loss as a number; an array of one entry is taken for one."""
    got = call(student, "binary_cross_entropy", output, target, advise)
    assert_kind(_("the loss"), got)
    if type(got) is not np.ndarray:
        return float(got)
    if got.size != 1:
        raise Failed(
            _("The loss has shape {shape}; it must be one number.").format(shape=got.shape),
            _("Each output has its share in it: add them up."),
        )
    if got.ndim:
        advise(
            _("`binary_cross_entropy` gives an array of shape {shape}; a loss is a number, as `np.sum` gives it.").format(
                shape=got.shape
            )
        )
    return float(got.item())


def assert_near(name, got, want, tolerance, hint=""):
    """As assert_gradient, but a relative `tolerance` is enough."""
    assert_kind(name, got)
    got = np.asarray(got, dtype=float)
    if got.shape != np.shape(want) or not (np.abs(got - want) <= tolerance * np.abs(want)).all():
        assert_gradient(name, got, want, hint)


def true_loss(output, target):
    return -np.sum(target * np.log(output) + (1 - target) * np.log(1 - output))


def factors(found):
    """What the ends are held to, as multiples of what the formula gives there: the student's own where it is one for each of
    the two targets, at both outputs in the middle, and not 0 for both; else 1, which the formula itself is.

    found: the student's values over the formula's, in the order of MIDDLE and TARGETS. A wrong sign or a part left out is not
    also unsafe; but what doesn't depend on the output as it must is no measure of anything."""
    found = np.asarray(found, dtype=float)
    means = np.where(TARGETS.ravel() == 1, found[TARGETS.ravel() == 1].mean(), found[TARGETS.ravel() == 0].mean())
    fits = np.isfinite(found).all() and (np.abs(found - means) <= 1e-3).all() and np.abs(means).max() > 0.01
    return means if fits else np.ones(len(found))


def true_derivative(output, target):
    return (1 - target) / (1 - output) - target / output


@points(1)
def test_loss(student, rng, advise):
    """binary_cross_entropy is −Σ (t·ln a + (1 − t)·ln(1 − a))."""
    for output, target in samples(rng):
        got = loss_by_student(student, output, target, advise)
        hint = _("Every output adds what its own target asks for, and no loss is below 0.")
        assert_near(_("the loss"), got, true_loss(output, target), 1e-4, hint)


@points(1)
def test_loss_safe(student, advise):
    """binary_cross_entropy is finite at 0 and 1, and large where that is wrong."""
    loss = lambda output, target: loss_by_student(student, output, target, advise)
    hint = _("Keep the output a hair's breadth away from 0 and 1 before you take a logarithm.")
    columns = [column.reshape(-1, 1, 1) for column in (AT_THE_ENDS, NEAR, MIDDLE, TARGETS)]
    owns = factors([loss(middle, t) / true_loss(middle, t) for _a, _near, middle, t in zip(*columns, strict=True)])
    for a, near, t, own in zip(*columns[:2], columns[3], owns, strict=True):
        got, close_by = loss(a, t), loss(near, t)
        where = _("For an output of exactly {a:g} with target {t:g} the loss is").format(a=a.item(), t=t.item())
        if not np.isfinite(got):
            raise Failed(_("{where} {what}.").format(where=where, what="NaN" if np.isnan(got) else _("infinite")), hint)
        if a != t and (abs(got) < 10 * abs(own) or got * own < 0):
            raise Failed(_("{where} too small: nothing is more wrong than this.").format(where=where), hint)
        if a == t and abs(got) > 1e-3 * max(1.0, abs(own)):
            raise Failed(_("{where} not 0: nothing is more right than this.").format(where=where), hint)
        hint_near = _("Is the guard too wide? 1e-7 is plenty.")
        assert_near(_("the loss very near 0 and 1"), close_by, own * true_loss(near, t), 0.02, hint_near)


@points(1)
def test_derivative(student, rng, advise):
    """binary_cross_entropy_derivative is (1 − t)/(1 − a) − t/a."""
    for output, target in samples(rng):
        got = call(student, "binary_cross_entropy_derivative", output, target, advise)
        hint = _("A column like the output. Where t is 1 a larger a makes the loss smaller, where t is 0 larger.")
        assert_near(_("the derivative"), got, true_derivative(output, target), 1e-4, hint)


@points(1)
def test_derivative_safe(student, advise):
    """binary_cross_entropy_derivative is finite at 0 and 1, and points the right way there."""
    middle, close_by, got = (
        call(student, "binary_cross_entropy_derivative", output, TARGETS, advise) for output in (MIDDLE, NEAR, AT_THE_ENDS)
    )
    hint = _("Keep the output a hair's breadth away from 0 and 1 before you divide by it.")
    assert_kind(_("the derivative at 0 and 1"), got)
    if not is_array_like(got, TARGETS):
        assert_gradient(_("the derivative at 0 and 1"), got, np.ones_like(TARGETS), hint)
    # 1 where the formula is right
    right = true_derivative(MIDDLE, TARGETS)
    own = np.reshape(factors((middle / right).ravel()), right.shape) if is_array_like(middle, right) else np.ones_like(right)
    right = own * (1 - 2 * TARGETS)  # where the output is right; where it is wrong the sign is the same, the size without end
    for d, a, t, d_right, factor in zip(*(c.ravel() for c in (got, AT_THE_ENDS, TARGETS, right, own)), strict=True):
        where = _("For an output of exactly {a:g} with target {t:g} the derivative").format(a=a, t=t)
        if d * d_right < 0:
            raise Failed(_("{where} has the wrong sign.").format(where=where), hint)
        if a != t and abs(d) < 1e4 * abs(factor):
            raise Failed(_("{where} is too small: nothing is more wrong than this output.").format(where=where), hint)
        if a == t and abs(d - d_right) > 1e-3 * abs(factor):
            raise Failed(_("{where} is not what the formula gives.").format(where=where), hint)
    want = own * true_derivative(NEAR, TARGETS)
    assert_near(_("the derivative very near 0 and 1"), close_by, want, 0.02, _("Is the guard too wide? 1e-7 is plenty."))
