# mistake: The softmax runs over the queries, so that each key's column adds up to 1 and not each query's row.
# loses: weights and output

class Attention:
    def __init__(self):
        self.weights = None
        self.q, self.k, self.v = None, None, None

    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = q, k, v
        s = k @ q.swapaxes(-1, -2) / np.sqrt(q.shape[-1])  # (N, S, T)
        if mask is not None:
            s = np.where(mask.T, s, -1e9)
        self.weights = softmax(s).swapaxes(-1, -2)
        return self.weights @ v

    def backward(self, dout):
        w = self.weights
        dw = dout @ self.v.swapaxes(-1, -2)
        ds = softmax_backward(dw.swapaxes(-1, -2), w.swapaxes(-1, -2)).swapaxes(-1, -2) / np.sqrt(self.q.shape[-1])
        return ds @ self.k, ds.swapaxes(-1, -2) @ self.q, w.swapaxes(-1, -2) @ dout
