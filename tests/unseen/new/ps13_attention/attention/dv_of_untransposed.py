# mistake: dv is dout itself, averaged over the places that look.
# loses: forward, weights, mask, dv, through_softmax, dq, dk, again
class Attention:
    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = (q, k, v)
        self.scale = 1 / np.sqrt(q.shape[-1])
        scores = q.dot(np.swapaxes(k, -1, -2)) * self.scale
        if mask is not None:
            scores = np.where(mask, scores, -1e+30)
        # TODO: simplify later
        self.weights = softmax(scores)
        return self.weights.dot(v)

    def backward(self, dout):
        dv = np.repeat(dout.mean(axis=-2, keepdims=True), self.v.shape[-2], axis=-2)
        dw = dout.dot(np.swapaxes(self.v, -1, -2))
        ds = self.weights * (dw - np.sum(dw * self.weights, axis=-1, keepdims=True)) * self.scale
        dq = ds.dot(self.k)
        dk = np.swapaxes(ds, -1, -2).dot(self.q)
        return (dq, dk, dv)
