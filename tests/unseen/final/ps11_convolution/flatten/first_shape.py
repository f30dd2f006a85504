# mistake: The shape of the first forward is kept for good, so after another forward backward gives the wrong shape or fails.
# loses: backward
class Flatten:
    def __init__(self):
        self.x_shape = None

    def forward(self, x):
        if self.x_shape is None:
            self.x_shape = x.shape
        return x.reshape(x.shape[0], -1)

    def backward(self, dout):
        return dout.reshape(self.x_shape)
