"""`IdentityWithLoss`: half the squares, over N, and y − t on the way back."""

import numpy as np

from grader.testing import Failed, NotPassed, _, assert_gradient, assert_kind, close, is_array_like, points, ratio, signed

SIZES = ((4, 3), (3, 5), (4, 4), (1, 3), (5, 1))  # N, number of outputs
IGNORES_DOUT = _(
    "`IdentityWithLoss.backward` doesn't use `dout`. Where the loss is a term of a larger one, its gradient is wrong."
)

ROUNDS = """
import numpy as np


def rounds(layer, x, t):
    "dx for x and t after another round with the same targets."
    layer.forward(x[::-1].copy(), t)
    layer.backward()
    layer.forward(x.copy(), t)
    return layer.backward()
"""


def probe(rng, n, c):
    x = signed(rng, n, c)
    return x, x + signed(rng, n, c)


def gradient(layer, x, t):
    """dx. Where forward broke, backward gets what the lesson has it keep."""
    try:
        layer.forward(x, t)
        broken = layer.y is ... or layer.t is ...
    except NotPassed:
        broken = True
    if broken:
        layer.y, layer.t = x, t
    return layer.backward()


@points(1)
def test_loss(student, rng, advise):
    """forward returns ½ Σ (y − t)² / N."""
    for n, c in SIZES:
        x, t = probe(rng, n, c)
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
            why = next((why for why, wrong in known.items() if np.isfinite(got) and close(got, wrong)), _("its value is wrong"))
            hint = _("Half the squares, added up over everything, divided by N.")
            raise Failed(_("The loss for a batch of {n} is not right: {why}.").format(n=n, why=why), hint)
        for given, after in zip((x, t), seen.args, strict=False):
            if is_array_like(after, given) and (after != given).any():
                advise(
                    _("`IdentityWithLoss.forward` changes an array that it was given. Whoever else needs it gets a wrong one.")
                )


@points(1)
def test_backward(student, rng, advise):
    """backward gives y − t (over N), in every round."""
    there = student.bring(ROUNDS)
    for n, c in SIZES:
        x, t = probe(rng, n, c)
        want = (x - t) / n
        dx = gradient(student.IdentityWithLoss(), x, t)
        k = ratio(dx, want) if is_array_like(dx, want) else None
        if k is None or not any(abs(k - allowed) < 1e-6 for allowed in (1, n, 1 / c, n / c, 1 / n)):
            assert_gradient("dx", dx, want, _("What is the derivative of half a square?"))
    x, t = probe(rng, 4, 3)
    try:
        dx = gradient(student.IdentityWithLoss(), x, t)
        later = there.rounds(student.IdentityWithLoss(), x, t)
    except NotPassed:
        later = dx  # forward is broken, and marked there
    if not (is_array_like(later, x) and close(later, dx)):
        raise Failed(
            _("The same answers and targets give another dx in a second round."),
            _("Something is left over from the round before, or the caller's t was changed: read t, but leave it as it is."),
        )
    ignores_dout(student, x, t, advise)


def ignores_dout(student, x, t, advise):
    """Advice alone, as for SoftmaxWithLoss."""
    try:
        plain = gradient(student.IdentityWithLoss(), x, t)
        layer = student.IdentityWithLoss()
        layer.forward(x, t)
        scaled = layer.backward(-2.5)
        if is_array_like(scaled, x) and close(scaled, -2.5 * plain):
            return
    except NotPassed:
        pass
    advise(IGNORES_DOUT)


@points(1)
def test_mean(student, rng):
    """backward divides by N, the number of samples, once."""
    for n, c in SIZES:
        x, t = probe(rng, n, c)
        want = (x - t) / n
        dx = gradient(student.IdentityWithLoss(), x, t)
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
