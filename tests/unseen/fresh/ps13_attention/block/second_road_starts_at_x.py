# mistake: the second road past adds x, not h, on the way forward
# loses: out

class Block:
    def __init__(self, attention, norm1, norm2, W1, b1, W2, b2):
        self.attention, self.norm1, self.norm2 = attention, norm1, norm2
        self.W1, self.b1, self.W2, self.b2 = W1, b1, W2, b2
        self.dW1, self.db1, self.dW2, self.db2 = None, None, None, None

    def forward(self, x):
        h = x + self.attention.forward(self.norm1.forward(x))
        self.u = self.norm2.forward(h)
        self.z = np.dot(self.u, self.W1) + self.b1
        self.a = np.maximum(self.z, 0)
        return x + np.dot(self.a, self.W2) + self.b2

    def backward(self, dout):
        plat = lambda array: array.reshape(-1, array.shape[-1])
        self.db2 = plat(dout).sum(axis=0)
        self.dW2 = np.dot(plat(self.a).T, plat(dout))
        dz = np.dot(dout, self.W2.T) * (self.z > 0)
        self.db1 = plat(dz).sum(axis=0)
        self.dW1 = np.dot(plat(self.u).T, plat(dz))
        dh = dout + self.norm2.backward(np.dot(dz, self.W1.T))
        return dh + self.norm1.backward(self.attention.backward(dh))
