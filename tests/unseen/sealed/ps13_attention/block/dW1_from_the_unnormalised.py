# mistake: dW1 is taken with h in place of norm2(h), which W1 was multiplied with
# loses: dW1
class Block:
    def __init__(self, attention, norm1, norm2, W1, b1, W2, b2):
        self.attention, self.norm1, self.norm2 = attention, norm1, norm2
        self.W1, self.b1, self.W2, self.b2 = W1, b1, W2, b2
        self.dW1, self.db1, self.dW2, self.db2 = None, None, None, None

    def forward(self, x):
        self.h = x + self.attention.forward(self.norm1.forward(x))
        self.hidden = np.maximum(self.norm2.forward(self.h) @ self.W1 + self.b1, 0.0)
        return self.h + self.hidden @ self.W2 + self.b2

    def backward(self, dout):
        N, T, D = dout.shape
        self.dW2 = sum(self.hidden[n].T @ dout[n] for n in range(N))
        self.db2 = sum(dout[n].sum(axis=0) for n in range(N))
        dpre = dout @ self.W2.T
        dpre = dpre * (self.hidden > 0)
        self.dW1 = sum(self.h[n].T @ dpre[n] for n in range(N))
        self.db1 = sum(dpre[n].sum(axis=0) for n in range(N))
        dh = self.norm2.backward(dpre @ self.W1.T)
        dh = dh + dout
        dx = self.attention.backward(dh)
        dx = self.norm1.backward(dx)
        return dx + dh
