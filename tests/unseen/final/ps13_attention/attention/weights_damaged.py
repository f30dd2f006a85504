# mistake: backward multiplies the kept weights in place on its way, so a second backward works with other ones.
# loses: again
class Attention:
    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = q, k, v
        scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
        if mask is not None:
            scores = np.where(mask, scores, -np.inf)
        self.weights = softmax(scores)
        return self.weights @ v

    def backward(self, dout):
        dv = self.weights.swapaxes(-1, -2) @ dout
        dw = dout @ self.v.swapaxes(-1, -2)
        inner = (dw * self.weights).sum(axis=-1, keepdims=True)
        ds = self.weights
        ds *= (dw - inner) / np.sqrt(self.q.shape[-1])
        return ds @ self.k, ds.swapaxes(-1, -2) @ self.q, dv
