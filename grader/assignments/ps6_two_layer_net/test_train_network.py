"""`train`, watched from inside: in place of TwoLayerNet it gets a network that writes down what is done to it.

The recorder is no two-layer network. It has the parameters of one, scores that depend on some of them, and directions to
step along; that is enough to see minibatches, steps and curves. It is judged by the snapshots that it took, so a
wrong step doesn't make the curves wrong.
"""

import contextlib
from dataclasses import dataclass

import numpy as np
import pytest

from grader.testing import Failed, NotPassed, NotRun, _, assert_kind, defined, listed, points, signed

RECORDER = '''
import numpy as np


def scores(p, x):
    n = p["b2"].size
    return x @ (p["W1"][:, :n] + 0.1 * p["b1"][:n] + 0.1 * p["W2"][:1]) + p["b2"]


def softmax(s):
    y = np.exp(s - s.max(axis=1, keepdims=True))
    return y / y.sum(axis=1, keepdims=True)


def one_hot(t, n):
    return t if np.ndim(t) == 2 else np.eye(n)[t]


def loss(p, x, t):
    s = scores(p, x)
    s = s - s.max(axis=1, keepdims=True)
    logs = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return float(-(one_hot(t, s.shape[1]) * logs).sum() / len(x))


def accuracy(p, x, t):
    s = scores(p, x)
    return float(np.mean(s.argmax(axis=1) == one_hot(t, s.shape[1]).argmax(axis=1)))


class TwoLayerNet:
    made = []
    reads_params = False  # else it holds the arrays that it began with, as layers do

    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        rng = np.random.default_rng(3)
        self.sizes = tuple(int(size) for size in (input_size, hidden_size, output_size))
        n_in, n_hidden, n_out = self.sizes
        shapes = {"W1": (n_in, n_hidden), "b1": (n_hidden,), "W2": (n_hidden, n_out), "b2": (n_out,)}
        self.params = {name: rng.normal(size=shape) * 0.1 for name, shape in shapes.items()}
        self.held = dict(self.params)
        self.batches, self.snapshots, self.gradients = [], [], []
        TwoLayerNet.made.append(self)

    @property
    def own(self):
        return self.params if TwoLayerNet.reads_params else self.held

    def predict(self, x):
        return scores(self.own, x)

    def loss(self, x, t):
        return loss(self.own, x, t)

    def accuracy(self, x, t):
        return accuracy(self.own, x, t)

    def gradient(self, x, t):
        p = self.own
        dout = (softmax(scores(p, x)) - one_hot(t, p["b2"].size)) / len(x)
        found = {name: 0.1 * np.cos(9.0 * value) for name, value in p.items()}
        found["W1"][:, : p["b2"].size] = x.T @ dout
        found["b2"] = dout.sum(axis=0)
        self.batches.append((np.array(x), np.array(t)))
        self.snapshots.append({name: value.copy() for name, value in p.items()})
        self.gradients.append({name: value.copy() for name, value in found.items()})
        return found

    def recorded(self, whole):
        """The sizes, the batches; if `whole`, for each parameter its values before each step and at the end, and its gradients;
        and which arrays were replaced by others, which is not judged: it tells a new array from a local name."""
        replaced = [name for name in self.held if self.params.get(name) is not self.held[name]]
        if not whole:
            return self.sizes, self.batches, {}, {}, replaced
        shots = [*self.snapshots, self.own]
        return (
            self.sizes,
            self.batches,
            {name: np.array([shot[name] for shot in shots]) for name in self.held},
            {name: np.array([found[name] for found in self.gradients]) for name in self.held},
            replaced,
        )


class Watch:
    def train(self, function, data, iterations, batch_size, learning_rate, seed, whole):
        """What `train` returned, the data afterwards, and what each of its networks saw."""
        TwoLayerNet.made = []
        np.random.seed(seed[1])
        found = function(*data, iterations, batch_size, learning_rate, np.random.default_rng(seed[0]))
        if isinstance(found, dict):
            found = {str(name): value for name, value in found.items()}
        nets = [net for net in TwoLayerNet.made if net.batches] or TwoLayerNet.made[-1:]
        return found, list(data), len(TwoLayerNet.made), [net.recorded(whole) for net in nets]

    def reads_params(self, Net):
        """Whether the student's own network notices when an entry of params is replaced by another array."""
        try:
            net, x = Net(3, 4, 2), np.ones((1, 3))
            before = np.array(net.predict(x))
            net.params["b2"] = net.params["b2"] + 1.0
            TwoLayerNet.reads_params = bool((net.predict(x) != before).all())
        except Exception:
            TwoLayerNet.reads_params = False
'''

N, BATCH, FEATURES, CLASSES = 12, 4, 6, 10
PER_EPOCH, EPOCHS = N // BATCH, 10
ITERATIONS, RATE = PER_EPOCH * EPOCHS, 0.4
LISTS = ("train_loss", "train_accuracy", "test_accuracy")


@dataclass(frozen=True)
class Run:
    """One call of `train`: its data, what it returned, and what its networks saw."""

    given: list
    data: list  # the same, afterwards
    found: object
    made: int  # networks
    networks: list  # those that were trained: (sizes, batches, snapshots, gradients)

    @property
    def trained(self):
        return self.networks[-1]


def run(student, watch, data, seed, steps=2 * PER_EPOCH, whole=False):
    found, after, made, recorded = watch.train(student.train, data, steps, BATCH, RATE, seed, whole)
    networks = [(sizes, batches, by_step(shots), by_step(gradients)) for sizes, batches, shots, gradients, _replaced in recorded]
    return Run(data, after, found, made, networks)


def by_step(recorded):
    """From a dict of arrays, with a row for each step, to a list of dicts."""
    return [dict(zip(recorded, values, strict=True)) for values in zip(*recorded.values(), strict=True)]


@pytest.fixture(scope="module")
def runs(student, rng, advise):
    """Calls of `train`: a whole one, and three short ones: twice with the same rng, while NumPy's own is in another state,
    and once with another. The short ones are asked first: they tell most mistakes apart, and take less time."""
    parts = student.bring(RECORDER)
    watch = parts.Watch()
    try:
        own = student.TwoLayerNet
    except NotPassed:
        own = ...
    else:
        watch.reads_params(own)
    labels = rng.permutation(np.arange(N) % CLASSES)
    x_train = signed(rng, N, FEATURES)
    # The test samples lie near training samples of another class: as the network learns, its test accuracy falls.
    x_test, test_labels = x_train[:5] + 0.01 * signed(rng, 5, FEATURES), (labels[:5] + 1) % CLASSES
    as_one_hot = [x_train, np.eye(CLASSES)[labels], x_test, np.eye(CLASSES)[test_labels]]
    as_integers = [x_train, labels, x_test, test_labels]
    student.put("TwoLayerNet", parts.TwoLayerNet)
    try:
        short, made = first_runs(student, watch, (as_one_hot, as_integers))
        if not all(np.array_equal(a, b) for a, b in zip(made.data, made.given, strict=True)):
            advise(_("`train` changes the arrays that it was given. Whoever else uses this data gets it in another order."))
        return [made, short, *(run(student, watch, made.given, seed) for seed in ((5, 2), (6, 1)))]
    except NotPassed as wrong:
        return wrong
    finally:
        with contextlib.suppress(NotPassed):  # in a fresh process there is nothing to put back
            student.put("TwoLayerNet", own)


def first_runs(student, watch, forms):
    """A short run and a whole one, with the first form of the labels that fits. The lesson has one-hot labels; what takes
    the others alone is right, too. Raises what went wrong with the first form if none fits."""
    tried = []
    for data in forms:
        try:
            made = run(student, watch, data, (5, 1), whole=True), run(student, watch, data, (5, 1), ITERATIONS, whole=True)
        except NotPassed as wrong:
            tried.append(wrong)
            continue
        networks = made[-1].networks
        if networks and networks[-1][0][2] == CLASSES:
            return made
        tried.append(made)
    if isinstance(tried[0], NotPassed):
        raise tried[0]
    return tried[0]


def first(runs):
    """The first run. Raises what went wrong with it."""
    if isinstance(runs, NotPassed):
        raise runs
    if not runs[0].networks:
        raise NotRun(_("not run: `train` made no TwoLayerNet; it looks the class up by that name."))
    return runs[0]


@points(1)
def test_network(runs):
    """It trains one TwoLayerNet, with 50 hidden units and sizes that fit the data."""
    seen = first(runs)
    sizes = seen.trained[0]
    want = (FEATURES, 50, CLASSES)
    if sizes != want:
        raise Failed(
            _(
                "It made a TwoLayerNet of the sizes {sizes}; for {features} features and {classes} classes they must be {want}."
            ).format(sizes=sizes, features=FEATURES, classes=CLASSES, want=want),
            _("x_train has a column for each feature, one-hot labels a column for each class."),
        )
    if len(seen.networks) > 1:
        raise Failed(
            _("It made {made} networks, and trained {n} of them.").format(made=seen.made, n=len(seen.networks)),
            _("What one has learned is lost to the next."),
        )
    if not seen.trained[1]:
        raise Failed(_("The network that it made was never asked for its `gradient`."))


@points(1)
def test_minibatches(runs, advise):
    """Each step draws a minibatch of its own, with the rng that was given."""
    seen = first(runs)
    drawn = rows(seen)
    if len(drawn) != ITERATIONS:
        raise Failed(
            _("`gradient` was called {n} times; `iterations` was {iterations}.").format(n=len(drawn), iterations=ITERATIONS),
            _("Each step needs the gradient of its own minibatch."),
        )
    if len({frozenset(batch) for batch in drawn}) == 1:
        raise Failed(_("Every step uses the same minibatch."), _("Draw inside the loop."))
    if len(set().union(*drawn)) < N:
        raise Failed(
            _("In {iterations} steps only {n} of the {total} training samples were ever used.").format(
                iterations=ITERATIONS, n=len(set().union(*drawn)), total=N
            ),
            _("The samples of a minibatch are drawn from all of the training set."),
        )
    shared = np.mean([len(set(a) & set(b)) for a, b in zip(drawn, drawn[1:], strict=False)])
    if shared > 0.5 * BATCH:
        raise Failed(
            _("Of the {batch} samples of a minibatch {shared:.1f} stand in the one before as well, on the average.").format(
                batch=BATCH, shared=shared
            ),
            _("A slice that starts at the number of the batch overlaps its neighbours."),
        )
    short, again, other = (rows(r) for r in runs[1:])
    if short != again:
        raise Failed(
            _("With the same rng it drew other minibatches."),
            _("Draw with the `rng` that was given, not with `np.random` or one of your own."),
        )
    if short == other:
        raise Failed(_("With another rng it drew the same minibatches."), _("Draw with the `rng` that was given."))
    epochs = [{frozenset(batch) for batch in drawn[n : n + PER_EPOCH]} for n in range(0, ITERATIONS, PER_EPOCH)]
    if all(epoch == epochs[0] for epoch in epochs):
        advise(_("Each epoch has the same minibatches. Shuffle anew for each."))


def rows(seen):
    """For each step of a run the numbers of the training samples in its minibatch. Raises Failed where that's none."""
    x_train, t_train = seen.given[:2]
    drawn = []
    for _sizes, batches, *_rest in seen.networks:
        for x, t in batches:
            if x.shape != (BATCH, FEATURES):
                raise Failed(
                    _("A minibatch has shape {shape}; it must be {wanted}.").format(shape=x.shape, wanted=(BATCH, FEATURES)),
                    _("batch_size samples, one in each row."),
                )
            if t.shape[:1] != (BATCH,):
                raise Failed(
                    _("A minibatch of {batch} samples came with labels of shape {shape}.").format(batch=BATCH, shape=t.shape)
                )
            at = [int(np.abs(x_train - sample).sum(axis=1).argmin()) for sample in x]
            if not np.array_equal(x_train[at], x):
                raise Failed(_("A minibatch holds samples that are not in x_train."))
            wanted = t_train[at]
            if not np.array_equal(wanted, t):
                raise Failed(
                    _("In a minibatch the labels don't belong to the samples."),
                    _("Draw the numbers of the samples once, and use them for both."),
                )
            drawn.append(tuple(at))
    return drawn


@points(1)
def test_update(runs):
    """Each step moves all four parameters by −learning_rate times their gradients."""
    seen = first(runs)
    sizes, batches, snapshots, gradients = seen.trained
    if not gradients:
        raise Failed(_("The network was never asked for its `gradient`."))
    for before, gradient, after in zip(snapshots[:-1], gradients, snapshots[1:], strict=True):
        for name, slope in gradient.items():
            step, want = after[name] - before[name], -RATE * slope
            if step.shape == want.shape and np.abs(step - want).max() <= 1e-9 * max(1.0, np.abs(before[name]).max()):
                continue
            if not step.any():
                raise Failed(
                    _("A step left {name} as it was.").format(name=name),
                    _("The layers hold the arrays in params: change them in place, with `-=`. A new one changes no layer."),
                )
            factor = float((step * want).sum() / (want * want).sum())
            if np.allclose(step, factor * want, rtol=1e-6, atol=1e-9):
                sign = _(" as it should be, and goes up the slope") if factor < 0 else _(" as it should be")
                size = _("as long") if np.isclose(abs(factor), 1) else _("{n:.3g} times as long").format(n=abs(factor))
                raise Failed(
                    _("The step of {name} is {size}{sign}.").format(name=name, size=size, sign=sign),
                    _("Downhill: the learning rate times the gradient, subtracted once."),
                )
            raise Failed(
                _("The step of {name} doesn't go along its gradient.").format(name=name),
                _("Each parameter takes its own gradient, that of this step."),
            )
    if len(gradients) < EPOCHS and len(seen.networks) == 1:
        raise Failed(_("Only {n} steps took a fresh gradient.").format(n=len(gradients)))


def lists(seen, name):
    """One of the returned lists, as an array of floats."""
    found = seen.found
    if found is ... or found is None:
        raise NotRun(_("not run: `train` returns nothing yet."))
    if not isinstance(found, dict):
        raise Failed(
            _("train returns a {kind}; a dict with the lists {names} was expected.").format(
                kind=type(found).__name__, names=", ".join(LISTS)
            )
        )
    if name not in found:
        raise Failed(_("The dict has no {name}; it has {names}.").format(name=name, names=listed(found)))
    values = found[name]
    if values is ...:
        raise NotRun(_("not run: {name} is still to be written (`...`).").format(name=name))
    if isinstance(values, np.ndarray) and values.ndim == 1:
        values = list(values)
    if not isinstance(values, (list, tuple)):
        raise Failed(_("{name} must be a list with one number per epoch.").format(name=name))
    for value in values:
        assert_kind(_("an entry of {name}").format(name=name), value)
        if np.size(value) != 1 or not np.isfinite(value).all():
            raise Failed(_("An entry of {name} is not one finite number.").format(name=name))
    return np.array([float(np.reshape(value, ())) for value in values])


@points(1)
def test_epochs(runs):
    """The three lists have one entry per epoch."""
    seen = first(runs)
    for name in LISTS:
        values = lists(seen, name)
        if len(values) != EPOCHS:
            raise Failed(
                _(
                    "{name} has {n} entries; {samples} samples in batches of {batch} make {per_epoch} steps per epoch, so {iterations} steps are {epochs} epochs."
                ).format(
                    name=name, n=len(values), samples=N, batch=BATCH, per_epoch=PER_EPOCH, iterations=ITERATIONS, epochs=EPOCHS
                )
            )


@points(1)
def test_curves(runs):
    """The entries are the network's loss and accuracies of that epoch."""
    seen = first(runs)
    mine = defined(RECORDER)
    x_train, t_train, x_test, t_test = seen.given
    sizes = seen.trained[0]
    if sizes[0] != FEATURES or sizes[2] != CLASSES:
        raise NotRun(_("not run: the network's sizes don't fit the data."))
    # for every step the network's state before and after it, and the batch
    steps = [
        (shots[n], shots[n + 1], batch) for _sizes, taken, shots, _gradients in seen.networks for n, batch in enumerate(taken)
    ]
    if not steps:
        raise Failed(_("The network was never asked for its `gradient`, so there is nothing to draw a curve of."))
    if 2 * len(steps) < ITERATIONS:
        raise NotRun(
            _("not run: the network was asked for its `gradient` only {n} times; a curve of that can't be followed.").format(
                n=len(steps)
            )
        )
    curves = {
        "train_loss": [[mine.loss(p, *of) for p in s[:2] for of in ((x_train, t_train), s[2])] for s in steps],
        "train_accuracy": [[mine.accuracy(p, x_train, t_train) for p in s[:2]] for s in steps],
        "test_accuracy": [[mine.accuracy(p, x_test, t_test) for p in s[:2]] for s in steps],
    }
    for name in LISTS:
        values = lists(seen, name)
        if not len(values):
            raise Failed(_("{name} is empty.").format(name=name))
        for n, value in enumerate(values):
            # an entry may be taken at any step of its epoch; where there are too many or too few, as they are spread
            start, end = n * len(steps) // len(values), -(-(n + 1) * len(steps) // len(values))
            window = np.ravel(curves[name][start:end])
            room = 1e-6 * max(1.0, max(window))
            if min(window) - room <= value <= max(window) + room:
                continue
            others = {"test_accuracy": _("the training set"), "train_accuracy": _("the test set")}
            swapped = {"test_accuracy": "train_accuracy", "train_accuracy": "test_accuracy"}.get(name)
            other = np.ravel(curves.get(swapped, [])[start:end])
            guess = (
                _(" It looks like that of {others}.").format(others=others[name]) if len(other) and close_to(value, other) else ""
            )
            raise Failed(
                _("Entry {n} of {name} is not what the network had at any step of that epoch.{guess}").format(
                    n=n + 1, name=name, guess=guess
                ),
                _("They are those of the network as it stands: loss and accuracy on the training set, accuracy on the test set."),
            )


def close_to(value, window):
    return min(window) - 1e-6 <= value <= max(window) + 1e-6
