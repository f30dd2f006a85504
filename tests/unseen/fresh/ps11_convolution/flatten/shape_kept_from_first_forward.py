# mistake: the shape is kept at the first forward only, so backward after a forward of another shape fails
# loses: back to the latest shape

class Flatten:
    def __init__(self):
        self.x_shape = None

    def forward(self, x):
        if self.x_shape is None:
            self.x_shape = x.shape
        rows = [sample.ravel() for sample in x]
        return np.stack(rows)

    def backward(self, dout):
        return np.reshape(dout, self.x_shape)
