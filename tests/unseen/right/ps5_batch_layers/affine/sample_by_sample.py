# mistake: none: a loop over the samples with outer products, gradients written into new arrays
# loses: nothing
class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b

    def forward(self, x):
        self.samples = [np.ravel(s) for s in x]
        self.shapes = [s.shape for s in x]
        return np.array([s @ self.W + self.b for s in self.samples])

    def backward(self, dout):
        self.dW, self.db = np.zeros(self.W.shape), np.zeros(self.b.shape)
        dx = []
        for s, shape, d in zip(self.samples, self.shapes, dout):
            self.dW += np.outer(s, d)
            self.db += d
            dx.append((self.W @ d).reshape(shape))
        return np.stack(dx)
