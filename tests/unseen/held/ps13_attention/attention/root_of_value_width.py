# mistake: the scores are divided by the root of the width of v instead of the width of q and k
# loses: weights, output and gradients where d and dv differ

class Attention:
    def __init__(self):
        self.weights = None
        self.q, self.k, self.v = None, None, None

    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = q, k, v
        self.scale = 1.0 / np.sqrt(v.shape[-1])
        scores = q @ np.swapaxes(k, -1, -2) * self.scale
        if mask is not None:
            scores = np.where(mask, scores, -np.inf)
        self.weights = softmax(scores)
        return self.weights @ v

    def backward(self, dout):
        w = self.weights
        dv = np.swapaxes(w, -1, -2) @ dout
        dw = dout @ np.swapaxes(self.v, -1, -2)
        ds = softmax_backward(dw, w) * self.scale
        dq = ds @ self.k
        dk = np.swapaxes(ds, -1, -2) @ self.q
        return dq, dk, dv
