# mistake: Each sample is laid flat in Fortran order, column by column.
# loses: forward backward
class Flatten:
    def forward(self, x):
        self.x_shape = x.shape
        return np.array([sample.ravel(order="F") for sample in x])

    def backward(self, dout):
        return np.array([row.reshape(self.x_shape[1:], order="F") for row in dout])
