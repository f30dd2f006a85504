"""The reference for ps12_recurrent: backpropagation through time, one step at a time and over many.

The names, and the order of the LSTM's gates, are those of Koki Saitoh, Deep Learning from Scratch 2, chapters 4 to 6.
"""

import numpy as np


def sigmoid(z):
    """1 / (1 + exp(-z)), element by element, without overflow."""
    return np.exp(-np.logaddexp(0, -z))


def softmax(x):
    """Scores x (..., V). Returns probabilities over the last axis, the shape of x. Never overflows."""
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


class Embedding:
    """A table with a row of D numbers for each of V ids. W (V, D); dW has its shape."""

    def __init__(self, W):
        self.W = W
        self.ids = None
        self.dW = None

    def forward(self, ids):
        """ids (N, T), whole numbers below V. Returns their rows, (N, T, D)."""
        self.ids = ids
        return self.W[ids]

    def backward(self, dout):
        """dout (N, T, D). Sets dW (V, D); an id that occurs more than once adds up. Returns nothing."""
        self.dW = np.zeros_like(self.W)
        np.add.at(self.dW, self.ids, dout)


class RNNStep:
    """h = tanh(x · Wx + h_prev · Wh + b). Wx (D, H), Wh (H, H), b (H,); dWx, dWh, db have their shapes."""

    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.x, self.h_prev, self.h = None, None, None
        self.dWx, self.dWh, self.db = None, None, None

    def forward(self, x, h_prev):
        """x (N, D), h_prev (N, H). Returns h (N, H)."""
        self.x, self.h_prev = x, h_prev
        self.h = np.tanh(x @ self.Wx + h_prev @ self.Wh + self.b)
        return self.h

    def backward(self, dh):
        """dh (N, H). Returns dx (N, D) and dh_prev (N, H). Sets dWx, dWh and db."""
        dz = dh * (1 - self.h**2)
        self.dWx = self.x.T @ dz
        self.dWh = self.h_prev.T @ dz
        self.db = dz.sum(axis=0)
        dx = dz @ self.Wx.T
        dh_prev = dz @ self.Wh.T
        return dx, dh_prev


class RNN:
    """A step for each place of a sequence, all with the same weights. dWx, dWh, db: summed over time; dh0 (N, H)."""

    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.steps = None
        self.dWx, self.dWh, self.db, self.dh0 = None, None, None, None

    def forward(self, xs, h0=None):
        """xs (N, T, D), h0 (N, H), zeros where it is None. Returns the hidden states hs (N, T, H)."""
        h = np.zeros((len(xs), len(self.b))) if h0 is None else h0
        self.steps, hs = [], []
        for t in range(xs.shape[1]):
            step = RNNStep(self.Wx, self.Wh, self.b)
            h = step.forward(xs[:, t], h)
            self.steps.append(step)
            hs.append(h)
        return np.stack(hs, axis=1)

    def backward(self, dhs):
        """dhs (N, T, H), what reaches each state from outside. Returns dxs (N, T, D). Sets dWx, dWh, db and dh0."""
        self.dWx, self.dWh, self.db = np.zeros_like(self.Wx), np.zeros_like(self.Wh), np.zeros_like(self.b)
        dxs, dh = [], 0.0
        for t in reversed(range(len(self.steps))):
            step = self.steps[t]
            dx, dh = step.backward(dhs[:, t] + dh)
            dxs.append(dx)
            self.dWx += step.dWx
            self.dWh += step.dWh
            self.db += step.db
        self.dh0 = dh
        return np.stack(dxs[::-1], axis=1)


class LSTMStep:
    """One step of an LSTM. Wx (D, 4H), Wh (H, 4H), b (4H,): forget, candidate, input, output. dWx, dWh, db: their shapes."""

    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.kept = None
        self.dWx, self.dWh, self.db = None, None, None

    def forward(self, x, h_prev, c_prev):
        """x (N, D), h_prev (N, H), c_prev (N, H). Returns h (N, H) and c (N, H)."""
        z = x @ self.Wx + h_prev @ self.Wh + self.b
        zf, zg, zi, zo = np.split(z, 4, axis=1)
        f, g, i, o = sigmoid(zf), np.tanh(zg), sigmoid(zi), sigmoid(zo)
        c = f * c_prev + i * g
        h = o * np.tanh(c)
        self.kept = x, h_prev, c_prev, f, g, i, o, c
        return h, c

    def backward(self, dh, dc):
        """dh (N, H), and dc (N, H) from the next step alone. Returns dx (N, D), dh_prev and dc_prev (N, H). Sets dWx, dWh, db."""
        x, h_prev, c_prev, f, g, i, o, c = self.kept
        tanh_c = np.tanh(c)
        dc_all = dc + dh * o * (1 - tanh_c**2)
        dzf = dc_all * c_prev * f * (1 - f)
        dzg = dc_all * i * (1 - g**2)
        dzi = dc_all * g * i * (1 - i)
        dzo = dh * tanh_c * o * (1 - o)
        dz = np.hstack((dzf, dzg, dzi, dzo))
        self.dWx = x.T @ dz
        self.dWh = h_prev.T @ dz
        self.db = dz.sum(axis=0)
        dx = dz @ self.Wx.T
        dh_prev = dz @ self.Wh.T
        dc_prev = dc_all * f
        return dx, dh_prev, dc_prev


class TimeSoftmaxWithLoss:
    """Softmax and cross-entropy at every place of a sequence. Places whose label is -1 don't count."""

    def __init__(self):
        self.ys = None
        self.ts = None

    def forward(self, xs, ts):
        """Scores xs (N, T, V), labels ts (N, T). Returns the mean loss of the places that count, a number."""
        self.ts = ts
        self.ys = softmax(xs)
        n, t = np.nonzero(ts != -1)
        return -np.log(self.ys[n, t, ts[n, t]] + 1e-12).mean()

    def backward(self, dout=1):
        """dout: a number. Returns dxs (N, T, V), zero at the places that don't count."""
        n, t = np.nonzero(self.ts != -1)
        dxs = np.zeros_like(self.ys)
        dxs[n, t] = self.ys[n, t]
        dxs[n, t, self.ts[n, t]] -= 1
        return dxs / len(n) * dout


def clip_by_norm(grads, max_norm):
    """grads: a dict of arrays. Scales them, in place, so that their common norm is at most max_norm. Returns the norm from before."""
    norm = np.sqrt(sum((grad**2).sum() for grad in grads.values()))
    if norm > max_norm:
        for grad in grads.values():
            grad *= max_norm / norm
    return norm


answer_ps12 = "D"
