# mistake: where an id occurs twice its later gradient overwrites the earlier: dW[ids] = dout.
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
        self.dW[self.ids] = dout
