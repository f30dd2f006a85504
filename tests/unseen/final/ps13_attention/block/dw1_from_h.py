# mistake: dW1 is hᵀ·dz, with h as it was before norm2, where it is norm2(h) that went into W1.
# loses: dW1
class Block:
    def __init__(self, attention, norm1, norm2, W1, b1, W2, b2):
        self.attention, self.norm1, self.norm2 = attention, norm1, norm2
        self.W1, self.b1, self.W2, self.b2 = W1, b1, W2, b2

    def forward(self, x):
        self.h = x + self.attention.forward(self.norm1.forward(x))
        z = self.norm2.forward(self.h) @ self.W1 + self.b1
        self.on = z > 0
        self.a = z * self.on
        return self.h + self.a @ self.W2 + self.b2

    def backward(self, dout):
        D, M = self.W1.shape
        d = dout.reshape(-1, D)
        self.dW2 = self.a.reshape(-1, M).T @ d
        self.db2 = d.sum(axis=0)
        dz = dout @ self.W2.T * self.on
        self.dW1 = self.h.reshape(-1, D).T @ dz.reshape(-1, M)
        self.db1 = dz.reshape(-1, M).sum(axis=0)
        dh = dout + self.norm2.backward(dz @ self.W1.T)
        dx = dh + self.norm1.backward(self.attention.backward(dh))
        return dx
