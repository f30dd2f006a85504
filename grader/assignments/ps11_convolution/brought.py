"""What the tests of later exercises put in place of earlier ones, which are judged by then, and how they do it.

Whoever builds on pieces of their own with rules of their own is right as well: so each check is made twice, with the right pieces
and with the submission's, and the better counts.
"""

from collections.abc import Callable

from grader.testing import NotPassed

OUTPUT_SIZE = """
def output_size(size, window, stride=1, pad=0):
    return (size + 2 * pad - window) // stride + 1
"""

UNROLLED = (
    OUTPUT_SIZE
    + """

import numpy as np


def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    oh, ow = output_size(h, fh, stride, pad), output_size(w, fw, stride, pad)
    padded = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    padded[:, :, pad : pad + h, pad : pad + w] = x
    windows = np.empty((n, oh, ow, c, fh, fw))
    for i in range(fh):
        for j in range(fw):
            seen = padded[:, :, i : i + stride * oh : stride, j : j + stride * ow : stride]
            windows[:, :, :, :, i, j] = seen.transpose(0, 2, 3, 1)
    return windows.reshape(n * oh * ow, c * fh * fw)


def col2im(col, x_shape, fh, fw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh, ow = output_size(h, fh, stride, pad), output_size(w, fw, stride, pad)
    windows = np.asarray(col).reshape(n, oh, ow, c, fh, fw).transpose(0, 3, 1, 2, 4, 5)
    x = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    for i in range(fh):
        for j in range(fw):
            x[:, :, i : i + stride * oh : stride, j : j + stride * ow : stride] += windows[..., i, j]
    return x[:, :, pad : pad + h, pad : pad + w].copy()
"""
)

LAYERS = (
    UNROLLED
    + """

class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        (f, _c, fh, fw), self.shape = self.W.shape, x.shape
        oh, ow = (output_size(n, k, self.stride, self.pad) for n, k in zip(x.shape[2:], (fh, fw)))
        self.col = im2col(x, fh, fw, self.stride, self.pad)
        out = self.col @ self.W.reshape(f, -1).T + self.b
        return out.reshape(len(x), oh, ow, f).transpose(0, 3, 1, 2).copy()

    def backward(self, dout):
        f, _c, fh, fw = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, f)
        self.dW, self.db = (rows.T @ self.col).reshape(self.W.shape), rows.sum(axis=0)
        return col2im(rows @ self.W.reshape(f, -1), self.shape, fh, fw, self.stride, self.pad)


class MaxPooling:
    def __init__(self, size, stride=None):
        self.size, self.stride = size, stride or size

    def forward(self, x):
        self.shape = n, c, h, w = x.shape
        oh, ow = (output_size(k, self.size, self.stride) for k in (h, w))
        windows = im2col(x, self.size, self.size, self.stride).reshape(-1, self.size**2)
        self.first = windows.argmax(axis=1)
        return windows.max(axis=1).reshape(n, oh, ow, c).transpose(0, 3, 1, 2).copy()

    def backward(self, dout):
        windows = np.zeros((dout.size, self.size**2))
        windows[np.arange(dout.size), self.first] = dout.transpose(0, 2, 3, 1).ravel()
        rows = windows.reshape(-1, dout.shape[1] * self.size**2)
        return col2im(rows, self.shape, self.size, self.size, self.stride)


class Flatten:
    def forward(self, x):
        self.shape = x.shape
        return x.reshape(len(x), -1).copy()

    def backward(self, dout):
        return dout.reshape(self.shape).copy()
"""
)


def attempt(take):
    """What take() gives, or the NotPassed that it raises."""
    try:
        return take()
    except NotPassed as error:
        return error


class Ways:
    """Two ways to try an exercise: with right pieces in place of those that it may build on, and with the submission's own.

    The right ones are there but where the others are tried. make: what both ways begin with, the same for all tests; with the
    right pieces it is made at once."""

    def __init__(self, student, source: str, names: tuple[str, ...], make: Callable = lambda: None):
        self.student, self.source, self.names, self.make = student, source, names, make
        self._put_right_ones()
        self._made = {True: attempt(make)}

    def better(self, check: Callable) -> None:
        """check(what was made) passes in one of the two ways. Raises what the first says."""
        try:
            self._check(check, True)
        except NotPassed as first:
            try:
                if False not in self._made:
                    self._made[False] = self._with_own(lambda: attempt(self.make))
                self._with_own(lambda: self._check(check, False))
            except NotPassed:
                raise first from None

    def _with_own(self, run):
        def with_own():
            self.student.put_back(*self.names)
            try:
                return run()
            finally:
                attempt(self._put_right_ones)  # its process may have ended

        return self.student.together(with_own)

    def _put_right_ones(self):
        there = self.student.bring(self.source)
        for name in self.names:
            self.student.put(name, getattr(there, name))

    def _check(self, check, right):
        self.right = right  # which of the two is tried
        if isinstance(self._made[right], NotPassed):
            raise self._made[right]
        check(self._made[right])
