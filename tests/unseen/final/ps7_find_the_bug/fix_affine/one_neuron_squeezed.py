# mistake: db is squeezed, which for a single neuron makes a number of it in place of (1,)
# loses: db
class BrokenAffine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = None, None

    def forward(self, x):
        self.shape = x.shape
        self.columns = x.reshape(len(x), -1).T
        return (self.W.T @ self.columns).T + self.b

    def backward(self, dout):
        self.dW = self.columns @ dout
        self.db = np.squeeze(dout.sum(axis=0, keepdims=True))
        return (self.W @ dout.T).T.reshape(self.shape)
