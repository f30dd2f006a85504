# mistake: what the second half is added to is x, not h; the way back is the one that belongs to it
# loses: forward, dx
class Block:
    def __init__(self, attention, norm1, norm2, W1, b1, W2, b2):
        self.attention, self.norm1, self.norm2 = attention, norm1, norm2
        self.W1, self.b1, self.W2, self.b2 = W1, b1, W2, b2
        self.dW1, self.db1, self.dW2, self.db2 = None, None, None, None

    def forward(self, x):
        h = x + self.attention.forward(self.norm1.forward(x))
        self.n = self.norm2.forward(h)
        self.z = self.n @ self.W1 + self.b1
        self.a = np.maximum(self.z, 0)
        return x + self.a @ self.W2 + self.b2

    def backward(self, dout):
        self.dW2 = np.einsum("ntm,ntd->md", self.a, dout)
        self.db2 = dout.sum(axis=(0, 1))
        dz = dout @ self.W2.T * (self.z > 0)
        self.dW1 = np.einsum("ntd,ntm->dm", self.n, dz)
        self.db1 = dz.sum(axis=(0, 1))
        dh = self.norm2.backward(dz @ self.W1.T)
        return dout + dh + self.norm1.backward(self.attention.backward(dh))
