# mistake: none: a column of ones, the bias as another row of the weights, both gradients out of one product
# loses: nothing
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.tensor_shape = np.shape(x)
        flat = np.reshape(x, (len(x), -1))
        self.x1 = np.concatenate([flat, np.ones((len(flat), 1))], axis=1)
        return self.x1 @ np.vstack([self.W, self.b])

    def backward(self, dout):
        both = self.x1.T @ dout
        self.dW, self.db = both[:-1], both[-1]
        return np.reshape(np.inner(dout, self.W), self.tensor_shape)
