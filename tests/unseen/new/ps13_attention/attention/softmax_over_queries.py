# mistake: the softmax runs over the queries.
# loses: forward, weights, mask
class Attention:
    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = (q, k, v)
        self.scale = 1 / np.sqrt(q.shape[-1])
        scores = q @ np.swapaxes(k, -1, -2) * self.scale
        if mask is not None:
            scores = np.where(mask, scores, -1e+30)
        self.weights = np.swapaxes(softmax(np.swapaxes(scores, -1, -2)), -1, -2)
        return self.weights @ v

    def backward(self, dout):
        dv = np.swapaxes(self.weights, -1, -2) @ dout
        dw = dout @ np.swapaxes(self.v, -1, -2)
        ds = self.weights * (dw - np.sum(dw * self.weights, axis=-1, keepdims=True)) * self.scale
        dq = ds @ self.k
        dk = np.swapaxes(ds, -1, -2) @ self.q
        return (dq, dk, dv)
