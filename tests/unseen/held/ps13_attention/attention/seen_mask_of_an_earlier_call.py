# mistake: A mask is kept, and a later call without one is masked by it all the same.
# loses: forward without a mask after one with it

class Attention:
    def __init__(self):
        self.weights = None
        self.q, self.k, self.v = None, None, None
        self.mask = None

    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = q, k, v
        if mask is not None:
            self.mask = mask
        werte = q @ np.moveaxis(k, -1, -2) / q.shape[-1] ** 0.5
        if self.mask is not None:
            werte = np.where(self.mask, werte, -np.inf)
        self.weights = softmax(werte)
        return self.weights @ v

    def backward(self, dout):
        w = self.weights
        dwerte = softmax_backward(dout @ np.moveaxis(self.v, -1, -2), w) / self.q.shape[-1] ** 0.5
        return dwerte @ self.k, np.moveaxis(dwerte, -1, -2) @ self.q, np.moveaxis(w, -1, -2) @ dout
