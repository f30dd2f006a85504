"""`fan_out_back`, tried with right neurons that the tests bring along."""

from dataclasses import dataclass

import numpy as np
import pytest
from scalars import NEURON, TOOLS, are_numbers, assert_numbers, both_signs, drawn_until, values

from grader.testing import Failed, Seen, _, points, signed

SIZES = (9, 4, 1)
TWINS = 4


@dataclass(frozen=True)
class Fan:
    """One value `x` that went into neurons with these weights, and what fan_out_back made of the gradients."""

    x: float
    weights: np.ndarray
    grads: np.ndarray
    seen: Seen
    delta_weights: list
    weights_after: list


def drawn(rng, n):
    """The neurons' weights, and the gradients that come back: the returns have both signs, and the last isn't the largest. Of
    TWINS neurons those in the middle return the same number, and those at the ends get the same; of more, two have equal
    weights, one gradient is 0, and the first one far out."""
    telling = lambda returns: both_signs(returns) and returns.argmax() < n - 1

    def draw():
        weights, grads = signed(rng, n), signed(rng, n)
        if n == TWINS:
            weights[2], grads[2], grads[3] = grads[1], weights[1], grads[0]
        elif n > 1:
            grads[1], weights[5] = 0.0, weights[7]
        return weights, grads

    weights, grads = drawn_until(draw, lambda weights, grads: n == 1 or telling(weights * grads))
    if n != TWINS:
        grads[0] *= 1e3
    return weights, grads


@pytest.fixture(scope="module")
def fans(student, rng, advise):
    there, fan_out_back = student.bring(NEURON + TOOLS), student.fan_out_back
    made = []
    for n, x in zip(SIZES, signed(rng, len(SIZES)).tolist(), strict=True):
        weights, grads = drawn(rng, n)
        neurons = [there.Neuron(weight) for weight in weights.tolist()]
        for neuron in neurons:
            neuron.forward(x)
        seen = student.watch(fan_out_back, neurons, grads.tolist())
        if [len(arg) for arg in seen.args if isinstance(arg, list)] != [n, n] or not are_numbers(seen.args[1], grads):
            advise(_("`fan_out_back` changes the lists that it was given. Whoever else needs them gets wrong ones."))
        made.append(Fan(x, weights, grads, seen, *(values(there, neurons, name) for name in ("delta_weight", "weight"))))
    return made


@points(1)
def test_sum(fans):
    """The returns of all the neurons add up."""
    for fan in fans:
        if fan.seen.error:
            raise fan.seen.error
    hint = _("The value reaches the loss through every neuron: the effects of all these roads add up.")
    got, want = [fan.seen.returned for fan in fans], [fan.weights @ fan.grads for fan in fans]
    assert_numbers(_("The result of fan_out_back"), got, want, hint)


@points(1)
def test_neurons(fans):
    """Every neuron gets its own gradient through back."""
    for fan in fans:
        if fan.seen.error and not are_numbers(fan.delta_weights, fan.grads * fan.x):
            raise fan.seen.error
        left_out = sum(delta is None for delta in fan.delta_weights)
        if left_out:
            what = _("{left_out} of {n} neurons got no delta_weight").format(left_out=left_out, n=len(fan.delta_weights))
            raise Failed(
                _("{what}: is fan_out_back still to be written?").format(what=what),
                _("Call each neuron's back with its own gradient."),
            )
        assert_numbers(_("The neurons' delta_weight"), fan.delta_weights, fan.grads * fan.x, _("grads[i] belongs to neurons[i]."))
        assert_numbers(_("The neurons' weight afterwards"), fan.weights_after, fan.weights, _("Nobody has asked for a step yet."))
