# mistake: The mask is turned into a number and added to the scores as 0 and 1, so what is allowed is favoured but nothing is hidden.
# loses: mask
class Attention:
    def __init__(self):
        self.weights = None

    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = q, k, v
        scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
        if mask is not None:
            scores = scores + mask
        self.weights = softmax(scores)
        return self.weights @ v

    def backward(self, dout):
        dv = self.weights.swapaxes(-1, -2) @ dout
        ds = softmax_backward(dout @ self.v.swapaxes(-1, -2), self.weights) / np.sqrt(self.q.shape[-1])
        return ds @ self.k, ds.swapaxes(-1, -2) @ self.q, dv
