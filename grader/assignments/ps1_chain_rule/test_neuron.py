"""`Neuron`: each method is tried on neurons whose weight, input and delta_weight are as they should be by then.

Several neurons live at once, and each is used again: what is kept belongs to one neuron, and to its last call.
"""

import contextlib
from dataclasses import dataclass

import numpy as np
import pytest
from scalars import are_numbers, assert_number, assert_numbers, both_signs, drawn_until

from grader.testing import Failed, NotPassed, NotRun, Raised, Seen, _, points, signed

# The learning rate of each step, and the size of the weight that it starts at: not always the one that the neuron was made with.
STEPS = ((0.37, 1.0), (0.62, 10.0), (0.0, 1.0))
FAR = 1e4  # times as large

SEED = """
import numpy as np


def seed(n):
    np.random.seed(n)
"""


@dataclass(frozen=True)
class Case:
    """The weight of one neuron; what goes in, and the gradients that come back, one a round."""

    weight: float
    xs: tuple
    grads: tuple


def drawn_cases(rng):
    """Of two neurons no lost sign goes unseen, and far out nothing is cut off; 0 is the weight of a third, what goes into it
    first, and what comes back at last."""
    draw = lambda: (signed(rng, 2), signed(rng, 2, 2), signed(rng, 2, 2))
    no_sign_lost = lambda weights, xs, grads: both_signs(xs * weights, grads * weights, grads * xs, grads[::-1] * xs)
    weights, xs, grads = drawn_until(draw, no_sign_lost)
    xs[1, 0], grads[1, 1] = FAR * xs[1, 0], FAR * grads[1, 1]
    cases = [Case(float(w), tuple(x), tuple(g)) for w, x, g in zip(weights, xs.T.tolist(), grads.T.tolist(), strict=True)]
    return [*cases, Case(0.0, (0.0, cases[0].xs[0]), (0.0, cases[1].grads[0]))]


def made(student, case):
    """A Neuron of the case's weight."""
    try:
        neuron = student.Neuron(case.weight)
    except Raised:
        neuron = student.Neuron()  # how it takes its weight is marked elsewhere
    neuron.weight = case.weight
    return neuron


def kept(neuron, name):
    """An attribute of a neuron, None where there is none."""
    try:
        return getattr(neuron, name)
    except NotRun:
        return None


def feed(neurons, xs):
    """Let each neuron receive its x; put right what forward leaves wrong, which is marked by itself."""
    for neuron, x in zip(neurons, xs, strict=True):
        with contextlib.suppress(NotPassed):
            neuron.forward(x)
    for neuron, x in zip(neurons, xs, strict=True):
        if not are_numbers([kept(neuron, "input")], [x]):
            neuron.input = x


@points(1)
def test_forward(student, rng):
    """forward stores its input and returns weight · x; the weight is the one given, or drawn."""
    cases = drawn_cases(rng)
    neurons = [made(student, case) for case in cases]
    for n in (0, 1):
        xs = [case.xs[n] for case in cases]
        got = [neuron.forward(x) for neuron, x in zip(neurons, xs, strict=True)]
        want = [case.weight * x for case, x in zip(cases, xs, strict=True)]
        assert_numbers(_("The result of forward"), got, want, _("A neuron multiplies what comes in by its weight."))
        stored = [neuron.input for neuron in neurons]
        assert_numbers(_("input after forward"), stored, xs, _("back needs the input of the last forward."))

    weights = [case.weight for case in cases]
    neurons = [student.Neuron(weight) for weight in weights]
    hint = _("A weight that is given must be kept, 0 included.")
    assert_numbers(_("The weight of Neuron(weight)"), [neuron.weight for neuron in neurons], weights, hint)
    student.bring(SEED).seed(11)
    drawn = [student.Neuron().weight for _n in range(3)]
    hint = _("A weight that nobody gives is to be drawn with np.random.random().")
    assert_numbers(_("The weight of Neuron()"), drawn, np.random.RandomState(11).random_sample(3), hint)


@dataclass(frozen=True)
class Back:
    """A call of back: the weight, the input, and the gradient; what was seen, and delta_weight then."""

    weight: float
    x: float
    grad: float
    seen: Seen
    delta_weight: object


@pytest.fixture(scope="module")
def backs(student, rng):
    cases = drawn_cases(rng)
    neurons = [made(student, case) for case in cases]
    done = []
    for x_round, grad_round in ((0, 1), (1, 1), (1, 0)):  # twice for the same input at last
        given = [(case.weight, case.xs[x_round], case.grads[grad_round]) for case in cases]
        for neuron, case in zip(neurons, cases, strict=True):
            neuron.weight = case.weight
        if grad_round:
            feed(neurons, [x for _weight, x, _grad in given])
        seen = [student.watch(neuron.back, grad) for neuron, (_weight, _x, grad) in zip(neurons, given, strict=True)]
        deltas = [kept(neuron, "delta_weight") for neuron in neurons]
        done += [Back(*numbers, *found) for numbers, *found in zip(given, seen, deltas, strict=True)]
    return done


@points(1)
def test_delta_weight(backs):
    """back sets delta_weight to grad · input."""
    got, want = [back.delta_weight for back in backs], [back.grad * back.x for back in backs]
    if not are_numbers(got, want):
        raise_error(backs)
        hint = _("The lever of a weight is the number that it multiplied on the way forward.")
        assert_numbers(_("delta_weight after back"), got, want, hint)


@points(1)
def test_handed_back(backs):
    """back returns weight · grad."""
    raise_error(backs)
    got, want = [back.seen.returned for back in backs], [back.weight * back.grad for back in backs]
    assert_numbers(_("The result of back"), got, want, _("How much does the result grow if the input grows by 1?"))


def raise_error(backs):
    for back in backs:
        if back.seen.error:
            raise back.seen.error


@points(1)
def test_fit(student, rng):
    """fit moves the weight by −learning_rate · delta_weight, and nothing else moves it."""
    cases = drawn_cases(rng)[:2]
    neurons = [made(student, case) for case in cases]
    moved, want = steps_after_back(neurons, cases)
    if not are_numbers(moved, want):  # back is wrong, or fit is
        moved, want = steps_along(neurons, cases, signed(rng, len(STEPS), len(cases)) * (1.0, FAR))
    if not any(moved):
        raise Failed(_("fit does not change weight: is it still to be written?"), _("The new weight must end up in self.weight."))
    assert_numbers(_("What the weight has changed by"), moved, want, FIT)


FIT = _("A step goes against the gradient: the learning rate times delta_weight, subtracted once, and only in fit.")


def steps_after_back(neurons, cases):
    """What fit changes the weights by, as far as it can, and what it should."""
    moved, want = [], []
    for n, (learning_rate, size) in enumerate(STEPS):
        weights = [size * case.weight for case in cases]
        for neuron, weight in zip(neurons, weights, strict=True):
            neuron.weight = weight
        feed(neurons, [case.xs[n % 2] for case in cases])
        for neuron, case in zip(neurons, cases, strict=True):
            with contextlib.suppress(NotPassed):  # marked by itself
                neuron.back(case.grads[n % 2])
        assert_numbers(_("weight before fit is called"), [neuron.weight for neuron in neurons], weights, FIT)
        with contextlib.suppress(NotPassed):
            moved += moves(neurons, weights, learning_rate)
        want += [-learning_rate * case.grads[n % 2] * case.xs[n % 2] for case in cases]
    return moved, want


def steps_along(neurons, cases, deltas):
    """The same along made-up delta_weights, for fit takes any."""
    moved, want = [], []
    for (learning_rate, size), each in zip(STEPS, deltas.tolist(), strict=True):
        weights = [size * case.weight for case in cases]
        for neuron, weight, delta in zip(neurons, weights, each, strict=True):
            neuron.weight, neuron.delta_weight = weight, delta
        moved += moves(neurons, weights, learning_rate)
        want += [-learning_rate * delta for delta in each]
    return moved, want


def moves(neurons, weights, learning_rate):
    """What fit changes each weight by."""
    for neuron in neurons:
        neuron.fit(learning_rate)
    after = [neuron.weight for neuron in neurons]
    for weight in after:
        assert_number(_("weight after fit"), weight)
    return [float(moved) - weight for moved, weight in zip(after, weights, strict=True)]
