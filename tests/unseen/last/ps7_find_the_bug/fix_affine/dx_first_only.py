# mistake: dx is filled in for the first sample; the others keep zeros.
# loses: dx
class BrokenAffine:
    def __init__(self, W, b):
        self.W, self.b = (W, b)
        self.dW, self.db = (None, None)

    def forward(self, x):
        self.shape = x.shape
        self.rows = x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        grad_input = np.zeros(self.rows.shape)
        grad_input[0] = self.W @ dout[0]
        return grad_input.reshape(self.shape)
