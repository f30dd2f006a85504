# mistake: forward divides each row by its length.
# loses: forward
class Embedding:
    def __init__(self, W):
        self.W = W
        self.ids = None
        self.dW = None

    def forward(self, ids):
        self.ids = ids
        v = self.W[ids]
        return v / np.linalg.norm(v, axis=-1, keepdims=True)

    def backward(self, dout):
        self.dW = np.zeros_like(self.W)
        np.add.at(self.dW, self.ids, dout)
