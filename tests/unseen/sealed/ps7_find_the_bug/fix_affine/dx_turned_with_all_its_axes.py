# mistake: dx (D, N) is given the reversed shape and then turned with .T: right for two axes, wrong for a tensor
# loses: dx
class BrokenAffine:
    """out = x · W + b, for a batch in rows."""

    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = None, None

    def forward(self, x):
        """x (N, D), or a tensor (N, ...). Returns out (N, M)."""
        self.shape = x.shape
        self.columns = x.reshape(len(x), -1).T
        return (self.W.T @ self.columns).T + self.b

    def backward(self, dout):
        self.dW = self.columns @ dout
        self.db = dout.sum(axis=0)
        dx = self.W @ dout.T  # (D, N)
        return dx.reshape(self.shape[::-1]).T
