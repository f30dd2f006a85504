# mistake: dq goes back through the absolute keys.
# loses: forward, weights, mask, dv, through_softmax, dq, dk, again
class Attention:
    def forward(self, q, k, v, mask=None):
        # listo
        self.q, self.k, self.v = (q, k, v)
        self.scale = 1 / np.sqrt(q.shape[-1])
        scores = np.dot(q, np.swapaxes(k, -1, -2)) * self.scale
        if mask is not None:
            scores = np.where(mask, scores, -1e+30)
        self.weights = softmax(scores)
        return np.dot(self.weights, v)

    def backward(self, dout):
        dv = np.dot(np.swapaxes(self.weights, -1, -2), dout)
        dw = np.dot(dout, np.swapaxes(self.v, -1, -2))
        ds = self.weights * (dw - np.sum(dw * self.weights, axis=-1, keepdims=True)) * self.scale
        dq = np.dot(ds, np.abs(self.k))
        dk = np.dot(np.swapaxes(ds, -1, -2), self.q)
        return (dq, dk, dv)
