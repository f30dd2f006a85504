class Block:
    """All places as rows, from the second normalisation on."""

    def __init__(self, attention, norm1, norm2, W1, b1, W2, b2):
        self.parts = attention, norm1, norm2
        self.W1, self.b1, self.W2, self.b2 = W1, b1, W2, b2

    def forward(self, x):
        attention, norm1, norm2 = self.parts
        h = attention.forward(norm1.forward(x)) + x
        self.rows = norm2.forward(h).reshape(-1, x.shape[-1])
        s = np.dot(self.rows, self.W1) + self.b1
        self.on = s > 0
        self.a = np.where(self.on, s, 0.0)
        return h + (np.dot(self.a, self.W2) + self.b2).reshape(x.shape)

    def backward(self, dout):
        attention, norm1, norm2 = self.parts
        d = dout.reshape(-1, dout.shape[-1])
        self.db2 = d.sum(0)
        self.dW2 = np.dot(self.a.T, d)
        ds = np.where(self.on, np.dot(d, self.W2.T), 0.0)
        self.db1 = ds.sum(0)
        self.dW1 = np.dot(self.rows.T, ds)
        through = norm2.backward(np.dot(ds, self.W1.T).reshape(dout.shape))
        total = dout + through
        return norm1.backward(attention.backward(total)) + total
