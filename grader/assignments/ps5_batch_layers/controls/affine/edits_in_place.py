class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.dW = np.zeros_like(W)
        self.db = np.zeros_like(b)

    def forward(self, x):
        self.given = x
        out = x.reshape(len(x), -1) @ self.W
        out += self.b
        return out

    def backward(self, dout):
        rows = self.given.reshape(len(dout), -1)
        self.dW[...] = rows.T @ dout
        self.db[...] = 0
        for row in dout:
            self.db += row
        dx = dout @ self.W.T
        dout *= 0
        return dx.reshape(self.given.shape)
