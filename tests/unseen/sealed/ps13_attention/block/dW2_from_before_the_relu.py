# mistake: dW2 is taken with the numbers before relu in place of those after it
# loses: dW2
class Block:
    def __init__(self, attention, norm1, norm2, W1, b1, W2, b2):
        self.attention, self.norm1, self.norm2 = attention, norm1, norm2
        self.W1, self.b1, self.W2, self.b2 = W1, b1, W2, b2
        self.dW1, self.db1, self.dW2, self.db2 = None, None, None, None

    def forward(self, x):
        h = x + self.attention.forward(self.norm1.forward(x))
        n = self.norm2.forward(h)
        z = np.einsum("ntd,dm->ntm", n, self.W1) + self.b1
        self.cache = n, z
        return h + np.einsum("ntm,md->ntd", z.clip(min=0), self.W2) + self.b2

    def backward(self, dout):
        n, z = self.cache
        self.dW2 = np.einsum("ntm,ntd->md", z, dout)
        self.db2 = np.einsum("ntd->d", dout)
        dz = np.where(z > 0, np.einsum("ntd,md->ntm", dout, self.W2), 0.0)
        self.dW1 = np.einsum("ntd,ntm->dm", n, dz)
        self.db1 = np.einsum("ntm->m", dz)
        dh = dout + self.norm2.backward(np.einsum("ntm,dm->ntd", dz, self.W1))
        return dh + self.norm1.backward(self.attention.backward(dh))
