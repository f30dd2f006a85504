# mistake: The mask is laid over the weights after the softmax, so the rows no longer add up to 1.
# loses: weights and output with a mask

class Attention:
    def __init__(self):
        self.weights = None
        self.q, self.k, self.v = None, None, None

    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = q, k, v
        self.weights = softmax(q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1]))
        if mask is not None:
            self.weights = self.weights * mask
        return self.weights @ v

    def backward(self, dout):
        dw = dout @ self.v.swapaxes(-1, -2)
        ds = self.weights * (dw - (dw * self.weights).sum(axis=-1, keepdims=True))
        ds /= np.sqrt(self.q.shape[-1])
        return ds @ self.k, ds.swapaxes(-1, -2) @ self.q, self.weights.swapaxes(-1, -2) @ dout
