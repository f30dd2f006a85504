# mistake: on the way back the gradient of the attention branch does not pass through norm1
# loses: dx

class Block:
    def __init__(self, attention, norm1, norm2, W1, b1, W2, b2):
        self.attention, self.norm1, self.norm2 = attention, norm1, norm2
        self.W1, self.b1, self.W2, self.b2 = W1, b1, W2, b2
        self.dW1, self.db1, self.dW2, self.db2 = None, None, None, None

    def forward(self, x):
        h = x + self.attention.forward(self.norm1.forward(x))
        self.n = self.norm2.forward(h)
        self.z = self.n @ self.W1 + self.b1
        self.a = np.where(self.z > 0, self.z, 0.0)
        return h + self.a @ self.W2 + self.b2

    def backward(self, dout):
        D, M = self.W1.shape
        self.dW2 = self.a.reshape(-1, M).T @ dout.reshape(-1, D)
        self.db2 = dout.sum(axis=(0, 1))
        dz = (dout @ self.W2.T) * (self.z > 0)
        self.dW1 = self.n.reshape(-1, D).T @ dz.reshape(-1, M)
        self.db1 = dz.sum(axis=(0, 1))
        dh = dout + self.norm2.backward(dz @ self.W1.T)
        return dh + self.attention.backward(dh)
