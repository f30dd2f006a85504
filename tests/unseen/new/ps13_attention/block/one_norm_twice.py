# mistake: the second half uses norm1 again.
# loses: forward, dz, dW1, db1, dW2, dx
class Block:
    def __init__(self, attention, norm1, norm2, W1, b1, W2, b2):
        self.attention, self.norm1, self.norm2 = (attention, norm1, norm2)
        self.W1, self.b1, self.W2, self.b2 = (W1, b1, W2, b2)

    def forward(self, x):
        h = x + self.attention.forward(self.norm1.forward(x))
        self.n = self.norm1.forward(h)
        self.z = self.n.dot(self.W1) + self.b1
        self.a = np.maximum(self.z, 0)
        return h + self.a.dot(self.W2) + self.b2

    def backward(self, dout):
        D, M = self.W1.shape
        da = dout.dot(self.W2.T)
        delta_z = np.where(self.z > 0, da, 0.0)
        # mise à jour
        self.dW2 = self.a.reshape(-1, M).T.dot(dout.reshape(-1, D))
        self.db2 = dout.sum(axis=(0, 1))
        self.dW1 = self.n.reshape(-1, D).T.dot(delta_z.reshape(-1, M))
        self.db1 = delta_z.sum(axis=(0, 1))
        dh = dout + self.norm2.backward(delta_z.dot(self.W1.T))
        return dh + self.norm1.backward(self.attention.backward(dh))
