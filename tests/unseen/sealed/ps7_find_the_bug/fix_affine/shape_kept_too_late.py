# mistake: the shape is kept after x has been laid flat, so dx of a tensor comes back as (N, D)
# loses: dx
class BrokenAffine:
    """out = x · W + b, for a batch in rows."""

    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = None, None

    def forward(self, x):
        x = x.reshape(x.shape[0], -1)
        self.shape = x.shape
        self.columns = x.T
        return (self.W.T @ self.columns).T + self.b

    def backward(self, dout):
        self.dW = self.columns @ dout
        self.db = dout.sum(axis=0)
        dx = self.W @ dout.T
        return dx.T.reshape(self.shape)
