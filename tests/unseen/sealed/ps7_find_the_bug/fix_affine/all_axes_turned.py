# mistake: forward lays x.T flat, which turns all axes of a tensor round: each sample's numbers come in reverse order of axes
# loses: forward
class BrokenAffine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = None, None

    def forward(self, x):
        self.shape = x.shape
        self.rows = x.reshape(x.shape[0], -1)
        columns = x.T.reshape(self.W.shape[0], -1)  # (D, N): each sample is a column
        return (self.W.T @ columns).T + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        dx = dout @ self.W.T
        return dx.reshape(self.shape)
