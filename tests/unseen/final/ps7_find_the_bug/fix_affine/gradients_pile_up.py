# mistake: dW is summed over the samples with +=, into the array of the backward before
# loses: dW
class BrokenAffine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = np.zeros_like(W), np.zeros_like(b)

    def forward(self, x):
        self.shape = x.shape
        self.rows = x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        for row, d in zip(self.rows, dout):
            self.dW += np.outer(row, d)
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.shape)
