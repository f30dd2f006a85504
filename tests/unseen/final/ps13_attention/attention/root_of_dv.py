# mistake: The scores are divided by the root of dv, the length of a value, where it is d, the length of a query.
# loses: forward weights
class Attention:
    def __init__(self):
        self.weights = None

    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = q, k, v
        self.scale = 1 / np.sqrt(v.shape[-1])
        scores = q @ k.swapaxes(-1, -2) * self.scale
        if mask is not None:
            scores = np.where(mask, scores, -np.inf)
        self.weights = softmax(scores)
        return self.weights @ v

    def backward(self, dout):
        dv = self.weights.swapaxes(-1, -2) @ dout
        dw = dout @ self.v.swapaxes(-1, -2)
        ds = softmax_backward(dw, self.weights) * self.scale
        return ds @ self.k, ds.swapaxes(-1, -2) @ self.q, dv
