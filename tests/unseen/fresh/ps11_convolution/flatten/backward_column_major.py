# mistake: backward cuts the rows in column-major order, so numbers land at other places
# loses: backward

class Flatten:
    def __init__(self):
        self.x_shape = None

    def forward(self, x):
        self.x_shape = x.shape
        rows = [sample.ravel() for sample in x]
        return np.stack(rows)

    def backward(self, dout):
        return np.reshape(dout, self.x_shape, order="F")
