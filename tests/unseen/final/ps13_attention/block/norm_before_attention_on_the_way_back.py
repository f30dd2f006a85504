# mistake: On the way back norm1 comes before attention, attention.backward(norm1.backward(dh)), the order of the way there.
# loses: dx
class Block:
    def __init__(self, attention, norm1, norm2, W1, b1, W2, b2):
        self.attention, self.norm1, self.norm2 = attention, norm1, norm2
        self.W1, self.b1, self.W2, self.b2 = W1, b1, W2, b2

    def forward(self, x):
        a = self.norm1.forward(x)
        a = self.attention.forward(a)
        h = x + a
        self.h_norm = self.norm2.forward(h)
        self.hidden = np.dot(self.h_norm, self.W1) + self.b1
        self.active = np.where(self.hidden > 0, self.hidden, 0)
        return h + np.dot(self.active, self.W2) + self.b2

    def backward(self, dout):
        rows = lambda a: a.reshape(-1, a.shape[-1])
        self.db2 = rows(dout).sum(axis=0)
        self.dW2 = np.dot(rows(self.active).T, rows(dout))
        dhidden = np.where(self.hidden > 0, np.dot(dout, self.W2.T), 0)
        self.db1 = rows(dhidden).sum(axis=0)
        self.dW1 = np.dot(rows(self.h_norm).T, rows(dhidden))
        dh = dout + self.norm2.backward(np.dot(dhidden, self.W1.T))
        dx = dh + self.attention.backward(self.norm1.backward(dh))
        return dx
