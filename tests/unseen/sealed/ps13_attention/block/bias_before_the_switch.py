# mistake: db1 sums what comes back through W2 before relu has switched any of it off
# loses: db1
class Block:
    def __init__(self, attention, norm1, norm2, W1, b1, W2, b2):
        self.attention, self.norm1, self.norm2 = attention, norm1, norm2
        self.W1, self.b1, self.W2, self.b2 = W1, b1, W2, b2
        self.dW1, self.db1, self.dW2, self.db2 = None, None, None, None

    def forward(self, x):
        y = self.norm1.forward(x)
        y = self.attention.forward(y)
        h = x + y
        self.eingang = self.norm2.forward(h)
        vor = self.eingang @ self.W1 + self.b1
        self.an = vor > 0
        self.mitte = vor * self.an
        return h + (self.mitte @ self.W2 + self.b2)

    def backward(self, dout):
        D, M = self.W1.shape
        zeilen = dout.reshape(-1, D)
        dmitte = zeilen @ self.W2.T
        self.dW2 = self.mitte.reshape(-1, M).T @ zeilen
        self.db2 = zeilen.sum(axis=0)
        self.db1 = dmitte.sum(axis=0)
        dvor = dmitte * self.an.reshape(-1, M)
        self.dW1 = self.eingang.reshape(-1, D).T @ dvor
        dh = dout + self.norm2.backward((dvor @ self.W1.T).reshape(dout.shape))
        return dh + self.norm1.backward(self.attention.backward(dh))
