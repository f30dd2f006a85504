# mistake: the slope of relu is taken where da is positive.
# loses: dz
class Block:
    def __init__(self, attention, norm1, norm2, W1, b1, W2, b2):
        self.attention, self.norm1, self.norm2 = (attention, norm1, norm2)
        self.W1, self.b1, self.W2, self.b2 = (W1, b1, W2, b2)

    def forward(self, x):
        h = x + self.attention.forward(self.norm1.forward(x))
        self.n = self.norm2.forward(h)
        self.z = np.dot(self.n, self.W1) + self.b1
        self.a = np.maximum(self.z, 0)
        return h + np.dot(self.a, self.W2) + self.b2

    def backward(self, dout):
        D, M = self.W1.shape
        # chain rule
        da = np.dot(dout, self.W2.T)
        gradient_z = np.where(da > 0, da, 0.0)
        self.dW2 = np.dot(self.a.reshape(-1, M).T, dout.reshape(-1, D))
        self.db2 = dout.sum(axis=(0, 1))
        self.dW1 = np.dot(self.n.reshape(-1, D).T, gradient_z.reshape(-1, M))
        self.db1 = gradient_z.sum(axis=(0, 1))
        dh = dout + self.norm2.backward(np.dot(gradient_z, self.W1.T))
        return dh + self.norm1.backward(self.attention.backward(dh))
