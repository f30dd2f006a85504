"""`broken_train`: what it shows the network, and what it does with the answers.

A network that keeps a record takes the place of `TwoLayerNet`. Its gradients are made up, its answers depend on how
many steps were taken, and each sample carries its number: so the record tells which samples were shown when, how far each
parameter went, and on which set an accuracy was measured.
"""

from dataclasses import dataclass, field

import numpy as np
import pytest

from grader.testing import Failed, NotRun, _, assert_kind, close, defined, is_array_like, points, ratio

RECORDER = """
import numpy as np

made = []


def generator(seed):
    return np.random.default_rng(seed)


def watched(train, *args):
    # What the training returned, and every network's record.
    train.__globals__["TwoLayerNet"] = TwoLayerNet
    return train(*args), [network.report() for network in made]


def slope(step, name, shape):
    salt = ("W1", "b1", "W2", "b2").index(name)
    return np.cos(1.0 + 2.3 * step + 0.7 * salt + 1.9 * np.arange(np.prod(shape))).reshape(shape)


def bar(step):
    count = 11 + 7 * step % 39
    return (count + (count % 10 == 0)) / 60  # never a multiple of a sixth or a tenth


class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        shapes = {"W1": (input_size, hidden_size), "b1": (hidden_size,), "W2": (hidden_size, output_size), "b2": (output_size,)}
        self.params = {name: 0.1 * slope(-1, name, shape) for name, shape in shapes.items()}
        self.held = dict(self.params)  # as layers do
        self.shown, self.labels, self.before = [], [], []
        self.replaced = False
        made.append(self)

    def predict(self, x):
        label = (x[:, 1].astype(int) + (x[:, 0] > bar(len(self.shown)))) % 10
        return np.eye(10)[label]

    def loss(self, x, t):
        return float(2.3 / (1 + 0.1 * len(self.shown)) + 0.01 * np.mean(x[:, 0]))

    def accuracy(self, x, t):
        t = t.argmax(axis=1) if t.ndim == 2 else t
        return float(np.mean(self.predict(x).argmax(axis=1) == t))

    def note(self):
        self.before.append({name: array.copy() for name, array in self.held.items()})
        self.replaced |= any(self.params[name] is not array for name, array in self.held.items())

    def gradient(self, x, t):
        self.note()
        slopes = {name: slope(len(self.shown), name, array.shape) for name, array in self.held.items()}
        self.shown.append(np.array(x, dtype=float))
        self.labels.append(np.array(t))
        return slopes

    def report(self):
        self.note()
        return {"shown": self.shown, "labels": self.labels, "params": self.before, "replaced": self.replaced}
"""

HERE = defined(RECORDER)  # the examiner's own copy
RATE = 0.37

# Three epochs of ten steps, on one-hot labels.
EPOCHS = {"n_train": 60, "n_test": 19, "batch_size": 6, "iterations": 30, "one_hot": True}
# Twelve steps, on whole-number labels, where the test set is much the larger: whoever draws from both sets can't miss it.
MANY_TESTS = {"n_train": 24, "n_test": 240, "batch_size": 6, "iterations": 12, "one_hot": False}


@dataclass(frozen=True)
class Run:
    """A training that was watched: what went in, what came out, and the network's record."""

    x_train: np.ndarray
    t_train: np.ndarray
    x_test: np.ndarray
    t_test: np.ndarray
    iterations: int
    batch_size: int
    history: object
    shown: list  # the samples of each gradient
    labels: list
    params: list  # before each gradient, and after the last one
    replaced: bool
    numbers: list = field(
        default_factory=list
    )  # which samples were shown in each gradient, those of the test set from len(x_train) on

    @property
    def epoch(self):
        return len(self.x_train) // self.batch_size


def samples(rng, n, first):
    """x (n, 3): how hard the sample is, its label, its number. Labels (n,)."""
    labels = rng.permutation(np.arange(n) % 10)
    hard = (rng.permutation(n) + 0.5) / n
    return np.stack([hard, labels, first + np.arange(n)], axis=1), labels


def drawn(rng, *, n_train, n_test, batch_size, iterations, one_hot):
    """What broken_train is called with before the learning rate, and the seed of the generator that it gets."""
    x, labels = samples(rng, n_train, 0)
    x_test, labels_test = samples(rng, n_test, n_train)
    t, t_test = (np.eye(10)[labels], np.eye(10)[labels_test]) if one_hot else (labels, labels_test)
    return (x, t, x_test, t_test, iterations, batch_size), int(rng.integers(2**31))


def train(student, given, seed):
    recorder = student.bring(RECORDER)
    student.put("TwoLayerNet", recorder.TwoLayerNet)
    seen = student.watch(student.broken_train, *given, RATE, recorder.generator(seed))
    if seen.error:
        raise seen.error
    return run_of(given, seen.returned, [network.report() for network in recorder.made])


def run_of(given, returned, reports):
    told = max(reports, key=lambda told: len(told["shown"]), default=None)
    if told is None or not told["shown"]:
        raise NotRun(_("not run: `broken_train` asks no `TwoLayerNet` for a gradient."))
    run = Run(*given, returned, told["shown"], told["labels"], told["params"], told["replaced"])
    run.numbers.extend(numbers_of(run, shown) for shown in run.shown)
    return run


def numbers_of(run, shown):
    """The numbers of a batch's samples. Raises Failed for rows that are none of the data's."""
    everything = np.concatenate([run.x_train, run.x_test])
    if not (type(shown) is np.ndarray and shown.ndim == 2 and shown.shape[1] == 3 and len(shown) and np.isfinite(shown).all()):
        raise Failed(
            _("A batch has shape {shape}; it must be rows of x_train, (batch_size, {columns}).").format(
                shape=np.shape(shown), columns=everything.shape[1]
            )
        )
    numbers = shown[:, 2].round().astype(int)
    if (numbers < 0).any() or (numbers >= len(everything)).any() or not close(shown, everything[numbers]):
        raise Failed(
            _("The samples of a batch are not those of the data any more: they were changed on their way to the network.")
        )
    return numbers


@pytest.fixture(scope="module")
def run(student, rng):
    return train(student, *drawn(rng, **EPOCHS))


@pytest.fixture(scope="module")
def many_tests(student, rng):
    return train(student, *drawn(rng, **MANY_TESTS))


def passes(given, test):
    """Wanted at once: what a training returned and the networks' records, with which a part passes."""

    def judge(told):
        test(run_of(given, *told))
        return True

    return judge


@points(1)
def test_batches(run):
    """each step sees a new batch, and in time all of the data."""
    if len(run.shown) != run.iterations:
        raise Failed(
            _("In {iterations} iterations {n} gradients were taken; it must be one in each.").format(
                iterations=run.iterations, n=len(run.shown)
            )
        )
    sizes = [len(numbers) for numbers in run.numbers]
    if max(sizes) > run.batch_size or 2 * np.mean(sizes) < run.batch_size:
        raise Failed(_("A batch has {n} samples; `batch_size` is {batch_size}.").format(n=max(sizes), batch_size=run.batch_size))
    labels = np.concatenate([run.t_train, run.t_test])
    for numbers, told in zip(run.numbers, run.labels, strict=True):
        if not (is_array_like(told, labels[numbers]) and close(told, labels[numbers])):
            raise Failed(_("The labels of a batch are not those of its samples."), _("One draw must serve for both."))
    leaked = any((numbers >= len(run.x_train)).any() for numbers in run.numbers)  # a part of its own
    pool = len(run.x_train) + leaked * len(run.x_test)
    covered = [len(np.unique(np.concatenate(run.numbers[i : i + run.epoch]))) for i in range(0, run.iterations, run.epoch)]
    total = len(np.unique(np.concatenate(run.numbers)))
    if total <= run.batch_size:
        raise Failed(
            _("In all {iterations} steps the network saw the same {total} samples.").format(
                iterations=run.iterations, total=total
            ),
            _("It learns those by heart, and the loss on them falls. When is a batch drawn?"),
        )
    if min(covered) < 0.35 * pool or total < 0.7 * pool:
        raise Failed(
            _("In an epoch of {epoch} steps of {batch_size} samples the network saw only {n} different ones.").format(
                epoch=run.epoch, batch_size=run.batch_size, n=min(covered)
            ),
            _("Each step takes a batch of its own."),
        )


@points(1)
def test_test_data(many_tests):
    """the network is trained on x_train alone."""
    run = many_tests
    leaked = sum(int((numbers >= len(run.x_train)).sum()) for numbers in run.numbers)
    if leaked:
        raise Failed(
            _("Of the {n} samples that the network was trained on, {leaked} are samples of x_test.").format(
                n=sum(map(len, run.numbers)), leaked=leaked
            ),
            _("A test that one has practised on measures nothing."),
        )


def factor(run, step, name):
    """The parameter's step, as a multiple of minus its gradient: the learning rate, if all is well; None if it is no multiple."""
    before, after = run.params[step].get(name), run.params[step + 1].get(name)
    want = -HERE.slope(step, name, np.shape(before))
    if not (is_array_like(before, want) and is_array_like(after, want)):
        return None
    moved = after - before
    if np.abs(moved).max() < 1e-12:
        return 0.0
    return ratio(moved, want)


@pytest.fixture(scope="module")
def factors(run):
    return factors_of(run)


def factors_of(run):
    """{name: the factor of each step}."""
    if run.replaced:
        raise Failed(
            _("A parameter was replaced by a new array. The network's layers still hold the old one, so it learns nothing."),
            _("`p -= step` changes the array that is there; `p = p - step` makes another."),
        )
    return {name: [factor(run, step, name) for step in range(len(run.shown))] for name in ("W1", "b1", "W2", "b2")}


@points(1)
def test_biases(factors):
    """the biases move as the weights do."""
    for name in ("b1", "b2"):
        if not any(factors[name]):
            raise Failed(
                _("{name} never moves: after the last step it is what it was before the first.").format(name=name),
                _("Four gradients come back. Who takes them?"),
            )
        for got, other in zip(factors[name], factors["W" + name[1]], strict=True):
            if got is None:
                raise Failed(_("{name} moves, but not along its own gradient.").format(name=name))
            if not any(want is not None and close(got, want) for want in (RATE, other)):
                raise Failed(
                    _("{name} takes steps of another size than the weights beside it, or in another direction.").format(name=name)
                )


@points(1)
def test_step(factors, run):
    """a step is the learning rate times the gradient."""
    for name in ("W1", "W2"):
        for got in factors[name]:
            if got is None:
                raise Failed(
                    _("{name} moves, but not along its own gradient.").format(name=name),
                    _("Each parameter goes with the gradient of its own name."),
                )
            if not got:
                raise Failed(_("In some steps {name} does not move.").format(name=name))
            if not close(got, RATE):
                told = (
                    _("The steps of {name} go up the slope.").format(name=name)
                    if got < 0
                    else _("A step of {name} is {size}.").format(name=name, size=size(got / RATE))
                )
                raise Failed(
                    told,
                    _("Which number of the call is {n:.3g}? The batch size was {batch_size}.").format(
                        n=max(abs(got) / RATE, RATE / abs(got)), batch_size=run.batch_size
                    )
                    if got > 0
                    else _("The loss grows along the gradient."),
                )


def size(times):
    return _("{times:.3g} times too long").format(times=times) if times > 1 else _("{n:.3g} times too short").format(n=1 / times)


@points(1)
def test_accuracy(run):
    """the accuracies are those of the whole training set and the whole test set, one entry per epoch."""
    history = run.history
    if not isinstance(history, dict):
        raise Failed(_("`broken_train` no longer returns a dict."), _("It was right before the repair."))
    epochs = run.iterations // run.epoch
    lists = {}
    for name in ("train_loss", "train_accuracy", "test_accuracy"):
        if name not in history:
            raise Failed(_('The result has no "{name}" any more.').format(name=name))
        got = history[name]
        if not isinstance(got, (list, tuple)) and not (type(got) is np.ndarray and got.ndim == 1):
            raise Failed(_('"{name}" must be a list of numbers.').format(name=name))
        if len(got) not in (epochs, epochs + 1):
            raise Failed(
                _('"{name}" has {n} entries after {epochs} epochs; it must have one per epoch.').format(
                    name=name, n=len(got), epochs=epochs
                )
            )
        for entry in got:
            assert_kind(_('an entry of "{name}"').format(name=name), entry)
            if np.ndim(entry) or not np.isfinite(entry):
                raise Failed(_('An entry of "{name}" is no finite number.').format(name=name))
        lists[name] = [float(entry) for entry in got]
    for name, x in (("train_accuracy", run.x_train), ("test_accuracy", run.x_test)):
        for n, got in enumerate(lists[name]):
            steps = range(n * run.epoch, (n + 1) * run.epoch + 1)
            if not any(close(got, np.mean(x[:, 0] <= HERE.bar(step))) for step in steps):
                raise Failed(
                    _('"{name}" is not the accuracy on the whole of x_{part} at any step of its epoch.').format(
                        name=name, part=name[:-9]
                    ),
                    _("On how many samples was it measured? {n} are there.").format(n=len(x)),
                )
