"""`fan_out_back`, tried with neurons that the tests bring along."""

from dataclasses import dataclass

import numpy as np
import pytest
from scalars import PIECES, TOOLS, Tools, are_numbers, assert_numbers, both_signs, drawn_until

from grader.testing import Failed, Seen, _, points, signed

SIZES = (3, 4, 1)

FAN = """
def fan(x, weights):
    neurons = [Neuron(weight) for weight in weights]
    for neuron in neurons:
        neuron.forward(x)
    return neurons


def fanned(fan_out_back, x, weights, grads):
    # The result, the lists as they are afterwards, and what the neurons hold then.
    neurons = fan(x, weights)
    given = list(neurons)
    result = fan_out_back(given, grads)
    return [result], grads, len(given), *values(neurons, "delta_weight", "weight")
"""


@dataclass(frozen=True)
class Fan:
    """One value `x` that went into neurons with these weights, and what fan_out_back made of the gradients."""

    x: float
    weights: np.ndarray
    grads: np.ndarray
    seen: Seen
    delta_weights: list
    weights_after: list


def drawn(rng):
    """For each size: the value x, the neurons' weights, and the gradients that come back."""
    telling = lambda returns: both_signs(returns) and returns.argmax() < len(returns) - 1  # the last is not the largest
    for n, x in zip(SIZES, signed(rng, len(SIZES)).tolist(), strict=True):
        draw = lambda n=n: (signed(rng, n), signed(rng, n))
        yield x, *drawn_until(draw, lambda weights, grads: len(grads) == 1 or telling(weights * grads))


@pytest.fixture(scope="module")
def fans(student, rng, advise):
    tools, fan_out_back = Tools(student, PIECES + TOOLS + FAN), student.fan_out_back
    made = []
    for x, weights, grads in drawn(rng):
        neurons = tools.fan(x, weights.tolist())
        seen = student.watch(fan_out_back, neurons, grads.tolist())
        if len(seen.args) == 2 and not (are_numbers(seen.args[1], grads) and len(seen.args[0]) == len(grads)):
            advise(_("`fan_out_back` changes the lists that it was given. Whoever else needs them gets wrong ones."))
        made.append(Fan(x, weights, grads, seen, *tools.values(neurons, "delta_weight", "weight")))
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
            told = _("{left_out} of {n} neurons got no delta_weight").format(left_out=left_out, n=len(fan.delta_weights))
            raise Failed(
                _("{told}: is fan_out_back still to be written?").format(told=told),
                _("Call each neuron's back with its own gradient."),
            )
        assert_numbers(_("The neurons' delta_weight"), fan.delta_weights, fan.grads * fan.x, _("grads[i] belongs to neurons[i]."))
        assert_numbers(_("The neurons' weight afterwards"), fan.weights_after, fan.weights, _("Nobody has asked for a step yet."))
