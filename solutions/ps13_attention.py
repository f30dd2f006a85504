"""The reference for ps13_attention: softmax's way back, attention, its heads, and a block made of them.

The block is that of Vaswani and others, Attention Is All You Need, with the normalisation before each part, as GPT-2 has it.
"""

import numpy as np


def softmax(x):
    """Scores x (..., S). Returns weights over the last axis, the shape of x. Never overflows; exp(-inf) is 0."""
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def softmax_backward(dy, y):
    """dy and y = softmax(x), (..., S). Returns dx, the shape of y, for the softmax over the last axis."""
    return y * (dy - (dy * y).sum(axis=-1, keepdims=True))


class Attention:
    """Each place of q takes a weighted mean of v. weights (N, T, S): who looks at whom, of the last forward."""

    def __init__(self):
        self.weights = None
        self.q, self.k, self.v = None, None, None

    def forward(self, q, k, v, mask=None):
        """q (N, T, d), k (N, S, d), v (N, S, dv); mask (T, S), True where looking is allowed. Returns out (N, T, dv)."""
        self.q, self.k, self.v = q, k, v
        scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
        if mask is not None:
            scores = np.where(mask, scores, -np.inf)
        self.weights = softmax(scores)
        return self.weights @ v

    def backward(self, dout):
        """dout (N, T, dv). Returns dq, dk and dv, the shapes of q, k and v."""
        dv = np.swapaxes(self.weights, -1, -2) @ dout
        dweights = dout @ np.swapaxes(self.v, -1, -2)
        dscores = softmax_backward(dweights, self.weights) / np.sqrt(self.q.shape[-1])
        dq = dscores @ self.k
        dk = np.swapaxes(dscores, -1, -2) @ self.q
        return dq, dk, dv


def split_heads(x, h):
    """x (N, T, D). Returns (N, h, T, D/h): head i holds columns i·D/h to (i + 1)·D/h - 1."""
    N, T, D = x.shape
    return x.reshape(N, T, h, D // h).transpose(0, 2, 1, 3)


def merge_heads(x):
    """x (N, h, T, D/h). Returns (N, T, D), the heads side by side again."""
    N, h, T, width = x.shape
    return x.transpose(0, 2, 1, 3).reshape(N, T, h * width)


class SelfAttention:
    """Every place of x looks at places of x, in several heads. Wq, Wk, Wv, Wo and their gradients dWq, dWk, dWv, dWo (D, D)."""

    def __init__(self, Wq, Wk, Wv, Wo, heads, causal=True):
        self.Wq, self.Wk, self.Wv, self.Wo = Wq, Wk, Wv, Wo
        self.heads = heads
        self.causal = causal
        self.attention = Attention()
        self.x, self.merged = None, None
        self.dWq, self.dWk, self.dWv, self.dWo = None, None, None, None

    def forward(self, x):
        """x (N, T, D). Returns out (N, T, D)."""
        self.x = x
        T = x.shape[1]
        q, k, v = (split_heads(x @ W, self.heads) for W in (self.Wq, self.Wk, self.Wv))
        mask = np.tril(np.ones((T, T), dtype=bool)) if self.causal else None
        self.merged = merge_heads(self.attention.forward(q, k, v, mask))
        return self.merged @ self.Wo

    def backward(self, dout):
        """dout (N, T, D). Returns dx (N, T, D). Sets dWq, dWk, dWv and dWo."""
        D = dout.shape[-1]
        rows = self.x.reshape(-1, D)
        self.dWo = self.merged.reshape(-1, D).T @ dout.reshape(-1, D)
        dmerged = dout @ self.Wo.T
        dq, dk, dv = (merge_heads(d) for d in self.attention.backward(split_heads(dmerged, self.heads)))
        self.dWq = rows.T @ dq.reshape(-1, D)
        self.dWk = rows.T @ dk.reshape(-1, D)
        self.dWv = rows.T @ dv.reshape(-1, D)
        return dq @ self.Wq.T + dk @ self.Wk.T + dv @ self.Wv.T


class LayerNorm:
    """Each row of D numbers with mean 0 and variance 1, then scaled and shifted. gamma, beta, dgamma, dbeta (D,)."""

    def __init__(self, gamma, beta, epsilon=1e-5):
        self.gamma, self.beta, self.epsilon = gamma, beta, epsilon
        self.normal, self.std = None, None
        self.dgamma, self.dbeta = None, None

    def forward(self, x):
        """x (N, T, D). Returns out, its shape."""
        centred = x - x.mean(axis=-1, keepdims=True)
        self.std = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + self.epsilon)
        self.normal = centred / self.std
        return self.gamma * self.normal + self.beta

    def backward(self, dout):
        """dout (N, T, D). Returns dx, its shape. Sets dgamma and dbeta."""
        self.dgamma = (dout * self.normal).sum(axis=(0, 1))
        self.dbeta = dout.sum(axis=(0, 1))
        d = dout * self.gamma
        along = (d * self.normal).mean(axis=-1, keepdims=True)
        return (d - d.mean(axis=-1, keepdims=True) - self.normal * along) / self.std


class Block:
    """h = x + attention(norm1(x)), out = h + relu(norm2(h) · W1 + b1) · W2 + b2. W1 (D, M), b1 (M,), W2 (M, D), b2 (D,)."""

    def __init__(self, attention, norm1, norm2, W1, b1, W2, b2):
        self.attention, self.norm1, self.norm2 = attention, norm1, norm2
        self.W1, self.b1, self.W2, self.b2 = W1, b1, W2, b2
        self.normed, self.z = None, None
        self.dW1, self.db1, self.dW2, self.db2 = None, None, None, None

    def forward(self, x):
        """x (N, T, D). Returns out (N, T, D)."""
        h = x + self.attention.forward(self.norm1.forward(x))
        self.normed = self.norm2.forward(h)
        self.z = self.normed @ self.W1 + self.b1
        return h + np.maximum(self.z, 0) @ self.W2 + self.b2

    def backward(self, dout):
        """dout (N, T, D). Returns dx (N, T, D). Sets dW1, db1, dW2 and db2."""
        D, M = self.W1.shape
        a = np.maximum(self.z, 0)
        self.dW2 = a.reshape(-1, M).T @ dout.reshape(-1, D)
        self.db2 = dout.sum(axis=(0, 1))
        dz = dout @ self.W2.T * (self.z > 0)
        self.dW1 = self.normed.reshape(-1, D).T @ dz.reshape(-1, M)
        self.db1 = dz.sum(axis=(0, 1))
        dh = dout + self.norm2.backward(dz @ self.W1.T)
        return dh + self.norm1.backward(self.attention.backward(dh))


answer_ps13 = "A"
