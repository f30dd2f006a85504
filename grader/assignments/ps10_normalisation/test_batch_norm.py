"""`BatchNorm`: forward, the three gradients, and the running values that take the batch's place later on."""

import numpy as np
import pytest
from norms import LONG, Case, attempt, check_repeated, draw, go_round

from grader.testing import Failed, NotPassed, _, assert_gradient, is_array_like, is_value, points, signed

SIZES = ((5, 3, 1e-5), (4, 4, 1e-5), (3, 5, 0.3), (LONG, 2, 1e-5))  # N, D, epsilon
MOVING = _("A part `momentum` of what it was, and the rest from this batch, with the same variance that normalised it.")


@pytest.fixture(scope="module")
def rounds(student, rng, advise):
    """One forward and backward with a new layer for each of the SIZES."""
    made = []
    for n, d, epsilon in SIZES:
        case = draw(rng, (n, d), 0, epsilon=epsilon)
        layer = student.BatchNorm(case.gamma, case.beta, **case.settings)
        made.append(go_round(student, layer, case, advise=advise))
    return made


def check_each(rounds, name):
    for r in rounds:
        r.check(name, _(" for x of shape {shape}").format(shape=r.case.x.shape))


@points(1)
def test_forward(rounds):
    """forward normalises each column over the batch, then scales and shifts it."""
    check_each(rounds, "out")


@points(1)
def test_dgamma(rounds):
    """dgamma is the sum of dout ⊙ x̂ over the batch, of shape (D,)."""
    check_each(rounds, "dgamma")


@points(1)
def test_dbeta(rounds):
    """dbeta is the sum of dout over the batch, of shape (D,)."""
    check_each(rounds, "dbeta")


@points(2)
def test_dx(rounds):
    """dx has all three paths: direct, through the mean, through the variance."""
    check_each(rounds, "dx")


def running(layer):
    return [attempt(lambda name=name: getattr(layer, name)) for name in ("running_mean", "running_var")]


def moved(student, case, **settings):
    """A layer and its running values at the start and after each of two batches; what forward does otherwise is not looked at."""
    layer = student.BatchNorm(case.gamma, case.beta, **settings)
    seen = [running(layer)]
    for x in (case.x, -2 * case.x[:-1] + 1):
        error = attempt(lambda x=x: layer.forward(x))
        seen.append(running(layer))
        if isinstance(error, NotPassed):
            seen[-1] = [value if is_array_like(value, case.gamma) else error for value in seen[-1]]
    return layer, seen


@points(1)
def test_start(student, rng):
    """running_mean begins as zeros, running_var as ones, from construction."""
    for d in (3, 4):
        layer = student.BatchNorm(signed(rng, d), signed(rng, d))
        hint = _("They are there before the first batch, so that train=False has something to use.")
        assert_gradient("running_mean", layer.running_mean, np.zeros(d), hint)
        assert_gradient("running_var", layer.running_var, np.ones(d), hint)


@points(1)
def test_running(student, rng):
    """Each forward with train=True moves the running values towards the batch's, by momentum."""
    for n, d, settings in ((5, 3, {}), (4, 4, {"momentum": 0.3}), (4, 2, {"momentum": 0.0})):
        case = draw(rng, (n, d), 0)
        momentum = settings.get("momentum", 0.9)
        _layer, (begin, first, second) = moved(student, case, **settings)
        for before, after, x in ((begin, first, case.x), (first, second, -2 * case.x[:-1] + 1)):
            for name, old, new, batch in zip(("running_mean", "running_var"), before, after, (x.mean(0), x.var(0)), strict=True):
                if isinstance(new, NotPassed):
                    raise new
                if not is_array_like(old, case.gamma):
                    if before is first or not is_array_like(new, batch):
                        assert_gradient(name, new, batch, MOVING)
                    continue  # another start costs another part
                assert_gradient(name, new, momentum * old + (1 - momentum) * batch, MOVING)


@points(1)
def test_evaluation(student, rng):
    """With train=False the running values do the normalising, and stay as they are."""
    case, other = draw(rng, (5, 3), 0, epsilon=0.3), draw(rng, (4, 3), 0)
    layer, (_begin, _first, before) = moved(student, case, epsilon=0.3)
    if not all(is_array_like(value, case.gamma) for value in before) or before[1].min() < 0:
        before = np.abs(case.beta), np.abs(case.gamma)
        layer.running_mean, layer.running_var = before
    out = layer.forward(other.x, train=False)
    after = running(layer)
    for name, old, new in zip(("running_mean", "running_var"), before, after, strict=True):
        if not is_value(new, old):
            raise Failed(_("A forward with train=False changes {name}.").format(name=name), _("What is looked at must not move."))
    want = case.gamma * (other.x - before[0]) / np.sqrt(before[1] + 0.3) + case.beta
    if not is_value(out, want) and not is_as_in_training(student, case, other.x):
        hint = _("No mean and no variance of this batch: what was gathered in training takes their place.")
        assert_gradient(_("out with train=False"), out, want, hint)


def is_as_in_training(student, case: Case, x):
    """Whether what is wrong is so in training, which is wrong, too: with momentum 0 the running values are those of the last batch."""
    layer = student.BatchNorm(case.gamma, case.beta, momentum=0.0, epsilon=0.3)
    trained, same, of_x = (attempt(lambda a=a: layer.forward(*a)) for a in ((case.x,), (case.x, False), (x, False)))
    fresh = attempt(lambda: student.BatchNorm(case.gamma, case.beta, epsilon=0.3).forward(x))
    if not all(is_array_like(a, b) for a, b in ((trained, case.x), (same, case.x), (of_x, x), (fresh, x))):
        return False
    right = case.gamma * (case.x - case.x.mean(0)) / np.sqrt(case.x.var(0) + 0.3) + case.beta
    return not is_value(trained, right) and is_value(same, trained) and not is_value(of_x, fresh)


@points(1)
def test_repeated(student, rng):
    """A second round counts from anew, and two layers don't get into each other's way."""
    first = draw(rng, (4, 3), 0)
    later = [Case(first.gamma, first.beta, signed(rng, n, 3), signed(rng, n, 3), 0) for n in (4, 3)]
    check_repeated(student, lambda: student.BatchNorm(first.gamma, first.beta), rng, [first, *later])
