class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = self.y = self.t = None

    def forward(self, x, t):
        self.t = t if t.ndim == 2 else np.eye(x.shape[1])[t]
        log_y = x - np.logaddexp.reduce(x, axis=1, keepdims=True)
        self.y = np.exp(log_y)
        self.loss = float(-np.einsum("nc,nc->", self.t, log_y) / len(x))
        return self.loss

    def backward(self, dout: float = 1) -> np.ndarray:
        return dout * (self.y - self.t) / len(self.y)
