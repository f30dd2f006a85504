# mistake: On the way back norm1 comes before the attention, the order of the way forward.
# loses: dx

class Block:
    def __init__(self, attention, norm1, norm2, W1, b1, W2, b2):
        self.attention, self.norm1, self.norm2 = attention, norm1, norm2
        self.W1, self.b1, self.W2, self.b2 = W1, b1, W2, b2
        self.dW1 = self.db1 = self.dW2 = self.db2 = None

    def forward(self, x):
        h = x + self.attention.forward(self.norm1.forward(x))
        self.m = self.norm2.forward(h)
        pre = self.m @ self.W1 + self.b1
        self.on = pre > 0
        self.hidden = np.where(self.on, pre, 0)
        return h + self.hidden @ self.W2 + self.b2

    def backward(self, dout):
        D, M = self.W1.shape
        flach = dout.reshape(-1, D)
        self.dW2 = self.hidden.reshape(-1, M).T @ flach
        self.db2 = flach.sum(axis=0)
        dpre = np.where(self.on, dout @ self.W2.T, 0)
        self.dW1 = self.m.reshape(-1, D).T @ dpre.reshape(-1, M)
        self.db1 = dpre.reshape(-1, M).sum(axis=0)
        dh = dout + self.norm2.backward(dpre @ self.W1.T)
        return dh + self.attention.backward(self.norm1.backward(dh))
