# mistake: on the way back the attention gets dout, as it came in, in place of the whole gradient of h
# loses: dx (and what the attention and norm1 receive)
class Block:
    def __init__(self, attention, norm1, norm2, W1, b1, W2, b2):
        self.attention, self.norm1, self.norm2 = attention, norm1, norm2
        self.W1, self.b1, self.W2, self.b2 = W1, b1, W2, b2
        self.dW1, self.db1, self.dW2, self.db2 = None, None, None, None

    def forward(self, x):
        self.h = x + self.attention.forward(self.norm1.forward(x))
        self.u = self.norm2.forward(self.h)
        self.relu = np.maximum(0, np.dot(self.u, self.W1) + self.b1)
        return self.h + np.dot(self.relu, self.W2) + self.b2

    def backward(self, dout):
        D, M = self.W1.shape
        g = dout.reshape(-1, D)
        r = self.relu.reshape(-1, M)
        self.dW2 = np.dot(r.T, g)
        self.db2 = np.sum(g, axis=0)
        dr = np.dot(g, self.W2.T)
        dr[r <= 0] = 0
        self.dW1 = np.dot(self.u.reshape(-1, D).T, dr)
        self.db1 = np.sum(dr, axis=0)
        dh = dout + self.norm2.backward(np.dot(dr, self.W1.T).reshape(dout.shape))
        dx = dh + self.norm1.backward(self.attention.backward(dout))
        return dx
