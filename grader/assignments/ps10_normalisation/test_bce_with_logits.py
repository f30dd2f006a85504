"""`BCEWithLogits`: the sigmoid and its loss in one block, exact at any score."""

import numpy as np

from grader.testing import (
    Failed,
    NotPassed,
    _,
    assert_gradient,
    assert_kind,
    close,
    is_array_like,
    is_value,
    points,
    ratio,
    signed,
)

SHAPES = ((5,), (4, 1), (3, 4), (4, 4), (1,))
HUGE = np.array([[1000.0, -1000.0, 1000.0, -14.0, 2.0], [-1000.0, 1000.0, -999.5, 14.0, -2.0]])
ANSWERS = np.array([[1.0, 0.0, 0.0, 0.0, 0.9995], [1.0, 0.25, 0.5, 1.0, 0.0005]])  # right, wrong, in doubt and nearly sure
NO_ROOM = _("The logarithm and the exponential can meet on paper, before any number is put in: then neither overflows.")
ROUNDS = """
def rounds(layer, neighbour, z, t):
    "dz for z and t after another round with the same t, twice."
    layer.forward(-2 * z, t)
    layer.backward()
    layer.forward(z.copy(), t)
    neighbour.forward(3 * z, 1 - t)
    return [layer.backward(), layer.backward()]
"""


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def expected_loss(z, t):
    return float((np.logaddexp(0, z) - t * z).sum() / z.size)


def probe(rng, *shape):
    """Scores and answers: yes, no, and shares in between."""
    z, t = 1.5 * signed(rng, *shape), rng.uniform(0.1, 0.9, shape)
    t.flat[: t.size // 2] = np.arange(t.size // 2) % 2
    return z, t


def attempt(take):
    """What take() gives, or None where it raises."""
    try:
        return take()
    except NotPassed:
        return None


def went_forward(student, z, t, advise=None):
    """A layer after forward. Where that breaks, backward gets what the lesson has it keep."""
    layer = student.BCEWithLogits()
    try:
        seen = student.watch(layer.forward, z, t)
        broken = bool(seen.error) or seen.returned is ...
        if advise and seen.args and not all(is_value(after, given) for after, given in zip(seen.args, (z, t), strict=False)):
            advise(_("`BCEWithLogits.forward` changes an array that it was given. Whoever else needs it gets a wrong one."))
    except NotPassed:
        broken = True
    if broken:
        attempt(lambda: setattr(layer, "z", z))
        attempt(lambda: setattr(layer, "t", t))
    return layer


def is_loss(got, want):
    return isinstance(got, float) and abs(got - want) <= 1e-5 * max(1.0, abs(want))


@points(1)
def test_loss(student, rng):
    """forward gives the binary cross-entropy of sigmoid(z) against t, divided by z.size."""
    for shape in SHAPES:
        z, t = probe(rng, *shape)
        got, want = student.BCEWithLogits().forward(z, t), expected_loss(z, t)
        assert_kind(_("the loss"), got)
        if np.shape(got) != ():
            raise Failed(_("The loss has shape {shape}; it must be one number.").format(shape=np.shape(got)))
        if not is_loss(float(got), want):
            known = {
                _("it is the sum, divided by nothing"): z.size * want,
                _("it is divided by the number of samples, not by that of all entries"): z.size / len(z) * want,
                _("it has the wrong sign"): -want,
                _("the half for t = 0 is missing"): float((np.logaddexp(0, -z) * t).sum() / z.size),
                _("the half for t = 1 is missing"): float((np.logaddexp(0, z) * (1 - t)).sum() / z.size),
                _("t is taken for 1 − t"): expected_loss(z, 1 - t),
            }
            why = next((why for why, wrong in known.items() if is_loss(float(got), wrong)), _("its value is wrong"))
            hint = _("−t ln y − (1 − t) ln(1 − y) with y = sigmoid(z), and the mean over all entries.")
            raise Failed(_("The loss for z of shape {shape} is not right: {why}.").format(shape=shape, why=why), hint)


@points(1)
def test_big(student, rng):
    """Scores of ±1000 give an exact loss and an exact gradient, right answers and wrong ones."""
    ordinary = probe(rng, 3, 4)
    plain_loss, plain = attempt(lambda: student.BCEWithLogits().forward(*ordinary)), plain_gradient(student, *ordinary)
    k = factor(plain, ordinary)
    scale = plain_loss / expected_loss(*ordinary) if isinstance(plain_loss, float) else None
    right_loss = scale is not None and is_loss(plain_loss, expected_loss(*ordinary))
    if not right_loss and k is None:
        raise Failed(_("Neither the loss nor its gradient is right for ordinary scores; what they make of ±1000 shows nothing."))
    layer = student.BCEWithLogits()
    seen = student.watch(layer.forward, HUGE, ANSWERS)
    if right_loss:
        check_big_loss(seen)
    elif seen.error:
        attempt(lambda: setattr(layer, "z", HUGE))
        attempt(lambda: setattr(layer, "t", ANSWERS))
    if k is not None:
        dz, want = layer.backward(), (sigmoid(HUGE) - ANSWERS) / HUGE.size
        assert_kind("dz", dz)
        if not is_array_like(dz, want) or np.abs(dz - divided(k, ordinary, want)).max() > 1e-9:
            name = _("dz for scores of ±1000")
            assert_gradient(name, dz, divided(k, ordinary, want), NO_ROOM)
            raise Failed(_("{name} is not exact.").format(name=name), NO_ROOM)


def check_big_loss(seen):
    if seen.error:
        raise seen.error
    got, want = seen.returned, expected_loss(HUGE, ANSWERS)
    assert_kind(_("the loss"), got)
    if np.shape(got) != () or not np.isfinite(got):
        raise Failed(_("With scores of ±1000 the loss is infinite or NaN."), NO_ROOM)
    if abs(got - want) > 1e-9 * want:
        hint = _("Nothing is to be clipped, and no constant added, where the loss comes straight from the scores.")
        raise Failed(_("With scores of ±1000 the loss is finite, but not what such mistakes cost."), hint)


def plain_gradient(student, z, t):
    return attempt(lambda: went_forward(student, z, t).backward())


def factor(dz, case):
    """By what the gradient of a (z, t) is divided too little: 1 where it is right, z.size where not at all; None where it is wrong."""
    z, t = case
    want = (sigmoid(z) - t) / z.size
    k = ratio(dz, want) if is_array_like(dz, want) else None
    rows, columns = z.shape
    return next(
        (n for n in (1.0, z.size, rows, columns, 1 / z.size, 1 / rows, 1 / columns) if k is not None and close(k, n)), None
    )


def divided(k, case, want):
    """`want` for HUGE, divided as wrongly as that of an ordinary case was."""
    (rows, columns), (r, c) = case[0].shape, HUGE.shape
    sizes = {rows * columns: r * c, rows: r, columns: c}
    return want * (1.0 if k == 1 else sizes[round(k)] if k > 1 else 1 / sizes[round(1 / k)])


@points(1)
def test_backward(student, rng, advise):
    """backward gives sigmoid(z) − t (over z.size), of the shape of z, in every round."""
    for shape in SHAPES:
        z, t = probe(rng, *shape)
        seen = student.watch(went_forward(student, z, t, advise).backward)
        if seen.error:
            raise seen.error
        dz, want = seen.returned, (sigmoid(z) - t) / z.size
        k = ratio(dz, want) if is_array_like(dz, want) else None
        allowed = (1, z.size, len(z), z.size / len(z), 1 / z.size, 1 / len(z), len(z) / z.size)
        if k is None or not any(abs(k - n) < 1e-5 for n in allowed):
            assert_near("dz", dz, want, _("The slope of the loss and that of the sigmoid, multiplied: most of it cancels."))
    z, t = probe(rng, 4, 3)
    dz = plain_gradient(student, z, t)
    if is_array_like(dz, z):
        check_rounds(student, z, t, dz)
        check_dout(student, z, t, dz, advise)


def assert_near(name, got, want, hint):
    if not is_array_like(got, want) or np.abs(got - want).max() > 1e-5 * np.abs(want).max():
        assert_gradient(name, got, want, hint)


def check_rounds(student, z, t, dz):
    seen = student.watch(student.bring(ROUNDS).rounds, student.BCEWithLogits(), student.BCEWithLogits(), z, t)
    if seen.error:
        if attempt(lambda: [student.BCEWithLogits().forward(z, t)]):
            raise seen.error
        return  # forward is broken, and marked there
    if not isinstance(seen.returned, list) or not all(is_value(later, dz) for later in seen.returned):
        raise Failed(
            _("The same scores and answers give another dz in a second round."),
            _("Something is left over from the round before, or the caller's t was changed."),
        )


def check_dout(student, z, t, dz, advise):
    """dz is multiplied by `dout`, or takes no notice of it, which costs nothing."""
    for dout in (-2.5, 0):
        layer = went_forward(student, z, t)
        scaled = attempt(lambda layer=layer, dout=dout: layer.backward(dout))
        if scaled is None or is_value(scaled, dz):
            advise(_("`BCEWithLogits.backward` doesn't use `dout`. Where the loss is one term of several, dz is wrong."))
        else:
            name = _("dz for another `dout` than 1")
            assert_gradient(name, scaled, dout * dz, _("How much does what is minimised change with the loss?"))


@points(1)
def test_size(student, rng):
    """backward divides by z.size, the number of all entries, once."""
    for shape in SHAPES:
        z, t = probe(rng, *shape)
        want = (sigmoid(z) - t) / z.size
        seen = student.watch(went_forward(student, z, t).backward)
        if seen.error:
            raise seen.error
        dz = want if seen.returned is None and seen.holds(want) else seen.returned  # a missing return costs another part
        assert_kind("dz", dz)
        k = ratio(dz, want) if is_array_like(dz, want) else None
        if k is None:
            assert_near("dz", dz, want, _("sigmoid(z) − t comes first; its division is looked at then."))
        elif not any(abs(abs(k) - allowed) < 1e-5 for allowed in (1, 2, 0.5)):  # a factor of its own is backward's affair
            raise Failed(
                _("dz for z of shape {shape} is {ratio:.3g} times what it should be.").format(shape=shape, ratio=abs(k)),
                _("The loss is a mean over all entries, so its gradient is divided by their number, once."),
            )
