"""`IdentityWithLoss`: half the squares, over N, and y − t on the way back."""

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

SIZES = ((4, 3, 1.0), (3, 5, 3e4), (4, 4, 1e-6), (1, 3, 1.0), (40, 1, 1.0))  # N, number of outputs, size of the numbers
ROUNDS = """
def rounds(layer, neighbour, x, t):
    "dx for x and t, twice, after rounds with fewer samples, with other targets, and with the same."
    layer.forward(x[:2].copy(), t[:2].copy())
    layer.backward()
    layer.forward(x.copy(), 2 * t)
    layer.backward()
    layer.forward(x[::-1].copy(), t)
    layer.backward()
    layer.forward(x.copy(), t)
    neighbour.forward(-x, t)
    return [layer.backward(), layer.backward()]
"""


def probe(rng, n, c, size=1.0):
    """x and t, alike in their last entry."""
    x, error = size * signed(rng, n, c), size * signed(rng, n, c)
    error[-1, -1] = 0.0
    return x, x + error


def attempt(take):
    """What take() gives, or None where it raises."""
    try:
        return take()
    except NotPassed:
        return None


def went_forward(student, x, t):
    """A layer after forward. Where that breaks, backward gets what the lesson has it keep."""
    layer = student.IdentityWithLoss()
    try:
        broken = layer.forward(x, t) is ...
    except NotPassed:
        broken = True
    if broken:
        layer.y, layer.t = x, t
    return layer


@points(1)
def test_loss(student, rng, advise):
    """forward returns ½ Σ (y − t)² / N."""
    for n, c, size in SIZES:
        x, t = probe(rng, n, c, size)
        seen = student.watch(student.IdentityWithLoss().forward, x, t)
        if seen.error:
            raise seen.error
        want = ((x - t) ** 2).sum() / (2 * n)
        assert_kind(_("the loss"), seen.returned)
        if np.shape(seen.returned) != ():
            raise Failed(_("The loss has shape {shape}; it must be one number.").format(shape=np.shape(seen.returned)))
        got = float(seen.returned)
        if not close(got, want):
            known = {
                _("the factor ½ is missing"): 2 * want,
                _("it is not divided by N"): n * want,
                _("it is divided by more than N"): want / c,
            }
            why = next((why for why, wrong in known.items() if close(got, wrong)), _("its value is wrong"))
            hint = _("Half the squares, added up over everything, divided by N.")
            raise Failed(_("The loss for a batch of {n} is not right: {why}.").format(n=n, why=why), hint)
        for given, after in zip((x, t), seen.args, strict=False):
            if not is_value(after, given):
                advise(
                    _("`IdentityWithLoss.forward` changes an array that it was given. Whoever else needs it gets a wrong one.")
                )


@points(1)
def test_backward(student, rng, advise):
    """backward gives y − t (over N), in every round."""
    for n, c, size in SIZES:
        x, t = probe(rng, n, c, size)
        dx, want = went_forward(student, x, t).backward(), (x - t) / n
        k = ratio(dx, want) if is_array_like(dx, want) else None
        if k is None or not any(abs(k - allowed) < 1e-6 for allowed in (1, n, 1 / c, n / c, 1 / n)):
            assert_gradient("dx", dx, want, _("What is the derivative of half a square?"))
    x, t = probe(rng, 4, 3)
    dx = went_forward(student, x, t).backward()
    check_rounds(student, x, t, dx)
    check_dout(student, x, t, dx, advise)


def check_rounds(student, x, t, dx):
    layers = student.IdentityWithLoss(), student.IdentityWithLoss()
    rounds = student.watch(student.bring(ROUNDS).rounds, *layers, x, t)
    if rounds.error:
        if attempt(lambda: [student.IdentityWithLoss().forward(x, t)]):
            raise rounds.error
        return  # forward is broken, and marked there
    if not isinstance(rounds.returned, list) or not all(is_value(later, dx) for later in rounds.returned):
        raise Failed(
            _("The same answers and targets give another dx in a second round."),
            _("Something is left over from the round before, or the caller's t was changed: read t, but leave it as it is."),
        )


def check_dout(student, x, t, dx, advise):
    """dx is multiplied by `dout`, or takes no notice of it, which costs nothing."""
    for dout in (-2.5, 0):
        layer = went_forward(student, x, t)
        scaled = attempt(lambda layer=layer, dout=dout: layer.backward(dout))
        if scaled is None or is_value(scaled, dx):
            advise(_("`IdentityWithLoss.backward` doesn't use `dout`. Where the loss is one term of several, dx is wrong."))
        else:
            name = _("dx for another `dout` than 1")
            assert_gradient(name, scaled, dout * dx, _("How much does what is minimised change with the loss?"))


@points(1)
def test_mean(student, rng):
    """backward divides by N, the number of samples, once."""
    for n, c, size in SIZES:
        x, t = probe(rng, n, c, size)
        want = (x - t) / n
        seen = student.watch(went_forward(student, x, t).backward)
        if seen.error:
            raise seen.error
        dx = want if seen.returned is None and seen.holds(want) else seen.returned  # a missing return costs another part
        assert_kind("dx", dx)
        k = ratio(dx, want) if is_array_like(dx, want) else None
        if k is None:
            assert_gradient("dx", dx, want, _("y − t comes first; its division is looked at then."))
        # a sign or a factor of its own is backward's affair: what counts here is how dx goes with N and C
        if not any(abs(abs(k) - allowed) < 1e-6 for allowed in (1, 2, 0.5)):
            raise Failed(
                _("dx for a batch of {n} with {c} outputs is {ratio:.3g} times what it should be.").format(
                    n=n, c=c, ratio=abs(k)
                ),
                _("The loss is a mean over the samples, so its gradient is divided by their number, once."),
            )
