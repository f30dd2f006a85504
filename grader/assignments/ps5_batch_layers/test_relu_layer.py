"""`Relu`: each number has a switch of its own, set by forward and obeyed by backward."""

import numpy as np

from grader.testing import Failed, NotPassed, _, assert_gradient, is_array_like, is_value, points, signed

# Shape, size of the numbers, and what is added to the first row: so much that the mean of all lies above other positive numbers.
CASES = (((3, 5), 1.0, 0.0), ((4, 4), 1e5, 0.0), ((4, 4), 1.0, 10.0), ((1, 2), 1.0, 0.0), ((40, 1, 2, 2), 1e-9, 0.0))
SWITCH = _("The switch of a number depends on x at that place, in the last forward; dout passes or it doesn't.")


def drawn(rng, shape, size, lift):
    x = size * signed(rng, *shape)
    x[0] += lift
    return x


def changed(seen, given):
    return bool(seen.args) and is_array_like(seen.args[0], given) and bool((seen.args[0] != given).any())


def go_forward(layer, x, mask):
    """Where the switches are off now. Where forward breaks, `mask` stands for what it should have kept."""
    try:
        if layer.forward(x) is not ...:
            return x <= 0
    except NotPassed:
        pass
    layer.mask = mask
    return mask


def go_back(student, layer, dout, advise):
    seen = student.watch(layer.backward, dout)
    if seen.error:
        raise seen.error
    if changed(seen, dout):
        advise(
            _("`Relu.backward` changes the array `dout` that it was given. Whoever else needs it gets a wrong one; make a copy.")
        )
    return seen


@points(1)
def test_forward(student, rng, advise):
    """forward gives x where x is positive, and 0 elsewhere."""
    for case in CASES:
        x = drawn(rng, *case)
        x.flat[0] = 0.0
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
    layer, neighbour = student.Relu(), student.Relu()
    for shape, size, lift in CASES:
        x, mask = drawn(rng, shape, size, lift), signed(rng, *shape) < 0
        off = go_forward(layer, x, mask)
        go_forward(neighbour, -x, ~mask)
        for rests in (1, 0):  # at first nothing comes back to the first row
            dout = size * signed(rng, *shape)
            dout[:rests] = 0.0
            assert_gradient("dx", go_back(student, layer, dout, advise).returned, np.where(off, 0.0, dout), SWITCH)


@points(1)
def test_zero(student, rng, advise):
    """Where x is exactly 0 the switch is off: dx is 0."""
    x, dout = signed(rng, 4, 5), signed(rng, 4, 5)
    x[3] = np.abs(x[3])  # a row that is all on, also for whoever has one switch a row
    zeros = [0, 1, 2], [0, 3, 4]
    x[zeros], dout[zeros] = 0.0, np.abs(dout[zeros]) * [1, -1, 1]
    x[x < 0] *= 0.8 * x[x > 0].sum() / -x[x < 0].sum()  # the mean lies above 0, but below all that is positive
    layer, want = student.Relu(), np.where(x > 0, dout, 0.0)
    layer.forward(x)
    seen = go_back(student, layer, dout, advise)
    dx = want if seen.returned is None and seen.holds(want) else seen.returned  # a missing return costs another part
    if not is_array_like(dx, x):
        assert_gradient("dx", dx, want, SWITCH)
    if dx[x == 0].any():
        raise Failed(_("dx is not 0 everywhere that x is exactly 0."), _("The lesson's rule for the kink: x = 0 counts as off."))
    if not is_value(dx, want) and (dx[x < 0].any() or not dx[3].all()):  # 0 at 0 by chance: nothing is switched
        assert_gradient("dx", dx, want, SWITCH)
