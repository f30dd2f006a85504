"""`Model`: a chain of neurons, tried with right pieces (Neuron, squared_loss, ...) in place of the submission's own, and if
that fails with its own: one right proof is enough.

A part is judged on what the earlier ones left: backward starts from right inputs, whatever forward did, a step may be that
along the neurons' own delta_weight, and train_step may do what the submission's own forward and backward do.
"""

import contextlib
from dataclasses import dataclass, replace

import numpy as np
import pytest
from scalars import (
    PIECES,
    TOOLS,
    Tools,
    are_numbers,
    assert_all_numbers,
    assert_numbers,
    difference,
    in_place,
    is_number,
)

from grader.testing import Failed, NotPassed, NotRun, Proxy, Raised, Seen, _, points, signed

SIZES = (3, 4, 1)
LEARNING_RATES = (0.37, 0.21)  # of two rounds
SEEDS = (11, 11, 12)
REPLACED = ("Neuron", "squared_loss", "squared_loss_derivative")


@dataclass(frozen=True)
class Case:
    """What a model is tried with in one round."""

    weights: list
    x: float
    y: float
    gradient: float
    learning_rate: float

    @property
    def inputs(self):
        """What each neuron should receive; the last number is ŷ."""
        return self.x * np.cumprod([1.0, *self.weights])

    @property
    def handed_back(self):
        """What each neuron should hand back; the last number is the gradient that came in."""
        return self.gradient * np.cumprod([1.0, *self.weights[::-1]])[::-1]

    @property
    def delta_weights(self):
        return self.inputs[:-1] * self.handed_back[1:]

    @property
    def moves(self):
        return -self.learning_rate * self.delta_weights

    @property
    def of_train_step(self):
        """The same round, with the gradient that train_step begins with."""
        return replace(self, gradient=2 * (self.inputs[-1] - self.y))


@dataclass(frozen=True)
class Round:
    case: Case
    fault: Failed | None  # what is wrong with the neurons themselves
    forward: Seen
    inputs: list
    backward: Seen
    delta_weights: list
    weights_after: list

    @property
    def steps(self):
        """The gradients that the weights were moved along, where they are numbers."""
        if not all(map(is_number, self.weights_after)):
            return self.weights_after
        return ((np.array(self.case.weights) - self.weights_after) / self.case.learning_rate).tolist()


@dataclass(frozen=True)
class Step:
    case: Case
    seen: Seen  # of train_step
    weights_after: list
    own_y_hat: object = None  # what the submission's own forward gives for an equal model, where that was tried
    own_after: tuple = ()  # the weights after its own forward and backward


def drawn(rng, n, learning_rate, signs):
    """A Case for n neurons; ŷ is neither near 0 nor near y."""
    weights, (x, error, gradient) = signed(rng, n), signs * rng.uniform(0.3, 1.4, 3)
    return Case(weights.tolist(), float(x), float(x * weights.prod() - error), float(gradient), learning_rate)


def drawn_rounds(rng, n):
    """The Cases of a model of n neurons, one a round."""
    signs = np.sign(signed(rng, 3))  # turned in the second round: no lost sign goes unseen
    return [drawn(rng, n, rate, turn * signs) for rate, turn in zip(LEARNING_RATES, (1, -1), strict=True)]


PASSES = """
def forward(model, neurons, weights, x):
    put(neurons, "weight", weights)
    return model.forward(x)


def backward(model, neurons, weights, inputs, gradient, learning_rate):
    if inputs is not None:
        put(neurons, "input", inputs)
    put(neurons, "weight", weights)
    return model.backward(gradient, learning_rate)


def train_step(model, neurons, weights, x, y, learning_rate):
    put(neurons, "weight", weights)
    return model.train_step(x, y, learning_rate)


def neurons(n):
    return [Neuron(0.0) for _ in range(n)]


def put_passes_right(model):
    # One Model gets the forward and backward that its train_step builds on.
    def forward(x):
        for neuron in model.neurons:
            x = neuron.forward(x)
        return x

    def backward(gradient, learning_rate):
        for neuron in reversed(model.neurons):
            gradient = neuron.back(gradient)
            neuron.fit(learning_rate)
        return gradient

    model.forward, model.backward = forward, backward
"""


# What each model gave, and what its neurons held then.
class Tries:
    """What the submission's Model did, with the pieces brought along (own=False) or with its own (own=True)."""

    def __init__(self, student, rng):
        self.student, self.done = student, {}
        self.models = [drawn_rounds(rng, n) for n in SIZES]

    def judge(self, what, check):
        """Pass where check(the rounds or the steps) passes with the pieces brought along, or with the submission's own."""
        errors = []
        for own in (False, True):
            try:
                return check(self._once(what, own))
            except NotPassed as error:
                errors.append(error)
        raise errors[0]

    def _once(self, what, own):
        if (what, own) not in self.done:
            self.done[what, own] = self._experiment(what, own)
        if isinstance(self.done[what, own], NotPassed):
            raise self.done[what, own]
        return self.done[what, own]

    def _experiment(self, what, own):
        """What came of the "rounds", the "seeds" or the "steps", or the outcome in its place."""
        tools = Tools(self.student, PIECES + TOOLS + PASSES)
        play = {"rounds": self._rounds, "seeds": self._seeds, "steps": self._steps}[what]
        with contextlib.nullcontext() if own else in_place(self.student, tools, REPLACED):
            try:
                return play(tools, own)
            except NotPassed as error:
                return error

    def _rounds(self, tools, own):
        done = []
        for cases in self.models:
            model, neurons, fault = self._model(tools, len(cases[0].weights))
            for case in cases:
                forward = attempt(self.student, tools.forward, model, neurons, case.weights, case.x)
                (inputs,) = tools.values(neurons, "input")
                right = case.inputs[:-1].tolist()
                put = None if are_numbers(inputs, right) else right  # what forward leaves wrong is marked by itself
                backward = attempt(
                    self.student, tools.backward, model, neurons, case.weights, put, case.gradient, case.learning_rate
                )
                after = tools.values(neurons, "delta_weight", "weight")
                done.append(Round(case, fault, forward, inputs, backward, *after))
        return done

    def _seeds(self, tools, own):
        """The weights that three new Models start with, the first two of the same seed."""
        return [tools.values(self.student.Model(3, seed).neurons, "weight")[0] for seed in SEEDS]

    def _steps(self, tools, own):
        done = []
        for cases in self.models:
            n = len(cases[0].weights)
            model, neurons, _fault = self._model(tools, n)
            if not own:
                tools.put_passes_right(model)
            for case in cases:
                args = case.weights, case.x, case.y, case.learning_rate
                seen = attempt(self.student, tools.train_step, model, neurons, *args)
                (after,) = tools.values(neurons, "weight")
                done.append(Step(case, seen, after, *(self._by_hand(tools, case) if own else ())))
        return done

    def _by_hand(self, tools, case):
        """What train_step should come to with the submission's own forward and backward: ŷ, and the weights afterwards."""
        model, neurons, _fault = self._model(tools, len(case.weights))
        y_hat = attempt(self.student, tools.forward, model, neurons, case.weights, case.x).returned
        if is_number(y_hat):
            gradient = 2 * (y_hat - case.y)
            attempt(self.student, tools.backward, model, neurons, case.weights, None, gradient, case.learning_rate)
        return y_hat, tools.values(neurons, "weight")[0]

    def _model(self, tools, n):
        """A Model, its n neurons, and what is wrong with them if they had to be replaced."""
        model = self.student.Model(n)
        neurons = model.neurons
        if isinstance(neurons, Proxy):
            with contextlib.suppress(Raised):
                neurons = tools.listed(neurons)
        fault = None
        if not isinstance(neurons, (list, tuple)) or not all(isinstance(neuron, Proxy) for neuron in neurons):
            fault = Failed(_("Model.neurons is not a list of neurons."))
        elif len(neurons) != n:
            fault = Failed(
                _("Model({n}) has {got} neurons.").format(n=n, got=len(neurons)), _("num_neurons says how many there are to be.")
            )
        else:
            tools.put(neurons, "weight", list(range(n)))
            if not are_numbers(tools.values(neurons, "weight")[0], range(n)):
                told = _("The neurons of a Model are one and the same object several times over.")
                fault = Failed(told, _("Make a new Neuron for each place."))
        if fault:
            neurons = tools.neurons(n)
            model.neurons = neurons
        return model, neurons, fault


def attempt(student, function, *args):
    """What was Seen of a call; a process that ends is an error of this call alone."""
    try:
        return student.watch(function, *args)
    except NotPassed as error:
        return Seen(None, error, (), {}, ())


def agree(got, want):
    """True where both hold the same numbers, and nothing else."""
    return all(map(is_number, want)) and are_numbers(got, want)


def unchanged(after, before):
    return all(map(is_number, after)) and list(after) == list(before)


@pytest.fixture(scope="module")
def tries(student, rng):
    return Tries(student, rng)


@points(1)
def test_forward(tries):
    """forward feeds each neuron's result to the next."""

    def check(rounds):
        for r in rounds:
            if r.fault:
                raise r.fault
            if r.forward.error:
                raise r.forward.error
        hint = _("What goes into the second neuron is what came out of the first.")
        assert_numbers(
            _("The result of forward"), [r.forward.returned for r in rounds], [r.case.inputs[-1] for r in rounds], hint
        )
        for r in rounds:
            if all(map(is_number, r.inputs)):  # a Model may do without the neurons' own forward
                assert_numbers(
                    _("The input that a neuron stored"), r.inputs, r.case.inputs[:-1], _("The first neuron comes first.")
                )

    def check_seeds(weights):
        first, again, other = weights
        if not agree(first, again):
            raise Failed(
                _("Two Models made with the same seed start with different weights."), _("No run can be repeated like this.")
            )
        if agree(first, other):
            raise Failed(
                _("Models made with different seeds start with the same weights."), _("The seed that is handed in must be used.")
            )

    tries.judge("rounds", check)
    tries.judge("seeds", check_seeds)


@points(1)
def test_gradients(tries):
    """backward gives every neuron its delta_weight: each passes its gradient on to the one before."""

    def check(rounds):
        for r in rounds:
            none_kept = not any(is_number(delta) and delta for delta in r.delta_weights)  # or forgotten after the step
            if are_numbers(r.delta_weights, r.case.delta_weights) or (none_kept and are_numbers(r.steps, r.case.delta_weights)):
                continue
            if r.backward.error:
                raise r.backward.error
            hint = _("From the last neuron to the first; what one hands back is the grad of the one before it.")
            left_out = sum(delta is None for delta in r.delta_weights)
            if left_out and r.backward.returned is ...:
                raise NotRun(_("not run: backward is still to be written (`...`)."))
            if left_out:
                raise Failed(
                    _("{left_out} of {n} neurons got no delta_weight.").format(left_out=left_out, n=len(r.delta_weights)), hint
                )
            assert_numbers(_("The neurons' delta_weight"), r.delta_weights, r.case.delta_weights, hint)

    tries.judge("rounds", check)


@points(1)
def test_returned(tries):
    """backward returns ∂loss/∂x, made with the weights from before the step."""

    def check(rounds):
        for r in rounds:
            if r.backward.error:
                raise r.backward.error
        hint = _("It is what the first neuron hands back, with the weight that it had on the way forward.")
        got, want = [r.backward.returned for r in rounds], [r.case.handed_back[0] for r in rounds]
        assert_numbers(_("The result of backward"), got, want, hint)

    tries.judge("rounds", check)


@points(1)
def test_update(tries):
    """backward lets every weight take its step of −learning_rate · delta_weight."""

    def check(rounds):
        if all(unchanged(r.weights_after, r.case.weights) for r in rounds) and not any(r.backward.error for r in rounds):
            raise Failed(_("backward does not change any weight: is it still to be written?"), _("Every neuron has to fit."))
        for r in rounds:
            steps = r.steps
            if are_numbers(steps, r.case.delta_weights):
                continue
            if r.backward.error:
                raise r.backward.error
            own = r.delta_weights if all(map(is_number, r.delta_weights)) else r.case.delta_weights
            hint = _("Each neuron fits once, after it has handed its gradient on.")
            assert_all_numbers(_("A weight after backward"), r.weights_after)
            if not are_numbers(steps, own):
                raise Failed(
                    _("The step of the weights {difference}.").format(
                        difference=difference(np.array(steps, float), np.array(own, float))
                    ),
                    hint,
                )

    tries.judge("rounds", check)


@points(1)
def test_train_step(tries):
    """train_step goes forward, back, and returns the loss from before the step."""

    def check(steps):
        for s in steps:
            if s.seen.error:
                raise s.seen.error
        hint = _("The loss of this forward pass, as it was before the weights moved.")
        got = [s.seen.returned for s in steps]
        own = [(s.own_y_hat - s.case.y) ** 2 for s in steps if is_number(s.own_y_hat)]
        if not are_numbers(got, own):
            assert_numbers(_("The result of train_step"), got, [(s.case.inputs[-1] - s.case.y) ** 2 for s in steps], hint)
        if all(unchanged(s.weights_after, s.case.weights) for s in steps):
            raise Failed(_("train_step does not change any weight."), _("Is backward called, and does it work?"))
        for s in steps:
            want = s.case.weights + s.case.of_train_step.moves
            as_own = not unchanged(s.own_after, s.case.weights) and agree(s.weights_after, s.own_after)
            if not (are_numbers(s.weights_after, want) or as_own):
                assert_all_numbers(_("A weight after train_step"), s.weights_after)
                step, right = (np.array(after, float) - s.case.weights for after in (s.weights_after, want))
                hint = _("backward starts with the derivative of the loss with respect to ŷ, and takes the learning rate.")
                raise Failed(_("The step that train_step takes {difference}.").format(difference=difference(step, right)), hint)

    tries.judge("steps", check)
