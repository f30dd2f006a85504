"""`train()`: judged on half-moons that nobody has seen before.

It is run as it is; where that fails it is run again with the right cross-entropy and the right `Perceptron` in place.
"""

import numpy as np
import pytest

from grader.checks import assert_kind
from grader.fixtures import points
from grader.outcomes import Failed, NotPassed, NotRun
from grader.student import Proxy

SECONDS = 20
POINTS, NOISE = 400, 0.1
ENOUGH = 0.95

ASKED = """
import numpy as np


def train(own, seed):
    np.random.seed(seed)
    return own()


def forward(perceptron, points):
    return [perceptron.forward(point.reshape(-1, 1)) for point in points]


def binary_cross_entropy(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return -np.sum(target * np.log(a) + (1 - target) * np.log(1 - a))


def binary_cross_entropy_derivative(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return (1 - target) / (1 - a) - target / a


class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        for layer in self.layers:
            inputs = layer.forward(inputs)
        return inputs

    def backward(self, da, learning_rate):
        for layer in self.layers[::-1]:
            da = layer.backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        losses = np.zeros((epochs, len(training_data)))
        for epoch in range(epochs):
            for i in rng.permutation(len(training_data)):
                target = np.reshape(labels[i], (-1, 1))
                output = self.forward(training_data[i])
                losses[epoch, i] = binary_cross_entropy(output, target)
                self.backward(binary_cross_entropy_derivative(output, target), learning_rate)
        return [float(loss) for loss in losses.mean(axis=1)]
"""
BUILT_ON = ("binary_cross_entropy", "binary_cross_entropy_derivative", "Perceptron")


class Trainings:
    """What `train()` returned: first by itself, then with what it builds on put right. `points`, and their answers."""

    def __init__(self, student, rng, reference):
        self.student = student
        self.points, self.labels = reference.half_moons(POINTS, NOISE, rng)
        self.seed = int(rng.integers(1, 2**31))
        self.made = []

    def answers(self, which):
        """The trained perceptron's answers to all points, (POINTS,). Raises what kept it from giving them."""
        if which == len(self.made):
            try:
                self.made.append(self._answers(which))
            except NotPassed as error:
                self.made.append(error)
        if isinstance(self.made[which], NotPassed):
            raise self.made[which]
        return self.made[which]

    def _answers(self, which):
        asked = self.student.bring(ASKED)
        own = self.student.train
        if which:
            for name in BUILT_ON:
                self.student.put(name, getattr(asked, name))
        seen = self.student.watch(asked.train, own, self.seed, seconds=SECONDS)
        if seen.error:
            raise seen.error
        trained = seen.returned
        if trained is None or trained is ...:
            raise NotRun(f"not run: `train` gives {trained}: it is still to be written, or a `return` is missing.")
        if not isinstance(trained, Proxy):
            raise Failed(f"`train` gives a {type(trained).__name__}; it must return the trained Perceptron, and nothing else.")
        answers = asked.forward(trained, self.points)
        for answer in answers:
            assert_kind("the answer of the trained Perceptron to one point", answer)
            if np.size(answer) != 1:
                raise Failed(
                    f"The trained Perceptron's answer to one point has shape {np.shape(answer)}; it must be one number.",
                    "The last layer needs one neuron.",
                )
        return np.array([float(np.ravel(answer)[0]) for answer in answers])

    def judge(self, check):
        """Pass where `check` does for one of the trainings; else say what it says of the first."""
        told = []
        for which in range(2):
            try:
                check(self.answers(which))
                return
            except NotPassed as error:
                told.append(error)
        raise told[0]


@pytest.fixture(scope="module")
def trainings(student, rng, reference):
    return Trainings(student, rng, reference)


@points(1)
def test_answers(trainings):
    """train() returns a Perceptron that answers each point with a number between 0 and 1."""

    def check(answers):
        if not np.isfinite(answers).all():
            raise Failed("The trained Perceptron answers with NaN or infinity.", "Did a step grow out of hand?")
        if answers.min() < 0 or answers.max() > 1:
            raise Failed("The trained Perceptron answers with numbers outside 0 to 1.", "Which activation ends there?")

    trainings.judge(check)


@points(2)
def test_separates(trainings):
    """train() returns a Perceptron that tells new half-moons apart, at least 95 in 100 points."""

    def check(answers):
        right = float(np.mean((answers > 0.5) == (trainings.labels[:, 0] == 1)))
        if right >= ENOUGH:
            return
        hint = "Has the loss fallen to nearly 0 by the last epoch? One straight line gets about 88 in 100 right."
        if right <= 1 - ENOUGH:
            hint = "All is learned, the wrong way round: which moon has label 1?"
        elif right < 0.6:
            hint = "That is a guess. Was it trained, on both moons, with the labels that belong to the points?"
        raise Failed(f"Of 100 new points it puts {100 * right:.0f} into the right moon; {100 * ENOUGH:.0f} are asked for.", hint)

    trainings.judge(check)
