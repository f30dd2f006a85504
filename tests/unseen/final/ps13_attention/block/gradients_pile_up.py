# mistake: dW1, db1, dW2 and db2 are added to those of earlier backwards.
# loses: again
class Block:
    def __init__(self, attention, norm1, norm2, W1, b1, W2, b2):
        self.attention, self.norm1, self.norm2 = attention, norm1, norm2
        self.W1, self.b1, self.W2, self.b2 = W1, b1, W2, b2
        self.dW1, self.db1, self.dW2, self.db2 = (np.zeros_like(p) for p in (W1, b1, W2, b2))

    def forward(self, x):
        h = x + self.attention.forward(self.norm1.forward(x))
        self.u = self.norm2.forward(h)
        self.a = np.maximum(self.u @ self.W1 + self.b1, 0)
        return h + self.a @ self.W2 + self.b2

    def backward(self, dout):
        self.dW2 += np.einsum("ntm,ntd->md", self.a, dout)
        self.db2 += dout.sum(axis=(0, 1))
        dz = dout @ self.W2.T * (self.a > 0)
        self.dW1 += np.einsum("ntd,ntm->dm", self.u, dz)
        self.db1 += dz.sum(axis=(0, 1))
        dh = dout + self.norm2.backward(dz @ self.W1.T)
        return dh + self.norm1.backward(self.attention.backward(dh))
