"""`train`, watched from inside: in place of TwoLayerNet it gets one that keeps a record of what is done to it.

The record is what the student's process says, so it is believed in nothing that can be worked out here: minibatches must be rows
of the data, and each step what this network's gradient makes of the parameters before it. It begins with known parameters. A
wrong step doesn't make the curves wrong: they are looked for among what the network would have said, step by step.
"""

import itertools
from dataclasses import dataclass

import numpy as np
import pytest

from grader.testing import (
    Failed,
    NotPassed,
    NotRun,
    Proxy,
    Seen,
    _,
    assert_kind,
    close,
    defined,
    is_array_like,
    listed,
    of_curve,
    of_steps,
    points,
    ratio,
    signed,
    tells,
)

RECORDER = """
import numpy as np

MOST = 200  # gradients that are kept
made = []


def scores(p, x):
    return np.maximum(x @ p["W1"] + p["b1"], 0.0) @ p["W2"] + p["b2"]


def one_hot(t, n):
    return t if t.ndim == 2 else np.eye(n)[t.astype(int)]


def loss(p, x, t):
    s = scores(p, x)
    s = s - s.max(axis=1, keepdims=True)
    return float(-(one_hot(t, s.shape[1]) * (s - np.log(np.exp(s).sum(axis=1, keepdims=True)))).sum() / len(x))


def accuracy(p, x, t):
    s = scores(p, x)
    return float(np.mean(s.argmax(axis=1) == one_hot(t, s.shape[1]).argmax(axis=1)))


def gradient(p, x, t):
    z, s = x @ p["W1"] + p["b1"], scores(p, x)
    y = np.exp(s - s.max(axis=1, keepdims=True))
    dout = (y / y.sum(axis=1, keepdims=True) - one_hot(t, s.shape[1])) / len(x)
    dz = (dout @ p["W2"].T) * (z > 0)
    return {"W1": x.T @ dz, "b1": dz.sum(axis=0), "W2": np.maximum(z, 0.0).T @ dout, "b2": dout.sum(axis=0)}


def start(n_in, n_hidden, n_out):
    rng = np.random.default_rng(3)
    shapes = {"W1": (n_in, n_hidden), "b1": (n_hidden,), "W2": (n_hidden, n_out), "b2": (n_out,)}
    return {name: 0.4 * rng.normal(size=shape) for name, shape in shapes.items()}


class TwoLayerNet:
    follows = False  # a new array in params; else it holds those that it began with, as layers do

    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.sizes = tuple(int(size) for size in (input_size, hidden_size, output_size))
        self.params = start(*self.sizes)
        self.held = dict(self.params)
        self.batches, self.states = [], []
        made.append(self)

    def now(self):
        return self.params if self.follows else self.held

    def predict(self, x):
        return scores(self.now(), np.asarray(x))

    def loss(self, x, t):
        return loss(self.now(), np.asarray(x), np.asarray(t))

    def accuracy(self, x, t):
        return accuracy(self.now(), np.asarray(x), np.asarray(t))

    def gradient(self, x, t):
        x, t = np.array(x, dtype=float), np.array(t)
        t = t.astype(float) if t.dtype.kind in "fb" else t
        found = gradient(self.now(), x, t)
        if sum(len(net.batches) for net in made) < MOST:
            self.batches.append((x, t))
            self.states.append({name: value.copy() for name, value in self.now().items()})
        return found

    def record(self):
        replaced = any(self.params.get(name) is not value for name, value in self.held.items())
        return {"sizes": self.sizes, "batches": self.batches, "states": [*self.states, self.now()], "replaced": replaced}


def recorder(own):
    # with whatever a network of the student's has besides
    try:
        return type("TwoLayerNet", (TwoLayerNet, own), {})
    except TypeError:
        return TwoLayerNet


def seeded(seed):
    made.clear()
    return np.random.default_rng(seed)


def records():
    return [net.record() for net in made if net.batches] or [net.record() for net in made[-1:]]


def state_of(rng):
    return str(rng.bit_generator.state)


def renew(net):
    net.params["b2"] = net.params["b2"] + 1.0
"""

HERE = defined(RECORDER)
N, TESTS, BATCH, FEATURES, CLASSES = 12, 9, 4, 8, 10
PER_EPOCH, EPOCHS = N // BATCH, 14
ITERATIONS, RATE = PER_EPOCH * EPOCHS, 0.05
LONG_RATE = 5.0  # so long a step that the loss of its minibatch rises now and then
RISING_RATE = -0.04  # uphill: the loss rises in each of a few epochs
SIZES = (FEATURES, 50, CLASSES)
LISTS = ("train_loss", "train_accuracy", "test_accuracy")
IS_ONE_LIST = _("The three lists hold the same numbers, as if they were one list."), "one_list"


@dataclass(frozen=True)
class Network:
    """What one network says of its training: the minibatch of each gradient, and its parameters at each and at the end."""

    sizes: tuple
    batches: list
    states: list
    replaced: bool  # whether there are other arrays in params than it began with

    @property
    def steps(self):
        """(parameters before, minibatch, parameters after) of each step."""
        return list(zip(self.states[:-1], self.batches, self.states[1:], strict=True))


@dataclass(frozen=True)
class Run:
    """One call of `train`."""

    data: list
    seen: Seen
    networks: list  # those that were asked for a gradient; else the last one that was made
    drawn: object  # the state of rng afterwards
    rate: float = RATE

    @property
    def steps(self):
        return [step for network in self.networks for step in network.steps]


def as_networks(records):
    """The records that came from over there. Raises Failed for what no training leaves behind, however large."""
    networks = [as_network(record) for record in records[:ITERATIONS]] if is_list(records) else []
    if sum(len(network.batches) for network in networks) > HERE.MOST:
        raise Failed(_("`gradient` was called {n} times and more.").format(n=HERE.MOST))
    return networks


def as_network(record):
    record = record if isinstance(record, dict) else {}
    sizes, batches, states = (record.get(name) for name in ("sizes", "batches", "states"))
    if not (is_list(sizes, 3) and all(type(size) is int and 0 < size <= 200 for size in sizes) and is_list(batches)):
        raise no_record()
    start = HERE.start(*sizes)
    if not (is_list(states, len(batches) + 1) and all(is_state(state, start) for state in states)):
        raise no_record()
    if not all(is_list(batch, 2) and is_batch(*batch, sizes[0], sizes[2]) for batch in batches):
        raise no_record()
    return Network(tuple(sizes), batches, states, record.get("replaced") is True)


def no_record():
    return Failed(
        _("What became of the network in the training can't be followed."),
        _("`train` gives rows of x_train and t_train to `gradient`, and changes the arrays in `params`."),
    )


def is_list(thing, length=None):
    return isinstance(thing, (list, tuple)) and length in (None, len(thing))


def is_batch(x, t, n_in, n_out):
    if not (type(x) is np.ndarray and x.ndim == 2 and 0 < len(x) <= 4 * N and is_small(x, np.zeros((len(x), n_in)))):
        return False
    if type(t) is np.ndarray and t.ndim == 1:
        return is_array_like(t, np.zeros(len(x))) and bool(((t >= 0) & (t < n_out)).all())
    return is_small(t, np.zeros((len(x), n_out)))


def is_state(state, like):
    return isinstance(state, dict) and all(is_small(state.get(name), value) for name, value in like.items())


def is_small(array, like):
    return is_array_like(array, like) and np.abs(array).max() < 1e9


def attempt(ask):
    """What is asked for, or the NotPassed that comes of it."""
    try:
        return ask()
    except NotPassed as wrong:
        return wrong


@pytest.fixture(scope="module")
def runs(student, rng, advise):
    """Calls of `train`: a whole one, and three short ones: twice with the same rng, while NumPy's own is in another state,
    with a learning rate of 0 and then uphill, and once with another, and long steps. Or the NotPassed that came of them."""
    there, own = student.bring(RECORDER), attempt(lambda: student.TwoLayerNet)
    own = own if isinstance(own, Proxy) else None
    labels = rng.permutation(np.arange(N) % CLASSES)
    x_train = 2.0 * signed(rng, N, FEATURES)
    # The test samples lie near training samples of another class, and are right to begin with: as the network learns, its test
    # accuracy falls.
    x_test = x_train[:TESTS] + 0.01 * signed(rng, TESTS, FEATURES)
    scores = HERE.scores(HERE.start(*SIZES), x_test)
    scores[np.arange(TESTS), labels[:TESTS]] = -np.inf
    test_labels = scores.argmax(axis=1)
    hot = np.eye(CLASSES)
    forms = [x_train, hot[labels], x_test, hot[test_labels]], [x_train, labels, x_test, test_labels]
    student.put("TwoLayerNet", Net := there.recorder(own))
    try:
        whole = first_run(student, there, forms)
        if own and any(network.replaced for network in whole.networks) and follows(own, there):
            Net.follows = True
            whole = run(student, there, whole.data, 5, ITERATIONS)
        if not all(np.array_equal(a, b) for a, b in zip(whole.seen.args, whole.data, strict=False)):
            advise(_("`train` changes the arrays that it was given. Whoever else uses this data gets it in another order."))
        check_trained(whole)
        good = well_answered(whole.data)

        def again(data, seed, epochs, rate):
            found = attempt(lambda: run(student, there, data, seed, epochs * PER_EPOCH, rate))
            return found if isinstance(found, Run) else run(student, there, data, seed, epochs * PER_EPOCH)

        return [whole, again(good, 5, 3, 0.0), again(good, 5, 3, RISING_RATE), again(whole.data, 6, 2, LONG_RATE)]
    except NotPassed as wrong:
        return wrong
    finally:
        attempt(lambda: student.put("TwoLayerNet", own or ...))


def well_answered(data):
    """Data on which the network is nearly always right to begin with, in the form of `data`; the same for everybody, so that
    uphill both loss and accuracy get worse in every epoch."""
    x = 2.0 * signed(np.random.default_rng(9), N, FEATURES)
    labels = HERE.scores(HERE.start(*SIZES), x).argmax(axis=1)
    labels[0] = CLASSES - 1
    return [x, np.eye(CLASSES)[labels] if data[1].ndim == 2 else labels, *data[2:]]


def first_run(student, there, forms):
    """A whole Run, with the form of labels that fits: the lesson has one-hot ones; what takes integers alone is right, too."""
    tried = []
    for data in forms:
        tried.append(attempt(lambda data=data: run(student, there, data, 5, ITERATIONS)))
        if isinstance(tried[-1], Run) and tried[-1].networks and tried[-1].networks[-1].sizes[2] == CLASSES:
            return tried[-1]
    return given(tried[0])


def run(student, there, data, seed, iterations, rate=RATE):
    rng = there.seeded(seed)
    seen = student.watch(student.train, *data, iterations, BATCH, rate, rng)
    if seen.error:
        raise seen.error
    return Run(data, seen, as_networks(there.records()), there.state_of(rng), rate)


def follows(own, there):
    """Whether the student's own network notices when an entry of params is replaced by another array."""

    def follows():
        net, x = own(3, 4, 2), np.ones((1, 3))
        before = net.predict(x)
        there.renew(net)
        return not np.array_equal(before, net.predict(x))

    return attempt(follows) is True


def given(got):
    """What was asked for. Raises the NotPassed that came of it."""
    if isinstance(got, NotPassed):
        raise got
    return got


def check_trained(run):
    """There is a training to look at: a network that is asked for gradients, and goes along them."""
    if not run.networks:
        raise NotRun(_("not run: `train` made no TwoLayerNet; it looks the class up by that name."))
    if len(run.steps) < PER_EPOCH and not (run.steps and went_far(run.steps)):
        raise Failed(
            _("The network that it made was asked for its `gradient` {n} times: there is no training to look at.").format(
                n=len(run.steps)
            )
        )
    moves = sum(is_move(*step) for step in run.steps)
    if moves * PER_EPOCH < len(run.steps) and not any(net.replaced for net in run.networks) and not had_a_step(run):
        raise Failed(
            _("In {n} of {total} steps the parameters moved along their gradients: there is no training to look at.").format(
                n=moves, total=len(run.steps)
            ),
            _("Each step changes the arrays in `params`, by −learning_rate times their gradients."),
            cause=seen_of_steps(run.networks[-1]),
        )


def is_move(before, batch, after):
    """Whether some parameter went along its gradient, or against it, however far."""
    for name, slope in HERE.gradient(before, *batch).items():
        step = after[name] - before[name]
        if step.any() and abs((step * slope).sum()) > 0.5 * np.linalg.norm(step) * np.linalg.norm(slope):
            return True
    return False


def went_far(steps):
    """Whether there were more steps than gradients, one per epoch at least."""
    (before, batch, _after), (_before, _batch, after) = steps[0], steps[-1]
    slopes = HERE.gradient(before, *batch)
    return any(np.abs(after[n] - before[n]).max() > EPOCHS * RATE * np.abs(slope).max() for n, slope in slopes.items())


def had_a_step(run):
    """Whether the code had the right first step in its hands, even if the network's arrays stayed as they were."""
    before, batch, _after = run.steps[0]
    slopes = HERE.gradient(before, *batch)
    return any(run.seen.holds(before[name] - RATE * slope) or run.seen.holds(RATE * slope) for name, slope in slopes.items())


@points(1)
def test_network(runs):
    """It trains one TwoLayerNet, with 50 hidden units and sizes that fit the data."""
    run = given(runs)[0]
    if run.networks[-1].sizes != SIZES:
        raise Failed(
            _(
                "It made a TwoLayerNet of the sizes {sizes}; for {features} features and {classes} classes they must be {want}."
            ).format(sizes=run.networks[-1].sizes, features=FEATURES, classes=CLASSES, want=SIZES),
            _("x_train has a column for each feature, one-hot labels a column for each class."),
        )
    if len(run.networks) > 1:
        raise Failed(
            _("It trained {n} networks, one after the other.").format(n=len(run.networks)),
            _("What one has learned is lost to the next."),
        )


@points(1)
def test_minibatches(runs):
    """Each step draws a minibatch of its own, with the rng that was given."""
    drawn = rows(given(runs)[0])
    again = [a == b for a, b in itertools.pairwise(drawn)]
    if len(drawn) != ITERATIONS:
        if len(drawn) > ITERATIONS and again and all(again[::2]) and not any(again[1::2]):
            cause = _("Each minibatch is used in two steps, one after the other."), "two_steps_a_minibatch"
        else:
            cause = None
        raise Failed(
            _("`gradient` was called {n} times; `iterations` was {iterations}.").format(n=len(drawn), iterations=ITERATIONS),
            _("Each step needs the gradient of its own minibatch."),
            cause=cause,
        )
    if len({frozenset(batch) for batch in drawn}) == 1:
        if all(again):
            cause = _("One minibatch is drawn for the whole training."), "one_minibatch"
            raise Failed(_("Every step uses the same minibatch."), _("Draw inside the loop."), cause=cause)
        cause = _("Every minibatch holds the same samples, in another order: no others are ever drawn."), "same_samples_reordered"
        hint = _("Among which samples is drawn?")
        raise Failed(_("Every step uses the same samples, in another order."), hint, cause=cause)
    if np.mean([len(set(batch)) for batch in drawn]) <= BATCH / 2:
        cause = _("Each minibatch holds the same samples over and over."), "samples_repeated"
        raise Failed(
            _("The {batch} rows of a minibatch are the same few samples, repeated.").format(batch=BATCH),
            _("Each row of a minibatch is drawn by itself."),
            cause=cause,
        )
    used = set().union(*drawn)
    if len(used) < N:
        raise Failed(
            _("In {iterations} steps only {n} of the {total} training samples were ever used.").format(
                iterations=ITERATIONS, n=len(used), total=N
            ),
            _("The samples of a minibatch are drawn from all of the training set."),
            cause=(_("Minibatches are drawn from a part of the training set alone."), "part_of_the_training_set"),
        )
    shared = np.mean([len(set(a) & set(b)) for a, b in zip(drawn, drawn[1:], strict=False)])
    if shared > 0.5 * BATCH:
        raise Failed(
            _("Of the {batch} samples of a minibatch {shared:.1f} stand in the one before as well, on the average.").format(
                batch=BATCH, shared=shared
            ),
            _("A slice that starts at the number of the batch overlaps its neighbours."),
            cause=(_("Minibatches overlap: much of one stands in the next as well."), "minibatches_overlap"),
        )
    short, again, other = (rows(run) for run in runs[1:])
    if short != again:
        raise Failed(
            _("With the same rng it drew other minibatches."),
            _("Draw with the `rng` that was given, not with `np.random` or one of your own."),
        )
    if short == other:
        raise Failed(_("With another rng it drew the same minibatches."), _("Draw with the `rng` that was given."))
    if runs[0].drawn == runs[1].drawn:
        raise Failed(
            _("After the first epochs nothing more is drawn, however many there are."),
            _("One order, turned round or gone through again, is no new draw."),
        )


def rows(run):
    """For each step of a run the numbers of the training samples in its minibatch. Raises Failed where that's none."""
    x_train, t_train = run.data[:2]
    drawn = []
    for _before, (x, t), _after in run.steps:
        if len(x) != BATCH:
            raise Failed(
                _("A minibatch has shape {shape}; it must be {wanted}.").format(shape=x.shape, wanted=(BATCH, FEATURES)),
                _("batch_size samples, one in each row."),
            )
        at = [int(np.abs(x_train - sample).sum(axis=1).argmin()) for sample in x]
        if not np.allclose(x, x_train[at], rtol=1e-6, atol=0):  # float32 will do
            raise Failed(_("A minibatch holds samples that are not in x_train."), cause=seen_of_samples(run))
        if not np.array_equal(HERE.one_hot(t, CLASSES), HERE.one_hot(t_train[at], CLASSES)):
            raise Failed(
                _("In a minibatch the labels don't belong to the samples."),
                _("Draw the numbers of the samples once, and use them for both."),
                cause=(_("The labels of a minibatch are those of other samples."), "labels_of_other_samples"),
            )
        drawn.append(tuple(at))
    return drawn


@tells
def seen_of_samples(run):
    """What minibatches hold that are no rows of x_train: (a sentence, what it is known by), or None."""
    x_train, _t, x_test = run.data[:3]
    shown = np.concatenate([x for _before, (x, _labels), _after in run.steps])
    nearest = lambda data: np.array([np.abs(data - sample).max(axis=1).min() for sample in shown])
    to_train, to_test = nearest(x_train), nearest(x_test)
    if (np.minimum(to_train, to_test) < 1e-6).all():
        if (to_test < 1e-6).all():
            return _("The minibatches are drawn from the test set."), "from_the_test_set"
        return _("The minibatches are drawn from training set and test set together."), "from_both_sets"
    at = [int(np.abs(x_train - sample).sum(axis=1).argmin()) for sample in shown]
    factors = (shown / x_train[at]).ravel()
    if np.ptp(factors) <= 1e-6 * np.abs(factors).max():
        return _("The samples of the minibatches are multiplied by a number."), "samples_multiplied"
    if (to_train > 1e-6).mean() > 0.9 and (to_train < 0.3 * np.abs(x_train).mean()).all():
        return _(
            "The samples of the minibatches are changed a little: something is added to them, each time anew."
        ), "samples_changed"
    return None


@points(1)
def test_update(runs):
    """Each step moves all four parameters by −learning_rate times their gradients."""
    network = given(runs)[0].networks[-1]
    first = HERE.start(*network.sizes)
    if not all(np.array_equal(network.states[0][name], first[name]) for name in first):
        raise Failed(_("Before its first step the network is no longer what it was when it was made."))
    slopes, cause = slopes_of(network), seen_of_steps(network)
    for (before, _batch, after), gradients in zip(network.steps, slopes, strict=True):
        for name, slope in gradients.items():
            check_step(name, after[name] - before[name], -RATE * slope, cause)
    for run in runs[1:]:
        for before, batch, after in run.steps:
            for name, slope in HERE.gradient(before, *batch).items():
                want, step = -run.rate * slope, after[name] - before[name]
                if not run.rate and step.any():
                    hint = _("0 is a number like any other, though `or` takes it for nothing.")
                    raise Failed(_("With a learning rate of 0, {name} must stay as it is.").format(name=name), hint)
                if np.abs(want).max() > 0.01 * np.abs(before[name]).max():  # else float32 would not do
                    check_step(name, step, want, None)


def slopes_of(network):
    return [HERE.gradient(before, *batch) for before, batch, _after in network.steps]


@tells
def seen_of_steps(network):
    """What all steps have in common that is wrong: (a sentence, what it is known by), or None."""
    return of_steps(network.states, slopes_of(network), RATE, {_("the batch size"): BATCH, _("the number of samples"): N})


def check_step(name, step, want, cause):
    if np.abs(step - want).max() <= 1e-6 * np.abs(want).max() + 1e-12:  # float32 will do
        return
    if not step.any():
        raise Failed(
            _("A step left {name} as it was.").format(name=name),
            _("The layers hold the arrays in params: change them in place, with `-=`. A new one changes no layer."),
            cause=cause,
        )
    factor = ratio(step, want)
    if factor is None:
        raise Failed(
            _("The step of {name} doesn't go along its gradient.").format(name=name),
            _("Each parameter takes its own gradient, that of this step."),
            cause=cause,
        )
    sign = _(" as it should be, and goes up the slope") if factor < 0 else _(" as it should be")
    size = _("as long") if close(abs(factor), 1) else _("{n:.3g} times as long").format(n=abs(factor))
    raise Failed(
        _("The step of {name} is {size}{sign}.").format(name=name, size=size, sign=sign),
        _("Downhill: the learning rate times the gradient, subtracted once."),
        cause=cause,
    )


def entries(run, name):
    """One of the returned lists, as floats."""
    found = run.seen.returned
    if found is ... or found is None:
        raise NotRun(_("not run: `train` returns nothing yet."))
    if not isinstance(found, dict):
        kind = found._type_name if isinstance(found, Proxy) else type(found).__name__
        raise Failed(
            _("train returns a {kind}; a dict with the lists {names} was expected.").format(kind=kind, names=", ".join(LISTS))
        )
    if name not in found:
        raise Failed(_("The dict has no {name}; it has {names}.").format(name=name, names=listed(found)))
    values = found[name]
    if values is ...:
        raise NotRun(_("not run: {name} is still to be written (`...`).").format(name=name))
    if type(values) is np.ndarray and values.ndim == 1:
        values = list(values)
    if not is_list(values):
        raise Failed(_("{name} must be a list with one number per epoch.").format(name=name))
    if len(values) > 10 * ITERATIONS:
        raise Failed(_("{name} has {n} entries; it must have one per epoch.").format(name=name, n=len(values)))
    for value in values:
        assert_kind(_("an entry of {name}").format(name=name), value)
        if np.size(value) != 1 or not np.isfinite(value).all():
            raise Failed(_("An entry of {name} is not one finite number.").format(name=name))
    return [float(np.reshape(value, ())) for value in values]


def is_one_list(run):
    first, *others = (entries(run, name) for name in LISTS)
    return bool(first) and all(other == first for other in others)


@points(1)
def test_epochs(runs):
    """The three lists have one entry per epoch."""
    run = given(runs)[0]
    for name in LISTS:
        n = len(entries(run, name))
        if n != EPOCHS:
            ways = {
                ITERATIONS: (_("An entry is made in every step."), "entry_every_step"),
                EPOCHS + 1: (_("There is one entry more than epochs."), "one_entry_more"),
                EPOCHS - 1: (_("There is one entry less than epochs."), "one_entry_less"),
                -(-EPOCHS // 2): (_("An entry is made in every second epoch alone."), "every_second_epoch"),
                EPOCHS // 2: (_("An entry is made in every second epoch alone."), "every_second_epoch"),
                1: (_("One entry is made for the whole training."), "one_entry"),
            }
            raise Failed(
                _(
                    "{name} has {n} entries; {samples} samples in batches of {batch} make {per_epoch} steps per epoch, so {iterations} steps are {epochs} epochs."
                ).format(name=name, n=n, samples=N, batch=BATCH, per_epoch=PER_EPOCH, iterations=ITERATIONS, epochs=EPOCHS),
                cause=IS_ONE_LIST if is_one_list(run) else ways.get(n),
            )


@points(1)
def test_curves(runs):
    """The entries are the network's loss and accuracies of that epoch."""
    run = given(runs)[0]
    if len(run.steps) < PER_EPOCH:
        raise NotRun(
            _("not run: the network was asked for its `gradient` only {n} times; a curve of that can't be followed.").format(
                n=len(run.steps)
            )
        )
    curves = curves_of(run)
    for name in LISTS:
        found = entries(run, name)
        if not found:
            raise Failed(_("{name} is empty.").format(name=name))
        for n, value in enumerate(found):
            # an entry may be taken at any step of its epoch; where there are too many or too few, as they are spread
            steps = slice(n * len(run.steps) // len(found), -(-(n + 1) * len(run.steps) // len(found)))
            if not was_there(value, name, np.ravel(curves[name][steps])):
                of_epochs = [
                    slice(k * len(run.steps) // len(found), -(-(k + 1) * len(run.steps) // len(found))) for k in range(len(found))
                ]
                cause = of_curve(name, found, wrong_curves(run, name, curves, of_epochs))
                cause = IS_ONE_LIST if is_one_list(run) else cause
                raise_wrong_entry(n, value, name, {other: np.ravel(curve[steps]) for other, curve in curves.items()}, cause)
    check_worse(runs[2])


def check_worse(run):
    """Where the network gets worse, no entry is one of an earlier epoch."""
    curves = curves_of(run)
    for name in ("train_loss", "train_accuracy"):
        *earlier, last = entries(run, name)
        said = np.ravel(curves[name][-PER_EPOCH:])
        if len(earlier) == len(run.steps) // PER_EPOCH - 1 and last in earlier and np.abs(said - last).min() > 1e-6:
            raise Failed(
                _("An entry of {name} is that of an earlier epoch, though the network has become worse since.").format(name=name),
                _("They are those of the network as it stands: loss and accuracy on the training set, accuracy on the test set."),
            )


def curves_of(run):
    """{list: for each step what the network would have said before and after it}; of the loss, of the minibatch too."""
    x_train, t_train, x_test, t_test = run.data
    say = {
        "train_loss": lambda p, x, t: (HERE.loss(p, x_train, t_train), HERE.loss(p, x, t)),
        "train_accuracy": lambda p, _x, _t: HERE.accuracy(p, x_train, t_train),
        "test_accuracy": lambda p, _x, _t: HERE.accuracy(p, x_test, t_test),
    }
    return {
        name: np.array([[of(p, *batch) for p in (before, after)] for before, batch, after in run.steps])
        for name, of in say.items()
    }


def was_there(value, name, said):
    """Whether the network said this at some step; a loss may be the mean of several."""
    room = 1e-6 * max(1.0, np.abs(said).max())
    if name == "train_loss":
        return said.min() - room <= value <= said.max() + room
    return np.abs(said - value).min() <= room


@tells
def wrong_curves(run, name, curves, of_epochs):
    """{in words: for each epoch what that was} of what a list may hold in place of its own."""
    x_train, t_train, x_test, t_test = run.data
    of_ends = lambda say, x, t: [
        [say(p, x, t) for before, _b, after in run.steps[epoch] for p in (before, after)] for epoch in of_epochs
    ]
    of_batches = [
        [say(p, *batch) for before, batch, after in run.steps[epoch] for p in (before, after)]
        for epoch in of_epochs
        for say in (HERE.accuracy,)
    ]
    own = [np.ravel(curves[name][epoch]) for epoch in of_epochs]
    places = min(map(len, own))
    by_place = np.array([values[:places] for values in own])
    first = own[0]
    so_far = {
        _("the best value so far"): np.maximum.accumulate(by_place),
        _("the worst value so far"): np.minimum.accumulate(by_place),
        _("the mean of all values so far"): np.cumsum(by_place, axis=0) / np.arange(1, len(own) + 1)[:, None],
    }
    # of a curve that only falls, the best so far is the first: then neither is told
    unlike = {what: values for what, values in so_far.items() if not np.isin(values, first).all()}
    unmoved = _("the same at every epoch, from before the training")
    ever_falling = _("the first value at every epoch: it is the best so far, too, as the right one falls")
    found = {
        _("the accuracy on the training set"): of_ends(HERE.accuracy, x_train, t_train),
        _("the accuracy on the test set"): of_ends(HERE.accuracy, x_test, t_test),
        _("the accuracy on the minibatch alone"): of_batches,
        _("the loss on the training set"): of_ends(HERE.loss, x_train, t_train),
        _("the loss on the test set"): of_ends(HERE.loss, x_test, t_test),
        _("the share that is wrong"): [1 - values for values in own],
        _("per cent, not a share"): [100 * values for values in own],
        **({unmoved: [first] * len(own)} if len(unlike) == len(so_far) else {ever_falling: [first] * len(own)}),
        _("what it must be, times the batch size"): [BATCH * values for values in own],
        _("what it must be, divided by the batch size"): [values / BATCH for values in own],
        _("what it must be, times the number of samples"): [N * values for values in own],
        _("what it must be, divided by the number of samples"): [values / N for values in own],
        _("the same with its sign turned"): [-values for values in own],
        _("the accuracy on the first samples of the training set"): of_ends(HERE.accuracy, x_train[:BATCH], t_train[:BATCH]),
        _("the accuracy on training set and test set together"): of_ends(
            HERE.accuracy, np.concatenate([x_train, x_test]), np.concatenate([t_train, t_test])
        ),
        **{what: list(values) for what, values in unlike.items()},
    }
    return {
        what: said
        for what, said in found.items()
        if not all(was_there(float(np.ravel(v)[-1]), name, o) for v, o in zip(said, own, strict=True))
    }


def raise_wrong_entry(n, value, name, said, cause):
    others = {"test_accuracy": ("train_accuracy", _("the training set")), "train_accuracy": ("test_accuracy", _("the test set"))}
    other, words = others.get(name, (None, ""))
    guess = _(" It looks like that of {others}.").format(others=words) if other and was_there(value, other, said[other]) else ""
    raise Failed(
        _("Entry {n} of {name} is not what the network had at any step of that epoch.{guess}").format(
            n=n + 1, name=name, guess=guess
        ),
        _("They are those of the network as it stands: loss and accuracy on the training set, accuracy on the test set."),
        cause=cause,
    )
