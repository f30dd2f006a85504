# mistake: The second part is normalised by norm1 once more, forward and back; norm2 is never used.
# loses: forward dz dW1 db1 dW2 dx
class Block:
    def __init__(self, attention, norm1, norm2, W1, b1, W2, b2):
        self.attention, self.norm1, self.norm2 = attention, norm1, norm2
        self.W1, self.b1, self.W2, self.b2 = W1, b1, W2, b2

    def forward(self, x):
        h = x + self.attention.forward(self.norm1.forward(x))
        self.u = self.norm1.forward(h)
        self.z = self.u @ self.W1 + self.b1
        self.r = np.maximum(0, self.z)
        return h + self.r @ self.W2 + self.b2

    def backward(self, dout):
        self.dW2 = np.tensordot(self.r, dout, ([0, 1], [0, 1]))
        self.db2 = np.sum(dout, axis=(0, 1))
        dz = dout @ self.W2.T
        dz[self.z <= 0] = 0
        self.dW1 = np.tensordot(self.u, dz, ([0, 1], [0, 1]))
        self.db1 = np.sum(dz, axis=(0, 1))
        dh = dout + self.norm1.backward(dz @ self.W1.T)
        return dh + self.norm1.backward(self.attention.backward(dh))
