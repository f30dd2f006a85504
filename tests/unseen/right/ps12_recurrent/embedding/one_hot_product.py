# mistake: none: a product with one-hot rows, there and back.
# loses: nothing
class Embedding:
    def __init__(self, W):
        self.W = W

    def forward(self, ids):
        self.hot = np.equal.outer(ids, np.arange(len(self.W))).astype(float)
        return self.hot @ self.W

    def backward(self, dout):
        self.dW = np.tensordot(self.hot, dout, 2 * [[0, 1]])
        return self.dW
