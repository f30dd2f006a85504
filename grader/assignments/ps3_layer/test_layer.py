"""`Layer`: forward, the gradients that backward computes, and the step it takes.

What backward computed is known twice: from its local names, where they are there, and from what it did, since the
step of the biases is dz and that of the weights d_weights, each times the learning rate. One right proof is enough.
Every part is judged on what the student's own code handed it: a wrong dz doesn't make d_weights wrong that is formed
from it as it should be.
"""

import functools
from dataclasses import dataclass

import numpy as np
import pytest

from grader.testing import (
    Failed,
    NotRun,
    Raised,
    Seen,
    _,
    assert_gradient,
    assert_kind,
    close,
    defined,
    is_array_like,
    points,
    ratio,
    signed,
)

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


tanh, sine = Tanh(), Sine()


def put(layer, weights, biases):
    layer.weights, layer.biases = weights, biases
"""

# (n_inputs, n_neurons, activation, shape of the input): all sizes different, and one square.
CASES = ((3, 2, "tanh", (3, 1)), (4, 4, "sine", (4, 1)), (2, 5, "sine", (2, 1)))
FLAT = ((5, 3, "tanh", (5,)),)  # only what is formed from the inputs can go wrong there
ROUNDS = 2  # the first layer goes forward and back this often, its parameters being moved in between; the others once


@dataclass(frozen=True)
class Round:
    """One backward pass: what went in, what should come of it, and what was seen."""

    weights: np.ndarray
    biases: np.ndarray
    a_prev: np.ndarray
    da: np.ndarray
    learning_rate: float
    derivative: np.ndarray  # f'(z)
    seen: Seen
    weights_after: object
    biases_after: object

    def named(self, *names):
        """The value of the first of some local names that backward had, and whether there was one."""
        return next(((self.seen.had[name][-1], True) for name in names if name in self.seen.had), (None, False))

    @property
    def known(self):
        """What a wrong gradient may be off by."""
        return {_("the learning rate"): self.learning_rate}

    @functools.cached_property
    def dz(self):
        return self.da * self.derivative

    @functools.cached_property
    def own_dz(self):
        """The student's dz: by its name, else from the step of the biases."""
        named, there = self.named("dz")
        own = named if there else self.step_of_biases
        return own if is_array_like(own, self.dz) and own.any() else self.dz

    @functools.cached_property
    def step_of_biases(self):
        return step(self.biases, self.biases_after, self.learning_rate)

    @functools.cached_property
    def step_of_weights(self):
        return step(self.weights, self.weights_after, self.learning_rate)

    def fits(self, got, formula):
        """True where `got` is `formula(dz)`, for the right dz or for the student's own."""
        return any(is_array_like(got, want) and close(got, want) for want in (formula(self.dz), formula(self.own_dz)))


def step(before, after, learning_rate):
    """The gradient that a step was taken along, or None where the parameter is nothing to subtract from."""
    return (before - after) / learning_rate if is_array_like(after, before) else None


def layers(student, rng, cases):
    """For each case: a layer of the student's, the examiner's own activation, the shape of the input, weights and biases."""
    there, here = student.bring(ACTIVATIONS), defined(ACTIVATIONS)
    put = there.put
    for n_inputs, n_neurons, name, shape in cases:
        layer = student.Layer(n_inputs, n_neurons, getattr(there, name))
        weights, biases = signed(rng, n_neurons, n_inputs), signed(rng, n_neurons, 1)
        put(layer, weights, biases)
        yield layer, getattr(here, name), shape, weights, biases


def run_rounds(student, rng, cases, advise):
    made = []
    for layer, activation, shape, weights, biases in layers(student, rng, cases):
        for n in range(1 if made else ROUNDS):
            r = run_round(student, layer, activation, shape, rng, 0.37 + 0.2 * n, weights, biases)
            if r.seen.args and not close(r.seen.args[0], r.da):
                advise(_("`backward` changes the array `da` that it was given. Whoever else needs it gets a wrong one."))
            made.append(r)
            if not (is_array_like(r.weights_after, r.weights) and is_array_like(r.biases_after, r.biases)):
                break  # the update has broken this layer
            weights, biases = r.weights_after, r.biases_after
    return made


@pytest.fixture(scope="module")
def rounds(student, rng, advise):
    """Every backward pass after an input that is a column."""
    return run_rounds(student, rng, CASES, advise)


@pytest.fixture(scope="module")
def flat_rounds(student, rng, advise):
    """Every backward pass after an input that is flat."""
    return run_rounds(student, rng, FLAT, advise)


def run_round(student, layer, activation, shape, rng, learning_rate, weights, biases):
    inputs, da = signed(rng, *shape), signed(rng, len(weights), 1)
    a_prev = inputs.reshape(-1, 1)
    z = weights @ a_prev + biases
    try:
        layer.forward(inputs)
        stored, outputs = layer.inputs, layer.outputs
    except (Raised, NotRun):
        stored, outputs = None, None  # marked as forward; backward gets what it builds on
    if not (type(stored) is np.ndarray and stored.size == a_prev.size and close(stored.reshape(-1, 1), a_prev)):
        layer.inputs = a_prev
    if not (is_array_like(outputs, z) and close(outputs, z)):
        layer.outputs = z
    seen = student.watch(layer.backward, da, learning_rate)
    try:
        weights_after, biases_after = layer.weights, layer.biases
    except (Raised, NotRun):
        weights_after, biases_after = None, None
    return Round(weights, biases, a_prev, da, learning_rate, activation.derivative(z), seen, weights_after, biases_after)


@points(2)
def test_forward(student, rng):
    """forward stores the inputs and z, and returns f(z)."""
    for layer, activation, shape, weights, biases in layers(student, rng, CASES):
        inputs = signed(rng, *shape)
        for given in (inputs.reshape(-1, 1), inputs.reshape(-1)):
            a = layer.forward(given)
            z = weights @ given.reshape(-1, 1) + biases
            hint = _("The inputs had shape {shape}. A column is made of either form before the product.").format(
                shape=given.shape
            )
            assert_gradient(_("the result of forward"), a, activation(z), hint)
            assert_gradient("outputs", layer.outputs, z, _("outputs is z, from before the activation."))
            stored = layer.inputs
            assert_kind("inputs", stored)
            assert_gradient("inputs", np.reshape(stored, -1), given.reshape(-1), _("backward needs the inputs of this call."))


@points(2)
def test_dz(rounds):
    """dz is da ⊙ f'(z)."""
    for r in rounds:
        named, there = r.named("dz")
        along = r.a_prev / (r.a_prev**2).sum()
        by_weights = r.step_of_weights @ along if r.step_of_weights is not None else None
        by_result = solved(r.weights.T, r.seen.returned)
        if any(is_array_like(got, r.dz) and close(got, r.dz) for got in (named, r.step_of_biases, by_weights, by_result)):
            continue
        if not there and r.seen.error:
            raise r.seen.error
        assert_gradient(
            "dz", named if there else r.step_of_biases, r.dz, _("Which derivative, taken where, times what?"), r.known
        )


def solved(matrix, got):
    """The x with matrix · x = got, where there is exactly one, else None."""
    if matrix.shape[0] < matrix.shape[1] or not is_array_like(got, matrix[:, :1]):
        return None
    x = np.linalg.lstsq(matrix, got, rcond=None)[0]
    return x if close(matrix @ x, got) else None


@points(2)
def test_d_weights(rounds, flat_rounds):
    """d_weights is dz · a_prevᵀ."""
    for r in rounds + flat_rounds:
        check_parameter_gradient(r, "d_weights", ("d_weights", "dW"), r.step_of_weights, lambda dz, r=r: dz @ r.a_prev.T)


@points(1)
def test_d_biases(rounds):
    """d_biases is dz."""
    for r in rounds:
        check_parameter_gradient(r, "d_biases", ("d_biases", "db"), r.step_of_biases, lambda dz: dz)


def check_parameter_gradient(r, name, names, step_taken, formula):
    named, there = r.named(*names)
    if r.fits(named, formula) or r.fits(step_taken, formula):
        return
    if there:
        assert_gradient(
            name, named, formula(r.own_dz), _("Put the shapes side by side: which product gives the right one?"), r.known
        )
    if r.seen.error:
        raise r.seen.error
    if step_taken is None or ratio(step_taken, formula(r.own_dz)) is None:
        assert_gradient(name, step_taken, formula(r.own_dz), _("It was worked out from the step that `backward` took."), r.known)
    # A step along the right gradient: how far it goes is the update's business.


@points(2)
def test_da_prev(rounds):
    """da_prev is Wᵀ · dz, with the weights from before the update."""
    for r in rounds:
        formula = lambda dz, r=r: r.weights.T @ dz
        if r.seen.error:
            if r.fits(r.named("da_prev")[0], formula):
                continue  # what broke came after it
            raise r.seen.error
        if not r.fits(r.seen.returned, formula):
            assert_gradient(
                "da_prev", r.seen.returned, formula(r.own_dz), _("Each input fed every neuron, through which weights?"), r.known
            )


@points(1)
def test_update(rounds):
    """weights and biases move by −learning_rate times their gradients."""
    for r in rounds:
        if r.seen.error:
            raise r.seen.error
        check_step("weights", r.weights, r.weights_after, r, ("d_weights", "dW"), lambda dz, r=r: dz @ r.a_prev.T)
        check_step("biases", r.biases, r.biases_after, r, ("d_biases", "db"), lambda dz: dz)


def check_step(name, before, after, r, names, formula):
    if after is ... or after is None:
        raise NotRun(
            _("not run: after `backward`, {name} is {got}: the update is still to be written.").format(name=name, got=after)
        )
    assert_kind(_("{name} after backward").format(name=name), after)
    if np.shape(after) != before.shape:
        raise Failed(
            _("After `backward`, {name} has shape {got}; it must keep its shape, {want}.").format(
                name=name, got=np.shape(after), want=before.shape
            )
        )
    taken = step(before, after, r.learning_rate)
    own = r.named(*names)[0]
    if r.fits(taken, formula) or (is_array_like(own, before) and own.any() and close(taken, own)):
        return
    if not (before - after).any():
        if own is ...:
            raise NotRun(_("not run: {name} did not change, and its gradient is still to be written.").format(name=name))
        raise Failed(_("{name} did not change.").format(name=name), _("A step must end up in the layer's own attribute."))
    wanted = own if is_array_like(own, before) else formula(r.own_dz)
    hint = _("The step is downhill: the learning rate times the gradient, subtracted once.")
    assert_gradient(_("the step of {name}").format(name=name), before - after, r.learning_rate * wanted, hint, r.known)
