# mistake: dW is the mean over the batch of the outer products, so N is divided by once more.
# loses: dW

class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.x = self.original_x_shape = None
        self.dW = self.db = None

    def forward(self, x):
        self.original_x_shape = np.shape(x)
        self.x = np.reshape(x, (len(x), -1))
        return self.x @ self.W + self.b

    def backward(self, dout):
        pro_beispiel = self.x[:, :, None] * dout[:, None, :]
        self.dW = pro_beispiel.mean(axis=0)
        self.db = dout.sum(axis=0)
        return np.reshape(dout @ self.W.T, self.original_x_shape)
