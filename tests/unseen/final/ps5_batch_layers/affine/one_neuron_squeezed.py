# mistake: db is squeezed, which for a single neuron makes a number of it in place of (1,)
# loses: db
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.original_x_shape = x.shape
        self.x = x.reshape(x.shape[0], -1)
        return self.x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = np.squeeze(dout.sum(axis=0, keepdims=True))
        return (dout @ self.W.T).reshape(self.original_x_shape)
