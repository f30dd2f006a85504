"""The reference for ps5_batch_layers: layers like building blocks, a batch at a time, in rows.

The blocks are those of Koki Saitoh, Deep Learning from Scratch, chapter 5.
"""

import numpy as np


class Relu:
    """A switch for each number. mask, the shape of x: True where the switch is off, which is where x <= 0."""

    def __init__(self):
        self.mask = None

    def forward(self, x):
        """x of any shape. Returns max(0, x), the shape of x. Leaves x unchanged."""
        self.mask = x <= 0
        return np.where(self.mask, 0.0, x)

    def backward(self, dout):
        """dout, the shape of x. Returns dx, the shape of x. Leaves dout unchanged."""
        return np.where(self.mask, 0.0, dout)


class SigmoidLayer:
    """y = 1 / (1 + exp(-x)), number by number. out: the last y, all that backward needs."""

    def __init__(self):
        self.out = None

    def forward(self, x):
        """x of any shape. Returns y, the shape of x, without overflow for any x. Leaves x unchanged."""
        self.out = np.exp(-np.logaddexp(0, -x))
        return self.out

    def backward(self, dout):
        """dout, the shape of x. Returns dx, the shape of x. Leaves dout unchanged."""
        return dout * self.out * (1 - self.out)


class Affine:
    """out = x · W + b for the rows of a batch. W (D, M), b (M,); dW and db have the shapes of W and b."""

    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.x = None
        self.original_x_shape = None
        self.dW = None
        self.db = None

    def forward(self, x):
        """x (N, D), or a tensor (N, ...) with D numbers for each sample. Returns out (N, M)."""
        self.original_x_shape = x.shape
        self.x = x.reshape(x.shape[0], -1)
        return self.x @ self.W + self.b

    def backward(self, dout):
        """dout (N, M). Returns dx, the shape of x. Sets dW (D, M) and db (M,). Leaves dout unchanged."""
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        dx = dout @ self.W.T
        return dx.reshape(self.original_x_shape)


def softmax(x):
    """Scores x (C,) or (N, C). Returns probabilities, the shape of x; each sample's add up to 1. Never overflows."""
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def cross_entropy_error(y, t):
    """Probabilities y (N, C); t one-hot (N, C), or labels (N,) of whole numbers. Returns the mean loss of a sample.

    A probability of 0 counts as 1e-12, so that the loss stays finite.
    """
    labels = t.argmax(axis=1) if t.ndim == 2 else t
    picked = y[np.arange(len(y)), labels]
    return -np.log(np.maximum(picked, 1e-12)).mean()


class SoftmaxWithLoss:
    """Softmax and cross-entropy in one block. loss: a number; y (N, C): the probabilities; t: as it was given."""

    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        """Scores x (N, C); t one-hot (N, C), or labels (N,). Returns the mean loss. Leaves x and t unchanged."""
        self.t = t
        self.y = softmax(x)
        self.loss = cross_entropy_error(self.y, t)
        return self.loss

    def backward(self, dout=1):
        """dout: a number. Returns dx (N, C) = (y - t) / N · dout."""
        n = len(self.y)
        dx = self.y.copy()
        if self.t.ndim == 2:
            dx -= self.t
        else:
            dx[np.arange(n), self.t] -= 1
        return dx / n * dout


class IdentityWithLoss:
    """For regression: y = x and the loss ½ Σ (y - t)² / N in one block."""

    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        """Answers x (N, C) and targets t (N, C). Returns the loss, a number. Leaves x and t unchanged."""
        self.y = x
        self.t = t
        self.loss = ((self.y - self.t) ** 2).sum() / (2 * len(self.y))
        return self.loss

    def backward(self, dout=1):
        """dout: a number. Returns dx (N, C) = (y - t) / N · dout."""
        return (self.y - self.t) / len(self.y) * dout


def affine_from_layer(weights, biases):
    """A layer in columns, weights (n_neurons, n_inputs) and biases (n_neurons, 1), as rows: W (D, M) and b (M,)."""
    return weights.T, biases.ravel()


def rows_from_columns(dW, db):
    """The gradients of such a layer, dW (n_neurons, n_inputs) and db (n_neurons, 1), as rows: (D, M) and (M,)."""
    return dW.T, db.ravel()


answer_ps5 = "B"
