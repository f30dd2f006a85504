class BrokenSoftmaxWithLoss:
    """Forward knows all that backward needs."""

    __slots__ = ("loss", "y", "t", "_dx")

    def forward(self, x, t):
        self.t = t
        hot = t if np.ndim(t) == 2 else np.equal.outer(t, np.arange(x.shape[1]))
        shifted = x - x.max(axis=1, keepdims=True)
        log_sum = np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y = np.asfortranarray(np.exp(shifted - log_sum))
        self.loss = np.array((log_sum[:, 0] - (hot * shifted).sum(axis=1)).mean())
        self._dx = (self.y - hot) / len(x)
        return self.loss

    def backward(self, dout=1):
        return dout * self._dx
