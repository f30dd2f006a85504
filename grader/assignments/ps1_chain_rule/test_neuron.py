"""`Neuron`: each method is tried on neurons whose weight, input and delta_weight are as they should be by then."""

from dataclasses import dataclass

import numpy as np
import pytest
from scalars import (
    TOOLS,
    Tools,
    are_numbers,
    assert_all_numbers,
    assert_numbers,
    both_signs,
    drawn_until,
    is_number,
)

from grader.testing import Failed, NotPassed, Seen, _, points, signed

NEURONS, ROUNDS = 3, 2
LEARNING_RATES = (0.37, 0.62)

METHODS = """
def new_neurons(cls, weights):
    made = []
    for weight in weights:
        try:
            neuron = cls(weight)
        except TypeError:
            neuron = cls()  # how it takes its weight is marked elsewhere
        neuron.weight = weight
        made.append(neuron)
    return made


def forward(neurons, xs):
    return [neuron.forward(x) for neuron, x in zip(neurons, xs)]


def back(neurons, grads):
    return [neuron.back(grad) for neuron, grad in zip(neurons, grads)]


def fit(neurons, learning_rate):
    for neuron in neurons:
        neuron.fit(learning_rate)
"""


@pytest.fixture(scope="module")
def tools(student):
    return Tools(student, TOOLS + METHODS)


def drawn(rng):
    """The neurons' weights, and for each round their inputs and the gradients that come back."""
    draw = lambda: (signed(rng, NEURONS), signed(rng, ROUNDS, NEURONS), signed(rng, ROUNDS, NEURONS))
    numbers = drawn_until(draw, lambda weights, xs, grads: both_signs(weights * xs, weights * grads, xs * grads))
    return [each.tolist() for each in numbers]


def fed(tools, neurons, weights, xs):
    """Let the neurons receive xs; put right what forward leaves wrong, which is marked by itself."""
    try:
        tools.forward(neurons, xs)
    except NotPassed:
        pass
    for name, got, want in zip(("input", "weight"), tools.values(neurons, "input", "weight"), (xs, weights), strict=True):
        if not are_numbers(got, want):
            tools.put(neurons, name, want)


@points(1)
def test_forward(student, rng, tools):
    """forward stores its input and returns weight · x; the weight is the one given, or drawn."""
    weights, rounds, _gradients = drawn(rng)
    neurons = tools.new_neurons(student.Neuron, weights)
    got, stored = [], []
    for xs in rounds:
        got += tools.forward(neurons, xs)
        stored += tools.values(neurons, "input")[0]
    hint = _("A neuron multiplies what comes in by its weight.")
    assert_numbers(_("The result of forward"), got, (np.array(rounds) * weights).ravel(), hint)
    assert_numbers(_("input after forward"), stored, np.ravel(rounds), _("back needs the input of the last forward."))

    weights = [*signed(rng, 3).tolist(), 0.0]
    kept = tools.values(tools.each(student.Neuron, [[weight] for weight in weights]), "weight")[0]
    assert_numbers(_("The weight of Neuron(weight)"), kept, weights, _("A weight that is given must be kept, 0 included."))
    tools.seed(11)
    drawn_weights = tools.values(tools.each(student.Neuron, [[], [], []]), "weight")[0]
    hint = _("A weight that nobody gives is to be drawn with np.random.random().")
    assert_numbers(_("The weight of Neuron()"), drawn_weights, np.random.RandomState(11).random_sample(3), hint)


@dataclass(frozen=True)
class Back:
    """One round of back: for every neuron its weight, its input and the gradient; what was seen, and delta_weight then."""

    weights: list
    inputs: list
    grads: list
    seen: Seen
    delta_weights: list


@pytest.fixture(scope="module")
def backs(student, rng, tools):
    weights, rounds, gradients = drawn(rng)
    neurons = tools.new_neurons(student.Neuron, weights)
    done = []
    for xs, grads in zip(rounds, gradients, strict=True):
        fed(tools, neurons, weights, xs)
        seen = student.watch(tools.back, neurons, grads)
        done.append(Back(weights, xs, grads, seen, tools.values(neurons, "delta_weight")[0]))
    return done


@points(1)
def test_delta_weight(backs):
    """back sets delta_weight to grad · input."""
    got = [delta for back in backs for delta in back.delta_weights]
    want = np.ravel([np.multiply(back.grads, back.inputs) for back in backs])
    if not are_numbers(got, want):
        raise_error(backs)
        hint = _("The lever of a weight is the number that it multiplied on the way forward.")
        assert_numbers(_("delta_weight after back"), got, want, hint)


@points(1)
def test_handed_back(backs):
    """back returns weight · grad."""
    raise_error(backs)
    got = [returned for back in backs for returned in back.seen.returned]
    want = np.ravel([np.multiply(back.grads, back.weights) for back in backs])
    assert_numbers(_("The result of back"), got, want, _("How much does the result grow if the input grows by 1?"))


def raise_error(backs):
    for back in backs:
        if back.seen.error:
            raise back.seen.error


@points(1)
def test_fit(student, rng, tools):
    """fit moves the weight by −learning_rate · delta_weight, and nothing else moves it."""
    weights, rounds, gradients = drawn(rng)
    neurons = tools.new_neurons(student.Neuron, weights)
    moves, own_steps, steps = [], [], []
    for xs, grads, learning_rate in zip(rounds, gradients, LEARNING_RATES, strict=True):
        tools.put(neurons, "weight", weights)
        fed(tools, neurons, weights, xs)
        try:
            tools.back(neurons, grads)
        except NotPassed:
            pass  # marked by itself
        right = np.multiply(grads, xs)
        own = tools.values(neurons, "delta_weight")[0]
        if not all(is_number(delta) and delta for delta in own):
            own = right.tolist()
            tools.put(neurons, "delta_weight", own)
        tools.fit(neurons, learning_rate)
        after = tools.values(neurons, "weight")[0]
        assert_all_numbers(_("weight after fit"), after)
        moves += (np.array(after, float) - weights).tolist()
        own_steps += (-learning_rate * np.array(own)).tolist()
        steps += (-learning_rate * right).tolist()
    if not any(moves):
        raise Failed(_("fit does not change weight: is it still to be written?"), _("The new weight must end up in self.weight."))
    if not are_numbers(moves, steps):
        hint = _("A step goes against the gradient: the learning rate times delta_weight, subtracted once, and only in fit.")
        assert_numbers(_("What the weight has changed by"), moves, own_steps, hint)
