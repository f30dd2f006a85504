"""`BrokenLayer`: the slope is taken at z, and da_prev with the weights of the forward pass.

Both parts read the step that backward took: nothing in it has a name that the contract fixes. The step must stay
right all the while: a repair that loses it isn't one.
"""

import itertools
from dataclasses import dataclass, replace

import numpy as np
import pytest

from grader.testing import Failed, NotRun, Raised, _, assert_gradient, close, defined, is_array_like, points, signed, tells

# One that saturates, and one whose derivative changes sign: neither gives f'(z) = f'(a).
ACTIVATIONS = """
import numpy as np


class Tanh:
    def __call__(self, z):
        return np.tanh(z)

    def derivative(self, z):
        return 1.0 - np.tanh(z) ** 2


class Sine:
    def __call__(self, z):
        return np.sin(z)

    def derivative(self, z):
        return np.cos(z)
"""

# (n_inputs, n_neurons, activation, shape of the input): all sizes different, one square, one flat input to a single neuron.
CASES = ((3, 2, "Tanh", (3, 1)), (4, 4, "Sine", (4, 1)), (2, 9, "Sine", (2, 1)), (8, 1, "Tanh", (8,)))
RATES = (0.43, 1.63)  # the learning rate of each round
FAR = 200.0  # times as large: where nothing may be cut off
TINY = 3e-5  # beside numbers that are not


@dataclass(frozen=True)
class Round:
    """One forward and backward pass: what went in, and what was there afterwards."""

    weights: np.ndarray
    biases: np.ndarray
    a_prev: np.ndarray
    da: np.ndarray
    learning_rate: float
    activation: object
    a: object
    stored: object  # outputs after forward
    da_prev: object
    weights_after: object
    biases_after: object
    error: Raised | None

    @property
    def z(self):
        return self.weights @ self.a_prev + self.biases

    @property
    def dz(self):
        return self.da * self.activation.derivative(self.z)

    @property
    def d_weights(self):
        return step(self.weights, self.weights_after, self.learning_rate)

    @property
    def d_biases(self):
        return step(self.biases, self.biases_after, self.learning_rate)

    @property
    def possible_dz(self):
        """The right dz first, then the student's own, as either step shows it."""
        along = self.a_prev / (self.a_prev**2).sum()
        from_weights = None if self.d_weights is None else self.d_weights @ along
        return [self.dz, *(trace for trace in (self.d_biases, from_weights) if trace is not None and trace.any())]


def step(before, after, learning_rate):
    return (before - after) / learning_rate if is_array_like(after, before) else None


@pytest.fixture(scope="module")
def rounds(student, rng, advise):
    """Every pass: each case, forward and back twice with other parameters each time, whatever the steps did to them. In between
    another layer goes forward."""
    there, here = student.bring(ACTIVATIONS), defined(ACTIVATIONS)
    made = []
    for n_inputs, n_neurons, name, shape in CASES:
        layer, neighbour = (student.BrokenLayer(n_inputs, n_neurons, getattr(there, name)()) for _layer in range(2))
        for rate in RATES:
            weights, inputs, da = signed(rng, n_neurons, n_inputs), signed(rng, *shape), signed(rng, n_neurons, 1)
            z = signed(rng, n_neurons, 1, high=1.2)
            if name == "Sine":
                z, da = z + 3 * np.pi * np.arange(n_neurons).reshape(-1, 1), FAR * da
                da[1], inputs[0] = np.copysign(TINY, da[1]), FAR * inputs[0]
            biases = z - weights @ inputs.reshape(-1, 1)  # f'(z) is nowhere near 0, and with the sine of both signs
            layer.weights, layer.biases = weights, biases
            a = layer.forward(inputs)
            stored = layer.outputs
            neighbour.weights, neighbour.biases = weights, z + 0.7 - 2 * weights @ inputs.reshape(-1, 1)
            neighbour.forward(2 * inputs)
            seen = student.watch(layer.backward, da, rate)
            if seen.args and not (is_array_like(seen.args[0], da) and close(seen.args[0], da)):
                advise(_("`backward` changes the array `da` that it was given. Whoever else needs it gets a wrong one."))
            after = layer.weights, layer.biases
            activation = getattr(here, name)()
            r = Round(weights, biases, inputs.reshape(-1, 1), da, rate, activation, a, stored, seen.returned, *after, seen.error)
            made.append(r)
        if n_inputs == n_neurons:  # once more, after the same forward
            layer.weights, layer.biases, da = r.weights, r.biases, -np.copysign(signed(rng, *r.da.shape), r.da)
            seen = student.watch(layer.backward, da, rate)
            after = {"weights_after": layer.weights, "biases_after": layer.biases}
            made.append(replace(r, da=da, da_prev=seen.returned, error=seen.error, **after))
    return made


@pytest.fixture(scope="module")
def still(student, rng):
    """(before, after) of weights and biases, where the learning rate is 0."""
    there = student.bring(ACTIVATIONS)
    layer = student.BrokenLayer(3, 2, there.Sine())
    before = signed(rng, 2, 3), signed(rng, 2, 1)
    layer.weights, layer.biases = before
    layer.forward(signed(rng, 3, 1))
    layer.backward(signed(rng, 2, 1), 0.0)
    return list(zip(before, (layer.weights, layer.biases), strict=True))


@pytest.fixture(scope="module")
def new(student):
    """(weights, biases) of two new layers, whose numbers were drawn from [-1, 1]."""
    there = student.bring(ACTIVATIONS)
    layers = [student.BrokenLayer(4, 3, there.Sine()) for _layer in range(2)]
    return [(layer.weights, layer.biases) for layer in layers]


def slopes(r):
    """[(what it is known by, in words, numbers)] of what may stand where the slope at z must, in a Round."""
    f, z, a, slope = r.activation, r.z, r.a, r.activation.derivative
    found = [
        ("both_slopes", _("the slope at z and the slope at a, both"), slope(z) * slope(a)),
        ("times_a", _("the slope at z and a as well"), slope(z) * a),
        ("times_z", _("the slope at z and z as well"), slope(z) * z),
        ("twice", _("the slope at z twice"), slope(z) ** 2),
        ("halfway", _("the slope halfway between z and a"), slope((z + a) / 2)),
        ("without_biases", _("the slope at z without the biases"), slope(r.weights @ r.a_prev)),
        ("new_weights", _("the slope at a z that the weights from after the step make"), slope(r.weights_after @ r.a_prev + r.biases)),
        ("new_z", _("the slope at a z from after the step"), slope(r.weights_after @ r.a_prev + r.biases_after)),
        ("at_f_of_a", _("the slope at f(a)"), slope(f(a))),
        ("absolute", _("the absolute value of the slope"), abs(slope(z))),
        ("reciprocal", _("one over the slope"), 1 / slope(z)),
        ("complement", _("one less the slope"), 1 - slope(z)),
        ("a", _("a, not a slope"), a),
        ("z", _("z, not a slope"), z),
        ("none", _("one: no slope is there"), np.ones_like(z)),
    ]  # fmt: skip
    quotient = _("a difference quotient of f whose step isn't small, not the slope")
    return found + [("quotient", quotient, values) for h in (1, 0.5, 0.25, 0.2, 0.1, 0.05, 0.01) for values in quotients(f, z, h)]


def quotients(f, z, h):
    return [(f(z + h) - f(z)) / h, (f(z) - f(z - h)) / h, (f(z + h) - f(z - h)) / (2 * h)]


@tells
def seen_of_slope(rounds):
    """What the steps of biases and weights have in place of the slope: (a sentence, what it is known by), or None."""
    along = [r.a_prev / (r.a_prev**2).sum() for r in rounds]
    read = {
        _("biases"): [r.d_biases for r in rounds],
        _("weights"): [r.d_weights @ a for r, a in zip(rounds, along, strict=True)],
    }
    made = [slopes(r) for r in rounds]
    for what, traces in read.items():
        if all(close(trace, r.dz) for trace, r in zip(traces, rounds, strict=True)):
            continue
        for n, (key, words, _values) in enumerate(made[0]):
            if all(close(trace, r.da * made[k][n][2]) for k, (trace, r) in enumerate(zip(traces, rounds, strict=True))):
                return _("In the step of the {what}, da is multiplied by {words}.").format(what=what, words=words), f"slope_{key}"
    return None


@tells
def seen_of_order(rounds):
    """Which weights and which dz da_prev is made with: (a sentence, what it is known by), or None."""
    shares = [lag(r) for r in rounds]
    if None not in shares and np.ptp(shares) < 1e-6:
        if close(shares[0], 0.5):
            return _("da_prev is made with weights that have gone half of their step."), "half_of_the_step"
        if close(shares[0], 2.0):
            return _("da_prev is made with weights that have gone their step twice."), "step_twice"
        if not close(shares[0], 1.0) and not close(shares[0], 0.0):
            return _("da_prev is made with weights that have gone a part of their step, or more than it."), "other_step"
    if None not in shares and all(close(share, 1 - 1 / r.learning_rate) for share, r in zip(shares, rounds, strict=True)):
        sentence = _(
            "da_prev is made with the weights from after the step, and the gradient added to them without the learning rate."
        )
        return sentence, "restored_without_rate"
    made = [slopes(r) for r in rounds]
    which = ("weights", _("the weights of the forward pass")), ("weights_after", _("the weights from after the step"))
    for (name, of), (n, (key, words, _values)) in itertools.product(which, enumerate(made[0])):
        if all(close(r.da_prev, getattr(r, name).T @ (r.da * its[n][2])) for r, its in zip(rounds, made, strict=True)):
            return _("For da_prev, {of} meet da times {words}.").format(of=of, words=words), f"da_prev_{name}_{key}"
    return None


def lag(r):
    """How many of its steps the weights have gone with which da_prev is made, in a Round; None where it is no such thing."""
    missing, whole = r.weights.T @ r.dz - r.da_prev, (r.weights - r.weights_after).T @ r.dz
    share = float((missing * whole).sum() / (whole**2).sum())
    return share if close(missing, share * whole) else None


@points(2)
def test_derivative(rounds, new):
    """the slope is taken at z, and dz reaches the steps of weights and biases."""
    cause = seen_of_slope(rounds)
    for r in rounds:
        assert_gradient(_("the result of forward"), r.a, r.activation(r.z), _("It was right before the repair: a = f(z)."))
        assert_gradient("outputs", r.stored, r.z, _("The docstring promises z, from before the activation."))
        if r.error:
            raise r.error
        if r.d_biases is not None and r.d_biases.any():  # a parameter that stands still is the update's business
            at_a = r.da * r.activation.derivative(r.activation(r.z))
            if close(r.d_biases, at_a) and not close(r.d_biases, r.dz):
                raise Failed(
                    _("dz, read off the biases' step, is off by no constant ratio: it is nearly right where z is near 0."),
                    _("With ReLU it would look right. Where was the slope taken, and where did f stand on its way forward?"),
                )
            assert_gradient(
                _("dz, read off the biases' step,"), r.d_biases, r.dz, _("dz is da times a slope, number by number."), cause=cause
            )
        if r.d_weights is not None and r.d_weights.any():
            want = r.dz @ r.a_prev.T
            assert_gradient(
                _("dW, read off the weights' step,"),
                r.d_weights,
                want,
                _("Its formula was right before the repair."),
                cause=cause,
            )
        elif not close(r.d_biases if r.d_biases is not None else 0, r.dz):
            raise Failed(
                _("dz can't be read off the step: neither weights nor biases moved."), _("A repair must keep what worked.")
            )

    for name, one, other in zip(("weights", "biases"), *new, strict=True):
        want = np.zeros((3, 4) if name == "weights" else (3, 1))
        if not (is_array_like(one, want) and np.ptp(one) and np.abs(one).max() <= 1 and not np.array_equal(one, other)):
            raise Failed(
                _("The {name} of a new layer are no longer drawn from [-1, 1].").format(name=name),
                _("A repair must keep what worked."),
            )


@points(2)
def test_order(rounds, still):
    """da_prev is made with the weights of the forward pass, and the step is still taken."""
    for r in rounds:
        if r.error:
            raise r.error
        wants = [r.weights.T @ dz for dz in r.possible_dz]
        if not (is_array_like(r.da_prev, wants[0]) and any(close(r.da_prev, want) for want in wants)):
            after = r.weights_after
            late = [after.T @ dz for dz in r.possible_dz] if is_array_like(after, r.weights) else []
            if any(is_array_like(r.da_prev, want) and close(r.da_prev, want) for want in late):
                raise Failed(
                    _("da_prev has the right shape, but it is made with the weights from after the step."),
                    _("Which weights did the inputs meet on their way forward? Two names can mean one array."),
                )
            hint = _("Its formula was right before the repair; only the weights were not.")
            assert_gradient("da_prev", r.da_prev, wants[0], hint, cause=seen_of_order(rounds))
        check_moved("weights", r.weights, r.weights_after)
        check_moved("biases", r.biases, r.biases_after)
    if not all(is_array_like(after, before) and close(after, before) for before, after in still):
        raise Failed(
            _("With a learning rate of 0 weights or biases move."), _("The rate that is handed in must be used, 0 included.")
        )


def check_moved(name, before, after):
    if after is None or after is ...:
        raise NotRun(_("not run: after `backward`, {name} is {after}.").format(name=name, after=after))
    if not is_array_like(after, before):
        raise Failed(
            _("After `backward`, {name} is no longer a plain, finite array of shape {shape}.").format(
                name=name, shape=before.shape
            )
        )
    if close(after, before):
        raise Failed(
            _("da_prev is right, but the {name} no longer move.").format(name=name), _("A repair must keep what worked.")
        )
