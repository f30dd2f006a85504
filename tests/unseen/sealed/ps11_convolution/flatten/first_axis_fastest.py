# mistake: each sample is laid flat in Fortran order, column by column, and back likewise
# loses: flatten (row-major order), forward and backward
class Flatten:
    def __init__(self):
        self.x_shape = None

    def forward(self, x):
        self.x_shape = x.shape
        return np.array([sample.flatten(order="F") for sample in x])

    def backward(self, dout):
        return np.array([row.reshape(self.x_shape[1:], order="F") for row in dout])
