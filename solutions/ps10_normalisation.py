"""The reference for ps10_normalisation: keeping numbers in range, by dropping, by normalising, and by never leaving logarithms."""

import numpy as np


class Dropout:
    """Switches numbers off at random. mask, the shape of x: 0 where one is dropped, 1 / (1 - ratio) where it stays."""

    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        """x of any shape. Returns out, the shape of x: x itself where train is False. rng decides what is dropped."""
        if not train:
            return x
        rng = np.random if rng is None else rng
        self.mask = (rng.random(x.shape) >= self.ratio) / (1 - self.ratio)
        return x * self.mask

    def backward(self, dout):
        """dout, the shape of x. Returns dx, the shape of x. Leaves dout unchanged."""
        return dout * self.mask


class BatchNorm:
    """out = gamma · x_hat + beta, where each column of x_hat has mean 0 and variance 1 over the batch.

    gamma, beta, dgamma, dbeta, running_mean, running_var: (D,). x_hat (N, D) and std (D,): from the last forward.
    """

    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.epsilon = epsilon
        self.running_mean = np.zeros(len(gamma))
        self.running_var = np.ones(len(gamma))
        self.x_hat = None
        self.std = None
        self.dgamma = None
        self.dbeta = None

    def forward(self, x, train=True):
        """x (N, D). Returns out (N, D). With train, moves the running values; without, uses them. Leaves x unchanged."""
        if train:
            mean = x.mean(axis=0)
            var = x.var(axis=0)
            self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mean
            self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
        else:
            mean = self.running_mean
            var = self.running_var
        self.std = np.sqrt(var + self.epsilon)
        self.x_hat = (x - mean) / self.std
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        """dout (N, D), after a forward with train. Returns dx (N, D). Sets dgamma and dbeta (D,). Leaves dout unchanged."""
        self.dgamma = (dout * self.x_hat).sum(axis=0)
        self.dbeta = dout.sum(axis=0)
        dx_hat = dout * self.gamma
        through_mean = dx_hat.mean(axis=0)
        through_var = self.x_hat * (dx_hat * self.x_hat).mean(axis=0)
        return (dx_hat - through_mean - through_var) / self.std


class LayerNorm:
    """out = gamma · x_hat + beta, where each x_hat[..., :] has mean 0 and variance 1: each place by itself.

    gamma, beta, dgamma, dbeta: (D,). x_hat, the shape of x, and std, with a last axis of 1: from the last forward.
    """

    def __init__(self, gamma, beta, epsilon=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.epsilon = epsilon
        self.x_hat = None
        self.std = None
        self.dgamma = None
        self.dbeta = None

    def forward(self, x):
        """x (N, D) or (N, T, D). Returns out, the shape of x. Leaves x unchanged."""
        mean = x.mean(axis=-1, keepdims=True)
        var = x.var(axis=-1, keepdims=True)
        self.std = np.sqrt(var + self.epsilon)
        self.x_hat = (x - mean) / self.std
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        """dout, the shape of x. Returns dx, the shape of x. Sets dgamma and dbeta (D,). Leaves dout unchanged."""
        others = tuple(range(dout.ndim - 1))
        self.dgamma = (dout * self.x_hat).sum(axis=others)
        self.dbeta = dout.sum(axis=others)
        dx_hat = dout * self.gamma
        through_mean = dx_hat.mean(axis=-1, keepdims=True)
        through_var = self.x_hat * (dx_hat * self.x_hat).mean(axis=-1, keepdims=True)
        return (dx_hat - through_mean - through_var) / self.std


def log_sum_exp(x):
    """Scores x (N, C). Returns ln Σ exp(x) of each row, (N,), without overflow. Leaves x unchanged."""
    highest = x.max(axis=1)
    return highest + np.log(np.exp(x - highest[:, None]).sum(axis=1))


def log_softmax(x):
    """Scores x (N, C). Returns the logarithms of the probabilities, the shape of x. Leaves x unchanged."""
    return x - log_sum_exp(x)[:, None]


class BCEWithLogits:
    """The binary cross-entropy of sigmoid(z) against t, straight from the scores z."""

    def __init__(self):
        self.z = None
        self.t = None

    def forward(self, z, t):
        """Scores z of any shape, t in [0, 1] of the same shape. Returns the mean loss, a number. Leaves z and t unchanged."""
        self.z = z
        self.t = t
        return (np.logaddexp(0, z) - t * z).sum() / z.size

    def backward(self, dout=1):
        """dout: a number. Returns dz, the shape of z, = (sigmoid(z) - t) / z.size · dout."""
        y = np.exp(-np.logaddexp(0, -self.z))
        return (y - self.t) / self.z.size * dout


answer_ps10 = "D"
