"""`broken_train`: what it shows the network, and what it does with the answers.

A network that keeps a record takes the place of `TwoLayerNet`. Its gradients are made up, its answers depend on how
many steps were taken, and each sample carries its number: so the record tells which samples were shown when, how far each
parameter went, and on which set an accuracy was measured. What the record says is held against the examiner's own copy.
"""

import itertools
from dataclasses import dataclass

import numpy as np
import pytest

from grader.testing import (
    Failed,
    NotRun,
    Seen,
    _,
    assert_kind,
    close,
    defined,
    is_array_like,
    of_curve,
    of_steps,
    points,
    ratio,
    tells,
)

RECORDER = """
import numpy as np

MOST = 200  # gradients that are kept of one network
made = []


def seeded(seed):
    made.clear()
    return np.random.default_rng(seed)


def state_of(rng):
    return str(rng.bit_generator.state)


def records():
    return [network.record() for network in made]


def slope(step, name, shape):
    salt = ("W1", "b1", "W2", "b2").index(name)
    return 20 * np.cos(1.0 + 2.3 * step + 0.7 * salt + 1.9 * np.arange(np.prod(shape))).reshape(shape)


def bar(step):
    count = 11 + (7 * step + 17) % 48
    return (count + (count % 10 == 0)) / 60  # never a multiple of a sixth or a tenth


def start(n_in, n_hidden, n_out):
    shapes = {"W1": (n_in, n_hidden), "b1": (n_hidden,), "W2": (n_hidden, n_out), "b2": (n_out,)}
    return {name: 0.1 * slope(-1, name, shape) for name, shape in shapes.items()}


class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.sizes = (int(input_size), int(hidden_size), int(output_size))
        self.params = start(*self.sizes)
        self.held = dict(self.params)  # as layers do
        self.asked, self.shown, self.labels, self.states = 0, [], [], []
        self.replaced = False
        made.append(self)

    def predict(self, x):
        x = np.asarray(x, dtype=float)
        return np.eye(10)[(x[:, 1].round().astype(int) + (x[:, 0] > bar(self.asked))) % 10]

    def loss(self, x, t):
        size = 0.05 if self.asked % 3 == 2 else 2.3 / (1 + 0.1 * self.asked)  # each third batch is answered well
        return float(size + 0.01 * np.mean(np.asarray(x, dtype=float)[:, 0]))

    def accuracy(self, x, t):
        t = np.asarray(t)
        return float(np.mean(self.predict(x).argmax(axis=1) == (t.argmax(axis=1) if t.ndim == 2 else t)))

    def now(self):
        self.replaced |= any(self.params.get(name) is not array for name, array in self.held.items())
        return {name: array.copy() for name, array in self.held.items()}

    def gradient(self, x, t):
        x, t = np.array(x, dtype=float), np.array(t)
        t = t.astype(float) if t.dtype.kind in "fb" else t
        if self.asked < MOST:
            self.states.append(self.now())
            self.shown.append(x)
            self.labels.append(t)
        self.asked += 1
        return {name: slope(self.asked - 1, name, array.shape) for name, array in self.held.items()}

    def record(self):
        states = [*self.states, self.now()]
        return {"sizes": self.sizes, "shown": self.shown, "labels": self.labels, "states": states, "replaced": self.replaced}
"""

HERE = defined(RECORDER)  # the examiner's own copy
NAMES = ("W1", "b1", "W2", "b2")
RATE = 0.37

# Three epochs of ten steps, on one-hot labels.
EPOCHS = {"n_train": 60, "n_test": 31, "batch_size": 6, "iterations": 30, "one_hot": True}
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
    seen: Seen
    drew: bool  # whether rng is not as it was
    numbers: list  # of the samples that were shown in each gradient, those of the test set from len(x_train) on
    labels: list  # the classes that came with them
    states: list  # the parameters before each gradient, and after the last one
    start: dict  # those that the network was made with
    replaced: bool

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


@pytest.fixture(scope="module")
def there(student):
    return student.bring(RECORDER)


def train(student, there, given, seed, rate=RATE):
    """A Run. Raises what goes wrong, and Failed where no network was trained at all."""
    student.put("TwoLayerNet", there.TwoLayerNet)
    rng = there.seeded(seed)
    seen = student.watch(student.broken_train, *given, rate, rng)
    if seen.error:
        raise seen.error
    drew = there.state_of(rng) != HERE.state_of(np.random.default_rng(seed))
    records = [record for record in list_of(there.records()) if list_of(record, "shown")]
    if not records:
        raise NotRun(_("not run: `broken_train` asks no `TwoLayerNet` for a gradient."))
    run = as_run(given, seen, drew, max(records, key=lambda record: len(record["shown"])))
    if rate:
        check_trained(run, len(records))
    return run


def list_of(thing, name=None):
    """A list that came from over there, or what stands under a name in a dict, if it is one; else none at all."""
    if name is not None:
        thing = thing.get(name) if isinstance(thing, dict) else None
    return thing if isinstance(thing, list) else []


def as_run(given, seen, drew, record):
    """A Run of a network's record. Raises Failed for what no training leaves behind, however large."""
    shown, labels, states = (list_of(record, name) for name in ("shown", "labels", "states"))
    sizes = record.get("sizes")
    if isinstance(sizes, tuple) and len(sizes) == 3 and all(type(size) is int and 0 < size <= 1000 for size in sizes):
        like = HERE.start(*sizes)
        if len(shown) == len(labels) == len(states) - 1 <= HERE.MOST and all(is_state(state, like) for state in states):
            everything = np.concatenate([given[0], given[2]])
            numbers = [numbers_of(x, everything) for x in shown]
            return Run(*given, seen, drew, numbers, [classes(t) for t in labels], states, like, record.get("replaced") is True)
    raise Failed(_("What became of the network in the training can't be followed."))


def is_state(state, like):
    return isinstance(state, dict) and all(is_array_like(state.get(name), value) for name, value in like.items())


def numbers_of(shown, everything):
    """The numbers of a batch's samples. Raises Failed for rows that are none of the data's."""
    if not (type(shown) is np.ndarray and shown.ndim == 2 and shown.shape[1] == 3 and 0 < len(shown) <= len(everything)):
        raise Failed(
            _("A batch has shape {shape}; it must be rows of x_train, (batch_size, {columns}).").format(
                shape=np.shape(shown), columns=everything.shape[1]
            )
        )
    numbers = np.clip(np.nan_to_num(shown[:, 2]), 0, len(everything) - 1).round().astype(int)
    if not close(shown, everything[numbers]):
        raise Failed(
            _("The samples of a batch are not those of the data any more: they were changed on their way to the network.")
        )
    return numbers


def classes(t):
    """The classes that labels of either form name; None for anything else."""
    if not (type(t) is np.ndarray and t.ndim in (1, 2) and t.size and np.isfinite(t).all()):
        return None
    return t.argmax(axis=1) if t.ndim == 2 else t


def check_trained(run, networks):
    """There is a training to look at: a gradient in each iteration, or nearly, and a network that moves. networks: how many were
    trained."""
    steps = len(run.numbers)
    cause = (_("More than one network is made and trained: what one has learned is lost to the next."), "many_networks")
    if 2 * steps < run.iterations:
        raise Failed(
            _("In {iterations} iterations {n} gradients were taken; it must be one in each.").format(
                iterations=run.iterations, n=steps
            ),
            cause=cause if networks > 1 else None,
        )
    moves = sum(is_move(*states, n) for n, states in enumerate(zip(run.states[:-1], run.states[1:], strict=True)))
    if 2 * moves < steps and not run.replaced and not had_a_step(run):
        raise Failed(
            _("In {n} of {total} steps W1 moved along its gradient: there is no training to look at.").format(
                n=moves, total=steps
            ),
            _("A repair must keep what worked."),
            cause=seen_of_steps(run),
        )


def is_move(before, after, n):
    """Whether W1 went along its gradient in the nth step, or against it, however far."""
    step, slope = after["W1"] - before["W1"], HERE.slope(n, "W1", before["W1"].shape)
    return step.any() and abs((step * slope).sum()) > 0.5 * np.linalg.norm(step) * np.linalg.norm(slope)


def had_a_step(run):
    """Whether the code had the right first step of W1 in its hands, even if the network's array stayed as it was."""
    before = run.states[0]["W1"]
    step = RATE * HERE.slope(0, "W1", before.shape)
    return run.seen.holds(before - step) or run.seen.holds(step)


@pytest.fixture(scope="module")
def run(student, there, rng):
    return train(student, there, *drawn(rng, **EPOCHS))


@pytest.fixture(scope="module")
def still(student, there, rng):
    """A training whose learning rate is 0."""
    return train(student, there, *drawn(rng, **EPOCHS | {"iterations": 10}), rate=0.0)


@pytest.fixture(scope="module")
def many_tests(student, there, rng):
    """The same training twice."""
    given = drawn(rng, **MANY_TESTS)
    return [train(student, there, *given) for _time in range(2)]


@tells
def seen_of_batches(run):
    """How the batches of a training hang together: (a sentence, what it is known by), or None."""
    sets = [frozenset(numbers.tolist()) for numbers in run.numbers]
    again = [one == other for one, other in itertools.pairwise(sets)]
    starts = range(0, len(sets), run.epoch)
    if len(set(sets)) == 1:
        return _("One batch is drawn, and used in all steps."), "one_batch"
    if len(set(sets)) > 1 and all(len(set(sets[i : i + run.epoch])) == 1 for i in starts):
        return _("One batch is drawn for each epoch, and used in all of its steps."), "one_batch_an_epoch"
    if all(again[::2]) and not any(again[1::2]):
        return _("Each batch is used in two steps, one after the other."), "two_steps_a_batch"
    if any(again) and len(sets) > run.iterations:
        return _("After some of the steps, one more is taken with the same batch."), "one_more_step"
    if 3 * len(set(sets)) <= len(sets):
        return _("There are only a few batches, and the same ones are used again and again."), "few_batches"
    shared = [len(one & other) >= len(one) - 1 for one, other in itertools.pairwise(sets)]
    if 10 * sum(shared) > 8 * len(shared) and not any(again):
        return _("Each batch is the one before, moved on by one sample."), "moving_window"
    return None


@tells
def seen_of_labels(run):
    """Where labels that are not those of their samples come from: (a sentence, what it is known by), or None."""
    both = list(zip(run.numbers, run.labels, strict=True))
    whole = [(numbers, came) for numbers, came in both if came is not None and len(came) == len(numbers)]
    if len(whole) < len(both) or not whole:
        return None
    order = classes(np.concatenate([run.t_test, run.t_train]))
    if all(np.array_equal(came, order[numbers]) for numbers, came in whole):
        sentence = _(
            "The labels of a batch are looked up where the labels of the test set stand before those of the training set."
        )
        return sentence, "labels_of_test_set_first"
    labels = classes(np.concatenate([run.t_train, run.t_test]))
    if all(np.array_equal(came, labels[numbers][::-1]) for numbers, came in whole):
        return _("The labels of a batch stand in the opposite order from its samples."), "labels_backwards"
    if all(np.array_equal(np.sort(came), np.sort(labels[numbers])) for numbers, came in whole):
        return _("The labels of a batch are those of its samples in another order."), "labels_in_another_order"
    return _("The labels of a batch are those of other samples."), "labels_of_other_samples"


@tells
def seen_of_leak(run):
    """Which samples the network is trained on, where they are not those of x_train: (a sentence, what it is known by), or None."""
    used = np.unique(np.concatenate(run.numbers))
    n, total = len(run.x_train), len(run.x_train) + len(run.x_test)
    if used.min() >= total - n and len(used) > n / 2:
        sentence = _(
            "The batches are drawn from the last rows of training set and test set together, as many as the training set has."
        )
        return sentence, "last_rows_of_both"
    if used.min() >= n:
        return _("The batches are drawn from the test set alone."), "test_set_alone"
    if used.max() < n + 0.6 * len(run.x_test):
        return _("The batches are drawn from the training set and a part of the test set."), "a_part_of_the_test_set"
    return _("The batches are drawn from training set and test set together."), "both_sets"


@points(1)
def test_batches(run, many_tests):
    """each step sees a new batch, and in time all of the data."""
    if len(run.numbers) != run.iterations:
        raise Failed(
            _("In {iterations} iterations {n} gradients were taken; it must be one in each.").format(
                iterations=run.iterations, n=len(run.numbers)
            ),
            cause=seen_of_batches(run),
        )
    sizes = [len(numbers) for numbers in run.numbers]
    if max(sizes) > run.batch_size or 2 * np.mean(sizes) < run.batch_size:
        raise Failed(_("A batch has {n} samples; `batch_size` is {batch_size}.").format(n=max(sizes), batch_size=run.batch_size))
    labels = classes(np.concatenate([run.t_train, run.t_test]))
    for numbers, came in zip(run.numbers, run.labels, strict=True):
        if not np.array_equal(came, labels[numbers]):
            raise Failed(
                _("The labels of a batch are not those of its samples."),
                _("One draw must serve for both."),
                cause=seen_of_labels(run),
            )
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
            cause=seen_of_batches(run),
        )
    if min(covered) < 0.35 * pool or total < 0.7 * pool:
        raise Failed(
            _("In an epoch of {epoch} steps of {batch_size} samples the network saw only {n} different ones.").format(
                epoch=run.epoch, batch_size=run.batch_size, n=min(covered)
            ),
            _("Each step takes a batch of its own."),
            cause=seen_of_batches(run),
        )
    shared = np.mean([len(set(a) & set(b)) for a, b in zip(run.numbers, run.numbers[1:], strict=False)])
    if shared > 0.25 * run.batch_size:  # it's a tenth by chance
        raise Failed(
            _("Of the {batch_size} samples of a batch {shared:.1f} stand in the one before as well, on the average.").format(
                batch_size=run.batch_size, shared=shared
            ),
            _("Each step takes a batch of its own."),
        )
    if not run.drew:
        raise Failed(_("Nothing was drawn with the `rng` that was given."), _("The docstring says what draws the batches."))
    if not all(map(np.array_equal, many_tests[0].numbers, many_tests[1].numbers)):
        raise Failed(
            _("With the same `rng` it drew other batches."), _("Draw with the `rng` that was given, and with nothing else.")
        )


@points(1)
def test_test_data(many_tests):
    """the network is trained on x_train alone."""
    run = many_tests[0]
    leaked = sum(int((numbers >= len(run.x_train)).sum()) for numbers in run.numbers)
    if leaked:
        raise Failed(
            _("Of the {n} samples that the network was trained on, {leaked} are samples of x_test.").format(
                n=sum(map(len, run.numbers)), leaked=leaked
            ),
            _("A test that one has practised on measures nothing."),
            cause=seen_of_leak(run),
        )


def factor(run, step, name):
    """The parameter's step, as a multiple of minus its gradient: the learning rate, if all is well; None if it is no multiple."""
    before, after = run.states[step][name], run.states[step + 1][name]
    if np.abs(after - before).max() < 1e-12:
        return 0.0
    return ratio(after - before, -HERE.slope(step, name, before.shape))


@pytest.fixture(scope="module")
def factors(run):
    """{name: the factor of each step}."""
    if run.replaced:
        raise Failed(
            _("A parameter was replaced by a new array. The network's layers still hold the old one, so it learns nothing."),
            _("`p -= step` changes the array that is there; `p = p - step` makes another."),
        )
    if not all(np.array_equal(run.states[0][name], run.start[name]) for name in NAMES):
        raise Failed(_("Before its first step the network is no longer what it was when it was made."))
    return {name: [factor(run, step, name) for step in range(len(run.numbers))] for name in NAMES}


@tells
def seen_of_steps(run):
    """What all steps have in common that is wrong: (a sentence, what it is known by), or None."""
    slopes = [{name: HERE.slope(n, name, state[name].shape) for name in NAMES} for n, state in enumerate(run.states[:-1])]
    sizes = {_("the batch size"): run.batch_size, _("the number of samples"): len(run.x_train), _("the number of classes"): 10}
    return of_steps(run.states, slopes, RATE, sizes)


@points(1)
def test_biases(factors, run):
    """the biases move as the weights do."""
    cause = seen_of_steps(run)
    for name in ("b1", "b2"):
        if all(got == 0.0 for got in factors[name]):
            raise Failed(
                _("{name} never moves: after the last step it is what it was before the first.").format(name=name),
                _("Four gradients come back. Who takes them?"),
            )
        for got, other in zip(factors[name], factors["W" + name[1]], strict=True):
            if got is None:
                raise Failed(_("{name} moves, but not along its own gradient.").format(name=name), cause=cause)
            if not any(want is not None and close(got, want) for want in (RATE, other)):
                raise Failed(
                    _("{name} takes steps of another size than the weights beside it, or in another direction.").format(
                        name=name
                    ),
                    cause=cause,
                )


@points(1)
def test_step(factors, run, still):
    """a step is the learning rate times the gradient."""
    seen = seen_of_steps(run)
    for name in ("W1", "W2"):
        for got in factors[name]:
            if got is None:
                raise Failed(
                    _("{name} moves, but not along its own gradient.").format(name=name),
                    _("Each parameter goes with the gradient of its own name."),
                    cause=seen,
                )
            if not got:
                raise Failed(_("In some steps {name} does not move.").format(name=name), cause=seen)
            if not close(got, RATE):
                sentence = (
                    _("The steps of {name} go up the slope.").format(name=name)
                    if got < 0
                    else _("A step of {name} is {size}.").format(name=name, size=size(got / RATE))
                )
                raise Failed(
                    sentence,
                    _("Which number of the call is {n:.3g}? The batch size was {batch_size}.").format(
                        n=max(abs(got) / RATE, RATE / abs(got)), batch_size=run.batch_size
                    )
                    if got > 0
                    else _("The loss grows along the gradient."),
                    cause=seen,
                )
    if not all(np.array_equal(state[name], still.start[name]) for state in still.states for name in NAMES):
        raise Failed(_("With a learning rate of 0 parameters move."), _("The rate that is handed in must be used, 0 included."))


def size(times):
    return _("{times:.3g} times too long").format(times=times) if times > 1 else _("{n:.3g} times too short").format(n=1 / times)


@points(1)
def test_accuracy(run):
    """the accuracies are those of the whole training set and the whole test set, one entry per epoch."""
    history = run.seen.returned
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
    if len(set(lists["train_loss"])) < epochs:  # the network's losses differ from epoch to epoch
        raise Failed(_('An entry of "train_loss" is that of an earlier epoch.'), _("A repair must keep what worked."))
    for name, x in (("train_accuracy", run.x_train), ("test_accuracy", run.x_test)):
        for n, got in enumerate(lists[name]):
            steps = range(n * run.epoch, (n + 1) * run.epoch + 1)
            if not any(close(got, np.mean(x[:, 0] <= HERE.bar(step))) for step in steps):
                raise Failed(
                    _('"{name}" is not the accuracy on the whole of x_{part} at any step of its epoch.').format(
                        name=name, part=name[:-9]
                    ),
                    _("On how many samples was it measured? {n} are there.").format(n=len(x)),
                    cause=of_curve(name, lists[name], wrong_curves(run, name, len(lists[name]))),
                )


@tells
def wrong_curves(run, name, n):
    """{in words: for each of n entries what that was, at every step of its epoch} of what a list may hold in place of its own."""
    sets = {
        _("the accuracy on the training set"): run.x_train,
        _("the accuracy on the test set"): run.x_test,
        _("the accuracy on training set and test set together"): np.concatenate([run.x_train, run.x_test]),
    }
    own = _("the accuracy on the training set") if name == "train_accuracy" else _("the accuracy on the test set")
    everything = np.concatenate([run.x_train, run.x_test])
    on = lambda x, step: np.mean(x[:, 0] <= HERE.bar(step))
    epochs = [range(k * run.epoch, (k + 1) * run.epoch + 1) for k in range(n)]
    found = {what: [[on(x, step) for step in epoch] for epoch in epochs] for what, x in sets.items() if what != own}
    shown = lambda step: everything[run.numbers[min(step, len(run.numbers) - 1)]]
    batches = [[on(shown(at), step) for step in epoch for at in (step - 1, step) if at >= 0] for epoch in epochs]
    return found | {_("the accuracy on the minibatch alone"): batches}
