"""`Layer`: forward, the gradients that backward computes, and the step it takes.

Nothing is asked for by its name. What backward did shows dz in three ways, since da_prev and both steps are formed from
it. Where these are not right by themselves, a quantity is looked for by its value among all that backward had in its hands.

A wrong dz costs its own part: where two of the three agree on another dz, what is formed from that one is right. So no
step is ever the measure of itself. A step along a wrong gradient costs that gradient's part, any other wrong step the update.
"""

import contextlib
import functools
import math
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import pytest

from grader.testing import (
    Failed,
    NotPassed,
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

# (n_inputs, n_neurons, activation): all sizes different, one square, and one of a single input and neuron, its input 0.
SIZES = ((7, 2, "tanh"), (4, 4, "sine"), (2, 9, "sine"), (1, 1, "tanh"))
FLAT = SIZES[2]  # given whole numbers of shape (2,): what is formed from the inputs may go wrong there alone
TINY = 3e-5  # beside numbers that are not


@dataclass(frozen=True)
class Numbers:
    """What a layer is given."""

    weights: np.ndarray
    biases: np.ndarray
    inputs: np.ndarray
    da: np.ndarray

    @property
    def a_prev(self):
        return self.inputs.reshape(-1, 1)

    @property
    def z(self):
        return self.weights @ self.a_prev + self.biases


def drawn(rng, n_inputs, n_neurons, activation):
    """Numbers for which f'(z) is nowhere near 0, and of both signs where it can be. With the sine, z and da go far out,
    and whole numbers that come in."""
    weights, inputs = signed(rng, n_neurons, n_inputs), signed(rng, n_inputs, 1)
    z, da = signed(rng, n_neurons, 1, high=1.2), signed(rng, n_neurons, 1)
    if activation == "sine":
        z, da = z + 3 * math.pi * np.arange(n_neurons).reshape(-1, 1), 200 * da
    if n_inputs == n_neurons > 1:
        da[1] = 0.0  # one that nothing comes back to stands before others
        inputs[2] = math.copysign(TINY, inputs[2, 0])
    if n_inputs == FLAT[0]:
        inputs = rng.permutation([-2000, 3000])
    if n_inputs == SIZES[0][0]:
        inputs = inputs / 2  # many small ones: a step doesn't drive z far out
    if n_inputs == 1:
        inputs = np.zeros((1, 1))
    return Numbers(weights, z - weights @ inputs.reshape(-1, 1), inputs, da)


@dataclass(frozen=True)
class Round:
    """One backward pass: what went in, and what was seen of it."""

    numbers: Numbers
    slope: np.ndarray  # f'(z)
    rate: float
    seen: Seen
    weights_after: object
    biases_after: object
    first: object = None  # an earlier Round of the same layer, with other numbers

    @property
    def dz(self):
        return self.numbers.da * self.slope

    @functools.cached_property
    def did(self):
        """da_prev, and the gradients that the steps of weights and biases were taken along, None where there can't be any."""
        n, rate = self.numbers, self.rate
        return self.seen.returned, step(n.weights, self.weights_after, rate), step(n.biases, self.biases_after, rate)

    def formed_from(self, dz):
        """What these three must be for some dz."""
        return self.numbers.weights.T @ dz, dz @ self.numbers.a_prev.T, dz

    @functools.cached_property
    def due(self):
        """What they must be for the student's own dz."""
        return self.formed_from(self.dz if self.own_dz is None else self.own_dz)

    @functools.cached_property
    def own_dz(self):
        """The dz that the student's code works with: the right one, or one that two agree on; None where nothing shows any."""
        right = self.dz
        if any(map(same, self.did, self.formed_from(right))):
            return right
        had = {value.tobytes(): value for values in self.seen.had.values() for value in values if self.may_be_dz(value)}
        read_off = [value for value in self.read_off() if self.may_be_dz(value)]
        likeliest = max(had.values(), key=self.agreeing, default=right)
        likeliest = max([likeliest, right, *read_off], key=lambda dz: self.agreeing(dz)[0])
        if self.agreeing(likeliest)[0] > 1:
            return likeliest
        shown = self.agreeing(right)[0] or any(map(self.seen.holds, self.formed_from(right)))
        return right if shown else None

    def agreeing(self, dz):
        """How many of the three are formed from `dz`, a step being any number times its gradient; whether it is the right
        one; and how many of the steps are taken along just that."""
        (da_prev, *steps), (want, *gradients) = self.did, self.formed_from(dz)
        agree = same(da_prev, want) + sum(map(along, steps, gradients))
        return agree, close(dz, self.dz), sum(map(same, steps, gradients))

    def may_be_dz(self, value):
        """Whether it could be some dz, which depends on what went in."""
        return is_array_like(value, self.dz) and value.any() and not (self.first and same(value, self.first.own_dz))

    def read_off(self):
        """The dz that each step would be taken along."""
        _da_prev, of_weights, of_biases = self.did
        along_inputs = self.numbers.a_prev / (self.numbers.a_prev**2).sum()
        return of_biases, None if of_weights is None else of_weights @ along_inputs

    def shows_dz(self):
        return same(self.own_dz, self.dz)

    def shows_d_weights(self):
        """The step is along it, or it was there, or was what the weights were replaced by or a step that landed elsewhere."""
        _da_prev, want, _d_biases = self.due
        elsewhere = self.numbers.weights - self.rate * want
        shown = along(self.did[1], want) or along(self.weights_after, want)
        return shown or self.seen.holds(want) or self.seen.holds(elsewhere)

    def shows_d_biases(self):
        """As d_weights. But its value is that of dz: it was there if that was there twice, or if only the step is missing."""
        _da_prev, of_weights, of_biases = self.did
        if along(of_biases, self.due[2]) or along(self.biases_after, self.due[2]):
            return True
        if self.own_dz is None:
            return False
        if stands(of_biases) and not stands(of_weights):
            return True
        had = [values for label, values in self.seen.had.items() if label != "return"]
        times = sum(any(same(value, self.own_dz) for value in values) for values in had)
        return times > 1 + same(self.numbers.da, self.own_dz)

    def shows_da_prev(self):
        """It is returned, or was there when an error came after it."""
        return same(self.did[0], self.due[0]) or (self.seen.error is not None and self.seen.holds(self.due[0]))

    @property
    def stopped(self):
        """Whether backward raised before it took a step."""
        return self.seen.error is not None and all(map(stands, self.did[1:]))


def step(before, after, rate):
    return (before - after) / rate if is_array_like(after, before) and rate else None


def stands(taken):
    return taken is not None and not taken.any()


def same(got, want):
    return is_array_like(got, want) and close(got, want)


def along(got, want):
    """Whether it is a number times `want`."""
    return is_array_like(got, want) and ratio(got, want) is not None


class Tried:
    """A layer of the student's, with an activation of which the examiner has its own copy."""

    def __init__(self, student, there, here, n_inputs, n_neurons, activation):
        self.student, self.there, self.activation = student, there, getattr(here, activation)
        self.layer = student.Layer(n_inputs, n_neurons, getattr(there, activation))
        self.new_weights = self.get("weights")

    def get(self, name):
        """An attribute of the layer's, or the NotPassed that came of asking."""
        try:
            return getattr(self.layer, name)
        except (Raised, NotRun) as error:
            return error

    def put(self, numbers):
        self.there.put(self.layer, numbers.weights, numbers.biases)

    def forward(self, numbers, advise):
        self.put(numbers)
        seen = self.student.watch(self.layer.forward, numbers.inputs)
        if seen.args and not same(seen.args[0], numbers.inputs):
            advise(_("`forward` changes the array of inputs that it was given. Whoever else needs it gets a wrong one."))
        return seen

    def stored(self):
        return self.get("inputs"), self.get("outputs")

    def mend(self, numbers, inputs, outputs):
        """Put right what forward stored: it is marked as forward, and backward gets what it builds on."""
        a_prev = numbers.a_prev
        with contextlib.suppress(Raised):  # it may have its own way of keeping things
            if not (type(inputs) is np.ndarray and inputs.size == a_prev.size and close(inputs.reshape(-1, 1), a_prev)):
                self.layer.inputs = a_prev
            if not same(outputs, numbers.z):
                self.layer.outputs = numbers.z

    def backward(self, numbers, rate, advise, first=None):
        seen = self.student.watch(self.layer.backward, numbers.da, rate)
        if seen.args and not same(seen.args[0], numbers.da):
            advise(_("`backward` changes the array `da` that it was given. Whoever else needs it gets a wrong one."))
        slope = self.activation.derivative(numbers.z)
        return Round(numbers, slope, rate, seen, self.get("weights"), self.get("biases"), first)


@pytest.fixture(scope="module")
def layers(student):
    there, here = student.bring(ACTIVATIONS), defined(ACTIVATIONS)
    return [Tried(student, there, here, *size) for size in SIZES]


@pytest.fixture(scope="module")
def forwards(layers, rng, advise):
    """(layer, numbers, what was seen of its forward pass); of the first layer three times, none of them going back: at first
    with the same inputs twice, while the weights have moved."""
    first, *numbers = [drawn(rng, *size) for size in (SIZES[0], *SIZES)]
    numbers = [first, replace(first, weights=2 * first.weights), *numbers]
    return [(layer, n, layer.forward(n, advise)) for layer, n in zip([layers[0], layers[0], *layers], numbers, strict=True)]


@pytest.fixture(scope="module")
def stored(layers, forwards):
    """`inputs` and `outputs` of each layer, once all have gone forward."""
    return [layer.stored() for layer in layers]


class Rounds(NamedTuple):
    every: list
    sound: list  # but for what stopped with an error only because its input lay flat
    single: Round  # of one neuron and an input of 0: its step is along anything
    still: Round  # with a learning rate of 0


@pytest.fixture(scope="module")
def rounds(forwards, stored, rng, advise):
    """Every layer goes back once, the last one first. Then the first one goes back once more, without going forward in between;
    and twice after another forward pass, with a learning rate of 0 and with a large one."""
    every = []
    for (layer, numbers, _seen), kept in zip(forwards[:1:-1], stored[::-1], strict=True):
        layer.mend(numbers, *kept)
        every.insert(0, layer.backward(numbers, 0.37, advise))
    single, (first, *_columns, flat) = every.pop(), every

    def other(numbers):  # not even the signs of dz are those of the first
        return replace(numbers, da=-np.copysign(signed(rng, *numbers.da.shape), first.numbers.da))

    layer, numbers = forwards[2][0], other(first.numbers)
    layer.put(numbers)
    every.append(layer.backward(numbers, 0.57, advise, first))
    numbers = drawn(rng, *SIZES[0])
    layer.forward(numbers, advise)
    layer.mend(numbers, *layer.stored())
    still = layer.backward(numbers, 0.0, advise)
    numbers = other(numbers)
    numbers.da[1] = math.copysign(TINY, numbers.da[1, 0])
    layer.put(numbers)
    every.append(layer.backward(numbers, 2.3, advise, first))
    return Rounds(every, [r for r in every if not (r is flat and r.stopped)], single, still)


@points(2)
def test_forward(forwards, stored):
    """forward stores the inputs and z, and returns f(z)."""
    for layer, numbers, seen in forwards:
        if seen.error:
            raise seen.error
        hint = _("The inputs had shape {shape}. A column is made of either form before the product.")
        want = layer.activation(numbers.z)
        assert_gradient(_("the result of forward"), seen.returned, want, hint.format(shape=numbers.inputs.shape))
    for (_layer, numbers, _seen), (inputs, outputs) in zip(forwards[2:], stored, strict=True):
        for got in (outputs, inputs):
            if isinstance(got, NotPassed):
                raise got
        hint = _("outputs is z, from before the activation, of this layer's last forward.")
        assert_gradient("outputs", outputs, numbers.z, hint)
        assert_kind("inputs", inputs)
        hint = _("backward needs the inputs of this layer's last forward.")
        is_row = np.ndim(inputs) == 2 and len(inputs) < numbers.inputs.size
        assert_gradient("inputs", inputs if is_row else np.reshape(inputs, (-1, 1)), numbers.a_prev, hint)
    for layer, numbers, _seen in forwards:
        if (
            len(numbers.weights) > 1
            and is_array_like(layer.new_weights, numbers.weights)
            and np.ptp(layer.new_weights, axis=0).max() == 0
        ):
            hint = _("Neurons that start alike learn the same, and stay alike.")
            raise Failed(_("All neurons of a new layer have the same weights."), hint)


@points(2)
def test_dz(rounds):
    """dz is da ⊙ f'(z)."""

    def tell(r):
        hint = _("Which derivative, taken where, times what?")
        if r.own_dz is not None:
            assert_gradient("dz", r.own_dz, r.dz, hint)
        fail(r, "dz", r.did[2], r.dz, hint)

    check(rounds.sound, Round.shows_dz, tell)


@points(2)
def test_d_weights(rounds):
    """d_weights is dz · a_prevᵀ."""

    def tell(r):
        fail(r, "d_weights", r.did[1], r.due[1], _("Which number did this weight multiply on the way forward?"))

    check(rounds.every, Round.shows_d_weights, tell)


@points(1)
def test_d_biases(rounds):
    """d_biases is dz."""

    def tell(r):
        fail(r, "d_biases", r.did[2], r.due[2], _("How far does z move when its bias does?"))

    check(rounds.sound, Round.shows_d_biases, tell)
    moved = lambda r: r.did[2] is not None and r.did[2].any()
    if not rounds.single.seen.error and not moved(rounds.single) and all(map(moved, rounds.sound)):
        hint = _("A bias has its effect whatever comes in.")
        raise Failed(_("With an input of 0 the biases did not move as they should."), hint)


@points(2)
def test_da_prev(rounds):
    """da_prev is Wᵀ · dz, with the weights from before the update."""

    def tell(r):
        if r.seen.error:
            raise r.seen.error
        hint = _("Each input fed every neuron, through which weights?")
        if r.seen.holds(r.due[0]):
            hint = _("The right one was there. What is handed back?")
        assert_gradient("da_prev", r.did[0], r.due[0], hint, known(r))

    check(rounds.sound, Round.shows_da_prev, tell)
    if all(map(Round.shows_dz, rounds.sound)):
        check([rounds.single], Round.shows_da_prev, tell)
        check([rounds.still], Round.shows_da_prev, tell)  # after a step: with the weights that stand there now


def check(rounds, shows, tell):
    """Every round shows it, else `tell` what is wrong. Those that stopped with an error leave it to the others, unless one
    alone did."""
    stopped = [r for r in rounds if r.stopped]
    for r in rounds:
        if not shows(r) and not (r.stopped and len(stopped) > 1 and any(map(shows, rounds))):
            tell(r)


def fail(r, name, got, want, hint):
    """Say what is wrong with a gradient: with what the step shows of it, or else with what has its name. Always raises."""
    what = _("{name}, read off the step,").format(name=name)
    if got is None or not got.any():
        what, got = name, r.seen.had.get(name, (None,))[-1]
    if got is None:
        raise r.seen.error or NotRun(_("not run: {name} is still to be written, or nothing is made of it.").format(name=name))
    assert_gradient(what, got, want, hint, known(r))
    raise Failed(_("Nothing that `backward` does is made of {name}.").format(name=name))


def known(r):
    """What a wrong value may be off by."""
    return {_("the learning rate"): r.rate}


@points(1)
def test_update(rounds):
    """weights and biases move by −learning_rate times their gradients."""
    blamed = set()  # a step along a wrong gradient is not wrong once more
    for r in rounds.sound:
        shows = r.shows_d_weights, r.shows_d_biases
        for name, taken, gradient, shown in zip(("weights", "biases"), r.did[1:], r.due[1:], shows, strict=True):
            if not same(taken, gradient):
                if taken is None or not taken.any() or shown():
                    fail_step(r, name, gradient)
                blamed.add(name)
    if len(blamed) == 2 and not all(r.shows_da_prev() for r in rounds.sound):
        raise Failed(_("Neither step is along its gradient."))
    for name in ("weights", "biases"):
        if name not in blamed and not same(getattr(rounds.still, name + "_after"), getattr(rounds.still.numbers, name)):
            hint = _("0 is a number like any other, though `or` takes it for nothing.")
            raise Failed(_("With a learning rate of 0, {name} must stay as it is.").format(name=name), hint)


def fail_step(r, name, gradient):
    """Say what is wrong with a step. Always raises."""
    before, after = getattr(r.numbers, name), getattr(r, name + "_after")
    for wrong in (r.seen.error, after):
        if isinstance(wrong, NotPassed):
            raise wrong
    if after is ... or after is None:
        sentence = _("not run: after `backward`, {name} is {got}: the update is still to be written.")
        raise NotRun(sentence.format(name=name, got=after))
    assert_kind(_("{name} after backward").format(name=name), after)
    if np.shape(after) != before.shape:
        sentence = _("After `backward`, {name} has shape {got}; it must keep its shape, {want}.")
        raise Failed(sentence.format(name=name, got=np.shape(after), want=before.shape))
    if not (before - after).any():
        if r.did[0] is ...:
            raise NotRun(_("not run: {name} did not change: the update is still to be written.").format(name=name))
        raise Failed(_("{name} did not change.").format(name=name), _("A step must end up in the layer's own attribute."))
    hint = _("The step is downhill: the learning rate times the gradient, subtracted once.")
    assert_gradient(_("the step of {name}").format(name=name), before - after, r.rate * gradient, hint, known(r))
    raise Failed(_("{name} moves by a wrong step.").format(name=name), hint)
