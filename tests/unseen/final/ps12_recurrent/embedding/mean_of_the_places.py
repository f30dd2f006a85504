# mistake: What reached a row is averaged over the places that used it, where it adds up.
# loses: repeated_ids
class Embedding:
    def __init__(self, W):
        self.W = W
        self.ids = None
        self.dW = None

    def forward(self, ids):
        self.ids = ids
        return self.W[ids]

    def backward(self, dout):
        self.dW = np.zeros_like(self.W)
        for v in range(len(self.W)):
            used = self.ids == v
            if used.any():
                self.dW[v] = dout[used].mean(axis=0)
