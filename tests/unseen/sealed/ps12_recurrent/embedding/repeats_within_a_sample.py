# mistake: dW is filled sample by sample with an indexed +=; a symbol that occurs twice in one sample counts once there
# loses: dW (repeats within a sample)
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
        for row, d in zip(self.ids, dout):
            self.dW[row] += d
