class Relu:
    def forward(self, x):
        self.mask = x <= 0
        return np.where(self.mask, 0, x)

    def backward(self, dout):
        dout[self.mask] = 0
        return dout


class Block:
    def __init__(self, attention, norm1, norm2, W1, b1, W2, b2):
        self.attention, self.norm1, self.norm2, self.relu = attention, norm1, norm2, Relu()
        self.W1, self.b1, self.W2, self.b2 = W1, b1, W2, b2

    def forward(self, x):
        h = self.attention.forward(self.norm1.forward(x))
        h = h + x
        self.n = self.norm2.forward(h)
        self.a = self.relu.forward(np.einsum("ntd,dm->ntm", self.n, self.W1) + self.b1)
        return np.einsum("ntm,md->ntd", self.a, self.W2) + self.b2 + h

    def backward(self, dout):
        self.dW2 = np.einsum("ntm,ntd->md", self.a, dout)
        self.db2 = np.einsum("ntd->d", dout)
        dz = self.relu.backward(np.einsum("ntd,md->ntm", dout, self.W2))
        self.dW1 = np.einsum("ntd,ntm->dm", self.n, dz)
        self.db1 = np.einsum("ntm->m", dz)
        dout += self.norm2.backward(np.einsum("ntm,dm->ntd", dz, self.W1))
        return dout + self.norm1.backward(self.attention.backward(dout.copy()))
