"""`Model`: a chain of neurons, tried with the submission's own Neuron and loss, or with the reference's in their place.

A part is judged on what the earlier ones left: where forward leaves the neurons with wrong inputs, backward starts from
made-up ones, and train_step may go by a made-up forward and backward.
"""

from dataclasses import dataclass, replace

import numpy as np
import pytest
from scalars import LOSS, NEURON, TOOLS, EitherWay, are_numbers, assert_number, assert_numbers, difference, is_number, values

from grader.testing import Failed, NotPassed, NotRun, Proxy, Seen, Stopped, _, points, signed

SIZES = (7, 1)  # two models, alive at once
LEARNING_RATES = (0.37, 0.21)  # of two rounds
TOO_LONG = 40.0  # a learning rate
TINY = 1e-5  # times as large: a gradient that is small, and counts
FAR_OFF = 60.0  # ŷ − y
SEEDS = ((0,), (0,), (5,), (), (12,))  # what Models are made with after the number of neurons
NAMES = ("Neuron", "squared_loss", "squared_loss_derivative")

# Neither a chain nor a gradient: forward multiplies by a number, and by another one after backward.
MADE_UP = """
def with_made_up_passes(cls):
    class MadeUp(cls):
        factor, calls, given = 0.0, (), None

        def forward(self, x):
            self.given = x
            return (self.factor + len(self.calls)) * x

        def backward(self, gradient, learning_rate):
            self.calls = [*self.calls, [gradient, learning_rate, self.given]]
            return 0.0

    return MadeUp
"""


@dataclass(frozen=True)
class Case:
    """What a model is tried with in one round. made_up: inputs of its neurons that no forward gives."""

    weights: list
    x: float
    y: float
    gradient: float
    learning_rate: float
    made_up: list

    @property
    def inputs(self):
        """What each neuron should receive; the last number is ŷ."""
        return self.x * np.cumprod([1.0, *self.weights])

    @property
    def handed_back(self):
        """What each neuron should hand back; the last number is the gradient that came in."""
        return self.gradient * np.cumprod([1.0, *self.weights[::-1]])[::-1]


@dataclass(frozen=True)
class Round:
    case: Case
    fault: Failed | None  # what is wrong with the neurons themselves
    forward: Seen
    inputs: list  # what the neurons kept
    backward: Seen
    delta_weights: list
    weights_after: list
    helped: bool = False  # backward started from made-up inputs

    @property
    def wanted(self):
        """The right delta_weight of each neuron."""
        return np.array(self.case.made_up if self.helped else self.case.inputs[:-1]) * self.case.handed_back[1:]

    @property
    def steps(self):
        """The gradients that the weights were moved along, where they are numbers."""
        if not all(map(is_number, self.weights_after)):
            return self.weights_after
        return ((np.array(self.case.weights) - np.array(self.weights_after, float)) / self.case.learning_rate).tolist()

    @property
    def gradients_right(self):
        """Whether every delta_weight is right; where none is kept, or all are forgotten after the step, the step shows it."""
        none_kept = not any(is_number(delta) and delta for delta in self.delta_weights)
        return are_numbers(self.delta_weights, self.wanted) or (none_kept and are_numbers(self.steps, self.wanted))


def drawn_case(rng, n, learning_rate, signs):
    """ŷ is neither near 0 nor near y."""
    weights, (x, error, gradient) = signed(rng, n), signs * rng.uniform(0.3, 1.4, 3)
    y = x * weights.prod() - error
    return Case(weights.tolist(), float(x), float(y), float(gradient), learning_rate, signed(rng, n).tolist())


@pytest.fixture(scope="module")
def cases(rng):
    """The Cases of each round, one a model."""
    signs = [np.sign(signed(rng, 3)) for _n in SIZES]  # turned in the second round: no lost sign goes unseen
    found = [
        [drawn_case(rng, n, rate, turn * each) for n, each in zip(SIZES, signs, strict=True)]
        for rate, turn in zip(LEARNING_RATES, (1, -1), strict=True)
    ]
    found[0][1] = replace(found[0][1], learning_rate=TOO_LONG, gradient=TINY * found[0][1].gradient)
    found[1] = [
        replace(found[1][0], gradient=1e3 * found[1][0].gradient),  # nothing is cut off
        replace(found[1][1], gradient=0.0),  # what was there before must not stay
    ]
    return found


def attempt(student, thing, method, *args):
    """What was Seen of a call; whatever stops it is an error of this call alone."""
    try:
        return student.watch(getattr(thing, method), *args)
    except NotPassed as error:
        return Seen(None, error, (), {}, ())


def checked(there, model, n):
    """A Model, its n neurons, and what is wrong with these: others are in their place then."""
    fault, neurons = None, neurons_of(there, model)
    if neurons is None:
        fault = Failed(_("Model.neurons is not a list of neurons."))
    elif len(neurons) != n:
        sentence = _("Model({n}) has {got} neurons.").format(n=n, got=len(neurons))
        fault = Failed(sentence, _("num_neurons says how many there are to be."))
    else:
        there.put(neurons, "weight", list(range(n)))
        if not are_numbers(values(there, neurons, "weight"), range(n)):
            sentence = _("The neurons of a Model are one and the same object several times over.")
            fault = Failed(sentence, _("Make a new Neuron for each place."))
    if fault:
        neurons = [there.Neuron(0.0) for _n in range(n)]
        model.neurons = neurons
    return model, neurons, fault


def two_models(student, there):
    """Both are there before either is looked at."""
    return [checked(there, model, n) for model, n in [(student.Model(n), n) for n in SIZES]]


def neurons_of(there, model):
    """The neurons of a Model, a list; None where it has no such thing."""
    try:
        neurons = there.neurons(model)
    except NotPassed:
        return None
    if neurons is None:
        neurons = model.neurons  # says what is missing
    if not isinstance(neurons, (list, tuple)) or not all(isinstance(neuron, Proxy) for neuron in neurons):
        return None
    return list(neurons)


def played_rounds(student, cases):
    """The Rounds of two models, in turns; those before the process ended, if it did."""
    there, done = student.bring(TOOLS + NEURON), []
    models = two_models(student, there)
    for cases_of_round in cases:
        try:
            for found in played_round(student, there, models, cases_of_round):
                done.append(found)
        except Stopped:
            if not done:
                raise
            break
    return done


def played_round(student, there, models, cases):
    """Both go forward before either goes back."""
    forwards = []
    for (model, neurons, _fault), case in zip(models, cases, strict=True):
        there.put(neurons, "weight", case.weights)
        forwards.append((attempt(student, model, "forward", case.x), values(there, neurons, "input")))
    for (model, neurons, fault), case, (forward, inputs) in zip(models, cases, forwards, strict=True):
        found = Round(case, fault, forward, inputs, *went_back(student, there, model, neurons, case))
        if not (found.gradients_right or are_numbers(inputs, case.inputs[:-1])):
            there.put(neurons, "input", case.made_up)
            found = Round(case, fault, forward, inputs, *went_back(student, there, model, neurons, case), helped=True)
            there.put(neurons, "input", inputs)
        yield found


def went_back(student, there, model, neurons, case):
    """What was Seen of backward, and the neurons' delta_weight and weight after it."""
    there.put(neurons, "weight", case.weights)
    seen = attempt(student, model, "backward", case.gradient, case.learning_rate)
    try:
        return seen, values(there, neurons, "delta_weight"), values(there, neurons, "weight")
    except Stopped:
        return seen, [None] * len(neurons), [None] * len(neurons)


@pytest.fixture(scope="module")
def rounds(student, cases):
    return EitherWay(student, NEURON + LOSS, NAMES, lambda: played_rounds(student, cases))


@pytest.fixture(scope="module")
def seeds(student):
    """The weights that new Models start with."""

    def ask():
        there = student.bring(TOOLS)
        return [values(there, neurons_of(there, student.Model(3, *seed)) or [], "weight") for seed in SEEDS]

    return EitherWay(student, NEURON + LOSS, NAMES, ask)


@points(1)
def test_forward(rounds, seeds):
    """forward feeds each neuron's result to the next."""
    rounds.judge(check_forward)
    seeds.judge(check_seeds)


def check_forward(rounds):
    for r in rounds:
        if r.fault:
            raise r.fault
        if r.forward.error:
            raise r.forward.error
    hint = _("What goes into the second neuron is what came out of the first.")
    got, want = [r.forward.returned for r in rounds], [r.case.inputs[-1] for r in rounds]
    assert_numbers(_("The result of forward"), got, want, hint)
    for r in rounds:
        if all(map(is_number, r.inputs)):
            hint = _("The first neuron comes first.")
            assert_numbers(_("The input that a neuron stored"), r.inputs, r.case.inputs[:-1], hint)
        elif r.helped and r.gradients_right:  # else the Model does without the neurons' own forward and back
            raise Failed(_("forward leaves the neurons without their input."), _("Their back needs it."))


def check_seeds(weights):
    first, again, five, default, other = weights
    if not agree(first, again):
        sentence = _("Two Models made with the same seed start with different weights.")
        raise Failed(sentence, _("No run can be repeated like this."))
    if agree(first, five) or agree(first, other) or agree(five, other):
        sentence = _("Models made with different seeds start with the same weights.")
        raise Failed(sentence, _("The seed that is handed in must be used, 0 included."))
    if not agree(default, five):
        raise Failed(_("A Model made without a seed doesn't start as one made with seed 5."), _("What is given stays: seed=5."))
    if len(set(np.round(np.array(first, float), 9))) < len(first):
        raise Failed(_("The neurons of a Model start with equal weights."), _("Is the seed set again for each of them?"))


def agree(got, want):
    """True where both hold the same numbers, and nothing else."""
    return all(map(is_number, want)) and are_numbers(got, want)


@points(1)
def test_gradients(rounds):
    """backward gives every neuron its delta_weight: each passes its gradient on to the one before."""
    rounds.judge(check_gradients)


def check_gradients(rounds):
    for r in rounds:
        if r.gradients_right:
            continue
        if r.backward.error:
            raise r.backward.error
        hint = _("From the last neuron to the first; what one hands back is the grad of the one before it.")
        left_out = sum(delta is None for delta in r.delta_weights)
        if left_out and r.backward.returned is ...:
            raise NotRun(_("not run: backward is still to be written (`...`)."))
        if left_out:
            sentence = _("{left_out} of {n} neurons got no delta_weight.").format(left_out=left_out, n=len(r.delta_weights))
            raise Failed(sentence, hint)
        assert_numbers(_("The neurons' delta_weight"), r.delta_weights, r.wanted, hint)


@points(1)
def test_returned(rounds):
    """backward returns ∂loss/∂x, made with the weights from before the step."""
    rounds.judge(check_returned)


def check_returned(rounds):
    for r in rounds:
        if r.backward.error:
            raise r.backward.error
    hint = _("It is what the first neuron hands back, with the weight that it had on the way forward.")
    got, want = [r.backward.returned for r in rounds], [r.case.handed_back[0] for r in rounds]
    assert_numbers(_("The result of backward"), got, want, hint)


@points(1)
def test_update(rounds, still):
    """backward lets every weight take its step of −learning_rate · delta_weight."""
    rounds.judge(check_update)
    still.judge(check_still)


def check_update(rounds):
    if all(are_numbers(r.weights_after, r.case.weights) for r in rounds) and not any(r.backward.error for r in rounds):
        raise Failed(_("backward does not change any weight: is it still to be written?"), _("Every neuron has to fit."))
    may_follow_own = own_gradients_count(rounds)
    for r in rounds:
        if are_numbers(r.steps, r.wanted):
            continue
        if r.backward.error:
            raise r.backward.error
        for weight in r.weights_after:
            assert_number(_("A weight after backward"), weight)
        want = np.array(r.delta_weights, float) if may_follow_own else r.wanted
        if not are_numbers(r.steps, want):
            sentence = _("The step of the weights {difference}.").format(difference=difference(np.array(r.steps), want))
            raise Failed(sentence, _("Each neuron fits once, after it has handed its gradient on."))


def check_still(played):
    before, seen, _delta_weights, after = played
    if seen.error:
        raise seen.error
    if not are_numbers(after, before):
        raise Failed(_("With a learning rate of 0 the weights move."), _("The rate that is handed in must be used, 0 included."))


def own_gradients_count(rounds):
    """Whether a step along the neurons' own delta_weight is a right one, though these are wrong: a neuron that no other
    hands a gradient to takes the right step, and no delta_weight stays the same from round to round."""
    if len(rounds) < 2 * len(SIZES) or not all(is_number(delta) for r in rounds for delta in r.delta_weights):
        return False
    first, second = rounds[: len(SIZES)], rounds[len(SIZES) :]
    alone = any(len(r.wanted) == 1 and are_numbers(r.steps, r.wanted) for r in rounds)
    return alone and not any(
        a == b for r, s in zip(first, second, strict=True) for a, b in zip(r.delta_weights, s.delta_weights, strict=True)
    )


@pytest.fixture(scope="module")
def still(student, cases):
    """The weights of a model before and after a backward whose learning rate is 0."""
    case = cases[0][0]

    def ask():
        there = student.bring(TOOLS + NEURON)
        model, neurons, _fault = checked(there, student.Model(len(case.weights)), len(case.weights))
        there.put(neurons, "weight", case.weights)
        attempt(student, model, "forward", case.x)
        there.put(neurons, "input", case.inputs[:-1].tolist())
        return case.weights, *went_back(student, there, model, neurons, replace(case, learning_rate=0.0))

    return EitherWay(student, NEURON + LOSS, NAMES, ask)


@dataclass(frozen=True)
class Step:
    case: Case
    seen: Seen  # of train_step
    weights_after: list


def extreme(first, second):
    """One Case whose loss is small already, and one with a large loss, whose step is so long that it grows."""
    return replace(first, y=float(first.inputs[-1]) - 0.03), replace(
        second, y=float(second.inputs[-1]) - FAR_OFF, learning_rate=TOO_LONG
    )


def unmoved(first, second):
    """Two Cases, one with a learning rate of 0."""
    return first, replace(second, learning_rate=0.0)


def tried(cases):
    """The Cases that train_step is tried with, of the two models in turns."""
    return [*cases[0], *unmoved(*cases[1]), *extreme(*cases[0])]


@pytest.fixture(scope="module")
def steps(student, cases):
    """The Steps of two models, in turns."""

    def ask():
        there = student.bring(TOOLS + NEURON)
        models = two_models(student, there)
        done = []
        for (model, neurons, _fault), case in zip(3 * models, tried(cases), strict=True):
            there.put(neurons, "weight", case.weights)
            seen = attempt(student, model, "train_step", case.x, case.y, case.learning_rate)
            if seen.error and seen.error.stopped:
                raise seen.error
            done.append(Step(case, seen, values(there, neurons, "weight")))
        return done

    return EitherWay(student, NEURON + LOSS, NAMES, ask)


@points(1)
def test_train_step(student, cases, steps):
    """train_step goes forward, back, and returns the loss from before the step."""

    try:
        steps.judge(check_steps)
    except NotPassed as error:
        first = error
        made_up = EitherWay(student, NEURON + LOSS, NAMES, lambda: with_made_up_passes(student, tried(cases)), besides=True)
        made_up.judge(lambda found: check_made_up(found, first))


HINT = _("The loss of this forward pass, as it was before the weights moved.")
STARTS = _("backward starts with the derivative of the loss with respect to ŷ, and takes the learning rate.")


def check_steps(steps):
    for s in steps:
        if s.seen.error:
            raise s.seen.error
    got, want = [s.seen.returned for s in steps], [(s.case.inputs[-1] - s.case.y) ** 2 for s in steps]
    assert_numbers(_("The result of train_step"), got, want, HINT)
    if all(are_numbers(s.weights_after, s.case.weights) for s in steps):
        raise Failed(_("train_step does not change any weight."), _("Is backward called, and does it work?"))
    for s in steps:
        case = replace(s.case, gradient=2 * (s.case.inputs[-1] - s.case.y))
        want = -case.learning_rate * case.inputs[:-1] * case.handed_back[1:]
        for weight in s.weights_after:
            assert_number(_("A weight after train_step"), weight)
        step = np.array(s.weights_after, float) - case.weights
        if not are_numbers(step.tolist(), want):
            raise Failed(_("The step that train_step takes {difference}.").format(difference=difference(step, want)), STARTS)


@dataclass(frozen=True)
class MadeUp:
    """What came of train_step where forward gives made-up results. calls: what backward was called with, each time."""

    cases: list
    y_hats: list
    seen: list
    calls: object
    moved: bool  # whether weights changed, though backward changes none


def with_made_up_passes(student, cases):
    """The MadeUp of one model that is tried with some Cases."""
    there = student.bring(TOOLS + NEURON + MADE_UP)
    model, neurons, _fault = checked(there, there.with_made_up_passes(student.Model)(2), 2)
    model.factor = factor = 0.7
    y_hats = [(factor + n) * case.x for n, case in enumerate(cases)]
    cases = [replace(cases[0], y=y_hats[0] - 0.03), *cases[1:]]  # one whose loss is small already
    there.put(neurons, "delta_weight", [1.0, -1.0])
    before = values(there, neurons, "weight")
    seen = [attempt(student, model, "train_step", case.x, case.y, case.learning_rate) for case in cases]
    return MadeUp(cases, y_hats, seen, model.calls, not are_numbers(values(there, neurons, "weight"), before))


def check_made_up(found, error):
    """train_step is right where it goes by whatever forward gives, and calls backward with what belongs to that.

    error: what is wrong where it doesn't call backward at all."""
    cases, y_hats, seen, calls = found.cases, found.y_hats, found.seen, found.calls
    if not isinstance(calls, list):
        raise error
    if len(calls) != len(cases) or any(not isinstance(call, list) or len(call) != 3 for call in calls):
        raise Failed(_("train_step calls backward more than once, or not every time."), STARTS)
    for s in seen:
        if s.error:
            raise s.error
    losses = [(y_hat - case.y) ** 2 for y_hat, case in zip(y_hats, cases, strict=True)]
    assert_numbers(_("The result of train_step"), [s.returned for s in seen], losses, HINT)
    gradients, rates, given = zip(*calls, strict=True)
    wanted = [2 * (y_hat - case.y) for y_hat, case in zip(y_hats, cases, strict=True)]
    assert_numbers(_("The gradient that train_step hands to backward"), gradients, wanted, STARTS)
    assert_numbers(_("The learning rate of backward"), rates, [case.learning_rate for case in cases], STARTS)
    if not are_numbers(list(given), [case.x for case in cases]):
        raise Failed(_("The last forward before backward is not that of train_step's x."), STARTS)
    if found.moved:
        raise Failed(_("train_step changes the weights once more than backward does."), STARTS)
