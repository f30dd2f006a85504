# mistake: norm2 is applied to the sum at the end, not before the small network.
# loses: forward, dW1, dW2, dx
class Block:
    def __init__(self, attention, norm1, norm2, W1, b1, W2, b2):
        self.attention, self.norm1, self.norm2 = (attention, norm1, norm2)
        self.W1, self.b1, self.W2, self.b2 = (W1, b1, W2, b2)

    def forward(self, x):
        h = x + self.attention.forward(self.norm1.forward(x))
        self.n = h
        self.z = np.dot(self.n, self.W1) + self.b1
        self.a = np.maximum(self.z, 0)
        return self.norm2.forward(h + np.dot(self.a, self.W2) + self.b2)

    def backward(self, dout):
        D, M = self.W1.shape
        da = np.dot(dout, self.W2.T)
        delta = np.where(self.z > 0, da, 0.0)
        # ein Schritt
        self.dW2 = np.dot(self.a.reshape(-1, M).T, dout.reshape(-1, D))
        self.db2 = dout.sum(axis=(0, 1))
        self.dW1 = np.dot(self.n.reshape(-1, D).T, delta.reshape(-1, M))
        self.db1 = delta.sum(axis=(0, 1))
        dh = dout + self.norm2.backward(np.dot(delta, self.W1.T))
        return dh + self.norm1.backward(self.attention.backward(dh))
