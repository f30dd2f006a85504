# mistake: symbol 0 is taken for padding: its row never gets a gradient
# loses: dW (row 0)
class Embedding:
    def __init__(self, W):
        self.W = W
        self.ids = None
        self.dW = None

    def forward(self, ids):
        self.ids = ids
        return self.W[ids]

    def backward(self, dout):
        dW = np.zeros_like(self.W)
        np.add.at(dW, self.ids, dout)
        dW[0] = 0  # <pad>
        self.dW = dW
