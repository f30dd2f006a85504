# mistake: forward brings W.T @ columns, (M, N), to (N, M) by reshape: row n is no longer made of sample n
# loses: forward
class BrokenAffine:
    """out = x . W + b, for a batch in rows."""

    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = None, None

    def forward(self, x):
        anzahl = x.shape[0]
        self.shape = x.shape
        self.columns = x.reshape(anzahl, -1).T
        out = self.W.T @ self.columns  # (M, N)
        return out.reshape(anzahl, -1) + self.b

    def backward(self, dout):
        self.dW = self.columns @ dout
        self.db = dout.sum(axis=0)
        dx = self.W @ dout.T
        return dx.T.reshape(self.shape)
