"""The reference for ps3_layer: one dense layer, forward and back, in columns."""

import numpy as np


class Layer:
    """A dense layer: every neuron sees every input.

    weights (n_neurons, n_inputs) and biases (n_neurons, 1), uniform in [-1, 1].
    activation: called with z it gives f(z); its derivative(z) gives f'(z).
    """

    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        """inputs (n_inputs,) or (n_inputs, 1). Returns f(z) (n_neurons, 1); stores the inputs and z."""
        self.inputs = np.reshape(inputs, (-1, 1))
        self.outputs = self.weights @ self.inputs + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        """da (n_neurons, 1). Returns da_prev (n_inputs, 1), taken with the weights from before the update."""
        dz = da * self.activation.derivative(self.outputs)
        d_weights = dz @ self.inputs.T
        d_biases = dz
        da_prev = self.weights.T @ dz
        self.weights = self.weights - learning_rate * d_weights
        self.biases = self.biases - learning_rate * d_biases
        return da_prev


answer_ps3 = "B"
