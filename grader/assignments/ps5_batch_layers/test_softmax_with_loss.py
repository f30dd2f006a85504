"""`SoftmaxWithLoss`: the loss, y − t for both forms of t, the one division by N, huge scores, and repetition.

It is tried with the submission's own softmax and cross_entropy_error first, and then with right ones in their place:
what was wrong there costs nothing here. The size of a gradient that is off by N alone is the affair of one part.
"""

import numpy as np

from grader.testing import (
    Failed,
    InPlace,
    NotPassed,
    NotRun,
    _,
    assert_gradient,
    assert_kind,
    is_array_like,
    is_value,
    points,
    ratio,
    signed,
)

SIZES = ((3, 5), (40, 3), (4, 4), (1, 3))  # N, C; in the first, some classes are nobody's label
EXTREMES = ((1000.0, -1000.0, 0.0), (-1000.0, 1000.0, -1000.0), (500.0, -900.0, 1000.0), (-1000.0, -1040.0, -1080.0))
FORMS = {"one_hot": _("one-hot t"), "labels": _("labels of shape (N,)")}
TOLERANCE = 1e-4  # of the loss: a small constant inside the logarithm is allowed for
TOO_BIG = _("Neither exp(1000) nor log(0) may be taken. What does softmax subtract, and what keeps the logarithm off 0?")
LEFT_OVER = _("Something is left over from the round before, or the caller's t was changed: read t, but leave it as it is.")
TIMES_DOUT = _("How much does what is minimised change with the loss?")
NO_GRADIENT = _("backward gives no gradient of the shape of x.")

RIGHT_ONES = """
import numpy as np


def softmax(x):
    powers = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return powers / np.sum(powers, axis=-1, keepdims=True)


def cross_entropy_error(y, t):
    y, t = np.atleast_2d(y), np.asarray(t)
    if t.size == y.size:
        t = t.reshape(y.shape).argmax(axis=1)
    return -np.mean(np.log(y[np.arange(len(y)), t] + 1e-7))
"""

ROUNDS = """
import numpy as np


def rounds(layer, neighbour, x, t, other_x, other_t):
    layer.forward(other_x[::-1].copy(), other_t)
    layer.backward()
    layer.forward(x.copy(), t)
    layer.backward()
    layer.forward(other_x, other_t)
    layer.backward()
    layer.forward(x.copy(), np.roll(t, 1, axis=0))
    layer.backward()
    loss = layer.forward(x.copy(), t)
    neighbour.forward(-x, t)
    return loss, getattr(layer, "loss", None), layer.backward(), layer.backward()


def narrow(layer, x, t):
    layer.forward(x, t.astype(np.int32))
    return layer.backward()
"""


def softmax(x):
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def expected_loss(x, labels):
    return float(-np.log(softmax(x)[np.arange(len(x)), labels]).mean())


def expected_dx(y, labels):
    return (y - np.eye(y.shape[1])[labels]) / len(y)


def probe(rng, n, c):
    """Scores, and labels that differ and are not simply the largest scores."""
    x = 1.2 * signed(rng, n, c)
    labels = rng.permutation((np.arange(n) + rng.integers(c)) % c)
    labels[0] = x[0].argmin()
    return x, labels


def as_form(form, labels, c, dtype=float):
    return np.eye(c, dtype=dtype)[labels] if form == "one_hot" else labels.copy()


def attempt(take):
    """What take() gives, or None where it raises."""
    try:
        return take()
    except NotPassed:
        return None


def right_ones(student):
    """A right softmax and cross_entropy_error in place of the submission's."""
    return student.replacing(RIGHT_ONES, "softmax", "cross_entropy_error")


def either_way(student, check):
    """check(student) passes with the submission's own functions, or with right ones."""
    try:
        check(student)
    except NotPassed as first:
        try:
            with_right_ones = InPlace(student, right_ones)
            with_right_ones.together(lambda: check(with_right_ones))
        except NotPassed as second:
            raise (first if isinstance(second, NotRun) else second) from None


def go_forward(student, layer, x, t, advise=lambda sentence: None):
    """The loss as it is returned; where nothing is, which costs another part, as it is kept."""
    seen = student.watch(layer.forward, x, t)
    for given, after in zip((x, t), seen.args, strict=False):
        if not is_value(after, given):
            advise(_("`SoftmaxWithLoss.forward` changes an array that it was given. Whoever else needs it gets a wrong one."))
    if seen.error:
        raise seen.error
    return attempt(lambda: layer.loss) if seen.returned is None else seen.returned


def go_back(student, layer, want):
    """dx, or what backward had of it where it returns nothing: a missing return costs one part alone, that of one-hot t."""
    return returned(student.watch(layer.backward), want)


def returned(seen, want):
    if seen.error:
        raise seen.error
    return want if seen.returned is None and seen.holds(want) else seen.returned


def is_loss(got, want):
    return isinstance(got, float) and abs(got - want) <= TOLERANCE * want


def is_divided(dx, want):
    """Whether nothing but the division by N can be wrong: it is missing, done twice, or by the number of classes."""
    n, c = want.shape
    k = ratio(dx, want) if is_array_like(dx, want) else None
    return k is not None and any(abs(k - allowed) < 1e-6 for allowed in (1, n, n / c, 1 / n, 1 / c))


def gradient(student, x, labels, t, advise=lambda sentence: None):
    """(dx, what it should be). Where it is wrong, and y is to blame, for a y that backward is given."""
    layer, want, trouble = student.SoftmaxWithLoss(), expected_dx(softmax(x), labels), None
    try:
        go_forward(student, layer, x, t, advise)
        dx = go_back(student, layer, want)
    except NotPassed as error:
        trouble, dx = error, None
    if not is_divided(dx, want):
        is_to_blame, go_on = student.together(lambda: with_given_y(student, x, labels, t))
        if is_to_blame:
            return go_on()
    if trouble:
        raise trouble
    return dx, want


def with_given_y(student, x, labels, t):
    """(whether y is to blame for a wrong dx, what gives dx for a y that backward is given, and what it should be)"""
    given, is_to_blame = np.abs(x) / np.abs(x).sum(axis=1, keepdims=True), y_is_to_blame(student, x, t)
    layer, want = student.SoftmaxWithLoss(), expected_dx(given, labels)
    attempt(lambda: [layer.forward(x, t)])
    try:
        layer.y = given
        if isinstance(attempt(lambda: layer.t), (type(None), type(...))):
            layer.t = t
        seen = student.watch(layer.backward)
    except NotPassed as error:
        failed = error

        def go_on():
            raise failed

        return is_to_blame, go_on
    return is_to_blame, lambda: (returned(seen, want), want)


def y_is_to_blame(student, x, t):
    """Whether forward keeps no y, or a wrong one. One that doesn't even depend on x is none that a dx could be made of."""
    layer, both = student.SoftmaxWithLoss(), np.vstack((x, -x))
    attempt(lambda: [layer.forward(both, np.concatenate((t, t)))])
    y = attempt(lambda: layer.y)
    return not is_array_like(y, both) or not (is_value(y, softmax(both)) or is_value(y[: len(x)], y[len(x) :]))


def plain(student, form, x, labels):
    """The loss and dx of a fresh layer."""
    layer = student.SoftmaxWithLoss()
    return go_forward(student, layer, x, as_form(form, labels, x.shape[1])), layer.backward()


def anew(student, *asked):
    """What `plain` gives, where something was wrong already."""
    return student.together(lambda: plain(student, *asked))


def is_yardstick(student, form, dx, x, labels):
    """Whether a wrong dx may be held against others of its kind: it goes with x, and the loss is right, or dx for a given y."""
    if not is_array_like(dx, x) or is_value(attempt(lambda: anew(student, form, -x, labels)[1]), dx):
        return False
    if is_loss(attempt(lambda: anew(student, form, x, labels)[0]), expected_loss(x, labels)):
        return True
    return is_divided(*gradient(student, x, labels, as_form(form, labels, x.shape[1])))


@points(1)
def test_loss(student, rng, advise):
    """forward returns the mean loss, and keeps it as `loss` and the probabilities as `y`."""
    probes = [(form, *probe(rng, n, c)) for n, c in SIZES for form in FORMS]

    def check(student):
        for form, x, labels in probes:
            layer = student.SoftmaxWithLoss()
            seen = student.watch(layer.forward, x, as_form(form, labels, x.shape[1]))
            if seen.error:
                raise seen.error
            check_loss(form, _("the loss"), seen.returned, x, labels)
            check_loss(form, "self.loss", layer.loss, x, labels)
            assert_gradient("self.y", layer.y, softmax(x), _("y holds the probabilities; backward needs them."))

    either_way(student, check)


def check_loss(form, name, got, x, labels):
    assert_kind(name, got)
    case, n, want = {"form": FORMS[form], "name": name}, len(x), expected_loss(x, labels)
    if np.shape(got) != ():
        raise Failed(_("With {form}, {name} has shape {shape}; it must be one number.").format(shape=np.shape(got), **case))
    if not is_loss(float(got), want):
        summed = n > 1 and is_loss(float(got) / n, want)
        what = _("it is the sum over the batch, not the mean") if summed else _("it has a wrong value")
        hint = _("The cross-entropy of softmax(x) and t.")
        raise Failed(_("With {form}, {name} is not right: {what}.").format(what=what, **case), hint)


@points(1)
def test_one_hot(student, rng, advise):
    """With one-hot t, backward gives y − t (over N)."""
    probes = [(*probe(rng, n, c), dtype) for n, c in SIZES for dtype in (float, int)]
    x, labels, _dtype = probes[-1]
    x[np.arange(len(x)), labels] += 8.0  # answered well: a small gradient, but none that is 0
    check_gradients(student, "one_hot", probes, advise)
    check_dout(student, *probe(rng, 4, 3), advise)


@points(1)
def test_labels(student, rng, advise):
    """With labels, backward takes 1 from y at the right class alone (over N)."""
    check_gradients(student, "labels", [(*probe(rng, n, c), int) for n, c in SIZES], advise)
    x, labels = probe(rng, 4, 3)
    with right_ones(student):
        dx = attempt(lambda: plain(student, "labels", x, labels)[1])
        narrow = student.bring(ROUNDS).narrow(student.SoftmaxWithLoss(), x, labels) if is_array_like(dx, x) else None
    if narrow is not None:
        assert_gradient(_("dx for {form} and a batch of {n}").format(form=_("labels of 32 bits"), n=4), narrow, dx)


def check_gradients(student, form, probes, advise):
    def check(student):
        for x, labels, dtype in probes:
            dx, want = gradient(student, x, labels, as_form(form, labels, x.shape[1], dtype), advise)
            if not is_divided(dx, want):
                name = _("dx for {form} and a batch of {n}").format(form=FORMS[form], n=len(x))
                hint = _("Row by row: the probabilities, with 1 taken from that of the right class.")
                assert_gradient(name, dx, want, hint)

    either_way(student, check)


def check_dout(student, x, labels, advise):
    """dx is returned, and multiplied by `dout`, or takes no notice of it: that costs nothing, for a loss layer is the last one."""
    layer, t = student.SoftmaxWithLoss(), np.eye(x.shape[1])[labels]
    if attempt(lambda: [layer.forward(x, t)]) is None:
        return
    dx = layer.backward()
    assert_kind("dx", dx)
    for dout in (-2.5, 0):
        layer.forward(x, t)
        scaled = attempt(lambda dout=dout: layer.backward(dout))
        if scaled is None or is_value(scaled, dx):
            advise(_("`SoftmaxWithLoss.backward` doesn't use `dout`. Where the loss is one term of several, dx is wrong."))
        else:
            assert_gradient(_("dx for another `dout` than 1"), scaled, dout * dx, TIMES_DOUT)


@points(1)
def test_mean(student, rng):
    """backward divides by N, the number of samples, once."""
    probes = [(form, *probe(rng, n, c)) for form in FORMS for n, c in SIZES[:2]]

    def check(student):
        found, trouble = {form: [] for form in FORMS}, None
        for form, x, labels in probes:  # all are asked, even if the first is wrong: whether it is one form alone tells why
            try:
                found[form].append(is_mean(student, form, x, labels))
            except NotPassed as error:
                trouble = trouble or error
                found[form].append(None)
        if any(False in means for means in found.values()):
            raise Failed(
                _("dx is not divided by the number of samples, once."),
                _("Where every sample is there twice, each counts half as much. The loss is a mean: and its gradient?"),
            )
        if not any(all(means) for means in found.values()):
            raise trouble or Failed(NO_GRADIENT)

    either_way(student, check)


def is_mean(student, form, x, labels):
    """Whether dx is divided by N; None where that can't be said."""
    t, both = as_form(form, labels, x.shape[1]), np.vstack((x, x))
    dx, want = gradient(student, x, labels, t)
    assert_kind("dx", dx)
    if is_divided(dx, want):
        return is_value(dx, want)
    twice, _want = gradient(student, both, np.hstack((labels, labels)), np.concatenate((t, t)))
    halved = is_array_like(dx, x) and is_array_like(twice, both) and is_value(2 * twice[: len(x)], dx)
    return True if halved and is_yardstick(student, form, dx, x, labels) else None


@points(1)
def test_big(student, rng):
    """Scores of ±1000, for wrong answers too, give a finite loss and a finite gradient."""
    huge = np.array([rng.permutation(row) for row in EXTREMES])
    labels = huge.argmin(axis=1)  # all but one of the answers are very wrong
    labels[1] = huge[1].argmax()
    check_both_forms(student, rng, lambda student, form, *ordinary: check_big(student, form, huge, labels, *ordinary))


def check_both_forms(student, rng, check):
    """check(student, form, x, labels), given ordinary scores, holds in one form of t at least, and in all that can be done at all."""
    x, labels = probe(rng, 4, 3)

    def check_both(student):
        trouble = []
        for form in FORMS:
            try:
                check(student, form, x, labels)
            except NotPassed as error:
                if is_array_like(attempt(lambda form=form: anew(student, form, x, labels)[1]), x):
                    raise
                trouble.append(error)
        if len(trouble) == len(FORMS):
            raise trouble[0]

    either_way(student, check_both)


def check_big(student, form, huge, labels, *ordinary):
    layer, want = student.SoftmaxWithLoss(), expected_dx(softmax(huge), labels)
    loss = go_forward(student, layer, huge, as_form(form, labels, 3))
    assert_kind(_("the loss"), loss)
    if np.shape(loss) != () or not np.isfinite(loss):
        attempt(lambda: layer.y)  # not judged: its rows tell in which of them it overflows
        raise Failed(_("With scores of ±1000 the loss is infinite or NaN."), TOO_BIG)
    dx = go_back(student, layer, want)
    assert_kind("dx", dx)
    if not is_array_like(dx, huge):
        raise Failed(_("With scores of ±1000, dx is no array of finite numbers of the right shape."), TOO_BIG)
    right, likely = np.abs(dx - want).max() <= 1e-6, 5.0 < loss < 1005.0  # three mistakes of four, of up to 2000
    if right and likely:
        return
    ordinary_loss, ordinary_dx = anew(student, form, *ordinary)
    if not likely and is_loss(ordinary_loss, expected_loss(*ordinary)):
        raise Failed(_("With scores of ±1000 the loss is finite, but not what such mistakes cost."), TOO_BIG)
    k = ratio(ordinary_dx, expected_dx(softmax(ordinary[0]), ordinary[1])) if is_array_like(ordinary_dx, ordinary[0]) else None
    if right or (k is None and is_yardstick(student, form, ordinary_dx, *ordinary)):
        return  # what is wrong is so for ordinary scores as well, and told there
    if k is None or np.abs(dx - k * want).max() > 1e-6 * abs(k):
        raise Failed(_("With scores of ±1000, dx is finite, but its values are wrong."), TOO_BIG)


@points(1)
def test_repeated(student, rng):
    """A second round with the same labels gives the same again."""
    other_x, other_labels = probe(rng, 3, 5)

    def check(student, form, x, labels):
        there = student.bring(ROUNDS)
        layers = student.SoftmaxWithLoss(), student.SoftmaxWithLoss()
        given = x, as_form(form, labels, 3), other_x, as_form(form, other_labels, 5)
        check_repeated(student, form, student.watch(there.rounds, *layers, *given), x, labels)

    check_both_forms(student, rng, check)


def check_repeated(student, form, seen, x, labels):
    """seen: what came of the rounds."""
    if seen.error:
        raise seen.error
    loss, kept, *dxs = seen.returned if isinstance(seen.returned, tuple) and len(seen.returned) == 4 else (None, None)
    want = expected_dx(softmax(x), labels)
    loss = kept if loss is None else loss  # a missing return costs another part
    if all(dx is None for dx in dxs) and seen.holds(want):
        dxs = [want]
    if is_loss(loss, expected_loss(x, labels)) and dxs and all(is_value(dx, want) for dx in dxs):
        return
    fresh_loss, fresh = anew(student, form, x, labels)
    assert_kind("dx", fresh)
    if not dxs or not all(is_value(dx, fresh) or is_value(dx, want) for dx in dxs):
        raise Failed(_("The same scores and labels give another dx after a few rounds."), LEFT_OVER)
    if isinstance(fresh_loss, float) and not is_value(loss, fresh_loss):
        raise Failed(_("The same scores and labels give another loss after a few rounds."), LEFT_OVER)
    if not is_value(fresh, want) and not is_yardstick(student, form, fresh, x, labels):
        raise Failed(NO_GRADIENT)
