# mistake: On the way back relu is applied to the gradient: its negative entries become 0, where those become 0 at which z was not above 0.
# loses: dz
class Block:
    def __init__(self, attention, norm1, norm2, W1, b1, W2, b2):
        self.attention, self.norm1, self.norm2 = attention, norm1, norm2
        self.W1, self.b1, self.W2, self.b2 = W1, b1, W2, b2

    @staticmethod
    def relu(z):
        return np.maximum(z, 0)

    def forward(self, x):
        h = x + self.attention.forward(self.norm1.forward(x))
        self.y = self.norm2.forward(h)
        self.a = self.relu(self.y @ self.W1 + self.b1)
        return h + (self.a @ self.W2 + self.b2)

    def backward(self, dout):
        self.dW2 = np.einsum("ntm,ntd->md", self.a, dout)
        self.db2 = np.einsum("ntd->d", dout)
        dz = self.relu(dout @ self.W2.T)
        self.dW1 = np.einsum("ntd,ntm->dm", self.y, dz)
        self.db1 = np.einsum("ntm->m", dz)
        dh = dout + self.norm2.backward(dz @ self.W1.T)
        return dh + self.norm1.backward(self.attention.backward(dh))
