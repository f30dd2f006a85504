# mistake: softmax runs over the queries (axis 1) in place of over the keys: the weights of each key sum to 1, and backward is of the same kind
# loses: output, weights, dq, dk, dv
class Attention:
    def __init__(self):
        self.weights = None
        self.q, self.k, self.v = None, None, None

    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = q, k, v
        s = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
        if mask is not None:
            s = np.where(mask, s, -1e30)
        e = np.exp(s - s.max(axis=-2, keepdims=True))
        self.weights = e / e.sum(axis=-2, keepdims=True)
        return self.weights @ v

    def backward(self, dout):
        a = self.weights
        dv = a.swapaxes(-1, -2) @ dout
        da = dout @ self.v.swapaxes(-1, -2)
        ds = a * (da - (a * da).sum(axis=-2, keepdims=True))
        ds /= np.sqrt(self.q.shape[-1])
        return ds @ self.k, ds.swapaxes(-1, -2) @ self.q, dv
