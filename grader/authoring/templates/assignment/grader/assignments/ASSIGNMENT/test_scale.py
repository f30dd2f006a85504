"""`Scale`: forward, and the two gradients of backward, each judged on its own."""

import pytest

from grader.testing import NotRun, Raised, _, assert_gradient, close, points, signed

SHAPES = ((3, 2), (4, 4), (1, 5))  # sizes that differ, one square, one sample alone


@pytest.fixture(scope="module")
def passes(student, rng, advise):
    """(factor, x, dout, what backward returned, d_factor) for each shape, two rounds on the same layer."""
    seen = []
    for shape in SHAPES:
        factor = float(signed(rng, 1)[0])
        layer = student.Scale(factor)
        for _round in range(2):
            x, dout = signed(rng, *shape), signed(rng, *shape)
            try:
                layer.forward(x)
            except (Raised, NotRun):
                pass  # marked as forward; backward gets what it builds on
            layer.x = x
            call = student.watch(layer.backward, dout)
            if call.error:
                raise call.error
            if not close(call.args[0], dout):
                advise(_("`backward` changes the array `dout` that it was given. Whoever else needs it gets a wrong one."))
            seen.append((factor, x, dout, call.returned, layer.d_factor))
    return seen


@points(1)
def test_forward(student, rng):
    """forward returns factor · x."""
    for shape in SHAPES:
        factor, x = float(signed(rng, 1)[0]), signed(rng, *shape)
        assert_gradient(_("the result of forward"), student.Scale(factor).forward(x), factor * x)


@points(1)
def test_dx(passes):
    """dx is factor · dout."""
    for factor, _x, dout, dx, _d_factor in passes:
        assert_gradient("dx", dx, factor * dout, _("How much does out change when x changes a little?"))


@points(2)
def test_d_factor(passes):
    """d_factor is the sum of dout ⊙ x."""
    for _factor, x, dout, _dx, d_factor in passes:
        assert_gradient("d_factor", d_factor, (dout * x).sum(), _("One number fed every entry of out: its effects add up."))
