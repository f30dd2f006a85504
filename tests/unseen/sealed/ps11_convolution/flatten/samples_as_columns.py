# mistake: it reshapes to (D, N) and transposes, which mixes the numbers of different samples; backward undoes just that
# loses: flatten (forward; backward for a dout that doesn't come from its own forward)
class Flatten:
    def __init__(self):
        self.x_shape = None

    def forward(self, x):
        self.x_shape = x.shape
        return x.reshape(-1, x.shape[0]).T

    def backward(self, dout):
        return dout.T.reshape(self.x_shape)
