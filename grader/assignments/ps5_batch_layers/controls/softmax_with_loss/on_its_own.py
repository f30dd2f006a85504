class SoftmaxWithLoss:
    """No helper is needed: the loss comes from the logarithm of the sum."""

    def forward(self, x, t):
        n, c = x.shape
        self.t = np.eye(c)[t] if t.ndim == 1 else np.array(t, dtype=float)
        logs = x - np.logaddexp.reduce(x, axis=1, keepdims=True)
        self.y = np.exp(logs)
        self.loss = -np.einsum("nc,nc->", self.t, logs) / n
        return self.loss

    def backward(self, dout=1):
        return dout * (self.y - self.t) / self.y.shape[0]
