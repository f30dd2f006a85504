# mistake: none: rows gathered one by one, a closure for the way back.
# loses: nothing
class Flatten:
    def forward(self, x):
        shape = x.shape
        self.backward = lambda dout: np.stack([row.reshape(shape[1:]) for row in dout])
        return np.stack([sample.ravel() for sample in x])

    def backward(self, dout):
        raise RuntimeError("forward first")
