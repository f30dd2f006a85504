# mistake: each row of dW is divided by how often its id occurs: a mean, where a sum is wanted
# loses: dW, where ids repeat

class Embedding:
    def __init__(self, W):
        self.W = W
        self.ids = None
        self.dW = None

    def forward(self, ids):
        self.ids = ids
        return self.W[ids]

    def backward(self, dout):
        self.dW = np.zeros(self.W.shape)
        for n in range(self.ids.shape[0]):
            for t in range(self.ids.shape[1]):
                self.dW[self.ids[n, t]] += dout[n, t] / np.sum(self.ids == self.ids[n, t])
