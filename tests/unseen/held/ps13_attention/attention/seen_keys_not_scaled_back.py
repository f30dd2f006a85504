# mistake: The division by the root of d is taken into dq and forgotten in dk.
# loses: dk

class Attention:
    def __init__(self):
        self.weights = None
        self.q, self.k, self.v = None, None, None

    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = q, k, v
        scores = (q / np.sqrt(q.shape[-1])) @ np.swapaxes(k, -1, -2)
        if mask is not None:
            scores = np.where(mask, scores, -1e30)
        self.weights = softmax(scores)
        return self.weights @ v

    def backward(self, dout):
        ds = softmax_backward(dout @ np.swapaxes(self.v, -1, -2), self.weights)
        dq = ds @ self.k / np.sqrt(self.q.shape[-1])
        dk = np.swapaxes(ds, -1, -2) @ self.q
        dv = np.swapaxes(self.weights, -1, -2) @ dout
        return dq, dk, dv
