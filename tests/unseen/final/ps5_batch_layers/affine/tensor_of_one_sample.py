# mistake: the shape kept for dx is that of the squeezed tensor, so axes of length 1 (a batch of one, one channel) are lost
# loses: tensor
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.original_x_shape = np.squeeze(x).shape if x.ndim > 2 else x.shape
        self.x = x.reshape(x.shape[0], -1)
        return self.x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.original_x_shape)
