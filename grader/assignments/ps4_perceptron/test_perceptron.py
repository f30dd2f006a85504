"""`Perceptron`: forward and backward through layers that write down what they are asked, and `fit`.

The layers are the tests' own, so a wrong `Layer` costs nothing here. What they write down stands in the student's process and
is a claim: it is believed where the tests' own layers, asked the same, end with the weights that the student's ended with.
`fit` is tried as it is; where it fails it is tried again with the right cross-entropy, and then with a forward and a backward
in place that know one layer only: whatever part it gets right in one of them is its own.
"""

import functools
from contextlib import nullcontext
from dataclasses import dataclass

import numpy as np
import pytest

from grader.testing import (
    Failed,
    NotPassed,
    NotRun,
    Proxy,
    Raised,
    Seen,
    _,
    assert_gradient,
    assert_kind,
    close,
    defined,
    is_array_like,
    points,
    signed,
    tells,
)

# Dense layers that keep a diary: (number of the layer, "forward", inputs, result) and
# (number of the layer, "backward", da, learning_rate, da_prev).
LAYERS = """
import numpy as np

DIARY = []


class Sine:
    # a wave so wide that its results are of the size of `high`
    def __init__(self, high=1.0):
        self.high = high

    def __call__(self, z):
        return self.high * np.sin(z / self.high)

    def derivative(self, z):
        return np.cos(z / self.high)


class Sigmoid:
    def __call__(self, z):
        return 1.0 / (1.0 + np.exp(-z))

    def derivative(self, z):
        return self(z) * (1.0 - self(z))


class Layer:
    def __init__(self, number, weights, biases, activation):
        self.number, self.weights, self.biases, self.activation = number, weights, biases, activation
        self.inputs = self.outputs = None

    def forward(self, inputs):
        DIARY.append([self.number, "forward", noted(inputs), None])
        self.inputs = np.array(inputs, dtype=float).reshape(-1, 1)
        self.outputs = self.weights @ self.inputs + self.biases
        a = self.activation(self.outputs)
        DIARY[-1][3] = noted(a)
        return a

    def backward(self, da, learning_rate):
        DIARY.append([self.number, "backward", noted(da), noted(learning_rate), None])
        dz = da * self.activation.derivative(self.outputs)
        da_prev = self.weights.T @ dz
        self.weights = self.weights - learning_rate * (dz @ self.inputs.T)
        self.biases = self.biases - learning_rate * dz
        DIARY[-1][4] = noted(da_prev)
        return da_prev


def noted(value):
    return value.copy() if type(value) is np.ndarray else value


def stack(parameters, high=1.0):
    # the layers for a list of (weights, biases), the last one with a sigmoid, or with results as high as the others'
    last = Sigmoid() if high == 1.0 else Sine(high)
    return [
        Layer(n, W.copy(), b.copy(), last if n == len(parameters) - 1 else Sine(high)) for n, (W, b) in enumerate(parameters)
    ]


def forget():
    DIARY.clear()


def reset(layers, parameters, inputs):
    # as if newly made, and one forward pass done
    for layer, (W, b) in zip(layers, parameters):
        layer.weights, layer.biases = W.copy(), b.copy()
        inputs = layer.forward(inputs)
    DIARY.clear()


def parameters_of(layers):
    return [(layer.weights, layer.biases) for layer in layers]


def fit(perceptron, layers, data, labels, epochs, learning_rate, seed, other):
    perceptron.only = layers[0]
    DIARY.clear()
    np.random.seed(other)
    return perceptron.fit(data, labels, epochs, learning_rate, np.random.default_rng(seed))


def steps(last):
    # for each backward pass: what had gone in and what had come out before it, and what was handed back
    inputs = output = None
    found = []
    for page in DIARY:
        if page[0] == 0 and page[1] == "forward":
            inputs = page[2]
        if page[0] == last and page[1] == "forward":
            output = page[3]
        elif page[0] == last:
            found.append([inputs, output, page[2], page[3]])
    return found
"""

# What `fit` builds on: the right cross-entropy, and passes through one layer, which is all that they know of.
RIGHT = """
import numpy as np


def binary_cross_entropy(output, target):
    return -np.sum(target * np.log(output) + (1 - target) * np.log(1 - output))


def binary_cross_entropy_derivative(output, target):
    return (1 - target) / (1 - output) - target / output


def with_one_layer(perceptron):
    class Perceptron(perceptron):
        def forward(self, inputs):
            return self.only.forward(inputs)

        def backward(self, da, learning_rate):
            return self.only.backward(da, learning_rate)

    return Perceptron
"""

# The sizes of the inputs and of each layer: one layer, several, many, and one square.
STACKS = ((3, 2), (2, 5, 3), (4, 2, 5, 3, 2, 6, 2, 3), (3, 3, 3, 3))
CROSS_ENTROPY = "binary_cross_entropy", "binary_cross_entropy_derivative"
ROUNDS = 2  # forward and back this often
LOW = 1e-5  # times as large, da of a single layer is a gradient like any other
HIGH = 1e3  # numbers of this size pass through the layers, too, and nothing is cut off
TOLERANCE = 1e-4  # where a small constant in the cross-entropy may show
MOST_PAGES = 400  # of a diary: an honest one has 260


def drawn(rng, sizes):
    """(weights, biases) for each layer."""
    return [(signed(rng, n, m), signed(rng, n, 1, high=0.8)) for m, n in zip(sizes, sizes[1:], strict=False)]


def nth(n):
    return _("layer {n}").format(n=n + 1)


def called(name, numbers, n_layers, error=None):
    """A sentence on which layers a pass called."""
    which = _("layer ") + ", ".join(str(n + 1) for n in numbers) if numbers else _("no layer")
    end = _(", and then stopped with an error") if error else ""
    size = _("With {n} layers").format(n=n_layers) if n_layers > 1 else _("With 1 layer")
    return _("{size}, {name} called {which}{end}.").format(size=size, name=name, which=which, end=end)


def diary(there, *kinds):
    """What the layers wrote down of their calls of some kinds, in order: the pages that can be read."""
    lengths = {"forward": 4, "backward": 5}
    pages = there.DIARY
    pages = [p for p in pages[:MOST_PAGES] if isinstance(p, list) and len(p) in (4, 5)] if isinstance(pages, list) else []
    return [p for p in pages if isinstance(p[0], int) and isinstance(p[1], str) and p[1] in kinds and len(p) == lengths[p[1]]]


def not_run(name, seen, calls):
    """An error of the student's as it is; nothing done at all is something still to be written."""
    if seen.error and "ellipsis" in str(seen.error).lower():
        raise NotRun(_("not run: `{name}` is still to be written.").format(name=name))
    if not calls and not seen.error and (seen.returned is None or seen.returned is ...):
        raise NotRun(
            _("not run: `{name}` calls no layer and gives {returned}: is it still to be written?").format(
                name=name, returned=seen.returned
            )
        )


# ---- forward


@points(2)
def test_forward(student, rng, advise):
    """forward hands each layer what the one before it gave, first to last."""
    there, here = student.bring(LAYERS), defined(LAYERS)
    for sizes in STACKS:
        parameters, high = drawn(rng, sizes), HIGH if sizes == STACKS[-1] else 1.0
        perceptron = student.Perceptron(there.stack(parameters, high))
        for shape in ((-1, 1), (-1,)):
            inputs = high * signed(rng, sizes[0]).reshape(shape)
            want = inputs
            for layer in here.stack(parameters, high):
                want = layer.forward(want)
            there.forget()
            seen = student.watch(perceptron.forward, inputs)
            if seen.args and not np.array_equal(seen.args[0], inputs):
                advise(_("`forward` changes the array of inputs that it was given. Whoever else needs it gets a wrong one."))
            if is_array_like(seen.returned, want) and close(seen.returned, want):
                continue
            calls = diary(there, "forward")
            not_run("forward", seen, calls)
            check_handed_on(calls, inputs, len(sizes) - 1, seen.error)
            if seen.error:
                raise seen.error
            assert_gradient(_("the result of forward"), seen.returned, want, _("It is what the last layer gave."))


def check_handed_on(calls, inputs, n_layers, error):
    """Say where a forward pass goes wrong, where its calls show it."""
    numbers = [page[0] for page in calls]
    if numbers != list(range(n_layers)):
        raise Failed(called("forward", numbers, n_layers, error), _("Every layer once, from the first to the last."))
    for page, before in zip(calls, [[None, None, None, inputs], *calls[:-1]], strict=True):
        if not same(page[2], before[3]):
            whose = _("what {nth} gave").format(nth=nth(before[0])) if before[0] is not None else _("the inputs")
            hint = _("The result of one layer is the input of the next.")
            raise Failed(_("In forward {nth} was not handed {whose}.").format(nth=nth(page[0]), whose=whose), hint)


def same(got, want):
    """True for an array with the numbers of `want`, as a column or flat."""
    both = type(got) is np.ndarray and type(want) is np.ndarray and got.dtype.kind in "fi" and want.dtype.kind in "fi"
    return both and got.size == want.size and close(got.reshape(-1), want.reshape(-1))


# ---- backward


@dataclass(frozen=True)
class Pass:
    """One backward pass: what went in, what should come of it, and what was seen.

    calls: the diary, where it is believed. lied: it is not what the layers did."""

    da: np.ndarray
    learning_rate: float
    wanted: list  # the diary of the same pass done right
    calls: list
    lied: bool
    seen: Seen
    n_layers: int


@pytest.fixture(scope="module")
def passes(student, rng, advise):
    """Backward passes of several perceptrons, ROUNDS of each."""
    there, here = student.bring(LAYERS), defined(LAYERS)
    made = []
    for sizes in STACKS:
        layers = there.stack(drawn(rng, sizes))
        perceptron = student.Perceptron(layers)
        for n in range(ROUNDS):
            parameters, inputs, da = drawn(rng, sizes), signed(rng, sizes[0], 1), HIGH**n * signed(rng, sizes[-1], 1)
            if n == 0 and sizes == STACKS[0]:
                da = LOW * da
            learning_rate = 0.37 + 1.2 * n if sizes != STACKS[-1] else 0.37 * n
            wanted = backward_calls(here, parameters, inputs, da, learning_rate)
            there.reset(layers, parameters, inputs)
            try:
                perceptron.forward(inputs)  # it may keep something of its own
            except (Raised, NotRun):
                pass  # marked as forward
            there.reset(layers, parameters, inputs)
            seen = student.watch(perceptron.backward, da, learning_rate)
            if seen.args and not np.array_equal(seen.args[0], da):
                advise(_("`backward` changes the array `da` that it was given. Whoever else needs it gets a wrong one."))
            calls, after = diary(there, "backward"), there.parameters_of(layers)
            lied = not is_true(here, parameters, inputs, calls, after)
            made.append(Pass(da, learning_rate, wanted, [] if lied else calls, lied, seen, len(sizes) - 1))
    return made


def backward_calls(here, parameters, inputs, da, learning_rate):
    """The diary of a backward pass done right."""
    twins = here.stack(parameters)
    here.reset(twins, parameters, inputs)
    for twin in reversed(twins):
        da = twin.backward(da, learning_rate)
    return [[*page] for page in here.DIARY]


def is_true(here, parameters, inputs, calls, after):
    """Whether the calls of a backward pass that were written down lead to the weights that are there afterwards, and gave what
    is written."""
    twins = here.stack(parameters)
    here.reset(twins, parameters, inputs)
    for number, _kind, da, rate, da_prev in calls:
        if not (0 <= number < len(twins) and is_step(twins[number], da, rate)):
            return True  # the layer itself would have stopped, or made no sense of it: said of the call
        if not close_to(twins[number].backward(da, float(np.ravel(rate)[0])), da_prev):
            return False
    return are_parameters(after, here.parameters_of(twins))


def is_step(layer, da, rate):
    """Whether a layer can take a step with these."""
    number = type(rate) in (int, float) or (is_array_like(rate, np.zeros(np.shape(rate))) and np.size(rate) == 1)
    return is_array_like(da, layer.biases) and number and bool(np.isfinite(np.ravel(rate)).all())


def are_parameters(got, want):
    """Whether (weights, biases) of some layers are as they should be."""
    if not (isinstance(got, (list, tuple)) and len(got) == len(want)):
        return False
    pairs = [(g, w) for g, w in zip(got, want, strict=True) if isinstance(g, (list, tuple)) and len(g) == 2]
    return len(pairs) == len(want) and all(close_to(a, b) for g, w in pairs for a, b in zip(g, w, strict=True))


def believed(p):
    """Raise Failed where the layers did something else than what they wrote down."""
    if p.lied:
        raise Failed(
            _("After `backward`, the layers' weights are not what the calls of their own `backward` make of them."),
            _("Only a layer's `backward` moves its weights; call it once for each."),
        )


@points(2)
def test_backward(passes):
    """backward hands each layer the gradient from the one after it, last to first."""
    for p in passes:
        believed(p)
        numbers, wanted = [page[0] for page in p.calls], [page[0] for page in p.wanted]
        if numbers == wanted and all(close_to(a[2], b[2]) for a, b in zip(p.calls, p.wanted, strict=True)):
            continue
        not_run("backward", p.seen, p.calls)
        if not numbers and p.seen.error:
            raise p.seen.error
        for k, (page, right) in enumerate(zip(p.calls, p.wanted, strict=False)):
            if page[0] != right[0]:
                break
            if not close_to(page[2], right[2]):
                whose = _("da as it was given to backward") if k == 0 else _("what {nth} returned").format(nth=nth(right[0] + 1))
                hint = _("A layer's backward returns the message for the layer before it.")
                if k and close_to(page[2], p.da):
                    raise Failed(
                        _("In backward {nth} got da as it was given to backward, not {whose}.").format(
                            nth=nth(page[0]), whose=whose
                        ),
                        hint,
                    )
                raise Failed(_("In backward {nth} did not get {whose}.").format(nth=nth(page[0]), whose=whose), hint)
        if p.seen.error and numbers == wanted[: len(numbers)]:
            raise p.seen.error
        hint = _("Every layer once, from the last to the first, and the second time as well as the first.")
        raise Failed(called("backward", numbers, p.n_layers, p.seen.error), hint)


def close_to(got, want):
    return is_array_like(got, want) and close(got, want)


@points(1)
def test_backward_learning_rate(passes):
    """backward hands each layer the learning rate as it is."""
    if not any(p.calls for p in passes):
        not_run("backward", passes[0].seen, [])
        raise passes[0].seen.error or Failed(_("backward called no layer."))
    for p in passes:
        believed(p)
        for page in p.calls:
            rate = page[3]
            assert_kind(_("the learning rate that a layer got"), rate)
            if np.size(rate) != 1 or not close(np.ravel(rate)[0], p.learning_rate):
                raise Failed(
                    _("With {n_layers} layers, {nth} got another learning rate than backward was given.").format(
                        n_layers=p.n_layers, nth=nth(page[0])
                    ),
                    _("All layers take their step with the same rate: the one handed to backward."),
                )


@points(1)
def test_backward_result(passes):
    """backward returns ∂loss/∂inputs."""
    for p in passes:
        right = p.wanted[-1][4]
        own = next((page[4] for page in reversed(p.calls) if page[0] == 0), None)  # what the student's first layer gave
        if any(is_array_like(want, right) and close_to(p.seen.returned, want) for want in (right, own)):
            continue
        not_run("backward", p.seen, p.calls)
        if p.seen.error:
            raise p.seen.error
        hint = _("It is the message that the first layer would send to a layer before it.")
        assert_gradient(_("the result of backward"), p.seen.returned, right, hint)


# ---- fit


SAMPLES, EPOCHS = 11, 3  # so many samples that no order is drawn twice
FEW = 6  # samples, where their order is of no account
MANY = 130  # samples, two of them equal
CALM = 3, 25  # samples and epochs with a loss near 0
RATE = 0.3
SMALL_RATE = 0.03  # with it the loss falls from epoch to epoch
UNSETTLED = 9, 0.9  # epochs and rate with which the loss rises now and then, where samples contradict each other
SURE = 5.0  # z of outputs that are often wrong: one after the other up and down
SETTLED = 3.0, 5.0, 8.0  # how far on the right side of 0 the z of some samples lies
TURNED = [
    [*range(SAMPLES)][::-1],
    *([*range(n, SAMPLES), *range(n)] for n in range(SAMPLES)),
]  # an order turned round, or moved on


@dataclass(frozen=True)
class Fitted:
    """What `fit` did once. steps: for each (index of the sample, its output before the step, da, learning rate); whole: all of
    them are steps that a layer can take, and are proved."""

    data: np.ndarray
    labels: np.ndarray
    steps: list
    whole: bool
    seen: Seen

    @property
    def order(self):
        return [index for index, *_rest in self.steps]


class Attempts:
    """`fit` tried with the submission as it is, then with more and more of what it builds on put right."""

    def __init__(self, student, rng, sizes, samples=SAMPLES, epochs=EPOCHS, rate=RATE):
        self.student, self.epochs, self.rate = student, epochs, rate
        self.parameters = [(W / 1.5, b / 2) for W, b in drawn(rng, sizes)]
        self.one_layer = [(W / 1.5, b / 2) for W, b in drawn(rng, (sizes[0], sizes[-1]))]
        self.data = signed(rng, samples, sizes[0]) + 0.01 * rng.normal(size=(samples, sizes[0]))
        self.labels = rng.permuted(np.tile([[0.0], [1.0]], (samples, sizes[-1]))[:samples], axis=0)
        self.seeds = [int(seed) for seed in rng.integers(1, 2**31, 4)]
        self.own = None  # what `fit` did first, where several tests look at it

    def settle(self):
        """Let a single layer be right already about the first samples. They take their step like the others."""
        ((weights, biases),) = self.one_layer = self.parameters
        for n, z in enumerate(SETTLED):
            towards = z * (2.0 * self.labels[n, 0] - 1.0) - biases[0, 0]
            self.data[n] = towards * weights[0] / (weights[0] @ weights[0])

    def calm(self):
        """Let a single layer be right about every sample, each of them far out."""
        ((weights, biases),) = self.parameters
        weights = weights / 50
        self.one_layer = self.parameters = [(weights, biases)]
        z = (14.0 + np.arange(len(self.data))[:, None]) * (2.0 * self.labels - 1.0)
        self.data = (z - biases) * weights / (weights @ weights.T)

    def be_sure(self):
        """Let most outputs be near 0 or 1 whatever the sample, so that half of them are wrong by far."""
        for parameters in (self.parameters, self.one_layer):
            weights, biases = parameters[-1]
            parameters[-1] = 0.3 * weights, np.resize([SURE, -SURE, 0.3], biases.shape)

    def repeat(self):
        """Let two samples be one and the same, with its label."""
        self.data[-1], self.labels[-1] = self.data[0], self.labels[0]

    def contradict(self, rng):
        """Let every second sample lie close by the one before, with the other label."""
        self.data[1::2] = self.data[::2] + 0.01 * rng.normal(size=self.data[::2].shape)
        self.labels[1::2] = 1.0 - self.labels[::2]

    def fitted(self, which, seed=0):
        """What `fit` did. seed: 0 to 3, a pair of the generator that it gets and of NumPy's own. Raises what the student's code
        raised before `fit`."""
        if self.own and not which and not seed:
            if isinstance(self.own, NotPassed):
                raise self.own
            return self.own
        parameters = self.one_layer if which == 2 else self.parameters
        asked = functools.partial(self.asked, which, seed, parameters)
        seen, pages, after = self.student.together(asked) if which else asked()
        return Fitted(self.data, self.labels, *self.steps_of(parameters, pages, after), seen)

    def asked(self, which, seed, parameters):
        """(what was Seen of `fit`, the pages of the diary, the parameters after it)"""
        there = self.student.bring(LAYERS)
        with self.student.replacing(RIGHT, *CROSS_ENTROPY) if which else nullcontext():
            perceptron = self.student.Perceptron
            if which == 2:
                perceptron = self.student.bring(RIGHT).with_one_layer(perceptron)
            layers = there.stack(parameters)
            given = self.data, self.labels, self.epochs, self.rate, self.seeds[seed % 2], self.seeds[2 + seed // 2]
            seen = self.student.watch(there.fit, perceptron(layers), layers, *given)
        return seen, there.steps(len(parameters) - 1), there.parameters_of(layers)

    def begin(self):
        """Let several tests look at what `fit` does first."""
        try:
            self.own = self.fitted(0)
        except NotPassed as error:
            self.own = error
        return self

    def steps_of(self, parameters, pages, after):
        """The steps that a diary tells of, and whether they are proved. Raises Failed where it is not believed."""
        if not isinstance(pages, list) or len(pages) > MOST_PAGES:
            raise Failed(_("fit took far more steps than there are samples and epochs."))
        here = defined(LAYERS)
        twins, steps, output = here.stack(parameters), [], None
        for page in pages:
            inputs, output, da, rate = page if isinstance(page, list) and len(page) == 4 else (None,) * 4
            sample = self.nearest(inputs)
            steps.append((sample, output, da, rate))
            if sample is None or not is_step(twins[-1], da, rate):
                return steps, False  # what kind of step that is, is said of it
            a = self.data[sample]
            for twin in twins:
                a = twin.forward(a)
            message = da
            for twin in reversed(twins):
                message = twin.backward(message, float(np.ravel(rate)[0]))
            if not close_to(output, a):
                break
        else:
            if are_parameters(after, here.parameters_of(twins)):
                return steps, True
        raise Failed(_("What `fit` did to the layers is not a forward and a backward pass for each of its steps."))

    def nearest(self, inputs):
        """The number of the first sample that the inputs are, None where they are none."""
        if not (type(inputs) is np.ndarray and inputs.dtype.kind in "fi" and inputs.size == self.data.shape[1]):
            return None
        sample = int(np.abs(self.data - inputs.reshape(-1)).sum(axis=1).argmin())
        return sample if same(inputs, self.data[sample]) else None

    def judge(self, check, attempts=(0, 1, 2)):
        """Pass where `check` does for one of the attempts; else say what it says of the last that ran through."""
        found = []
        for which in attempts:
            try:
                check(lambda seed=0, which=which: self.fitted(which, seed))
                return
            except NotPassed as error:
                found.append(error)
        raise next((error for error in reversed(found) if type(error) is Failed), found[0])


def ran(fitted):
    """The Fitted, where `fit` ran to its end."""
    not_run("fit", fitted.seen, fitted.steps)
    if fitted.seen.error:
        raise fitted.seen.error
    if not fitted.steps:
        raise Failed(_("fit never called backward: nothing was learned."))
    if not fitted.whole and fitted.steps[-1][0] is not None:
        raise Failed(_("fit took a step that no layer can take: look at the shape of da, and at the learning rate."))
    return fitted


def near(got, want):
    return is_array_like(got, want) and bool((np.abs(got - want) <= TOLERANCE * np.maximum(np.abs(want), 0.1)).all())


@pytest.fixture(scope="module")
def calm(student, rng):
    """`fit` where the loss is near 0 from the first epoch on."""
    attempts = Attempts(student, rng, (2, 1), *CALM, SMALL_RATE)
    attempts.calm()
    return attempts.begin()


@pytest.fixture(scope="module")
def still(student, rng):
    """`fit` with a learning rate of 0."""
    return Attempts(student, rng, (2, 1), rate=0.0).begin()


@points(2)
def test_fit_steps(student, rng, calm, still):
    """fit takes one sample a step, from the derivative of its loss, with the learning rate."""
    attempts = Attempts(student, rng, (2, 4, 3), FEW)  # with three outputs, where a flat target shows
    attempts.be_sure()

    def check(fitted):
        done = fitted()
        for *_before, da, _rate in done.steps:
            if type(da) is np.ndarray and da.shape != (wanted := (attempts.labels.shape[1], 1)):
                hint = _("A row of labels has to stand up as a column before it meets the output.")
                raise Failed(
                    _("The da that fit starts from has shape {shape}; it must have shape {wanted}.").format(
                        shape=da.shape, wanted=wanted
                    ),
                    hint,
                )
        ran(done)
        if 2 * len(done.steps) <= FEW * EPOCHS:
            raise Failed(
                _("fit took {n} steps for {samples} samples in {epochs} epochs.").format(
                    n=len(done.steps), samples=FEW, epochs=EPOCHS
                ),
                _("Forward and back for one sample, then for the next."),
            )
        for sample, output, da, rate in done.steps:
            if sample is None:
                raise Failed(
                    _("fit took a step with something that is not one of the samples."), _("One row of the data at a time.")
                )
            target = done.labels[sample].reshape(-1, 1)
            if not is_array_like(output, target):
                raise Failed(_("fit took a step before the sample had gone forward through all layers."))
            want = (1 - target) / (1 - output) - target / output
            if not near(da, want):
                hint = _("It is the derivative of the loss, as it is, for this sample's own output and target.")
                assert_gradient(_("the da that fit starts from"), da, want, hint, cause=seen_of_starts(done))
            check_rate(done, rate, RATE)

    attempts.judge(check)
    for others in (calm, still):
        others.judge(lambda fitted: check_rates(fitted(), others.rate), attempts=(0, 2))


def check_rates(done, wanted):
    for *_before, rate in done.steps:
        check_rate(done, rate, wanted)


def check_rate(done, rate, wanted):
    assert_kind(_("the learning rate in fit"), rate)
    if np.size(rate) != 1 or not close(np.ravel(rate)[0], wanted):
        raise Failed(_("fit took a step with another learning rate than it was given."), cause=seen_of_rates(done))


@points(1)
def test_fit_shuffles(student, rng, calm):
    """fit takes every sample once an epoch, each time in a new order drawn from rng."""
    # one layer and one output: enough to see the order of the samples
    single = Attempts(student, rng, (2, 1), rate=SMALL_RATE)
    single.settle()

    def check(fitted):
        order = ran(fitted()).order
        if len(order) != SAMPLES * EPOCHS:
            raise Failed(
                _("fit took {n} steps for {samples} samples in {epochs} epochs; it must be one for each.").format(
                    n=len(order), samples=SAMPLES, epochs=EPOCHS
                )
            )
        epochs = [order[k : k + SAMPLES] for k in range(0, len(order), SAMPLES)]
        for n, epoch in enumerate(epochs, 1):
            if sorted(-1 if i is None else i for i in epoch) != list(range(SAMPLES)):
                raise Failed(
                    _("In epoch {n} fit did not take every sample once: {taken} of {samples} had a turn.").format(
                        n=n, taken=len(set(epoch)), samples=SAMPLES
                    ),
                    _("A shuffle changes the order and nothing else; drawing with replacement leaves samples out."),
                )
            if epoch == list(range(SAMPLES)):
                raise Failed(_("In epoch {n} fit took the samples in the order in which they were given.").format(n=n))
            if epoch in epochs[: n - 1]:
                raise Failed(
                    _("In epoch {n} fit took the samples in the same order as before.").format(n=n),
                    _("A new order for each epoch."),
                )
        moves = [[before.index(sample) for sample in epoch] for before, epoch in zip(epochs, epochs[1:], strict=False)]
        if any(move in moves[:n] or move in TURNED for n, move in enumerate(moves)):
            raise Failed(
                _(
                    "fit makes each epoch's order of the one before in the same way: turned round, moved on, or mixed by one rule."
                ),
                _("A new order for each epoch, drawn from rng."),
            )
        hint = _("Every draw must come from the generator that `fit` was given, so that a training can be repeated.")
        if ran(fitted(seed=2)).order != order:
            raise Failed(_("With an rng of the same seed fit takes the samples in another order."), hint)
        if ran(fitted(seed=1)).order == order:
            raise Failed(_("With an rng of another seed fit takes the samples in the same order."), hint)

    single.judge(check, attempts=(0, 2))  # no value of the loss changes what is looked at here
    calm.judge(lambda fitted: check_turns(ran(fitted()).order), attempts=(0, 2))
    many = Attempts(student, rng, (2, 1), MANY, 1, SMALL_RATE)
    many.repeat()
    many.judge(lambda fitted: check_taken(many, ran(fitted()).order), attempts=(0, 2))


def check_turns(order):
    """Every sample has its turn in every epoch, however small the loss is."""
    samples, epochs = CALM
    turns = [order.count(sample) for sample in range(samples)]
    if len(order) != samples * epochs or turns != [epochs] * samples:
        raise Failed(
            _("With a loss near 0, fit took {n} steps for {samples} samples in {epochs} epochs; it must be one for each.").format(
                n=len(order), samples=samples, epochs=epochs
            ),
            _("Only the number of epochs ends a training."),
        )


def check_taken(attempts, order):
    """Every sample has its turn, however many there are, and twice where it is there twice."""
    wanted = sorted(attempts.nearest(sample) for sample in attempts.data)
    if sorted(-1 if i is None else i for i in order) != wanted:
        raise Failed(
            _("Of {samples} samples, two of which are equal, fit took {n} steps in one epoch; it must be one for each.").format(
                samples=MANY, n=len(order)
            ),
            _("An epoch goes through all of the data, row by row, however many rows there are."),
        )


@points(1)
def test_fit_losses(student, rng):
    """fit returns the mean loss of each epoch, each loss from before its step."""
    epochs, rate = UNSETTLED
    attempts = Attempts(student, rng, (2, 4, 3), FEW, epochs, rate)
    attempts.contradict(rng)

    def check(fitted):
        done = ran(fitted())
        got = done.seen.returned
        if got is None or isinstance(got, Proxy):
            assert_kind(_("the result of fit"), got)
        if isinstance(got, (list, tuple)):
            for entry in got:
                assert_kind(_("a mean loss"), entry)
            if not all(np.size(entry) == 1 for entry in got):
                raise Failed(_("fit must return one number for each epoch."))
            got = np.array([float(np.ravel(entry)[0]) for entry in got])
        assert_kind(_("the result of fit"), got)
        got = np.asarray(got, dtype=float)
        losses = [loss_of(output, done.labels[sample]) for sample, output, *_rest in done.steps if sample is not None]
        if not losses or len(losses) != len(done.steps) or len(losses) % epochs:
            raise Failed(
                _("fit took {n} steps in {epochs} epochs, which gives no mean loss for each.").format(
                    n=len(done.steps), epochs=epochs
                )
            )
        want = np.reshape(losses, (epochs, -1)).mean(axis=1)
        if not near(got, want):
            if close_to(got, want * len(losses) / epochs):
                raise Failed(_("fit returns the sum of each epoch's losses; the mean is asked for."))
            hint = _("One number for each epoch: its samples' losses, each from before its own step, added up and divided by N.")
            cause = seen_of_losses(got, np.reshape(losses, (epochs, -1)), done)
            assert_gradient(_("the list of mean losses"), got, want, hint, cause=cause)

    attempts.judge(check)


@tells
def seen_of_rates(done):
    """How the learning rate changed: (a sentence, what it is known by), or None."""
    rates = np.array([float(np.ravel(rate)[0]) for *_rest, rate in done.steps if np.size(rate) == 1])
    if len(rates) != len(done.steps) or not np.isfinite(rates).all() or not rates.all():
        return None
    falls = rates[1:] / rates[:-1]
    if (np.abs(falls - 1) < 1e-9).all():
        return _("Every step has one and the same other learning rate."), "other_rate"
    if (falls < 1 + 1e-9).all():
        return _("The learning rate gets smaller while `fit` goes on."), "rate_falls"
    return _("The learning rate changes while `fit` goes on."), "rate_changes"


@tells
def seen_of_starts(done):
    """What `fit` goes back with in every step: (a sentence, what it is known by), or None."""
    rights, got = [], []
    for sample, output, da, _rate in done.steps:
        target = done.labels[sample].reshape(-1, 1) if sample is not None else None
        if target is None or not is_array_like(output, target) or not is_array_like(da, target):
            return None
        rights.append(((1 - target) / (1 - output) - target / output, output - target, output, target))
        got.append(da)
    of = lambda what: all(near(da, value) for da, value in zip(got, map(what, rights), strict=True))
    if len(got) > 3 and all(near(da, right[0]) for da, right in zip(got[1:], rights[:-1], strict=True)):
        return _("Each step goes back with the derivative of the sample before."), "derivative_of_the_sample_before"
    ways = {
        _("output less target"): lambda r: r[1],
        _("the derivative with its sign turned"): lambda r: -r[0],
        _("the mean of the derivative over the outputs"): lambda r: np.full_like(r[0], r[0].mean()),
        _("the derivative divided by the number of outputs"): lambda r: r[0] / r[0].size,
        _("twice output less target"): lambda r: 2 * r[1],
        _("target less output"): lambda r: -r[1],
    }
    it = next((what for what, way in ways.items() if of(way)), None)
    return (_("Each step goes back with {what}.").format(what=it), f"goes_back_with_{it}") if it else None


@tells
def seen_of_losses(got, losses, done):
    """What the returned numbers are: (a sentence, what it is known by), or None. losses: those of each epoch."""
    steps = np.arange(losses.size).reshape(losses.shape)
    outputs = [(output, done.labels[sample].reshape(-1, 1)) for sample, output, *_rest in done.steps]
    squares = np.reshape([((o - t) ** 2).sum() if is_array_like(o, t) else np.nan for o, t in outputs], losses.shape)
    so_far = np.cumsum(losses.sum(axis=1)) / (steps[:, -1] + 1)
    ways = {
        _("the median of an epoch's losses"): np.median(losses, axis=1),
        _("the last loss of an epoch"): losses[:, -1],
        _("the first loss of an epoch"): losses[:, 0],
        _("the largest loss of an epoch"): losses.max(axis=1),
        _("the smallest loss of an epoch"): losses.min(axis=1),
        _("the mean of all losses so far, of earlier epochs too"): so_far,
        _("the sum of all losses so far, of earlier epochs too"): np.cumsum(losses.sum(axis=1)),
        _("the root of the mean loss"): np.sqrt(losses.mean(axis=1)),
        _("the mean of the squared errors, summed over the outputs"): squares.mean(axis=1),
        _("half of the mean of the squared errors"): squares.mean(axis=1) / 2,
        _("the mean of the squared errors over samples and outputs"): squares.mean(axis=1) / outputs[0][1].size,
        _("the mean loss divided by the number of outputs"): losses.mean(axis=1) / outputs[0][1].size,
    }
    if got.shape != (len(losses),):
        return None
    it = next((what for what, value in ways.items() if near(got, value)), None)
    return (_("Each entry is {what}.").format(what=it), f"each_is_{it}") if it else None


def loss_of(output, target):
    """The binary cross-entropy, infinite for a sure and wrong output, NaN where there is no output to take it of."""
    target = target.reshape(-1, 1)
    if not is_array_like(output, target):
        return np.nan
    with np.errstate(divide="ignore"):
        return -np.sum(np.log(np.where(target == 1, output, 1 - output)))


@points(1)
def test_fit_data(still):
    """fit leaves the data and the labels as they are."""

    def check(fitted):
        done = fitted()
        if not done.steps:
            ran(done)
        for name, after, before in (("training_data", done.seen.args[2], done.data), ("labels", done.seen.args[3], done.labels)):
            if not (is_array_like(after, before) and np.array_equal(after, before)):
                raise Failed(
                    _("After fit the array `{name}` that was handed in is no longer what it was.").format(name=name),
                    _("Shuffle indices, or a copy: whoever called `fit` still needs the data."),
                )

    still.judge(check, attempts=(0, 2))  # no value of the loss changes what is looked at here
