"""`fit`, on a model that the tests bring: it has `model(x)` and `model.parameters()`, and nothing else that could be used.

Each part is measured by what the same `fit` does elsewhere: where its loss is wrong by a factor, its steps may be, too.
"""

from dataclasses import dataclass, replace

import numpy as np
import pytest
from autograd_pieces import TAMPERED, Pieces

from grader.testing import Failed, Proxy, _, assert_gradient, assert_kind, close, points, signed

N, MORE, D, K = 3, 6, 1, 2  # samples, of another task, inputs, outputs
SPARE = K * D  # the place of the parameter that nothing depends on
RATE, UPHILL = 1.5, 40.0  # the latter so large that a step makes each loss larger, whatever is drawn
AGAIN = _("A grad keeps what it holds: before each backward, all of them go back to zero.")

THERE = """
class Lines:
    def __init__(self, Value, rows, biases, grad):
        self._rows = [[Value(w) for w in row] for row in rows]
        self._biases = [Value(b) for b in biases]
        self._spare = Value(0.5)
        for value in self.parameters():
            value.grad = grad

    def __call__(self, x):
        assert len(x) == len(self._rows[0]), "model(x): x is one sample"
        found = []
        for row, b in zip(self._rows, self._biases):
            for w, number in zip(row, x):
                b = w * number + b
            found.append(b)
        return found

    def parameters(self):
        return [w for row in self._rows for w in row] + [self._spare] + self._biases


def zeroed(model):
    for value in model.parameters():
        value.grad = 0.0


def data_of(model):
    return [value.data for value in model.parameters()]
"""


@dataclass(frozen=True)
class Task:
    """Numbers of a model and of the samples that it is to fit."""

    rows: np.ndarray  # (K, D)
    biases: np.ndarray  # (K,)
    x: np.ndarray  # (N, D)
    t: np.ndarray  # (N, K)

    @property
    def errors(self):
        return self.x @ self.rows.T + self.biases - self.t

    @property
    def loss(self):
        return float((self.errors**2).mean())

    @property
    def gradient(self):
        """As the parameters come: rows, one that nothing depends on, and biases, so that the first and the last have to move."""
        d_rows, d_biases = self.errors.T @ self.x, self.errors.sum(axis=0)
        return np.concatenate((d_rows.ravel(), [0.0], d_biases)) * 2 / self.t.size

    def at(self, parameters):
        """The same task with other parameters."""
        return Task(np.reshape(parameters[:SPARE], (K, D)), np.array(parameters[SPARE + 1 :]), self.x, self.t)


def drawn(rng, n):
    return Task(signed(rng, K, D), signed(rng, K), signed(rng, n, D), 2 * signed(rng, n, K))


class Bench:
    def __init__(self, student, rng):
        self.student, self.there, self.either = student, student.bring(THERE), Pieces(student).either
        self.task, self.other = drawn(rng, N), drawn(rng, MORE)
        self.other = replace(self.other, x=1e-4 * self.other.x)  # so that some gradients are tiny
        self.fitted = replace(self.task, t=self.task.t + self.task.errors + 1e-3 * signed(rng, N, K))  # to a thousandth

    def model(self, task, grad=0.0):
        return self.there.Lines(self.student.Value, task.rows.tolist(), task.biases.tolist(), grad)

    def fit(self, model, task, steps, rate):
        return self.student.fit(model, task.x.tolist(), task.t.tolist(), steps, rate)

    def after(self, model):
        found = self.there.data_of(model)
        if not isinstance(found, list):
            raise Failed(TAMPERED)
        for one in found:
            assert_kind(_("A parameter's data after fit"), one)
        return np.array(found, dtype=float)

    def first_loss(self, task):
        """What fit says of a task's loss where nothing moves."""
        return losses(self.fit(self.model(task), task, 1, 0.0), 1)[0]


@pytest.fixture(scope="module")
def bench(student, rng):
    return Bench(student, rng)


def losses(got, steps):
    """What fit returned, a list of `steps` plain numbers."""
    if isinstance(got, np.ndarray):
        got = got.tolist()
    if got is None or got is ... or isinstance(got, (int, float, Proxy)):
        assert_kind(_("What fit returns"), got)
    if not isinstance(got, (list, tuple)) or len(got) != steps:
        raise Failed(_("fit must return a list of losses, one for each step."))
    for loss in got:
        if isinstance(loss, Proxy):
            raise Failed(_("fit must return plain numbers; a loss is an object."), _("The number in a Value is its data."))
        assert_kind(_("A loss"), loss)
        if not isinstance(loss, (int, float)) or not np.isfinite(loss):
            raise Failed(_("A loss is not one finite number."))
    return [float(loss) for loss in got]


@points(1)
def test_losses(student, bench):
    """The loss is the mean of the squared errors over samples and outputs, a plain float."""

    def check():
        for task in (bench.other, bench.fitted):
            got, n = losses(bench.fit(bench.model(task), task, 2, 0.0), 2), len(task.x)
            if not close(got, [task.loss] * 2):
                by = {
                    1 / (n * K): _("N · K times too big"),
                    1 / n: _("K times too big"),
                    1 / K: _("N times too big"),
                    2: _("half of it"),
                }
                words = next((words for factor, words in by.items() if close(got[0] * factor, task.loss)), _("a wrong value"))
                sentence = _("For {n} samples with {k} outputs the loss has a wrong size: {words}.").format(n=n, k=K, words=words)
                raise Failed(sentence, _("The squares are added up over samples and outputs, and divided by how many they are."))

    bench.either(check)


@points(1)
def test_before(student, bench):
    """Each loss is measured before its step."""

    def check():
        first, task = bench.first_loss(bench.task), bench.task
        model = bench.model(task)
        got = losses(bench.fit(model, task, 1, UPHILL), 1)[0]
        hint = _("The forward pass that the step goes by is the one whose loss counts.")
        if not close(got, first):
            raise Failed(_("The first loss is not that of the model as it came."), hint)
        moved = task.at(bench.after(model))
        then = bench.first_loss(moved)
        if close(then, first):
            raise Failed(_("After a step the loss is the same as before."), hint)
        if not close(losses(bench.fit(bench.model(task), task, 2, UPHILL), 2), [first, then]):
            raise Failed(_("The second loss is not that of the model after one step."), hint)

    bench.either(check)


@points(2)
def test_step(student, bench):
    """A step moves each parameter against its gradient, for all samples together."""

    def check():
        for task in (bench.task, bench.other):
            model = bench.model(task)
            bench.fit(model, task, 1, RATE)
            start = np.concatenate((task.rows.ravel(), [0.5], task.biases))
            got = (start - bench.after(model)) / RATE
            if not got.any():
                raise Failed(_("fit doesn't change any parameter."), _("The step changes the data of each parameter."))
            if close(got, task.gradient) or close(got, task.gradient * bench.first_loss(task) / task.loss):
                continue
            known = {_("the number of samples"): len(task.x), _("the number of outputs"): K, _("the learning rate"): RATE, "2": 2}
            hint = _("One backward for the loss of all samples, and one step along all gradients.")
            assert_gradient(_("The step, divided by −learning_rate,"), got, task.gradient, hint, known)

    bench.either(check)


@points(1)
def test_zeroed(student, bench):
    """The grads are zeroed before each backward, whatever they held before."""

    def check():
        task = bench.task
        alone, together = bench.model(task), bench.model(task, grad=-3.0)
        for _step in range(3):
            bench.there.zeroed(alone)
            bench.fit(alone, task, 1, RATE)
        want, start = bench.after(alone), bench.after(bench.model(task))
        if close(want, start):
            raise Failed(_("fit doesn't change any parameter."))
        bench.fit(together, task, 3, RATE)
        got = bench.after(together)
        if not close(got[SPARE], start[SPARE]):
            raise Failed(_("A parameter that the loss doesn't depend on has moved: its grad was not zero before fit."), AGAIN)
        if not close(got, want):
            raise Failed(_("Three steps at once lead elsewhere than three single steps with zeros between them."), AGAIN)

    bench.either(check)
