# mistake: The sum and the mean are reconciled the wrong way: dW and db are both averaged over the batch.
# loses: dW and db of a batch

class BrokenAffine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = None, None

    def forward(self, x):
        self.shape = x.shape
        self.columns = x.reshape(x.shape[0], -1).T
        return (self.W.T @ self.columns).T + self.b

    def backward(self, dout):
        n = dout.shape[0]
        self.dW = self.columns @ dout / n
        self.db = dout.mean(axis=0)
        dx = (self.W @ dout.T).T
        return dx.reshape(self.shape)
