"""`SigmoidLayer`: what backward needs is the output, and forward keeps it."""

import numpy as np

from grader.testing import Failed, NotPassed, _, assert_gradient, assert_kind, is_array_like, is_value, points, signed

SHAPES = ((3, 5), (4, 4), (1, 2), (40, 1, 2, 2))
NEEDS_MORE = _("`SigmoidLayer.backward` needs more than `out`. The slope of a sigmoid can be had from its output alone.")
OVERFLOWS = _(
    "`SigmoidLayer.forward` gives right values for a very negative x, but NumPy warns of an overflow in the exponential. "
    "np.logaddexp(0, -x) is log(1 + exp(-x)) without one."
)
NEAR = 1e-7  # at x = ±1000 clipping is right, too


def sigmoid(x):
    return np.exp(-np.logaddexp(0, -x))


def probe(rng, shape):
    """Numbers from -3.5 to 3.5, so that the slope differs from place to place, one of them 0."""
    x = 2.5 * signed(rng, *shape)
    x.flat[0] = 0.0
    return x


def changed(seen, given):
    return bool(seen.args) and is_array_like(seen.args[0], given) and bool((seen.args[0] != given).any())


def watched(student, function, given):
    seen = student.watch(function, given)
    if seen.error:
        raise seen.error
    return seen


@points(1)
def test_forward(student, rng, advise):
    """forward gives 1 / (1 + exp(−x))."""
    for shape in SHAPES:
        x = probe(rng, shape)
        seen = watched(student, student.SigmoidLayer().forward, x)
        hint = _("Near 0 for a very negative x, near 1 for a large one.")
        assert_gradient(_("the result of forward"), seen.returned, sigmoid(x), hint)
        if changed(seen, x):
            advise(_("`SigmoidLayer.forward` changes the array `x` that it was given. Whoever else needs it gets a wrong one."))


@points(1)
def test_out(student, rng):
    """forward keeps its result as `out`, anew each time."""
    layer, neighbour = student.SigmoidLayer(), student.SigmoidLayer()
    for shape in SHAPES:
        x = probe(rng, shape)
        y = layer.forward(x)
        neighbour.forward(-x - 1)
        out = layer.out
        if not (is_curve(y, x) and is_value(out, y)):
            assert_gradient("out", out, sigmoid(x), _("out is what the last forward returned: neither its input nor its slope."))


def is_curve(y, x):
    """Whether y rises, or falls, with x and is ½ at 0. Which such curve it is, is forward's affair."""
    if not is_array_like(y, x) or np.abs(y[x == 0] - 0.5).max() > NEAR:
        return False
    steps = np.diff(y.ravel()[np.argsort(x, axis=None)])
    return bool((steps > 0).all() or (steps < 0).all())


@points(1)
def test_backward(student, rng, advise):
    """backward gives dout ⊙ out ⊙ (1 − out)."""
    layer, neighbour, wrong = student.SigmoidLayer(), student.SigmoidLayer(), None
    for shape in SHAPES:
        x = probe(rng, shape)
        x.flat[-1] = 12.0  # where the slope is small, but not 0
        try:
            layer.forward(x)
            neighbour.forward(-x - 1)
            check_backward(student, rng, layer, sigmoid(x), advise)
        except NotPassed as error:
            wrong = wrong or error
    alone, out = student.SigmoidLayer(), rng.uniform(0.1, 0.9, (3, 2))
    out[0] = 1e-6, 1 - 1e-6
    try:
        alone.out = out
        check_backward(student, rng, alone, out, advise)
    except NotPassed:
        if wrong:
            raise wrong from None
        advise(NEEDS_MORE)  # where it is right from `out` alone, a wrong `out` is the affair of another part


def check_backward(student, rng, layer, out, advise):
    """dx is right after a forward that gave `out`, and once more."""
    for size in (1e-9, 1e3):
        dout = size * signed(rng, *out.shape)
        seen = watched(student, layer.backward, dout)
        assert_gradient("dx", seen.returned, dout * out * (1 - out), _("Two factors make the slope, and dout is the third."))
        if changed(seen, dout):
            advise(
                _("`SigmoidLayer.backward` changes the array `dout` that it was given. Whoever else needs it gets a wrong one.")
            )


@points(1)
def test_extreme(student, rng, advise):
    """x = ±1000 gives 1 and 0, and gradients that are numbers."""
    x = rng.permutation([1000.0, -1000.0, 800.0, -800.0, 2.0, -2.0]).reshape(2, 3)
    layer = student.SigmoidLayer()
    seen = watched(student, layer.forward, x)
    y = layer.out if seen.returned is None else seen.returned  # a missing return costs another part
    assert_kind(_("the result of forward"), y)
    if not is_array_like(y, x) or not reaches_both_ends(y, x):
        raise Failed(_("For very large and very small x, forward gives neither 0 nor 1."), _("Which exponential overflows?"))
    if any("overflow" in warning for warning in seen.warnings):
        advise(OVERFLOWS)
    dx = gradient(student, layer, y, signed(rng, 2, 3))
    if dx is None:
        return  # a missing return costs another part
    assert_kind("dx", dx)
    if not is_array_like(dx, x):
        assert_gradient(_("dx for very large and very small x"), dx, x)


def reaches_both_ends(y, x):
    """Whether y is 1 for the large x, 0 for the small ones, and in between between. Which end is 1 is forward's affair."""
    rising = y if y[x > 100].max() > 0.5 else 1 - y
    inside = rising[np.abs(x) < 100]
    return (
        np.abs(rising[x > 100] - 1).max() <= NEAR >= np.abs(rising[x < -100]).max() and 0.01 < inside.min() < inside.max() < 0.99
    )


def gradient(student, layer, y, dout):
    """dx. Where backward stops, it gets what forward returned as the `out` that it may not have kept."""
    seen = student.watch(layer.backward, dout)
    if seen.error:
        layer.out = y
        seen = watched(student, layer.backward, dout)
    return seen.returned
