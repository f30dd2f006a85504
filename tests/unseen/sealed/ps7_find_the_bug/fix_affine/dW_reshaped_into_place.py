# mistake: dW is dout.T @ x, (M, D), brought to (D, M) by reshape and not by a transpose
# loses: dW
class BrokenAffine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = None, None

    def forward(self, x):
        self.shape = x.shape
        self.x = x.reshape(x.shape[0], -1)
        return self.x @ self.W + self.b

    def backward(self, dout):
        grad = dout.T @ self.x
        self.dW = grad.reshape(self.W.shape)
        self.db = np.sum(dout, axis=0)
        return (dout @ self.W.T).reshape(self.shape)
