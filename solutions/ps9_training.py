"""The reference for ps9_training: steps, starts and honest measurement.

params and grads are dicts of arrays with the same keys; update changes the arrays of params in place.
"""

import numpy as np


class Momentum:
    """v ← momentum · v - learning_rate · g, then p ← p + v: a ball that rolls."""

    def __init__(self, learning_rate=0.01, momentum=0.9):
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.v = {}

    def update(self, params, grads):
        """params, grads: dicts of arrays. Changes the arrays of params in place; leaves grads unchanged."""
        for key, p in params.items():
            self.v[key] = self.momentum * self.v.get(key, 0.0) - self.learning_rate * grads[key]
            p += self.v[key]


class RMSProp:
    """h ← decay · h + (1 - decay) · g², then p ← p - learning_rate · g / (√h + epsilon): every number at its own pace."""

    def __init__(self, learning_rate=0.01, decay=0.99, epsilon=1e-8):
        self.learning_rate = learning_rate
        self.decay = decay
        self.epsilon = epsilon
        self.h = {}

    def update(self, params, grads):
        """params, grads: dicts of arrays. Changes the arrays of params in place; leaves grads unchanged."""
        for key, p in params.items():
            g = grads[key]
            self.h[key] = self.decay * self.h.get(key, 0.0) + (1 - self.decay) * g**2
            p -= self.learning_rate * g / (np.sqrt(self.h[key]) + self.epsilon)


class Adam:
    """Both together: averages m of g and v of g², freed from their start at zero, then p ← p - learning_rate · m̂ / (√v̂ + epsilon).

    Kingma and Ba, 2015.
    """

    def __init__(self, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.learning_rate = learning_rate
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.t = 0
        self.m = {}
        self.v = {}

    def update(self, params, grads):
        """params, grads: dicts of arrays. Changes the arrays of params in place; leaves grads unchanged."""
        self.t += 1
        for key, p in params.items():
            g = grads[key]
            self.m[key] = self.beta1 * self.m.get(key, 0.0) + (1 - self.beta1) * g
            self.v[key] = self.beta2 * self.v.get(key, 0.0) + (1 - self.beta2) * g**2
            m_hat = self.m[key] / (1 - self.beta1**self.t)
            v_hat = self.v[key] / (1 - self.beta2**self.t)
            p -= self.learning_rate * m_hat / (np.sqrt(v_hat) + self.epsilon)


def xavier(n_inputs, n_outputs, rng):
    """Returns weights (n_inputs, n_outputs), normal with standard deviation √(1 / n_inputs): for tanh and sigmoid."""
    return rng.normal(0.0, np.sqrt(1 / n_inputs), (n_inputs, n_outputs))


def he(n_inputs, n_outputs, rng):
    """Returns weights (n_inputs, n_outputs), normal with standard deviation √(2 / n_inputs): for ReLU."""
    return rng.normal(0.0, np.sqrt(2 / n_inputs), (n_inputs, n_outputs))


def split(x, t, fractions, rng):
    """x (N, D), t (N,) or (N, K); fractions: their sum is 1. Returns a list of pairs (x, t), one for each fraction.

    Shuffled by rng, every row in one pair, with its label. Leaves x and t unchanged.
    """
    ends = np.round(np.cumsum(fractions) * len(x)).astype(int)
    return [(x[rows], t[rows]) for rows in np.split(rng.permutation(len(x)), ends[:-1])]


class Standardiser:
    """Brings every column to mean 0 and standard deviation 1, as measured on what fit was given.

    mean  (D,), set by fit
    std   (D,), set by fit; 1 for a column that was constant
    """

    def __init__(self):
        self.mean = None
        self.std = None

    def fit(self, x):
        """x (N, D). Sets mean and std (divided by N)."""
        self.mean = x.mean(axis=0)
        constant = x.max(axis=0) == x.min(axis=0)
        self.std = np.where(constant, 1.0, x.std(axis=0))

    def transform(self, x):
        """x (N, D). Returns (N, D), by the mean and std of the last fit. Leaves x unchanged."""
        return (x - self.mean) / self.std


def decay_loss(params, strength):
    """params: a dict of arrays. Returns ½ · strength · Σ W², a number, over all keys that begin with "W"."""
    return 0.5 * strength * sum((W**2).sum() for key, W in params.items() if key.startswith("W"))


def decay_gradients(params, strength):
    """params: a dict of arrays. Returns a dict with every key of params: the gradients of decay_loss, new arrays of the same shapes.

    Zeros for keys that don't begin with "W". Leaves params unchanged.
    """
    return {key: strength * p if key.startswith("W") else np.zeros_like(p) for key, p in params.items()}


class EarlyStopping:
    """Tells when the loss on the validation set has stopped falling, and keeps the best parameters.

    best_loss    the smallest loss so far, a number
    best_params  copies of the parameters that had it, a dict of arrays
    """

    def __init__(self, patience):
        """patience: after how many calls in a row without improvement it is time to stop."""
        self.patience = patience
        self.best_loss = np.inf
        self.best_params = None
        self.waited = 0

    def step(self, loss, params):
        """loss: a number; params: a dict of arrays. Returns whether it is time to stop: True or False.

        An improvement is a loss smaller than best_loss. Leaves params unchanged.
        """
        if loss < self.best_loss:
            self.best_loss = loss
            self.best_params = {key: p.copy() for key, p in params.items()}
            self.waited = 0
        else:
            self.waited += 1
        return self.waited >= self.patience


answer_ps9 = "A"
