# mistake: the columns are made as x.T, which for tensors reverses all axes and so the order of the features
# loses: fix_affine: forward, dW (tensors)
class BrokenAffine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = None, None

    def forward(self, x):
        self.shape = x.shape
        self.columns = x.T.reshape(self.W.shape[0], -1)  # (D, N): each sample is a column
        return (self.W.T @ self.columns).T + self.b

    def backward(self, dout):
        self.dW = self.columns @ dout
        self.db = dout.sum(axis=0)
        dx = (self.W @ dout.T).T
        return dx.reshape(self.shape)
