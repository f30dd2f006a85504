# mistake: backward sets weights to None when it is done, so they are gone before the next forward and a second backward fails.
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
        w, self.weights = self.weights, None
        ds = softmax_backward(dout @ self.v.swapaxes(-1, -2), w) / np.sqrt(self.q.shape[-1])
        return ds @ self.k, ds.swapaxes(-1, -2) @ self.q, w.swapaxes(-1, -2) @ dout
