# mistake: the bend in the hidden layer is GELU (its form with tanh), as in other networks of this kind, in place of relu
# loses: forward, dx, dW1, db1, dW2
class Block:
    def __init__(self, attention, norm1, norm2, W1, b1, W2, b2):
        self.attention, self.norm1, self.norm2 = attention, norm1, norm2
        self.W1, self.b1, self.W2, self.b2 = W1, b1, W2, b2
        self.dW1, self.db1, self.dW2, self.db2 = None, None, None, None

    @staticmethod
    def gelu(z):
        c = np.sqrt(2 / np.pi)
        th = np.tanh(c * (z + 0.044715 * z**3))
        value = 0.5 * z * (1 + th)
        slope = 0.5 * (1 + th) + 0.5 * z * (1 - th**2) * c * (1 + 3 * 0.044715 * z**2)
        return value, slope

    def forward(self, x):
        h = x + self.attention.forward(self.norm1.forward(x))
        self.n2 = self.norm2.forward(h)
        self.act, self.slope = self.gelu(self.n2 @ self.W1 + self.b1)
        return h + self.act @ self.W2 + self.b2

    def backward(self, dout):
        self.dW2 = np.tensordot(self.act, dout, axes=((0, 1), (0, 1)))
        self.db2 = dout.sum(axis=(0, 1))
        dz = (dout @ self.W2.T) * self.slope
        self.dW1 = np.tensordot(self.n2, dz, axes=((0, 1), (0, 1)))
        self.db1 = dz.sum(axis=(0, 1))
        dh = dout + self.norm2.backward(dz @ self.W1.T)
        return dh + self.norm1.backward(self.attention.backward(dh))
