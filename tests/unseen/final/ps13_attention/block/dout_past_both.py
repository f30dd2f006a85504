# mistake: The road past the attention hands on dout, where it hands on dh, which has what came through the second part as well.
# loses: dx
class Block:
    def __init__(self, attention, norm1, norm2, W1, b1, W2, b2):
        self.attention = attention
        self.norm1 = norm1
        self.norm2 = norm2
        self.W1 = W1
        self.b1 = b1
        self.W2 = W2
        self.b2 = b2

    def forward(self, x):
        first = self.attention.forward(self.norm1.forward(x))
        h = x + first
        self.into_W1 = self.norm2.forward(h)
        self.into_relu = self.into_W1 @ self.W1 + self.b1
        self.into_W2 = np.clip(self.into_relu, 0, None)
        second = self.into_W2 @ self.W2 + self.b2
        return h + second

    def backward(self, dout):
        N, T, D = dout.shape
        self.dW2 = sum(self.into_W2[n].T @ dout[n] for n in range(N))
        self.db2 = dout.sum(axis=1).sum(axis=0)
        dz = (dout @ self.W2.T) * (self.into_relu > 0)
        self.dW1 = sum(self.into_W1[n].T @ dz[n] for n in range(N))
        self.db1 = dz.sum(axis=1).sum(axis=0)
        dh = dout + self.norm2.backward(dz @ self.W1.T)
        dx = dout + self.norm1.backward(self.attention.backward(dh))
        return dx
