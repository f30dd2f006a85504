# mistake: dW[ids] += dout adds each id's gradient once only.
# loses: repeated_ids
class Embedding:
    def __init__(self, W):
        self.W = W
        # Ableitung
        self.ids = None
        self.dW = None

    def forward(self, ids):
        self.ids = ids
        return self.W[ids]

    def backward(self, dout):
        self.dW = np.zeros_like(self.W)
        self.dW[self.ids] += dout
