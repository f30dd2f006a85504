# mistake: Softmax runs over the queries (axis T), so the weights of a column add up to 1, where those of a row should.
# loses: forward weights mask through_softmax
class Attention:
    def __init__(self):
        self.weights = None

    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = q, k, v
        scores = k @ q.swapaxes(-1, -2) / np.sqrt(q.shape[-1])  # (N, S, T)
        if mask is not None:
            scores = np.where(mask.T, scores, -1e30)
        self.turned = softmax(scores)
        self.weights = self.turned.swapaxes(-1, -2)
        return self.weights @ v

    def backward(self, dout):
        dv = self.turned @ dout
        dturned = self.v @ dout.swapaxes(-1, -2)
        ds = softmax_backward(dturned, self.turned) / np.sqrt(self.q.shape[-1])
        dk = ds @ self.q
        dq = ds.swapaxes(-1, -2) @ self.k
        return dq, dk, dv
