"""The reference for ps4_perceptron: n layers, trained, in columns.

The notebook gives the activations, `Layer` and `half_moons`; they stand here too, so that this file runs alone.
"""

import numpy as np


class Sigmoid:
    """f(z) = 1 / (1 + exp(-z)), between 0 and 1."""

    def __call__(self, z):
        return np.exp(-np.logaddexp(0, -z))

    def derivative(self, z):
        a = self(z)
        return a * (1 - a)


class Tanh:
    """f(z) = tanh(z), between -1 and 1."""

    def __call__(self, z):
        return np.tanh(z)

    def derivative(self, z):
        return 1 - np.tanh(z) ** 2


class Layer:
    """A dense layer: weights (n_neurons, n_inputs), biases (n_neurons, 1), and an activation."""

    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation

    def forward(self, inputs):
        """inputs (n_inputs,) or (n_inputs, 1). Returns a = f(z), (n_neurons, 1)."""
        self.inputs = np.reshape(inputs, (-1, 1))
        self.outputs = self.weights @ self.inputs + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        """da (n_neurons, 1). Takes one step; returns da_prev (n_inputs, 1), from the weights before it."""
        dz = da * self.activation.derivative(self.outputs)
        da_prev = self.weights.T @ dz
        self.weights = self.weights - learning_rate * (dz @ self.inputs.T)
        self.biases = self.biases - learning_rate * dz
        return da_prev


def half_moons(n, noise, rng):
    """n points on two interleaved half-circles. Returns points (n, 2) and labels (n, 1): 0 the upper moon, 1 the lower.

    noise: standard deviation of what is added to both coordinates. The upper moon's points come first.
    """
    n_upper = n // 2
    angle = rng.uniform(0, np.pi, n)
    points = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    points[n_upper:] = [1.0, 0.5] - points[n_upper:]
    labels = np.zeros((n, 1))
    labels[n_upper:] = 1.0
    return points + rng.normal(0, noise, points.shape), labels


def binary_cross_entropy(output, target):
    """output, target (n_outputs, 1). Returns −Σ (t·ln a + (1 − t)·ln(1 − a)), a number; finite at 0 and 1."""
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return -np.sum(target * np.log(a) + (1 - target) * np.log(1 - a))


def binary_cross_entropy_derivative(output, target):
    """output, target (n_outputs, 1). Returns da (n_outputs, 1) = (1 − t)/(1 − a) − t/a; finite at 0 and 1."""
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return (1 - target) / (1 - a) - target / a


class Perceptron:
    """Layers in a row. layers: a list, first to last, of objects with forward(inputs) and backward(da, learning_rate)."""

    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        """inputs (n_inputs,) or (n_inputs, 1). Returns what the last layer makes of them, (n_outputs, 1)."""
        a = inputs
        for layer in self.layers:
            a = layer.forward(a)
        return a

    def backward(self, da, learning_rate):
        """da (n_outputs, 1), ∂loss/∂output. Each layer takes one step. Returns ∂loss/∂inputs (n_inputs, 1)."""
        for layer in reversed(self.layers):
            da = layer.backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        """training_data (N, n_inputs), labels (N, n_outputs). Returns the mean loss of each epoch, a list.

        One sample a step; each epoch takes every sample once, in a new order drawn from rng, a NumPy Generator. A
        sample's loss is the binary cross-entropy from before its step. Leaves both arrays as they are.
        """
        mean_losses = []
        for _ in range(epochs):
            total = 0.0
            for i in rng.permutation(len(training_data)):
                target = labels[i].reshape(-1, 1)
                output = self.forward(training_data[i])
                total += binary_cross_entropy(output, target)
                self.backward(binary_cross_entropy_derivative(output, target), learning_rate)
            mean_losses.append(total / len(training_data))
        return mean_losses


def train():
    """Returns a Perceptron trained to answer near 0 on the upper half-moon and near 1 on the lower one."""
    np.random.seed(1)
    rng = np.random.default_rng(1)
    points, labels = half_moons(200, 0.1, rng)
    perceptron = Perceptron([Layer(2, 8, Tanh()), Layer(8, 4, Tanh()), Layer(4, 1, Sigmoid())])
    perceptron.fit(points, labels, epochs=20, learning_rate=0.2, rng=rng)
    return perceptron


answer_ps4 = "A"
