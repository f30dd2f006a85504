# mistake: the first norm is taken of what the attention gives, h = x + norm1(attention(x)), in place of what it receives
# loses: forward and the gradients
class Block:
    def __init__(self, attention, norm1, norm2, W1, b1, W2, b2):
        self.attention, self.norm1, self.norm2 = attention, norm1, norm2
        self.W1, self.b1, self.W2, self.b2 = W1, b1, W2, b2
        self.dW1, self.db1, self.dW2, self.db2 = None, None, None, None

    def forward(self, x):
        h = x + self.norm1.forward(self.attention.forward(x))
        self.n = self.norm2.forward(h)
        self.r = np.maximum(self.n @ self.W1 + self.b1, 0)
        return h + self.r @ self.W2 + self.b2

    def backward(self, dout):
        both = (0, 1)
        self.dW2 = np.tensordot(self.r, dout, (both, both))
        self.db2 = dout.sum(both)
        dr = (dout @ self.W2.T) * (self.r > 0)
        self.dW1 = np.tensordot(self.n, dr, (both, both))
        self.db1 = dr.sum(both)
        dh = dout + self.norm2.backward(dr @ self.W1.T)
        return dh + self.attention.backward(self.norm1.backward(dh))
