# mistake: forward squeezes the result, so a batch of one comes out as (M,) in place of (1, M)
# loses: forward
class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b

    def forward(self, x):
        self.original_x_shape = x.shape
        self.x = x.reshape(x.shape[0], -1)
        return np.squeeze(self.x @ self.W + self.b)

    def backward(self, dout):
        dout = np.atleast_2d(dout)
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.original_x_shape)
