class Embedding:
    def __init__(self, W):
        self.W = W
        self.dW = np.zeros_like(W)

    def forward(self, ids):
        self.ids = ids
        return np.take(self.W, ids, axis=0)

    def backward(self, dout):
        self.dW[...] = 0
        for v in range(len(self.W)):
            self.dW[v] = dout[self.ids == v].sum(axis=0)
        return self.dW
