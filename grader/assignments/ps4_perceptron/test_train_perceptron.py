"""`train()`: judged on half-moons that nobody has seen before.

It is run as it is; where that fails it is run again with the right cross-entropy and the right `Perceptron` in place. What the
trained perceptron answers must be what its layers make of the points, by the tests' own forward pass.
"""

import numpy as np
import pytest

from grader.testing import Failed, NotPassed, NotRun, Proxy, _, assert_kind, close, is_array_like, points

SECONDS = 20
POINTS, NOISE = 400, 0.1
FEW = 20  # points that are followed through the layers
MOST_NEURONS = 2_000  # in a layer that is looked at
ENOUGH = 0.95

ASKED = """
import numpy as np


def train(own, seed):
    np.random.seed(seed)
    return own()


def forward(perceptron, points):
    return [perceptron.forward(point.reshape(-1, 1)) for point in points]


def layers_of(perceptron):
    layers = getattr(perceptron, "layers", None)
    return list(layers) if isinstance(layers, (list, tuple)) else None


def activated(layer, z):
    return np.array([[layer.activation(np.full((1, 1), entry)).item() for entry in row] for row in z])


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
# What `train` sets up, seen without training: one true or false for each way to go wrong. Only known mistakes are told by it.
LOOKED_INTO = """
import numpy as np


class Perceptron:
    made = []

    def __init__(self, layers):
        self.layers, self.data, self.steps, self.rate = list(layers), None, 0, 0.0
        Perceptron.made.append(self)

    def forward(self, inputs):
        for layer in self.layers:
            inputs = layer.forward(inputs)
        return inputs

    def backward(self, da, learning_rate):
        self.steps, self.rate = self.steps + 1, learning_rate
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        self.data = np.array(training_data), np.array(labels)
        self.steps, self.rate = self.steps + epochs * len(training_data), learning_rate
        return [0.5] * epochs


def share_of_right_labels(points, labels):
    angle = np.linspace(0, np.pi, 50)
    upper = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    far = [np.linalg.norm(points[:, None] - moon, axis=2).min(axis=1) for moon in (upper, [1.0, 0.5] - upper)]
    return np.mean((far[1] < far[0]) == (np.reshape(labels, (len(points), -1))[:, -1] > 0.5))


def is_straight(activation):
    z = np.array([[-1.0, 0.0, 1.0]])
    a = np.ravel(activation(z))
    return abs(a[0] - 2 * a[1] + a[2]) + abs(a[2] - a[1] - (a[1] - a[0])) + abs(activation(2 * z)[0, 2] - 2 * a[2] + a[1]) < 1e-9


def look_into(own, seed):
    Perceptron.made = []
    np.random.seed(seed)
    returned = own()
    net = Perceptron.made[-1]
    ends = np.ravel(net.layers[-1].activation(np.array([[-3.0], [3.0]])))
    points, labels = net.data or (np.zeros((0, 2)), np.zeros((0, 1)))
    share = share_of_right_labels(points, labels) if len(points) else 0.5
    return {
        "returned": type(returned).__name__,
        "hidden layers": len(net.layers) > 1,
        "hidden neurons": min([len(layer.weights) for layer in net.layers[:-1]], default=2) > 1,
        "bent": not any(is_straight(layer.activation) for layer in net.layers[:-1]),
        "one output": len(net.layers[-1].weights) == 1,
        "between 0 and 1": bool(ends.min() >= 0 and ends.max() <= 1),
        "trained": net.steps > 0,
        "points enough": len(points) >= 20 or not net.steps,
        "rounds enough": net.steps >= 5 * len(points),
        "both moons": len(np.unique(np.ravel(labels))) > 1 or not len(points),
        "rate": net.rate > 1e-3 or not net.steps,
        "labels": "turned round" if share < 0.1 else "mixed up" if share < 0.9 and len(points) else "right",
    }
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
        if trained is ...:
            raise NotRun(_("not run: `train` is still to be written."))
        if trained is None:
            raise Failed(_("`train` gives None; it must return the trained Perceptron."), _("Is there a `return`?"))
        if not isinstance(trained, Proxy):
            raise Failed(
                _("`train` gives a {kind}; it must return the trained Perceptron, and nothing else.").format(
                    kind=type(trained).__name__
                )
            )
        answers = asked.forward(trained, self.points)
        for answer in answers:
            assert_kind(_("the answer of the trained Perceptron to one point"), answer)
            if np.size(answer) != 1:
                raise Failed(
                    _("The trained Perceptron's answer to one point has shape {shape}; it must be one number.").format(
                        shape=np.shape(answer)
                    ),
                    _("The last layer needs one neuron."),
                )
        answers = np.array([float(np.ravel(answer)[0]) for answer in answers])
        self.look_at_layers(asked, trained, answers)
        return answers

    def look_at_layers(self, asked, trained, answers):
        """Raise Failed where the answers are not what the trained layers make of the points, one number at a time through each
        activation."""
        layers, few = asked.layers_of(trained), slice(None, None, POINTS // FEW)
        if not isinstance(layers, list) or not layers or not all(isinstance(layer, Proxy) for layer in layers):
            raise Failed(
                _("The trained Perceptron has no list of layers to look at."), _("`Perceptron(layers)` keeps its layers.")
            )
        a = self.points[few].T
        for number, layer in enumerate(layers, 1):
            weights, biases = layer.weights, layer.biases
            if not (is_array_like(weights, np.zeros((len(weights) if np.ndim(weights) else 0, len(a))))):
                raise Failed(_("Layer {n} of the trained Perceptron has no weights for its inputs.").format(n=number))
            if not is_array_like(biases, weights[:, :1]) or len(weights) > MOST_NEURONS:
                raise Failed(_("Layer {n} of the trained Perceptron has no biases for its neurons.").format(n=number))
            z = weights @ a + biases
            a = asked.activated(layer, z)
            if not is_array_like(a, z):
                raise Failed(_("The activation of layer {n} doesn't give a number for each number.").format(n=number))
        if np.shape(a) != (1, a.shape[1]) or not close(a[0], answers[few]):
            raise Failed(
                _("The trained Perceptron's answers are not what its own layers make of the points."),
                _("`forward` hands the inputs through all layers."),
            )

    def judge(self, check):
        """Pass where `check` does for one of the trainings; else say what it says of the first."""
        errors = []
        for which in range(2):
            try:
                check(self.answers(which))
                return
            except NotPassed as error:
                errors.append(error)
        look = self.student.bring(LOOKED_INTO)
        self.student.put("Perceptron", look.Perceptron)
        self.student.watch(look.look_into, self.student.train, self.seed)
        raise errors[0]


@pytest.fixture(scope="module")
def trainings(student, rng, reference):
    return Trainings(student, rng, reference)


@points(1)
def test_answers(trainings):
    """train() returns a Perceptron that answers each point with a number between 0 and 1."""

    def check(answers):
        if not np.isfinite(answers).all():
            raise Failed(_("The trained Perceptron answers with NaN or infinity."), _("Did a step grow out of hand?"))
        if answers.min() < 0 or answers.max() > 1:
            raise Failed(_("The trained Perceptron answers with numbers outside 0 to 1."), _("Which activation ends there?"))

    trainings.judge(check)


@points(2)
def test_separates(trainings):
    """train() returns a Perceptron that tells new half-moons apart, at least 95 in 100 points."""

    def check(answers):
        right = float(np.mean((answers > 0.5) == (trainings.labels[:, 0] == 1)))
        if right >= ENOUGH:
            return
        hint = _("Has the loss fallen to nearly 0 by the last epoch? One straight line gets about 88 in 100 right.")
        if right <= 1 - ENOUGH:
            hint = _("All is learned, the wrong way round: which moon has label 1?")
        elif right < 0.6:
            hint = _("That is a guess. Was it trained, on both moons, with the labels that belong to the points?")
        raise Failed(
            _("Of 100 new points it puts {right:.0f} into the right moon; {enough:.0f} are asked for.").format(
                right=100 * right, enough=100 * ENOUGH
            ),
            hint,
        )

    trainings.judge(check)
