# mistake: dW begins with what the call before left.
# loses: again
class Embedding:
    def __init__(self, W):
        self.W = W
        self.ids = None
        self.dW = None

    def forward(self, ids):
        self.ids = ids
        return self.W[ids]

    def backward(self, dout):
        if self.dW is None:
            self.dW = np.zeros_like(self.W)
        np.add.at(self.dW, self.ids, dout)
