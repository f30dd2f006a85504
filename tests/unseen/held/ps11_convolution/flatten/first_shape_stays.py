# mistake: the shape is noted at the first forward only
# loses: backward after a second forward of another shape

class Flatten:
    def __init__(self):
        self.x_shape = None

    def forward(self, x):
        if self.x_shape is None:
            self.x_shape = x.shape
        return x.reshape(len(x), -1)

    def backward(self, dout):
        return dout.reshape(self.x_shape)
