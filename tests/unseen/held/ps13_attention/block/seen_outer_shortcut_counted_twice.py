# mistake: dout is added once to dh and once more to dx, though it reaches x only by way of h.
# loses: dx

class Block:
    def __init__(self, attention, norm1, norm2, W1, b1, W2, b2):
        self.attention, self.norm1, self.norm2 = attention, norm1, norm2
        self.W1, self.b1, self.W2, self.b2 = W1, b1, W2, b2
        self.dW1, self.db1, self.dW2, self.db2 = None, None, None, None

    def forward(self, x):
        h = self.attention.forward(self.norm1.forward(x))
        h = h + x
        self.n2 = self.norm2.forward(h)
        self.r = np.maximum(self.n2 @ self.W1 + self.b1, 0)
        out = self.r @ self.W2 + self.b2
        return out + h

    def backward(self, dout):
        self.db2 = dout.sum(axis=0).sum(axis=0)
        self.dW2 = sum(r.T @ d for r, d in zip(self.r, dout))
        dr = dout @ self.W2.T
        dr[self.r == 0] = 0
        self.db1 = dr.sum(axis=0).sum(axis=0)
        self.dW1 = sum(n.T @ d for n, d in zip(self.n2, dr))
        dh = dout + self.norm2.backward(dr @ self.W1.T)
        dx = dout + dh + self.norm1.backward(self.attention.backward(dh))
        return dx
