class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW = self.db = None

    def forward(self, x):
        self.batch = np.array(x)
        n = self.batch.shape[0]
        rows = self.batch.reshape(n, -1)
        out = np.zeros((n, self.W.shape[1]))
        for i in range(n):
            for j in range(self.W.shape[1]):
                out[i, j] = self.b[j]
                for k in range(self.W.shape[0]):
                    out[i, j] += rows[i, k] * self.W[k, j]
        return out

    def backward(self, dout):
        rows = self.batch.reshape(len(self.batch), -1)
        self.dW, self.db = np.zeros(self.W.shape), np.zeros(self.b.shape)
        dx = np.zeros(rows.shape)
        for i, message in enumerate(dout):
            for j, d in enumerate(message):
                self.db[j] += d
                for k in range(self.W.shape[0]):
                    self.dW[k, j] += rows[i, k] * d
                    dx[i, k] += self.W[k, j] * d
        return dx.reshape(self.batch.shape)
