"""`Relu`: each number has a switch of its own, set by forward and obeyed by backward."""

import numpy as np

from grader.testing import Failed, NotPassed, _, assert_gradient, assert_kind, is_array_like, points, signed

SHAPES = ((3, 5), (4, 4), (1, 2), (2, 3, 4, 2))
ROUNDS = 2  # forward and back this often with one layer


def changed(seen, given):
    return bool(seen.args) and is_array_like(seen.args[0], given) and bool((seen.args[0] != given).any())


def backward(student, layer, x, dout, advise):
    """dx, after forward. Where forward breaks, backward gets the mask that the lesson describes."""
    try:
        layer.forward(x)
        broken = layer.mask is ... or layer.mask is None
    except NotPassed:
        broken = True
    if broken:
        layer.mask = x <= 0
    seen = student.watch(layer.backward, dout)
    if seen.error:
        raise seen.error
    if changed(seen, dout):
        advise(
            _("`Relu.backward` changes the array `dout` that it was given. Whoever else needs it gets a wrong one; make a copy.")
        )
    return seen.returned


@points(1)
def test_forward(student, rng, advise):
    """forward gives x where x is positive, and 0 elsewhere."""
    for shape in SHAPES:
        x = signed(rng, *shape)
        seen = student.watch(student.Relu().forward, x)
        if seen.error:
            raise seen.error
        assert_gradient(_("the result of forward"), seen.returned, np.maximum(x, 0.0), _("Each number is looked at by itself."))
        if changed(seen, x):
            advise(
                _("`Relu.forward` changes the array `x` that it was given. Whoever else needs it gets a wrong one; make a copy.")
            )


@points(1)
def test_backward(student, rng, advise):
    """backward lets dout through where x was positive, and nowhere else."""
    for shape in SHAPES:
        layer = student.Relu()
        for _round in range(ROUNDS):
            x, dout = signed(rng, *shape), signed(rng, *shape)
            hint = _("The switch of a number depends on x at that place, in the last forward; dout passes or it doesn't.")
            assert_gradient("dx", backward(student, layer, x, dout, advise), np.where(x > 0, dout, 0.0), hint)


@points(1)
def test_zero(student, rng, advise):
    """Where x is exactly 0 the switch is off: dx is 0."""
    x, dout = np.abs(signed(rng, 4, 5)), signed(rng, 4, 5)
    x[np.arange(4), [0, 3, 4, 1]] = 0.0
    dout[:2] = np.abs(dout[:2])  # both signs of dout at a zero of x
    dout[2:] = -np.abs(dout[2:])
    dx = backward(student, student.Relu(), x, dout, advise)
    assert_kind("dx", dx)
    if not is_array_like(dx, x):
        assert_gradient("dx", dx, np.where(x > 0, dout, 0.0))
    if dx[x == 0].any():
        raise Failed(_("dx is not 0 everywhere that x is exactly 0."), _("The lesson's rule for the kink: x = 0 counts as off."))
