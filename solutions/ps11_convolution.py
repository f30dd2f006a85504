"""The reference for ps11_convolution: the same weights at every place, unrolled into one matrix product and rolled up again.

im2col, col2im and the form of the layers are those of Koki Saitoh, Deep Learning from Scratch, chapter 7.
"""

import numpy as np


class Relu:
    """Given. max(0, x), number by number."""

    def forward(self, x):
        self.on = x > 0
        return np.where(self.on, x, 0.0)

    def backward(self, dout):
        return np.where(self.on, dout, 0.0)


class Affine:
    """Given. out = x · W + b for the rows of a batch; backward sets dW and db."""

    def __init__(self, W, b):
        self.W = W
        self.b = b

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return dout @ self.W.T


def softmax(x):
    """Given. Scores (N, C) as probabilities."""
    powers = np.exp(x - x.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


class SoftmaxWithLoss:
    """Given. The mean cross-entropy of softmax(x); t one-hot (N, C), or labels (N,)."""

    def forward(self, x, t):
        lse = np.logaddexp.reduce(x, axis=1)
        self.y = np.exp(x - lse[:, None])
        self.one_hot = t if t.ndim == 2 else np.eye(x.shape[1])[t]
        return (lse - (x * self.one_hot).sum(axis=1)).mean()

    def backward(self, dout=1):
        return (self.y - self.one_hot) / len(self.y) * dout


def output_size(size, window, stride=1, pad=0):
    """How many places a window has along an axis of `size` numbers. Raises ValueError where it doesn't fit even once."""
    if window > size + 2 * pad:
        raise ValueError("the window is larger than the axis with its padding")
    return (size + 2 * pad - window) // stride + 1


def im2col(x, fh, fw, stride=1, pad=0):
    """x (N, C, H, W). Returns the windows as rows: (N·OH·OW, C·fh·fw), places and numbers in the order of x. Leaves x unchanged."""
    n, c, h, w = x.shape
    oh, ow = output_size(h, fh, stride, pad), output_size(w, fw, stride, pad)
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    windows = np.empty((n, c, fh, fw, oh, ow))
    for i in range(fh):
        for j in range(fw):
            windows[:, :, i, j] = padded[:, :, i : i + stride * oh : stride, j : j + stride * ow : stride]
    return windows.transpose(0, 4, 5, 1, 2, 3).reshape(n * oh * ow, c * fh * fw)


def col2im(col, x_shape, fh, fw, stride=1, pad=0):
    """col (N·OH·OW, C·fh·fw). Returns an array of x_shape: what all windows hold of a pixel, added up. Leaves col unchanged."""
    n, c, h, w = x_shape
    oh, ow = output_size(h, fh, stride, pad), output_size(w, fw, stride, pad)
    windows = col.reshape(n, oh, ow, c, fh, fw).transpose(0, 3, 4, 5, 1, 2)
    padded = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    for i in range(fh):
        for j in range(fw):
            padded[:, :, i : i + stride * oh : stride, j : j + stride * ow : stride] += windows[:, :, i, j]
    return padded[:, :, pad : pad + h, pad : pad + w]


class Convolution:
    """F filters W (F, C, fh, fw) with biases b (F,), each at every place. dW and db have the shapes of W and b."""

    def __init__(self, W, b, stride=1, pad=0):
        self.W = W
        self.b = b
        self.stride = stride
        self.pad = pad
        self.x_shape = None
        self.col = None
        self.dW = None
        self.db = None

    def forward(self, x):
        """x (N, C, H, W). Returns out (N, F, OH, OW). Leaves x unchanged."""
        f, _c, fh, fw = self.W.shape
        n, _c, h, w = self.x_shape = x.shape
        oh, ow = output_size(h, fh, self.stride, self.pad), output_size(w, fw, self.stride, self.pad)
        self.col = im2col(x, fh, fw, self.stride, self.pad)
        out = self.col @ self.W.reshape(f, -1).T + self.b
        return out.reshape(n, oh, ow, f).transpose(0, 3, 1, 2)

    def backward(self, dout):
        """dout (N, F, OH, OW). Returns dx, the shape of x. Sets dW (F, C, fh, fw) and db (F,). Leaves dout unchanged."""
        f, _c, fh, fw = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, f)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        self.db = rows.sum(axis=0)
        dcol = rows @ self.W.reshape(f, -1)
        return col2im(dcol, self.x_shape, fh, fw, self.stride, self.pad)


class MaxPooling:
    """The largest number of each square window, for each sample and channel. stride: `size` where it is None."""

    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        self.x_shape = None
        self.winner = None

    def forward(self, x):
        """x (N, C, H, W). Returns out (N, C, OH, OW). Leaves x unchanged."""
        n, c, h, w = self.x_shape = x.shape
        oh, ow = output_size(h, self.size, self.stride), output_size(w, self.size, self.stride)
        windows = im2col(x, self.size, self.size, self.stride).reshape(-1, self.size**2)
        self.winner = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(n, oh, ow, c).transpose(0, 3, 1, 2)

    def backward(self, dout):
        """dout (N, C, OH, OW). Returns dx, the shape of x: all of a window's gradient for its first largest number."""
        n, c, oh, ow = dout.shape
        windows = np.zeros((dout.size, self.size**2))
        windows[np.arange(dout.size), self.winner] = dout.transpose(0, 2, 3, 1).ravel()
        return col2im(windows.reshape(n * oh * ow, -1), self.x_shape, self.size, self.size, self.stride)


class Flatten:
    """Each sample as a row, and back."""

    def __init__(self):
        self.x_shape = None

    def forward(self, x):
        """x (N, ...). Returns out (N, D), row-major."""
        self.x_shape = x.shape
        return x.reshape(len(x), -1)

    def backward(self, dout):
        """dout (N, D). Returns dx, the shape of x."""
        return dout.reshape(self.x_shape)


class ConvNet:
    """Convolution(8 filters 3×3, pad 1), Relu, MaxPooling(2), Flatten, Affine for digits (N, 1, 8, 8).

    params: a dict with W1 (8, 1, 3, 3), b1 (8,), W2 (128, 10), b2 (10,). The layers use these very arrays.
    """

    def __init__(self, rng):
        self.params = {
            "W1": np.sqrt(2 / 9) * rng.normal(size=(8, 1, 3, 3)),
            "b1": np.zeros(8),
            "W2": np.sqrt(2 / 128) * rng.normal(size=(128, 10)),
            "b2": np.zeros(10),
        }
        self.convolution = Convolution(self.params["W1"], self.params["b1"], pad=1)
        self.affine = Affine(self.params["W2"], self.params["b2"])
        self.layers = [self.convolution, Relu(), MaxPooling(2), Flatten(), self.affine]
        self.last = SoftmaxWithLoss()

    def predict(self, x):
        """x (N, 1, 8, 8). Returns the scores (N, 10)."""
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        """x (N, 1, 8, 8); t labels (N,) or one-hot (N, 10). Returns the loss, a number: the mean of the batch."""
        return self.last.forward(self.predict(x), t)

    def accuracy(self, x, t):
        """x (N, 1, 8, 8); t labels (N,) or one-hot (N, 10). Returns the share that is right."""
        labels = t.argmax(axis=1) if t.ndim == 2 else t
        return np.mean(self.predict(x).argmax(axis=1) == labels)

    def gradient(self, x, t):
        """x (N, 1, 8, 8); t labels (N,) or one-hot (N, 10). Returns a dict with W1, b1, W2, b2. Leaves params unchanged."""
        self.loss(x, t)
        dout = self.last.backward()
        for layer in reversed(self.layers):
            dout = layer.backward(dout)
        return {"W1": self.convolution.dW, "b1": self.convolution.db, "W2": self.affine.dW, "b2": self.affine.db}


answer_ps11 = "A"
