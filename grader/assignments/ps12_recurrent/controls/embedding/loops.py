class Embedding:
    def __init__(self, W):
        self.table = W.copy()

    def forward(self, ids):
        self.words = ids.copy()
        out = np.empty(ids.shape + (self.table.shape[1],))
        for n in range(ids.shape[0]):
            for t in range(ids.shape[1]):
                out[n, t] = self.table[ids[n, t]]
        return out

    def backward(self, dout):
        gradient = np.zeros(self.table.shape)
        for n, row in enumerate(self.words):
            for t, word in enumerate(row):
                gradient[word] += dout[n, t]
        self.dW = gradient
        return None
