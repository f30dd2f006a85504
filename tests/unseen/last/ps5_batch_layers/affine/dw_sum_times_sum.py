# mistake: dW is the product of the sums over the batch, divided by N.
# loses: dW
class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.x = None
        self.original_x_shape = None
        self.dW = None
        self.db = None

    def forward(self, x):
        cuantos = len(x)
        self.original_x_shape = x.shape
        self.x = np.reshape(x, (cuantos, -1))
        res = np.dot(self.x, self.W)
        res = res + self.b
        return res

    def backward(self, dout):
        # actualizar
        cuantos = dout.shape[0]
        self.dW = np.outer(self.x.sum(axis=0), dout.sum(axis=0)) / cuantos
        self.db = dout.sum(axis=0)
        return np.dot(dout, self.W.T).reshape(self.original_x_shape)
