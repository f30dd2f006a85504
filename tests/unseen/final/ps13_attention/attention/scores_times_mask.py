# mistake: Hidden places get the score 0 (scores times mask), which softmax turns into a weight of e⁰, where they have to get none.
# loses: mask through_softmax
class Attention:
    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = q, k, v
        self.d = q.shape[-1]
        scores = q @ np.swapaxes(k, -1, -2) / self.d**0.5
        self.mask = 1.0 if mask is None else mask.astype(float)
        scores = scores * self.mask
        self.weights = softmax(scores)
        return self.weights @ v

    def backward(self, dout):
        dv = np.swapaxes(self.weights, -1, -2) @ dout
        dweights = dout @ np.swapaxes(self.v, -1, -2)
        dscores = softmax_backward(dweights, self.weights) * self.mask / self.d**0.5
        dq = dscores @ self.k
        dk = np.swapaxes(dscores, -1, -2) @ self.q
        return dq, dk, dv
