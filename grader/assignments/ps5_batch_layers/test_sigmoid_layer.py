"""`SigmoidLayer`: what backward needs is the output, and forward keeps it."""

import numpy as np

from grader.testing import Failed, NotPassed, _, assert_gradient, assert_kind, close, is_array_like, points, signed

SHAPES = ((3, 5), (4, 4), (1, 2), (2, 3, 4, 2))
NEEDS_MORE = _("`SigmoidLayer.backward` needs more than `out`. The slope of a sigmoid can be had from its output alone.")
OVERFLOWS = _(
    "`SigmoidLayer.forward` gives right values for a very negative x, but NumPy warns of an overflow in the exponential. "
    "np.logaddexp(0, -x) is log(1 + exp(-x)) without one."
)
NEAR = 1e-7  # at x = ±1000 clipping is right, too


def sigmoid(x):
    return np.exp(-np.logaddexp(0, -x))


def probe(rng, shape):
    return 2.5 * signed(rng, *shape)  # from -3.5 to 3.5: the slope differs from place to place


def backward(student, layer, x, dout, advise):
    """dx after forward, which is put right where it was wrong: `out` is the sigmoid of x."""
    try:
        layer.forward(x)
    except NotPassed:
        pass
    layer.out = sigmoid(x)
    seen = student.watch(layer.backward, dout)
    if seen.error:
        raise seen.error
    if seen.args and is_array_like(seen.args[0], dout) and (seen.args[0] != dout).any():
        advise(_("`SigmoidLayer.backward` changes the array `dout` that it was given. Whoever else needs it gets a wrong one."))
    return seen.returned


@points(1)
def test_forward(student, rng, advise):
    """forward gives 1 / (1 + exp(−x))."""
    for shape in SHAPES:
        x = probe(rng, shape)
        seen = student.watch(student.SigmoidLayer().forward, x)
        if seen.error:
            raise seen.error
        hint = _("Near 0 for a very negative x, near 1 for a large one.")
        assert_gradient(_("the result of forward"), seen.returned, sigmoid(x), hint)
        if seen.args and is_array_like(seen.args[0], x) and (seen.args[0] != x).any():
            advise(_("`SigmoidLayer.forward` changes the array `x` that it was given. Whoever else needs it gets a wrong one."))


@points(1)
def test_out(student, rng):
    """forward keeps its result as `out`, anew each time."""
    layer = student.SigmoidLayer()
    for shape in SHAPES:
        x = probe(rng, shape)
        y = layer.forward(x)
        out = layer.out
        assert_kind("out", out)
        if is_array_like(y, x) and not close(y, sigmoid(x)) and is_array_like(out, x) and close(out, y):
            continue  # a wrong result is forward's affair; it was kept as it should be
        assert_gradient("out", out, sigmoid(x), _("out is what the last forward returned: neither its input nor its slope."))


@points(1)
def test_backward(student, rng, advise):
    """backward gives dout ⊙ out ⊙ (1 − out)."""
    for shape in SHAPES:
        layer = student.SigmoidLayer()
        for _round in range(2):
            x, dout = probe(rng, shape), signed(rng, *shape)
            y = sigmoid(x)
            dx = backward(student, layer, x, dout, advise)
            assert_gradient("dx", dx, dout * y * (1 - y), _("Two factors make the slope, and dout is the third."))
    alone, out, dout = student.SigmoidLayer(), rng.uniform(0.1, 0.9, (3, 2)), signed(rng, 3, 2)
    alone.out = out
    seen = student.watch(alone.backward, dout)
    if seen.error or not is_array_like(seen.returned, out) or not close(seen.returned, dout * out * (1 - out)):
        advise(NEEDS_MORE)


@points(1)
def test_extreme(student, rng, advise):
    """x = ±1000 gives 1 and 0, and gradients that are numbers."""
    x = rng.permutation([1000.0, -1000.0, 800.0, -800.0, 2.0, -2.0]).reshape(2, 3)
    layer = student.SigmoidLayer()
    seen = student.watch(layer.forward, x)
    if seen.error:
        raise seen.error
    y = seen.returned
    assert_kind(_("the result of forward"), y)
    large = np.abs(x) > 100
    if not is_array_like(y, x):
        assert_gradient(
            _("the result of forward for very large and very small x"), y, sigmoid(x), _("Which exponential overflows?")
        )
    # which end is 1 is forward's business; here it counts that both ends are reached
    ends = y[large]
    if not (np.minimum(np.abs(ends), np.abs(ends - 1)) <= NEAR).all():
        raise Failed(_("For very large and very small x, forward gives neither 0 nor 1."), _("Which exponential overflows?"))
    if any("overflow" in warning for warning in seen.warnings):
        advise(OVERFLOWS)
    layer.out = sigmoid(x)
    dx = layer.backward(signed(rng, 2, 3))
    assert_kind("dx", dx)
    if not is_array_like(dx, x):
        assert_gradient(_("dx for very large and very small x"), dx, x)
