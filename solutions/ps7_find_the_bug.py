"""The reference for ps7_find_the_bug: four pieces of someone else's code, repaired, and six symptoms named."""

import numpy as np


class BrokenLayer:
    """A dense layer in columns, one sample at a time.

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
        """inputs (n_inputs,) or (n_inputs, 1). Returns a (n_neurons, 1); stores the inputs and z."""
        self.inputs = np.reshape(inputs, (-1, 1))
        self.outputs = self.weights @ self.inputs + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        """da (n_neurons, 1). Returns da_prev (n_inputs, 1), taken with the weights from before the update."""
        dz = da * self.activation.derivative(self.outputs)
        da_prev = self.weights.T @ dz
        self.weights -= learning_rate * dz @ self.inputs.T
        self.biases -= learning_rate * dz
        return da_prev


class BrokenAffine:
    """A dense layer in rows, for a batch. W (D, M), b (M,); backward stores dW (D, M) and db (M,)."""

    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = None, None
        self.x, self.shape = None, None

    def forward(self, x):
        """x (N, D), or a tensor (N, ...) with D numbers for each sample. Returns out (N, M)."""
        self.shape = x.shape
        self.x = x.reshape(len(x), -1)
        return self.x @ self.W + self.b

    def backward(self, dout):
        """dout (N, M). Returns dx, the shape of x; stores dW and db, summed over the batch."""
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.shape)


class BrokenSoftmaxWithLoss:
    """Softmax and cross-entropy in one: loss, a number; y (N, C), the probabilities; t, the labels."""

    def __init__(self):
        self.loss, self.y, self.t = None, None, None

    def forward(self, x, t):
        """Scores x (N, C); t (N, C) one-hot or (N,) whole numbers. Returns the loss, the mean over the batch."""
        self.t = t
        powers = np.exp(x - x.max(axis=1, keepdims=True))
        self.y = powers / powers.sum(axis=1, keepdims=True)
        right = t.argmax(axis=1) if t.ndim == 2 else t
        self.loss = -np.mean(np.log(self.y[np.arange(len(right)), right] + 1e-7))
        return self.loss

    def backward(self, dout=1):
        """Returns ∂loss/∂x, (N, C), times dout."""
        dx = self.y.copy()
        if self.t.ndim == 2:
            dx -= self.t
        else:
            dx[np.arange(len(dx)), self.t] -= 1
        return dx / len(dx) * dout


def broken_train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    """Trains a TwoLayerNet with 50 hidden units on batches drawn from the training set.

    Returns a dict of three lists, one entry per epoch: train_loss, train_accuracy, test_accuracy.
    """
    network = TwoLayerNet(x_train.shape[1], 50, 10)  # noqa: F821 (given by the notebook)
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    history = {"train_loss": [], "train_accuracy": [], "test_accuracy": []}

    for i in range(iterations):
        batch = rng.choice(len(x_train), batch_size, replace=False)
        x, t = x_train[batch], t_train[batch]
        gradients = network.gradient(x, t)
        for name in ("W1", "b1", "W2", "b2"):
            network.params[name] -= learning_rate * gradients[name]
        if i % steps_per_epoch == 0:
            history["train_loss"].append(network.loss(x, t))
            history["train_accuracy"].append(network.accuracy(x_train, t_train))
            history["test_accuracy"].append(network.accuracy(x_test, t_test))
    return history


answer_symptom_1 = "C"
answer_symptom_2 = "A"
answer_symptom_3 = "D"
answer_symptom_4 = "B"
answer_symptom_5 = "A"
answer_symptom_6 = "D"
