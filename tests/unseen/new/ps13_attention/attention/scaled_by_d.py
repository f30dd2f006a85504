# mistake: scores are divided by d, not by its root.
# loses: forward, weights
class Attention:
    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = (q, k, v)
        self.scale = 1 / q.shape[-1]
        scores = np.matmul(q, np.swapaxes(k, -1, -2)) * self.scale
        if mask is not None:
            scores = np.where(mask, scores, -1e+30)
        self.weights = softmax(scores)
        return np.matmul(self.weights, v)

    def backward(self, dout):
        dv = np.matmul(np.swapaxes(self.weights, -1, -2), dout)
        dw = np.matmul(dout, np.swapaxes(self.v, -1, -2))
        ds = self.weights * (dw - np.sum(dw * self.weights, axis=-1, keepdims=True)) * self.scale
        dq = np.matmul(ds, self.k)
        dk = np.matmul(np.swapaxes(ds, -1, -2), self.q)
        return (dq, dk, dv)
